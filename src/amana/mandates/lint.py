"""What a draft leaves open: no actor, no day, no report, no review; what it rests on and is no longer in force; what is owed already.

Quiet notes for the drafter: nothing here forbids anything, and a text may leave open what it wants to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from rapidfuzz import fuzz

from amana.mandates.addressing import NOBODY_ELSE, plain
from amana.mandates.lint_ranking import Ranker
from amana.mandates.obligations import Stated, duties, is_directive, is_follow_up
from amana.resolutions.drafting import Ended
from amana.resolutions.versions import Row
from amana.values.ids import MandateId
from amana.values.lexicons import rows
from amana.values.problems import Fact, Place, Problem, Severity
from amana.values.stemming import stems
from amana.values.words import Words

ALIKE = 80
"""From here on (of 100, over the stems of the matter) two duties are told as like each other; see tests/mandates/lint_alike.toml."""
WHOLE = 58
"""What the duties must share beside one lying within the other: a short one lies in many."""
FEW = 3
"""Stems of its matter that a duty must have to be compared at all."""
KEPT = "remain_seized"
"""The function of a paragraph by which the organ keeps the matter before it: it will look at it again."""
MOST = 3
"""How many open duties are told of one paragraph, most alike first."""


@dataclass(frozen=True, slots=True)
class OpenDuty:
    """A duty that is still open in the record: its words, who has to act, the symbol of the resolution it stands in."""

    id: MandateId
    words: Words
    implementers: tuple[str, ...]
    symbol: str = ""
    recurring: bool = False


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft as the lint sees it: its rows with what each states, in their order."""

    rows: tuple[Row, ...]
    stated: tuple[Stated, ...]

    @property
    def places(self) -> Mapping[str, tuple[Place, ...]]:
        """Where each row stands, by its key."""
        return {row.key: tuple(p.place for p in row.texts.values()) for row in self.rows}


@dataclass(frozen=True, slots=True)
class Record:
    """What the house holds: decisions no longer in force by normal symbol, open duties, which organ an addressee is.

    `ranker` is asked only of duties that share no language with the draft; without one they are not looked at.
    """

    ended: Mapping[str, Ended] = field(default_factory=dict)
    duties: Sequence[OpenDuty] = ()
    organ_ids: Mapping[str, str] = field(default_factory=lambda: NOBODY_ELSE)
    ranker: Ranker | None = None


def lint(draft: Drafted, record: Record | None = None) -> tuple[Problem, ...]:
    """Everything a draft leaves open, in this order: clauses, citations, duties like open ones."""
    record = record or Record()
    return (*clauses(draft), *citations(draft, record.ended), *owed(draft, record))


def clauses(draft: Drafted) -> Iterator[Problem]:
    """One note a kind of clause, with the paragraphs that create a duty and lack it.

    An actor and a day belong to each paragraph; one paragraph that asks for a report on the resolution, or sets a review
    or an end, speaks for all.
    """
    asked = [row for row in duties(draft.stated) if is_directive(row)]
    if not asked:
        return
    whole = [row for row in asked if not is_follow_up(row)]
    said = [p for row in draft.rows for p in row.texts.values()]
    reviewed = any(p.function == KEPT or any(c.kind in ("review", "end") for c in p.clauses) for p in said)
    yield from _lacking("lint-no-actor", [r for r in asked if not r.addressees], draft)
    undated = [r for r in whole if r.deadline_kind in ("none", "urgency") and not r.report_when]
    yield from _lacking("lint-no-deadline", undated, draft)
    if not any(row.report or is_follow_up(row) for row in asked):
        yield from _lacking("lint-no-report", whole, draft)
    if not reviewed:
        yield from _lacking("lint-no-review", whole, draft)


def _lacking(code: str, rows: Sequence[Stated], draft: Drafted) -> Iterator[Problem]:
    if rows:
        keys = tuple(row.key for row in rows)
        yield _told(code, draft, keys, "note", keys=keys)


