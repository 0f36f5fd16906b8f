"""The register of decisions: a list whose filters read as a sentence, each of them a link, counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString
from django.utils.translation import pgettext, pgettext_lazy

from amana.pages import marks
from amana.pages.reading import Reading, reading_of
from amana.pages.templatetags.names import organ_words, session_title
from amana.pages.vocabulary import word
from amana.portal.filters import Filters
from amana.store.queries import decisions as register
from amana.values.words import Words

PAGE = 20
MOST = 40
"""Choices of one facet on the page; of subjects there is a page of all."""
FILTERS = ("organ", "session", "subject", "kind", "text", "year", "before")
KINDS = {
    "resolution": "resolution",
    "communique": "communiqué",
    "declaration": "declaration",
    "report": "report",
    "programme": "programme",
    "decision": "decision",
    "document": "document",
}
"""How a kind of document stands in an address → the kind."""
IN_ADDRESS = {kind: said for said, kind in KINDS.items()}
HEADINGS = {
    "organ": pgettext_lazy("decisions", "By organ"),
    "session": pgettext_lazy("decisions", "By session"),
    "subject": pgettext_lazy("decisions", "By subject"),
    "kind": pgettext_lazy("decisions", "By kind"),
    "text": pgettext_lazy("decisions", "By text"),
    "year": pgettext_lazy("decisions", "By year"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the sentence, and the address of the list without it."""

    words: SafeString
    without: str


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a facet: its words, the address of the list under it, how many there are, whether it is chosen."""

    words: SafeString
    address: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """What may be chosen; `left` values more are not shown."""

    name: str
    heading: object
    options: tuple[Option, ...]
    left: int = 0

    @property
    def total(self) -> int:
        """How many values it has."""
        return len(self.options) + self.left


def decisions(request: HttpRequest, filters: str = "") -> HttpResponse:
    """Decisions adopted by the day, newest first, twenty a page. Two queries, however many there are."""
    reading = reading_of(request)
    filtered = Filters.read("portal:decisions", FILTERS, filters)
    choices = dict(_choices(reading, filtered))
    listing = register.listed(reading.reader, reading.day, choices, PAGE, _cursor(filtered.get("before")))
    context = {
        "rows": listing.rows,
        "total": listing.total,
        "kind": choices.get("kind", ""),
        "parts": tuple(_sentence(reading, filtered, choices)),
        "chosen": choices,
        "facets": tuple(_facets(reading, filtered, choices, listing.register)),
        "all": filtered.page,
        "first_page": filtered.address(before="") if filtered.get("before") else "",
        "more": filtered.address(before=f"{listing.next[0]}.{listing.next[1]}") if listing.next else "",
    }
    return render(request, "portal/decisions.html", context)


def subjects(request: HttpRequest) -> HttpResponse:
    """Every subject under which a decision stands, by its name. One query."""
    reading = reading_of(request)
    counts = register.register(reading.reader).counts(reading.day, {}, "subject")
    filtered = Filters("portal:decisions", FILTERS)
    options = [_option(reading, filtered, {}, "subject", value, count) for value, count in counts.items()]
    return render(request, "portal/decision_subjects.html", {"options": sorted(options, key=_by_words)})


def _choices(reading: Reading, filtered: Filters) -> Iterator[tuple[str, str]]:
    """Facet → the value chosen; no page where an address names what there is not."""
    org = reading.organization
    known: dict[str, Callable[[str], bool]] = {
        "organ": org.organs_by_id.__contains__,
        "session": org.sessions_by_id.__contains__,
        "subject": org.subjects_by_id.__contains__,
        "kind": KINDS.__contains__,
        "text": (register.HELD, register.NOT_HELD).__contains__,
        "year": lambda year: len(year) == 4 and year.isascii() and year.isdigit(),
    }
    for facet, there_is in known.items():
        if value := filtered.get(facet):
            if not there_is(value):
                raise Http404
            yield facet, KINDS[value] if facet == "kind" else value


def _cursor(text: str) -> register.Cursor | None:
    adopted, _, row = text.rpartition(".")
    if text and not (row.isascii() and row.isdigit() and len(row) < 19):
        raise Http404
    return (adopted, int(row)) if text else None


def _sentence(reading: Reading, filtered: Filters, choices: Mapping[str, str]) -> Iterator[Part]:
    """The choices in the order of a sentence: whose, of when, about what, with or without their text."""
    held = choices.get("text") == register.HELD
    phrases = {
        "organ": pgettext("decisions", "of the %(words)s"),
        "session": pgettext("decisions", "at the %(words)s"),
        "year": pgettext("decisions", "of the year %(words)s"),
        "subject": pgettext("decisions", "about %(words)s"),
        "text": pgettext("decisions", "whose text is held")
        if held
        else pgettext("decisions", "of which only the title is held"),
    }
    for facet, phrase in phrases.items():
        if facet in choices:
            words = conditional_escape(_words(reading, facet, choices[facet]))
            yield Part(
                SafeString(str(escape(phrase)) % {"words": words}), filtered.address(**{facet: "", "before": ""})
            )


def _facets(
    reading: Reading, filtered: Filters, choices: Mapping[str, str], found: register.Register
) -> Iterator[Facet]:
    """What may be chosen beside; a facet that leaves no choice is not shown."""
    for facet, heading in HEADINGS.items():
        counts = found.counts(reading.day, choices, facet)
        if len(counts) < 2 and facet not in choices:
            continue
        kept = sorted(counts, key=lambda value: (-counts[value], value))[:MOST]
        options = [_option(reading, filtered, choices, facet, value, counts[value]) for value in kept]
        yield Facet(facet, heading, tuple(_ordered(reading, facet, kept, options)), len(counts) - len(kept))


def _ordered(reading: Reading, facet: str, values: list[str], options: list[Option]) -> list[Option]:
    """Years and sessions newest first, subjects by name, the rest as they count."""
    if facet == "year":
        return [option for _, option in sorted(zip(values, options, strict=True), key=lambda one: one[0], reverse=True)]
    if facet == "session":
        known = reading.organization.sessions_by_id
        last = {v: str(known[v].days or "") if v in known else "" for v in values}
        both = sorted(zip(values, options, strict=True), key=lambda one: (last[one[0]], one[0]), reverse=True)
        return [option for _, option in both]
    return sorted(options, key=_by_words) if facet == "subject" else options


def _by_words(option: Option) -> str:
    return str(option.words).casefold()


def _option(
    reading: Reading, filtered: Filters, choices: Mapping[str, str], facet: str, value: str, count: int
) -> Option:
    said = IN_ADDRESS.get(value, value) if facet == "kind" else value
    chosen = choices.get(facet) == value
    address = filtered.address(**{facet: "" if chosen else said, "before": ""})
    return Option(_words(reading, facet, value), address, count, chosen)


def _words(reading: Reading, facet: str, value: str) -> SafeString:
    org = reading.organization
    match facet:
        case "organ":
            words: Words | str = organ_words(reading, value)
        case "session":
            words = session_title(reading, value)
        case "subject":
            words = org.subjects_by_id[value].words if value in org.subjects_by_id else value
        case "kind":
            words = word(value, "documents")
        case "text":
            held = value == register.HELD
            words = pgettext("decisions", "text held") if held else pgettext("decisions", "text not held")
        case _:
            return marks.gregorian(value, reading.language)
    return marks.said(words, reading.language)
