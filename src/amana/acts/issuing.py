"""Acts on language versions of accepted texts: issued, and called back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from amana.acts.kernel import Act, Entry, act
from amana.acts.rows import Rows
from amana.acts.view import View
from amana.values.ids import PersonId, ResolutionId
from amana.values.problems import Problem


@act("version.issue", audience="house")
class Issue(Act):
    """Issue one language version of an accepted text, as it stands. Who translated it neither revises nor issues it.

    `text`: the SHA-256 of the text as accepted, so that the record says which wording went out.
    """

    resolution: ResolutionId
    language: str
    text: str
    original: bool = False
    words: int = 0
    translator: PersonId = ""
    reviser: PersonId = ""

    def refs(self) -> Iterator[tuple[str, str]]:
        yield "resolution", self.resolution

    def check(self, now: View) -> Iterable[Problem]:
        facts = {"resolution": self.resolution, "language": self.language}
        if now.resolution(self.resolution) is None:
            yield Problem("resolution-unknown", {"resolution": self.resolution})
            return
        held = now.text_of(self.resolution, self.language)
        if not held:
            yield Problem("version-not-held", facts)
        elif held != self.text:
            yield Problem("version-changed", facts)
        elif now.issued(self.resolution, self.language) == self.text:
            yield Problem("version-issued", facts)
        if self.translator and self.translator in (self.reviser, now.by):
            yield Problem("version-second-person", facts)

    def apply(self, rows: Rows, entry: Entry) -> None:
        rows.issues.add(
            entry.no,
            resolution=self.resolution,
            language=self.language,
            text=self.text,
            original=self.original,
            words=self.words,
            translator=self.translator,
            reviser=self.reviser,
            by=entry.by,
            since=entry.day,
        )


@act("version.recall", audience="house")
class Recall(Act):
    """Call an issued language version back, and say why. The text stays accepted."""

    resolution: ResolutionId
    language: str
    why: str

    def refs(self) -> Iterator[tuple[str, str]]:
        yield "resolution", self.resolution

    def check(self, now: View) -> Iterable[Problem]:
        if not now.issued(self.resolution, self.language):
            yield Problem("version-not-issued", {"resolution": self.resolution, "language": self.language})
        yield from self.reasoned(self.why)

    def apply(self, rows: Rows, entry: Entry) -> None:
        rows.issues.add(
            entry.no,
            resolution=self.resolution,
            language=self.language,
            by=entry.by,
            why=self.why,
            since=entry.day,
            gone=True,
        )
