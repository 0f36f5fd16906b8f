"""One side of a contrast in one version and the other side in another: without against with, before against after, the first
against the last, a minimum against a maximum.

The words of each side stand in `contrasts.csv`. Most are told only where the same thing stands beside them in both versions
(`things.csv`, `units.csv`, `denied_verbs.csv`, a figure): "before 15 March" against "après le 15 mars".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from itertools import combinations
from typing import NamedTuple

from amana.resolutions.functions_apart import same_function
from amana.resolutions.languages import LANGUAGES
from amana.resolutions.negation import denials, turned, unseeming
from amana.resolutions.opposites_apart import same_side
from amana.resolutions.telling import finding
from amana.resolutions.versions import Row
from amana.values.expressions import expression
from amana.values.folding import Folded, folded_once, span_back
from amana.values.glances import Glances
from amana.values.lexicons import contrasts, denied_verbs, things
from amana.values.numbers_said import units
from amana.values.problems import Problem

REACH = {"next": (0, 4), "behind": (0, 6), "around": (5, 5), "near": (3, 3), "alone": (0, 0), "each": (0, 0)}
"""Words before and behind one of these words among which the thing stands that it is said of."""
NEAR = (4, 3)
"""Words before and behind it among which a denial turns it."""
LEAD = "[وفبلكس]{0,2}(?:ال|لل?)?"
"""What an Arabic word may begin with and be the same word."""
PREFIX = expression(LEAD)
COGNATE = 5
"""Letters in which election and élection, genocide and génocide begin alike."""
TOKEN = expression(r"[^\W_]+|[.,;:،؛()]")
WORD = expression(r"[\w']+")
STOPS = frozenset(".,;:،؛()")
LATIN = expression("[a-z]+")
ARABIC = expression("[\u0620-\u064a]+")
UNSAID = expression(
    r"\(\?[=!<][^()]*(?:\([^()]*\)[^()]*)*\)|\(\?:[^()]*\)(?:\?|\{\d,\d\})?|\[[^\]]*\]|\w\?|\\w(?:[*?]|\{[^}]*\})?"
)
"""What of a form need not stand in a text."""


class Said(NamedTuple):
    """One of the words in a text: the row of `contrasts.csv`, its place in the folded text, and what stands beside it."""

    row: int
    start: int
    end: int
    beside: frozenset[str]


def same_contrast(row: Row) -> Iterator[Problem]:
    """One version says only one side of a contrast of something, and another only the other side of it."""
    seen = {x: folded_once(p.text) for x, p in row.texts.items() if x in LANGUAGES}
    hinted = {x: MAY_SAY[x].at(folded) for x, folded in seen.items()}
    for one, other in combinations(hinted, 2):
        kinds = OF_KIND[one].at(seen[one]) & OF_KIND[other].at(seen[other])
        for kind in _facing(kinds, hinted[one] | hinted[other]) if kinds else ():
            told = _apart(kind, {x: seen[x] for x in (one, other)}, hinted)
            if told is not None and not _told_of_the_verb(row):
                spans = {x: span_back(row.texts[x].text, seen[x].places, w.start, w.end) for x, w in told.items()}
                shown = tuple(f"{x}: {row.texts[x].text[a:b]}" for x, (a, b) in spans.items())
                places = tuple(replace(row.texts[x].place, start=a, end=b) for x, (a, b) in spans.items())
                yield finding("contrast-differs", row, "warning", places, contrast=shown)
                return


def _told_of_the_verb(row: Row) -> bool:
    """Whether the same is told already: adopted here, rejeté there."""
    return any(p.severity != "note" for check in (same_side, same_function) for p in check(row))


def _facing(kinds: int, hinted: int) -> Iterator[str]:
    """The contrasts of some kinds, a bit for each, of which more than one side may be said."""
    for n in _bits(kinds):
        kind, rows = _kinds()[n]
        sides = hinted & rows
        if sides & (sides - 1):
            yield kind


def _bits(rows: int) -> Iterator[int]:
    """
    >>> list(_bits(0b1010))
    [1, 3]
    """
    while rows:
        low = rows & -rows
        yield low.bit_length() - 1
        rows ^= low


def _apart(kind: str, seen: Mapping[str, Folded], hinted: Mapping[str, int]) -> dict[str, Said] | None:
    """The words of two versions that say two sides of one contrast, of the same thing; None where that is not sure."""
    spans = {x: _spans(kind, folded.folded, x, hinted[x]) for x, folded in seen.items()}
    if not _opposed(*spans.values()) or any(n in _either() for found in spans.values() for n, *_ in found):
        return None
    said = {x: _said(kind, folded.folded, x, spans[x]) for x, folded in seen.items()}
    mine, theirs = said.values()
    first = contrasts()[_rows(kind)[0]]
    pair = HOW.get(first.hold, _of_one_thing)(mine, theirs)
    if pair is None:
        return None
    if first.turns:
        common = pair[0].beside & pair[1].beside
        if any(_denied(seen[x].folded, x, said[x], w, common) for x, w in zip(said, pair, strict=True)):
            return None
        if len({denials(_blank(seen[x].folded, said[x]), x) for x in said}) > 1:
            return None
    return dict(zip(said, pair, strict=True))


@cache
def _either() -> frozenset[int]:
    """The rows of words that may say any side of a contrast: who finds fewer where less is said to fall is told nothing."""
    return frozenset(n for n, row in enumerate(contrasts()) if row.hold == "either")


def _one_side(mine: list[Said], theirs: list[Said]) -> tuple[Said, Said] | None:
    """The first words of two versions of which each has one side alone, and not the same."""
    here, there = {w.row for w in mine}, {w.row for w in theirs}
    return (mine[0], theirs[0]) if len(here) == len(there) == 1 and here != there else None


def _lacking(mine: list[Said], theirs: list[Said]) -> tuple[Said, Said] | None:
    """The first word of each version that the other has not."""
    here, there = {w.row for w in mine}, {w.row for w in theirs}
    alone, lacking = [w for w in mine if w.row not in there], [w for w in theirs if w.row not in here]
    return (alone[0], lacking[0]) if alone and lacking else None


def _of_one_thing(mine: list[Said], theirs: list[Said]) -> tuple[Said, Said] | None:
    """Two words of two sides that have the same thing beside them, where each side is said more often in its version."""
    here, there = Counter(w.row for w in mine), Counter(w.row for w in theirs)
    for a in mine:
        for b in theirs:
            if a.row == b.row or not a.beside & b.beside:
                continue
            if here[a.row] <= there[a.row] or there[b.row] <= here[b.row]:
                continue
            common = a.beside & b.beside
            if any(w.row == b.row and w.beside & common for w in mine):
                continue
            if any(w.row == a.row and w.beside & common for w in theirs):
                continue
            return a, b
    return None


HOW = {"alone": _one_side, "each": _lacking}
"""What is asked of the words of a contrast that need nothing beside them."""


def _denied(folded: str, language: str, said: Iterable[Said], word: Said, common: frozenset[str]) -> bool:
    """Whether a word that turns what is said stands close by, and is none of the things that both are said of."""
    blank = unseeming(_blank(folded, said), language)
    ahead = WORD.findall(blank[: word.start])[-NEAR[0] :]
    behind = WORD.findall(blank[word.end :])[: NEAR[1]]
    stems = _stems(language)
    near = " ".join((*ahead, "…", *behind))
    return turned(
        _stem_pattern(language).sub(lambda m: m[0] if common.isdisjoint(stems[m[1]]) else "…", near), language
    )


def _blank(folded: str, said: Iterable[Said]) -> str:
    for w in said:
        folded = f"{folded[: w.start]}{' ' * (w.end - w.start)}{folded[w.end :]}"
    return folded


MOST = 40
"""Words of one contrast in one text; with more it is a table, and none of them is told."""
Span = tuple[int, int, int]
"""The row of one of the words, and where it begins and ends."""


def _spans(kind: str, folded: str, language: str, hinted: int) -> list[Span]:
    """Where the words of one contrast stand in a text, what lies within a longer one left out."""
    rows = (n for n in _rows(kind) if hinted >> n & 1)
    spans = [(n, *m.span()) for n in rows for m in _pattern(n, language).finditer(folded)]
    if len(spans) > MOST:
        return []
    return [
        s
        for s in spans
        if not any(t != s and t[1] <= s[1] and s[2] <= t[2] and t[2] - t[1] > s[2] - s[1] for t in spans)
    ]


def _opposed(mine: Iterable[Span], theirs: Iterable[Span]) -> bool:
    """Whether each of two versions says one side more often than the other does: all else is not told."""
    here, there = Counter(s[0] for s in mine), Counter(s[0] for s in theirs)
    return bool(here - there) and bool(there - here)


def _said(kind: str, folded: str, language: str, spans: Iterable[Span]) -> list[Said]:
    """The words of one contrast in a text, in order, with what stands beside each."""
    before, behind = REACH[contrasts()[_rows(kind)[0]].hold]
    return [
        Said(n, a, b, _beside(folded, language, a, b, before, behind)) for n, a, b in sorted(spans, key=lambda s: s[1])
    ]


def _beside(folded: str, language: str, start: int, end: int, before: int, behind: int) -> frozenset[str]:
    """What stands among so many words before and behind a word, as it is called in every language."""
    after: list[str] = []
    for m in TOKEN.finditer(folded, end):
        if m[0] in STOPS or behind == 0:
            break
        after.append(m[0])
        behind -= _counts(m[0])
    ahead: list[str] = []
    for word in reversed(TOKEN.findall(folded[max(0, start - 80) : start])):
        if word in STOPS or before == 0:
            break
        ahead.insert(0, word)
        before -= _counts(word)
    return frozenset((*_things(" ".join(ahead), language), *_things(" ".join(after), language)))


def _counts(word: str) -> bool:
    """Whether a word is more than one of those that join others: of, the, du, l."""
    return len(word) > 2 or word.isdigit()


def _things(words: str, language: str) -> Iterator[str]:
    """The things that some words name, and the figures; of a long word how it begins, which it may share with its cognates."""
    counted = units(language)
    for word in words.split():
        if word.isdigit():
            yield word
        elif language != "ar" and len(word) > COGNATE:
            yield word[:COGNATE]
        for bare in (word, *({word[n:] for n in range(1, 5)} if language == "ar" else ())):
            if bare in counted and PREFIX.fullmatch(word[: -len(bare)]):
                yield counted[bare][0]
    stems = _stems(language)
    for m in _stem_pattern(language).finditer(words):
        yield from stems[m[1]]


@cache
def _stems(language: str) -> dict[str, frozenset[str]]:
    """The beginnings of words → the things that they may mean."""
    table: dict[str, set[str]] = {}
    for name, rows in (("t", things()), ("v", denied_verbs())):
        for n, row in enumerate(rows):
            if row.get("kind") == "modal":
                continue
            for stem in row[language].split("|"):
                if len(stem) > 1 and not re.search(r"[\\(\[?]", stem):
                    table.setdefault(" ".join(TOKEN.findall(stem)), set()).add(f"{name}{n}")
    return {s: frozenset(i for n in range(1, len(s) + 1) for i in table.get(s[:n], ())) for s in table}


@cache
def _stem_pattern(language: str) -> re.Pattern[str]:
    stems = "|".join(map(re.escape, sorted(_stems(language), key=len, reverse=True)))
    lead = {"ar": "[وفبلكس]{0,2}?(?:ال|لل?)??[يتن]??", "id": "(?:di|me[mn]?|ter|ber|pe[mn]?|ke)?"}.get(language, "")
    return expression(rf"(?<!\w){lead}({stems})")


@cache
def _rows(kind: str) -> tuple[int, ...]:
    return tuple(n for n, row in enumerate(contrasts()) if row.contrast == kind)


@cache
def _pattern(n: int, language: str) -> re.Pattern[str]:
    lead = LEAD if language == "ar" else ""
    end = {"fr": r"(?:(?<=')|(?!\w))", "ar": r"(?:ها?|هما?|هن)?(?!\w)"}.get(language, r"(?!\w)")
    return expression(rf"(?<!\w){lead}(?:{contrasts()[n].forms[language] or '(?!)'}){end}")


@cache
def _gates(language: str) -> tuple[tuple[str, ...], ...]:
    """For each row the words, in Arabic pieces of words, without one of which a text says nothing of it: the rarest of each form."""
    forms = [[_words_of(form, language) for form in _alternatives(row.forms[language])] for row in contrasts()]
    often = Counter(word for row in forms for words in row for word in {*words})
    return tuple(tuple(dict.fromkeys(min(ws, key=lambda w: (often[w], -len(w))) for ws in row)) for row in forms)


def _of_kinds(language: str) -> list[list[str]]:
    """The same for each contrast."""
    gates = _gates(language)
    return [[word for n in _bits(rows) for word in gates[n]] for _, rows in _kinds()]


@cache
def _kinds() -> tuple[tuple[str, int], ...]:
    """Every contrast with its rows, a bit for each."""
    kinds: dict[str, int] = {}
    for n, row in enumerate(contrasts()):
        kinds[row.contrast] = kinds.get(row.contrast, 0) | 1 << n
    return tuple(kinds.items())


MAY_SAY = {x: Glances(x, **{"pieces" if x == "ar" else "words": partial(_gates, x)}) for x in LANGUAGES}
OF_KIND = {x: Glances(x, **{"pieces" if x == "ar" else "words": partial(_of_kinds, x)}) for x in LANGUAGES}
"""A cheap look for each row, and for each contrast."""


def _alternatives(forms: str) -> list[str]:
    r"""The forms of a row, without what need not stand in a text.

    >>> _alternatives("with(?! (?:no|few))|accompanied by"), _alternatives(r"[يت]شمل\w*|(?:ال)?مدي (?:ال)?قصير")
    (['with', 'accompanied by'], ['شمل', 'مدي قصير'])
    """
    return UNSAID.sub("", forms).split("|") if forms else []


def _words_of(form: str, language: str) -> list[str]:
    """The words of a form, of "a.m." and "l'est" the last ones."""
    words = (ARABIC if language == "ar" else LATIN).findall(form)
    return [w for w in words if len(w) > 1] or words[-1:]
