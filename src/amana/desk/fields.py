"""Form fields in the words of the house: a day in either calendar, a span of days, words in every language, sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.utils.functional import lazy
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from amana.folder.order import natural
from amana.pages.marks import isolated
from amana.pages.order import by_name
from amana.pages.picking import HIJRI_BEFORE, pick_day
from amana.pages.vocabulary import WORDS as SHARED
from amana.values.days import Day, Span, read_days
from amana.values.facts import Source
from amana.values.folding import digits
from amana.values.problems import Problem, Refused
from amana.values.words import Words

LANGUAGES = ("ar", "en", "fr")
TIERS = ("P", "O", "N", "W", "DOC")
DAY_HINT = _("Either calendar, any digits: 12 May 1979, 1979-05-12, ١٢ رجب ١٣٨٩, 12/7/1389هـ.")
EDTF_HINT = _("Either calendar, any digits; or as little as is known: 1979-05, 1979, [1984-03,1984-04], ? for unknown.")
SPAN_HINT = _("First and last day: 2026-05-12/2026-05-14. One day alone is enough.")
HIJRI_HINT = _("As the documents state it, never computed: 1447-05-20/1447-05-22 or 17 إلى 19 ذو القعدة 1448هـ.")


_EXAMPLE = re.compile(r"\[[\d,.-]+\]|\d{4}-\d[\d/-]*|\d{1,2} [A-Za-zéû]+ \d{4}")
"""Days as one types them, in a hint."""


def _isolated_examples(hint: object) -> str:
    said = str(hint)
    return said if "\u2066" in said else _EXAMPLE.sub(lambda found: isolated(found[0]), said)


never_turned = lazy(_isolated_examples, str)
"""A hint whose examples run left to right in an Arabic sentence too, in the language of whoever reads it."""


_NUMBER = re.compile(r"[0-9]+")


def day_typed(typed: str, language: str) -> Day:
    """The day that was typed, in the precision it has; Refused where it is none.

    >>> str(day_typed("١٢/٧/١٣٨٩", "ar")), str(day_typed("1979-05", "en")), str(day_typed("May 1979", "en"))
    ('1969-09-23', '1979-05', '1979-05')
    >>> day_typed("32 May 2026", "en")
    Traceback (most recent call last):
    amana.values.problems.Refused: the calendar has no day “32 May 2026”. Check the day and the month (day/month/year)
    """
    text = digits(typed).strip()
    try:
        day = Day.parse(text)
        if not day.parts or min(part[0] for part in day.parts) >= HIJRI_BEFORE:
            if not day.exists:
                raise Refused([Problem("day-does-not-exist", {"typed": typed})])
            return day
    except ValueError:
        pass
    found = read_days(text, language)
    if (
        len(found) == 1
        and (stated := found[0].gregorian) is not None
        and stated.start == stated.end
        and not stated.exact
    ):
        if (
            not stated.start.exists or len(_NUMBER.findall(text)) > 1
        ):  # a day that no month has is left out by the reader
            raise Refused([Problem("day-does-not-exist", {"typed": typed})])
        return stated.start
    return Day.of(pick_day(typed, language))


class DayField(forms.CharField):
    """A day typed in either calendar; its value is a Day, or None where nothing was typed. `whole`: to the day."""

    def __init__(self, *, whole: bool = False, **more: Any) -> None:
        more.setdefault("help_text", never_turned(DAY_HINT if whole else EDTF_HINT))
        super().__init__(max_length=64, **more)
        self.whole = whole
        self.widget.attrs.setdefault("dir", "auto")
        self.widget.attrs.setdefault("autocomplete", "off")

    def clean(self, value: Any) -> Day | None:
        typed = super().clean(value)
        if not typed:
            return None
        language = get_language() or "en"
        try:
            day = day_typed(typed, language)
        except Refused as refused:
            raise ValidationError([p.message(language) for p in refused.problems]) from refused
        if self.whole and not day.exact:
            raise ValidationError(Problem("day-not-whole", {"typed": typed}).message(language))
        return day


class SpanField(forms.CharField):
    """First and last day; its value is a Span or None. `hijri`: numbers of the Hijri calendar, kept as stated."""

    def __init__(self, *, hijri: bool = False, **more: Any) -> None:
        more.setdefault("help_text", never_turned(HIJRI_HINT if hijri else SPAN_HINT))
        super().__init__(max_length=80, **more)
        self.hijri = hijri
        self.widget.attrs.setdefault("dir", "auto")
        self.widget.attrs.setdefault("autocomplete", "off")

    def clean(self, value: Any) -> Span | None:
        typed = super().clean(value)
        if not typed:
            return None
        language = get_language() or "en"
        try:
            return self._stated(digits(typed).strip(), language)
        except Refused as refused:
            raise ValidationError([p.message(language) for p in refused.problems]) from refused
        except ValueError as error:
            raise ValidationError(Problem("days-not-understood", {"typed": typed}).message(language)) from error

    def _stated(self, text: str, language: str) -> Span:
        found = next((days for x in (language, *LANGUAGES) if (days := read_days(text, x))), ())
        stated = (found[0].hijri if self.hijri else found[0].gregorian) if len(found) == 1 else None
        if stated is not None:
            return stated
        if self.hijri:
            return Span.parse(text)
        first, _slash, last = text.partition("/")
        if len(last.split("/")) > 1:  # 12/7/1389: one day with slashes
            return Span.parse(str(day_typed(text, language)))
        start = day_typed(first, language)
        return Span(start, day_typed(last, language) if last else start)


BOX = '<div><label for="{0}"><input type="checkbox" id="{0}" name="{1}" value="{2}"{3}> <bdi>{4}</bdi></label></div>'


class Boxes(forms.CheckboxSelectMultiple):
    """Boxes to tick, set without a template for each: an organization has hundreds of sources."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """A list of labels, each with its box."""
        ticked = {str(one) for one in value or ()}
        base = (attrs or {}).get("id", f"id_{name}")
        rows = (
            (f"{base}_{n}", name, key, SafeString(" checked") if str(key) in ticked else "", said)
            for n, (key, said) in enumerate(self.choices)
        )
        return format_html('<div id="{}">{}</div>', base, format_html_join("", BOX, rows))


class Grouped(Boxes):
    """Boxes to tick under headings: those ticked on top, each heading closed until somebody opens it or searches."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """What is ticked, then every group folded; a script adds a box to search in, without it they are opened."""
        ticked = {str(one) for one in value or ()}
        every = [(heading, list(group)) for heading, group in self.choices]
        chosen = [one for _heading, group in every for one in group if str(one[0]) in ticked]
        base = (attrs or {}).get("id", f"id_{name}")
        folded = (
            (heading, len(left), self._rows(name, f"{base}_{n}", left, ""))
            for n, (heading, group) in enumerate(every)
            if (left := [one for one in group if str(one[0]) not in ticked])
        )
        group = '<details class="group"><summary>{} <span class="soft">{}</span></summary>{}</details>'
        return format_html(
            '<div id="{}" class="boxes" data-search="{}">{}{}</div>',
            base,
            gettext("Search"),
            self._rows(name, f"{base}_on", chosen, SafeString(" checked")),
            format_html_join("", group, folded),
        )

    def _rows(self, name: str, base: str, group: Iterable[tuple[str, str]], ticked: str) -> SafeString:
        rows = ((f"{base}_{n}", name, key, ticked, said) for n, (key, said) in enumerate(group))
        return format_html_join("", BOX, rows)


def sources_field(sources: Iterable[Source], label: str) -> forms.MultipleChoiceField:
    """The sources of a fact, to be ticked: by what kind of source they are, then by their ids."""
    groups: dict[str, list[tuple[str, str]]] = {tier: [] for tier in TIERS}
    for one in sorted(sources, key=lambda one: natural(one.id)):
        groups.setdefault(one.tier, []).append((one.id, f"{one.id} {one.note}".strip()))
    said = [(str(SHARED["tier"].get(tier, tier)), group) for tier, group in groups.items() if group]
    return forms.MultipleChoiceField(label=label, required=False, choices=said, widget=Grouped)


class Picker(forms.Select):
    """One of many, set without a template for each, for the same reason."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The select and its options."""
        chosen = str(value or "")
        rows = ((key, SafeString(" selected") if str(key) == chosen else "", said) for key, said in self.choices)
        said = format_html_join("", '<option value="{}"{}>{}</option>', rows)
        return format_html('<select name="{}"{}>{}</select>', name, flatatt({**self.attrs, **(attrs or {})}), said)


