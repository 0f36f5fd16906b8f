"""Search: one box over everything; the answer above the hits where the question has one in the record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from amana.folder.organization import Organization
from amana.inquiry.answering import answer
from amana.inquiry.card import Card
from amana.pages import marks
from amana.pages.middleware import LANGUAGES
from amana.pages.reading import Reading, reading_of
from amana.pages.templatetags.names import organ_words
from amana.pages.templatetags.words import tongue
from amana.portal.filters import Choice, Filters
from amana.portal.found import KINDS, Counts, Telling, Thing, counts, things
from amana.portal.meant import Kept, common_words, meant
from amana.portal.tongues import in_other_tongues, widened
from amana.store.queries import search as store
from amana.values import symbols
from amana.values.keyboard import otherwise_typed
from amana.values.stemming import asked, told, wanted
from amana.values.stemming import words as split

PAGE, FEW, LONGEST = 20, 3, 200
NAMES = ("as", "kind", "language", "organ", "since", "until", "page")
TYPED = "typed"
"""What `as` says where nothing else may be looked for than what was typed."""
_SERIAL = re.compile(
    r"(?<![\w/])(?:NO\.? ?)?(?P<number>\d{1,3}/\d{1,2})(?:-\d{2}/(?P<series>[A-Z]+(?:\([A-Z]+\))?))?(?![\w/-])"
)
"""A number and its session, with a year and a series behind it or alone."""
_TO_PATH = str.maketrans({" ": "+", "/": "~"})
_FROM_PATH = str.maketrans({"+": " ", "~": "/"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the choices made among what was found, as the address says them."""

    text: str
    chosen: Filters

    def address(self, **change: str) -> str:
        """The permanent address of the same question with a choice changed; the page is the first again."""
        choices = {**self.chosen.chosen, "page": "", **change}
        path = "/".join(f"{name}/{choices[name]}" for name in NAMES if choices.get(name))
        return _address(self.text, path)

    def get(self, name: str) -> str:
        """What was chosen under this name, or ''."""
        return self.chosen.get(name)

    @property
    def page(self) -> int:
        """Which page is asked for, from 1."""
        return _number(self.get("page"), 3) or 1


def _address(text: str, path: str = "") -> str:
    """The permanent address of a question: blanks are +, slashes ~."""
    said = text.translate(_TO_PATH)
    return reverse("portal:search-list", args=[said, path]) if path else reverse("portal:search-for", args=[said])


def search(request: HttpRequest) -> HttpResponse:
    """The empty page, or on to the permanent address of what was typed into the box. No query of its own."""
    typed = _clean(request.GET.get("q", ""))
    if typed:
        return HttpResponseRedirect(_address(typed))
    return render(request, "portal/search.html", {"text": "", "examples": _examples(reading_of(request))})


def _examples(reading: Reading) -> list[Choice]:
    """Questions that this organization has an answer to, in the reader's words."""
    several = (
        gettext("who is the Secretary General"),
        gettext("second Secretary General"),
        gettext("members in 1980"),
        gettext("13th summit"),
        gettext("executive organ"),
    )
    if reading.known is None:
        return []
    return [Choice(words, _address(words)) for words in several if _answer(reading, words) is not None]


def results(request: HttpRequest, text: str, filters: str = "") -> HttpResponse:
    """What was found, twenty things a page. Nine queries; five more for each other reading that is tried.

    Where nothing has every word, at most twenty-four more.
    """
    typed = _clean(text.translate(_FROM_PATH))
    if not typed:
        return HttpResponseRedirect(reverse("portal:search"))
    reading, question = reading_of(request), Asked(typed, Filters.read("portal:search", NAMES, filters))
    tried = _tried(reading, question)
    shown, every = tried.text, tried.things
    card = _card(reading, question, shown)
    page = every[(question.page - 1) * PAGE : question.page * PAGE]
    if question.page > 1 and not page:
        raise Http404
    rows = store.rows_of(reading.reader, (c for thing in page for c in thing.shown(reading.language)))
    context = {
        "text": typed,
        "shown_for": shown if shown != typed else "",
        "typed_address": question.address(**{"as": TYPED}),
        "card": card,
        "hits": list(Telling(reading, rows, wanted(tried.words)).hits(page)),
        "total": len(every),
        "more": tried.more,
        "some": tried.some,
        "filters": _filters(reading, question, counts(every)),
        "earlier": question.address(page=str(question.page - 1) if question.page > 2 else "")
        if question.page > 1
        else "",
        "further": question.address(page=str(question.page + 1)) if len(every) > question.page * PAGE else "",
    }
    return render(request, "portal/search.html", context)


