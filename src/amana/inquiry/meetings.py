"""When and where a session was: by its number, place, host, day or year; the last and the next; its theme."""

from __future__ import annotations

from datetime import date

from amana.inquiry.asked import Asked, Taken
from amana.inquiry.card import Card, Line, Ref
from amana.inquiry.grounds import disputes_about, form_note, is_beyond, marks_of, merged
from amana.inquiry.known import Known
from amana.inquiry.moments import Moment
from amana.inquiry.phrasebook import place_of
from amana.inquiry.telling import both_in, capital, day_in, organ_name, party_name, place_in, say, session_name
from amana.sessions.session import Session
from amana.values.days import Span
from amana.values.listing import listed

_WORDS = frozenset({
    "when", "where", "session", "extraordinary", "ordinary", "joint", "theme", "host", "last", "next", "how-many",
    "who", "meet", "period", "nth", "hijri", "by-what",
})  # fmt: skip
_OF_ONE = ("last", "next", "when", "where", "theme")
_TOLD = 3
_MOST = 12
"""More sessions than this are no answer to when and where; they are counted."""


def try_(asked: Asked, known: Known, day: date) -> Card | None:
    """A card where the question is about sessions of one organ; who presided is asked of the office."""
    took = asked.take(_WORDS, ranks=1, days=1, bare=True, organ=1, place=1, party=1)
    organ = took.one("organ") or _only_organ(asked, known, took.one("place")) if took else ""
    if took is None or not organ or not _is_about_sessions(asked, known, took):
        return None
    limited = _is_limited(asked, took)
    found = _fitting(asked, known, took, [s for s in known.sessions if s.organ == organ and s.sources], day)
    if found and (asked.says("how-many") or not limited):
        return _counted(asked, known, organ, found, day) if not asked.says(*_OF_ONE) and not asked.rank else None
    if not found or (len(found) > 1 and (asked.says("theme") or len(found) > _MOST)):
        return None
    return _one(asked, known, found[0], day) if len(found) == 1 else _several(asked, known, organ, found, day)


def _is_limited(asked: Asked, took: Taken) -> bool:
    """It says which sessions of the organ are meant."""
    return bool(asked.rank or asked.moments or took.one("place") or took.one("party") or asked.says("last", "next"))


def _is_about_sessions(asked: Asked, known: Known, took: Taken) -> bool:
    party = known.parties_by_id.get(took.one("party"))
    if party is not None and party.kind != "state" and not asked.says("joint"):
        return False  # a summit of another organization
    if asked.says("by-what") and not (took.one("place") and asked.says("session")):
        return False  # by which session something was decided
    if (asked.says("last") and asked.says("next")) or (asked.says("who") and not asked.says("host")):
        return False
    return _is_limited(asked, took) or asked.says("session", "how-many", "extraordinary", "joint", "all")


def _only_organ(asked: Asked, known: Known, place: str) -> str:
    """Where no organ is named, the one whose session alone it can be: only one has a 48th, only one met in Conakry."""
    if not asked.says("session") or asked.says("last", "next") or (asked.rank is None and not place):
        return ""
    kinds = _kinds(asked) or (("ordinary",) if asked.rank is not None else ())
    fit = [
        s for s in known.sessions if (asked.rank is None or s.number == asked.rank) and (not place or is_at(s, place))
    ]
    organs = {s.organ for s in fit if s.sources and (s.kind in kinds or not kinds)}
    return organs.pop() if len(organs) == 1 else ""


def _kinds(asked: Asked) -> tuple[str, ...]:
    return tuple(kind for kind in ("ordinary", "extraordinary", "joint") if asked.says(kind))


