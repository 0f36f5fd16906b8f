"""Programmes of action: how many areas and goals, when adopted and by what, over which years."""

from __future__ import annotations

from datetime import date

from amana.inquiry.asked import Asked
from amana.inquiry.card import Card, Line, Ref
from amana.inquiry.grounds import decided_at, disputes_about, marks_of
from amana.inquiry.known import Known
from amana.inquiry.telling import day_in, say, session_name, since_until, when, words_in
from amana.programme.programme import Programme

_WORDS = frozenset(
    {
        "when",
        "how-many",
        "goal",
        "area",
        "period",
        "adopt",
        "programme",
        "where",
        "by-what",
        "session",
        "end",
        "found",
        "who",
        "how-long",
    }
)


def try_(asked: Asked, known: Known, day: date) -> Card | None:
    """A card where the question is about one programme."""
    if asked.says("area") and asked.take(frozenset({"how-many", "area", "now"})) is not None:
        running = _running(known, day)
        return _numbers(asked, known, running) if running else None
    took = asked.take(_WORDS, days=1, programme=1)
    if took is None or not took.one("programme") or asked.moments:
        return None
    programme = next(p for p in known.programmes if p.id == took.one("programme"))
    if asked.says("goal", "area"):
        return _numbers(asked, known, programme)
    if asked.says("how-many"):
        return None
    if asked.says("when", "adopt", "where", "by-what", "found", "session", "who") and not asked.says("period", "end"):
        return _adopted(asked, known, programme)
    return _card(asked, known, programme, _summary(programme, asked.language)) if programme.since else None


def _running(known: Known, day: date) -> Programme | None:
    """The programme of the day that counts its priority areas; after the last of them, that one."""
    begun = [p for p in known.programmes if p.areas_in_all and p.since and p.since.first and p.since.first <= day]
    return max(begun, key=lambda p: (p.since.first if p.since else None) or date.min, default=None)


def _title(programme: Programme, language: str) -> str:
    return programme.short.get(language) or words_in(programme.title, language, "programme", programme.id)


def _summary(programme: Programme, language: str) -> str:
    return say(
        "programme-period",
        language,
        name=_title(programme, language),
        days=since_until(programme.since, programme.until, language),
    )


def _numbers(asked: Asked, known: Known, programme: Programme) -> Card | None:
    areas, goals, language = programme.areas_in_all, programme.goals_in_all, asked.language
    wants = [w for w in ("area", "goal") if asked.says(w)]
    if ("area" in wants and areas is None) or ("goal" in wants and goals is None):
        return None
    code = (
        "programme-both"
        if areas is not None and goals is not None
        else "programme-areas"
        if areas is not None
        else "programme-goals"
    )
    statement = say(code, language, name=_title(programme, language), areas=areas or 0, goals=goals or 0)
    count = areas if wants == ["area"] else goals if wants == ["goal"] else None
    return _card(asked, known, programme, statement, count, areas=True)


def _adopted(asked: Asked, known: Known, programme: Programme) -> Card | None:
    session, language = known.sessions_by_id.get(programme.by), asked.language
    if programme.adopted is None or session is None:
        if programme.adopted is None and programme.since:
            return _card(asked, known, programme, say("programme-prepared", language, name=_title(programme, language)))
        return None
    at = when(programme.adopted, language)
    statement = say(
        "programme-adopted",
        language,
        name=_title(programme, language),
        session=session_name(known, session, language),
        when=at,
    )
    return _card(asked, known, programme, statement)


def _card(
    asked: Asked, known: Known, programme: Programme, statement: str, count: int | None = None, *, areas: bool = False
) -> Card:
    language, lines = asked.language, []
    if programme.adopted:
        lines.append(Line(say("label-adopted", language), day_in(programme.adopted, language), day=programme.adopted))
    if (session := known.sessions_by_id.get(programme.by)) is not None:
        lines.append(decided_at(known, session, language))
    if programme.since:
        lines.append(Line(say("label-period", language), since_until(programme.since, programme.until, language)))
    if programme.areas_in_all is not None:
        lines.append(Line(say("label-areas", language), str(programme.areas_in_all)))
    if programme.goals_in_all is not None:
        lines.append(Line(say("label-goals", language), str(programme.goals_in_all)))
    rows = tuple(
        Line(a.name.best(language), a.number, unsourced=not {"name", f"name_{language}"}.isdisjoint(a.unsourced))
        for a in programme.areas
    )
    return Card(
        "programme", language, words_in(programme.title, language, "programme", programme.id), statement, facts=tuple(lines), rows=rows if areas else (),
        rows_label=say("label-areas", language) if areas and rows else "", day=programme.adopted, sources=programme.sources,
        unsourced=marks_of((programme,)), disputes=disputes_about(known, f"programmes/{programme.id}"),
        certain=count, possible=count, address=Ref("programme", programme.id),
    )  # fmt: skip
