"""What changed between two instances of one subject, paragraph by paragraph in one language; verbs are named.

for pair in compared(last_year, this_year): pair.kind, [c.message("en") for c in pair.changes]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Literal

from amana.resolutions.paragraphs import Deadline, Paragraph, Reading
from amana.resolutions.rollover_sessions import sessions_in
from amana.resolutions.years_alike import Match, matches
from amana.values.expressions import expression
from amana.values.folding import fold
from amana.values.lexicons import modifiers, phrases
from amana.values.problems import Fact, Problem
from amana.values.stemming import words

Kind = Literal["same", "reworded", "new", "dropped", "split", "merged"]
Direction = Literal["", "softened", "strengthened"]
Stretch = tuple[str, bool]
"""Words, and whether they are in one year's text alone."""

LADDERS: tuple[tuple[str, ...], ...] = (
    ("concern", "regret", "deplore", "condemn"),
    ("note", "note_formal", "welcome", "support", "endorse", "approve", "adopt"),
    ("suggest", "recommend", "encourage", "invite", "appeal", "call_upon", "urge", "request", "demand", "decide"),
    ("express", "thank", "commend"),
)
"""Functions of one kind, the softest first: within one the step says more than a number does."""
SECRETARY = expression(
    r" (?:(?:the|le|la|au|à la|de|من|إلى|الى) ?)?(?:general )?(?:s[eé]cr[eé]ta|الأمين|الأمانة|sekretar).*$",
    re.IGNORECASE,
)
"""Whom a longer phrase of the lexicon names is no part of the verb."""
TOKENS = expression(r"[^\W_]+(?:[-'’/.][^\W_]+)*|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph of the year before and of this year; `before` or `after` is () where the year lacks it.

    `left` and `right` are their words in stretches, `changes` what changed in what they do, each a problem of severity
    info. `moved`: it stands elsewhere in the order.
    """

    kind: Kind
    before: tuple[Paragraph, ...]
    after: tuple[Paragraph, ...]
    moved: bool = False
    changes: tuple[Problem, ...] = ()
    left: tuple[Stretch, ...] = ()
    right: tuple[Stretch, ...] = ()


def compared(before: Reading, after: Reading) -> tuple[Pair, ...]:
    """The paragraphs of two years in the order of the new text; what was dropped stands where it stood."""
    return tuple(
        _pair(match, before.paragraphs, after.paragraphs, after.language)
        for match in matches(before.paragraphs, after.paragraphs)
    )


def _pair(match: Match, before: Sequence[Paragraph], after: Sequence[Paragraph], language: str) -> Pair:
    old, new = tuple(before[i] for i in match.before), tuple(after[j] for j in match.after)
    left, right = " ".join(p.text for p in old), " ".join(p.text for p in new)
    if not old or not new:
        return Pair("new", (), new, right=((right, True),)) if new else Pair("dropped", old, (), left=((left, True),))
    if words(left) == words(right):
        same: Kind = "split" if len(new) > 1 else "merged" if len(old) > 1 else "same"
        return Pair(same, old, new, match.moved, (), ((left, False),), ((right, False),))
    kind: Kind = "split" if len(new) > 1 else "merged" if len(old) > 1 else "reworded"
    one, other = _stretches(left, right)
    return Pair(kind, old, new, match.moved, tuple(changes(old, new, language)), one, other)


def changes(before: Sequence[Paragraph], after: Sequence[Paragraph], language: str) -> Iterator[Problem]:
    """What changed between two paragraphs in what they do: verb, addressees, deadline, report, figures, hedges, citations.

    Nothing of titles and lines that every year has its own of.
    """
    old, new = before[0], after[0]
    if old.part == new.part == "structure":
        return
    yield from _verb(old, new, language)
    if old.part == new.part == "operative":
        if bool(old.depth) == bool(new.depth):  # whom a subparagraph addresses is said above it
            yield from _sets("years-addressee", *_without_named(before, after))
        yield from _deadlines(before, after)
        yield from _reports(before, after)
    yield from _sets("years-figure", _figures(before), _figures(after))
    yield from _sets("years-day", _days(before), _days(after))
    yield from _sets("years-citation", _cited(before), _cited(after))
    yield from _sets("years-hedge", _hedges(before), _hedges(after))
    yield from _sets("years-clause", _clauses(before), _clauses(after))


def _verb(old: Paragraph, new: Paragraph, language: str) -> Iterator[Problem]:
    """The opening is another one: both phrases are named, and whether it became softer or stronger."""
    if old.part == "structure" or new.part == "structure" or old.phrase is None or new.phrase is None:
        return
    was, now = _opening(old), _opening(new)
    if fold(was, accents=False) == fold(now, accents=False):
        return
    direction = _direction(old, new, language)
    code = f"years-verb-{direction}" if direction else "years-verb"
    yield _told(code, before=was, after=now)


def _opening(paragraph: Paragraph) -> str:
    """The opening phrase with the words that make it stronger, where the phrase has them not."""
    phrase = SECRETARY.sub("", paragraph.phrase or "")
    more = [m for m in paragraph.modifiers if fold(m, accents=False) not in fold(phrase, accents=False)]
    return (
        f"{' '.join(more)} {phrase}"
        if more and fold(paragraph.text).startswith(fold(more[0]))
        else " ".join([phrase, *more])
    )


def _direction(old: Paragraph, new: Paragraph, language: str) -> Direction:
    """Whether the verb became softer or stronger: by its class, then its strength, then its tone, then what stands with it."""
    one, other = old.function or "", new.function or ""
    for ladder in LADDERS:
        if one in ladder and other in ladder and one != other:
            return "softened" if ladder.index(other) < ladder.index(one) else "strengthened"
    ranks = [(p.strength or 0, abs(_tone(p.phrase or "", language)), _intensity(p, language)) for p in (old, new)]
    if one == other or (ranks[0][0] and ranks[1][0]):
        for was, now in zip(*ranks, strict=True):
            if was != now:
                return "softened" if now < was else "strengthened"
    return ""


def _tone(phrase: str, language: str) -> int:
    """-3 to +3 by the lexicon; 0 where it does not say."""
    return _tones(language).get(fold(phrase, accents=False), 0)


@cache
def _tones(language: str) -> Mapping[str, int]:
    return {fold(p.phrase, accents=False): p.tone for p in reversed(phrases(language))}


def _intensity(paragraph: Paragraph, language: str) -> int:
    """How many words that make it stronger stand with the verb: not "also" or "again"."""
    said = set(words(_opening(paragraph)))
    return sum(form <= said for form in _intensifiers(language))


@cache
def _intensifiers(language: str) -> tuple[frozenset[str], ...]:
    forms: set[frozenset[str]] = set()
    for row in modifiers():
        if row.kind in ("intensity", "urgency"):
            forms |= {frozenset(words(form)) for form in row.forms(language)}
    return tuple(sorted(forms, key=sorted))


def _without_named(
    before: Sequence[Paragraph], after: Sequence[Paragraph]
) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
    """Whom each year addresses; of paragraphs merged or split without whom the other year names too.

    «Invite les États à …, et la Banque à …» addresses both, and the second is not read as addressed.
    """
    old, new = _addressees(before), _addressees(after)
    if len(before) == len(after) == 1:
        return old, new
    one, other = (fold(" ".join(p.text for p in its), accents=False) for its in (before, after))
    return _unsaid(old, new, other), _unsaid(new, old, one)


def _unsaid(mine: Counter[tuple[str, str]], theirs: Counter[tuple[str, str]], text: str) -> Counter[tuple[str, str]]:
    both = {key for key, _ in mine} & {key for key, _ in theirs}
    return Counter({at: n for at, n in mine.items() if at[0] in both or fold(at[1], accents=False) not in text})


def _addressees(paragraphs: Iterable[Paragraph]) -> Counter[tuple[str, str]]:
    return Counter((a.id, a.text or a.id) for p in paragraphs for a in p.implementers)


def _figures(paragraphs: Iterable[Paragraph]) -> Counter[tuple[str, str]]:
    """The figures that are neither part of a deadline nor the number of a session."""
    return Counter(
        (f.value + f.unit, f.text)
        for p in paragraphs
        for sessions in (sessions_in(p.text, p.place.language or "") if p.figures else (),)
        for f in p.figures
        if (p.deadline is None or f.text not in p.deadline.text) and all(f.start != s.start for s in sessions)
    )


def _days(paragraphs: Iterable[Paragraph]) -> Counter[tuple[str, str]]:
    return Counter(
        (str(d.gregorian or d.hijri or d.yearless), d.text)
        for p in paragraphs
        for d in p.days
        if p.deadline is None or d.text not in p.deadline.text
    )


def _cited(paragraphs: Iterable[Paragraph]) -> Counter[tuple[str, str]]:
    return Counter((c.short, c.symbol) for p in paragraphs for c in p.citations)


def _hedges(paragraphs: Iterable[Paragraph]) -> Counter[tuple[str, str]]:
    return Counter((fold(h, accents=False), h) for p in paragraphs for h in p.hedges)


def _clauses(paragraphs: Iterable[Paragraph]) -> Counter[tuple[str, str]]:
    return Counter((c.kind + c.value, c.text) for p in paragraphs for c in p.clauses)


def _sets(code: str, before: Counter[tuple[str, str]], after: Counter[tuple[str, str]]) -> Iterator[Problem]:
    """What only one year has: changed where both have something of their own, else added or dropped."""
    own = _only(before, after)
    others = _only(after, before)
    if own and others:
        yield _told(f"{code}-changed", before=own, after=others)
    elif own:
        yield _told(f"{code}-dropped", before=own)
    elif others:
        yield _told(f"{code}-added", after=others)


def _only(mine: Counter[tuple[str, str]], theirs: Counter[tuple[str, str]]) -> tuple[str, ...]:
    """What is said here and not there, as printed; compared by its normal form."""
    left = Counter({key: 0 for key, _ in mine})
    for (key, _), count in mine.items():
        left[key] += count
    for (key, _), count in theirs.items():
        left[key] -= count
    return tuple(dict.fromkeys(text for key, text in mine if left[key] > 0))


def _deadlines(before: Iterable[Paragraph], after: Iterable[Paragraph]) -> Iterator[Problem]:
    old = next((p.deadline for p in before if p.deadline is not None), None)
    new = next((p.deadline for p in after if p.deadline is not None), None)
    if old is not None and new is not None:
        if _when(old) != _when(new):
            yield _told("years-deadline-changed", before=old.text, after=new.text)
    elif old is not None:
        yield _told("years-deadline-dropped", before=old.text)
    elif new is not None:
        yield _told("years-deadline-added", after=new.text)


def _when(deadline: Deadline) -> tuple[str, ...]:
    said = (deadline.kind, deadline.day, deadline.session, deadline.next, deadline.period, deadline.organ)
    return (*map(str, said), fold(deadline.text) if deadline.kind == "urgency" else "")


def _reports(before: Iterable[Paragraph], after: Iterable[Paragraph]) -> Iterator[Problem]:
    old, new = any(p.report for p in before), any(p.report for p in after)
    if old is not new:
        yield _told("years-report-added" if new else "years-report-dropped")


def _told(code: str, **facts: Fact) -> Problem:
    return Problem(code, facts, (), "info")


def _stretches(left: str, right: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Both texts in stretches of whole words: what they share, and what each has alone.

    >>> _stretches("Condemns the acts", "Deplores the acts")[0]
    (('Condemns', True), (' the acts', False))
    """
    one, other = TOKENS.findall(left), TOKENS.findall(right)
    matcher = SequenceMatcher(None, [fold(t) for t in one], [fold(t) for t in other], autojunk=False)
    a: list[Stretch] = []
    b: list[Stretch] = []
    for kind, i, j, k, m in matcher.get_opcodes():
        _add(a, "".join(one[i:j]), kind != "equal")
        _add(b, "".join(other[k:m]), kind != "equal")
    return _smoothed(a), _smoothed(b)


def _add(stretches: list[Stretch], text: str, alone: bool) -> None:
    if text:
        stretches.append((text, alone))


def _smoothed(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """A blank between two changed stretches belongs to them: one mark, not three."""
    out: list[Stretch] = []
    for n, (text, alone) in enumerate(stretches):
        between = 0 < n < len(stretches) - 1 and stretches[n - 1][1] and stretches[n + 1][1]
        now = alone or (between and not text.strip())
        if out and out[-1][1] == now:
            out[-1] = (out[-1][0] + text, now)
        else:
            out.append((text, now))
    return tuple(out)
