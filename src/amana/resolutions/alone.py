"""A paragraph read alone, as a row of a translators' file: what few ask of it is read when somebody asks.

paragraph_of("1. Requests the Secretary-General to report", "en", Place("x")).function
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from amana.resolutions.addressees import asked, asks, people_of
from amana.resolutions.asking import Verbs, due, function_of, owed, with_recipient
from amana.resolutions.citations import NOTHING, citations_of
from amana.resolutions.clauses import clauses_of
from amana.resolutions.deadlines import Plain
from amana.resolutions.figures import figures_of
from amana.resolutions.hedges import hedges_of, tone_of
from amana.resolutions.labels import take_label
from amana.resolutions.naming import found_in, names_of
from amana.resolutions.openings import Opening
from amana.resolutions.paragraphs import Addressee, Citation, Clause, Deadline, Named, Paragraph, ReportDuty
from amana.resolutions.units import opening_alone
from amana.values.days import StatedDays, read_days
from amana.values.expressions import expression
from amana.values.lexicons import Phrase
from amana.values.names import Found, Gazetteer
from amana.values.problems import Place
from amana.values.symbols import Pattern

FIGURE = expression(
    r"\s*\d+\s?[.°º]?\.?\s*$"
    r"|\s*\d+\s?[°º]\s?(?:[CFKم](?![\w'’.])|مئوية|فهرنهايت|[NSEWOشجقغ]\W*$|\d+\s?['′’])"
    r"|\s*\d+(?:\.\d+)?[-‐‑](?:fold|years?|months?|weeks?|days?|hours?|minutes?|members?|points?|part|step|person|nation|party"
    r"|pages?|ton(?:ne)?s?|miles?|kilomet\w+|met(?:er|re)s?|dollars?)\b"
)
"""How a row begins whose number is no label: one with nothing behind it, a degree, "3.5-fold"."""


def paragraph_of(
    text: str,
    language: str,
    place: Place,
    *,
    phrases: tuple[Phrase, ...] = (),
    gazetteer: Gazetteer | None = None,
    patterns: tuple[Pattern, ...] = (),
    entries: Mapping[str, str] = NOTHING,
) -> Paragraph:
    """One paragraph read alone: a row of a translators' file, whose part only its opening can tell.

    Without a known opening it is read as operative, so that nothing it may state is passed over.
    """
    label, bare = take_label(text)
    if label is not None and label.numeric and FIGURE.match(text) is not None:
        label, bare = None, text
    opening = opening_alone(text.strip(), label, bare, language, phrases)
    if place.language != language:
        place = Place(place.source, place.line, place.block, place.start, place.end, language)
    citations, days = citations_of(bare, patterns, entries), read_days(bare, language)
    return Alone(label.printed if label is not None else "", bare, place, opening, citations, days, gazetteer)


class Alone(Paragraph):
    """A paragraph of which only what nearly every comparison asks is read at once, the rest once it is asked for."""

    def __init__(
        self,
        label: str,
        text: str,
        place: Place,
        opening: Opening | None,
        citations: tuple[Citation, ...],
        days: tuple[StatedDays, ...],
        gazetteer: Gazetteer | None,
    ) -> None:
        language, function = place.language or "", function_of(opening)
        put = object.__setattr__  # nobody else may
        put(self, "part", "preambular" if opening is not None and opening.part == "preambular" else "operative")
        put(self, "label", label)
        put(self, "text", text)
        put(self, "place", place)
        put(self, "depth", 0)
        put(self, "blocks", () if place.block is None else (place.block,))
        put(self, "function", function)
        put(self, "phrase", opening.phrase if opening is not None else None)
        put(self, "strength", opening.strength if opening is not None else None)
        put(self, "modifiers", opening.modifiers if opening is not None else ())
        put(self, "citations", citations)
        put(self, "days", days)
        put(self, "figures", figures_of(text, language, days, citations))
        put(self, "heading", False)
        put(self, "tone", tone_of(function))
        put(self, "_known", (language, opening, gazetteer))

    _known: tuple[str, Opening | None, Gazetteer | None]

    @cached_property
    def _plain(self) -> Plain:
        return Plain.of(self.text)

    @cached_property
    def _people(self) -> tuple[Found, ...]:
        language, _, gazetteer = self._known
        return people_of(self.text, language, gazetteer)

    @cached_property
    def _asked(self) -> tuple[tuple[Addressee, ...], Verbs]:
        language, opening, _ = self._known
        if self.part != "operative" or not asks(self._plain, language, opening):
            return (), ()
        return asked(self._plain, language, opening, self._people)

    @property
    def implementers(self) -> tuple[Addressee, ...]:
        return self._asked[0]

    @cached_property
    def addressees(self) -> tuple[Addressee, ...]:
        return with_recipient(self.implementers, self.report)

    @cached_property
    def deadline(self) -> Deadline | None:
        if self.part != "operative":
            return None
        return due(self._plain, self._known[0], self.function, self.days, self._people, self._asked[1])

    @cached_property
    def report(self) -> ReportDuty | None:
        if self.part != "operative":
            return None
        who, verbs = self._asked
        return owed(self._plain, self._known[0], self.function, self._people, verbs, self.deadline, who)

    @cached_property
    def names(self) -> tuple[Named, ...]:
        language, _, gazetteer = self._known
        return names_of(self.text, language, gazetteer)

    @cached_property
    def hedges(self) -> tuple[str, ...]:
        language, _, gazetteer = self._known
        return hedges_of(found_in(self.text, language, gazetteer))

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        return clauses_of(self._plain, self._known[0])