class IdField(forms.RegexField):
    """A permanent id: small Latin letters, digits and hyphens."""

    def __init__(self, **more: Any) -> None:
        more.setdefault("help_text", _("Permanent. Small Latin letters, digits and hyphens, such as sd or co-6."))
        super().__init__(r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=64, **more)
        self.widget.attrs.update({"dir": "ltr", "autocomplete": "off", "spellcheck": "false"})
        self.error_messages["invalid"] = _(
            "Write an id of small Latin letters, digits and single hyphens, such as sd or co-6."
        )


class SourceIdField(forms.RegexField):
    """The id of a source, as others cite it."""

    def __init__(self, **more: Any) -> None:
        super().__init__(r"^[A-Za-z0-9][A-Za-z0-9_.-]*$", max_length=40, **more)
        self.widget.attrs.update({"dir": "ltr", "autocomplete": "off", "spellcheck": "false"})
        self.error_messages["invalid"] = _("Write an id of Latin letters, digits, dots and hyphens, such as NOTE-7.")


def add_words(form: forms.Form, name: str, label: str, *, lines: int = 1, hint: str = "") -> None:
    """Three fields for the same thing said in Arabic, English and French: `<name>_ar`, `<name>_en`, `<name>_fr`."""
    for language in LANGUAGES:
        attrs = {"lang": language, "dir": "rtl" if language == "ar" else "ltr", "data-words": name}
        widget = forms.Textarea(attrs={**attrs, "rows": lines}) if lines > 1 else forms.TextInput(attrs=attrs)
        field = form.fields[f"{name}_{language}"] = forms.CharField(
            label=gettext("%(what)s, %(language)s") % {"what": label, "language": tongue(language)},
            required=False,
            widget=widget,
            help_text=hint,
            max_length=20000,
        )
        field.legend = label  # type: ignore[attr-defined]


def tongue(language: str) -> str:
    """The name of a language in the reader's own."""
    return {"ar": gettext("in Arabic"), "en": gettext("in English"), "fr": gettext("in French")}.get(language, language)


def words_of(cleaned: Mapping[str, Any], name: str) -> Words:
    """What was said in those three fields."""
    return Words({language: cleaned.get(f"{name}_{language}", "").strip() for language in LANGUAGES})


def initial_words(name: str, words: Mapping[str, str]) -> dict[str, str]:
    """The same three fields as they stand now."""
    return {f"{name}_{language}": words.get(language, "") for language in LANGUAGES}


def choices(pairs: Iterable[tuple[str, str]], nothing: str = "—") -> list[tuple[str, str]]:
    """Choices with a first one that says nothing."""
    return [("", nothing), *pairs]


def named_in_order(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Ids and names, by name as the reader expects them.

    >>> named_in_order([("z", "Zambia"), ("e", "Égypte")])
    [('e', 'Égypte'), ('z', 'Zambia')]
    """
    return sorted(pairs, key=lambda one: by_name(one[1]))
