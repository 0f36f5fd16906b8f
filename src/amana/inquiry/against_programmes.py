"""What a text says of a programme of action: how many areas and goals it has, and which years it covers."""

from __future__ import annotations

from collections.abc import Iterator

from amana.inquiry.against_telling import Matter, against, dispute_on, recorded
from amana.inquiry.claims import Sentence
from amana.inquiry.telling import say
from amana.programme.programme import Programme
from amana.values.problems import Problem


def check(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """Numbers of areas and goals, and the years of a programme."""
    named = [p.one("programme") for p in sentence.pieces if p.one("programme")]
    mine = [p for p in matter.known.programmes if p.id in named] if len(set(named)) == 1 else []
    if mine:
        yield from _period(sentence, matter, mine[0])
    bare = sentence.about and not named and any(p.says("programme") for p in sentence.pieces)
    counted = [p for p in mine or (matter.known.programmes if bare else ()) if p.areas_in_all and p.goals_in_all]
    areas = _with(sentence, "areas")
    goals = _with(sentence, "goals")
    if counted and areas is not None and (goals is not None or (mine and _is_priority(sentence, areas))):
        yield from _differs(sentence, matter, areas, [(p, p.areas_in_all or 0) for p in counted])
    if counted and goals is not None and (areas is not None or mine):
        yield from _differs(sentence, matter, goals, [(p, p.goals_in_all or 0) for p in counted])


def _with(sentence: Sentence, noun: str) -> int | None:
    """The number that stands right before the noun; only where there is one such."""
    found = [
        at
        for at, p in enumerate(sentence.pieces[:-1])
        if p.number is not None and p.when is None and sentence.pieces[at + 1].says(noun)
    ]
    return found[0] if len(found) == 1 else None


def _is_priority(sentence: Sentence, at: int) -> bool:
    return len(sentence.pieces[at + 1].words) > 1


def _differs(sentence: Sentence, matter: Matter, at: int, kept: list[tuple[Programme, int]]) -> Iterator[Problem]:
    if sentence.pieces[at].number in {n for _, n in kept} or not sentence.asserts(at):
        return
    programme, _ = kept[0]
    told = say(
        "programme-both", matter.tell, name=_title(programme, matter.tell), areas=programme.areas_in_all or 0,
        goals=programme.goals_in_all or 0,
    ).rstrip(".")  # fmt: skip
    yield against(
        matter, sentence, "count", (at, at), kept=told, entry=f"programmes/{programme.id}", sources=programme.sources
    )


def _title(programme: Programme, language: str) -> str:
    return programme.short.get(language) or programme.title.best(language)


def _period(sentence: Sentence, matter: Matter, programme: Programme) -> Iterator[Problem]:
    """'the Ten-Year Programme (2005–2015)': two years behind its name, that are those of no programme."""
    pieces = sentence.pieces
    at = next(k for k, p in enumerate(pieces) if p.one("programme")) + 1
    while at < len(pieces) and (
        pieces[at].mark in ("(", ",", "،") or pieces[at].of("house") or pieces[at].says("glue", "covers")
    ):
        at += 1
    years = [k for k in range(at, min(at + 5, len(pieces))) if pieces[k].when and pieces[k].number]
    others = [p for p in pieces[at : years[-1] + 1] if not (p.when or p.says("glue", "if"))] if years else []
    if len(years) < 2 or others or years[0] != at or not sentence.asserts(years[0] - 1):
        return
    said = (pieces[years[0]].number, pieces[years[1]].number)
    periods = {(p.since.numbers[0], p.until.numbers[0]) for p in matter.known.programmes if p.since and p.until}
    if said in periods or programme.since is None or programme.until is None:
        return
    dispute = dispute_on(matter.known, f"programmes/{programme.id}#until", f"programmes/{programme.id}#since")
    claims = {c.value.replace("–", "-") for c in dispute.claims} if dispute else set()
    kept = recorded(matter, _title(programme, matter.tell), f"{programme.since}–{programme.until}")
    yield against(
        matter, sentence, "date", (years[0], years[1]), kept=kept, entry=f"programmes/{programme.id}",
        sources=programme.sources, dispute=dispute, severity="note" if f"{said[0]}-{said[1]}" in claims else "error",
    )  # fmt: skip
