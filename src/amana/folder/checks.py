"""What a folder must be as a whole: a list of small checks, each telling what is wrong and where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from zoneinfo import available_timezones

from amana.charter.offices import Term
from amana.charter.standing import Event
from amana.folder.faults import fault
from amana.folder.found import Found
from amana.folder.references import references, unsafe_ids
from amana.folder.register import entries_say_how_known, held_once
from amana.folder.rules import durations, replaces, shares
from amana.folder.textual import every_block_in_a_row, places_that_exist
from amana.values.hijri import difference
from amana.values.problems import Problem
from amana.values.symbols import check_examples

_LANGUAGE = re.compile("[a-z]{2,3}")

Check = Callable[[Found], Iterator[Problem]]

MOST_DAYS_APART = 2
"""Two calendars may differ by as much for one day: the moon is seen, or counted. More is a finding."""


def symbols_as_said(found: Found) -> Iterator[Problem]:
    """A pattern that cannot be read, or an example that it does not read as said (codes 'symbol-…')."""
    for pattern in found.organization.symbols:
        yield from check_examples(pattern, (found.spot("symbol", pattern.id).place("examples"),))


def nothing_above_itself(found: Found) -> Iterator[Problem]:
    """An organ that stands above itself, an instrument that amends itself, a programme that follows itself, by whatever way round."""
    org = found.organization
    above = {("organ", organ.id): organ.parent for organ in org.organs}
    above |= {("instrument", instrument.id): instrument.amends for instrument in org.instruments}
    above |= {("programme", programme.id): programme.follows for programme in org.programmes}
    for kind, start in above:
        way, at = [start], above[kind, start]
        while at and at not in way:
            way.append(at)
            at = above.get((kind, at), "")
        if at == start:
            yield fault("circle", found.spot(kind, start), id=start, way=(*way, start))


def time_zone_known(found: Found) -> Iterator[Problem]:
    """A time zone that the machine's table does not know (where it has a table)."""
    profile = found.organization.profile
    zones = available_timezones()
    if profile.id and zones and profile.time_zone not in zones:
        yield fault("unknown-zone", found.spot("profile", profile.id), "time_zone", zone=profile.time_zone)


def phrases_in_known_languages(found: Found) -> Iterator[Problem]:
    """An opening phrase in a language that the folder does not keep."""
    org = found.organization
    for phrase in org.phrases:
        if phrase.language not in org.profile.languages:
            spot = found.spot("phrase", phrase.id)
            languages = (phrase.language,)
            yield fault("unknown-language", spot, field="language", languages=languages, known=org.profile.languages)


def languages_known(found: Found) -> Iterator[Problem]:
    """An authentic language that the folder does not keep; a folder that keeps none, or one twice."""
    profile = found.organization.profile
    if not profile.id:
        return
    spot = found.spot("profile", profile.id)
    for language in profile.authentic:
        if language not in profile.languages:
            yield fault("bad-value", spot, "authentic", field="authentic", value=language, allowed=profile.languages)
    for language in profile.languages:
        if not _LANGUAGE.fullmatch(language):
            yield fault("bad-language", spot, "languages", language=language)
    if len(set(profile.languages)) < len(profile.languages):
        twice = tuple(sorted({lang for lang in profile.languages if profile.languages.count(lang) > 1}))
        yield fault("language-twice", spot, "languages", languages=twice)


def standings_that_can_be(found: Found) -> Iterator[Problem]:
    """A party that becomes what it is already, is suspended before it belonged, or whose events go back in time."""
    for events in found.organization.standings_of.values():
        before: Event | None = None
        for event in events:
            yield from _standing(found, before, event)
            before = event


def _standing(found: Found, before: Event | None, event: Event) -> Iterator[Problem]:
    spot = found.spot("standing", event.id)
    now = before.standing if before else "none"
    if now == event.standing:
        yield fault("standing-twice", spot, severity="warning", id=event.id, party=event.party, standing=now)
    elif event.standing == "suspended" and now != "member":
        yield fault("suspends-non-member", spot, severity="warning", id=event.id, party=event.party)
    elif event.standing == "left" and now == "none":
        yield fault("leaves-unjoined", spot, severity="warning", id=event.id, party=event.party)
    if before and before.since.first and event.since.last and event.since.last < before.since.first:
        yield fault("standing-order", spot, severity="warning", id=event.id, since=str(event.since), before=before.id)


