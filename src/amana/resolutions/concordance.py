"""The language versions of a resolution held against each other: small checks in a list, each on one whole row.

A check says something only where it is sure: a translator is free in wording, and one false accusation costs trust.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from amana.resolutions import (
    adoption_apart,
    clauses_apart,
    contrasts_apart,
    days_apart,
    figures_apart,
    figures_in_brackets,
    functions_apart,
    hours_apart,
    length_apart,
    marks_apart,
    measures_apart,
    names_apart,
    negation_apart,
    offices_apart,
    opposites_apart,
    quotes_apart,
    rows_apart,
    session_apart,
    symbols_apart,
    tongues_apart,
)
from amana.resolutions.paragraphs import Reading
from amana.resolutions.telling import Check, Whole
from amana.resolutions.versions import Row
from amana.values.problems import Problem

CHECKS: tuple[Check, ...] = (
    figures_apart.same_figures,
    figures_in_brackets.words_and_digits,
    measures_apart.same_measures,
    days_apart.same_days,
    symbols_apart.same_citations,
    symbols_apart.same_acts,
    functions_apart.same_function,
    functions_apart.same_addressee,
    opposites_apart.same_side,
    contrasts_apart.same_contrast,
    hours_apart.same_hours,
    negation_apart.same_negation,
    names_apart.same_names,
    names_apart.same_people,
    offices_apart.same_offices,
    clauses_apart.same_clauses,
    quotes_apart.same_quotes,
    days_apart.same_day_in_both_calendars,
    marks_apart.draft_marks_left,
    marks_apart.numbers_damaged,
    length_apart.same_length,
)
"""What is held against each other in every row; one row of a translators' file is checked by these alone."""
ALONE: tuple[Check, ...] = (
    figures_in_brackets.words_and_digits,
    days_apart.same_day_in_both_calendars,
    marks_apart.draft_marks_left,
    marks_apart.numbers_damaged,
    tongues_apart.same_tongue,
)
"""What one version alone can contradict in itself."""
SAID_BY = {"days-calendars-differ": "days-differ", "measures-differ": "figures-differ"}
"""What is not told where the other finding was: the day wrong in one calendar, the third that is a figure too."""
WHOLE: tuple[Whole, ...] = (adoption_apart.same_symbol, adoption_apart.same_adoption, adoption_apart.adoption_lacking)
"""What is held against each other once for the whole text."""
WHOLE_ALONE: tuple[Whole, ...] = (session_apart.symbol_of_session,)
"""What a whole version can contradict in itself."""


def compare(rows: Sequence[Row], readings: Mapping[str, Reading]) -> tuple[Problem, ...]:
    """Every finding of every check, in the order of the rows; of one version what it contradicts in itself."""
    if len(readings) < 2:
        alone = (p for row in rows for check in ALONE for p in check(row))
        return (*(p for check in WHOLE_ALONE for p in check(readings)), *alone)
    if apart := tuple(rows_apart.too_far_apart(rows, readings)):
        return apart
    whole = [p for check in (*WHOLE, *WHOLE_ALONE) for p in check(readings)]
    missing = rows_apart.missing_paragraphs(rows, tuple(readings))
    laid = (*rows_apart.split_paragraphs(rows), *rows_apart.moved_paragraphs(rows))
    labels = (*rows_apart.different_labels(rows), *rows_apart.different_sublabels(rows))
    each = (p for row in rows for p in row_findings(row))
    places = {row.key: n for n, row in enumerate(rows)}
    found = _told_once([*whole, *missing, *laid, *labels, *each], rows)
    return tuple(sorted(found, key=lambda p: places.get(str(p.facts.get("key", "")), -1)))


def row_findings(row: Row) -> Iterator[Problem]:
    """What the checks find in one row, in their order; a version in a foreign language is told and left out of them."""
    yield from (foreign := tuple(tongues_apart.same_tongue(row)))
    row = tongues_apart.in_own_tongues(row) if foreign or tongues_apart.copies(row) else row
    told: set[str] = set()
    for check in CHECKS:
        for found in check(row):
            told.add(found.code)
            if SAID_BY.get(found.code) not in told:
                yield found


def _told_once(found: Sequence[Problem], rows: Sequence[Row]) -> list[Problem]:
    """The findings without the differing symbol of the text where it stands above the text again."""
    if not any(p.code == "symbol-of-text-differs" for p in found):
        return list(found)
    heads = {row.key for row in rows if all(p.part == "structure" for p in row.texts.values())}
    return [p for p in found if p.code != "symbols-differ" or p.facts.get("key") not in heads]
