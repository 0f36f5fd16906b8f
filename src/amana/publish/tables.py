"""The organization as tables: one CSV a kind, UTF-8, every row with its id, days as stated with their bounds."""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from amana.charter.persons import persons_of
from amana.publish.popolo import House
from amana.values.days import Day, Span
from amana.values.facts import Dispute, Source
from amana.values.words import Words

Row = Mapping[str, Any]
LANGUAGES = ("ar", "en", "fr", "id")
WHEN = (1980, 1, 1, 0, 0, 0)
"""The moment every file of an archive bears, so that the same content gives the same bytes."""


class Whole(House, Protocol):
    """What is asked of an organization beside what Popolo asks."""

    @property
    def sources(self) -> Sequence[Source]: ...
    @property
    def disputes(self) -> Sequence[Dispute]: ...
    @property
    def subjects(self) -> Sequence[Any]: ...
    @property
    def instruments(self) -> Sequence[Any]: ...


@dataclass(frozen=True, slots=True)
class Table:
    """One table: a value that is words, a day, or several spreads over columns named after it."""

    name: str
    rows: Iterable[Row]


def tables_of(house: Whole) -> Iterator[Table]:
    """The tables of the facts; disputes as far as they are released."""
    sourced = ("sources", "unsourced", "note")
    yield Table("parties", _rows(house.parties, "id", "kind", "iso", "group", *sourced))
    yield Table("party-names", _named(house))
    yield Table("standings", _rows(_sorted(house), "id", "party", "standing", "since", "by", *sourced))
    organs = ("id", "kind", "parent", "seat", "seat_party", "parties", "founded", "by", "articles", *sourced)
    yield Table("organs", _rows(house.organs, *organs))
    yield Table("organ-names", _organ_names(house))
    yield Table(
        "instruments",
        _rows(house.instruments, "id", "title", "adopted", "in_force", "applied", "by", "amends", *sourced),
    )
    offices = ("id", "organ", "name", "article", "term", "renewable", "sources", "unsourced")
    yield Table("offices", _rows(house.offices_by_id.values(), *offices))
    yield Table(
        "terms", _rows(house.terms, "id", "office", "person", "name", "party", "since", "until", "by", *sourced)
    )
    persons = persons_of(house.persons, house.terms).values()
    yield Table("persons", _rows(persons, "id", "names", "title", "party", "forms", *sourced))
    sessions = ("id", "organ", "kind", "number", "place", "party", "days", "hijri", "theme", "joint_with", *sourced)
    yield Table("sessions", _rows(house.sessions, *sessions))
    yield Table("subjects", _rows(house.subjects, "id", "words", "unsourced", "note"))
    yield Table("sources", _rows(house.sources, "id", "tier", "address", "note"))
    yield Table("claims", _claims(house.disputes))


def archive(path: Path, tables: Iterable[Table], more: Mapping[str, bytes]) -> dict[str, int]:
    """Write the tables and some further files into one archive with their checksums; how many rows each table has.

    No table is held in memory; its columns are those of its first row.
    """
    sums: list[str] = []
    counts: dict[str, int] = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for table in tables:
            name = f"{table.name}.csv"
            with out.open(_member(name), "w", force_zip64=True) as file:
                hashed = _Hashed(file)
                counts[table.name] = _write(hashed, table.rows)
            sums.append(f"{hashed.digest}  {name}\n")
        for name, content in more.items():
            out.writestr(_member(name), content)
            sums.append(f"{hashlib.sha256(content).hexdigest()}  {name}\n")
        out.writestr(_member("SHA256SUMS"), "".join(sums))
    return counts


def spread(row: Row) -> dict[str, str]:
    """A row as its columns: words by language, a day as stated with its bounds, several things divided by blanks.

    >>> spread({"id": "x", "since": Day("1979-05"), "name": Words(en="A")})["since_last"]
    '1979-05-31'
    """
    out: dict[str, str] = {}
    for name, value in row.items():
        if isinstance(value, Words):
            out.update({f"{name}_{code}": value.get(code, "") for code in LANGUAGES})
        elif name in _DAYS:
            held = value if isinstance(value, Day | Span) else None
            out[name] = str(held or "")
            if name != "hijri":
                out[f"{name}_first"] = str(held.first or "") if held else ""
                out[f"{name}_last"] = str(held.last or "") if held else ""
        elif isinstance(value, tuple | list):
            out[name] = ("|" if any(" " in str(one) for one in value) else " ").join(map(str, value))
        else:
            out[name] = "" if value is None else str(value)
    return out


_DAYS = frozenset({"since", "until", "founded", "adopted", "in_force", "applied", "days", "hijri", "due"})


class _Hashed(io.RawIOBase):
    """Writes through and keeps the checksum."""

    def __init__(self, file: Any) -> None:
        self._file, self._hash = file, hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        self._hash.update(content)
        return int(self._file.write(content))

    @property
    def digest(self) -> str:
        """Hex of sha256 of what was written."""
        return self._hash.hexdigest()


def _write(file: _Hashed, rows: Iterable[Row]) -> int:
    text = io.TextIOWrapper(io.BufferedWriter(file), encoding="utf-8", newline="")
    writer: Any = None
    count = 0
    for row in rows:
        columns = spread(row)
        if writer is None:
            writer = csv.DictWriter(text, list(columns), extrasaction="ignore", restval="")
            writer.writeheader()
        writer.writerow(columns)
        count += 1
    text.flush()
    text.detach()
    return count


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, date_time=WHEN)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info


def _rows(values: Iterable[Any], *names: str) -> Iterator[Row]:
    return ({name: getattr(value, name) for name in names} for value in values)


def _sorted(house: House) -> Iterator[Any]:
    return (event for party in house.parties for event in house.standings_of.get(party.id, ()))


def _named(house: House) -> Iterator[Row]:
    for party in house.parties:
        for place, one in enumerate(party.names, 1):
            names = ("since", "short", "formal", "seating", "sources", "unsourced")
            yield {"party": party.id, "place": place, **{name: getattr(one, name) for name in names}}


def _organ_names(house: House) -> Iterator[Row]:
    for organ in house.organs:
        for place, one in enumerate(organ.names, 1):
            yield {"organ": organ.id, "place": place, "since": one.since, "name": one.name, "acronym": one.acronym}


def _claims(disputes: Iterable[Dispute]) -> Iterator[Row]:
    for dispute in disputes:
        if dispute.released:
            for claim in dispute.claims:
                held = "yes" if claim.id == dispute.held else ""
                told = {
                    "dispute": dispute.id,
                    "fact": dispute.fact,
                    "claim": claim.id,
                    "value": claim.value,
                    "held": held,
                }
                yield {**told, "sources": claim.sources}
