"""What the desk keeps of language versions: their lines beside the record, the rules on findings and the issues in it.

All of it is the house's, as `queries.desk` is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from amana.store import models, sight
from amana.store.models import Draft as Draft
from amana.store.models import FindingRule as FindingRule
from amana.store.models import Issue as Issue
from amana.store.models import LineOfVersion as LineOfVersion
from amana.store.queries import SOME
from amana.store.queries.desk import called, holding, in_order, people
from amana.store.sight import Reader

AT_WORK = ("translator", "reviser", "conference-officer", "editor")
"""Roles of those who may be named as translator or reviser of a version."""


# findings


def rules() -> list[FindingRule]:
    """Every rule on findings that stands, newest first. One query."""
    later = FindingRule.objects.filter(key=OuterRef("key"), id__gt=OuterRef("id"))
    return list(FindingRule.objects.filter(~Exists(later), gone=False).order_by("-id"))


def change_settled(key: UUID, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Draft | None:
    """Change what was said of a draft, nobody else meanwhile; the draft as it then is. Two queries in one transaction."""
    with transaction.atomic():
        draft = Draft.objects.select_for_update().filter(id=key).first()
        if draft is not None:
            draft.settled = change(dict(draft.settled))
            draft.save(update_fields=["settled"])
    return draft


def keep_read(draft: Draft, files: list[dict[str, Any]], sheet: Any) -> Draft | None:
    """Keep these files of a draft and what was read in them, nobody else meanwhile. Two queries in one transaction.

    Where somebody changed it since `draft` was fetched, nothing is kept: the draft as it is now. `Draft.DoesNotExist`
    where it was put away.
    """
    with transaction.atomic():
        now = Draft.objects.select_for_update().get(id=draft.id)
        if (now.files, now.sheet, now.resolution) != (draft.files, draft.sheet, draft.resolution):
            return now
        now.files, now.sheet = files, sheet
        now.save(update_fields=["files", "sheet"])
    return None


def neighbours(draft: Draft) -> tuple[UUID | None, UUID | None]:
    """The drafts received next before and next after this one, of those that wait. One query."""
    waiting = Draft.objects.filter(resolution="").exclude(id=draft.id)
    before = waiting.filter(received__lte=draft.received).order_by("-received", "-id")
    after = waiting.filter(received__gt=draft.received).order_by("received", "id")
    beside = (Subquery(one.values("id")[:1]) for one in (before, after))
    return Draft.objects.filter(id=draft.id).values_list(*beside).first() or (None, None)


# lines


def lines(subject: str) -> dict[str, LineOfVersion]:
    """Language → line of a draft or a resolution. One query."""
    return {line.language: line for line in LineOfVersion.objects.filter(subject=subject)}


def line(subject: str, language: str) -> LineOfVersion | None:
    """One line. One query."""
    return LineOfVersion.objects.filter(subject=subject, language=language).first()


def change_line(subject: str, language: str, change: Callable[[LineOfVersion], None]) -> LineOfVersion:
    """Change a line, made where there is none, nobody else meanwhile; what `change` raises leaves it as it was.

    Three queries in one transaction.
    """
    with transaction.atomic():
        LineOfVersion.objects.get_or_create(subject=subject, language=language)
        row = LineOfVersion.objects.select_for_update().get(subject=subject, language=language)
        change(row)
        row.save()
    return row


def hand_over(draft: str, resolution: str) -> None:
    """The lines of a draft go over to the resolution that came of it, in place of those it had. At most four queries."""
    with transaction.atomic():
        mine = LineOfVersion.objects.filter(subject=draft)
        languages = list(mine.values_list("language", flat=True))
        if languages:
            LineOfVersion.objects.filter(subject=resolution, language__in=languages).delete()
            mine.update(subject=resolution)


def drop_lines(subject: str) -> None:
    """The lines of a draft that is put away go with it. One query."""
    LineOfVersion.objects.filter(subject=subject).delete()


def to_translate(person: str) -> QuerySet[LineOfVersion]:
    """Versions that this person translates and that are drafts still, what is due first on top. One query."""
    return _by_day(LineOfVersion.objects.filter(translator=person, state="draft"))


def to_revise(person: str) -> QuerySet[LineOfVersion]:
    """Versions that this person revises and that are drafts with a text. One query."""
    return _by_day(LineOfVersion.objects.filter(reviser=person, state="draft", words__gt=0))


def under_way() -> QuerySet[LineOfVersion]:
    """Versions that are not provisional yet, of everybody. One query."""
    return _by_day(
        LineOfVersion.objects.filter(Q(state="draft") | Q(state="revised")).exclude(due="", translator="", reviser="")
    )


def _by_day(rows: QuerySet[LineOfVersion]) -> QuerySet[LineOfVersion]:
    return rows.annotate(undated=Q(due="")).order_by("undated", F("due"), "id")


def subjects(lines: Iterable[LineOfVersion]) -> dict[str, Draft]:
    """The drafts that lines are of, by their id as a text. One query."""
    keys = []
    for row in lines:
        try:
            keys.append(UUID(row.subject))
        except ValueError:
            continue
    drafts = called(Draft.objects.filter(id__in=keys).defer("settled")) if keys else ()
    return {str(draft.id): draft for draft in drafts}


def at_work() -> list[tuple[str, str]]:
    """(opaque id, name) of everybody who may be named as translator or reviser, by name. One query."""
    return in_order(models.User.objects.filter(holding(AT_WORK)).values_list("person", "name"))


def names(persons: Iterable[str], *, choice: bool) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Opaque id → name of these people; and where there is a `choice` those `at_work` too, named with the others.

    One query.
    """
    if not choice:
        return people(persons), []
    wanted = sorted({person for person in persons if person})
    rows = models.User.objects.annotate(fit=holding(AT_WORK)).filter(Q(fit=True) | Q(person__in=wanted))
    found = list(rows.values_list("person", "name", "fit"))
    return {person: name for person, name, _ in found}, in_order((p, name) for p, name, fit in found if fit)


# the translation memory


def memory(reader: Reader) -> Iterator[tuple[models.Resolution, models.Paragraph]]:
    """Every paragraph of the texts that this reader may see, in their order. A query for each 400 resolutions, and one."""
    rows = {(row.entry, row.key): row for row in sight.resolutions(reader).order_by("id")}
    entries = sorted({entry for entry, _ in rows})
    for at in range(0, len(entries), SOME):
        some = models.Paragraph.objects.filter(entry__in=entries[at : at + SOME]).order_by("id")
        for paragraph in some.iterator(chunk_size=SOME):
            decision = rows.get((paragraph.entry, paragraph.resolution))
            if decision is not None:
                yield decision, paragraph


# issues


def issues(resolution: str) -> Mapping[str, Issue]:
    """Language → the latest issue or recall of a resolution's version. One query."""
    return {row.language: row for row in Issue.objects.filter(resolution=resolution).order_by("id")}
