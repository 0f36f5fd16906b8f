"""How drafters write by when something is due, as regular expressions over folded text, with the words that gate them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from amana.resolutions.paragraphs import DeadlineKind
from amana.values.expressions import expression
from amana.values.lexicons import patterns
from amana.values.months import name_pattern

KINDS: dict[str, DeadlineKind] = {
    "not_later_than": "date",
    "by_date": "date",
    "until": "date",
    "ordinal_session": "session",
    "relative_next_session": "session",
    "before_session": "session",
    "within_period": "period",
    "urgency": "urgency",
}
_TENS_AR = "(?:عشر|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع)[ويا]ن"
_NTH_AR = rf"(?:اولي?|ثانية?|ثالثة?|رابعة?|خامسة?|سادسة?|سابعة?|ثامنة?|تاسعة?|عاشرة?|حادية?|مائة|{_TENS_AR})(?![\u0621-\u064a])"
"""The words with which an Arabic ordinal begins, without its article."""
_SAID_TWICE = r"(?:\([\w -]+\) )?"
"""A number said once more in brackets: "thirty (30) days"."""
MORE: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        (
            "before_session",
            r"\b(?:at least |not later than |no later than |not less than )?([\w-]+) (days?|weeks?|months?) (?:before|prior to|in advance of|ahead of) "
            r"(?:the )?(?:(?:opening|beginning|commencement|start|convening|holding|date) (?:date )?of )?(?:the |its |their |each )?"
            r"(?P<which>[\w-]+(?: and [\w-]+)?(?: \([\w -]+\))?) (?:regular |ordinary |annual )?session\b",
        ),
        (
            "ordinal_session",
            r"\b(?:at|to|for|before|by|until|during|prior to) (?:its|the|their) (?:next|forthcoming|coming|following) \((?:the )?([\w-]+(?: and [\w-]+)?)\) (?:regular |ordinary )?(?:session|meeting|summit|conference)\b",
        ),
        (
            "ordinal_session",
            r"\b(?:at|to|for|before|by|until|during|prior to|in) (?:the end of )?(?:its|the|their) (?:resumed )?([\w-]+(?: and [\w-]+)?) (?:\(\d{4}\) )?"
            r"(?:regular |ordinary |special |extraordinary |annual |resumed )?(?:sessions?|meetings?|summit|islamic summit|conference)\b",
        ),
        (
            "ordinal_session",
            r"\b(?:at|to|for|before|by|until|during|prior to) (?:its|the|their) (?:substantive |organizational |annual |resumed |regular |spring |high-level )?session (?:for|of|in) ((?:19|20)\d\d)\b",
        ),
        (
            "ordinal_session",
            r"\b(?:to|at|for|before|by|until|during|prior to) the ((?:\w+-)?(?:first|second|third|\w+th)|\d{1,3}(?:st|nd|rd|th)) (?:[a-z]+ ){0,3}(?:assembly|congress|conference|summit)\b",
        ),
        (
            "ordinal_session",
            r"\bagenda (?:of|for) (?:its|the|their) ([\w-]+(?: and [\w-]+)?) (?:regular |ordinary |special |annual )?session\b",
        ),
        (
            "relative_next_session",
            r"\b(?:next|following|forthcoming|coming|subsequent) (?:regular |ordinary |annual |extraordinary |islamic )*(?:session|meeting|summit|conference|council)\b",
        ),
        (
            "not_later_than",
            r"\b(?:by|before|prior to|no later than|not later than|on or before) (?:the )?(?:end of )?(\d[^,;.]{3,30}|(?:january|february|march|april|may|june|july|august|september|october|november|december)[^,;.]{3,20})",
        ),
        (
            "within_period",
            r"\b(?:within|in|not later than|no later than|not more than|no more than) (?:(?:a |the )?(?:maximum |total )?(?:period|time ?limit|time ?frame) "
            r"(?:of (?:not more than |no more than |up to |at most )?|not exceeding |not to exceed )|a maximum of |the (?:next|coming|following) |one of )?"
            rf"([\w-]+) {_SAID_TWICE}(hours?|days?|weeks?|months?|years?)\b",
        ),
        (
            "within_period",
            rf"(?<!for )(?<!period of )\b([\w-]+) {_SAID_TWICE}(hours?|days?|weeks?|months?) (?:after|following|from) (?:the |its )?(?:date of )?(?:the |its )?"
            r"(?:adoption|receipt|signature|entry into force|publication)\b",
        ),
    ),
    "fr": (
        (
            "before_session",
            r"\b(?:au moins |au plus tard )?([\w-]+) (jours?|semaines?|mois) (?:au moins |au plus tard )?avant "
            r"(?:(?:l'ouverture|le début|la tenue|la convocation|la date d'ouverture) de )?(?:la |sa |leur |chaque )?"
            r"(?P<which>[\w-]+(?: et [\w-]+)?(?: \([\w -]+\))?) session\b(?: ordinaire)?(?: suivante| à venir)?",
        ),
        (
            "ordinal_session",
            r"\b(?:à|lors de|avant|pour) (?:sa|la|leur) prochaine (?:session )?\(([\w-]+(?: et [\w-]+)?)\)(?: session\b)?",
        ),
        (
            "ordinal_session",
            r"\b(?:à|lors de|avant|pour|pendant|durant|au cours de|avant la fin de) (?:sa|la|leur|ses|leurs) ([\w-]+(?: et [\w-]+)?) (?:sessions?|réunion|reunion|sommet|conférence|conference)\b",
        ),
        (
            "ordinal_session",
            r"\b(?:à|lors de|avant|pour|pendant|durant|au cours de) (?:sa|la|leur) session (?:de fond |d'organisation |annuelle |ordinaire )?(?:de |pour )((?:19|20)\d\d)\b",
        ),
        (
            "ordinal_session",
            r"\b(?:à|lors de|avant|pour) la ([\w-]+(?: et [\w-]+)?) (?:assemblée|conférence)\b|\b(?:au|lors du|avant le|pour le) ([\w-]+(?: et [\w-]+)?) (?:sommet|congrès)\b",
        ),
        (
            "ordinal_session",
            r"\bordre du jour (?:provisoire )?de (?:sa|la|leur) ([\w-]+(?: et [\w-]+)?) session\b",
        ),
        (
            "relative_next_session",
            r"\b(?:prochaine?|suivante?) (?:session|réunion|reunion|sommet|conférence|conference)|(?:session|réunion|sommet|conférence) (?:ordinaire )?(?:prochaine?|suivante?|à venir)",
        ),
        (
            "not_later_than",
            r"\ble ((?:1er |\d{1,2} )[a-zéèû]{3,9} \d{4}) au plus tard\b",
        ),
        (
            "not_later_than",
            r"\b(?:au plus tard|avant|d'ici(?: à| au)?) (?:le |la )?(?:fin )?(?:de |du )?((?:1er |\d)[^,;.]{3,30}|(?:fin )?(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)[^,;.]{3,20})",
        ),
        (
            "within_period",
            r"\bdans (?:(?:un|le) délai (?:maximum |maximal |maximale )?(?:de |d'|(?:n'excédant|ne dépassant|ne devant) pas (?:excéder |dépasser )?|qui n'excède pas |qui ne dépasse pas )"
            rf"|les |un maximum de )?([\w-]+) {_SAID_TWICE}(heures?|jours?|semaines?|mois|années?|ans?)\b",
        ),
        (
            "within_period",
            rf"\b(?:sous|d'ici(?: à)?) ([\w-]+) {_SAID_TWICE}(heures|jours|semaines|mois)\b(?! avant)",
        ),
        (
            "within_period",
            rf"\b([\w-]+) {_SAID_TWICE}(heures?|jours?|semaines?|mois) (?:au plus tard |au plus )?(?:après|suivant|à compter de|à partir de) (?:la date de )?(?:l'adoption|la réception|son adoption|sa réception|(?:la |sa )?signature|l'entrée en vigueur)\b",
        ),
        ("urgency", r"\baussitôt que possible\b|\ble plus tôt possible\b"),
    ),
    "ar": (
        (
            "before_session",
            r"(?<![\u0621-\u064a])قبل (?:ما لا يقل عن )?(\d+|[\u0621-\u064a]+)? ?(يوما|ايام|يومين|اسبوعا|اسبوعين|اسابيع|اسبوع|شهرا|شهرين|شهر|اشهر) (?:علي الاقل )?من "
            r"(?:(?:تاريخ |موعد )?(?:افتتاح|انعقاد|عقد|بدء|بداية) )?(?:اعمال )?(?P<which>(?:الدورة|دورته|دورتها|دورة)(?: ال[\u0621-\u064a]+){1,3})",
        ),
        (
            "before_session",
            r"(?<![\u0621-\u064a])قبل (?:(?:تاريخ |موعد )?(?:افتتاح|انعقاد|عقد|بدء|بداية) )?(?:اعمال )?(?P<which>(?:الدورة|دورته|دورتها|دورة)(?: ال[\u0621-\u064a]+){1,3}) "
            r"ب(?:ما لا يقل عن )?(\d+|[\u0621-\u064a]+)? ?(يوما|ايام|يومين|اسبوعا|اسبوعين|اسابيع|اسبوع|شهرا|شهرين|شهر|اشهر)(?![\u0621-\u064a])",
        ),
        (
            "ordinal_session",
            r"(?:(?<![\u0621-\u064a])(?:(?:في|الي|خلال|قبل|اثناء) |ل)|(?<=موافاة ))(?:دورته|دورتها|الدورة|دورة|اجتماعه|الاجتماع|القمة|مؤتمره) (?:(?:العادية|المجلس|المؤتمر) )?(ال[\u0621-\u064a]+(?: (?:و ?)?ال[\u0621-\u064a]+| عشرة?)?(?: بعد الم[\u0621-\u064a]+)?)",
        ),
        (
            "ordinal_session",
            r"(?<![\u0621-\u064a])(?:(?:في|الي|علي|خلال|قبل|اثناء) |ل)(?:دورته|دورتها|الدورة)(?: (?:العادية|الاستثنائية|غير العادية))? ?(?:رقم )?\(?(\d{1,3})\)?(?! ?[/\d])",
        ),
        (
            "ordinal_session",
            rf"(?<![\u0621-\u064a])(?:(?:في|الي|علي|خلال|قبل|اثناء) (?:ال)?|لل|ل|بال)(?:مؤتمر|قمة|جمعية|اجتماع|دورة)(?: ال(?!{_NTH_AR})[\u0621-\u064a]+){{0,4}} (ال{_NTH_AR}(?: عشرة?| (?:و ?)?ال{_TENS_AR})?(?: بعد المائة)?)(?![\u0621-\u064a])",
        ),
        (
            "ordinal_session",
            rf"جدول (?:ال)?اعمال (?:المؤقت )?ل?(?:دورته|دورتها|الدورة)(?: العادية)? (ال{_NTH_AR}(?: عشرة?| (?:و ?)?ال{_TENS_AR})?)(?![\u0621-\u064a])",
        ),
        (
            "relative_next_session",
            r"(?:(?<=(?:قبل|حين) عقد )|(?<=(?:قبل|حين) عقد ال)|(?<!عقد )(?<!عقد ال)(?<!استضافة )(?<!استضافة ال)(?<!تنظيم )(?<!تنظيم ال))(?:دورته|دورتها|الدورة|دورة|المؤتمر|مؤتمر|الاجتماع|اجتماعه|القمة|المجلس)(?: (?!دورته|دورتها|الدورة|ان |التي |الذي )[\u0621-\u064a]+){0,5} (?:القادمة?|المقبلة?|التالية?)(?![\u0621-\u064a])",
        ),
        (
            "within_period",
            r"(?:في غضون|خلال|في) (?:مدة|فترة|مهلة|اجل) (?:(?:لا )(?:ت?ي?تجاوز|[تي]زيد (?:علي|عن)|[تي]تعدي)|(?:زمنية )?اقصا(?:ها|ه)) ([\u0621-\u064a]+(?: و[\u0621-\u064a]+)?|\d{1,3})? ?(يوما|ايام|يومين|اسبوعا|اسبوعين|اسابيع|اسبوع|شهرا|شهرين|شهر|اشهر|شهور|سنوات|سنتين|سنة|عام|عامين|اعوام)(?![\u0621-\u064a])",
        ),
        (
            "not_later_than",
            r"(?:في (?:اجل|موعد) (?:اقصاه|لا يتجاوز|غايته)|بحلول|(?<![\u0621-\u064a])[وف]?قبل(?: نهاية)?|في موعد لا يتعدي) ([^،؛.]{0,20}\d[^،؛.]{3,40})",
        ),
        (
            "within_period",
            r"(?:في غضون|خلال) (?=ال(?:ايام|اسابيع|اشهر|شهور|سنوات|اعوام) ال([\u0621-\u064a]+) (?:القادمة|المقبلة|التالية))(ال(?:ايام|اسابيع|اشهر|شهور|سنوات|اعوام)) ال[\u0621-\u064a]+ (?:القادمة|المقبلة|التالية)",
        ),
        (
            "within_period",
            r"(?:في غضون|خلال|في مدة لا تتجاوز|في (?:اجل|موعد) (?:لا يتجاوز|لا يتعدي|اقصاه)|في ظرف) (?:مدة )?([\u0621-\u064a]+|\d+)? ?(ساعة|ساعات|ساعتين|يوما|ايام|يومين|اسبوعا|اسبوعين|اسابيع|شهرا|شهرين|شهر|اشهر|سنة|سنتين|سنوات|عام|عامين|اعوام)(?![\u0621-\u064a])"
            r"(?! ?[0-9])(?! (?:محرم|صفر|ربيع|جمادي|رجب|شعبان|رمضان|شوال|ذو|ذي|يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس"
            r"|سبتمبر|اكتوبر|نوفمبر|ديسمبر|كانون|شباط|اذار|نيسان|ايار|حزيران|تموز|اب|ايلول|تشرين)(?![\u0621-\u064a]))",
        ),
    ),
    "id": (
        (
            "ordinal_session",
            r"\b(?:pada|dalam|untuk|sebelum|hingga|kepada) (?:sidang|sesi|pertemuan|konferensi)(?:nya)? (?:umum |reguler |biasa |luar biasa )*(?:yang )?(ke-? ?\d{1,3}|(?:ke\w+|pertama)(?: (?:puluh|belas|ratus|\w+ puluh))?(?: (?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan))?)",
        ),
        (
            "relative_next_session",
            r"\b(?:sidang|sesi|pertemuan|konferensi)(?:nya)?(?: \w+){0,4}? (?:berikutnya|mendatang|yang akan datang)\b",
        ),
        (
            "not_later_than",
            r"\b(?:selambat-lambatnya|paling lambat|tidak lebih lambat dari|sebelum|hingga)(?: pada)?(?: tanggal)?(?: akhir)?(?: bulan)?(?: tahun)? (\d[^,;.]{3,30}|[a-z]+ (?:19|20)\d\d)",
        ),
        (
            "not_later_than",
            r"(?<=\w )pada akhir (?:bulan )?(?:tahun )?((?:[a-z]+ )?(?:19|20)\d\d)\b",
        ),
        (
            "within_period",
            rf"\b(?:dalam waktu|dalam jangka waktu|dalam kurun waktu|dalam tenggat|dalam|selambat-lambatnya|paling lambat|paling lama) (?:paling lama |paling lambat |selambat-lambatnya |maksimal |tidak lebih dari |tidak melebihi )?((?!waktu|jangka|kurun)[\w-]+(?: (?:puluh|belas|ratus))?(?: (?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan))?) {_SAID_TWICE}(hari|minggu|bulan|tahun)\b",
        ),
        ("urgency", r"\b(?:sesegera mungkin|segera|tanpa penundaan|secepatnya|secepat mungkin)\b"),
    ),
}
BY = {
    "en": r"\b(?:by|before|no later than|not later than|on or before) (?:the )?(?:end of )?(?:the month of )?",
    "fr": r"\b(?:au plus tard|avant|d'ici(?: a| au)?) (?:la |en )?(?:fin )?(?:de |du |d')?(?:mois de )?",
}
"""What stands before a month of the Hijri calendar that is a deadline."""
GATES: dict[str, dict[DeadlineKind, tuple[str, ...]]] = {
    "en": {
        "session": ("session", "meeting", "summit", "conference", "council", "assembly", "congress"),
        "date": ("later than", "by ", "before ", "until ", "prior to"),
        "period": ("hour", "day", "week", "month", "year"),
        "urgency": ("soon", "delay", "urgent", "exped", "immediat", "forthwith", "earliest"),
    },
    "fr": {
        "session": ("session", "reunion", "sommet", "conference", "prochaine (", "assemblee", "congres"),
        "date": ("plus tard", "avant", "d'ici"),
        "period": ("heure", "jour", "semaine", "mois", "annee", " an"),
        "urgency": ("possible", "delai", "tarder", "urgence", "immediat", "attendre", "retard"),
    },
    "ar": {
        "session": ("دور", "جتماع", "قمة", "قمه", "مؤتمر", "مجلس", "جمعي"),
        "date": ("اجل", "موعد", "بحلول", "قبل", "غضون", "خلال"),
        "period": ("ساع", "يوم", "ايام", "اسبوع", "اسابيع", "شهر", "اشهر", "شهور", "سن", "عام", "اعوام"),
        "urgency": ("وقت", "اقرب", "تاخير", "ابطاء", "السرع", "الاستعجال", "فور", "عاجل"),
    },
    "id": {
        "session": ("sidang", "sesi", "konferensi", "pertemuan"),
        "date": ("lambat", "sebelum", "pada", "hingga"),
        "period": ("hari", "minggu", "bulan", "tahun"),
        "urgency": ("segera", "mendesak", "penundaan", "secepat"),
    },
}
"""Words one of which stands in every deadline of a kind: a pattern is tried only around them."""
AROUND = 120
"""So many characters before such words a deadline may begin."""


NEEDS: dict[tuple[str, str], tuple[str, ...]] = {
    ("en", "before_session"): ("before", "prior", "advance", "ahead"),
    ("fr", "before_session"): ("avant",),
    ("ar", "before_session"): ("قبل",),
    ("en", "ordinal_session"): ("session", "meeting", "summit", "conference", "assembly", "congress"),
    ("en", "relative_next_session"): ("next", "following", "coming", "subsequent"),
    ("fr", "relative_next_session"): ("prochain", "suivant", "venir"),
    ("ar", "relative_next_session"): ("قادم", "مقبل", "تالي"),
    ("id", "relative_next_session"): ("berikut", "datang"),
}
"""What further must stand in a text for a way of writing to be tried."""
CAPITAL = expression(r"(?<![\\?])[A-Z]")


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a deadline; one of `needs`, if there are any, must stand in the folded text."""

    meaning: str
    kind: DeadlineKind
    pattern: re.Pattern[str]
    needs: tuple[str, ...]


@cache
def forms(language: str) -> tuple[Form, ...]:
    """The ways of a language, those of this module before those of the lexicon; () where none are known."""
    # a word of the lexicon must not end inside a longer one; Arabic typists leave out the dots of the last letter
    end = "(?![\u0621-\u064a])" if language == "ar" else ""
    rows = [(p.meaning, f"(?:{plain(p.regex)}){end}") for p in patterns(language, "deadline") if p.meaning in KINDS]
    more = [(meaning, plain(regex)) for meaning, regex in MORE.get(language, ())]
    if language in BY:
        more.append(("not_later_than", rf"{BY[language]}((?:{name_pattern(language)}),? 1[345]\d\d)"))
    return tuple(
        Form(meaning, KINDS[meaning], expression(regex.replace("ة", "[ةه]")), NEEDS.get((language, meaning), ()))
        for meaning, regex in (*more, *rows)
    )


def plain(regex: str) -> str:
    """A pattern of the lexicon for folded text: small letters, no accents, one kind of alef and ya."""
    small = CAPITAL.sub(lambda letter: letter[0].lower(), regex)
    return small.translate(str.maketrans("أإآىéèêàâôûîïç", "اااي" + "eeeaaouiic"))
