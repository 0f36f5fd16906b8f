"""How a text names the organ that enacts it: the nouns, and what its line and its sentences begin with, by language."""

from __future__ import annotations

from amana.values.expressions import expression

ORGAN_NOUNS = {
    "en": r"council|conference|assembly|summit|committee|commission|congress|board|meeting|parties|ministers|"
    r"session|forum|parliament|heads of state|authority|academy|union|organi[sz]ation",
    "fr": r"conseil|conference|assemblee|sommet|comite|commission|congres|reunion|parties|ministres|session|forum|"
    r"parlement|chefs d'etat|organisation",
    "id": r"majelis|dewan|konferensi|sidang|komite|komisi|kongres|pertemuan|organisasi|para menteri|kepala negara|mahkamah",
    "ar": r"مجلس|المجلس|مؤتمر|المؤتمر|جمعيه|جمعية|الجمعيه|الجمعية|قمة|القمة|لجنة|اللجنة|اجتماع|الاجتماع|هيئة|الهيئة|"
    r"القمه|قمه|اللجنه|لجنه|الهيئه|هيئه|الدوره|الامانه|منتدي|المنتدي|برلمان|الدورة|وزراء|ملوك|قادة|رؤساء|الاطراف|الامانة",
}
ORGAN_LINE = {
    "en": expression(rf"(?:the|we,?) (?:[^;.:]{{0,160}} )?(?:{ORGAN_NOUNS['en']})\b"),
    "fr": expression(rf"(?:l[ea] |les |l'|nous,? )(?:[^;.:]{{0,160}} )?(?:{ORGAN_NOUNS['fr']})\b"),
    "id": expression(rf"(?:kami,? )?(?:para )?(?:{ORGAN_NOUNS['id']})\b"),
    "ar": expression(
        rf"(?:ان |نحن ?[،,]? |اننا ?[،,]? )?(?:[^؛.:]{{0,60}} )?(?:{ORGAN_NOUNS['ar']})(?![\u0621-\u064a])"
        r"|ان (?:ال)?(?:اتحاد|رابطة|منظمة|مجمع|ندوة|ملتقي|مكتب|اكاديمية|جامعة|مجالس|حكومات|محكمة|شبكة|فريق|وزراء|قادة|رؤساء|مشاركين|خبراء|ممثلين|مدراء|علماء)(?![\u0621-\u064a])(?:(?: (?!ي)[\u0621-\u064a]+){0,10} ?(?:\([^()]{0,90}\))? ?[،,](?: اذ (?:اجتمع|انعقد)[^:؛]{0,120}[،,])?$|(?: (?!ي)[\u0621-\u064a]+){0,10} ?[،,]? (?:المنعقدة?|المجتمعة?|في دورت))"
        r"|(?:نحن|اننا) ?[،,]? (?:ال)?(?:دول|حكومات|شعوب|ممثل|اعضاء|مشارك|مجتمع|مسلم|عرب|شباب|علماء|برلمانيي)[\u0621-\u064a]*(?![\u0621-\u064a])"
    ),
}
FIRST = {
    "en": ("the ", "we ", "we,"), "fr": ("la ", "le ", "les ", "l'", "nous ", "nous,"), "ar": ("ان ", "نحن", "اننا"),
    "id": ("kami", "para ", *ORGAN_NOUNS["id"].split("|")),
}  # fmt: skip
"""How a line that names the organ begins; in Arabic a short one may begin with the organ."""
IN_SESSION = {
    "en": expression(
        r"\b(?:held (?:in|at|from|on)|meeting (?:in|at|on)|gathered|assembled|convened|on the occasion of)\b"
    ),
    "fr": expression(r"\b(?:tenue?s? (?:a|au|en|les?|du)|reunie?s?|assemblee?s|a l'occasion d)\b"),
    "ar": expression(r"(?<![\u0621-\u064a])(?:المنعقدة?|المجتمعة?|في دورت)"),
}
"""What a line that names an organ tells of its session, so that it may end with a semicolon."""
ENDED = expression(r"[12][0-9]{3} ?(?:م|هـ?)?\)?\.$")
"""Where the line of an Arabic organ ends with a full stop, it ends with the day of its session."""
TERMS = ("en vertu", "aux termes", "under the terms")
"""Of its powers the line of an organ may tell: "Le Comité des Ministres, en vertu de l'article 15.b …,"."""
ORGAN_FIRST = expression(rf"(?:{ORGAN_NOUNS['ar']})(?![\u0621-\u064a])")
SUBJECT = {
    "en": expression(
        rf"we,? |they |it |both sides |the (?:[\w'-]+ ){{0,6}}?(?:{ORGAN_NOUNS['en']}|leaders|participants|delegations|members)(?:(?: [\w'-]+){{0,5}},|(?: of (?:[\w'-]+ ){{0,3}}?[\w'-]+)??) "
    ),
    "fr": expression(
        rf"(?:ils?|elles?) |(?:la |le |les |l')(?:[\w'-]+ ){{0,6}}?(?:{ORGAN_NOUNS['fr']})(?: parlementaire| generale| executif| permanente?)?"
        rf"(?:(?: [\w'-]+){{0,6}},|(?: (?:des?|du) (?:[\w'-]+ ){{0,3}}?[\w'-]+)??) "
    ),
    "id": expression(rf"kami |(?:{ORGAN_NOUNS['id']})(?: [\w'-]+){{0,4}},? (?=me|ber|me)"),
    "ar": expression(rf"ان (?:[\u0621-\u064a]+ ){{0,6}}?(?:{ORGAN_NOUNS['ar']})(?: [\u0621-\u064a]+){{0,6}}?، ?"),
}
