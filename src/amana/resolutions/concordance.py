"""The language versions of a resolution held against each other: small checks in a list, each on one whole row.

A check says something only where it is sure: a translator is free in wording, and one false accusation costs trust.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from amana.resolutions import figures_apart
from amana.resolutions.functions import near
from amana.resolutions.labels import label_of
from amana.resolutions.paragraphs import Adoption, Paragraph, Reading
from amana.resolutions.versions import Row
from amana.values.hijri import check_pair
from amana.values.problems import Fact, Place, Problem, Severity

STATES = frozenset({
    "all-states", "member-states", "member-states-not-yet", "member-states-in-position", "observer-states", "parties",
    "parties-to-conflict", "international-community", "named-state", "host-country",
})  # fmt: skip
"""Addressees that one language may name more narrowly than another."""
SECRETARIAT = frozenset({"secretary-general", "general-secretariat", "executive-secretary", "director-general"})


def compare(rows: Sequence[Row], readings: Mapping[str, Reading]) -> tuple[Problem, ...]:
    """Every finding of every check, in the order of the rows; () where there is one version only."""
    if len(readings) < 2:
        return tuple(p for row in rows for p in same_day_in_both_calendars(row))
    if apart := tuple(_too_far_apart(rows, readings)):
        return apart
    whole = (p for check in WHOLE for p in check(readings))
    missing = missing_paragraphs(rows, tuple(readings))
    labels = different_labels(rows)
    each = (p for row in rows for check in CHECKS for p in check(row))
    places = {row.key: n for n, row in enumerate(rows)}
    found = [*whole, *missing, *labels, *each]
    return tuple(sorted(found, key=lambda p: places.get(str(p.facts.get("key", "")), -1)))


def finding(code: str, row: Row, severity: Severity, places: tuple[Place, ...] = (), **facts: Fact) -> Problem:
    """A finding on a row, with its place in every language."""
    return Problem(code, {"key": row.key, **facts}, places or places_of(row), severity)


def places_of(row: Row) -> tuple[Place, ...]:
    """Where the paragraph stands in every version that has it."""
    return tuple(p.place for p in row.texts.values())


def _too_far_apart(rows: Sequence[Row], readings: Mapping[str, Reading]) -> Iterator[Problem]:
    """Texts that are hardly versions of one another get one word about that and no list of accusations."""
    real = [r for r in rows if r.part != "structure"]
    gaps = sum(1 for r in real if len(r.texts) < len(readings))
    if len(real) >= 6 and gaps > len(real) / 2:
        places = tuple(r.paragraphs[0].place for r in readings.values() if r.paragraphs)
        yield Problem("versions-apart", {"rows": len(real), "unpaired": gaps}, places, "error")


def missing_paragraphs(rows: Sequence[Row], languages: tuple[str, ...]) -> Iterator[Problem]:
    """A paragraph that a version lacks; where the next row lacks the other versions, the two are only unlike."""
    real = [r for r in rows if r.part != "structure"]
    for n, row in enumerate(real):
        lacking = tuple(x for x in languages if x not in row.texts)
        if not lacking:
            continue
        around = [real[i] for i in (n - 1, n + 1) if 0 <= i < len(real)]
        unlike = any(set(o.texts) and not set(o.texts) & set(row.texts) for o in around)
        some = next(iter(row.texts.values()))
        opening = " ".join(some.text.split()[:8])
        if unlike:
            yield finding("paragraph-unpaired", row, "warning", present=tuple(row.texts), opening=opening)
        else:
            present = tuple(row.texts)
            yield finding("paragraph-missing", row, "error", missing=lacking, present=present, opening=opening)


def different_labels(rows: Sequence[Row]) -> Iterator[Problem]:
    """A label that differs; the labels that only follow from the first one are not told again."""
    shift: dict[tuple[str, str], int] = {}
    for row in rows:
        numbers = {language: n for language, p in row.texts.items() if (n := _numbered(p)) is not None}
        told = False
        for (one, a), (other, b) in combinations(numbers.items(), 2):
            if a == b:
                shift[one, other] = 0
            elif shift.get((one, other), 0) != b - a:
                shift[one, other] = b - a
                told = True
        if told:
            shown = tuple(f"{language}: {row.texts[language].label}" for language in numbers)
            yield finding("label-differs", row, "warning", labels=shown)


def _numbered(paragraph: Paragraph) -> int | None:
    label = label_of(paragraph.label) if paragraph.label else None
    return min(label.positions()) if label is not None and label.numeric and label.positions() else None


def same_function(row: Row) -> Iterator[Problem]:
    """One version requests where another invites: the class differs, and no language has one word for both."""
    apart = False
    forces: list[int] = []
    for (one, a), (other, b) in combinations(row.texts.items(), 2):
        if a.part == b.part and not near(a.function, one, b.function, other):
            apart = True
            forces += [a.strength or 0, b.strength or 0]
    if not apart:
        return
    shown = tuple(f"{language}: {p.phrase or p.function}" for language, p in row.texts.items() if p.function)
    severity: Severity = "error" if max(forces) - min(forces) >= 2 else "warning"
    yield finding("function-differs", row, severity, functions=shown)


def same_addressee(row: Row) -> Iterator[Problem]:
    """Two versions address different people; that one names more of them, or none, is not told."""
    who = {x: {a.id for a in p.addressees if a.role == "implementer"} for x, p in row.texts.items()}
    known = {language: ids for language, ids in who.items() if ids}
    for a, b in combinations(known.values(), 2):
        if a & b or (a & STATES and b & STATES) or (a & SECRETARIAT and b & SECRETARIAT):
            continue
        shown = tuple(f"{language}: {_people(row.texts[language])}" for language in known)
        yield finding("addressee-differs", row, "warning", addressees=shown)
        return


def _people(paragraph: Paragraph) -> str:
    """Who is addressed, in the words of the text."""
    return ", ".join(a.text or a.id for a in paragraph.addressees if a.role == "implementer")


def same_day_in_both_calendars(row: Row) -> Iterator[Problem]:
    """A Hijri day and its Gregorian day, as one version states them, lie more than two days apart."""
    for language, paragraph in row.texts.items():
        for stated in paragraph.days:
            if stated.hijri is not None and stated.gregorian is not None:
                for problem in check_pair(stated.hijri, stated.gregorian, (figures_apart.spot(paragraph, stated),)):
                    if problem.severity != "note":
                        facts = {**problem.facts, "key": row.key, "language": language}
                        yield Problem(problem.code, facts, problem.places, problem.severity)


def same_adoption(readings: Mapping[str, Reading]) -> Iterator[Problem]:
    """The versions say differently how the text was adopted, or with how many votes."""
    said = {language: r.adoption for language, r in readings.items() if r.adoption is not None and r.adoption.how}
    if len({_adopted(a) for a in said.values()}) > 1:
        shown = tuple(f"{language}: {a.text[:80]}" for language, a in said.items())
        places = tuple(a.place for a in said.values() if a.place is not None)
        yield Problem("adoption-differs", {"adoptions": shown}, places, "error")


def _adopted(adoption: Adoption) -> str:
    votes = sorted(adoption.votes.items())
    return f"{adoption.how} {votes}"


def same_symbol(readings: Mapping[str, Reading]) -> Iterator[Problem]:
    """The versions bear different symbols."""
    said = {language: r for language, r in readings.items() if r.symbol}
    if any(not figures_apart.same_symbol(a.symbol, b.symbol) for a, b in combinations(said.values(), 2)):
        shown = tuple(f"{language}: {r.printed_symbol}" for language, r in said.items())
        places = tuple(r.paragraphs[0].place for r in said.values() if r.paragraphs)
        yield Problem("symbol-of-text-differs", {"symbols": shown}, places, "error")


Check = Callable[[Row], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    figures_apart.same_figures,
    figures_apart.same_days,
    figures_apart.same_citations,
    same_function,
    same_addressee,
    same_day_in_both_calendars,
)
WHOLE: tuple[Callable[[Mapping[str, Reading]], Iterator[Problem]], ...] = (same_symbol, same_adoption)
