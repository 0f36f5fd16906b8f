"""The labels of paragraphs as drafters print them: 1.  (a)  i)  ١ -  أ)  (ب)  IV.  1 bis."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from unicodedata import normalize

from amana.values.expressions import expression
from amana.values.folding import digits
from amana.values.numbers_digits import of_letters

ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
ALPHABET = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
"""The letters in the orders in which Arabic drafters count."""

_ABJAD = {letter: n for n, letter in enumerate(ABJAD, 1)}
_ALPHABET = {letter: n for n, letter in enumerate(ALPHABET, 1)}
FIRST_NUMBER = expression(r"\d+")
_ROMAN = expression("m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$")

_BIS = r"(?:\s?(?:bis|ter|quater|مكررا?))?"
_NUMBER = rf"[0-9٠-٩۰-۹]{{1,3}}(?:\.[0-9٠-٩۰-۹]{{1,2}}){{0,2}}{_BIS}"
_LETTER = r"[A-Za-z]|[أإابتثجحخدذرزسشصضطظعغفقكلمنوهي]ـ?\u200c?"
"""Word puts a mark of no width behind the letters that it counts by."""
_SMALL_ROMAN = r"[ivx]{2,6}|[IVX]{2,6}"
_INNER = rf"(?P<inner>{_NUMBER}|{_SMALL_ROMAN}|{_LETTER})"
ORDINALS = ("اول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر")
"""First, second, … as Arabic drafters number: "أولا:"."""
_DOING = r"(?!يوم|تقرير|تقارير|توصي|تدابير|نقاط|نقطة|نسخ)[يتن][\u0621-\u064a\u064b-\u0652]{2,}|ال[\u0621-\u064a]|دعوة|تكليف|حث|إدانة|مطالبة|رفض|اعتماد"
"""How words begin before which "- 1", "-1" and ".1" are numbers whose mark came to stand before them, as in many PDF files."""
_DRAWN = "[ـ\u064b-\u0652]*"
_RANKS = "|".join(_DRAWN.join(rank) for rank in ORDINALS[1:9])
_NO_MEASURE = (
    r"(?!(?:مليون|مليار|ملايين|مليارات|بليون|تريليون|[أا]لف|[آا]لاف|في|بالمائة|بالمئة|دولار|نقطة|كيلو|طن|[أا]طنان|متر|[أا]متار|هكتار|درج|مرة|مرات|"
    r"ضعف|[أا]ضعاف|سنة|سنوات|عام|يوم|ساعة|شهر|نسمة|دينار|ريال|يورو|درهم)(?![\u0621-\u064a]{3}))"
)
"""What does not follow the number of a paragraph of a paragraph, but a figure with decimals: "2.5 مليون"."""
LABEL = expression(
    rf"(?P<printed>[(\[]\s?{_INNER}\s?[)\]][.:]?"
    r"|(?P<inner4>[1-9][0-9]{0,2}(?:\.[1-9][0-9]?)(?:(?:\.[1-9][0-9]?){1,2}(?=\s+[^\W\d])|(?=\s+[A-ZÀ-Þ][a-zà-ÿ]))"
    rf"|[1-9١-٩۱-۹][0-9٠-٩۰-۹]?\.[1-9١-٩۱-۹][0-9٠-٩۰-۹]?(?=\s+{_NO_MEASURE}[\u0621-\u064a]{{3}}))"
    rf"|['‘’](?P<inner6>[0-9٠-٩۰-۹]{{1,2}})['’‘][.:]?(?=\s*[\u0621-\u064a])"
    rf"|(?P<inner2>{_NUMBER})(?:\s?[.)]\s?[-–—]?|\s?(?:[-–—/:]|ـ{{1,3}})|\s?[°º][.-]?|,(?=\s[A-Z\u0621-\u064a]))"
    rf"|(?P<inner3>{_SMALL_ROMAN}|{_LETTER})(?:\s?[.)]\s?[-–—]?|\s[-–—]|[-–—](?=\s)|/(?=\s+[يت][\u0621-\u064a]{{3}}))"
    rf"|(?P<word>(?:ال)?(?:[أا]{_DRAWN}و{_DRAWN}ل|{_RANKS}|عاشر)[اًـ\u064b-\u0652]{{1,3}}"
    rf"|(?:ال)?(?:حادي|{_RANKS})[اً]? عشرة?)\s?[:.،/–—-]"
    rf"|(?P<turned>[-–—.]\s?(?P<inner7>[0-9٠-٩۰-۹]{{1,2}}))(?=\s+(?:{_DOING}))"
    rf"|\(?(?P<mark>[PO]P)\)? ?(?P<inner5>[0-9]{{1,3}}){_BIS}\)?[.:]?(?=\s)"
    rf"|(?P<bullet>[•●▪◦‣·*–—-])(?=\s))(?P<rest>\s*)"
)
ALONE = expression(rf"(?P<printed>(?P<inner>{_NUMBER}))\s*$")


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed, what it says in western signs ('4', 'a', 'iv', 'أ'), and the shape that its siblings share.

    `shape` is 'n.' '(n)' '(l)' 'l)' and so on: neighbours of one shape stand on one level.
    """

    printed: str
    value: str
    shape: str
    numeric: bool

    def readings(self) -> dict[str, int]:
        """Each way to count in which this can be a label, with its place there: (i) is the ninth letter or Roman one.

        >>> Label("(i)", "i", "a()", False).readings(), Label("(ج)", "ج", "ا()", False).readings()
        ({'a()': 9, 'roman a()': 1}, {'abjad ا()': 3, 'alphabet ا()': 5})
        """
        value = self.value.lower()
        if self.numeric:
            number = FIRST_NUMBER.match(value.rpartition(".")[2] or value)
            return {self.shape: int(number[0])} if number else {}
        if value and value[0] in _ALPHABET:
            return {f"abjad {self.shape}": _ABJAD[value[0]], f"alphabet {self.shape}": _ALPHABET[value[0]]}
        found = {}
        if value.isascii() and value.isalpha() and len(set(value)) == 1:
            found[self.shape] = ord(value[0]) - 96 + 26 * (len(value) - 1)
        if value and _ROMAN.match(value):
            found[f"roman {self.shape}"] = of_letters(value)
        return found

    def positions(self) -> frozenset[int]:
        """The places in a list that this label can mean.

        >>> sorted(Label("(i)", "i", "a()", False).positions())
        [1, 9]
        """
        return frozenset(self.readings().values())

    def follows(self, before: Label) -> bool:
        """Whether it counts on from the label before it, in the same shape.

        >>> Label("(b)", "b", "a()", False).follows(Label("(a)", "a", "a()", False))
        True
        """
        return self.shape == before.shape and not before.positions().isdisjoint(n - 1 for n in self.positions())


