"""What an organization teaches the reader: its symbols, its names, its own opening phrases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from amana.clerk.sheets import Sheet, sheet
from amana.folder.organization import Organization
from amana.values.lexicons import Phrase
from amana.values.names import Gazetteer
from amana.values.symbols import Pattern


@dataclass(frozen=True)
class Knowledge:
    """Handed to the reader as it is. Without an organization the reader knows only the lexicons."""

    patterns: tuple[Pattern, ...] = ()
    gazetteer: Gazetteer | None = None
    phrases: tuple[Phrase, ...] = ()
    languages: tuple[str, ...] = ()

    def sheet(self, files: Iterable[tuple[str, bytes]]) -> Sheet:
        """The sheet of these language files, read with this knowledge."""
        return sheet(
            files, patterns=self.patterns, gazetteer=self.gazetteer, phrases=self.phrases, languages=self.languages
        )


def of(org: Organization | None) -> Knowledge:
    """What the reader may know of this organization."""
    if org is None:
        return Knowledge()
    return Knowledge(org.patterns, org.gazetteer(), tuple(_phrases(org)), org.profile.languages)


def _phrases(org: Organization) -> Iterable[Phrase]:
    for own in org.phrases:
        strength = int(own.strength) if own.strength.isdigit() else 0
        yield Phrase(own.phrase, own.language, own.function, own.part, strength)
