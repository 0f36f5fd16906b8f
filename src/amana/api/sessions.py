"""Sessions, and what is planned."""

from __future__ import annotations

from typing import Any, Literal, get_args

from django.http import HttpRequest
from ninja import Query, Router

from amana.api import shapes
from amana.api.asking import Anything, Asked, named, one_of
from amana.api.organization import placed
from amana.api.shapes import Json, listed, shape, single, with_more
from amana.pages.templatetags.names import session_words
from amana.sessions import order
from amana.sessions.session import Session, SessionKind
from amana.store.queries import public
from amana.values.reached import begun

router = Router(tags=["sessions"])
MOST = 500
SessionTold = with_more(
    shape(Session), "SessionTold", "One session of an organ, both calendars as stated.",
    self=str, url=str | None, title=shapes.Said, state=Literal["held", "planned", "unknown"],
)  # fmt: skip
SessionAnswer = single(
    SessionTold, "SessionAnswer", "One session.",
    decisions=list[str], before=str | None, after=str | None,
)  # fmt: skip


class OfOrgan(Anything):
    """Which sessions."""

    organ: str = ""
    kind: str = ""
    party: str = ""


@router.get("/sessions", response=listed(SessionTold, "SessionsAnswer", "Sessions, oldest first."))
def sessions(request: HttpRequest, query: Query[OfOrgan]) -> Json:
    """Every session known; as of a day gone by, those that may have begun by it. Four queries."""
    asked = Asked(request, query, one_of("kind", query.kind, get_args(SessionKind)))
    found = [
        one
        for one in asked.organization.sessions
        if _shown(asked, one)
        and query.organ in ("", one.organ)
        and query.kind in ("", one.kind)
        and query.party in ("", one.party)
    ]
    found.sort(key=lambda one: (str(one.days.first) if one.days and one.days.first else "", one.id))
    return asked.list_of("sessions", asked.url("portal:sessions"), [told_session(asked, one) for one in found])


@router.get("/sessions/{session}", response=SessionAnswer)
def session(request: HttpRequest, session: str, query: Query[Anything]) -> Json:
    """One session, and its decisions (500 at most). Five queries."""
    asked = Asked(request, query)
    held: Session = named(asked.organization.sessions_by_id, "session", session)
    rows = public.decisions(asked.reader, asked.day, session=session).values_list("key", flat=True)[:MOST]
    before = order.preceding(held, asked.organization.sessions)
    after = order.following(held, asked.organization.sessions) if held.kind == "ordinary" else None
    told = told_session(asked, held)
    more = {
        "decisions": sorted(rows),
        "before": before.id if before else None,
        "after": after.id if after and _shown(asked, after) else None,
    }
    return {**told, **asked.answer(session, f"sessions/{session}", told["url"], **more)}


def told_session(asked: Asked, held: Session) -> dict[str, Any]:
    """A session with its title, and whether it was held on what is known."""
    known = asked.organization.profile.known_until
    first = held.days.first if held.days else None
    state = "unknown"
    if first is not None:
        state = "planned" if first > asked.day or (known and known.last and first > known.last) else "held"
    title = shapes.said(session_words(asked.reading, held), asked)
    return {**placed(asked, held, "sessions", "portal:session"), "title": title, "state": state}


def _shown(asked: Asked, held: Session) -> bool:
    return asked.reading.as_of is None or begun(held.days, asked.day)