def terms_that_can_be(found: Found) -> Iterator[Problem]:
    """A term that certainly ends before it starts."""
    for term in found.organization.terms:
        if _ends_early(term):
            spot = found.spot("term", term.id)
            yield fault("term-ends-early", spot, id=term.id, since=str(term.since), until=str(term.until))


def _ends_early(term: Term) -> bool:
    if term.since is None or term.until is None or term.since.first is None or term.until.last is None:
        return False
    return term.until.last < term.since.first


def calendars_agree(found: Found) -> Iterator[Problem]:
    """A session whose days, as stated in both calendars, lie more than two days apart.

    A warning; only a note where the folder itself says that its days are unsourced, or in dispute.
    """
    for session in found.organization.sessions:
        if session.days is None or session.hijri is None:
            continue
        days = difference(session.hijri, session.days)
        if days is not None and abs(days) > MOST_DAYS_APART:
            doubted = _doubted(found, "sessions", session.id, session.unsourced, ("days", "hijri"))
            yield fault(
                "calendars-differ", found.spot("session", session.id), severity="note" if doubted else "warning",
                id=session.id, days=str(session.days), hijri=str(session.hijri), difference=abs(days),
            )  # fmt: skip


def _doubted(found: Found, file: str, id: str, unsourced: tuple[str, ...], fields: tuple[str, ...]) -> bool:  # noqa: A002
    """Whether the folder marks one of these fields as unsourced, or keeps a dispute about it (or about the whole row)."""
    facts = {f"{file}/{id}", *(f"{file}/{id}#{field}" for field in fields)}
    return bool(set(fields) & set(unsourced)) or any(dispute.fact in facts for dispute in found.organization.disputes)


def something_says_so(found: Found) -> Iterator[Problem]:
    """A fact with neither a source nor a mark that it has none."""
    org = found.organization
    for kind, values in (
        ("party", org.parties),
        ("standing", org.standings),
        ("organ", org.organs),
        ("instrument", org.instruments),
        ("session", org.sessions),
        ("term", org.terms),
        ("person", org.persons),
        ("programme", org.programmes),
        ("partner", org.partners),
        ("group", org.groups),
        ("resolution", tuple(r for r in org.resolutions if not r.texts)),  # a text is its own source
    ):
        for value in values:
            if not (value.sources or value.unsourced):
                yield fault("no-source", found.spot(kind, value.id), severity="warning", id=value.id)


def disputes_that_can_be(found: Found) -> Iterator[Problem]:
    """A dispute about a row that is not there, or that holds a claim nobody makes."""
    for dispute in found.organization.disputes:
        spot = found.spot("dispute", dispute.id)
        claims = tuple(claim.id for claim in dispute.claims)
        if dispute.held and dispute.held not in claims:
            yield fault("no-such-claim", spot, "held", id=dispute.id, held=dispute.held, claims=claims)
        file, _, row = dispute.fact.partition("/")
        kinds = DISPUTED.get(file)
        if kinds is None or not any(found.has(kind, row.partition("#")[0]) for kind in kinds):
            yield fault("dispute-of-nothing", spot, "fact", "warning", id=dispute.id, fact=dispute.fact)


DISPUTED: dict[str, tuple[str, ...]] = {
    "organization": ("profile",),
    "parties": ("party",),
    "standings": ("standing",),
    "organs": ("organ",),
    "offices": ("term", "office"),
    "sessions": ("session",),
    "charter": ("instrument",),
    "symbols": ("symbol",),
    "resolutions": ("resolution",),
    "register": ("resolution",),
    "persons": ("person",),
    "subjects": ("subject",),
    "programmes": ("programme", "area", "goal", "step"),
    "relations": ("partner", "event"),
    "groups": ("group", "seat", "meeting"),
}
"""The first part of a dispute's `fact` → the kinds of which the rest may be an id ('un', or 'un/observer-1975' inside)."""

CHECKS: tuple[Check, ...] = (
    languages_known,
    time_zone_known,
    phrases_in_known_languages,
    unsafe_ids,
    references,
    standings_that_can_be,
    terms_that_can_be,
    calendars_agree,
    something_says_so,
    shares,
    durations,
    replaces,
    disputes_that_can_be,
    symbols_as_said,
    nothing_above_itself,
    entries_say_how_known,
    held_once,
    places_that_exist,
    every_block_in_a_row,
)