def take_label(text: str) -> tuple[Label | None, str]:
    """The label with which a text begins, and the words after it; a number alone is a label without words.

    >>> take_label("1. Requests")[1], take_label("١ - يطلب")[0].value, take_label("(أ) متابعة")[0].value
    ('Requests', '1', 'أ')
    >>> take_label("25 - 28 Muharram")[0] is None, take_label("1.5 million")[0] is None, take_label("4")[0].value
    (True, True, '4')
    >>> take_label("3.5-fold")[0] is None
    True
    """
    word = _begins_with_word(text)
    found = None if word else LABEL.match(text)
    if found is None:
        alone = None if word else ALONE.match(text)
        return (_label(alone["printed"], alone["inner"]), "") if alone else (None, text)
    rest = text[found.end() :]
    if found["word"]:
        value = str(_rank(found["word"]))
        return Label(found["printed"].strip(), value, "w.", True), rest
    if found["mark"]:
        return Label(found["printed"].strip(), found["inner5"], f"{found['mark'][0].lower()}.", True), rest
    inner = found["inner"] or found["inner2"] or found["inner3"] or found["inner4"] or found["inner6"]
    inner = inner or found["inner7"] or ""
    times = "." in inner and found["printed"].endswith("-") and rest[:1].islower()  # "3.5-fold"
    if times or (rest and not found["turned"] and not _stands_apart(found, inner, rest)):
        return None, text
    if found["bullet"]:
        return (Label(found["printed"], found["bullet"], "•", False), rest) if rest else (None, text)
    return _label(found["turned"] or found["printed"], inner), rest


_MARKS = expression("[ـ\u064b-\u0652]")


def _rank(word: str) -> int:
    """The place that an Arabic ordinal in words tells: "أولا", "حادي عشر"."""
    unit, teen, _ = _MARKS.sub("", word).removeprefix("ال").partition(" ")
    unit = unit.rstrip("ا").replace("أ", "ا")
    return (10 if teen else 0) + (1 if unit == "حادي" else 1 + ORDINALS.index(unit))


