"""What the desk reads, and keeps beside the record: where mandates stand now, who is there, drafts not yet accepted.

All of it is the house's. A page asks `queries.reader_of` first whether somebody is of the house.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Coalesce

from amana.mandates.lifecycle import OPEN
from amana.store import models, sight
from amana.store.models import Draft as Draft
from amana.store.models import Fact as Fact
from amana.store.models import Mandate as Mandate
from amana.store.sight import Reader

HOUSE_KINDS = ("act", "report", "follow_up")
"""Mandates that the organization's own people see through; of the others nobody here is ever late."""
OFFICERS = ("desk-officer", "department-head")
DRAFTED = ("ar", "en", "fr", "id")
"""Languages in which lists say what a draft is called."""
HOUSE = Reader(roles=frozenset({("auditor", "")}))
"""As whom the house reads, whoever of it asks."""


# mandates


def standing() -> QuerySet[Any]:
    """Every mandate in its latest version, with `status`, `officer` and `reporter` as they stand now. One query."""
    later = Mandate.objects.filter(key=OuterRef("key"), id__gt=OuterRef("id"))
    steps = models.Step.objects.filter(mandate=OuterRef("key")).order_by("-id")
    return Mandate.objects.filter(~Exists(later), gone=False).annotate(
        status=_latest(steps, "status"),
        officer=_latest(steps.exclude(officer=""), "officer"),
        reporter=_latest(steps.filter(status="reported"), "by"),
        outcome=_latest(steps, "outcome"),
    )


def _latest(steps: QuerySet[models.Step], field: str) -> Coalesce:
    return Coalesce(Subquery(steps.values(field)[:1]), Value(""), output_field=CharField())


def still_open() -> QuerySet[Any]:
    """Mandates in which something is still to be done. One query."""
    return standing().filter(status__in=sorted(OPEN)).order_by("due_day", "id")


def overdue(today: date) -> QuerySet[Any]:
    """Those of the house's own officers whose day has certainly passed; never a state's. One query."""
    day = today.isoformat()
    return (
        still_open()
        .filter(kind__in=HOUSE_KINDS, due_day__gt="", due_day__lt=day)
        .exclude(due_day__in=(day[:4], day[:7]))
    )


def due_by(session: str, opens: date, today: date) -> QuerySet[Any]:
    """Those due from today until a session opens, or at that session. One query."""
    at_session = Q(due_session=session) | Q(report_session=session)
    by_day = Q(due_day__gte=today.isoformat(), due_day__lte=opens.isoformat())
    return still_open().filter(at_session | by_day, kind__in=HOUSE_KINDS)


def due_at_a_later_session() -> QuerySet[Any]:
    """Those due at a session that is not in the record yet. One query."""
    return still_open().filter(deadline_kind="session", due_session="", due_day="", kind__in=HOUSE_KINDS)


def assigned_to(person: str) -> QuerySet[Any]:
    """What somebody has to see through. One query."""
    return still_open().filter(officer=person)


def unassigned() -> QuerySet[Any]:
    """Confirmed and nobody's yet. One query."""
    return standing().filter(status="confirmed").order_by("due_day", "id")


def awaiting_approval(person: str) -> QuerySet[Any]:
    """Reported, and this person is a second one: neither its officer nor who reported it. One query."""
    return standing().filter(status="reported").exclude(reporter=person).exclude(officer=person).order_by("id")


def proposed() -> QuerySet[Any]:
    """Proposals that nobody confirmed or dismissed. One query."""
    return standing().filter(status="proposed").order_by("id")


def of_resolution(key: str) -> list[Any]:
    """The mandates of one resolution, in the order of its text, each with whether there is `evidence`. One query."""
    proofs = models.Evidence.objects.filter(mandate=OuterRef("key"))
    return list(standing().filter(resolution=key).annotate(evidence=Exists(proofs)).order_by("id"))


def mandate(key: str) -> Any | None:
    """One mandate as it stands now. One query."""
    return standing().filter(key=key).first()


@dataclass(frozen=True, slots=True)
class History:
    """What happened to a mandate: its versions, its steps and its releases, and the evidence by entry."""

    versions: Sequence[Mandate]
    steps: Sequence[models.Step]
    releases: Sequence[models.Release]
    evidence: Mapping[int, Sequence[models.Evidence]]
    files: Mapping[str, models.File]


