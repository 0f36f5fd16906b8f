"""Acts on mandates: from a paragraph's duty to its closing by a second person, one step at a time, with evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from amana.acts.kernel import Act, Entry, act
from amana.acts.rows import Rows
from amana.acts.view import View
from amana.mandates import lifecycle
from amana.values.audiences import Audience
from amana.values.ids import MandateId, ParagraphId, PersonId, ResolutionId
from amana.values.problems import Problem
from amana.values.words import Words

EvidenceKind = Literal["document", "meeting", "letter", "payment", "event", "law", "archive", "statement"]


@dataclass(frozen=True, slots=True)
class Duty:
    """What a paragraph obliges whom to do by when, as proposed: what was stated, and what was resolved from it.

    `deadline_text` is as printed per language; `due_day` and `due_session` were resolved by the kernel, `inferred`
    says that no text states them.
    """

    id: MandateId
    resolution: ResolutionId
    paragraph: ParagraphId
    place: str
    words: Words
    kind: str = "act"
    implementers: tuple[str, ...] = ()
    function: str = ""
    strength: int = 0
    deadline_text: Words = Words()
    deadline_kind: str = "none"
    due_day: str = ""
    due_session: str = ""
    report_to: str = ""
    report_session: str = ""
    inferred: bool = False
    recurring: bool = False


@dataclass(frozen=True, slots=True)
class Proof:
    """Evidence behind a step. `sha256` names a kept file; `reference` a symbol, an address, a letter's number."""

    kind: EvidenceKind
    reference: str = ""
    words: Words = field(default_factory=Words)
    sha256: str = ""


def write_duty(duty: Duty, rows: Rows, entry: Entry) -> None:
    """The row of one version of a mandate."""
    rows.mandates.add(
        entry.no,
        key=duty.id,
        resolution=duty.resolution,
        paragraph=duty.paragraph,
        place=duty.place,
        kind=duty.kind,
        implementers=list(duty.implementers),
        function=duty.function,
        strength=duty.strength,
        words=dict(duty.words),
        deadline_text=dict(duty.deadline_text),
        deadline_kind=duty.deadline_kind,
        due_day=duty.due_day,
        due_session=duty.due_session,
        report_to=duty.report_to,
        report_session=duty.report_session,
        inferred=duty.inferred,
        recurring=duty.recurring,
        since=entry.day,
    )


class MandateAct(Act):
    """An act on one mandate that is there."""

    TO: ClassVar[str] = ""
    mandate: MandateId

    def refs(self) -> Iterator[tuple[str, str]]:
        yield "mandate", self.mandate

    def check(self, now: View) -> Iterable[Problem]:
        known = now.mandate(self.mandate)
        if known is None:
            yield Problem("mandate-unknown", {"mandate": self.mandate})
            return
        if self.TO:
            yield from lifecycle.step(known.status, self.TO, self.how()).problems
        yield from self.law(now)

    def how(self) -> str | None:
        """How it is closed, where this act closes it."""
        return None

    def law(self, now: View) -> Iterable[Problem]:
        """What else forbids it."""
        return ()

    def step(self, rows: Rows, entry: Entry, **more: Any) -> None:
        """One more step of the mandate's life, by whoever entered this act."""
        rows.steps.add(entry.no, mandate=self.mandate, status=self.TO, by=entry.by, since=entry.day, **more)


@act("mandate.propose")
class Propose(Act):
    """Propose a duty that a machine or a person read out of a paragraph."""

    duty: Duty

    def refs(self) -> Iterator[tuple[str, str]]:
        yield "mandate", self.duty.id
        yield "resolution", self.duty.resolution

    def check(self, now: View) -> Iterable[Problem]:
        if now.mandate(self.duty.id) is not None:
            yield Problem("mandate-exists", {"mandate": self.duty.id, "place": self.duty.place})
        if now.resolution(self.duty.resolution) is None:
            yield Problem("resolution-unknown", {"resolution": self.duty.resolution})

    def apply(self, rows: Rows, entry: Entry) -> None:
        write_duty(self.duty, rows, entry)
        rows.steps.add(entry.no, mandate=self.duty.id, status="proposed", by=entry.by, since=entry.day)


@act("mandate.amend")
class Amend(Act):
    """Say better who must do what by when; the paragraph's words stay."""

    duty: Duty
    why: str

    def refs(self) -> Iterator[tuple[str, str]]:
        yield "mandate", self.duty.id

    def check(self, now: View) -> Iterable[Problem]:
        if now.mandate(self.duty.id) is None:
            yield Problem("mandate-unknown", {"mandate": self.duty.id})
        yield from self.reasoned(self.why)

    def apply(self, rows: Rows, entry: Entry) -> None:
        write_duty(self.duty, rows, entry)


