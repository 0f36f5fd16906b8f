"""Symbols of documents: found in running text as printed, and brought to one normal form by patterns that are data.

A pattern in `symbols.toml`:

    [[symbol]]
    id = "cfm-resolution"
    organ = "cfm"
    pattern = "{serial}/{session}-{series}[/Rev.{revision}]"
    series = {POL = ["POL", "س"], E = ["E", "اق", "أق", "إق"]}
    marks = {"(IS)" = ["(IS)", "(I.S.)", "(ق.إ)"]}
    printed = ["{series}-{serial}/{session}"]
    sessions = "37-"
    examples = [{printed = "1/50 - س", normal = "1/50-POL", language = "ar"}]

`pattern` is the normal form. `{name}` stands for a number, `{series}` for a key of `series`, `{name:letter}` for one
capital letter, `{name:roman}` for a Roman number; `[…]` may be missing. What stands between is printed as it is, but
spaces may stand around it, every dash is the same, and a full stop or a dash beside the series may be missing.
`series` gives for each key the ways it is printed in any language; `marks` does the same for a piece of the pattern's
own text; `printed` are other orders. `after` names words one of which must stand before it in running text
("Resolution No. 1/8": a bare pair of numbers says nothing without). `sessions` bounds `{session}` ("1-36", "37-"), so
that a letter that changed its meaning has two patterns.

Arabic text often prints the two numbers in reverse. Where a form with Arabic letters reads both ways, the order as
printed is taken (the mirrored one where the letters come first) and the other kept as an alternative.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Self

from amana.values.expressions import expression
from amana.values.folding import ARABIC, fold, fold_with_places, span_back
from amana.values.problems import Place, Problem


@dataclass(frozen=True, slots=True, order=True)
class Symbol:
    """The normal form of a symbol, so that a printed one cannot pass for it.

    >>> str(Symbol.parse("1/50-POL"))
    '1/50-POL'
    >>> Symbol.parse(" 1/50")
    Traceback (most recent call last):
    ValueError: ' 1/50' is no normal form of a symbol: it has spaces at an end or nothing in it
    """

    normal: str

    def __post_init__(self) -> None:
        if not self.normal or self.normal != self.normal.strip():
            raise ValueError(f"{self.normal!r} is no normal form of a symbol: it has spaces at an end or nothing in it")

    @classmethod
    def parse(cls, text: str) -> Self:
        """The symbol whose normal form is `text`; `parse(text, patterns)` of this module reads printed forms."""
        return cls(text)

    def __str__(self) -> str:
        return self.normal


@dataclass(frozen=True, slots=True)
class Example:
    """A printed form and the normal form the pattern must give for it."""

    printed: str
    normal: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """How one kind of document is numbered: see the module. `organ` and `session_kind` say whose session counts."""

    id: str
    pattern: str
    organ: str = ""
    series: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    marks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    printed: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    sessions: str = ""
    session_kind: str = ""
    examples: tuple[Example, ...] = ()
    note: str = ""

    def __hash__(self) -> int:
        return hash((self.id, self.pattern, self.organ, self.sessions))


@dataclass(frozen=True, slots=True)
class Printed:
    """A symbol where it stands: `text` as printed, `symbol` its normal form, `pattern` the id of what recognized it.

    `parts`: the values of the pattern's fields. `alternatives`: normal forms it may stand for as well, the numbers
    being possibly reversed in Arabic; `reversed_possible` says that there are some.
    """

    text: str
    start: int
    end: int
    symbol: str
    pattern: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    alternatives: tuple[str, ...] = ()

    @property
    def reversed_possible(self) -> bool:
        return bool(self.alternatives)


def find(text: str, patterns: Sequence[Pattern], *, session: int | None = None) -> tuple[Printed, ...]:
    """The symbols printed in `text`, in order. The longest match wins, then the pattern given first.

    `session`, where the reader knows it, decides which way a reversible pair of numbers is read.

    >>> cfm = Pattern("cfm", "{serial}/{session}-{series}", series={"POL": ("POL", "س")})
    >>> [(p.text, p.symbol) for p in find("Recalling Resolution No. 1 /37- POL and 2/8-POL,", [cfm])]
    [('1 /37- POL', '1/37-POL'), ('2/8-POL', '2/8-POL')]
    >>> found, = find("القرار رقم س-48/1 الصادر", [cfm])
    >>> found.symbol, found.alternatives
    ('1/48-POL', ('48/1-POL',))
    """
    if not _DIGIT.search(text):
        return ()
    readings: dict[tuple[int, int], list[_Reading]] = {}
    folded, places = fold_with_places(text)
    for rank, pattern in enumerate(patterns):
        for form in _compiled(pattern):
            if form.needs in folded:
                for match in form.expression.finditer(folded):
                    span = span_back(text, places, *match.span())
                    if _capital(text[span[0] : span[1]]) and _introduced(pattern, folded, match):
                        readings.setdefault(span, []).extend(_readings(pattern, rank, form, match))
    taken: set[int] = set()
    found: list[Printed] = []
    for (start, end), several in sorted(readings.items(), key=lambda r: (r[0][0] - r[0][1], r[0][0])):
        if several and taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            found.append(_chosen(text[start:end], start, end, several, session))
    return tuple(sorted(found, key=lambda p: p.start))


def parse(text: str, patterns: Sequence[Pattern], *, session: int | None = None) -> Symbol | None:
    """The symbol that `text` is, with nothing beside it; None where no pattern knows it."""
    stripped = text.strip()
    found = find(stripped, patterns, session=session)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(stripped)):
        return Symbol(found[0].symbol)
    return None


def check_examples(pattern: Pattern, places: tuple[Place, ...] = ()) -> Iterator[Problem]:
    """What is wrong with a pattern: it cannot be read, or an example does not give its normal form."""
    try:
        _compiled(pattern)
    except ValueError as fault:
        yield Problem("symbol-pattern-broken", {"pattern": pattern.id, "why": str(fault)}, places)
        return
    for example in pattern.examples:
        symbol = parse(example.printed, [pattern])
        read = [p for p in find(example.printed, [pattern]) if example.normal in p.alternatives]
        if symbol is None or (symbol.normal != example.normal and not read):
            facts = {"pattern": pattern.id, "printed": example.printed, "expected": example.normal}
            yield Problem("symbol-example-differs", {**facts, "found": symbol.normal if symbol else "—"}, places)


@dataclass(frozen=True, slots=True)
class _Form:
    """One order of printing, ready to match. `needs`: a piece without which no text can match."""

    expression: re.Pattern[str]
    fields: tuple[str, ...]
    needs: str
    letters_first: bool


@dataclass(frozen=True, slots=True)
class _Reading:
    symbol: str
    pattern: str
    parts: Mapping[str, str]
    swapped: bool
    rank: int


_DIGIT = expression(r"\d")
_LATIN = expression("[A-Za-z]")
_TOKEN = expression(r"\{(?P<name>[a-z_]+)(?::(?P<kind>[a-z]+))?\}|(?P<open>\[)|(?P<close>\])|(?P<text>[^{}\[\]]+)")
_OPTIONAL = expression(r"\[[^\]]*\]")
_KINDS = {"": r"[0-9]{1,4}", "letter": r"[a-z]", "roman": r"[ivxlc]+"}
_SPACE = r"\s{0,4}"  # never without end: a page of spaces must not take a minute
_PRINTED = {
    "-": r"\s{0,4}-\s{0,4}",
    "/": r"\s{0,4}/\s{0,4}",
    ".": r"\s{0,4}\.?\s{0,4}",
    " ": r"\s{0,4}",
    "(": r"\s{0,4}\(\s{0,4}",
    ")": r"\s{0,4}\)",
}
_PAIR, _MIRRORED = "{serial}/{session}-{series}", "{series}-{serial}/{session}"
_BY_NUMBER = expression(r"\s{0,4}(?:\(|\bnos?\b|\bn°|\bn\b|ال?رقم|رقم)?[\s.:°(]*$")
_LOOSE_DASH = r"\s{0,4}-?\s{0,4}"  # beside letters it may be missing


@lru_cache(maxsize=512)
def _compiled(pattern: Pattern) -> tuple[_Form, ...]:
    _within(pattern.sessions, "1")
    templates = [pattern.pattern, *pattern.printed]
    if any(ARABIC.search(way) for ways in pattern.series.values() for way in ways):
        templates += [t.replace(_PAIR, _MIRRORED) for t in templates if _PAIR in t]
    return tuple(_form(pattern, template) for template in dict.fromkeys(templates))


def _tokens(template: str) -> list[re.Match[str]]:
    tokens = list(_TOKEN.finditer(template))
    if sum(len(t[0]) for t in tokens) != len(template):
        raise ValueError(f"{template!r} has a bracket that is not closed or a field that is not {{name}}")
    return tokens


def _form(pattern: Pattern, template: str) -> _Form:
    tokens, pieces, fields = _tokens(template), [], []
    for place, token in enumerate(tokens):
        beside = {tokens[k]["name"] for k in (place - 1, place + 1) if 0 <= k < len(tokens)}
        if token["name"]:
            pieces.append(f"({_field(pattern, token)})")
            fields.append(token["name"])
        elif token["text"]:
            pieces.append(_text(pattern, token["text"], "series" in beside))
        else:
            pieces.append("(?:" if token["open"] else ")?")
    wanted = {t["name"] for t in _tokens(_OPTIONAL.sub("", pattern.pattern)) if t["name"]}
    if missing := wanted - set(fields):
        raise ValueError(f"{template!r} lacks {', '.join(sorted(missing))}")
    body = "".join(pieces).removeprefix(_SPACE).removesuffix(_SPACE)
    try:
        expression = re.compile(rf"(?<![\w/-])(?<!\d[.,]){body}(?!\w|/\w)")
    except re.error as fault:
        raise ValueError(f"{template!r} cannot be read: {fault}") from fault
    needs = "/" if "/" in _OPTIONAL.sub("", template) and not pattern.marks else ""
    return _Form(expression, tuple(fields), needs, template.startswith("{series}"))


def _field(pattern: Pattern, token: re.Match[str]) -> str:
    kind = token["kind"] or ""
    if token["name"] == "series":
        if not pattern.series:
            raise ValueError("{series} needs a table of series")
        printed = sorted((p for ways in pattern.series.values() for p in ways), key=len, reverse=True)
        return "|".join(_code(p) for p in printed)
    if kind not in _KINDS:
        raise ValueError(f"{token[0]!r} is of no known kind: {', '.join(k for k in _KINDS if k)}")
    return _KINDS[kind]


def _text(pattern: Pattern, text: str, by_series: bool) -> str:
    """A piece of the pattern's own text, with the ways its marks are printed."""
    for mark, ways in pattern.marks.items():
        before, found, after = text.partition(mark)
        if found:
            several = "|".join(_code(way) for way in sorted({mark, *ways}, key=len, reverse=True))
            left = _text(pattern, before, by_series) if before else ""
            right = _text(pattern, after, by_series) if after else ""
            return rf"{left}{_SPACE}(?:{several}){right}"
    return "".join(_LOOSE_DASH if c == "-" and by_series else _PRINTED.get(c) or re.escape(fold(c)) for c in text)


