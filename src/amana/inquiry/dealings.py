"""Relations with partners, and contact groups with their members on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from amana.inquiry.asked import Asked
from amana.inquiry.card import Card, Line, Ref
from amana.inquiry.grounds import disputes_about, is_beyond, marks_of, merged
from amana.inquiry.known import Known
from amana.inquiry.moments import of_day
from amana.inquiry.telling import day_in, house_name, office_name, party_name, say, session_name, when, words_in
from amana.relations.groups import Group, Seat
from amana.relations.partners import Event, Partner
from amana.values.listing import listed
from amana.values.reached import begun

_EVENTS = {"status": "status", "mission": "mission", "accord": "accord"}
_WORDS = frozenset(
    {
        "when",
        "where",
        "observer",
        "status",
        "mission",
        "accord",
        "opened",
        "relation",
        "found",
        "by-what",
        "hold",
        "join",
        "session",
        "resolution",
    }
)
_GROUP = frozenset(
    {
        "who",
        "member",
        "state",
        "how-many",
        "when",
        "found",
        "group",
        "composition",
        "by-what",
        "chair",
        "now",
        "host",
        "plural",
    }
)


def try_(asked: Asked, known: Known, day: date) -> Card | None:
    """A card where the question is about one partner or one contact group."""
    took = asked.take(_GROUP, days=1, group=1)
    if took and took.one("group"):
        group = next(g for g in known.groups if g.id == took.one("group"))
        return _group(asked, known, group, asked.moment.last if asked.moment else day)
    took = asked.take(_WORDS, partner=1)
    if took is None or not took.one("partner"):
        return None
    partner = next(p for p in known.partners if p.id == took.one("partner"))
    return _partner(asked, known, partner)


def _partner(asked: Asked, known: Known, partner: Partner) -> Card | None:
    kinds = [kind for word, kind in _EVENTS.items() if asked.says(word)]
    if asked.says("observer") and not kinds:
        # "is the UN an observer?" asks who belongs to this house; "when did the OIC become observer at the UN" does not
        kinds = ["status"] if asked.house_first else []
        if not kinds:
            return None
    if asked.says("mission") and "status" in kinds:
        kinds = ["mission"]
    if not kinds and not asked.says("relation"):
        return None
    events = [e for e in partner.events if not kinds or e.kind == kinds[0]]
    if not events or len(kinds) > 1:
        return None
    return _events(asked, known, partner, events, kinds[0] if kinds else "")


def _events(asked: Asked, known: Known, partner: Partner, events: list[Event], kind: str) -> Card:
    language = asked.language
    dated = [e for e in events if e.day is not None] or events
    name, said = words_in(partner.names, language, "partner", partner.id), [_said(e, language) for e in dated[:2]]
    if kind:
        statement = " ".join(say("event", language, name=name, words=s) for s in said)
    else:
        statement = say("relations", language, name=name, house=house_name(known, language), n=len(events))
    rows = [
        Line(
            _words(e, language),
            _value(e, language),
            _ref(known, e),
            e.day,
            unsourced=bool(e.unsourced and "day" in e.unsourced),
        )
        for e in events
    ]
    disputes = disputes_about(known, f"relations/{partner.id}", *(f"relations/{partner.id}/{e.id}" for e in events))
    if partner.party and kind == "status":
        disputes += tuple(
            d
            for d in known.disputes
            if d.released and d.fact.startswith(f"organization/{known.profile.id}#status-in-the-{_slug(partner)}")
        )
    return Card(
        "relation", language, f"{house_name(known, language)} — {name}", statement, rows=tuple(rows),
        rows_label=say("label-relations", language), day=dated[0].day, sources=merged(*(e.sources for e in events)),
        unsourced=merged(*(_marks(e) for e in events)), disputes=disputes, address=Ref("partner", partner.id),
    )  # fmt: skip


def _marks(event: Event) -> tuple[str, ...]:
    """Without those on what a card does not tell: the place."""
    return tuple(mark for mark in event.unsourced if mark == "day")


def _slug(partner: Partner) -> str:
    return "-".join(partner.names.best("en").lower().split())


def _said(event: Event, language: str) -> str:
    words = _words(event, language).rstrip(".")
    value = _value(event, language)
    return f"{words} ({value})" if value else words


def _words(event: Event, language: str) -> str:
    return words_in(event.words, language, "event-words", event.id)


def _value(event: Event, language: str) -> str:
    day = day_in(event.day, language) if event.day else ""
    return listed((p for p in (day, event.reference) if p), language)


def _ref(known: Known, event: Event) -> Ref | None:
    return Ref("session", event.session) if event.session in known.sessions_by_id else None


def _group(asked: Asked, known: Known, group: Group, day: date) -> Card | None:
    language = asked.language
    name = words_in(group.names, language, "group", group.id)
    if (
        group.created
        and group.created.first
        and day < group.created.first
        and not asked.says("when", "found", "by-what")
    ):
        return None
    session = known.sessions_by_id.get(group.by)
    if asked.says("when", "found", "by-what") and not asked.says("member", "who"):
        if group.created is None:
            return None
        code = "organ-founded-at" if session else "organ-founded"
        said = session_name(known, session, language) if session else ""
        statement = say(code, language, name=name, when=when(group.created, language), session=said)
        seats: list[Seat] = []
    else:
        seats = [s for s in group.seats if _sits(s, day)]
        if not seats:
            return None
        states = [s for s in seats if s.party and s.kind in ("chair", "member")]
        others = [s for s in seats if s.kind == "ex officio"]
        code = "group-ex-officio" if others else "group-members"
        names = listed((party_name(known, s.party, language, day) for s in states), language)
        seated = listed((_seat(known, s, language, day) for s in others), language)
        statement = say(code, language, name=name, n=len(states), names=names, others=seated)
    rows = tuple(
        Line(
            _seat(known, s, language, day),
            say(f"seat-{s.kind.replace(' ', '-')}", language),
            _seat_ref(s),
            s.since,
            unsourced=bool(s.unsourced),
        )
        for s in seats
    )
    count = sum(1 for s in seats if s.party and s.kind in ("chair", "member")) if seats else None
    return Card(
        "group", language, name, statement, facts=tuple(_created(known, group, language)), rows=rows, rows_label=say("label-members", language) if rows else "",
        day=group.created, sources=merged(group.sources, *(s.sources for s in seats)),
        unsourced=marks_of((group, *seats)), certain=count, possible=count,
        disputes=disputes_about(known, f"groups/{group.id}"), beyond=bool(seats) and is_beyond(known, day),
        address=Ref("group", group.id), asked=of_day(day).day if seats else None,
    )  # fmt: skip


def _created(known: Known, group: Group, language: str) -> Iterator[Line]:
    """When a group was created and by which session, as far as that is held."""
    if group.created:
        said = day_in(group.created, language)
        yield Line(say("label-created", language), said, day=group.created, unsourced="created" in group.unsourced)
    if (session := known.sessions_by_id.get(group.by)) is not None:
        said, to = session_name(known, session, language), Ref("session", session.id)
        yield Line(say("label-by", language), said, to, unsourced="by" in group.unsourced)


def _sits(seat: Seat, day: date) -> bool:
    return begun(seat.since, day) and (seat.until is None or seat.until.last is None or seat.until.last >= day)


def _seat(known: Known, seat: Seat, language: str, day: date) -> str:
    if seat.words:
        return seat.words.best(language)
    return party_name(known, seat.party, language, day) if seat.party else office_name(known, seat.office, language)


def _seat_ref(seat: Seat) -> Ref | None:
    if seat.office:
        return Ref("office", seat.office)
    return Ref("party", seat.party) if seat.party else None
