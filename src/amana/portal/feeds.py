"""News for feed readers and sessions for calendars: of all, of an organ, of a state, of a subject."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext, pgettext

from amana.charter.standing import Event
from amana.pages import marks
from amana.pages.reading import Reading, reading_of
from amana.pages.templatetags.names import organ_words, party_words, session_words
from amana.pages.vocabulary import word
from amana.portal.sessions import is_planned
from amana.publish import feeds
from amana.publish.feeds import Feed, Happening, Item
from amana.sessions.session import Session
from amana.store.queries import changes
from amana.values.days import Day, Span, write_day
from amana.values.listing import listed
from amana.values.reached import begun
from amana.values.words import Words

SOME = 50


def decisions(request: HttpRequest) -> HttpResponse:
    """The newest decisions released. Six queries."""
    return _atom(request, "decisions", gettext("Decisions"), reverse("portal:decisions"), _decisions(request))


def everything(request: HttpRequest) -> HttpResponse:
    """Decisions, sessions and changes of standing. Ten queries."""
    reading = reading_of(request)
    org = reading.organization
    items = [*_decisions(request), *_sessions(request, org.sessions), *_standings(request, org.standings)]
    return _atom(request, "all", gettext("News"), reverse("portal:home"), items)


def organ(request: HttpRequest, organ: str) -> HttpResponse:
    """The decisions and sessions of an organ. Eight queries."""
    reading = reading_of(request)
    org = reading.organization
    if organ not in org.organs_by_id:
        raise Http404
    items = [*_decisions(request, organ=organ), *_sessions(request, _of_organ(reading, organ))]
    name = organ_words(reading, organ).best(reading.language)
    return _atom(request, f"organ/{organ}", name, reverse("portal:organ", args=[organ]), items)


def state(request: HttpRequest, party: str) -> HttpResponse:
    """The changes of standing of a state or body, and the sessions it hosts. Eight queries."""
    reading = reading_of(request)
    org = reading.organization
    if party not in org.parties_by_id:
        raise Http404
    items = [*_standings(request, org.standings_of.get(party, ())), *_sessions(request, _hosted(reading, party))]
    name = party_words(reading, party).best(reading.language)
    return _atom(request, f"party/{party}", name, reverse("portal:member", args=[party]), items)


def subject(request: HttpRequest, subject: str) -> HttpResponse:
    """The decisions on a subject. Six queries."""
    reading = reading_of(request)
    if subject not in reading.organization.subjects_by_id:
        raise Http404
    name = reading.organization.subjects_by_id[subject].words.best(reading.language) or subject
    items = _decisions(request, subject=subject)
    return _atom(request, f"subject/{subject}", name, reverse("portal:decisions"), items)


def calendar(request: HttpRequest) -> HttpResponse:
    """Every session. Six queries."""
    reading = reading_of(request)
    return _calendar(request, pgettext("page", "Sessions"), reading.organization.sessions)


def organ_calendar(request: HttpRequest, organ: str) -> HttpResponse:
    """The sessions of an organ. Six queries."""
    reading = reading_of(request)
    if organ not in reading.organization.organs_by_id:
        raise Http404
    return _calendar(request, organ_words(reading, organ).best(reading.language), _of_organ(reading, organ))


def state_calendar(request: HttpRequest, party: str) -> HttpResponse:
    """The sessions that a state hosts. Six queries."""
    reading = reading_of(request)
    if party not in reading.organization.parties_by_id:
        raise Http404
    return _calendar(request, party_words(reading, party).best(reading.language), _hosted(reading, party))


def _of_organ(reading: Reading, organ: str) -> list[Session]:
    return [one for one in reading.organization.sessions if one.organ == organ]


def _hosted(reading: Reading, party: str) -> list[Session]:
    return [one for one in reading.organization.sessions if one.party == party]


def _atom(request: HttpRequest, key: str, title: str, page: str, items: Iterable[Item]) -> HttpResponse:
    reading = reading_of(request)
    profile = reading.organization.profile
    name = profile.names.best(reading.language)
    newest = sorted(items, key=lambda item: (item.entered, item.happened, item.key), reverse=True)[:SOME]
    feed = Feed(
        key,
        f"{title} · {name}" if key != "all" else name,
        request.build_absolute_uri(request.path),
        request.build_absolute_uri(page),
        reading.language,
        name if profile.official else profile.kept_by.best(reading.language) or name,
        tuple(newest),
    )
    made = feeds.atom(feed, profile.id)
    return HttpResponse(made, content_type="application/atom+xml; charset=utf-8")


def _decisions(request: HttpRequest, *, organ: str = "", subject: str = "") -> list[Item]:
    reading = reading_of(request)
    rows = changes.newest_decisions(reading.reader, reading.day.isoformat(), SOME, organ=organ, subject=subject)
    items = []
    for row, released in rows:
        title = Words(row.title).best(reading.language)
        address = request.build_absolute_uri(reverse("portal:decision", args=[row.key]))
        told = " · ".join(filter(None, (f"{marks.isolated(row.symbol)}" if row.symbol else "", title)))
        adopted = write_day(Day.parse(row.adopted), reading.language) if row.adopted else ""
        said = gettext("Adopted: %(day)s") % {"day": adopted} if adopted else ""
        items.append(Item(f"decision/{row.key}", told or row.key, address, released, said, row.adopted))
    return items


def _sessions(request: HttpRequest, sessions: Iterable[Session]) -> list[Item]:
    reading = reading_of(request)
    known = [one for one in sessions if reading.as_of is None or not _after(one.days, reading.as_of)]
    entered = changes.entered("session", [one.id for one in known])
    items = []
    for one in known:
        title = session_words(reading, one).best(reading.language)
        address = request.build_absolute_uri(reverse("portal:session", args=[one.id]))
        told = [write_day(one.days, reading.language) if one.days else "", one.place.best(reading.language)]
        said = listed(filter(None, told), reading.language)
        happened = str(one.days.first) if one.days and one.days.first else ""
        items.append(Item(f"session/{one.id}", title, address, entered.get(one.id, (0, ""))[1], said, happened))
    return items


def _standings(request: HttpRequest, events: Iterable[Event]) -> list[Item]:
    reading = reading_of(request)
    known = [one for one in events if begun(one.since, reading.day)]
    entered = changes.entered("standing", [one.id for one in known])
    items = []
    for one in known:
        name = party_words(reading, one.party, one.since.last).best(reading.language)
        title = gettext("%(party)s: %(standing)s") % {"party": name, "standing": word(one.standing, "standing")}
        address = request.build_absolute_uri(reverse("portal:member", args=[one.party]))
        said = write_day(one.since, reading.language)
        happened = str(one.since.first or "")
        items.append(Item(f"standing/{one.id}", title, address, entered.get(one.id, (0, ""))[1], said, happened))
    return items


def _calendar(request: HttpRequest, name: str, sessions: Iterable[Session]) -> HttpResponse:
    reading = reading_of(request)
    every = [one for one in sessions if reading.as_of is None or not _after(one.days, reading.as_of)]
    whole = [one for one in every if one.days and one.days.exact]
    entered = changes.entered("session", [one.id for one in whole])
    left = len(every) - len(whole)
    words = (
        ngettext(
            "%(n)s session is left out: its days are not known to the day.",
            "%(n)s sessions are left out: their days are not known to the day.",
            left,
        )
        % {"n": left}
        if left
        else ""
    )
    happenings = [_happening(request, one, entered.get(one.id, (0, ""))[1]) for one in whole]
    organization = reading.organization.profile
    title = f"{name} · {organization.names.best(reading.language)}"
    made = feeds.calendar(title, happenings, organization.id, reading.language, words)
    response = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'inline; filename="sessions.ics"'
    return response


def _happening(request: HttpRequest, session: Session, entered: str) -> Happening:
    reading = reading_of(request)
    first, last = (session.days.first, session.days.last) if session.days else (None, None)
    planned = is_planned(reading, session)
    words = gettext("As planned; whether it was held is not known here.") if planned else ""
    return Happening(
        f"session/{session.id}",
        session_words(reading, session).best(reading.language),
        request.build_absolute_uri(reverse("portal:session", args=[session.id])),
        first or reading.day,
        last or first or reading.day,
        session.place.best(reading.language),
        words,
        planned,
        entered,
    )


def _after(days: Span | None, day: date) -> bool:
    return days is not None and days.first is not None and days.first > day
