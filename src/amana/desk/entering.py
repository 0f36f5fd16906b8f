"""How the desk enters acts: through the one door, by the person who is signed in; refusals become sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext

from amana.acts import record
from amana.acts.kernel import Act, Entry
from amana.desk.naming import named
from amana.desk.vocabulary import told
from amana.pages.reading import reading_of
from amana.pages.templatetags.words import address
from amana.values.problems import Problem, Refused


@dataclass(frozen=True, slots=True)
class Attempt:
    """What became of acts: the last entry, or everything that forbade them."""

    entry: Entry | None = None
    problems: tuple[Problem, ...] = ()

    def __bool__(self) -> bool:
        return self.entry is not None

    def sentences(self, language: str) -> list[str]:
        """The problems in a language."""
        return [told(problem, language) for problem in self.problems]


def attempt(request: HttpRequest, *acts: Act, corrects: int | None = None) -> Attempt:
    """Enter acts one after the other, each by itself, as things done by hand are; checked together before the first.

    `corrects` is said of the last one.
    """
    by = reading_of(request).reader.person
    try:
        if len(acts) > 1:
            record.check_many(acts, by=by)
        for act in acts[:-1]:
            record.enter(act, by=by)
        return Attempt(record.enter(acts[-1], by=by, corrects=corrects or None))
    except Refused as refused:
        return Attempt(problems=_named(request, refused.problems))


def attempt_batch(request: HttpRequest, acts: Sequence[Act]) -> tuple[int, tuple[Problem, ...]]:
    """Enter acts as one batch: how many were entered, or what forbade them."""
    try:
        return len(record.enter_many(acts, by=reading_of(request).reader.person)), ()
    except Refused as refused:
        return 0, _named(request, refused.problems)


def _named(request: HttpRequest, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(named(problem, reading_of(request)) for problem in problems)


def say_entered(request: HttpRequest, words: str, entry: Entry) -> None:
    """Tell on the next page what was done, with the number of its entry linked to the record."""
    number = format_html('<a href="{}">{}</a>', address("portal:entry", entry.no), entry.no)
    messages.success(request, format_html("{} {}", words, format_html(gettext("Entry {} of the record."), number)))


def say_problems(request: HttpRequest, problems: Sequence[Problem]) -> None:
    """Tell on the next page what was refused and why."""
    language = reading_of(request).language
    for problem in problems:
        messages.error(request, told(problem, language))