def _clean(text: str) -> str:
    """What was typed, on one line, without what an address cannot carry; '' where no word is in it."""
    line = " ".join(text.translate(_FROM_PATH)[:LONGEST].split())
    return line if re.search(r"\w", line) else ""


# finding


@dataclass(frozen=True, slots=True)
class Tried:
    """The reading that is shown and what it found. `words`: what is to be marked; `some`: not every word is there."""

    text: str
    things: list[Thing]
    more: bool
    words: store.Terms
    some: bool = False


def _tried(reading: Reading, question: Asked) -> Tried:
    """As typed; where that finds little, in the words of other languages too; where nothing, as it may be meant.

    A word that stands somewhere, or is one of the language, is never taken for another.
    """
    text, base = question.text, _base(question)
    every, more = _found(reading, base, text)
    words = tuple(asked(text))
    if len(every) >= FEW or question.get("as") == TYPED:
        return Tried(text, every, more, words)
    wordings = in_other_tongues(reading.organization, text)
    if wordings:
        every, more = _found(reading, base, text, wordings)
        words += tuple(word for wording in wordings for word in wording)
    if every:
        return Tried(text, every, more, words)
    return _otherwise(reading, base, text) or _some(reading, base, text)


def _otherwise(reading: Reading, base: store.Question, text: str) -> Tried | None:
    """What was typed on another keyboard, or misspelt; None where that finds nothing."""
    rarity = store.rarity(reading.reader, (one for word in split(text) for one in asked(word)))
    held = {word for word in split(text) if any(rarity.get(one) for one in asked(word))}
    spelt = any(not word.isdigit() for word in held)  # figures are typed alike on every keyboard
    other = otherwise_typed(text) if not spelt and common_words().isdisjoint(split(text)) else ""
    for changed in (other, meant(reading, text, held)):
        found, more = _found(reading, base, changed) if changed else ([], False)
        if found or (changed and changed == other and _answer(reading, other) is not None):
            return Tried(changed, found, more, tuple(asked(changed)))
    return None


def _some(reading: Reading, base: store.Question, typed: str) -> Tried:
    """The things that have most of the words."""
    text = typed
    for one in reversed(symbols.find(text, reading.organization.patterns)):
        text = text[: one.start] + text[one.end :]  # a symbol is met whole or not at all
    words = widened(reading.organization, tuple(told(text)))
    found = store.some(reading.reader, replace(base, words=words), reading.as_of)
    return Tried(typed, things(found.candidates, names_first=False), found.more, words, some=bool(found.candidates))


def _base(question: Asked) -> store.Question:
    """What is chosen among what is found; the words are not in it yet."""
    return store.Question(
        kind=_known(question.get("kind"), KINDS),
        language=_known(question.get("language"), LANGUAGES),
        organ=question.get("organ"),
        since=_number(question.get("since"), 4),
        until=_number(question.get("until"), 4),
    )


def _found(
    reading: Reading, base: store.Question, text: str, wordings: tuple[store.Terms, ...] = ()
) -> tuple[list[Thing], bool]:
    """The things with every word of `text`, or of another wording of it; those that bear a symbol in it stand first."""
    found = store.find(reading.reader, replace(base, words=tuple(asked(text)), either=wordings), reading.as_of)
    candidates: Sequence[store.Candidate] = found.candidates
    named = _symbols(reading, text)
    if named:
        exact = store.find(reading.reader, replace(base, symbols=named), reading.as_of)
        first = things(exact.candidates)
        keys = {(t.kind, t.key, t.part) for t in first}
        rest = [t for t in things([*exact.candidates, *candidates]) if (t.kind, t.key, t.part) not in keys]
        return [*first, *rest], found.more
    return things(candidates), found.more


