"""Acts on resolutions: accept what was read, correct it, release it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from amana.acts.kernel import Act, Entry, act
from amana.acts.may import MACHINES
from amana.acts.rows import Rows
from amana.acts.view import View
from amana.resolutions.accepted import Accepted
from amana.values.audiences import Audience
from amana.values.codec import to_plain
from amana.values.ids import ResolutionId
from amana.values.problems import Problem


def refs_of(resolution: Accepted) -> Iterator[tuple[str, str]]:
    """What checking a resolution asks for: itself, its symbol, its paragraphs, its files."""
    yield "resolution", resolution.id
    if resolution.symbol:
        yield "symbol", resolution.symbol
    yield from (("paragraph", row.id) for row in resolution.rows)
    yield from (("file", text.sha256) for text in resolution.texts if text.sha256)


def check_accepted(resolution: Accepted, now: View) -> Iterator[Problem]:
    """What is wrong with a resolution as it is to stand in the record."""
    if now.fact("organ", resolution.organ) is None:
        yield Problem("fact-reference-unknown", {"kind": "organ", "key": resolution.organ, "of": resolution.symbol})
    if now.fact("session", resolution.session) is None:
        yield Problem("fact-reference-unknown", {"kind": "session", "key": resolution.session, "of": resolution.symbol})
    held = bool(resolution.texts)
    if not resolution.symbol and (held or not resolution.basis):
        yield Problem("resolution-no-symbol", {})
    if not resolution.title:
        yield Problem("resolution-no-title", {"symbol": resolution.symbol})
    if not resolution.rows and (held or not resolution.basis):
        yield Problem("resolution-no-paragraphs", {"symbol": resolution.symbol})
    if len({row.id for row in resolution.rows}) < len(resolution.rows):
        yield Problem("resolution-paragraph-twice", {"symbol": resolution.symbol})
    taken = now.paragraphs(row.id for row in resolution.rows)
    if others := sorted({whose for whose in taken.values() if whose != resolution.id}):
        yield Problem("resolution-paragraph-taken", {"symbol": resolution.symbol, "others": tuple(others)})
    other = now.resolution_of_symbol(resolution.symbol) if resolution.symbol else None
    if other is not None and other != resolution.id:
        yield Problem("resolution-symbol-taken", {"symbol": resolution.symbol})
    for text in resolution.texts:
        if text.sha256 and not now.file(text.sha256):
            yield Problem("file-not-kept", {"file": text.file or text.sha256})


def write_accepted(resolution: Accepted, rows: Rows, entry: Entry) -> None:
    """The rows of one version of a resolution: itself, its texts, its paragraphs, its findings."""
    no = entry.no
    rows.resolutions.add(
        no,
        key=resolution.id,
        symbol=resolution.symbol,
        organ=resolution.organ,
        session=resolution.session,
        adopted=str(resolution.adopted) if resolution.adopted else "",
        since=str(resolution.adopted) if resolution.adopted else "",
        how=resolution.how,
        title=dict(resolution.title),
        printed=dict(resolution.printed),
        votes=dict(resolution.votes),
        renews=list(resolution.renews),
        sources=list(resolution.sources),
        unsourced=list(resolution.unsourced),
        note=resolution.note,
        kind=resolution.kind,
        basis=resolution.basis,
        subjects=list(resolution.subjects),
        recalls=list(resolution.recalls),
        creates=resolution.creates,
    )
    for subject in resolution.subjects:
        rows.subjects.add(no, resolution=resolution.id, subject=subject)
    for kind, targets in (("renews", resolution.renews), ("recalls", resolution.recalls)):
        for target in targets:
            rows.links.add(no, resolution=resolution.id, kind=kind, target=target)
    for text in resolution.texts:
        rows.texts.add(no, resolution=resolution.id, **to_plain_text(text.language, text.text, text.file, text.sha256))
    for order, row in enumerate(resolution.rows, 1):
        rows.paragraphs.add(
            no,
            key=row.id,
            resolution=resolution.id,
            order=order,
            place=row.key,
            part=row.part,
            function=row.function,
            texts=dict(row.texts),
            labels=dict(row.labels),
            places=dict(row.places),
        )
    for found in resolution.findings:
        rows.findings.add(
            no,
            resolution=resolution.id,
            code=found.code,
            severity=found.severity,
            place=found.key,
            facts=to_plain(found.facts),
            languages=list(found.languages),
            reason=found.reason,
        )


def to_plain_text(language: str, text: str, file: str, sha256: str) -> dict[str, str]:
    """The columns of one language version."""
    return {"language": language, "text": text, "file": file, "sha256": sha256}


@act("resolution.accept", audience="house")
class Accept(Act):
    """Accept a resolution as read and laid side by side: its paragraphs get their permanent ids."""

    resolution: Accepted

    def refs(self) -> Iterator[tuple[str, str]]:
        yield from refs_of(self.resolution)

    def check(self, now: View) -> Iterable[Problem]:
        if now.resolution(self.resolution.id) is not None:
            yield Problem("resolution-exists", {"symbol": self.resolution.symbol})
        yield from check_accepted(self.resolution, now)

    def apply(self, rows: Rows, entry: Entry) -> None:
        write_accepted(self.resolution, rows, entry)


@act("resolution.correct", audience="house")
class CorrectResolution(Act):
    """Correct an accepted resolution: a corrigendum, a better reading. Paragraph ids stay."""

    resolution: Accepted
    why: str

    def refs(self) -> Iterator[tuple[str, str]]:
        yield from refs_of(self.resolution)

    def check(self, now: View) -> Iterable[Problem]:
        if now.resolution(self.resolution.id) is None:
            yield Problem("resolution-unknown", {"resolution": self.resolution.id})
        yield from self.reasoned(self.why)
        yield from check_accepted(self.resolution, now)

    def apply(self, rows: Rows, entry: Entry) -> None:
        write_accepted(self.resolution, rows, entry)


@act("resolution.release", audience="house")
class Release(Act):
    """Say who may see a resolution: everybody, the members, or the house again.

    Who accepted or corrected it cannot release it: publishing needs a second person.
    """

    resolution: ResolutionId
    to: Audience

    def refs(self) -> Iterator[tuple[str, str]]:
        yield "resolution", self.resolution

    def audience(self) -> str:
        return "public" if self.to == "public" else "house"

    def check(self, now: View) -> Iterable[Problem]:
        if now.resolution(self.resolution) is None:
            yield Problem("resolution-unknown", {"resolution": self.resolution})
        elif self.to != "house" and now.by not in MACHINES and now.hand_of(self.resolution) == now.by:
            yield Problem("resolution-second-person", {"resolution": self.resolution})

    def apply(self, rows: Rows, entry: Entry) -> None:
        rows.releases.add(entry.no, kind="resolution", key=self.resolution, audience=self.to, since=entry.day)
