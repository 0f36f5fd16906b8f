"""Lines that are no paragraph of a text: page furniture, notes, headings, meeting and date lines, reservations, annexes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Literal

from amana.values.expressions import expression
from amana.values.folding import fold

Kind = Literal["", "furniture", "note", "section", "article", "meeting", "annex", "reservation", "aside"]
SHORT = 160
"""Characters: a longer line is no heading and no page furniture."""

FURNITURE = expression(
    r"(?:page \d+(?: (?:of|de|sur|/) \d+)?|(?:\d{1,3}(?: ?/ ?\d{1,3})? )?\*?\d\d-\d{5}\*?(?: ?\([A-Z]\))?(?: \d{1,3}(?: ?/ ?\d{1,3})?)?|\*?[A-Z]{0,3}\.?\d{2}-?\d{5,}\*?(?: ?\([A-Z]\).*)?"
    r"|[A-Z]+/[A-Z0-9/().\- ]+\*?|/?\.\.\./?\.*|[-–—] ?\d{1,3} ?[-–—]|\d{1,3}|\d+ (?:of|de|/) \d+|صفحة \d+|hal(?:aman)?\.? \d+"
    r"|(?:https?://|www\.)\S+|please recycle\W*|merci de recycler\W*|veuillez recycler\W*|[*_ .·-]+"
    r"|distr(?:\.|ibution)[ .:]*(?:general|générale|generale|limited|limitée|limitee|restricted|عام|محدود)?e?\b.{0,40}"
    r"|original ?: ?[a-z/ ]{4,30}|(?:english|french|arabic|français|anglais|arabe|العربية)(?: only)?)$",
    re.IGNORECASE,
)
DRAWN = expression("(?<=[\u0621-\u064a])[ـ\u064b-\u0652]+")
"""What draws an Arabic word out, and its vowels."""
PAGE = expression(r"\d{1,3} ?/ ?\d{1,3}$")
"""The page of so many: "2/4"."""
_ROMAN = r"(?:[A-H]|[IVX]{1,5})"
_AR_NTH = r"ال(?:[أا]ول[ىي]?|ثانية?|ثالثة?|رابعة?|خامسة?|سادسة?|سابعة?|ثامنة?|تاسعة?|عاشرة?|حادية?)(?: عشرة?)?"
SECTION = expression(
    rf"(?:{_ROMAN}|\*+|[أبجد]|(?:part|section|chapter|title|partie|chapitre|titre|bab|bagian) (?:\d+|[IVXLA-H]+|\w{{3,9}})"
    r"(?:[.:]| ?[-–—:] ?[^.;:]{3,80})?|(?:القسم|الجزء|الفصل|الباب) \S{1,12}(?: ?[-–—:] ?[^.;:]{3,80})?"
    rf"|(?:القرار|المقرر|التوصية) {_AR_NTH}) ?[.:]?$",
    re.IGNORECASE,
)
ARTICLE = expression(
    r"(?:article|art\.|الماد[ةه]|ماد[ةه]|pasal) (?:\(?[\d٠-٩]{1,3}\)?(?:er)?|first|premier|[IVXL]{1,6}|ال\w{3,10}(?: \w{3,8})?)"
    r"(?: bis)?(?:[.:]| ?[-–—:] ?[^.;:]{3,80})?$",
    re.IGNORECASE,
)
PREAMBLE = expression(r"(?:preamble|préambule|preambule|(?:ال)?ديباجة|mukadimah|pembukaan)[.:]?$", re.IGNORECASE)
ANNEX = expression(
    r"\[?(?:annex|appendix|annexe|appendice|enclosure|attachment|pièce jointe|المرفق|مرفق|الملحق|ملحق|lampiran)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
NOTE = expression(
    r"[_—–-]{4,}.+|[¹²³⁴-⁹⁰]{1,3} ?(?=[\w«“\"])|(?:\*{1,3}|[¹²³⁴-⁹⁰]+|\d{1,3}[/.)]?|\(\d+\)|\[\d+\]) ?"
    r"(?:see |ibid|idem|document |documents |official records|resolutions or decisions|no details|as contained in|resolution \d+|"
    r"united nations[,’]|[SAE]/\d|[SAE]/(?:RES|PV|INF|PRST|CONF|(?:C|CN|AC|NGO)\.\d)|A/HRC|voir |documents? officiels?|résolution \d+|nations unies[,’]|publication des nations|"
    r"reproduced|reissued|nouveau tirage|published|available|adopted by|adoptée par|for the |pour le texte|text in|"
    r"انظر|يراجع|الوثائق الرسمية|القرار \d|المرجع نفسه|أعيد إصدار|الأمم المتحدة، ?مجموعة|lihat )",
    re.IGNORECASE,
)
_EN_NTH = r"(?:\d{1,4}(?:st|nd|rd|th)|(?:[a-z-]+ ){0,4}?[a-z-]+(?:th|first|second|third))"
_FR_NTH = r"(?:[a-zà-ÿ-]+ ){0,4}?(?:premi[èe]re|[a-zà-ÿ-]{2,}i[èe]me)"
_DAY = (
    r"(?:(?:le |on |du |of |في )?\d{1,2}(?:er|e|st|nd|rd|th)? (?:[^\W\d]+|[^\W\d]+/[^\W\d]+|[^\W\d]+ [^\W\d]+(?:/[^\W\d]+)?)"
    r",? \d{4}(?: ?[mhهم]\b\.?)?(?: ?\([^)]{6,40}\))?|[a-z]{3,9} \d{1,2}, \d{4})"
)
MEETING = expression(
    rf"(?:(?:the )?{_EN_NTH} (?:\(?(?:closed|resumed|plenary|private|public|formal)\)? ){{0,2}}(?:meeting|sitting)"
    rf"|(?:\d{{1,4}} ?(?:re|er|e|eme|ème|ᵉ)?|{_FR_NTH}) (?:séance|seance|réunion|reunion)(?: (?:plénière|pleniere|privée|publique|de clôture))?"
    rf"|(?:ال)?جلس[ةه](?: العام[ةه]| المغلق[ةه]| الختامي[ةه])? (?:\d{{1,4}}|ال\w+(?: (?:و\w+|\w+)){{0,4}})"
    rf"|rapat(?: pleno)? ke-\d{{1,4}})(?:[,،.]? ?{_DAY})?[.,]?$"
    rf"|(?:[^\W\d][^\d.;:]{{1,40}}[,،] ?)?{_DAY}[.]?$",
    re.IGNORECASE,
)
RESERVATION = expression(
    r"\*{0,3} ?(?:(?:general |specific )?(?:statements? of )?reservations?(?: (?:of|by|from|made|expressed|entered|to)\b.{0,400}| ?[:–—-].{0,400})?"
    r"|(?:the )?(?:delegation|government|republic|kingdom) of [^.;:]{2,80} (?:reserved|(?:expressed|entered|made|registered|recorded)\b.{0,40}reservation).{0,400}"
    r"|réserves?(?: (?:de|du|des|d['’]|formulées?|exprimées?|émises?).{0,400}| ?[:–—-].{0,400})?"
    r"|la délégation [^.;:]{2,80} (?:a|s['’]est) (?:émis|formulé|exprimé|réservé)\b.{0,400}"
    r"|(?:ال)?تحفظ(?:ات)?(?: (?!على ذلك).{0,400}| ?[:–—-].{0,400})?"
    r"|(?:[تي]?تحفظت?|(?:سجل|أبدى|ابدى|أبد|ابد|قدم|أعرب|اعرب)ت?(?=.{0,200}(?:تحفظ|اعتراض))) (?:وفد|جمهورية|المملكة|مملكة|دولة|سلطنة)\b.{0,400})$",
    re.IGNORECASE | re.DOTALL,
)
ASIDE = expression(r"\[.*\]$", re.DOTALL)
ASIDES: tuple[tuple[Kind, re.Pattern[str]], ...] = (("reservation", RESERVATION), ("aside", ASIDE))
LINES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("furniture", FURNITURE), ("article", ARTICLE), ("section", PREAMBLE), ("annex", ANNEX), ("meeting", MEETING), *ASIDES,
)  # fmt: skip
_NOTE_FIRST = frozenset("_—–-*([¹²³⁴⁵⁶⁷⁸⁹⁰0123456789")
THEREFORE = frozenset(
    {"now therefore", "now, therefore", "therefore", "en consequence", "par ces motifs", "a ces causes", "لذلك", "وعليه",
     "وبناء عليه", "oleh karena itu", "maka", "to this end", "to that end", "and to this end", "and, to this end", "a cette fin",
     "et a cette fin", "et, a cette fin", "a cet effet", "et a cet effet", "et, a cet effet"}
)  # fmt: skip
_DIGITS = expression(r"\d+")
_OWN_NUMBER = expression(r"\d[\w/]* ?(?:\([\w-]+\))?[.] +")
"""The number with which a title is printed: "61/149. Title"."""


def kind_of(text: str, whole: str, labelled: bool) -> Kind:
    """What a line is that is no paragraph, '' where it may be one. `whole` has its label, `text` has not.

    >>> kind_of("79th plenary meeting 4 December 2006", "79th plenary meeting 4 December 2006", False)
    'meeting'
    >>> kind_of("ANNEX II", "ANNEX II", False), kind_of("المادة 1", "المادة 1", False), kind_of("Réserve de X", "Réserve de X", False)
    ('annex', 'article', 'reservation')
    """
    if not text or PAGE.match(whole):
        return "furniture"
    if not text.isascii() and DRAWN.search(whole):
        text, whole = DRAWN.sub("", text) or text, DRAWN.sub("", whole)
    if whole[0] in _NOTE_FIRST and NOTE.match(whole):
        return "note"
    if len(whole) <= SHORT:
        if SECTION.match(whole):
            return "section"
        if not labelled:
            return next((kind for kind, line in LINES if line.match(text)), "" if len(text) > 24 else _therefore(text))
    return "" if labelled else next((kind for kind, line in ASIDES if line.match(text)), "")


def _therefore(text: str) -> Kind:
    return "furniture" if fold(text, accents=False).strip(" ,،:") in THEREFORE else ""


def running_heads(lines: Iterable[str]) -> frozenset[str]:
    """Short lines that come again and again, but for their digits: what is printed on top of every page.

    >>> sorted(running_heads(["Sixty-first session 1", "A", "Sixty-first session 2", "Sixty-first session 3"]))
    ['Sixty-first session #']
    """
    counts = Counter(bare for line in lines if 8 <= len(line) <= 100 and (bare := _DIGITS.sub("#", line)))
    return frozenset(bare for bare, n in counts.items() if n >= 3)


def said_above(lines: Iterable[str]) -> frozenset[str]:
    """What stands above the enacting organ and may be printed again on top of a page: the title, the symbol.

    >>> sorted(said_above(["61/149. River libraries", "General"]))
    ['River libraries']
    """
    bare = (_DIGITS.sub("#", _OWN_NUMBER.sub("", line)) for line in lines)
    return frozenset(line for line in bare if 8 <= len(line) <= SHORT)


def is_running_head(line: str, heads: frozenset[str]) -> bool:
    """Whether a line is one of those."""
    return bool(heads) and len(line) <= SHORT and _DIGITS.sub("#", line) in heads
