"""A small record that holds every registered act: the example organization, and a day's work at its desk."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from amana import folder
from amana.acts import known, loading, record
from amana.acts.facts import ReleaseFact, Strike
from amana.acts.issuing import Issue, Recall
from amana.acts.keeping import Erase, Grant, Keep, Revoke
from amana.acts.kernel import Act
from amana.acts.loading import CORRECT
from amana.acts.mandates import (
    Amend,
    Assign,
    Close,
    Confirm,
    Dismiss,
    Duty,
    Progress,
    Proof,
    Propose,
    Report,
    Return,
)
from amana.acts.mandates import Release as ReleaseMandate
from amana.acts.may import CONSOLE
from amana.acts.organization import Cite, DefinePhrase, DefineSymbol, DefineTerm, Note, Register
from amana.acts.resolutions import CorrectResolution, Release
from amana.acts.settling import Lift, SettleAll
from amana.acts.standing import Admit, End, Observe, Restore, Suspend
from amana.charter.parties import Party, PartyName
from amana.charter.standing import Event
from amana.folder.organization import Organization, Phrase, TermBaseEntry
from amana.resolutions.settled import Rule
from amana.store import models, queries
from amana.values.codec import to_plain
from amana.values.days import Day
from amana.values.facts import Claim, Dispute, Source
from amana.values.words import Words

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "organizations/example"
AMINA, BILAL, CARLA, DALIA = "p-amina", "p-bilal", "p-carla", "p-dalia"
FILE = b"The seventh line of the annex."
SHA = hashlib.sha256(FILE).hexdigest()
Entered = tuple[Act, str]


def small(org: Organization) -> Organization:
    """The organization with two resolutions, one of them with findings, the entries without their text, a few phrases and terms."""
    found = [r for r in org.resolutions if r.findings and not r.renews]
    texts = [r for r in org.resolutions if r.texts]
    kept = (*(r for r in org.resolutions if not r.texts), texts[0], found[0])
    return replace(org, resolutions=kept, phrases=org.phrases[:2], terms_base=org.terms_base[:2])


def enter_everything(using: str = "default", org: Organization | None = None) -> None:
    """Load, then enter one act after the other as people at a desk do."""
    loading.load(org or small(folder.read(EXAMPLE)), using=using)
    for act, by in (*people(), *corrections(using), *facts(using), *versions(using), *duties(using)):
        record.enter(act, by=by, using=using)
    wrong = record.enter(Grant(CARLA, "auditor"), by=CONSOLE, using=using)
    record.enter(Erase((wrong.no,), "granted to the wrong person"), by=CONSOLE, using=using)
    record.renew_key("once a year", by=CONSOLE, using=using)
    record.enter(Cite(Source("after-the-key", "N")), by=AMINA, using=using)


def people() -> Iterator[Entered]:
    """Who holds which role."""
    for person, role in (
        (AMINA, "registrar"),
        (AMINA, "conference-officer"),
        (AMINA, "editor"),
        (BILAL, "desk-officer"),
    ):
        yield Grant(person, role), CONSOLE
    for person, role in ((DALIA, "department-head"), (DALIA, "secretary-general"), (CARLA, "translator")):
        yield Grant(person, role), CONSOLE
    yield Revoke(CARLA, "translator"), CONSOLE


def corrections(using: str) -> Iterator[Entered]:
    """The first fact of every kind, corrected."""
    seen: set[str] = set()
    for (kind, _), row in queries.latest_facts(using).items():
        if kind not in seen:
            seen.add(kind)
            value = next(value for _, _, value in known._values([row]))
            yield CORRECT[kind](otherwise(value)), AMINA


def otherwise(value: Any) -> Any:
    """A fact that says something else where it may."""
    names = {f.name for f in fields(value)}
    if "note" in names:
        return replace(value, note=value.note + " Seen again in the archive — من الأرشيف.")
    if "why" in names:
        return replace(value, why="seen again in the archive")
    return replace(value, series=Words(en="seen again"))


def facts(using: str) -> Iterator[Entered]:
    """A party that comes, is suspended, comes back and goes; and everything else that is entered by hand."""
    yield Cite(Source("desk-1", "P", note="a letter")), AMINA
    yield (
        Register(Party("zz", "state", (PartyName(Words(ar="زدزد", en="Zed", fr="Zède")),), sources=("desk-1",))),
        AMINA,
    )
    steps = ((Observe, "observer", "1990"), (Admit, "member", "1991-05"), (Suspend, "suspended", "1992"))
    for number, (kind, standing, day) in enumerate((*steps, (Restore, "member", "1993"), (End, "left", "1994")), 1):
        yield kind(Event(f"zz-{number}", "zz", standing, Day(day), sources=("desk-1",))), AMINA  # type: ignore[arg-type]
    held = Event("zz-6", "zz", "observer", Day("1995"), sources=("desk-1",))
    yield Observe(held, held=True), AMINA
    yield ReleaseFact("standing", held.id, to_plain(held), "1995"), DALIA
    yield DefinePhrase(Phrase("Salutes", "en", "commend", "operative")), AMINA
    yield DefineTerm(TermBaseEntry("desk-term", Words(ar="مجلس", en="council", fr="conseil"))), AMINA
    pattern = next(value for _, _, value in known._values(queries.facts(("public",), using).filter(kind="symbol")))
    yield DefineSymbol(replace(pattern, id="desk-symbol")), AMINA
    claims = (Claim("desk-claim", "two", sources=("desk-1",)),)
    yield Note(Dispute("desk-dispute", "how many came", claims, why="the register is lost")), AMINA
    yield Strike("termbase", "desk-term", "entered twice"), AMINA
    yield Keep(SHA, "annex.txt", "text/plain", len(FILE)), AMINA


def versions(using: str) -> Iterator[Entered]:
    """A kind of finding settled by a rule and the rule lifted; a language version issued and called back."""
    resolution = next(one.value for one in known.accepted_now(using).values() if one.value.texts)
    yield SettleAll(Rule("label-differs", "لكلّ لغة ترقيمها", resolution.session, id="rule-1")), AMINA
    yield SettleAll(Rule("figures-differ", "seen", organ=resolution.organ, facts={"fr": "12"}, id="rule-2")), AMINA
    yield Lift("rule-2", "too wide"), AMINA
    text = resolution.texts[0]
    checksum = hashlib.sha256(text.text.encode()).hexdigest()
    yield Issue(resolution.id, text.language, checksum, words=812, translator=CARLA, reviser=BILAL), AMINA
    yield Recall(resolution.id, text.language, "a corrigendum is coming"), AMINA


def duties(using: str) -> Iterator[Entered]:
    """A resolution corrected and released, two duties read out of it, one dismissed, one followed to its closing."""
    resolution = next(one.value for one in known.accepted_now(using).values() if one.value.rows)
    row = resolution.rows[-1]
    yield CorrectResolution(replace(resolution, note="corrigendum"), "a slip of the pen"), AMINA
    yield Release(resolution.id, "members"), DALIA
    yield Release(resolution.id, "public"), DALIA
    duty = Duty("mandate-1", resolution.id, row.id, row.key, Words(en="report", ar="تقديم تقرير"), due_day="2027-01-31")
    other = replace(duty, id="mandate-2", recurring=True, implementers=("zz",), deadline_text=Words(fr="sans délai"))
    yield Propose(duty), AMINA
    yield Propose(other), AMINA
    yield Amend(replace(duty, strength=3), "stronger than it was read"), AMINA
    yield Dismiss("mandate-2", "the same duty twice"), AMINA
    yield Confirm("mandate-1"), AMINA
    yield Assign("mandate-1", BILAL), DALIA
    proof = Proof("letter", "L/17", Words(en="a letter"), SHA)
    yield Progress("mandate-1", Words(en="begun"), "quietly", (proof,)), BILAL
    yield Report("mandate-1", Words(en="done"), "", (proof,)), BILAL
    yield Return("mandate-1", "the annex is missing"), DALIA
    yield Report("mandate-1", Words(en="done, with the annex"), "", (proof,)), BILAL
    yield Close("mandate-1", "implemented", Words(en="closed")), DALIA
    yield ReleaseMandate("mandate-1", "public"), DALIA


def entered(using: str = "default") -> set[tuple[str, int]]:
    """Every (act, version) in the record."""
    return set(models.Entry.objects.using(using).values_list("act", "version"))
