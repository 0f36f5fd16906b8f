"""Programmes, partners and contact groups."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from amana.api import shapes
from amana.api.asking import Anything, Asked, named
from amana.api.organization import placed
from amana.api.shapes import Json, listed, shape, single, with_more
from amana.programme.programme import Programme
from amana.relations.groups import Group
from amana.relations.membership import bench_on, meetings_until
from amana.relations.partners import Partner
from amana.relations.timeline import events_until
from amana.values.reached import begun

router = Router(tags=["works"])
ProgrammeTold = with_more(
    shape(Programme), "ProgrammeTold", "A programme of action as adopted.", self=str, url=str | None
)
PartnerTold = with_more(
    shape(Partner), "PartnerTold", "A partner, and what happened with it by the day.", self=str, url=str | None
)
GroupTold = with_more(
    shape(Group), "GroupTold", "A contact group; every seat it ever had, and who sat in it on the day.",
    self=str, url=str | None, sitting=list[str], sitting_possible=list[str],
)  # fmt: skip


@router.get("/programmes", response=listed(ProgrammeTold, "ProgrammesAnswer", "Programmes of action."))
def programmes(request: HttpRequest, query: Query[Anything]) -> Json:
    """Programmes adopted by the day, and those in preparation. Four queries."""
    asked = Asked(request, query)
    every = asked.organization.programmes
    items = [placed(asked, one, "programmes", "portal:programme") for one in every if begun(one.adopted, asked.day)]
    return asked.list_of("programmes", None, items)


@router.get("/programmes/{programme}", response=single(ProgrammeTold, "ProgrammeAnswer", "One programme."))
def programme(request: HttpRequest, programme: str, query: Query[Anything]) -> Json:
    """One programme with its areas, goals and steps. Four queries."""
    asked = Asked(request, query)
    held = named(asked.organization.programmes_by_id, "programme", programme)
    return _one(asked, placed(asked, held, "programmes", "portal:programme"), "programmes")


@router.get("/partners", response=listed(PartnerTold, "PartnersAnswer", "Partners."))
def partners(request: HttpRequest, query: Query[Anything]) -> Json:
    """Partners and what happened with them by the day. Four queries."""
    asked = Asked(request, query)
    return asked.list_of("partners", None, [_partner(asked, one) for one in asked.organization.partners])


@router.get("/partners/{partner}", response=single(PartnerTold, "PartnerAnswer", "One partner."))
def partner(request: HttpRequest, partner: str, query: Query[Anything]) -> Json:
    """One partner. Four queries."""
    asked = Asked(request, query)
    return _one(asked, _partner(asked, named(asked.organization.partners_by_id, "partner", partner)), "partners")


@router.get("/groups", response=listed(GroupTold, "GroupsAnswer", "Contact groups created by the day."))
def groups(request: HttpRequest, query: Query[Anything]) -> Json:
    """Contact groups, and who sat in each on the day. Four queries."""
    asked = Asked(request, query)
    every = asked.organization.groups
    items = [_group(asked, one) for one in every if begun(one.created, asked.day)]
    return asked.list_of("groups", None, items)


@router.get("/groups/{group}", response=single(GroupTold, "GroupAnswer", "One contact group."))
def group(request: HttpRequest, group: str, query: Query[Anything]) -> Json:
    """One contact group, its seats and meetings. Four queries."""
    asked = Asked(request, query)
    return _one(asked, _group(asked, named(asked.organization.groups_by_id, "group", group)), "groups")


def _one(asked: Asked, told: dict[str, Any], path: str) -> Json:
    return {**told, **asked.answer(told["id"], f"{path}/{told['id']}", told["url"])}


def _partner(asked: Asked, held: Partner) -> dict[str, Any]:
    happened = tuple(one.event for one in events_until(asked.day, held))
    return {**placed(asked, held, "partners", "portal:partner"), "events": shapes.told(happened, asked)}


def _group(asked: Asked, held: Group) -> dict[str, Any]:
    bench = bench_on(asked.day, held)
    sitting = [one for kind in (bench.chair, bench.members, bench.ex_officio, bench.participants) for one in kind]
    return {
        **placed(asked, held, "groups", "portal:group"),
        "meetings": shapes.told(meetings_until(asked.day, held), asked),
        "sitting": [one.seat.id for one in sitting if one.certain],
        "sitting_possible": [one.seat.id for one in sitting if not one.certain],
    }