def history(key: str) -> History:
    """The whole history of one mandate. Five queries."""
    evidence: dict[int, list[models.Evidence]] = {}
    for proof in models.Evidence.objects.filter(mandate=key).order_by("id"):
        evidence.setdefault(proof.entry, []).append(proof)
    wanted = {proof.sha256 for proofs in evidence.values() for proof in proofs if proof.sha256}
    return History(
        list(Mandate.objects.filter(key=key).order_by("id")),
        list(models.Step.objects.filter(mandate=key).order_by("id")),
        list(models.Release.objects.filter(kind="mandate", key=key).order_by("id")),
        evidence,
        {file.sha256: file for file in models.File.objects.filter(sha256__in=wanted).order_by("id")},
    )


# resolutions


def resolutions(before: int = 0, count: int = 40) -> list[models.Resolution]:
    """Resolutions in their latest version, newest entered first, those before a row's id. One query."""
    rows = sight.resolutions(HOUSE).order_by("-id")
    return list((rows.filter(id__lt=before) if before else rows)[:count])


def named(keys: Iterable[str]) -> dict[str, models.Resolution]:
    """Resolutions by id, in their latest version. One query."""
    wanted = sorted(set(keys))
    later = models.Resolution.objects.filter(key=OuterRef("key"), id__gt=OuterRef("id"))
    return {row.key: row for row in models.Resolution.objects.filter(~Exists(later), key__in=wanted)} if wanted else {}


def renewed(key: str) -> list[models.Resolution]:
    """The resolutions that one renews, in their latest version. Two queries."""
    row = named([key]).get(key)
    return list(named(row.renews).values()) if row and row.renews else []


def of_symbol(symbol: str) -> list[models.Resolution]:
    """The resolutions that bear this symbol, each saying whether its text is `held`. One query, none for no symbol."""
    texts = models.Text.objects.filter(resolution=OuterRef("key"), entry=OuterRef("entry"))
    rows = sight.resolutions(HOUSE).filter(symbol=symbol).annotate(held=Exists(texts))
    return list(rows.order_by("id")) if symbol else []


def findings(key: str, entry: int) -> list[models.Finding]:
    """The findings kept with one version of a resolution. One query."""
    return list(models.Finding.objects.filter(resolution=key, entry=entry).order_by("id"))


def audiences(keys: Iterable[str]) -> dict[str, str]:
    """Resolution → who may see it by its latest release. One query."""
    rows = models.Release.objects.filter(kind="resolution", key__in=sorted(set(keys))).order_by("id")
    return dict(rows.values_list("key", "audience"))


def hands(entries: Iterable[int]) -> dict[int, str]:
    """Entry → who entered it, as an opaque id; none of those whose bodies are gone. One query."""
    bodies = models.Body.objects.filter(no__in=sorted(set(entries)))
    return {body.no: str(_envelope(body).get("by", "")) for body in bodies}


def waiting() -> list[models.Fact]:
    """Facts entered by hand that wait to be released, oldest first. One query."""
    later = models.Fact.objects.filter(kind=OuterRef("kind"), key=OuterRef("key"), id__gt=OuterRef("id"))
    return list(models.Fact.objects.filter(~Exists(later), held=True, gone=False).order_by("id"))


def texts_waiting(most: int = 50) -> list[models.Resolution]:
    """Resolutions whose latest version nobody outside the house is told, oldest first, at most so many. One query."""
    later = models.Resolution.objects.filter(key=OuterRef("key"), id__gt=OuterRef("id"))
    released = models.Release.objects.filter(kind="resolution", key=OuterRef("key"), entry__gt=OuterRef("entry"))
    rows = models.Resolution.objects.filter(~Exists(later), ~Exists(released), gone=False)
    return list(rows.order_by("id")[:most])


def waiting_fact(kind: str, key: str) -> models.Fact | None:
    """The latest version of a fact, where it waits to be released. One query."""
    row = models.Fact.objects.filter(kind=kind, key=key).order_by("-id").first()
    return row if row is not None and row.held and not row.gone else None