def _fitting(asked: Asked, known: Known, took: Taken, mine: list[Session], day: date) -> list[Session]:
    kinds = _kinds(asked)
    if asked.rank is not None:
        mine = [s for s in mine if s.number == asked.rank and s.kind in (kinds or ("ordinary",))]
    elif "joint" in kinds:
        # a session of both kinds is numbered in one series: joint is also what was held with another organization
        mine = [s for s in mine if s.kind == "joint" or s.joint_with]
    elif kinds:
        also = {"joint"} if "extraordinary" in kinds and not asked.says("how-many") else set()
        mine = [s for s in mine if s.kind in {*kinds, *also}]
    if place := took.one("place"):
        mine = [s for s in mine if is_at(s, place)]
    if party := took.one("party"):
        mine = [s for s in mine if party in (s.party, s.joint_with)]
    if asked.moment is not None:
        mine = [s for s in mine if _is_in(s, asked.moment)]
    mine = sorted(mine, key=lambda s: s.days.first if s.days and s.days.first else date.max)
    if asked.says("last"):
        return _last(mine, kinds, known, day)
    return _next(mine, known, day) if asked.says("next") else mine


def is_at(session: Session, place: str) -> bool:
    """The place is that of the session, or one of its places."""
    return any(place in place_of(part) for part in session.place.best("en").split(" / "))


def _is_in(session: Session, moment: Moment) -> bool:
    """It sat in that time: by the days stated in the calendar asked for, else by the other."""
    if moment.calendar == "hijri" and session.hijri is not None:
        asked_numbers = moment.stated.numbers if not isinstance(moment.stated, Span) else moment.stated.start.numbers
        size = len(asked_numbers)
        return session.hijri.start.numbers[:size] <= asked_numbers <= session.hijri.end.numbers[:size]
    days = session.days
    if days is None or days.first is None or days.last is None:
        return False
    if moment.exact:
        return days.first <= moment.first <= days.last
    return moment.first <= days.first <= moment.last


def _is_held(session: Session, known: Known, day: date) -> bool:
    last = session.days.last if session.days else None
    return (
        last is not None
        and last <= day
        and not is_beyond(known, last)
        and session.days is not None
        and session.days.exact
    )


def _last(mine: list[Session], kinds: tuple[str, ...], known: Known, day: date) -> list[Session]:
    """The last ordinary session held, and the last of another kind where that came after it."""
    held = [s for s in mine if _is_held(s, known, day)]
    ordinary = [s for s in held if s.kind == "ordinary"]
    if kinds or not ordinary:
        return held[-1:]
    return [ordinary[-1], held[-1]] if held[-1] is not ordinary[-1] else [ordinary[-1]]


def _next(mine: list[Session], known: Known, day: date) -> list[Session]:
    coming = [s for s in mine if not _is_held(s, known, day) and _is_coming(s, known, day)]
    return coming[:1]


def _is_coming(session: Session, known: Known, day: date) -> bool:
    if session.days is None or session.days.first is None or session.days.last is None:
        return True
    return session.days.first > day or is_beyond(known, session.days.last)


def _is_planned(session: Session, known: Known) -> bool:
    days = session.days
    return (
        days is None
        or days.first is None
        or is_beyond(known, days.first)
        or (str(days.start).endswith("?") and not days.exact and is_beyond(known, days.last or date.min))
    )


def _one(asked: Asked, known: Known, session: Session, day: date) -> Card | None:
    language = asked.language
    if asked.says("hijri") and session.hijri is None:
        return None
    planned = _is_planned(session, known)
    name = session_name(known, session, language)
    statement = capital(_statement(known, session, language))
    if asked.says("theme"):
        if not session.theme:
            return None
        statement = say("session-theme", language, session=capital(name), theme=session.theme.best(language))
    return Card(
        "session", language, capital(name), statement,
        facts=_facts(known, session, language, theme=True), day=session.days, hijri=session.hijri,
        sources=session.sources, unsourced=marks_of((session,)),
        disputes=disputes_about(known, f"sessions/{session.id}"), beyond=planned and is_beyond(known, day),
        address=Ref("session", session.id),
    )  # fmt: skip


def _statement(known: Known, session: Session, language: str) -> str:
    """'The 13th session of … was held in Istanbul, 14–15 April 2016.'"""
    name = session_name(known, session, language)
    place = place_in(session.place, language)
    days = both_in(session.days, session.hijri, language)
    if _is_planned(session, known):
        code = "session-planned" if session.days is not None and session.days.first else "session-planned-open"
        until = day_in(known.profile.known_until, language) if known.profile.known_until else ""
        return say(code, language, session=_lower(name, language), place=_at(place, language), days=days, until=until)
    code = "session-held" if place and session.party else "session-held-days"
    said = say(code, language, session=_lower(name, language), place=_at(place, language), days=days)
    if session.joint_with:
        said += " " + say("session-joint-with", language, other=party_name(known, session.joint_with, language))
    return said