def _code(printed: str) -> str:
    """Letters as printed: full stops and, in Arabic, spaces may stand between them."""
    between = r"[\s.]{0,4}" if ARABIC.search(printed) else r"\.?"
    pieces = [_PRINTED[c] if c in "-/()" else re.escape(c) for c in fold(printed) if c not in ". "]
    return between.join(pieces) + (r"\.?(?!\w)" if pieces and pieces[-1][-1:].isalpha() and len(pieces) > 1 else "")


def _readings(pattern: Pattern, rank: int, form: _Form, match: re.Match[str]) -> Iterator[_Reading]:
    stated = {n: _value(pattern, n, match[i]) for i, n in enumerate(form.fields, 1) if match[i] is not None}
    orders = [(stated, False)]
    if ARABIC.search(match[0]) and {"serial", "session"} <= stated.keys() and stated["serial"] != stated["session"]:
        turned = {**stated, "serial": stated["session"], "session": stated["serial"]}
        orders = [(turned, False), (stated, True)] if form.letters_first else [(stated, False), (turned, True)]
    for parts, swapped in orders:
        if _within(pattern.sessions, parts.get("session", "")):
            yield _Reading(_normal(pattern.pattern, parts), pattern.id, parts, swapped, rank)


def _chosen(text: str, start: int, end: int, several: list[_Reading], session: int | None) -> Printed:
    ordered = sorted(several, key=lambda r: (r.swapped, r.rank))
    known = [r for r in ordered if session is not None and r.parts.get("session") == str(session)]
    best = (known or ordered)[0]
    others = () if known else tuple(dict.fromkeys(r.symbol for r in ordered if r.symbol != best.symbol))
    return Printed(text, start, end, best.symbol, best.pattern, best.parts, others)


