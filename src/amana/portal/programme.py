"""Programmes of action: areas by goals, the mandates behind them, and how the years went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language_bidi

from amana.mandates.lifecycle import PublicView
from amana.pages.reading import Reading, reading_of
from amana.portal.drawing.heat import columns, heat_map
from amana.programme.behind import Behind, Index, behind_area, behind_goal, decisions_under
from amana.programme.goals import current_on, heard_of, state_on, totals
from amana.programme.programme import Area, Goal, Programme
from amana.programme.progress import activities_over, steps_until
from amana.store.queries import public
from amana.store.queries.programme import under_subjects
from amana.values.days import Span


@dataclass(frozen=True, slots=True)
class Mandate:
    """A mandate as the reader is told of it, in the terms in which a programme asks."""

    told: public.Told

    @property
    def key(self) -> str:
        """Its permanent id."""
        return self.told.key

    @property
    def resolution(self) -> str:
        """The resolution that asks it."""
        return self.told.row.resolution

    @property
    def paragraph(self) -> str:
        """The paragraph that asks it."""
        return self.told.row.paragraph

    @property
    def view(self) -> PublicView:
        """What the public is told."""
        return self.told.view

    @property
    def recurring(self) -> bool:
        """It is asked again every year, and not counted."""
        return self.told.row.recurring


@dataclass(frozen=True, slots=True)
class GoalShown:
    """A goal, the mandates behind it, and the resolutions it names that the reader may open: (symbol, id or '')."""

    goal: Goal
    behind: Behind[Mandate]
    named: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AreaShown:
    """An area, the mandates behind it, its goals, and how many decisions stand under its subjects."""

    area: Area
    behind: Behind[Mandate]
    goals: tuple[GoalShown, ...]
    decisions: int


def programmes(request: HttpRequest) -> HttpResponse:
    """The programmes heard of by the day, and the whole of the one in force or ended last.

    Six queries where nothing was entered since the last reader, whatever the number of areas, goals and mandates.
    """
    reading = reading_of(request)
    known = reading.organization.programmes
    heard = heard_of(reading.day, known)
    current = current_on(reading.day, known)
    context = {"heard": heard, **(_whole(reading, current) if current else {})}
    return render(request, "portal/programmes.html", context)


def programme(request: HttpRequest, programme: str) -> HttpResponse:
    """One programme. Queries as above."""
    reading = reading_of(request)
    return render(request, "portal/programme.html", _whole(reading, _held(reading, programme)))


def area(request: HttpRequest, programme: str, area: str) -> HttpResponse:
    """One area: its goals, the mandates behind it, the decisions on its subjects. One query more for the symbols."""
    reading = reading_of(request)
    held = _held(reading, programme)
    place = next((at for at, one in enumerate(held.areas) if one.id == area), None)
    if place is None:
        raise Http404
    shown = _areas(reading, (held.areas[place],))[0]
    resolutions = public.titled(reading.reader, {one.resolution for one in shown.behind.mandates})
    subjects = [(key, reading.organization.subjects_by_id.get(key)) for key in shown.area.subjects]
    context = {
        "programme": held,
        "shown": shown,
        "mandates": [(one.told, resolutions.get(one.resolution)) for one in shown.behind.mandates],
        "subjects": [(key, subject.words if subject else key) for key, subject in subjects],
        "before": held.areas[place - 1] if place else None,
        "after": held.areas[place + 1] if place + 1 < len(held.areas) else None,
    }
    return render(request, "portal/programme_area.html", context)


def _held(reading: Reading, key: str) -> Programme:
    held = reading.organization.programmes_by_id.get(key)
    if held is None or state_on(reading.day, held) is None:
        raise Http404
    return held


def _whole(reading: Reading, held: Programme) -> dict[str, Any]:
    areas = _areas(reading, held.areas)
    steps = steps_until(reading.day, held)
    rows = [(a.area, a.behind.counts, [(g.goal, g.behind.counts) for g in a.goals], a.decisions) for a in areas]
    mirrored = get_language_bidi()
    follows = reading.organization.programmes_by_id.get(held.follows)
    return {
        "programme": held,
        "stood": state_on(reading.day, held),
        "hijri": Span.parse(held.hijri) if held.hijri else None,
        "totals": totals(held),
        "areas": areas,
        "subjects_linked": any(area.subjects for area in held.areas),
        "heat": heat_map(rows, mirrored=mirrored) if rows else None,
        "steps": steps,
        "columns": columns(activities_over(steps), mirrored=mirrored),
        "follows": follows,
        "followed_by": [p for p, _ in heard_of(reading.day, reading.organization.programmes) if p.follows == held.id],
    }


def _areas(reading: Reading, areas: tuple[Area, ...]) -> list[AreaShown]:
    """Three queries for all of them: the mandates told, the decisions under their subjects, the symbols goals name."""
    asked = Index(Mandate(told) for told in public.mandates(reading.reader, reading.day))
    under = under_subjects(reading.reader, reading.day, (subject for area in areas for subject in area.subjects))
    symbols = public.by_symbol(
        reading.reader, (name for area in areas for goal in area.goals for name in goal.mandates)
    )
    return [
        AreaShown(
            area,
            behind_area(area, asked, under, symbols),
            tuple(
                GoalShown(
                    goal, behind_goal(goal, asked, symbols), tuple((n, symbols.get(n, "")) for n in goal.mandates)
                )
                for goal in area.goals
            ),
            len(decisions_under(area, under)),
        )
        for area in areas
    ]
