"""The organization as the record knows it now, for whoever reads: one frozen value, kept until the next entry."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from amana.charter.offices import Term
from amana.charter.organs import Organ
from amana.charter.parties import Party
from amana.charter.persons import Person
from amana.charter.rules import Instrument
from amana.charter.standing import Event
from amana.folder.loadable import FactOfFolder, organization_from
from amana.folder.organization import Organization, Phrase, Profile, TermBaseEntry
from amana.programme.programme import Programme
from amana.relations.groups import Group
from amana.relations.partners import Partner
from amana.resolutions.accepted import Accepted, AcceptedRow, AcceptedText, KeptFinding
from amana.resolutions.subjects import Subject
from amana.sessions.session import Session
from amana.store import models, queries
from amana.store.sight import VISITOR, Reader
from amana.values.audiences import AUDIENCES
from amana.values.codec import from_plain
from amana.values.days import Day
from amana.values.facts import Dispute, Source
from amana.values.symbols import Pattern
from amana.values.words import Words

VALUES: dict[str, Any] = {
    "profile": Profile,
    "source": Source,
    "party": Party,
    "organ": Organ,
    "instrument": Instrument,
    "session": Session,
    "standing": Event,
    "term": Term,
    "symbol": Pattern,
    "phrase": Phrase,
    "termbase": TermBaseEntry,
    "dispute": Dispute,
    "person": Person,
    "subject": Subject,
    "programme": Programme,
    "partner": Partner,
    "group": Group,
}
"""Kind → the frozen value its content stands for."""


def organization(reader: Reader = VISITOR) -> Organization | None:
    """The organization, without resolutions, as this reader may see it; None until one is loaded.

    Kept per process and audience until a fact is entered: two queries then none but the one that asks.
    """
    return _organization(queries.database_name(), queries.last_fact_entry(), reader.audiences)


@lru_cache(maxsize=8)
def _organization(database: str, entry: int, audiences: tuple[str, ...]) -> Organization | None:
    facts = list(_values(queries.facts(audiences)))
    return organization_from(facts) if any(kind == "profile" for kind, _, _ in facts) else None


def _values(rows: Iterable[models.Fact]) -> Iterator[FactOfFolder]:
    for row in rows:
        kind: Any = row.kind
        yield kind, row.key, from_plain(VALUES[row.kind], json.loads(row.content))


def whole(audiences: Sequence[str] = AUDIENCES, using: str = "default") -> Organization:
    """The organization with every resolution that these audiences may see, as dumping writes it; ValueError where none
    is loaded. Findings are the house's: they go with nobody else's dump.
    """
    facts = list(_values(queries.facts(audiences, using)))
    for known in accepted_now(using, audiences).values():
        if known.value.audience in audiences:
            value = known.value if "house" in audiences else replace(known.value, findings=())
            facts.append(("resolution", value.id, value))
    return organization_from(facts)


@dataclass(frozen=True, slots=True)
class Known:
    """A resolution in its latest version, and the entry that wrote it."""

    value: Accepted
    entry: int


def accepted_now(using: str = "default", audiences: Sequence[str] = AUDIENCES) -> dict[str, Known]:
    """Every resolution in the version these audiences may see, as a value, by id. Five queries whatever their number."""
    rows = queries.resolutions(audiences, using)
    entries = [row.entry for row in rows]
    texts = queries.by_entry(models.Text, entries, using)
    paragraphs = queries.by_entry(models.Paragraph, entries, using)
    findings = queries.by_entry(models.Finding, entries, using)
    released = queries.audiences_of("resolution", using)
    return {
        row.key: Known(
            accepted_of(
                row,
                texts.get((row.entry, row.key), []),
                paragraphs.get((row.entry, row.key), []),
                findings.get((row.entry, row.key), []),
                released.get(row.key, "house"),
            ),
            row.entry,
        )
        for row in rows
    }


def accepted_of(
    row: models.Resolution,
    texts: Iterable[models.Text],
    paragraphs: Iterable[models.Paragraph],
    findings: Iterable[models.Finding],
    audience: Any,
) -> Accepted:
    """The value that these rows are the shadow of."""
    how: Any = row.how
    kind: Any = row.kind
    basis: Any = row.basis
    return Accepted(
        id=row.key,
        symbol=row.symbol,
        organ=row.organ,
        session=row.session,
        title=Words(row.title),
        printed=Words(row.printed),
        adopted=Day.parse(row.adopted) if row.adopted else None,
        how=how,
        votes=row.votes,
        audience=audience,
        renews=tuple(row.renews),
        texts=tuple(AcceptedText(t.language, t.text, t.file, t.sha256) for t in texts),
        rows=tuple(_row(p) for p in sorted(paragraphs, key=lambda p: p.order)),
        findings=tuple(
            KeptFinding(f.code, f.severity, f.place, f.facts, tuple(f.languages), f.reason) for f in findings
        ),
        sources=tuple(row.sources),
        unsourced=tuple(row.unsourced),
        note=row.note,
        kind=kind,
        basis=basis,
        subjects=tuple(row.subjects),
        recalls=tuple(row.recalls),
        creates=row.creates,
    )


def _row(p: models.Paragraph) -> AcceptedRow:
    part: Any = p.part
    return AcceptedRow(p.key, p.place, part, Words(p.texts), Words(p.labels), p.places, p.function)