def _value(pattern: Pattern, name: str, printed: str) -> str:
    if name == "series":
        squeezed = _squeezed(printed)
        return next(key for key, ways in pattern.series.items() for way in ways if _squeezed(fold(way)) == squeezed)
    return str(int(printed)) if printed.isdigit() else printed.upper()


def _squeezed(folded: str) -> str:
    return re.sub(r"[\s.]", "", folded)


def _normal(template: str, parts: Mapping[str, str]) -> str:
    """The pattern filled in; an optional piece is there only if all its fields are."""

    def optional(piece: re.Match[str]) -> str:
        inner = piece[0][1:-1]
        return inner if all(t["name"] in parts for t in _TOKEN.finditer(inner) if t["name"]) else ""

    return "".join(parts[t["name"]] if t["name"] else t[0] for t in _tokens(_OPTIONAL.sub(optional, template)))


def _within(bounds: str, session: str) -> bool:
    if not bounds or not session.isdigit():
        return True
    shape = re.fullmatch(r"(\d*)(-?)(\d*)", bounds)
    if not shape:
        raise ValueError(f"sessions = {bounds!r} is no range: write '1-36', '37-' or '8'")
    low, high = shape[1] or "0", shape[3] or ("9999" if shape[2] else shape[1])
    return int(low) <= int(session) <= int(high)


