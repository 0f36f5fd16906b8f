"""Errors that readers report, what the house answers, and the corrections that the record holds.

What a reader wrote and who he is stays in the house; an answer, once given, is everybody's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from amana.store import models
from amana.store.models import ErrorReport as ErrorReport

A_DAY = timedelta(days=1)
RELEASED = "fact.release"


@dataclass(frozen=True, slots=True)
class Answered:
    """What everybody is told of a report: on which page, when and what was answered, and the entry that corrected it."""

    address: str
    day: str
    answer: Mapping[str, str]
    entry: int | None


def report(address: str, language: str, words: str, source: str = "", reply_to: str = "") -> ErrorReport:
    """Keep what a reader says is wrong. One query."""
    return models.ErrorReport.objects.create(
        address=address[:400], language=language, words=words, source=source, reply_to=reply_to
    )


def reported_lately() -> int:
    """How many reports came within a day. One query."""
    return models.ErrorReport.objects.filter(received__gte=datetime.now(UTC) - A_DAY).count()


def last_answered() -> str:
    """When a report was answered last, and how many are; '' where none is. One query."""
    rows = models.ErrorReport.objects.filter(answered__isnull=False)
    last = rows.aggregate(last=Max("answered"), count=Count("id"))
    return f"{last['last']} {last['count']}" if last["count"] else ""


def answered(count: int) -> list[Answered]:
    """The reports answered last, newest first, without a word of who reported. One query."""
    rows = models.ErrorReport.objects.filter(answered__isnull=False).order_by("-answered", "id")
    return [
        Answered(address, answered.date().isoformat(), answer, entry)
        for address, answered, answer, entry in rows.values_list("address", "answered", "answer", "entry")[:count]
        if answered is not None
    ]


def corrections(acts: Iterable[str], before: int | None, count: int) -> list[models.Entry]:
    """`count` public entries that correct, newest first, those before a number. One query, by an index.

    They are those of these acts, and releases of a fact of which everybody knew an earlier version: a correction by
    hand waits in the house, and its release is what everybody sees.
    """
    known = models.Fact.objects.filter(kind=OuterRef("kind"), key=OuterRef("key"), id__lt=OuterRef("id"))
    again = models.Fact.objects.filter(Exists(known.filter(held=False, audience="public")), entry=OuterRef("no"))
    which = Q(act__in=list(acts)) | (Q(act=RELEASED) & Exists(again))
    rows = models.Entry.objects.filter(which, audience="public").order_by("-no")
    return list((rows.filter(no__lt=before) if before else rows)[:count])


# at the desk


def waiting() -> QuerySet[ErrorReport]:
    """Reports that nobody answered, oldest first. One query."""
    return models.ErrorReport.objects.filter(answered__isnull=True).order_by("received", "id")


def settled() -> QuerySet[ErrorReport]:
    """Reports that were answered, newest first. One query."""
    return models.ErrorReport.objects.filter(answered__isnull=False).order_by("-answered", "id")


def one(key: UUID) -> ErrorReport | None:
    """One report. One query."""
    return models.ErrorReport.objects.filter(id=key).first()


def answer(report: ErrorReport, by: str, words: Mapping[str, str], entry: int | None) -> None:
    """Answer a report, or answer it anew. One query."""
    report.by, report.answer, report.entry, report.answered = by, dict(words), entry, datetime.now(UTC)
    report.save(update_fields=["by", "answer", "entry", "answered"])