def told_before(rows: Iterable[models.Fact]) -> dict[tuple[str, str], models.Fact]:
    """What everybody sees of these facts now, by kind and key; nothing for what was never told. One query."""
    keys = {row.key for row in rows}
    found = models.Fact.objects.filter(key__in=keys, held=False).order_by("id")
    return {(row.kind, row.key): row for row in found if not row.gone}


def fact_entry(kind: str, key: str) -> int:
    """The entry that wrote the latest version of a fact; 0 where there is none. One query."""
    row = models.Fact.objects.filter(kind=kind, key=key).order_by("-id").first()
    return row.entry if row else 0


def file(reader: Reader, sha256: str) -> models.File | None:
    """A kept file, where this reader may fetch it. One query."""
    return sight.files(reader).filter(sha256=sha256).order_by("-id").first()


# people


def people(persons: Iterable[str]) -> dict[str, str]:
    """Opaque id → name of those with an account. One query."""
    wanted = sorted({person for person in persons if person})
    return dict(models.User.objects.filter(person__in=wanted).values_list("person", "name")) if wanted else {}


def officers() -> list[tuple[str, str]]:
    """(opaque id, name) of everybody who may be given a mandate, by name. One query."""
    return in_order(models.User.objects.filter(holding(OFFICERS)).values_list("person", "name"))


def holding(roles: Sequence[str]) -> Exists:
    """Whether an account is of somebody who holds one of these roles now."""
    later = models.Grant.objects.filter(person=OuterRef("person"), role=OuterRef("role"), id__gt=OuterRef("id"))
    held = models.Grant.objects.filter(~Exists(later), person=OuterRef("person"), role__in=roles, gone=False)
    return Exists(held)


def in_order(people: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """(opaque id, name), by name."""
    return sorted(people, key=lambda one: one[1].casefold())


def demo_accounts() -> list[models.User]:
    """The demo people, by name. One query."""
    return list(models.User.objects.filter(demo=True, is_active=True).order_by("name"))


# drafts


def drafts() -> QuerySet[Draft]:
    """Documents received and not accepted, newest first, each with what it is called instead of its sheet. One query."""
    return called(Draft.objects.filter(resolution="").order_by("-received"))


def called(rows: QuerySet[Draft]) -> QuerySet[Draft]:
    """The same without their sheets; of these only symbol and title as each language reads them: `symbol_ar`, `title_ar`."""
    read = {f"{n}_{x}": KeyTextTransform(n, KeyTransform(x, KeyTransform("readings", "sheet")))
            for n in ("symbol", "title") for x in DRAFTED}  # fmt: skip
    return rows.annotate(**read).defer("sheet")


def drafts_read() -> QuerySet[Draft]:
    """Those of which something could be read. One query."""
    return drafts().exclude(sheet__rows=[])


def drafts_unread() -> QuerySet[Draft]:
    """Those of which nothing could be read: their files are kept. One query."""
    return drafts().filter(sheet__rows=[])


def draft(key: UUID) -> Draft | None:
    """One draft. One query."""
    return Draft.objects.filter(id=key).first()


def new_draft(by: str, files: list[dict[str, Any]], sheet: Any, settled: dict[str, Any] | None = None) -> Draft:
    """Keep what was received and read, and what is said of it from the start. One query."""
    return Draft.objects.create(by=by, files=files, sheet=sheet, settled=settled or {})


def draft_rolled(rolled: dict[str, Any]) -> Draft | None:
    """The draft that waits and was made of these files, or of this decision, for this session. One query."""
    return Draft.objects.filter(resolution="", settled__rolled=rolled).first()


def draft_of(checksums: Sequence[str]) -> Draft | None:
    """The newest draft that waits and holds all of these files, by their checksums. One query."""
    waiting = Draft.objects.filter(resolution="").order_by("-received").only("id", "files")
    return next((row for row in waiting if {f["sha256"] for f in row.files}.issuperset(checksums)), None)


def close_draft(draft: Draft, resolution: str) -> None:
    """A draft waits no longer: this resolution came of it. One query."""
    draft.resolution = resolution
    draft.save(update_fields=["resolution"])


def drop_draft(draft: Draft) -> None:
    """Put a draft away; its files stay kept. One query."""
    draft.delete()


def _envelope(body: models.Body) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(body.body)
    return found