def _introduced(pattern: Pattern, folded: str, match: re.Match[str]) -> bool:
    """One of the words that must stand before it does, or nothing stands beside it at all."""
    if not pattern.after or match.span() == (0, len(folded)):
        return True
    before = _BY_NUMBER.sub("", folded[max(0, match.start() - 60) : match.start()])
    return before.endswith(tuple(fold(word) for word in pattern.after))


def _capital(printed: str) -> bool:
    """Its first Latin letter is a capital, if it has any."""
    letter = _LATIN.search(printed)
    return letter is None or letter[0].isupper()


_SERIES_OF = (
    ("POL P", "س سي سياسي"),
    ("E EC ECO ECON", "اق ق اقت ش"),
    ("C CS CUL CULT", "ث ثق ثا"),
    ("ORG O", "ات ت تن تنظ"),
    ("AF FA ADM", "ام م اد مالي ا اف"),
    ("LEG L JUR", "ق قن قا قانون"),
    ("INF INFO", "اع ع اعل"),
    ("ST SCI TEC", "عت تك ع"),
    ("PAL", "ف فل"),
    ("IS", "قا قاس"),
    ("MM MIN", "م اق ام ج"),
)
"""Series of resolutions by the letters they bear in Latin and in Arabic; some letters stand for more than one."""


def same_series(one: str, other: str) -> bool:
    """Whether two letterings may be one series; what is not known in another script is not held against it.

    >>> same_series("POL", "س"), same_series("ث", "POL"), same_series("E", "ECO"), same_series("س", "XYZ")
    (True, False, True, True)
    """
    a, b = (re.sub(r"[\s.()-]", "", fold(x)).upper() for x in (one, other))
    if a == b:
        return True
    known = [{n for n, both in enumerate(_SERIES_OF) if x in " ".join(both).split()} for x in (a, b)]
    if known[0] and known[1]:
        return bool(known[0] & known[1])
    return a.isascii() != b.isascii()
