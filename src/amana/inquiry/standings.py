"""What one state is to the organization, and since when: member, observer, suspended, no longer a member."""

from __future__ import annotations

from datetime import date

from amana.charter.standing import Event, deciding_event, in_order, possible_on, roll, timeline
from amana.inquiry.asked import Asked
from amana.inquiry.card import Card, Line, Ref
from amana.inquiry.grounds import disputes_about, is_beyond, is_sourced, is_undated, marks_of, merged, questioned
from amana.inquiry.known import Known
from amana.inquiry.moments import Moment, of_day
from amana.inquiry.telling import house_name, known_until, party_name, say, session_name, since_until, when

_OF_PARTY = frozenset({
    "member", "when", "join", "leave", "suspended", "restored", "observer", "by-what", "now", "status", "founding",
    "end", "begin", "state", "who", "plural",
})  # fmt: skip


def try_(asked: Asked, known: Known, day: date) -> Card | None:
    """A card where the question is what one party is, or which member is the newest."""
    took = asked.take(_OF_PARTY, days=1, party=1)
    if took and took.one("party"):
        return _party(asked, known, took.one("party"), day)
    if asked.take(frozenset({"member", "state", "join", "last", "when", "who"})) and asked.says("last"):
        return _newest(asked, known) if asked.says("member", "join") else None
    return None


def _party(asked: Asked, known: Known, party: str, day: date) -> Card | None:
    events = in_order(known.standings_of.get(party, ()))
    if not events or (asked.says("status") and not asked.says("member")) or _is_of_another(asked, known, party):
        return None
    wanted = [w for w in ("suspended", "restored", "leave", "join", "observer") if asked.says(w)]
    if asked.says("founding"):
        return None
    if asked.says("who", "by-what"):
        return _decided(asked, known, party, events, wanted)
    if wanted and "suspended" in wanted and "restored" in wanted:
        wanted = ["restored"]
    if asked.says("when") or (wanted and wanted[0] != "observer" and not asked.moments):
        return _changed(asked, known, party, events, wanted)
    asks = asked.says("member", "observer", "suspended")
    return _standing(asked, known, party, events, asked.moment or of_day(day)) if asks else None


def _changed(asked: Asked, known: Known, party: str, events: tuple[Event, ...], wanted: list[str]) -> Card | None:
    """When it became what is asked for; nothing where the day has no source."""
    event = _event(events, wanted[0] if wanted else "join")
    if asked.says("now") or asked.moments or event is None or not is_sourced(event) or is_undated(event):
        return None
    return _party_card(asked, known, party, _code(event), event, None)


def _is_of_another(asked: Asked, known: Known, party: str) -> bool:
    """The members of a party are not asked of this house: "members of the UN"."""
    state = known.parties_by_id[party].kind != "organization"
    if asked.says("plural") and asked.says("member"):
        return not (state and asked.house)
    return asked.says("member") and not state and not asked.house


def _decided(asked: Asked, known: Known, party: str, events: tuple[Event, ...], wanted: list[str]) -> Card | None:
    """By whom a party was suspended, restored or admitted: where a session is known to have decided it."""
    event = _event(events, wanted[0]) if wanted and not asked.moments and not asked.says("now") else None
    if event is None or not is_sourced(event) or "by" in event.unsourced or event.by not in known.sessions_by_id:
        return None
    return _party_card(asked, known, party, _code(event), event, None)


def _event(events: tuple[Event, ...], wanted: str) -> Event | None:
    """The one event that is asked for; None where there are several or none."""
    standing = {"suspended": "suspended", "leave": "left", "observer": "observer"}.get(wanted, "member")
    found = [e for e in events if e.standing == standing]
    if wanted == "restored":
        found = [e for e in found if any(b.standing == "suspended" for b in events[: events.index(e)])]
        return found[0] if len(found) == 1 else None
    if wanted == "join":
        if not found:
            found = [e for e in events if e.standing == "observer"]
        return found[0] if found else None
    return found[0] if len(found) == 1 else None