def citations(draft: Drafted, ended: Mapping[str, Ended]) -> Iterator[Problem]:
    """A decision cited that is no longer in force: a note in a recital or where it was renewed, else a warning."""
    for row in draft.rows:
        cited = dict.fromkeys(c.symbol for p in row.texts.values() for c in p.citations)
        for symbol in cited:
            came = ended.get(symbol)
            if came is None:
                continue
            severity: Severity = "warning" if row.part == "operative" and came.how != "renewed" else "note"
            yield _told(f"lint-cited-{came.how}", draft, (row.key,), severity, key=row.key, symbol=symbol, by=came.by)


def owed(draft: Drafted, record: Record) -> Iterator[Problem]:
    """A duty like one that is still open, of the same addressee; the closing paragraph, the same everywhere, is none."""
    known = [one for one in record.duties if not one.recurring]
    for row in duties(draft.stated) if known else ():
        if not is_directive(row) or is_follow_up(row):
            continue
        who = {record.organ_ids.get(plain(a), plain(a)) for a in row.addressees}
        theirs = [one for one in known if who & {plain(i) for i in one.implementers}]
        mine = _by_language(row.texts)
        scores = ((likeness(mine, _by_language(one.words, mine)), one) for one in theirs)
        found = sorted(((score, one) for score, one in scores if score >= ALIKE), key=lambda f: (-f[0], f[1].id))
        for _, one in found[:MOST]:
            yield _owed("lint-duty-alike", draft, row, one, "note")
        if record.ranker is not None:
            yield from _near(draft, row, [one for one in theirs if not one.words.keys() & mine.keys()], record.ranker)


def _near(draft: Drafted, row: Stated, foreign: Sequence[OpenDuty], ranker: Ranker) -> Iterator[Problem]:
    """Of duties in no language of the draft the one that lies nearest: to be looked at, no more."""
    if foreign:
        nearest = ranker.rank(row.texts.best("en"), [one.words.best("en") for one in foreign])
        yield _owed("lint-duty-near", draft, row, foreign[nearest[0]], "info")


def _owed(code: str, draft: Drafted, row: Stated, one: OpenDuty, severity: Severity) -> Problem:
    language = next((x for x in row.texts if x in one.words), "en")
    facts = {"key": row.key, "symbol": one.symbol or "—", "mandate": one.id, "words": one.words.best(language)}
    return _told(code, draft, (row.key,), severity, **facts)


def _by_language(said: Words, only: Mapping[str, str] | None = None) -> dict[str, str]:
    """The stems of a duty in each language, or each that `only` has, as one string."""
    return {x: _stemmed(text, x) for x, text in said.items() if only is None or x in only}


@lru_cache(maxsize=1 << 14)
def _stemmed(text: str, language: str) -> str:
    """The stems of the matter of a duty: not who is asked to report what by when, which most duties have."""
    empty = _procedure(language)
    return " ".join(s for s in stems(text, language) if s not in empty and not s.isdigit())


@cache
def _procedure(language: str) -> frozenset[str]:
    """Stems that duties have whatever they are about (`lexicons/duty_words.csv`)."""
    own = (row for row in rows("duty_words.csv") if row["language"] == language)
    return frozenset(s for row in own for s in stems(row["words"], language))


def likeness(one: Mapping[str, str], other: Mapping[str, str]) -> float:
    """How alike two duties are, 0 to 100: the language in which they are most alike decides; both as stems.

    >>> likeness({"en": "establish fund harbour coast"}, {"en": "establish fund repair harbour coast"}) >= ALIKE
    True
    >>> likeness({"en": "situat refuge camp"}, {"en": "budget year scale"}), likeness({"en": "a b c"}, {"fr": "a b c"})
    (0.0, 0.0)
    """
    return max((_likeness(one[x], other[x]) for x in one.keys() & other.keys()), default=0.0)


def _likeness(one: str, other: str) -> float:
    if min(len(set(one.split())), len(set(other.split()))) < FEW:
        return 0.0
    within = fuzz.token_set_ratio(one, other, score_cutoff=ALIKE)
    if not within or fuzz.token_sort_ratio(one, other) < WHOLE:
        return 0.0
    return float(within)


def _told(code: str, draft: Drafted, at: Sequence[str], severity: Severity, **facts: Fact) -> Problem:
    every = draft.places
    return Problem(code, facts, tuple(place for key in at for place in every.get(key, ())), severity)
