"""The charters: when each was adopted and by which session."""

from __future__ import annotations

from datetime import date

from amana.charter.instruments import Instrument
from amana.charter.presence import is_charter
from amana.inquiry.asked import Asked
from amana.inquiry.card import Card, Line, Ref
from amana.inquiry.grounds import decided_at, merged
from amana.inquiry.known import Known
from amana.inquiry.telling import day_in, instrument_name, say, session_name, when
from amana.sessions.session import Session

_WORDS = frozenset(
    {
        "charter",
        "when",
        "where",
        "adopt",
        "by-what",
        "who",
        "now",
        "last",
        "former",
        "founding",
        "session",
        "found",
        "force",
        "how-many",
        "article",
    }
)


def try_(asked: Asked, known: Known, day: date) -> Card | None:
    """A card where the question is when a charter was adopted: the one in use with those before, or the one meant."""
    if not asked.says("charter") or asked.take(_WORDS, ranks=1, days=1) is None or asked.rank not in (None, 1):
        return None
    if asked.says("article") != asked.says("how-many") or (asked.says("article") and asked.says("when", "force")):
        return None
    charters = [i for i in known.instruments if not i.amends and is_charter(i)]
    dated = sorted((i for i in charters if i.adopted and i.adopted.first), key=lambda i: str(i.adopted))
    if asked.moment is not None:
        within = [
            i
            for i in dated
            if i.adopted and i.adopted.first and asked.moment.first <= i.adopted.first <= asked.moment.last
        ]
        return _card(asked, known, within) if len(within) == 1 else None
    if not dated:
        return None
    if asked.rank == 1 or asked.says("former", "founding"):
        return _card(asked, known, dated[:1])
    return _card(asked, known, dated)


def _card(asked: Asked, known: Known, charters: list[Instrument]) -> Card | None:
    main, language = charters[-1], asked.language
    session = known.sessions_by_id.get(main.by)
    if main.adopted is None or session is None:
        return None
    if asked.says("article"):
        return _counted(asked, main)
    if asked.says("force"):
        return _in_force(asked, known, main, session)
    name = instrument_name(main, language)
    statement = say(
        "instrument-adopted",
        language,
        name=name,
        when=when(main.adopted, language),
        session=session_name(known, session, language),
    )
    for before in reversed(charters[:-1]):
        if before.adopted is not None:
            statement += " " + say(
                "instrument-before",
                language,
                name=instrument_name(before, language),
                when=when(before.adopted, language),
            )
    rows = tuple(
        Line(
            instrument_name(i, language),
            day_in(i.adopted, language) if i.adopted else "",
            Ref("instrument", i.id),
            i.adopted,
        )
        for i in charters
    )
    return Card(
        "instrument", language, name, statement,
        facts=(decided_at(known, session, language),),
        rows=rows if len(rows) > 1 else (), rows_label=say("label-charters", language) if len(rows) > 1 else "",
        day=main.adopted, sources=merged(*(i.sources for i in charters)), address=Ref("instrument", main.id),
    )  # fmt: skip


def _in_force(asked: Asked, known: Known, main: Instrument, session: Session) -> Card:
    """When it entered into force, where a source says so; else that none was seen."""
    language, force, name = asked.language, main.in_force, instrument_name(main, asked.language)
    sourced = force is not None and force.first is not None and "in_force" not in main.unsourced
    adopted = when(main.adopted, language) if main.adopted else ""
    statement = say(
        "in-force" if sourced else "in-force-unknown", language, name=name, adopted=adopted,
        when=when(force, language) if force and sourced else "", session=session_name(known, session, language),
    )  # fmt: skip
    lines = (
        [Line(say("label-adopted", language), day_in(main.adopted, language), day=main.adopted)] if main.adopted else []
    )
    session_line = Line(say("label-by", language), session_name(known, session, language), Ref("session", session.id))
    return Card(
        "instrument", language, name, statement, facts=(*lines, session_line), day=force if sourced else None,
        sources=main.sources, address=Ref("instrument", main.id),
    )  # fmt: skip


def _counted(asked: Asked, main: Instrument) -> Card | None:
    """How many articles it has, where every one from the first to the last is recorded."""
    articles = [rule.article for rule in main.rules] + [power.article for power in main.powers]
    heads = {article.partition("(")[0] for article in articles}
    numbers = {int(head) for head in heads if head.isdecimal()}
    if not numbers or numbers != set(range(1, len(numbers) + 1)):
        return None
    language, name = asked.language, instrument_name(main, asked.language)
    return Card(
        "instrument", language, name, say("articles", language, name=name, n=len(numbers)), certain=len(numbers),
        possible=len(numbers), sources=main.sources, address=Ref("instrument", main.id),
    )  # fmt: skip
