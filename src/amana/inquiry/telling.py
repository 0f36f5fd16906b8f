"""How an answer is said: sentences of the message tables, and names, days and ranks in the four languages."""

from __future__ import annotations

from collections.abc import Iterable

from amana.charter import organs, parties
from amana.charter.durations import Duration
from amana.inquiry.known import Known
from amana.inquiry.lexicon import shown
from amana.inquiry.moments import Moment
from amana.sessions.session import Session
from amana.sessions.titles import short_ordinal, title
from amana.values.days import Day, Span, write_both, write_day
from amana.values.months import Calendar
from amana.values.numbers import ordinal
from amana.values.problems import messages
from amana.values.words import Words

_FEW = 15
"""Days within which one of them is told by first and last."""


def say(code: str, language: str, **facts: str | int) -> str:
    """The sentence of that code, with the facts in it; a sentence in two languages is none: KeyError where missing.

    >>> say("and", "fr", one="A", other="B")
    'A et B'
    """
    return messages(language)[f"inquiry-{code}"].format_map({k: str(v) for k, v in facts.items()})


def has(code: str, language: str) -> bool:
    """There is such a sentence."""
    return f"inquiry-{code}" in messages(language)


def listed(items: Iterable[str], language: str) -> str:
    """A, B and C.

    >>> listed(["أ", "ب", "ج"], "ar"), listed(["A", "B", "C"], "en")
    ('أ، ب وج', 'A, B and C')
    """
    every = list(items)
    if len(every) < 2:
        return "".join(every)
    comma = "، " if language == "ar" else ", "
    return say("and", language, one=comma.join(every[:-1]), other=every[-1])


def words_in(words: Words, language: str, kind: str = "", thing: str = "") -> str:
    """What the folder says in that language or the next best; in Indonesian the lexicon's word, where it has one."""
    return words.get(language) or shown(language).get((kind, thing), "") or words.best(language)


def house_name(known: Known, language: str) -> str:
    """The organization in a sentence: its acronym in the language, else its name."""
    profile = known.profile
    if language not in profile.acronyms and language in profile.names:
        return profile.names[language]
    return words_in(profile.acronyms or profile.names, language, "house", profile.id)


def party_name(known: Known, party: str, language: str, moment: Moment | None = None) -> str:
    """What the organization calls a party (on the last day of `moment`)."""
    found = known.parties_by_id.get(party)
    if found is None:
        return party
    if language not in ("ar", "en", "fr") and ("party", party) in shown(language):
        return shown(language)["party", party]
    return parties.name_on(found, moment.last if moment else None, language)


def organ_name(known: Known, organ: str, language: str, session: Session | None = None) -> str:
    """What an organ is called, or was called when a session sat."""
    found = known.organs_by_id.get(organ)
    if found is None:
        return organ
    names = organs.names_on(found, session.days.last if session and session.days else None)
    return (words_in(names.name, language, "organ", organ) if names else "") or organ


def office_name(known: Known, office: str, language: str) -> str:
    """What an office is called."""
    found = known.offices_by_id.get(office)
    return words_in(found.name, language, "office", office) if found else office


def person_name(known: Known, person: str, fallback: Words, language: str) -> str:
    """A person as the organization prints the name."""
    found = known.persons_by_id.get(person)
    return (found.names if found and found.names else fallback).best(language) or person


def session_name(known: Known, session: Session, language: str, *, placed: bool = False) -> str:
    """'13th session of the Islamic Summit'; without its number its place and year stand behind, if `placed`."""
    said = title(session, Words({language: organ_name(known, session.organ, language, session)}), language)
    return said if session.number is not None or placed else said.rpartition(" (")[0] or said


def day_in(day: Day | Span, language: str, calendar: Calendar = "gregorian") -> str:
    """A day or span in words.

    >>> day_in(Span.parse("1969-09-22/1969-09-25"), "id"), day_in(Day("1389-07"), "id", "hijri")
    ('22–25 September 1969', 'Rajab 1389 H')
    """
    return write_day(day, language, calendar)


def both_in(day: Day | Span | None, hijri: Day | Span | None, language: str) -> str:
    """Both calendars as stated; one where the other is not; '' for neither."""
    return write_both(hijri, day, language)


def when(day: Day | Span | Moment, language: str) -> str:
    """'on 1 January 1980', 'in 1975', 'between … and …': as it stands in a sentence.

    >>> when(Day("1975"), "fr"), when(Day("1979-05-12"), "fr"), when(Day("1975"), "ar")
    ('en 1975', 'le 12 mai 1979', 'عام 1975')
    """
    calendar: Calendar = "gregorian"
    if isinstance(day, Moment):
        calendar, day = day.calendar, day.stated
    if isinstance(day, Day) and ".." in day.text and day.first and day.last and (day.last - day.first).days < _FEW:
        return say("at-one-of", language, day=day_in(Span.of(day.first, day.last), language))
    said = day_in(day, language, calendar)
    if isinstance(day, Span):
        return say("at-span", language, day=said)
    return say(f"at-{day.precision}", language, day=said) if has(f"at-{day.precision}", language) else said


def since_until(since: Day | None, until: Day | None, language: str) -> str:
    """'1975 – 1979', 'since 1975', 'until 1979': as stated."""
    if since is not None and until is not None:
        if since == until:
            return day_in(since, language)
        return say("from-to", language, first=day_in(since, language), last=day_in(until, language))
    if since is not None:
        return say(f"since-{_form(since)}", language, day=day_in(since, language))
    return say(f"until-{_form(until)}", language, day=day_in(until, language)) if until is not None else ""


def known_until(known: Known, language: str) -> str:
    """The day until which the organization is known, in words; '' where that is not said."""
    return day_in(known.profile.known_until, language) if known.profile.known_until else ""


def _form(day: Day) -> str:
    return "day" if day.precision == "day" else "other"


def duration(text: str, language: str, *, each: bool = False) -> str:
    """'P5Y' in words: a figure and a unit that agrees; `each`: as it stands after 'every' (Arabic: genitive).

    >>> duration("P5Y", "ar"), duration("P2Y", "ar"), duration("P1Y", "en"), duration("P11M", "fr")
    ('5 سنوات', 'سنتان', '1 year', '11 mois')
    """
    length = Duration.parse(text)
    n, unit = (
        (length.years, "year") if length.years else (length.months, "month") if length.months else (length.days, "day")
    )
    form = "one" if n == 1 else ("two-each" if each else "two") if n == 2 else "few" if n <= 10 else "many"
    said = say(f"{unit}-{form}", language)
    return said if language == "ar" and n <= 2 else f"{n} {said}"  # سنة and سنتان tell the number themselves


def rank_in(n: int, language: str) -> str:
    """A rank beside what it counts, which is masculine: 'الثاني', '2nd', '2e', 'ke-2'.

    >>> rank_in(2, "ar"), rank_in(13, "en"), rank_in(1, "fr"), rank_in(2, "id")
    ('الثاني', '13th', '1er', 'ke-2')
    """
    if language == "ar":
        return ordinal(n, "ar", "m") if n <= 199 else str(n)
    return f"ke-{n}" if language == "id" else short_ordinal(n, language, "m")


def capital(text: str) -> str:
    """The first letter great; nothing else is changed."""
    return text[:1].upper() + text[1:]
