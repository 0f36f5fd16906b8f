"""My work: what waits for this person, list by list, and each list whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from amana.acts.may import VERSIONS
from amana.desk import capital
from amana.desk.coming import next_session, planned_session
from amana.desk.gate import CONFERENCE, HEADS, OVERSEERS, desk
from amana.desk.version_lines import people_of
from amana.pages.reading import Reading, reading_of
from amana.store.queries import desk as queries
from amana.store.queries import versions

FIRST = 20
PAGE = 50


@dataclass(frozen=True, slots=True)
class List:
    """One list of my work: what it is called, what it means, for whom it is, and its rows."""

    title: Promise
    words: Promise | str
    roles: tuple[str, ...]
    rows: Callable[[Reading], Any]
    drafts: bool = False
    versions: bool = False


def _mine(reading: Reading, rows: Any) -> Any:
    """Heads, the cabinet and the auditor see everybody's; others their own."""
    return rows if reading.reader.has(*OVERSEERS) else rows.filter(officer=reading.reader.person)


def _due(reading: Reading) -> Any:
    session = next_session(reading)
    if session is None or session.days is None or session.days.first is None:
        return _mine(reading, queries.due_at_a_later_session())
    return _mine(reading, queries.due_by(session.id, session.days.first, reading.today))


FOLLOWERS = ("desk-officer", *OVERSEERS)
LISTS: Mapping[str, List] = {
    "overdue": List(
        _("Overdue"),
        _("The day is past; only what the house itself has to do."),
        FOLLOWERS,
        lambda r: _mine(r, queries.overdue(r.today)),
    ),
    "due": List(_("Due before the next session"), _("Due from today until it opens, or at it."), FOLLOWERS, _due),
    "assigned": List(
        _("Assigned to me"),
        _("Open, and yours to see through."),
        FOLLOWERS,
        lambda r: queries.assigned_to(r.reader.person),
    ),
    "unassigned": List(
        _("Unassigned"), _("Confirmed, and nobody sees to it yet."), HEADS, lambda r: queries.unassigned()
    ),
    "approval": List(
        _("Waiting for my approval"),
        _("Reported as done by somebody else; look at the evidence, then close or return."),
        HEADS,
        lambda r: queries.awaiting_approval(r.reader.person),
    ),
    "translate": List(
        _("To translate"),
        _("Language versions given to you; what is due first stands on top."),
        VERSIONS,
        lambda r: versions.to_translate(r.reader.person),
        versions=True,
    ),
    "revise": List(
        _("To revise"),
        _("Versions that came back and that you revise; somebody else translated them."),
        VERSIONS,
        lambda r: versions.to_revise(r.reader.person),
        versions=True,
    ),
    "versions": List(
        _("Language versions under way"),
        _("Of all drafts and accepted texts, until they are provisional."),
        CONFERENCE,
        lambda r: versions.under_way(),
        versions=True,
    ),
    "drafts": List(
        _("Documents to accept"),
        _("Received and read, not accepted yet."),
        (*CONFERENCE, "legal-counsel"),
        lambda r: queries.drafts_read(),
        drafts=True,
    ),
    "unread": List(_("not read; kept as it came"), "", CONFERENCE, lambda r: queries.drafts_unread(), drafts=True),
    "proposals": List(
        _("Proposals to confirm"),
        _("Duties read out of accepted texts; a person says whether they are any."),
        (*CONFERENCE, *HEADS),
        lambda r: queries.proposed(),
    ),
}


@desk(members=True)
def my_work(request: HttpRequest) -> HttpResponse:
    """Every list of this person in which something waits, with its first rows; for who is of a capital what concerns it."""
    reading = reading_of(request)
    if not reading.reader.is_staff:
        return capital.page(request)
    shown = [_shown(name, kept, kept.rows(reading), reading) for name, kept in _lists(reading)]
    rows = [row for one in shown for row in one["rows"] if not (one["list"].drafts or one["list"].versions)]
    lines = [row for one in shown for row in one["rows"] if one["list"].versions]
    named = lines_for(lines) if lines else {}
    context = {
        "lists": [one for one in shown if one["count"]], "empty": [one["list"] for one in shown if not one["count"]],
        "session": next_session(reading), "planned": planned_session(reading),
        **joined_names(names_for(rows), named),
    }  # fmt: skip
    return render(request, "desk/work.html", context)


@desk()
def one_list(request: HttpRequest, name: str, page: int = 1) -> HttpResponse:
    """One list whole, a page at a time."""
    reading = reading_of(request)
    kept = dict(_lists(reading)).get(name)
    if kept is None or page < 1:
        raise Http404
    rows = kept.rows(reading)
    count, shown = rows.count(), list(rows[(page - 1) * PAGE : page * PAGE])
    context = {
        "name": name, "list": kept, "rows": shown, "count": count, "page": page, "more": page * PAGE < count,
        "session": next_session(reading), **(drafts_for(shown) if kept.drafts else lines_for(shown) if kept.versions else names_for(shown)),
    }  # fmt: skip
    return render(request, "desk/list.html", context)


def _lists(reading: Reading) -> list[tuple[str, List]]:
    return [(name, kept) for name, kept in LISTS.items() if reading.reader.has(*kept.roles)]


def _shown(name: str, kept: List, rows: Any, reading: Reading) -> dict[str, Any]:
    """The first rows of a list and how many there are. One query, two where there are more than are shown."""
    first = list(rows[: FIRST + 1])
    more = len(first) > FIRST
    return {
        "name": name,
        "list": kept,
        "count": rows.count() if more else len(first),
        "rows": first[:FIRST],
        "more": more,
    }


def names_for(rows: Sequence[Any]) -> dict[str, Any]:
    """The resolutions and officers that rows of mandates name. Two queries."""
    return {
        "resolutions": queries.named(row.resolution for row in rows),
        "people": queries.people(row.officer for row in rows),
    }


def lines_for(rows: Sequence[versions.LineOfVersion]) -> dict[str, Any]:
    """What these lines are of, and who is named in them. Three queries."""
    return {
        "subjects": versions.subjects(rows),
        "resolutions": queries.named(row.subject for row in rows),
        "people": queries.people(people_of(rows)),
    }


def joined_names(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """The names that two kinds of list need, together."""
    return {name: {**one.get(name, {}), **other.get(name, {})} for name in (*one, *other)}


def drafts_for(rows: Sequence[queries.Draft]) -> dict[str, Any]:
    """Who received these drafts. One query."""
    return {"people": queries.people(draft.by for draft in rows)}
