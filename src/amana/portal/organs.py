"""Organs: how they stand to each other, and one organ's page with its powers, rules, offices and sessions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language_bidi

from amana.charter import organs as charter_organs
from amana.charter.arithmetic import share_in_words
from amana.charter.instruments import Office, Rule
from amana.charter.offices import End, Holding, Term, acting_on, holding_on, of_office, offices_on, term_end
from amana.charter.organs import Organ
from amana.charter.powers import powers_of
from amana.charter.presence import articles_on
from amana.charter.rules import RuleInForce, holds_on, in_force
from amana.folder.organization import Organization
from amana.pages.order import by_name
from amana.pages.reading import Reading, reading_of
from amana.pages.templatetags.names import organ_words, party_words
from amana.portal.decades import by_decade
from amana.portal.drawing import chart as drawn
from amana.sessions import order
from amana.sessions.session import Session
from amana.values.facts import Dispute
from amana.values.reached import begun
from amana.values.words import Words


@dataclass(frozen=True, slots=True)
class Shown:
    """A rule as it holds on the day, its steps and quorum in words, and what would change it."""

    held: RuleInForce
    steps: tuple[Words, ...]
    quorum: Words
    instrument: Words
    amended_by: tuple[Words, ...]
    pending: tuple[Words, ...]

    @property
    def rule(self) -> Rule:
        """The rule."""
        return self.held.rule


@dataclass(frozen=True, slots=True)
class OfficeShown:
    """An office, who holds it on the day, and everybody who held it, newest first, with the end of each term.

    `acting`: who stands in on the day where nobody holds it.
    """

    office: Office
    holding: Holding
    terms: tuple[tuple[Term, End], ...]
    acting: Term | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """An institution in a list: its name on the day, and the organ."""

    organ: Organ
    name: Words


def organs(request: HttpRequest) -> HttpResponse:
    """The organs as the charter in force puts them, on the day, and the institutions by name. One query."""
    reading = reading_of(request)
    org, day = reading.organization, reading.day
    offices = {office.id: office.organ for office in org.offices_by_id.values()}
    present = reading.present
    top = drawn.hang(present.certain, org.instruments, offices, day)
    charted = _charted(top)
    chart = (
        drawn.draw(top, lambda key: organ_words(reading, key).best(reading.language), mirrored=get_language_bidi())
        if top
        else None
    )
    certain = [o for o in present.certain if o.id not in charted]
    kinds = [(kind, _listed(reading, kind, certain)) for kind in charter_organs.KINDS]
    context = {
        "chart": chart,
        "top": top,
        "kinds": [(k, listed) for k, listed in kinds if listed],
        "possible": [one for kind in charter_organs.KINDS for one in _listed(reading, kind, list(present.possible))],
    }
    return render(request, "portal/organs.html", context)


def _charted(top: drawn.Hung | None) -> frozenset[str]:
    if top is None:
        return frozenset()
    return frozenset({top.organ.id}).union(*(_charted(one) for one in top.below))


def _listed(reading: Reading, kind: str, organs: list[Organ]) -> list[Listed]:
    """The institutions of a kind by name."""
    listed = [Listed(o, organ_words(reading, o.id)) for o in organs if o.kind == kind]
    return sorted(listed, key=lambda one: by_name(one.name.best(reading.language)))


def organ(request: HttpRequest, organ: str) -> HttpResponse:
    """One organ on the day; before it was founded, its name and that it was not there yet."""
    reading = reading_of(request)
    org, day = reading.organization, reading.day
    if organ not in org.organs_by_id:
        raise Http404
    held, present = org.organ(organ), reading.present
    context = {
        "organ": held,
        "name": organ_words(reading, organ),
        "acronym": charter_organs.acronym_on(held, day, reading.language),
        "there": held in present.every,
        "certain": held in present.certain,
    }
    if held in present.every:
        context |= _whole(reading, held, present.every)
    return render(request, "portal/organ.html", context)


def _whole(reading: Reading, held: Organ, present: tuple[Organ, ...]) -> dict[str, object]:
    """All that is told of an organ that was there on the day."""
    org, day, organ = reading.organization, reading.day, held.id
    powers = list(powers_of(organ, org.instruments, day))
    below = [o for o in present if o.parent == organ]
    below.sort(key=lambda o: by_name(organ_words(reading, o.id).best(reading.language)))
    composed = sorted(held.parties, key=lambda key: by_name(party_words(reading, key).best(reading.language)))
    known = charter_organs.composed_on(held, day, org.profile.known_until)
    return {
        "parent": org.organs_by_id.get(held.parent),
        "below": below,
        "articles": articles_on(held, org.instruments, day),
        "composition": held.composition if known else Words(),
        "parties": composed if known else [],
        "composition_unknown": not known,
        "powers": powers,
        "rules": _rules(org, held, {power.rule for power in powers if power.rule}, day),
        "offices": list(_offices(org, organ, day)),
        "decades": by_decade(_until(org, organ, day)),
        "differ": [d for d in org.disputes if _of_organ(d, organ) and (d.released or reading.reader.is_staff)],
    }


def _of_organ(dispute: Dispute, organ: str) -> bool:
    return dispute.fact.partition("#")[0] == f"organs/{organ}"


def _until(org: Organization, organ: str, day: date) -> list[Session]:
    """Its sessions that may have begun by the day; one of unknown days only from where the folder is known."""
    known = org.profile.known_until
    sat = reversed(order.of_organ(organ, org.sessions))
    return [s for s in sat if begun(s.days if s.days and s.days.first else known, day)]


def _rules(org: Organization, organ: Organ, by_power: set[str], day: date) -> list[Shown]:
    """Rules of the organ itself, those its powers name, and those that name it among the organs they are for."""
    shown, owners = [], dict[str, str]()
    for key, held in in_force(org.instruments, day).items():
        subject = key.partition(".")[0]
        owner = owners.setdefault(subject, rule_owner(org, subject))
        if key in by_power or owner == organ.id or organ.id in held.rule.organs:
            shown.append(_shown(org, held))
    return shown


def rule_owner(org: Organization, subject: str) -> str:
    """The organ of which rules 'subject.…' speak: by its id, by an office in it, or by the words of its name; else ''.

    Of several organs whose names have these words it is the one the charter lists first: 'council.interval' is of the
    Council of Foreign Ministers.
    """
    if subject in org.organs_by_id:
        return subject
    if subject in org.offices_by_id:
        return org.office(subject).organ
    words = set(subject.split("-"))
    for organ in sorted(org.organs, key=drawn.by_article):
        named = {word for name in organ.names for word in name.name.get("en", "").lower().split()}
        if words <= named | set(organ.id.split("-")):
            return organ.id
    return ""


def _shown(org: Organization, held: RuleInForce) -> Shown:
    quorum = held.rule.quorum
    languages = ("ar", "en", "fr")
    quorum_words = {c: share_in_words("majority", quorum.share, quorum.of, c) for c in languages} if quorum else {}
    steps = tuple(
        Words({c: share_in_words(s.kind, s.share, s.of or "cast", c) for c in languages})
        if s.kind != "consensus"
        else Words()
        for s in held.rule.steps
    )
    return Shown(
        held,
        steps,
        Words(quorum_words),
        _title(org, held.instrument),
        tuple(_title(org, i) for i in held.amended_by),
        tuple(_title(org, i) for i in held.pending),
    )


def _title(org: Organization, instrument: str) -> Words:
    found = org.instruments_by_id.get(instrument)
    return found.title if found else Words(en=instrument)


def _offices(org: Organization, organ: str, day: date) -> Iterator[OfficeShown]:
    """The offices of the organ that an instrument of the day writes down or that somebody held by then."""
    written = {o.id for i in org.instruments if holds_on(day, i) for o in i.offices}
    for office in (o for o in offices_on(day, org.instruments) if o.organ == organ):
        mine = of_office(org.terms, office.id)
        held = [t for t in mine if begun(t.since, day)]
        if held or office.id in written:
            holding = holding_on(day, org.terms, office.id, length=office.term, known_until=org.profile.known_until)
            terms = tuple((t, term_end(t, mine, office.term)) for t in reversed(held))
            acting = None if holding.possible else acting_on(day, org.terms, office.id)
            yield OfficeShown(office, holding, terms, acting)