def _lower(name: str, language: str) -> str:
    """A name inside a sentence: 'the joint session', 'la session extraordinaire', '13th session'."""
    return name[:1].lower() + name[1:] if language in ("en", "fr", "id") else name


def _at(place: str, language: str) -> str:
    """'à La Mecque', 'au Caire': French melts the article into the preposition."""
    if language != "fr":
        return place
    if place.startswith("Le "):
        return "au " + place[3:]
    return "à " + place if not place.startswith("à ") else place


def _facts(known: Known, session: Session, language: str, *, theme: bool) -> tuple[Line, ...]:
    marks = frozenset(session.unsourced)
    lines = []
    if session.days or session.hijri:
        said = both_in(session.days, session.hijri, language)
        lines.append(Line(say("label-days", language), said, None, session.days, session.hijri, "days" in marks))
    if place := place_in(session.place, language):
        note = form_note(marks, language, "place")
        lines.append(Line(say("label-place", language), place, unsourced="place" in marks, note=note))
    if session.party:
        lines.append(
            Line(
                say("label-host", language),
                party_name(known, session.party, language, _held_on(session)),
                Ref("party", session.party),
                unsourced="party" in marks,
            )
        )
    if theme and session.theme:
        lines.append(
            Line(
                say("label-theme", language),
                session.theme.best(language),
                unsourced="theme" in marks,
                note=form_note(marks, language, "theme"),
            )
        )
    if session.joint_with:
        lines.append(
            Line(
                say("label-joint-with", language),
                party_name(known, session.joint_with, language),
                Ref("party", session.joint_with),
            )
        )
    return tuple(lines)


def _held_on(session: Session) -> date | None:
    return session.days.last if session.days else None


def _several(asked: Asked, known: Known, organ: str, found: list[Session], day: date) -> Card:
    language = asked.language
    name = organ_name(known, organ, language)
    return Card(
        "sessions", language, name, say("sessions-fit", language, n=len(found), organ=name) + _told(known, found, language),
        rows=tuple(_row(known, s, language) for s in found), rows_label=say("label-sessions", language),
        sources=merged(*(s.sources for s in found)), unsourced=marks_of(found),
        disputes=disputes_about(known, *(f"sessions/{s.id}" for s in found)), certain=len(found), possible=len(found),
        beyond=any(_is_planned(s, known) for s in found) and is_beyond(known, day), address=Ref("organ", organ),
    )  # fmt: skip


def _told(known: Known, found: list[Session], language: str) -> str:
    """A few of them are told in the sentence too."""
    if len(found) > _TOLD:
        return ""
    return " " + " ".join(capital(_statement(known, s, language)) for s in found)


def _counted(asked: Asked, known: Known, organ: str, found: list[Session], day: date) -> Card | None:
    """How many sessions are known to have been held."""
    held = [s for s in found if _is_held(s, known, day) or not _is_planned(s, known)]
    kinds = _kinds(asked) or ("ordinary",)
    held = [s for s in held if s.kind in kinds or ("joint" in kinds and s.joint_with)]
    if not held:
        return None
    language, name = asked.language, organ_name(known, organ, asked.language)
    return Card(
        "sessions", language, name, say(f"sessions-held-{kinds[0]}", language, n=len(held), organ=name),
        rows=tuple(_row(known, s, language) for s in held), rows_label=say("label-sessions", language),
        sources=merged(*(s.sources for s in held)), certain=len(held), possible=len(held),
        beyond=is_beyond(known, day), address=Ref("organ", organ),
    )  # fmt: skip


def _row(known: Known, session: Session, language: str) -> Line:
    told = (place_in(session.place, language), both_in(session.days, session.hijri, language))
    said = listed(filter(None, told), language)
    label = capital(session_name(known, session, language))
    unsourced = "days" in session.unsourced
    return Line(
        label, said, Ref("session", session.id), session.days, session.hijri, unsourced, not _is_planned(session, known)
    )
