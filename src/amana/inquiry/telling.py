"""How an answer is said: sentences of the message tables, and names, days and ranks in the four languages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from amana.charter import organs, parties
from amana.charter.durations import Duration
from amana.charter.instruments import Instrument
from amana.inquiry.known import Known
from amana.inquiry.lexicon import shown
from amana.inquiry.moments import Moment
from amana.sessions.session import Session
from amana.sessions.titles import short_ordinal, title
from amana.values import listing
from amana.values.days import Day, Span, write_both, write_day
from amana.values.facts import Claim, Dispute
from amana.values.months import Calendar
from amana.values.numbers import ordinal
from amana.values.problems import messages
from amana.values.words import Words

_HIJRI_UNTIL = 1900
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
    return say("and", language, one=listing.listed(every[:-1], language), other=every[-1])


def words_in(words: Words, language: str, kind: str = "", thing: str = "") -> str:
    """What the folder says in that language or the next best; in Indonesian the lexicon's word, where it has one."""
    return words.get(language) or shown(language).get((kind, thing), "") or words.best(language)


def house_name(known: Known, language: str, day: date | None = None) -> str:
    """The organization in a sentence, as it was called on `day` (None: today): its acronym, else its name."""
    profile = known.profile
    names, acronyms = profile.names_on(day), profile.acronyms_on(day)
    if language not in acronyms and language in names:
        return names[language]
    return words_in(acronyms or names, language, "house", profile.id)


def party_name(known: Known, party: str, language: str, on: Moment | date | None = None) -> str:
    """What the organization calls a party, or called it on a day (on the last day of a moment)."""
    found = known.parties_by_id.get(party)
    if found is None:
        return party
    day = on.last if isinstance(on, Moment) else on
    if language not in ("ar", "en", "fr") and ("party", party) in shown(language):
        if parties.names_on(found, day) == parties.names_on(found):
            return shown(language)["party", party]
        return shown(language).get(("party-former", party), "") or parties.name_on(found, day, language)
    return parties.name_on(found, day, language)


def place_in(words: Words, language: str) -> str:
    """A place: 'Kairo' for Cairo, 'Makkah / Taif' part by part where the lexicon knows it in Indonesian."""
    if language in words:
        return words[language]
    parts = words.best(language).split(" / ")
    return " / ".join(shown(language).get(("place", part.partition(" Al-")[0]), part) for part in parts)


def instrument_name(instrument: Instrument, language: str) -> str:
    """The title of an instrument."""
    return words_in(instrument.title, language, "instrument", instrument.id)


def article_of(instrument: Instrument, article: str, language: str) -> str:
    """'Charter of …, art. 17(b)'; the instrument alone where no article is known.

    >>> charter = Instrument("c", Words(ar="الميثاق", en="Charter"))
    >>> article_of(charter, "17(b)", "ar"), article_of(charter, "", "en")
    ('الميثاق، المادة 17(ب)', 'Charter')
    """
    title = instrument_name(instrument, language)
    if not article:
        return title
    return say("article", language, article=listing.article(article, language), instrument=title)


def claim_in(dispute: Dispute, claim: Claim, language: str) -> str:
    """What a claim says, in words: a Hijri day where the fact is one, never the value as the folder writes it.

    What is not said in the language is a quotation, with the name of the language it is in.

    >>> claim_in(Dispute("d", "x", ()), Claim("a", "Unity", (), Words(en="Unity")), "fr")
    '« Unity » (en anglais)'
    """
    if claim.words:
        return quoted(claim.words, language)
    try:
        span = Span.parse(claim.value)
    except ValueError:
        return claim.value
    year = span.start.numbers[0] if span.start.numbers else 0
    hijri = dispute.fact.endswith("#hijri") or 0 < year < _HIJRI_UNTIL
    return day_in(span.start if span.start == span.end else span, language, "hijri" if hijri else "gregorian")


def quoted(words: Words, language: str) -> str:
    """What is said, as it is in that language; of another one a quotation that names it."""
    own, said = words.language(language), words.best(language)
    if own in (language, ""):
        return said
    return say(
        "quoted-in", language, text=said.strip("“”«» "), named=messages(language).get(f"sheet-language-{own}", own)
    )


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
    if isinstance(day, Day) and _is_between(day):
        first, last = (write_day(Day.numbered(*part), language, calendar) for part in day.parts)
        return say("within-day" if len(day.parts[0]) == 3 else "within-time", language, first=first, last=last)
    return write_day(day, language, calendar)


def both_in(day: Day | Span | None, hijri: Day | Span | None, language: str) -> str:
    """Both calendars as stated; one where the other is not; '' for neither."""
    return write_both(hijri, day, language)


def when(day: Day | Span | Moment, language: str) -> str:
    """'on 1 January 1980', 'in 1975', 'between … and …': as it stands in a sentence.

    >>> when(Day("1975"), "fr"), when(Day("1979-05-12"), "fr"), when(Day("1975"), "ar")
    ('en 1975', 'le 12 mai 1979', 'عام 1975')
    >>> when(Day("[1976..1979]"), "en"), since_until(Day("[1969-09-25..1975-07-15]"), None, "en")
    ('at some time between 1976 and 1979', 'since some day between 25 September 1969 and 15 July 1975')
    """
    calendar: Calendar = "gregorian"
    if isinstance(day, Moment):
        calendar, day = day.calendar, day.stated
    if isinstance(day, Day) and ".." in day.text and day.first and day.last and (day.last - day.first).days < _FEW:
        return say("at-one-of", language, day=day_in(Span.of(day.first, day.last), language))
    said = day_in(day, language, calendar)
    if isinstance(day, Span):
        return say("at-span", language, day=said)
    if _is_between(day):
        return say(f"at-{_form(day)}", language, day=said)
    if day.precision == "set":
        return say("at-day" if len(day.parts[0]) == 3 else "at-month", language, day=said)
    return say(f"at-{day.precision}", language, day=said) if has(f"at-{day.precision}", language) else said


def since_until(since: Day | None, until: Day | None, language: str) -> str:
    """'1975 – 1979', 'since 1975', 'until 1979': as stated."""
    if since is not None and until is not None:
        if since == until:
            return day_in(since, language)
        code = "from-to-within" if _is_between(since) or _is_between(until) else "from-to"
        return say(code, language, first=day_in(since, language), last=day_in(until, language))
    if since is not None:
        return say(f"since-{_form(since)}", language, day=day_in(since, language))
    return say(f"until-{_form(until)}", language, day=day_in(until, language)) if until is not None else ""


def known_until(known: Known, language: str) -> str:
    """The day until which the organization is known, in words; '' where that is not said."""
    return day_in(known.profile.known_until, language) if known.profile.known_until else ""


def _form(day: Day) -> str:
    if _is_between(day):
        return "within-day" if len(day.parts[0]) == 3 else "within-time"
    return "day" if day.precision == "day" else "other"


def _is_between(day: Day) -> bool:
    return ".." in day.text and len(day.parts) == 2


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
