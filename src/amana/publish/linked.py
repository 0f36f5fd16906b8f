"""What a page tells machines of its subject in schema.org's words (JSON-LD); addresses are given, nothing is looked up."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from amana.charter.organs import Organ
from amana.charter.organs import names_on as organ_names_on
from amana.charter.parties import Party
from amana.charter.parties import names_on as party_names_on
from amana.charter.persons import Person
from amana.publish.popolo import Identity, popolo_date
from amana.sessions.session import Session
from amana.values.days import Day
from amana.values.words import Words

Json = dict[str, Any]
_UNSAFE = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def script(document: Json) -> str:
    """The document as it may stand within a `<script type="application/ld+json">`: it cannot end the element.

    >>> script({"name": "</script>"})
    '{"name": "\\\\u003C/script\\\\u003E"}'
    """
    return json.dumps(document, ensure_ascii=False).translate(_UNSAFE)


def organization(profile: Identity, address: str) -> Json:
    """The organization: schema.org has no word for one between states, `Organization` says too little and nothing wrong."""
    return _full(
        "Organization",
        address,
        name=_said(profile.names),
        alternateName=list(profile.acronyms.values()),
        foundingDate=popolo_date(profile.founded),
    )


def party(held: Party, address: str, standing: str, of: str) -> Json:
    """A state as `Country`, another body as `Organization`; `standing` in the organization whose address is `of`."""
    names = party_names_on(held)
    member = {"memberOf": {"@type": "Organization", "@id": of}} if standing == "member" else {}
    return _full(
        "Country" if held.kind == "state" else "Organization",
        address,
        name=_said(names.short) if names else held.id,
        alternateName=sorted({text for one in held.names for text in (*one.short.values(), *one.formal.values())}),
        identifier=held.iso,
        **(member if held.kind != "state" else {}),
    )


def organ(held: Organ, address: str, of: str) -> Json:
    """An organ or institution, part of the organization whose address is `of`."""
    names = organ_names_on(held)
    return _full(
        "Organization",
        address,
        name=_said(names.name) if names else held.id,
        alternateName=sorted({text for one in held.names for text in (*one.name.values(), *one.acronym.values())}),
        foundingDate=popolo_date(held.founded),
        location=_said(held.seat),
        parentOrganization={"@type": "Organization", "@id": of},
    )


def person(held: Person, address: str, offices: Iterable[Words] = ()) -> Json:
    """A person, under the names the organization prints, and the offices held."""
    return _full(
        "Person",
        address,
        name=_said(held.names),
        honorificPrefix=_said(held.title),
        alternateName=list(held.forms),
        hasOccupation=[{"@type": "Role", "roleName": _said(office)} for office in offices],
    )


def session(held: Session, title: Words, address: str, organizer: str, *, planned: bool) -> Json:
    """A session as an `Event`; days that are not whole are given as far as they are."""
    return _full(
        "Event",
        address,
        name=_said(title),
        startDate=popolo_date(held.days.start) if held.days else None,
        endDate=popolo_date(held.days.end) if held.days else None,
        eventStatus="https://schema.org/EventScheduled" if planned else None,
        location={"@type": "Place", "name": _said(held.place)} if held.place else None,
        organizer={"@type": "Organization", "@id": organizer},
        about=_said(held.theme),
    )


def decision(
    symbol: str,
    title: Words,
    adopted: Day | None,
    address: str,
    *,
    languages: Mapping[str, str],
    organ: str,
    kind: str,
) -> Json:
    """A decision as `Legislation`; `languages`: those of its texts → where each stands whole."""
    return _full(
        "Legislation",
        address,
        name=_said(title),
        legislationIdentifier=symbol,
        legislationType=kind,
        legislationDate=popolo_date(adopted),
        legislationPassedBy={"@type": "Organization", "@id": organ} if organ else None,
        inLanguage=sorted(languages),
        encoding=[
            {"@type": "LegislationObject", "inLanguage": code, "contentUrl": where, "encodingFormat": "text/plain"}
            for code, where in sorted(languages.items())
        ],
    )


def _said(words: Words) -> Any:
    """Words with their language, as JSON-LD says them."""
    return [{"@language": code, "@value": text} for code, text in words.items()]


def _full(kind: str, address: str, **fields: Any) -> Json:
    said = {key: value for key, value in fields.items() if value not in (None, "", [], {})}
    return {"@context": "https://schema.org", "@type": kind, "@id": address, "url": address, **said}
