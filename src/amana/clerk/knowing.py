"""What an organization teaches the reader: its symbols, its names, its own opening phrases, its terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from amana import clerk
from amana.resolutions.terms import Terms
from amana.values.lexicons import Phrase
from amana.values.names import Gazetteer
from amana.values.symbols import Pattern, find

if TYPE_CHECKING:
    from amana.clerk.sheets import Sheet
    from amana.folder.organization import Organization
    from amana.sessions.session import Session


@dataclass(frozen=True)
class Knowledge:
    """Handed to the reader as it is. Without an organization the reader knows only the lexicons."""

    patterns: tuple[Pattern, ...] = ()
    gazetteer: Gazetteer | None = None
    phrases: tuple[Phrase, ...] = ()
    languages: tuple[str, ...] = ()
    terms: Terms = field(default_factory=Terms)
    entries: Mapping[str, str] = field(default_factory=dict)

    def sheet(self, files: Iterable[tuple[str, bytes]]) -> Sheet:
        """The sheet of these language files, read with this knowledge."""
        return clerk.sheet(
            files,
            patterns=self.patterns,
            gazetteer=self.gazetteer,
            phrases=self.phrases,
            languages=self.languages,
            entries=self.entries,
            terms=self.terms,
        )


def of(org: Organization | None) -> Knowledge:
    """What the reader may know of this organization."""
    if org is None:
        return Knowledge()
    phrases = tuple(_phrases(org))
    return Knowledge(org.patterns, org.gazetteer(), phrases, org.profile.languages, terms_of(org), _entries(org))


def terms_of(org: Organization) -> Terms:
    """Its term base."""
    return Terms.of((entry.id, entry.words) for entry in org.terms_base)


def _entries(org: Organization) -> Mapping[str, str]:
    """The ids of its decisions by normal symbol, those whose text is not held too; a symbol of two is of none."""
    ids: dict[str, str] = {}
    twice: set[str] = set()
    for one in org.resolutions:
        if one.symbol and ids.setdefault(one.symbol, one.id) != one.id:
            twice.add(one.symbol)
    return {symbol: entry for symbol, entry in ids.items() if symbol not in twice}


def _phrases(org: Organization) -> Iterable[Phrase]:
    for own in org.phrases:
        strength = int(own.strength) if own.strength.isdigit() else 0
        yield Phrase(own.phrase, own.language, own.function, own.part, strength)


def session_of(sheet: Sheet, org: Organization) -> tuple[Pattern | None, Session | None]:
    """How the text on a sheet is numbered, and its session, by its symbol or else as its opening says; None: not known."""
    symbol = sheet.symbol()
    printed = next(iter(find(symbol, org.symbols)), None) if symbol else None
    pattern = next((p for p in org.symbols if printed and p.id == printed.pattern), None)
    number = printed.parts.get("session", "") if printed else ""
    stated = next((r.session_number for r in sheet.readings.values() if r.session_number), None)
    wanted = int(number) if number.isdecimal() else stated
    if pattern is None or wanted is None:
        return pattern, None
    kind = pattern.session_kind or "ordinary"
    fits = (s for s in org.sessions if s.organ == pattern.organ and s.number == wanted and s.kind == kind)
    return pattern, next(fits, None)