def _code(event: Event) -> str:
    return {
        "member": "party-joined",
        "observer": "party-observer",
        "suspended": "party-suspended",
        "left": "party-left",
    }[event.standing]


def _standing(asked: Asked, known: Known, party: str, events: tuple[Event, ...], moment: Moment) -> Card | None:
    """What the party was on a day; in a year, only where it was the same all over it and no source differs."""
    held = roll(moment.last, {party: events}, known.sessions_by_id)
    open_ = held.members_possible or held.observers_possible or held.suspended_possible
    start, end = possible_on(moment.first, events), possible_on(moment.last, events)
    in_question = questioned(known, events, moment)
    if len(end) != 1 or start != end or in_question:
        event = in_question or _changing(events, moment) or deciding_event(moment.last, events) or events[0]
        if (open_ or start != end or in_question) and is_sourced(event):
            return _party_card(asked, known, party, "party-open", event, moment)
        return None
    standing = next(iter(end))
    if standing is None:
        return _party_card(asked, known, party, "party-none", events[0], moment) if is_sourced(events[0]) else None
    event = deciding_event(moment.last, events) or events[0]
    return _party_card(asked, known, party, f"party-is-{standing}", event, moment) if is_sourced(event) else None


def _changing(events: tuple[Event, ...], moment: Moment) -> Event | None:
    """The last change that may have come at that time."""
    near = [
        e
        for e in events
        if e.since.first and e.since.last and e.since.first <= moment.last and e.since.last >= moment.first
    ]
    return near[-1] if near else None


def _party_card(asked: Asked, known: Known, party: str, code: str, event: Event, moment: Moment | None) -> Card:
    language = asked.language
    events = in_order(known.standings_of[party])
    if (
        code == "party-joined"
        and events.index(event) > 0
        and any(e.standing == "suspended" for e in events[: events.index(event)])
    ):
        code = "party-restored"
    at = when(moment, language) if moment else ""
    since = since_until(event.since, None, language) if code.startswith("party-is") else when(event.since, language)
    if is_undated(event) and code.startswith("party-is"):
        since = say("since-unsourced", language)
    on = moment.last if moment else event.since.last
    name = party_name(known, party, language, on)
    house = house_name(known, language, on)
    statement = say(code, language, name=name, when=at, since=since, house=house)
    session = known.sessions_by_id.get(event.by)
    by = "by" not in event.unsourced
    if session is not None and by and not moment:
        statement += " " + say("by-session", language, session=session_name(known, session, language))
    beyond = moment is not None and is_beyond(known, moment.first)
    if beyond:
        statement += " " + say("beyond", language, until=known_until(known, language))
    rows = tuple(
        Line(say(f"standing-{c.standing}", language), since_until(c.since, c.until, language), _session_ref(known, c.event),
             c.since, unsourced="since" in c.event.unsourced)
        for c in timeline(events, known.sessions_by_id)
    )  # fmt: skip
    return Card(
        "standing", language, f"{name} — {house}", statement, rows=rows,
        rows_label=say("label-standing", language), day=event.since, sources=merged(*(e.sources for e in events)),
        unsourced=marks_of((event,)), disputes=disputes_about(known, *(f"standings/{e.id}" for e in events)),
        beyond=beyond, address=Ref("party", party), asked=moment.day if moment else None,
    )  # fmt: skip


def _session_ref(known: Known, event: Event) -> Ref | None:
    return Ref("session", event.by) if event.by in known.sessions_by_id else None


def _newest(asked: Asked, known: Known) -> Card | None:
    firsts = [next((e for e in in_order(its) if e.standing == "member"), None) for its in known.standings_of.values()]
    dated = sorted(
        (e for e in firsts if e and e.since.first and is_sourced(e)), key=lambda e: e.since.first or date.min
    )
    if len(dated) < 2 or (dated[-2].since.last or date.max) >= (dated[-1].since.first or date.min):
        return None
    return _party_card(asked, known, dated[-1].party, "party-joined", dated[-1], None)