def _begins_with_word(text: str) -> bool:
    """A cheap look: two letters that begin a word and can begin no label."""
    first, second = text[:1], text[1:2]
    if "a" <= second <= "z":
        return second not in "ivx" and first.isascii() and first.isalpha()
    return "\u0621" <= second <= "\u064a" and second != "ـ" and first in _NO_ORDINAL


_NO_ORDINAL = frozenset("بجدذزصضطظغفقكلمنهويئؤ")
"""Arabic letters with which no written ordinal begins."""


def label_of(printed: str) -> Label | None:
    """The label that a document's own numbering rendered, in whatever signs.

    >>> label_of("⑵.").value, label_of("②").numeric, label_of("Article 5").numeric
    ('2', True, False)
    """
    found, rest = take_label(printed)
    if found is None or rest:
        value = digits(normalize("NFKC", printed)).strip("().-: ")
        return Label(printed, value, "auto", value.isdecimal())
    return found


def spaced(printed: str) -> Label:
    """The label that a number is before which and behind which no mark stands; such numbers count on their own level."""
    return Label(printed, printed, "n", True)


def _label(printed: str, inner: str) -> Label:
    value = digits(inner).replace("ـ", "").replace("إ", "أ").replace("\u200c", "").strip()
    value = "أ" if value == "ا" else value
    numeric = value[:1].isdigit()
    frame = printed.replace("\u200c", "").strip()
    around = ("(" if frame[0] in "([" else "'" if frame[0] in "'‘’" else "") + (
        ")" if frame.rstrip(".:")[-1] in ")]" else "."
    )
    kind = "n" * (value.count(".") + 1) if numeric else "a" if value < "\u0600" else "ا"
    if not numeric and value[:1].isupper():
        kind = kind.upper()
    return Label(frame, value, kind + around, numeric)


def _stands_apart(found: re.Match[str], inner: str, rest: str) -> bool:
    """Whether the sign is a label and no part of a number, a day or an abbreviation."""
    gap = bool(found["rest"]) or found["printed"][-1].isspace()
    if rest[0].isdigit() and not gap:
        return False
    if found["inner2"] and rest[0] in "….":
        return False
    if found["inner2"] and rest[0].isdigit() and found["printed"].rstrip()[-1] in "-–—/":
        return False
    if found["inner3"] and found["printed"].endswith("."):
        # "U. S.", "J. Smith" or a letter that begins a sentence is none; "A. Title" and "ب. كذا" are
        return gap and not re.match(r"[A-Z]\.", rest)
    return gap or not rest[0].isspace()


@dataclass(slots=True)
class Levels:
    """How deep a label stands, told by the labels above it: each level keeps how it may be counting, and how far."""

    open: list[dict[str, int]] = field(default_factory=list)

    def depth(self, label: Label | None, before: str) -> int:
        """The depth of a paragraph with this label; `before` is the text of the paragraph above it."""
        if label is None:
            return self._unlabelled(before)
        if label.shape == "•":
            return self._marked(before)
        said = label.readings() or {label.shape: 1}
        begun = any(ways.get(way) == n - 1 for ways in self.open[1:] for way, n in said.items())
        if self.open and "" in self.open[0] and label.shape == "n." and not begun and not before.rstrip().endswith(":"):
            self.open.clear()
        return self._placed(label, said)

    def _marked(self, before: str) -> int:
        """A dash stands below what is counted and what a colon announces; where it alone parts the paragraphs, nowhere below."""
        alone = not self.open or "•" in self.open[0]
        if not alone or (not self.open and before.rstrip().endswith(":")):
            return max(len(self.open), 1)
        return self._stand(0, {"•": 0})

    def _placed(self, label: Label, said: dict[str, int]) -> int:
        for level in range(len(self.open) - 1, -1, -1):
            ways = self.open[level]
            going_on = {way: n for way, n in said.items() if ways.get(way) == n - 1}
            if going_on or (label.numeric and ways.keys() & said.keys()):
                return self._stand(level, going_on or said)
        first = {way: n for way, n in said.items() if n == 1}
        if not first:
            for level in range(len(self.open) - 1, -1, -1):
                if known := {way: n for way, n in said.items() if way in self.open[level]}:
                    return self._stand(level, known)
        return self._stand(len(self.open), first or said)

    def _stand(self, level: int, ways: dict[str, int]) -> int:
        del self.open[level:]
        self.open.append(ways)
        return level

    def _unlabelled(self, before: str) -> int:
        if before.rstrip().endswith(":") and self.open:
            return min(len(self.open), 3)
        return self._stand(0, {"": 0})
