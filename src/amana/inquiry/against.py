"""A text held against the record: every statement of it that is understood, sure, and contradicts what is held.

A contradiction is told only where its subject is certainly a thing of the record, what is said of it is understood to
the word, and the record's own fact is sourced and differs by more than its precision. All else is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from amana.inquiry import (
    against_chairs,
    against_corrupt,
    against_countries,
    against_foundation,
    against_groups,
    against_holders,
    against_languages,
    against_members,
    against_names,
    against_programmes,
    against_relations,
    against_rules,
    against_seats,
    against_sessions,
    against_standings,
    against_successions,
    against_symbols,
    against_terms,
)
from amana.inquiry.against_telling import Matter, Recorded
from amana.inquiry.antecedents import resolved
from amana.inquiry.claims import Sentence, sentences
from amana.values.blocks import Block
from amana.values.problems import Problem

Check = Callable[[Sentence, Matter], Iterator[Problem]]
CHECKS: tuple[Check, ...] = (
    against_corrupt.check, against_sessions.check, against_foundation.check, against_foundation.participants,
    against_holders.check, against_successions.check, against_terms.check, against_chairs.check, against_members.check, against_members.founders, against_programmes.check,
    against_relations.status, against_countries.holders, against_countries.chairs,
    against_standings.check, against_standings.status, against_languages.check, against_seats.check, against_groups.check, against_rules.charter,
    against_rules.interval, against_names.renamed, against_names.called, against_symbols.check,
)  # fmt: skip
"""Each sees one sentence and knows nothing of the others."""
WHOLE: tuple[Callable[[Sequence[Sentence], Matter], Iterator[Problem]], ...] = (
    against_names.house, against_names.organs,
)  # fmt: skip
"""These see all sentences of a text."""


def contradictions(
    blocks: Sequence[Block], language: str, known: Recorded, *, day: date, tell: str = "en"
) -> tuple[Problem, ...]:
    """What of a text (ar, en, fr, id) contradicts the record, in the order of the text, each once.

    `day`: of the text, for what it says of the present. `tell`: the language of what the findings say the record has.
    """
    matter = Matter(known, day, tell)
    every = tuple(resolved(tuple(sentences(blocks, language, known, day)), known))
    found = [p for s in every for check in CHECKS for p in check(s, matter)]
    found += [p for check in WHOLE for p in check(every, matter)]
    once = {(p.code, p.places, p.facts["entry"]): p for p in found}
    return tuple(sorted(once.values(), key=_where))


def _where(problem: Problem) -> tuple[int, int, int, str]:
    place = problem.places[0]
    return place.block or 0, place.line or 0, place.start or 0, problem.code