def _symbols(reading: Reading, text: str) -> tuple[str, ...]:
    """The symbols in a question, in normal form, with what they may stand for as well."""
    patterns = reading.organization.patterns
    found = symbols.find(text, patterns) or symbols.find(text.upper(), patterns)
    held = dict.fromkeys(s for one in found for s in (one.symbol, *one.alternatives))
    for serial in _SERIAL.finditer(text.upper()):
        number, series = serial["number"], serial["series"]
        held |= dict.fromkeys([f"{number}-{series}" if series else number])
    return tuple(held)


def _known(value: str, known: Iterable[str]) -> str:
    if value and value not in known:
        raise Http404
    return value


def _number(text: str, digits: int) -> int:
    if text and not (text.isascii() and text.isdigit() and len(text) <= digits and int(text)):
        raise Http404
    return int(text) if text else 0


# the answer


def _card(reading: Reading, question: Asked, shown: str) -> Card | None:
    """The answer to what was typed, else to what is shown for it; on the first page of everything that was found."""
    if set(question.chosen.chosen) - {"as"}:
        return None
    return _answer(reading, question.text) or (_answer(reading, shown) if shown != question.text else None)


def _answer(reading: Reading, text: str) -> Card | None:
    org = _told(Kept(reading.organization), reading.reader.is_staff)
    return answer(text, org, language=reading.language, day=reading.day)


@lru_cache(maxsize=8)
def _told(kept: Kept, house: bool) -> Organization:
    """The organization without the disputes that were not released to this reader; one for all questions."""
    org = kept.org
    return org if house else replace(org, disputes=tuple(d for d in org.disputes if d.released))


# the choices


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices of one kind that the page offers."""

    label: str
    choices: tuple[Choice, ...]


def _filters(reading: Reading, question: Asked, counted: Counts) -> list[Choices]:
    """What can be chosen among the things found; nothing where there is only one of it."""
    organs = {key: marks.said(organ_words(reading, key), reading.language) for key in counted.organs}
    several = [
        (gettext("Among:"), _one(question, "kind", gettext("everything"), KINDS, counted.kinds)),
        (
            gettext("In:"),
            _one(question, "language", gettext("any language"), {c: tongue(c) for c in LANGUAGES}, counted.languages),
        ),
        (gettext("Of:"), _one(question, "organ", gettext("any organ"), organs, counted.organs)),
        (gettext("From:"), _years(question, counted)),
    ]
    return [Choices(label, tuple(choices)) for label, choices in several if len(choices) > 2 or _is_chosen(choices)]


def _is_chosen(choices: Sequence[Choice]) -> bool:
    return bool(choices) and not choices[0].chosen


def _one(question: Asked, name: str, whole: str, words: Any, counted: Any) -> list[Choice]:
    here = question.get(name)
    choices = [Choice(whole, question.address(**{name: ""}), not here)]
    for key in dict.fromkeys((*(k for k in words if k in counted), *((here,) if here else ()))):
        choices.append(Choice(words.get(key, key), question.address(**{name: key}), key == here))
    return choices


def _years(question: Asked, counted: Counts) -> list[Choice]:
    since, until = question.get("since"), question.get("until")
    choices = [Choice(gettext("any year"), question.address(since="", until=""), not (since or until))]
    if since or until:
        span = f"{since}–{until}" if since != until else since
        return [*choices, Choice(marks.symbol(span), question.address(), chosen=True)]
    for decade in sorted(counted.decades, reverse=True):
        span = f"{decade}–{decade + 9}"
        where = question.address(since=str(decade), until=str(decade + 9))
        choices.append(Choice(marks.symbol(span), where))
    return choices
