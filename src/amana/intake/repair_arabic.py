"""Damage to Arabic letters: presentation forms, lam and alef swapped, Persian letters, marks that nobody sees."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import resources

from amana.intake import repair_numbers
from amana.values.expressions import expression

L = "[\u0621-\u064a]"
MARKS = expression("[\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\u00ad]")
TATWEEL = expression("ـ{3,}")
"""A word drawn out; one or two tatweel are a matter of type."""

FIRST = "(?<![\u0621-\u064a])"
SWAPPED = expression(f"{FIRST}([وفبك]{{0,2}})ا([إأآ])ل(?={L})")
PLAIN = expression(f"{FIRST}([وفبك]{{0,2}})اال(?={L})(?P<rest>{L}+)")
_ENDS = "(?:ي|ية|ات|ين|ه|ها|هم|نا)?"
DERIVED = expression(
    f"ست{L}{{3,}}|ت{L}ا{L}{_ENDS}|{L}ت{L}ا{L}{_ENDS}|(?:حتال|ختال|متثا){L}{_ENDS}|[زض][دط]{L}ا{L}{_ENDS}"
    f"|ن{L}{L}ا[^ت\\W]{_ENDS}|ثنين|ثنان|بن|سم"
)
"""After "الا" without hamza: nouns of the derived forms VII, VIII and X, and "two", "son", "name"."""
FOR_THE = expression(f"{FIRST}([وف]?)ل([إأآ])ل(?P<rest>{L}+)")
HONEST = (
    "قاء",
    "غاء",
    "زام",
    "حاق",
    "مام",
    "هام",
    "حاد",
    "ماني",
    "مانيا",
    "ف",
    "فين",
    "باني",
    "بانيا",
    "كترون",
    "يم",
    "م",
)
"""What honestly follows "لإل" and "لأل": "for delivering", "to Germany", "for a thousand"."""
UNLESS = expression(f"{FIRST}([وف]?)(إال|أال)(?!{L})")
ESPECIALLY = expression(f"{FIRST}([و]?)ال (?=سيما)")
ALONE = expression(f"{FIRST}([وفأ]?)ال(?= +{L})")
"""An article without its word: it stands for "not"."""
FOR_DERIVED = expression(f"{FIRST}([وف]?)لال(?P<rest>{L}+)")
OWN_LAM = expression("ت(?!حاد|صال|فاق|جاه)")
"""What honestly follows "لال" though its form is derived: "for the commitment" of another typist, "for seeking"."""
DOUBLED = expression("(?<=[\u0621-\u064a])اال(?![وي]?[إأآ])")
PLURAL = expression(f"{FIRST}([وف]?[بك]?(?:ال|لل){L}{{2,}}|[وفبكل]?ت{L}{L}ي)الت(?!{L})")
"""A noun, as its article or its form tells, that ends in "الت": plurals end in "لات"."""

NEVER: tuple[tuple[re.Pattern[str], str], ...] = (
    (expression("ال(?=[ءئ])"), "لا"),
    (expression(f"{FIRST}([وف]?[بك]?)الال(?=جئ|زم|حق|ئ|عب|مركز|تين|[إا]نسان|سلكي|عنف|نظام|وعي)"), r"\1اللا"),
    (expression(f"(?<=[\u0621-\u064a][^\\Wوفبكتل])الل(?=(?:ة|ات|تها?|تكم|تنا|ها|هم|نا)?(?!{L}))"), "لال"),
    (expression(f"(?<![\u0621-\u064a])([جدضظهسغحز])الل(?=(?:ة|ات|ته|تكم|ها|هم|نا)?(?!{L}))"), r"\1لال"),
    (expression(f"{FIRST}([وف]?[بكل]?)بالد(?=(?:ه|ها|هم|نا)(?!{L})| ال)"), r"\1بلاد"),
    (expression(f"{FIRST}([وف]?[بكل]?(?:ال|لل))بالد(?!{L})"), r"\1بلاد"),
    (expression(f"{FIRST}([وفب]?)(م(?!ازالت){L}{{2,5}})الت(?!{L})"), r"\1\2لات"),
    (expression(f"{FIRST}([وف]?)ألن(?=(?:ه|ها|هم|نا)?(?!{L}))"), r"\1لأن"),
    (expression(f"{FIRST}(?<!على )(?<!على ذي )(?<!ذا )(?<!ذي )(?<!ذو )(?<!ذات )(?<!في )(?<!عن )(?<!من )(?<!ما )(و?)بال(?= (?!ال){L}{{3}})"), r"\1بلا"),
    (
        expression(f"{FIRST}([وفبل]?(?:السنوات|الأعوام|الأشهر|الشهور|الأسابيع|الأيام|الدورات|الدول|المرات|الجزر|اللغات|الأطراف|الجهات|اللجان|الفقرات|المؤسسات) )الثالث(ة?)(?!{L}| عشر)"),
        r"\1الثلاث\2",
    ),
    (expression(f"{FIRST}([وفبل]?)كال(?= (?:من(?!{L})|ال{L}+ين(?!{L})))"), r"\1كلا"),
    (expression(f"{FIRST}([وف]?)السيما(?!{L})"), r"\1لاسيما"),
    (expression(f"{FIRST}([وف]?)الغيا(?!{L})"), r"\1لاغيا"),
    (expression(f"(?<={L})ال(?=ً(?!{L}))"), "لا"),
    (expression(f"{FIRST}([وف]?)أوال(?= ?[:.،/–—-])"), r"\1أولا"),
    (expression(f"{FIRST}(و?)عمال(?= ب(?:أحكام|احكام|نص|مقتضى|قرار|(?:ال)?ماد[ةت]|توصي|ال(?:قرار|فقرة|فصل|توصي)))"), r"\1عملا"),
    (expression(f"{FIRST}(و?)الصالة(?= والس(?:ال|لا)م(?!{L}))"), r"\1الصلاة"),
    (expression(f"{FIRST}([وفبل]?(?:ال)?)ماليين(?= (?:دولار|نسمة|شخص|طفل|لاجئ|الجئ|ريال|دينار|يورو|إنسان|شاب))"), r"\1ملايين"),
    (
        expression(f"{FIRST}([وفبل]?)ثالث(ة?)(?= (?:[أا]يام|[أا]شهر|شهور|سنوات|[أا]عوام|[أا]سابيع|دول|ملايين|ماليين|مرات|[أا]عضاء|آالف|آلاف|[أا]صوات|ساعات|سنين)(?!{L}))"),
        r"\1ثلاث\2",
    ),
)  # fmt: skip
"""In a damaged file: letters that stand so in no Arabic word, and words that mean nothing else beside their neighbour."""

PERSIAN = expression("[\u06a9\u06cc\u06c1\u06d2\u06be]")
FOREIGN = expression(
    f"[پچژگٹڈڑں]|{FIRST}(?:که|کہ|از|را|این|است|برای|های|شد|می|کے|کا|کی|میں|ہے|ہیں|اور|سے|کو|تا|بود|آن|یا|نیز)(?!{L}|[\u0671-\u06d3])"
)
NATIVE = expression(
    f"{FIRST}(?:[وفبك]?ال{L}[\u0621-\u064a\u06a9\u06cc]+|لل{L}{{2,}}|في|فی|من|إلى|إلی|على|علی|أن|إن|هذا|هذه|التي|التی|الذي|الذی|ذلك)(?!{L})"
)
MAQSURA = expression(
    f"{FIRST}([وفبكل]?(?:ال)?(?:عل|إل|ال|حت|مت|لد|سو|مد|أخر|اخر|كبر|قصو|مستو|أقص|اقص|أعل|اعل|أدن|أول|مجر|محتو|منتد|جدو|ذكر|موس|عيس|مصطف|مرتض|جر|مض|شت))\u06cc(?!{L}|[\u0671-\u06d3])"
)
"""Words that end in ى, not ي: "on", "to", "until", "other", "level", "the Aqsa" …"""


def _presentation_forms() -> dict[int, str]:
    """Letters in their presentation forms → plain letters; ornate brackets and whole-word signs (ﷺ) stay."""
    codes = [*range(0xFB50, 0xFD3E), *range(0xFD50, 0xFDF0), *range(0xFE70, 0xFEFF)]
    forms = {code: unicodedata.normalize("NFKC", chr(code)) for code in codes}
    return {code: plain for code, plain in forms.items() if plain != chr(code)}


FORMS = _presentation_forms()
HAS_FORM = expression("[\ufb50-\ufd3d\ufd50-\ufdef\ufe70-\ufefe]")


def _lexicon() -> tuple[dict[str, str], dict[str, str]]:
    """Words that a swapped lam-alef has damaged inside: those that are sure, and those only in a damaged file."""
    text = (resources.files("amana.intake") / "swapped.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    sure = {row["wrong"]: row["right"] for row in rows if row["sure"] == "yes"}
    return sure, {row["wrong"]: row["right"] for row in rows}


SURE, LIKELY = _lexicon()


def _within(table: dict[str, str]) -> re.Pattern[str]:
    stems = "|".join(sorted(table, key=len, reverse=True))
    return expression(
        f"{FIRST}([وف]?[بكل]?(?:ال|لل)?)({stems})((?:ي|ية|يه|يا|يات|ون|وا|يين|يون|ات|ه|ها|هم|هما|نا|ا|ين|ان|تها|ته|تهم|ة|اته|اتها)?)(?!{L})"
    )


INSIDE = {True: (_within(LIKELY), LIKELY), False: (_within(SURE), SURE)}

SUSPECT = expression(
    "[\u00ad\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ufffd\u06a9\u06cc\u06c1\u06d2\u06be"
    "\ufb50-\ufd3d\ufd50-\ufdef\ufe70-\ufefe]"
    f"|[إأآ](?:ل{L}(?<=[ال]...)|ال(?!{L}))|ة(?:(?={L})|(?<= ة))|ى(?=[\u0622-\u0628\u062a-\u064a])|ـ{{3}}|[٠-٩]{{4}}"
)
"""One search that a clean text passes without a hit; its first letters are rare ones, so that it is fast."""
SIGNS = ("اال", " يف ", " ية", "ال سيما")
STEMS = tuple(one for one in SURE if not any(other != one and other in one for other in SURE))


@dataclass(frozen=True, slots=True)
class Nature:
    """What the whole file tells of its damage: `swapped`: lam and alef stand swapped for sure somewhere;
    `native`: it is Arabic, not Persian or Urdu; `digits`: how its Arabic-Indic digits stand.
    """

    swapped: bool = False
    native: bool = True
    digits: repair_numbers.Digits = "upright"


def nature_of(texts: Sequence[str]) -> Nature:
    """The nature of a file, out of the texts of all its blocks."""
    whole = unmark(unform("\n".join(texts), Nature()), Nature())
    swapped = SWAPPED.search(whole) is not None or len({m["rest"] for m in PLAIN.finditer(whole)}) > 1
    return Nature(swapped, is_arabic(whole), repair_numbers.digits_of(whole.translate(ARABIC)))


def is_arabic(text: str) -> bool:
    """Whether a text in Arabic letters is Arabic: twice as many of its words as those of Persian and Urdu.

    >>> is_arabic("منظمة التعاون الإسلامی فی جدة"), is_arabic("سازمان همکاری اسلامی که در جده است")
    (True, False)
    """
    if not PERSIAN.search(text):
        return True
    native = len(NATIVE.findall(text))
    return native > 0 and native > 2 * len(FOREIGN.findall(text))


def is_suspicious(text: str) -> bool:
    """Whether letters of a text may be damaged: all that is asked of a clean one."""
    if SUSPECT.search(text) is not None:
        return True
    for sign in SIGNS:
        if sign in text:
            return True
    for stem in STEMS:
        if stem in text:
            return True
    return text.count(" ") * 5 > len(text) * 2  # a blank after every letter


def unmark(text: str, nature: Nature) -> str:
    """Without marks of direction, soft hyphens and blanks of no width."""
    return MARKS.sub("", text)


def unform(text: str, nature: Nature) -> str:
    """Presentation forms as the letters that they show."""
    return text.translate(FORMS) if HAS_FORM.search(text) else text


def unstretch(text: str, nature: Nature) -> str:
    """Without tatweel where three or more stand together."""
    return TATWEEL.sub("", text) if "ـــ" in text else text


def unpersian(text: str, nature: Nature) -> str:
    """Persian and Urdu letters as Arabic ones, in an Arabic text only.

    >>> unpersian("العربی علی الاقصی", Nature()), unpersian("سازمان همکاری که است", Nature())
    ('العربي على الاقصى', 'سازمان همکاری که است')
    """
    if not PERSIAN.search(text):
        return text
    if _is_quoted(text):
        return text
    foreign, native = len(FOREIGN.findall(text)), len(NATIVE.findall(text))
    if foreign * 2 >= native and (foreign or not nature.native):
        return text
    text = text.replace("\u06a9", "ك")
    return MAQSURA.sub(r"\1ى", text).translate(ARABIC)


QUOTED = expression('[«“"(][^»”")]*[»”")]')
NATIVE_LETTER = expression("[يك]")


def _is_quoted(text: str) -> bool:
    """Whether Persian letters stand in quotations alone of which no word is Arabic, in a text that has its own ي and ك.

    >>> _is_quoted("الفارسية (مثل: «همه کشورها») في المراسلات"), _is_quoted("القرار «فی شأن القدس» العربی")
    (True, False)
    """
    outside = QUOTED.sub("", text)
    if PERSIAN.search(outside) or not NATIVE_LETTER.search(outside):
        return False
    return not any(NATIVE.search(one) for one in QUOTED.findall(text) if PERSIAN.search(one))


ARABIC = str.maketrans({"\u06cc": "ي", "\u06c1": "ه", "\u06d2": "ي", "\u06be": "ه"})


def unswap(text: str, nature: Nature) -> str:
    """Lam and alef in their order; what may be honest is changed only in a file that is damaged for sure.

    >>> unswap("األمين واالتحاد خالل", Nature()), unswap("السالم", Nature()), unswap("السالم", Nature(swapped=True))
    ('الأمين والاتحاد خلال', 'السالم', 'السلام')
    >>> unswap("ال يجوز لالجتماع إلغاء المجاالت والمعامالت", Nature(swapped=True)), unswap("لالتزام ال", Nature(swapped=True))
    ('لا يجوز للاجتماع إلغاء المجالات والمعاملات', 'لالتزام ال')
    """
    if "ال" not in text and "ل" not in text:
        return text
    plain = SWAPPED.sub(r"\1ال\2", text)
    damaged = nature.swapped or plain != text
    plain = PLAIN.sub(lambda m: _plain(m, damaged), plain)
    if damaged:
        plain = FOR_THE.sub(_for_the, plain)
    plain = UNLESS.sub(lambda m: f"{m[1]}{m[2][0]}لا", plain)
    plain = ESPECIALLY.sub(r"\1لا ", plain)
    if damaged:
        plain = ALONE.sub(r"\1لا", plain)
        plain = FOR_DERIVED.sub(_for_derived, plain)
        plain = PLURAL.sub(r"\1لات", DOUBLED.sub("الا", plain))
        for wrong, right in NEVER:
            plain = wrong.sub(right, plain)
    inside, table = INSIDE[damaged]
    return inside.sub(lambda m: m[0] if m[2] == "سالم" and _is_named(m) else f"{m[1]}{table[m[2]]}{m[3]}", plain)


def _is_named(found: re.Match[str]) -> bool:
    """Whether "سالم" is the name of a man or what is called by it, and not "peace".

    >>> unswap("الشيخ سالم الصباح في سالم والسالمية", Nature(swapped=True))
    'الشيخ سالم الصباح في سلام والسالمية'
    """
    if found[3] in ("ي", "ية"):
        return True
    text, bare = found.string, not found[1].endswith(("ال", "لل")) and not found[3]
    return bare and (
        TITLED.search(text[max(0, found.start() - 14) : found.start()]) is not None
        or BEN.match(text, found.end()) is not None
    )


TITLED = expression(
    f"{FIRST}(?:و?ب?(?:ال)?(?:شيخ|سيد|دكتور|[أا]مير|سفير|وزير|عميد|لواء|مهندس|[أا]ستاذ|قاضي|مستشار|حاج|رئيس|نائب)|بن|ابن|[أا]بو|آل|معالي|سعادة|سمو|محمد|"
    "[أا]حمد|علي|عبد ?الله|حمد|خالد|سعيد|مبارك|ناصر|سلطان|راشد|حسن|حسين|يوسف|سعود|فيصل|جابر|صباح|عمر|سالم) $"
)
BEN = expression(f" (?:بن|ابن|آل|[أا]بو)(?!{L})| ال{L}{{2,}}ي(?!{L})")


def _plain(found: re.Match[str], damaged: bool) -> str:
    """ "اال" is no beginning of a word; whether it stands for "الا" the noun must tell, or the rest of the file."""
    if damaged or DERIVED.fullmatch(found["rest"]):
        return f"{found[1]}الا{found['rest']}"
    return found[0]


def _for_the(found: re.Match[str]) -> str:
    """ "لإلسلام" for "للإسلام", but "لإلغاء" is as it should be."""
    rest = found["rest"]
    honest = any(rest == one or (len(one) > 2 and rest.startswith(one)) for one in HONEST)
    return found[0] if honest else f"{found[1]}لل{found[2]}{rest}"


def _for_derived(found: re.Match[str]) -> str:
    """ "لالجتماع" for "للاجتماع", but "لالتزام" is as it should be."""
    honest = OWN_LAM.match(found["rest"]) or not DERIVED.fullmatch(found["rest"])
    return found[0] if honest else f"{found[1]}للا{found['rest']}"


STEPS: tuple[tuple[str, Callable[[str, Nature], str]], ...] = (
    ("intake-mended-marks", unmark),
    ("intake-mended-forms", unform),
    ("intake-mended-tatweel", unstretch),
    ("intake-mended-persian", unpersian),
    ("intake-mended-lam-alef", unswap),
    ("intake-mended-digits", lambda text, nature: repair_numbers.upright(text, nature.digits)),
)