@act("mandate.confirm")
class Confirm(MandateAct):
    """Confirm that a proposed duty is one."""

    TO = "confirmed"
    mandate: MandateId

    def apply(self, rows: Rows, entry: Entry) -> None:
        self.step(rows, entry)


@act("mandate.dismiss")
class Dismiss(MandateAct):
    """Say that a proposed duty is none, and why."""

    TO = "dismissed"
    mandate: MandateId
    why: str

    def law(self, now: View) -> Iterable[Problem]:
        yield from self.reasoned(self.why)

    def apply(self, rows: Rows, entry: Entry) -> None:
        self.step(rows, entry, internal=self.why)


@act("mandate.assign")
class Assign(MandateAct):
    """Give a confirmed mandate to the officer who will see it through."""

    TO = "assigned"
    mandate: MandateId
    officer: PersonId

    def law(self, now: View) -> Iterable[Problem]:
        if not any(role.name in ("desk-officer", "department-head") for role in now.roles(self.officer)):
            yield Problem("mandate-officer-no-desk", {"officer": self.officer})

    def apply(self, rows: Rows, entry: Entry) -> None:
        self.step(rows, entry, officer=self.officer)


class Told(MandateAct):
    """A step that tells something, with evidence."""

    mandate: MandateId
    words: Words
    internal: str
    evidence: tuple[Proof, ...]

    def law(self, now: View) -> Iterable[Problem]:
        if not self.words and not self.internal.strip() and not self.evidence:
            yield Problem("mandate-says-nothing", {"mandate": self.mandate})
        for proof in self.evidence:
            if not proof.reference.strip() and not proof.sha256:
                yield Problem("evidence-empty", {"kind": proof.kind})
            if proof.sha256 and not now.file(proof.sha256):
                yield Problem("file-not-kept", {"file": proof.sha256})

    def apply(self, rows: Rows, entry: Entry) -> None:
        self.step(rows, entry, words=dict(self.words), internal=self.internal)
        for proof in self.evidence:
            rows.evidence.add(
                entry.no,
                mandate=self.mandate,
                kind=proof.kind,
                reference=proof.reference,
                words=dict(proof.words),
                sha256=proof.sha256,
                since=entry.day,
            )


@act("mandate.progress")
class Progress(Told):
    """Tell how far it is: words that may be released, words for the house, evidence."""

    TO = "in_progress"
    mandate: MandateId
    words: Words = Words()
    internal: str = ""
    evidence: tuple[Proof, ...] = ()


@act("mandate.report")
class Report(Told):
    """Report it done and ask for it to be closed; a second person closes."""

    TO = "reported"
    mandate: MandateId
    words: Words = Words()
    internal: str = ""
    evidence: tuple[Proof, ...] = ()


@act("mandate.return")
class Return(MandateAct):
    """Send a report back to its officer, saying what is missing."""

    TO = "in_progress"
    mandate: MandateId
    why: str

    def law(self, now: View) -> Iterable[Problem]:
        known = now.mandate(self.mandate)
        if known is not None and known.status != "reported":
            yield Problem("mandate-not-reported", {"mandate": self.mandate, "status": known.status})
        yield from self.reasoned(self.why)

    def apply(self, rows: Rows, entry: Entry) -> None:
        self.step(rows, entry, internal=self.why)


@act("mandate.close")
class Close(MandateAct):
    """Close a mandate that was reported, with evidence where it is said to be done. Who reported it cannot close it."""

    TO = "closed"
    mandate: MandateId
    outcome: lifecycle.Closing
    words: Words = Words()

    def how(self) -> str | None:
        return self.outcome

    def law(self, now: View) -> Iterable[Problem]:
        known = now.mandate(self.mandate)
        if known is not None:
            yield from lifecycle.closing(self.outcome, known.reporter, now.by, ["held"] if known.evidence else ())
            if known.officer != known.reporter:
                yield from lifecycle.second_person(known.officer, now.by)

    def apply(self, rows: Rows, entry: Entry) -> None:
        self.step(rows, entry, outcome=self.outcome, words=dict(self.words))


@act("mandate.release")
class Release(MandateAct):
    """Release what is known of a mandate until now: status, words and evidence, never internal notes."""

    mandate: MandateId
    to: Audience

    def apply(self, rows: Rows, entry: Entry) -> None:
        rows.releases.add(entry.no, kind="mandate", key=self.mandate, audience=self.to, since=entry.day)
