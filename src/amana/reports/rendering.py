"""The implementation report in one language: a plain tree of headings, items and lines for a page or a Word file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amana.mandates.deadlines import overdue
from amana.mandates.lifecycle import VIEWS
from amana.reports.implementation import Report, ResolutionTold, Told, may_see
from amana.reports.phrases import best, joined
from amana.reports.wording import say, status_words, view_words
from amana.resolutions.paragraph_names import called
from amana.values.days import Day, write_day
from amana.values.words import Words


@dataclass(frozen=True, slots=True)
class Line:
    """One fact about an item: its name and what is said. `mark` names a status for styling, '' elsewhere."""

    name: str
    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing asked: the paragraph's label and text, in the language in which there is one, and what came of it."""

    label: str
    text: str
    language: str
    lines: tuple[Line, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One resolution. `note` is said below the heading, '' for none."""

    heading: str
    items: tuple[Item, ...] = ()
    note: str = ""
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """The report in one language. `direction` is 'rtl' or 'ltr'; `summary` are names and numbers."""

    language: str
    direction: str
    title: str
    intro: tuple[str, ...]
    summary: tuple[tuple[str, int], ...]
    sections: tuple[Section, ...]
    closing: tuple[str, ...]


def render(report: Report, language: str) -> Document:
    """The report in `language` (ar, en or fr): every sentence resolved, nothing left to decide for who shows it."""
    return Document(
        language,
        "rtl" if language == "ar" else "ltr",
        say("title", language, session=best(report.session, language)),
        tuple(_intro(report, language)),
        tuple(_summary(report, language)),
        tuple(_section(one, report, language) for one in report.resolutions),
        tuple(_closing(report, language)),
    )


def _intro(report: Report, language: str) -> Iterator[str]:
    where = [best(words, language) for words in (report.place, report.days) if words]
    if report.organization:
        yield best(report.organization, language)
    if where:
        yield joined(say("comma", language), where)
    if report.reported_to:
        yield say("reported-to", language, session=best(report.reported_to, language))
    yield say("as-of", language, day=write_day(Day.of(report.day), language))
    yield say("for-" + report.audience, language)


def _summary(report: Report, language: str) -> Iterator[tuple[str, int]]:
    counts = report.counts
    yield say("summary-resolutions", language), counts["resolutions"]
    yield say("summary-mandates", language), counts["mandates"]
    for view in VIEWS:
        if counts[view]:
            yield view_words(view, language), counts[view]
    for more in ("overdue", "of_states", "not_released"):
        if counts.get(more):
            yield say(f"summary-{more}", language), counts[more]


def _section(one: ResolutionTold, report: Report, language: str) -> Section:
    items = tuple(_item(m, report, language) for m in one.mandates if m.kind != "follow_up")
    recurring = [m for m in one.mandates if m.kind == "follow_up"]
    notes = [say("follow-up", language, label=_label(m, language)) for m in recurring]
    if not items:
        notes.insert(0, say("nothing-asked", language))
    heading = say("heading", language, symbol=_whole(one.symbol, language), title=best(one.title, language))
    return Section(heading, items, joined(" ", notes), one.symbol)


def _whole(symbol: str, language: str) -> str:
    """The symbol as one run that Arabic does not turn round."""
    return f"\u2066{symbol}\u2069" if language == "ar" and symbol else symbol


def _item(mandate: Told, report: Report, language: str) -> Item:
    lines = [*_who(mandate, language), *_when(mandate, language)]
    if mandate.is_of_states:
        lines += _of_states(mandate, report, language)
    else:
        lines += _status(mandate, report, language)
    shown_in = mandate.text.language(language)
    return Item(_label(mandate, language), best(mandate.text, language), shown_in, tuple(lines), mandate.key)


def _label(mandate: Told, language: str) -> str:
    return mandate.label.get(language) or called(mandate.key, language)


def _who(mandate: Told, language: str) -> Iterator[Line]:
    names = [best(name, language) for name in mandate.who if name]
    said = joined(say("comma", language), names) if names else say("nobody-named", language)
    yield Line(say("who", language), said)


def _when(mandate: Told, language: str) -> Iterator[Line]:
    if mandate.stated:
        yield Line(say("when", language), say("quoted", language, text=best(mandate.stated, language)))
    meant = [words for words in (best(mandate.due_session, language), _day(mandate.due, language)) if words]
    if meant:
        said = joined(say("comma", language), meant)
        yield Line(say("that-is", language), say("inferred", language, when=said) if mandate.inferred else said)
    elif not mandate.stated:
        yield Line(say("when", language), say("no-day", language))


def _status(mandate: Told, report: Report, language: str) -> Iterator[Line]:
    if not may_see(mandate, report.audience):
        yield Line(say("status", language), say("not-released", language), mark="not_released")
        return
    said = view_words(mandate.view, language)
    if report.audience == "house":
        said = status_words(mandate.status, mandate.how, language)
        if overdue(mandate.status, mandate.due, report.day):
            said = say("overdue", language, status=said)
    yield Line(say("status", language), said, mark=mandate.view)
    yield from _progress(mandate, language)


def _progress(mandate: Told, language: str) -> Iterator[Line]:
    if mandate.progress:
        name = say("progress", language)
        if mandate.progress_day is not None:
            name = say("progress-on", language, day=_day(mandate.progress_day, language))
        yield Line(name, best(mandate.progress, language))
    if mandate.evidence:
        proofs = [one if isinstance(one, str) else best(one, language) for one in mandate.evidence]
        yield Line(say("evidence", language), joined(say("semicolon", language), proofs))


def _of_states(mandate: Told, report: Report, language: str) -> Iterator[Line]:
    """Of states only what was asked and received, in the order given; never that something is late."""
    if not mandate.replies or mandate.requested or mandate.received:
        if may_see(mandate, report.audience):
            said = _information(mandate.requested, mandate.received, language)
            yield Line(say("information", language), said, mark=mandate.view)
        else:
            yield Line(say("information", language), say("not-released", language), mark="not_released")
    for reply in mandate.replies:
        said = _information(reply.requested, reply.received, language)
        if reply.words:
            said = joined(" ", (said, best(reply.words, language)))
        yield Line(best(reply.party, language), said)
    if may_see(mandate, report.audience):
        yield from _progress(mandate, language)


def _information(requested: Day | None, received: Day | None, language: str) -> str:
    said = [say("requested", language, day=_day(requested, language))] if requested else []
    said.append(say("received", language, day=_day(received, language)) if received else say("none-received", language))
    return joined("", (joined(say("semicolon", language), said), "."))


def _closing(report: Report, language: str) -> Iterator[str]:
    if report.known_until is not None:
        yield say("known-until", language, day=_day(report.known_until, language))
    yield say("courtesy", language)
    if not report.official:
        yield say("not-official", language)


def _day(day: Day | None, language: str) -> str:
    return write_day(day, language) if day is not None and str(day) != "?" else ""


def summary_words(report: Report) -> Words:
    """The counts in one line per language, for lists and mails."""
    said = {}
    for language in ("ar", "en", "fr"):
        said[language] = say("semicolon", language).join(f"{name}: {n}" for name, n in _summary(report, language))
    return Words(said)
