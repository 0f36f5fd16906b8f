"""Verbs in other forms than a resolution's: "we urge", "they expressed", "a pris note", "أكد المؤتمر", "دعوة الدول", "يدعوالدول"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from amana.values.expressions import expression
from amana.values.folding import fold
from amana.values.lexicons import phrases

_PAST_EN = {
    "takes": "took", "holds": "held", "draws": "drew", "finds": "found", "pays": "paid", "seeks": "sought", "sets": "set",
    "lends": "lent", "stands": "stood", "undertakes": "undertook", "commits": "committed", "concurs": "concurred",
    "refers": "referred", "regrets": "regretted", "lays": "laid",
}  # fmt: skip
_FORMS_FR = {
    "prenons": "prend", "pris": "prend", "prises": "prend", "prennent": "prend", "reconnaissons": "reconnait",
    "reconnu": "reconnait", "mettons": "met", "mis": "met", "rendons": "rend", "rendu": "rend", "faisons": "fait",
    "fait": "fait", "savons": "sait", "su": "sait", "souscrivons": "souscrit", "souscrit": "souscrit", "soutenons": "soutient",
    "soutenu": "soutient", "convenons": "convient", "convenu": "convient", "appelons": "appelle", "appele": "appelle",
    "rappelons": "rappelle", "rappele": "rappelle", "rejetons": "rejette", "rejete": "rejette", "renouvelons": "renouvelle",
    "renouvele": "renouvelle", "accueillons": "accueille", "accueilli": "accueille", "attendons": "attend",
    "attendu": "attend", "emettons": "emet", "emis": "emet", "elu": "elit", "etabli": "etablit", "averti": "avertit",
    "inscrit": "inscrit", "promis": "promet", "maintenons": "maintient", "maintenu": "maintient", "voulons": "veut",
    "renouveler": "renouvelle", "appeler": "appelle", "rappeler": "rappelle", "prendre": "prend", "faire": "fait", "rendre": "rend",
    "accueillir": "accueille", "etablir": "etablit", "inscrire": "inscrit", "reconnaitre": "reconnait", "maintenir": "maintient",
}  # fmt: skip
_PAST_AR = {
    "اكد": "يؤكد", "اعرب": "يعرب", "عبر": "يعبر", "اشاد": "يشيد", "رحب": "يرحب", "ادان": "يدين", "دعا": "يدعو", "شدد": "يشدد",
    "حث": "يحث", "طلب": "يطلب", "قرر": "يقرر", "كلف": "يكلف", "اوصي": "يوصي", "ناشد": "يناشد", "اخذ": "ياخذ",
    "اعتمد": "يعتمد", "وافق": "يوافق", "استنكر": "يستنكر", "رفض": "يرفض", "طالب": "يطالب", "ندد": "يندد", "نوه": "ينوه",
    "حذر": "يحذر", "اعلن": "يعلن", "دعم": "يدعم", "جدد": "يجدد", "شجب": "يشجب", "ثمن": "يثمن", "اثني": "يثني", "هنا": "يهنئ",
    "شكر": "يشكر", "لاحظ": "يلاحظ", "احاط": "يحيط", "ايد": "يؤيد", "اهاب": "يهيب", "شجع": "يشجع", "ابدي": "يعرب عن",
    "استعرض": "يستعرض", "اقر": "يقر", "صادق": "يصادق", "فوض": "يفوض", "اسف": "ياسف", "حمل": "يحمل", "تعهد": "يتعهد",
    "دعت": "يدعو", "اوصت": "يوصي", "اثنت": "يثني", "ابدت": "يعرب عن", "استذكر": "يستذكر", "بارك": "يبارك", "عين": "يعين",
    "انتخب": "ينتخب", "اعتبر": "يعتبر", "كرر": "يكرر", "اشار": "يشير", "لفت": "يلفت", "وجه": "يوجه", "انشا": "ينشئ",
    "شكل": "يشكل", "خول": "يخول", "مدد": "يمدد", "احال": "يحيل", "راي": "يري", "رات": "يري", "اعاد": "يعيد", "ذكر": "يذكر",
    "قدر": "يقدر", "دان": "يدين", "امل": "يامل", "سجل": "يسجل", "اتفق": "يتفق", "تقدم": "يتقدم", "توجه": "يتوجه",
    "تطلع": "يتطلع", "اطلع": "يطلع", "تابع": "يتابع", "بحث": "يستعرض", "ناقش": "يستعرض", "تدارس": "يستعرض",
    "استمع": "يستعرض", "عزي": "يعزي", "عزت": "يعزي", "نعي": "يعزي", "ترحم": "يترحم", "ركز": "يركز", "احيط": "يحيط",
}  # fmt: skip
_NO_NOUN_AR = frozenset(("اهاب", "اثني", "ثمن", "عبر", "شجب"))
"""Verbs of the past that hardly stand for a noun where a paragraph begins with "and" and such a word."""
_TOLD_ON_AR = expression(
    r"(?:عن|علي|الي|من|ان|علما|مجددا|بشدة|عاليا|جهود|دور|ب[\u0621-\u064a]{3,}|ال(?:دول|حكومات|مجتمع|اطراف|امين|امانة|مانحين)[\u0621-\u064a]*)(?![\u0621-\u064a])"
)
"""What such a verb goes on with, where who acts was named before."""
_NOUN_AR = {
    "دعوة": "يدعو", "تكليف": "يكلف", "تاكيد": "يؤكد", "اشادة": "يشيد", "ترحيب": "يرحب", "اعراب": "يعرب", "تعبير": "يعبر",
    "طلب": "يطلب", "مطالبة": "يطالب", "حث": "يحث", "ادانة": "يدين", "موافقة": "يوافق", "مصادقة": "يصادق", "اعتماد": "يعتمد",
    "اقرار": "يقر", "توجيه": "يوجه", "احاطة": "يحيط", "رفض": "يرفض", "تجديد": "يجدد", "مناشدة": "يناشد", "تفويض": "يفوض",
    "شجب": "يشجب", "استنكار": "يستنكر", "تنديد": "يندد", "تثمين": "يثمن", "ثناء": "يثني", "تنويه": "ينوه", "تهنئة": "يهنئ",
    "شكر": "يشكر", "تشديد": "يشدد", "تشجيع": "يشجع", "تحذير": "يحذر", "تحميل": "يحمل", "دعم": "يدعم", "تاييد": "يؤيد",
    "انشاء": "ينشئ", "تشكيل": "يشكل", "تعيين": "يعين", "تمديد": "يمدد", "احالة": "يحيل", "توصية": "يوصي", "ايعاز": "يوعز",
    "عقد": "يقرر عقد", "مواصلة": "يقرر مواصلة", "استمرار": "يقرر مواصلة", "ادراج": "يقرر ادراج", "تبني": "يتبني",
    "اهابة": "يهيب", "انتخاب": "ينتخب", "اعلان": "يعلن", "تعهد": "يتعهد", "التزام": "يلتزم", "اشارة": "يشير",
    "عرض": "يحيل", "تذكير": "يذكر", "تمسك": "يتمسك", "تعديل": "يعدل", "الغاء": "يلغي", "تخصيص": "يخصص", "تخويل": "يخول", "ابقاء": "يبقي",
    "تاسيس": "ينشئ", "احداث": "ينشئ", "استحداث": "ينشئ", "اعادة": "يعيد", "اتفاق": "يتفق", "عهد": "يعهد", "قبول": "يقبل",
    "اقتراح": "يقترح", "تزكية": "يزكي", "تضامن": "يتضامن", "استذكار": "يستذكر", "انهاء": "ينهي", "ترحم": "يترحم", "الزام": "يلزم", "نعي": "ينعي", "تكوين": "ينشئ", "مباركة": "يبارك", "منح": "يمنح", "تعليق": "يعلق", "تنظيم": "يقرر تنظيم",
    "حظر": "يحظر", "اختيار": "يختار", "اسناد": "يسند", "ترخيص": "ياذن", "استئناف": "يستانف", "ايفاد": "يقرر ايفاد", "ارجاء": "يقرر ارجاء", "تاجيل": "يقرر تاجيل", "عدم": "يقرر عدم", "استضافة": "يقرر استضافة", "تسمية": "يقرر تسمية",
}  # fmt: skip
_ACTORS_AR = expression(
    r"(?:ال)?(?:مجلس|مؤتمر|قمة|جمعية|لجنة|اجتماع|قادة|وزراء|مشاركون|مجتمعون|اطراف|جانبان|طرفان|هيئة|منتدي|ملوك|رؤساء|وفود|"
    r"مؤتمرون|اعضاء|دول الاعضاء|دورة|برلمان|ندوة|ملتقي|ورشة|مشاركات)(?: (?:العامة|الاعضاء|المشاركون|الوزاري|الاعلي))?(?![\u0621-\u064a]) ?"
)
_SPEAKERS_AR = expression(
    r"(?:(?:معالي|سعادة|السيد|السيدة|فخامة) )?(?:ال)?(?:منظمة|امانة|امين|رئيس|رئاسة|جامعة|مجمع|مفوضية|حكومة)(?: ال[\u0621-\u064a]+)?(?![\u0621-\u064a]) ?"
)
"""Who else says in the present what a statement to the press says: "تعرب الأمانة العامة عن قلقها"."""
_OFFICES_AR = expression(r"(?:(?:ال)?امانة(?: العامة)?|المنظمة|منظمة(?: ال[\u0621-\u064a]+){1,2})(?![\u0621-\u064a]) ?")
_PERSONS_AR = frozenset("يت")
BARE_HAMZA = str.maketrans("ؤئ", "وي")
"""A hamza that a typist left out: "يوكد"."""
_MANY = expression(
    r"(?:(?P<had>و?قد )(?P<past>[\u0621-\u064a]{3,})|(?P<lead>و?اذ |و(?=[\u0621-\u064a]{2,}وا(?![\u0621-\u064a])))?"
    r"(?P<verb>[\u0621-\u064a]{2,}(?:ون|وا|ان)))(?![\u0621-\u064a])"
)
_TA_AR = expression(r"(?<=[\u0621-\u064a]{3})ه(?![\u0621-\u064a])")
_THEIRS_AR = expression(r"(?<=[\u0621-\u064a])هما?(?![\u0621-\u064a])")
_STILL_AR = expression(r"(و?اذ )(?:لا [يت]زال|ما زالت?|ما [يت]زال|ما فتئت?|ما برحت?) (?=[يت])")
"""Grounds that last: "وإذ لا يزال يساوره القلق"."""
_AGREED_AR = expression(r"اتفق(?:ت|ا|وا|نا)(?= علي ما (?:يلي|ياتي|هو ات))")
"""How the parties of a charter agree."""
_JOINT = expression(
    r"(و?)(م[\u0621-\u064a]{3,})ين(?= (?:ال[\u0621-\u064a]|ب|ل[\u0621-\u064a]|علي |الي |عن |من |في |ان ))"
)
"""The participle of many, as grounds: "مسترشدين بتعاليم", "ومدركين لاهمية"."""
_FOLLOWS_AR = expression(r" (?:علي )?(?:ما (?:يلي|ياتي|هو ات)|الاحكام التالية|الاتي)")
_NAMING_AR = frozenset(("وزراء", "خارجية", "حقوق", "دول", "التعاون", "جامعة", "منظمة", "حكومات", "في", "علي", "مستوي"))
"""What the name of an organ goes on with, beside words with an article."""
_TAKING = expression(r"(?:ال)?اخذ (?:ال)?علما?\b")
_THANKING = expression(
    r"(?:ال)?(?:تقديم|توجيه|ازجاء) (?:خالص |جزيل |وافر |عميق )?(?:ال)?(?:شكر|تحية)(?![\u0621-\u064a])"
)
_HELD_AR = expression(
    r"(?:[\u0621-\u064a]+ ){0,3}?(?:اجتماعا|اجتماعه|دورته|دورة|جلسة|جلسته|جلسات|لقاء|مشاورات|مباحثات)"
)
"""What an organ held, right behind its name."""
_RAISED_AR = expression(
    r"(?:[\u0621-\u064a]+ ){0,3}?(?:ال)?(?:شكر|امتنان|تحي|تهان|تقدير|توصي|تقرير|تقارير|موضوع|عقوب|حظر|حصار|تعليق)"
)
_OURS = {"en": expression(r"\b(?:our|their)\b"), "fr": expression(r"\b(?:notre|leurs?|nos)\b")}
_REFLEXIVE = expression(r"(?:nous nous |nous n'|nous |se sont |s'est |s'etaient |ont |a |avons )")


def in_the_present(head: str, language: str) -> Iterator[str]:
    """A folded opening whose subject was taken off, with its verb as resolutions have it; each way to read it.

    >>> list(in_the_present("expressed their deep concern", "en")), list(in_the_present("a pris note du rapport", "fr"))
    (['expresses its deep concern'], ['prend note du rapport'])
    """
    if language == "en":
        verb, _, rest = head.partition(" ")
        if known := _english().get(verb):
            yield f"{known} {_OURS['en'].sub('its', rest)}"
    elif language == "fr":
        yield from _french(head)


def _french(head: str) -> Iterator[str]:
    lead = _REFLEXIVE.match(head)
    bare = head[lead.end() :] if lead else head
    verb, _, rest = bare.partition(" ")
    known = _french_verbs().get(verb) or _french_verbs().get(verb.rstrip("s").removesuffix("e") + "e" if lead else "")
    if known is None:
        return
    reflexive = lead is not None and lead[0].startswith(("nous nous", "se ", "s'"))
    verb = (f"s'{known}" if known[0] in "aeiouh" else f"se {known}") if reflexive else known
    for its in ("sa", "son", "ses") if _OURS["fr"].search(rest) else ("",):
        yield f"{verb} {_OURS['fr'].sub(its, rest)}"


def told_of(head: str, leading: re.Pattern[str] | None = None) -> str | None:
    """Arabic: what a communiqué tells of its conference, or says of itself, as the conference would decide it.

    `leading`: the connectors behind which it may tell it, "وفي الختام، تقدم الوزراء بالشكر".

    >>> told_of("اعرب المؤتمر عن تقديره"), told_of("رحبت القمة بانضمام"), told_of("اكد ان")
    ('يعرب عن تقديره', 'يرحب بانضمام', None)
    """
    if " ،" in head:
        head = head.replace(" ،", "،")  # a typist's blank before the comma
    verb, _, rest = head.partition(" ")
    verb = verb if verb in _PAST_AR else verb.removeprefix("و")
    present = _PAST_AR.get(verb) or (_PAST_AR.get(verb[:-1]) if verb.endswith("ت") else None)
    actor = (_ACTORS_AR.match(rest) or (verb.endswith("ت") and _OFFICES_AR.match(rest)) or None) if present else None
    if actor is None and leading is not None and (lead := leading.match(head)) and lead.end():
        return told_of(head[lead.end() :]) or _told_alone(head[lead.end() :])
    return f"{present} {rest[actor.end() :]}" if actor else _told_alone(head) if head[:1] == "و" else None


def _told_alone(head: str) -> str | None:
    """Arabic: what is told of the organ that was named before, or of us, where its verb is no noun as well.

    >>> _told_alone("واهاب بالمجتمع الدولي"), _told_alone("ودعت الي"), _told_alone("ودعت قطر"), _told_alone("واعربنا عن قلقنا")
    ('يهيب بالمجتمع الدولي', 'يدعو الي', None, 'نعرب عن قلقنا')
    """
    verb, _, rest = head.partition(" ")
    verb = verb.removeprefix("و")
    if not (verb in _NO_NOUN_AR or verb[-1:] == "ت" or verb[-2:] == "نا") or not _TOLD_ON_AR.match(rest):
        return None
    if verb[-2:] == "نا":
        present = _PAST_AR.get(verb[:-2])
        return f"ن{present[1:]} {rest}" if present else None
    present = _PAST_AR.get(verb) or (_PAST_AR.get(verb[:-1]) if verb[-1] == "ت" else None)
    return f"{present} {rest}" if present else None


def acting(head: str) -> Iterator[str]:
    """Arabic: a verb in the present behind which its subject stands, without that subject; each length that it may have.

    >>> list(acting("يعرب البرلمان العربي عن ادانته")), list(acting("يعرب عن ادانته"))
    (['يعرب العربي عن ادانته', 'يعرب عن ادانته'], [])
    """
    verb, _, rest = head.partition(" ")
    actor = _SPEAKERS_AR.match(rest) or _ACTORS_AR.match(rest) if verb.removeprefix("و")[:1] in _PERSONS_AR else None
    if actor is None:
        return
    words = rest[actor.end() :].lstrip().split(" ")
    for n, word in enumerate(words[:7]):
        yield " ".join((verb, *words[n:]))
        if not word.startswith(("ال", "لل", "لم", "لج", "لو")) and word not in _NAMING_AR:
            return


def of_many(head: str) -> Iterator[str]:
    """Arabic: a beginning whose verb stands in the plural or dual, "يؤكدون", "واوصوا", or behind قد, as one of an organ has it; each way to read it.

    >>> list(of_many("اذ يلاحظون تفشي")), list(of_many("واوصوا بما يلي"))
    (['اذ يلاحظ تفشي', 'اذ يلاحظو تفشي', 'اذ يلاحظي تفشي'], ['يوصي بما يلي'])
    >>> list(of_many("ومدركين لاهمية"))
    ['ومدركا لاهمية', 'واذ يدرك لاهمية']
    >>> list(of_many("وقد احاطت علما"))
    ['واذ احاطت علما', 'واذ تحيط علما']
    """
    yield from _each_way(head)
    if (meant := _TA_AR.sub("ة", head[:60])) != head[:60]:  # a typist's ه
        yield meant + head[60:]
        yield from _each_way(meant + head[60:])


def _each_way(head: str) -> Iterator[str]:
    if still := _STILL_AR.match(head):
        yield f"{still[1]}{head[still.end() :]}"
    elif agreed := _AGREED_AR.match(head):
        yield f"يتفق{head[agreed.end() :]}"
    elif joint := _JOINT.match(head):
        lead, stem, rest = joint[1], joint[2], head[joint.end() :]
        yield from (f"{lead}{stem}ا{rest}", f"{lead}اذ ي{stem[1:]}{rest}")
    elif (found := _MANY.match(head)) is not None:
        yield from _behind_had(found["past"], head[found.end() :]) if found["had"] else _of_one(found, head)


def _behind_had(verb: str, rest: str) -> Iterator[str]:
    """What "قد" and a verb of the past begin: what a charter agrees on, or a ground; behind its subject it tells what the organ did."""
    present = _PAST_AR.get(verb) or _PAST_AR.get(verb[:-1]) or _PAST_AR.get(verb[:-2])
    if present and _FOLLOWS_AR.match(rest):
        yield f"{present}{rest}"  # "قد اتفقت على ما يلي"
    if not _ACTORS_AR.match(rest.lstrip()):
        yield f"واذ {verb}{rest}"
        if present := _PAST_AR.get(verb):
            yield f"واذ {present}{rest}"
        elif verb.endswith("ت") and (present := _PAST_AR.get(verb[:-1])):
            yield f"واذ ت{present[1:]}{rest}"


def _of_one(found: re.Match[str], head: str) -> Iterator[str]:
    """A verb of several as one of an organ has it."""
    lead, verb, rest = found["lead"] or "", found["verb"], head[found.end() :]
    if verb.endswith(("ون", "ان")) and verb[0] in _PERSONS_AR:
        yield from (f"{lead}{stem}{rest}" for stem in (verb[:-2], verb[:-1], f"{verb[:-2]}ي"))
        if "هم" in rest:
            yield f"{lead}{verb[:-2]}{_THEIRS_AR.sub('ه', rest, count=1)}"
    elif verb.endswith("وا"):
        if verb[0] in "يتن":  # an alef too many: "يدعوا"
            yield f"{lead}{verb[:-1]}{rest}"
        present = next((_PAST_AR[p] for end in ("", "ي", "ا") if (p := verb[:-2] + end) in _PAST_AR), None)
        if present:
            yield f"{present}{rest}"


def listed(head: str) -> str | None:
    """Arabic: an act in a numbered list, named by its noun, with the verb of that noun.

    >>> listed("دعوة الدول الاعضاء الي"), listed("التاكيد مجددا علي"), listed("اخذ العلم بتقرير")
    ('يدعو الدول الاعضاء الي', 'يؤكد مجددا علي', 'ياخذ علما بتقرير')
    """
    taking = _TAKING.match(head)
    if taking:
        return "ياخذ علما" + head[taking.end() :]
    if thanking := _THANKING.match(head):
        return "يوجه الشكر" + head[thanking.end() :]
    noun, _, rest = head.partition(" ")
    bare = noun.removeprefix("ال")
    verb = _NOUN_AR.get(noun) or _NOUN_AR.get(bare) or (_NOUN_AR.get(f"{bare[:-1]}ة") if bare[-1:] == "ه" else None)
    if noun == "عقد" and (actor := _ACTORS_AR.match(rest)) and _HELD_AR.match(rest, actor.end()):
        return None  # "the Council held", not "to hold"
    if noun == "رفع":
        return f"يرفع {rest}" if _RAISED_AR.match(rest) else None  # the level of something is raised too
    return f"{verb} {rest}" if verb and rest else None


@cache
def _english() -> Mapping[str, str]:
    """Base and past of every verb that opens a paragraph, with its third person."""
    forms = {}
    for verb in {
        p.phrase.split(" ")[0] for p in phrases("en") if p.part == "operative" and p.phrase.split(" ")[0][-1] == "s"
    }:
        base = (
            verb[:-3] + "y"
            if verb.endswith("ies")
            else verb[:-2]
            if verb.endswith(("sses", "shes", "ches"))
            else verb[:-1]
        )
        past = base + "d" if base[-1] == "e" else base[:-1] + "ied" if base.endswith("fy") else base + "ed"
        forms.update({base: verb, _PAST_EN.get(verb, past): verb})
    return forms


@cache
def _french_verbs() -> Mapping[str, str]:
    """The first person plural, the participle and the infinitive of every verb that opens a paragraph, without accents."""
    forms = dict(_FORMS_FR)
    for phrase in phrases("fr"):
        words = fold(phrase.phrase, accents=False).removeprefix("se ").removeprefix("s'").split(" ")
        verb = words[0]
        if phrase.part == "operative" and verb.endswith("e"):
            stem = verb[:-1]
            forms.setdefault(stem + ("eons" if stem.endswith("g") else "ons"), verb)
            forms.setdefault(verb, verb)
            forms.setdefault(stem + "er", verb)
    return forms


GLUED = expression(
    r"(و?اذ)(?=[يت][\u0621-\u064a]{3})|([يت][\u0621-\u064a]{2,5}[اأدذرزوىءة])(?=(?:ب?ال|لل)[\u0621-\u064a]{3})"
)
"""Two words that a typist ran together behind a letter that does not join: "إذيستذكر", "يشيدبالجهود"."""


_BEHIND = expression(r"ال[\u0621-\u064a]{3,}$|(?:علي|الي|عن|من|ب?ان|مجددا|بشدة)$")
"""What a first word goes on with only where a blank was left out."""
_BY = expression(r"ب[\u0621-\u064a]{4,}$")
_LETTERS = expression(r"([\u0621-\u064a]{2,5}) ([\u0621-\u064a]{1,4})(?![\u0621-\u064a])")


def unglued(head: str, known: Mapping[str, object]) -> str:
    """A folded beginning with a blank behind the first word, where it was left out and that word is a known one.

    >>> unglued("يدعوالدول الاعضاء", {"يدعو": 1}), unglued("يدعون الدول", {"يدعو": 1})
    ('يدعو الدول الاعضاء', 'يدعون الدول')
    >>> unglued("يحثالدول علي", {"يحث": 1}), unglued("يرحببمبادرة قطر", {"يرحب": 1}), unglued("ير حب بعقد", {"يرحب": 1})
    ('يحث الدول علي', 'يرحب بمبادرة قطر', 'يرحب بعقد')
    """
    found = GLUED.match(head)
    if found is None or (found[2] and found[2] not in known):
        return _parted(head, known) or head
    rest = head[found.end() :]
    inner = GLUED.match(rest) if found[1] else None
    if inner is not None and inner[2]:
        rest = f"{inner[2]} {rest[inner.end() :]}"
    return f"{found[0]} {rest}"


def _parted(head: str, known: Mapping[str, object]) -> str | None:
    """The beginning with a known verb parted from what is glued to it, or put together where it is torn in two."""
    if head[:1] not in "يتن" or " " not in head:
        return None
    torn = _LETTERS.match(head)
    if torn is not None and torn[1] + torn[2] in known and torn[1] not in known:
        return torn[1] + torn[2] + head[torn.end() :]
    word = head.partition(" ")[0]
    for n in range(len(word) - 2, 2, -1):
        if word[:n] in known and (_BEHIND.match(word, n) or (n > 3 and _BY.match(word, n))):
            return f"{word[:n]} {head[n:]}"
    return None
