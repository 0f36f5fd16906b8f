"""Who belongs: how many and which on a day or in a year, founders, observers, who joined, was suspended or left."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from amana.charter.standing import Event, Roll, Standing, deciding_event, in_order, roll, timeline
from amana.inquiry.asked import Asked
from amana.inquiry.card import Card, Line, Ref
from amana.inquiry.grounds import disputes_about, is_beyond, is_sourced, marks_of, merged, questioned
from amana.inquiry.known import Known
from amana.inquiry.moments import Moment, of_day
from amana.inquiry.telling import claim_in, day_in, house_name, known_until, party_name, say, since_until, when
from amana.values.facts import Dispute
from amana.values.listing import listed

_COUNT = frozenset({"member", "state", "how-many", "now", "who", "plural"})
_GROUPS = ("arab", "asian", "african")


def try_(asked: Asked, known: Known, day: date) -> Card | None:
    """A card where the question is who belongs, or belonged."""
    return next((card for one in _PATTERNS if (card := one(asked, known, day)) is not None), None)


def _is_founders(asked: Asked, known: Known, day: date) -> Card | None:
    return _founders(asked, known) if asked.take(_COUNT | {"founding"}) and asked.says("founding") else None


def _is_observers(asked: Asked, known: Known, day: date) -> Card | None:
    if asked.take(_COUNT | {"observer", "hold"}, days=1) is None or not asked.says("observer"):
        return None
    return _of_standing(asked, known, asked.moment or of_day(day), "observer")


def _is_suspended(asked: Asked, known: Known, day: date) -> Card | None:
    if asked.take(_COUNT | {"suspended", "when"}, days=1) is None or not asked.says("suspended"):
        return None
    return _suspended(asked, known, asked.moment, day)


def _is_left(asked: Asked, known: Known, day: date) -> Card | None:
    return (
        _events(asked, known, "left", "left")
        if len(asked.mentions) > 1 and asked.take(_COUNT | {"leave", "when"}) and asked.says("leave")
        else None
    )


def _is_joined(asked: Asked, known: Known, day: date) -> Card | None:
    return _joined(asked, known, asked.moment) if asked.take(_COUNT | {"join"}, days=1) and asked.says("join") else None


def _is_members(asked: Asked, known: Known, day: date) -> Card | None:
    if asked.take(_COUNT | set(_GROUPS), days=1) is None:
        return None
    if not asked.says("member") and not (asked.says("state") and (asked.house or asked.says("how-many", *_GROUPS))):
        return None  # "countries" alone asks nothing
    return _members(asked, known, asked.moment or of_day(day))


def _roll(known: Known, day: date) -> Roll:
    return roll(day, known.standings_of, known.sessions_by_id)


def _members(asked: Asked, known: Known, moment: Moment) -> Card | None:
    """Members by group where one is said; over a year at its first and its last day."""
    language = asked.language
    groups = [g for g in _GROUPS if asked.says(g)]
    if len(groups) > 1 or known.profile.founded is None or moment.last < (known.profile.founded.first or date.min):
        return None
    beyond = is_beyond(known, moment.first)
    days = dict.fromkeys((max(moment.first, known.profile.founded.first or date.min), moment.last))
    rolls = [_roll(known, on) for on in days]
    inside = {p.id for p in known.parties if not groups or p.group == groups[0]}
    counts = [_count(r.members, r.members_possible, inside) for r in rolls]
    last = rolls[-1]
    certain, possible = counts[-1]
    house, at = house_name(known, language, moment.last), when(moment, language)
    group = say(f"group-{groups[0]}", language) if groups else ""
    code = "members-group" if groups else "members"
    if len(counts) == 2 and counts[0] != counts[1]:
        first = _counted(counts[0], language)
        statement = say(
            f"{code}-year", language, house=house, when=at, first=first, last=_counted(counts[1], language), group=group
        )
    else:
        statement = say(code, language, house=house, when=at, n=_counted(counts[-1], language), group=group)
    if not groups and any(r.suspended for r in rolls):
        names = _names(known, merged(*(r.suspended for r in rolls)), moment, language)
        statement += " " + say("members-suspended", language, names=names)
    if beyond:
        statement += " " + say("beyond", language, until=known_until(known, language))
    rows = [_row(known, p, moment, language) for p in last.members if p in inside]
    rows += [_row(known, p, moment, language, certain=False) for p in last.members_possible if p in inside]
    return Card(
        "members", language, f"{say('label-members', language)} — {day_in(moment.stated, language, moment.calendar)}",
        statement, facts=_group_line(group, language) if groups else _roll_lines(rolls, language), rows=tuple(sorted(rows, key=lambda r: r.label)),
        rows_label=say("label-members", language), sources=_sources(known, last.members),
        unsourced=("group",) if groups else (), disputes=() if groups else _count_disputes(known, rolls),
        certain=certain, possible=possible, beyond=beyond, address=Ref("organization", known.profile.id),
        asked=moment.day,
    )  # fmt: skip


def _group_line(group: str, language: str) -> tuple[Line, ...]:
    """Which states are in a regional group is nowhere sourced."""
    return (Line(say("label-group", language), group, unsourced=True),)


def _count(members: Iterable[str], possible: Iterable[str], inside: set[str]) -> tuple[int, int]:
    certain = sum(p in inside for p in members)
    return certain, certain + sum(p in inside for p in possible)


def _counted(count: tuple[int, int], language: str) -> str:
    certain, possible = count
    return str(certain) if certain == possible else say("count-between", language, certain=certain, possible=possible)


def _roll_lines(rolls: list[Roll], language: str) -> tuple[Line, ...]:
    lines = []
    for one in rolls:
        for key in ("members", "suspended", "observers"):
            count = one.counts[key]
            label = say(f"label-{key}", language)
            if len(rolls) > 1:
                label += f" ({say('at-day', language, day=day_in(of_day(one.day).stated, language))})"
            value = _counted((count.certain, count.possible), language)
            lines.append(Line(label, value, certain=count.certain == count.possible))
    return tuple(lines)


def _count_disputes(known: Known, rolls: list[Roll]) -> tuple[Dispute, ...]:
    """Released disputes about the beginning of those whose standing is open on these days."""
    open_ = {p for r in rolls for p in (*r.members_possible, *r.suspended_possible)}
    return disputes_about(known, *(f"standings/{e.id}" for p in sorted(open_) for e in known.standings_of[p]))


def _of_standing(asked: Asked, known: Known, moment: Moment, standing: Standing) -> Card:
    language = asked.language
    on = _roll(known, moment.last)
    sure, may = (
        (on.observers, on.observers_possible) if standing == "observer" else (on.suspended, on.suspended_possible)
    )
    told = [p for p in sure if (event := deciding_event(moment.last, known.standings_of[p])) and is_sourced(event)]
    sure, may = tuple(told), (*may, *(p for p in sure if p not in told))
    counted = _counted((len(sure), len(sure) + len(may)), language)
    statement = say(
        f"{standing}s", language, n=counted, when=when(moment, language), house=house_name(known, language, moment.last)
    )
    beyond = is_beyond(known, moment.first)
    if beyond:
        statement += " " + say("beyond", language, until=known_until(known, language))
    rows = [_row(known, p, moment, language) for p in sure] + [
        _row(known, p, moment, language, certain=False) for p in may
    ]
    return Card(
        "observers" if standing == "observer" else "suspended", language,
        f"{say(f'label-{standing}s', language)} — {day_in(moment.stated, language, moment.calendar)}", statement,
        rows=tuple(sorted(rows, key=lambda r: r.label)), rows_label=say(f"label-{standing}s", language),
        sources=_sources(known, (*sure, *may)), unsourced=marks_of(e for p in (*sure, *may) for e in known.standings_of[p]), certain=len(sure),
        possible=len(sure) + len(may), beyond=beyond, address=Ref("organization", known.profile.id), asked=moment.day,
    )  # fmt: skip


def _suspended(asked: Asked, known: Known, moment: Moment | None, day: date) -> Card | None:
    if moment is not None or asked.says("now"):
        return _of_standing(asked, known, moment or of_day(day), "suspended")
    return _events(asked, known, "suspended", "suspended")


def _events(asked: Asked, known: Known, standing: Standing, code: str) -> Card | None:
    """Every event of that standing since the foundation, with what followed."""
    language = asked.language
    changes = [
        c
        for its in known.standings_of.values()
        for c in timeline(its, known.sessions_by_id)
        if c.standing == standing and is_sourced(c.event)
    ]
    if not changes:
        return None
    changes.sort(key=lambda c: c.since.first or date.max)
    told = (
        f"{party_name(known, c.event.party, language, c.since.last)} ({since_until(c.since, c.until, language)})"
        for c in changes
    )
    said = listed(told, language)
    events = [c.event for c in changes]
    return Card(
        "suspended" if standing == "suspended" else "standing", language, say(f"label-{code}", language),
        say(f"{code}-ever", language, names=said, house=house_name(known, language)),
        rows=tuple(_event_line(known, e, since_until(c.since, c.until, language), language) for e, c in zip(events, changes, strict=True)),
        rows_label=say(f"label-{code}", language), sources=merged(*(e.sources for e in events)),
        unsourced=marks_of(events),
        disputes=disputes_about(known, *(f"standings/{e.id}" for e in events)),
        certain=len(changes), possible=len(changes), address=Ref("organization", known.profile.id),
    )  # fmt: skip


def _event_line(known: Known, event: Event, days: str | None, language: str, *, certain: bool = True) -> Line:
    value = days or since_until(event.since, None, language)
    return Line(
        party_name(known, event.party, language, event.since.last),
        value,
        Ref("party", event.party),
        event.since,
        unsourced="since" in event.unsourced,
        certain=certain,
    )


def _founders(asked: Asked, known: Known) -> Card | None:
    """Members since the year of foundation, and how many others count."""
    founded = known.profile.founded.first if known.profile.founded else None
    if founded is None or not known.sessions:
        return None
    year, language = founded.year, asked.language
    firsts = {p: in_order(its)[0] for p, its in known.standings_of.items() if its}
    begun = {p: e for p, e in firsts.items() if e.standing == "member" and e.since.first and e.since.first.year == year}
    sure = {p for p, e in begun.items() if e.since.last and e.since.last.year == year}
    mine = sorted(begun)
    first = min(
        (s for s in known.sessions if s.days and s.days.first),
        key=lambda s: s.days.first if s.days and s.days.first else date.max,
    )
    disputes = disputes_about(known, f"sessions/{first.id}#participants")
    moment = of_day(founded)
    counted = _counted((len(sure), len(mine)), language)
    statement = say("founders", language, n=counted, year=year, house=house_name(known, language))
    if disputes:
        statement += " " + say(
            "founders-claims",
            language,
            values=listed((claim_in(disputes[0], c, language) for c in disputes[0].claims), language),
        )
    return Card(
        "founding-members", language, say("label-founders", language), statement,
        rows=tuple(sorted((_row(known, p, moment, language, certain=p in sure) for p in mine), key=lambda r: r.label)),
        rows_label=say("label-founders", language), sources=merged(*(firsts[p].sources for p in mine), first.sources),
        unsourced=marks_of(firsts[p] for p in mine), disputes=disputes, certain=len(sure),
        possible=len(mine), day=known.profile.founded, address=Ref("session", first.id),
    )  # fmt: skip


def _joined(asked: Asked, known: Known, moment: Moment | None) -> Card | None:
    """Who became a member in that year."""
    if moment is None:
        return None
    language = asked.language
    firsts = [next((e for e in in_order(its) if e.standing == "member"), None) for its in known.standings_of.values()]
    near = [e for e in firsts if e and is_sourced(e) and (_touches(e, moment) or questioned(known, [e], moment))]
    events = [e for e in near if _is_inside(e, moment) and not _is_asked(known, e, moment)]
    may = [e for e in near if e not in events]
    if not events:
        return None
    events.sort(key=lambda e: party_name(known, e.party, language))
    said = listed((party_name(known, e.party, language, moment) for e in events), language)
    statement = say("joined-in", language, names=said, when=when(moment, language), n=len(events))
    if may:
        names = listed((party_name(known, e.party, language, moment) for e in may), language)
        statement += " " + say("joined-open", language, names=names)
    every = [*events, *may]
    return Card(
        "members", language, f"{say('label-joined', language)} — {day_in(moment.stated, language, moment.calendar)}",
        statement, rows=tuple(_event_line(known, e, None, language, certain=e in events) for e in every),
        rows_label=say("label-joined", language), sources=merged(*(e.sources for e in every)),
        unsourced=marks_of(every), disputes=disputes_about(known, *(f"standings/{e.id}" for e in every)),
        certain=len(events), possible=len(every), address=Ref("organization", known.profile.id), asked=moment.day,
    )  # fmt: skip


def _touches(event: Event, moment: Moment) -> bool:
    first, last = event.since.first, event.since.last
    return (first is None or first <= moment.last) and (last is None or last >= moment.first)


def _is_inside(event: Event, moment: Moment) -> bool:
    first, last = event.since.first, event.since.last
    return first is not None and last is not None and moment.first <= first and last <= moment.last


def _is_asked(known: Known, event: Event, moment: Moment) -> bool:
    """Sources give a day outside that time too."""
    before, after = moment.first - timedelta(days=1), moment.last + timedelta(days=1)
    return any(questioned(known, [event], of_day(d)) is not None for d in (before, after))


def _row(known: Known, party: str, moment: Moment, language: str, *, certain: bool = True) -> Line:
    event = deciding_event(moment.last, known.standings_of[party]) or next(iter(known.standings_of[party]), None)
    since = since_until(event.since, None, language) if event else ""
    ref, day = Ref("party", party), event.since if event else None
    return Line(
        party_name(known, party, language, moment),
        since,
        ref,
        day,
        None,
        bool(event and "since" in event.unsourced),
        certain,
    )


def _names(known: Known, parties: Iterable[str], moment: Moment, language: str) -> str:
    return listed((party_name(known, p, language, moment) for p in parties), language)


def _sources(known: Known, parties: Iterable[str]) -> tuple[str, ...]:
    return merged(*(e.sources for p in parties for e in known.standings_of[p]))


_PATTERNS = (_is_founders, _is_observers, _is_suspended, _is_left, _is_joined, _is_members)
