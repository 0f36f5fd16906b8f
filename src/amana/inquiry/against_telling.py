"""How a contradiction is told: what the text says, what the record holds, where from, and whether sources differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from amana.inquiry.claims import Sentence, When
from amana.inquiry.known import Identity, Known
from amana.inquiry.telling import claim_in, day_in, say
from amana.values.days import Day, Span
from amana.values.facts import Claim, Dispute, Source
from amana.values.listing import listed
from amana.values.problems import Fact, Problem, Severity
from amana.values.words import Words

_STRONG = frozenset("PO")
"""Tiers of sources that a text may follow in good faith: the organization's own texts, official pages."""


class Earlier(Protocol):
    """What the organization was called until a day."""

    @property
    def until(self) -> Day: ...
    @property
    def names(self) -> Words: ...
    @property
    def sources(self) -> tuple[str, ...]: ...


class Named(Identity, Protocol):
    """Who the organization is, with what it was called before and its languages."""

    @property
    def earlier(self) -> Sequence[Earlier]: ...
    @property
    def authentic(self) -> Sequence[str]: ...


class Recorded(Known, Protocol):
    """An organization with its sources; `folder.Organization` is one."""

    @property
    def profile(self) -> Named: ...
    @property
    def sources_by_id(self) -> Mapping[str, Source]: ...


@dataclass(frozen=True)
class Matter:
    """What a text is held against: the record, the day of the text, and the language in which findings are told."""

    known: Recorded
    day: date
    tell: str


def against(
    matter: Matter,
    sentence: Sentence,
    what: str,
    at: tuple[int, int],
    *,
    kept: str,
    entry: str,
    sources: Iterable[str] = (),
    severity: Severity = "error",
    dispute: Dispute | None = None,
    also: Iterable[tuple[int, int]] = (),
) -> Problem:
    """A contradiction `against-<what>`: pieces `at` (both inside) say one thing, the record's `entry` has `kept`."""
    spans = ((sentence.pieces[a].start, sentence.pieces[b].end) for a, b in (at, *also))
    places = tuple(replace(sentence.block.place, start=a, end=b, language=sentence.language) for a, b in spans)
    said = " … ".join(sentence.block.text[p.start : p.end] for p in places)
    until = matter.known.profile.known_until
    facts: dict[str, Fact] = {
        "said": said,
        "kept": kept,
        "entry": entry,
        "sources": tuple(_titled(matter, s) for s in sources),
        "disputed": dispute.id if dispute else "",
        "claims": tuple(_claim(matter, dispute, c) for c in dispute.claims) if dispute else (),
        "audience": "house" if dispute and not dispute.released else "public",
        "known": str(until) if until else "",
    }
    facts["more"] = _more(matter, dispute)
    return Problem(f"against-{what}", facts, places, severity)


def recorded(matter: Matter, name: str, *parts: str) -> str:
    """What the record has of a thing: its name, and in brackets what is told of it."""
    said = listed(filter(None, parts), matter.tell)
    return f"{name} ({said})" if said else name


def _titled(matter: Matter, source: str) -> str:
    """'R06: what it is'."""
    found = matter.known.sources_by_id.get(source)
    title = (found.note or found.address) if found else ""
    return f"{source}: {title}" if title else source


def _claim(matter: Matter, dispute: Dispute, claim: Claim) -> str:
    held = say("against-held", matter.tell) if claim.id == dispute.held else ""
    said = claim_in(dispute, claim, matter.tell)
    return f"{said}{held}" + (f" [{', '.join(claim.sources)}]" if claim.sources else "")


def _more(matter: Matter, dispute: Dispute | None) -> str:
    """How far is known, and every claim where sources differ."""
    until, tell = matter.known.profile.known_until, matter.tell
    said = " " + say("against-known", tell, until=day_in(until, tell)) if until else ""
    if dispute is not None:
        said += " " + say(
            "against-differ", tell, claims=listed((_claim(matter, dispute, c) for c in dispute.claims), tell)
        )
    return said


def dispute_on(known: Known, *facts: str) -> Dispute | None:
    """The first dispute on one of these facts, released or not: the folder is read as the staff reads it."""
    return next((d for fact in facts for d in known.disputes if d.fact == fact), None)


def claimed(dispute: Dispute | None, when: When) -> Claim | None:
    """The claim that gives these days, the one held before others."""
    if dispute is None:
        return None
    order = sorted(dispute.claims, key=lambda c: c.id != dispute.held)
    return next((c for c in order if (days := days_of(c.value)) and when.fits(*days)), None)


def days_of(value: str) -> tuple[date, date] | None:
    """First and last day of a claim's value; of one in words none."""
    for read in (Span.parse, Day):
        try:
            span = read(value.split(",")[0])
        except ValueError:
            continue
        if span.first and span.last and span.first.year > 1900:
            return span.first, span.last
    return None


def severity_of(matter: Matter, dispute: Dispute | None, claim: Claim | None) -> Severity:
    """A note where sources differ and nothing is held, or the claim has a source of weight; else an error."""
    if dispute is None or claim is None:
        return "error"
    tiers = {s.tier for c in claim.sources if (s := matter.known.sources_by_id.get(c))}
    return "note" if not dispute.held or tiers & _STRONG else "error"
