"""Cheap looks before close ones: every month, number word, share and kind of money is let in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest

from amana.values import days_reading, lexicons, months, numbers_digits, numbers_finding, numbers_units
from amana.values.days import read_days
from amana.values.names import Entry, Gazetteer
from amana.values.numbers import cardinal, find_numbers, ordinal
from tests.shapes import texts_of

LANGUAGES = ("ar", "en", "fr", "id")
ONES = {"ar": ("خمسة",), "en": ("a", "one", "two"), "fr": ("un", "deux"), "id": ("satu", "dua")}


class Everything(frozenset[str]):
    """A gate that stands open."""

    def isdisjoint(self, other: Iterable[object]) -> bool:
        return False


def number_words(language: str) -> Iterator[str]:
    for n in (*range(1, 100), 100, 115, 165, 199):
        for gender in ("m", "f"):
            yield cardinal(n, language, gender)
            yield from (ordinal(n, language, gender, "gen", definite=definite) for definite in (True, False))
    scales, parts = numbers_digits.scales(language), numbers_finding._PARTS[language]
    yield from (f"{one} {word}" for one in ONES[language] for word in (*scales, *parts))
    yield from (f"3 {word}" for word in scales)
    yield from texts_of(numbers_finding._HALF_A[language])
    yield from numbers_finding._starters(language)
    if language == "ar":
        yield from numbers_finding._duals()
        yield from numbers_finding._WHOLE_PARTS
        yield from (f"ثلاثة {word}" for word in numbers_finding._ARABIC_PLURAL_PARTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_word_is_let_in(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"({word})" for word in dict.fromkeys(number_words(language))]
    gated = [find_numbers(text, language) for text in texts]
    monkeypatch.setattr(numbers_finding, "_telling", lambda _: Everything())
    assert [t for t, found in zip(texts, gated, strict=True) if find_numbers(t, language) != found] == []
    assert sum(map(bool, gated)) > 0.6 * len(texts) > 100


def test_every_share_and_every_money_is_let_in() -> None:
    shares = [f"5{way}{end}" for way in texts_of(numbers_units._SHARE) for end in ("", " x")]
    assert len(shares) > 60 and all(numbers_units.share_at(share, 0, 1)[0] for share in shares)
    names = [t for forms in numbers_units.MONEY.values() for form in forms for t in texts_of(re.compile(form))]
    assert len(names) > 60
    assert [name for name in names if not find_numbers(f"5 {name}", "en")[0].unit] == []


def test_every_roman_rank_is_let_in() -> None:
    ranks = [f"{m[1].upper()}{m[0][m.end(1) :]}" for m in map(_ROMAN.fullmatch, texts_of(_ROMAN)) if m]
    assert len(ranks) >= 8
    assert [rank for rank in ranks if not find_numbers(f"la {rank} session", "fr")] == []


_ROMAN = numbers_digits._ROMAN_RANK


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_hour_is_let_in(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    leads = {"ar": "الساعة ", "id": "pukul "}
    texts = [f"{lead}{hour}" for hour in texts_of(numbers_digits._CLOCK) for lead in ("", leads.get(language, ""))]
    gated = [find_numbers(text, language) for text in texts]
    monkeypatch.setattr(numbers_digits, "_may_tell_hours", lambda *_: True)
    assert gated == [find_numbers(text, language) for text in texts]
    assert sum(":" in number.value for found in gated for number in found) > 10


def spellings(language: str) -> Iterator[tuple[str, int]]:
    """Each name of each month, as printers write it, and a year of its calendar."""
    for month in lexicons.months():
        latin = month.calendar == "hijri" and {month.language, language} <= {"en", "fr"}
        if month.language == language or latin:
            for name in (month.name, *month.variants):
                ways = (
                    name,
                    name.replace("-", " "),
                    name.replace(" ", "-"),
                    name.replace(" ", ""),
                    name.replace("'", "’"),
                )
                for way in dict.fromkeys((*ways, name.replace("'", ""), name.upper(), f"{name}.")):
                    yield way, 1444 if month.calendar == "hijri" else 2019


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_a_month_is_let_in(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = "و" if language == "ar" else ""
    texts = [
        t
        for name, year in spellings(language)
        for t in (f"5 {name} {year}", f"5 {before}{name} {year}", f"5/{name} {year}")
    ]
    gated = [read_days(text, language) for text in texts]
    monkeypatch.setattr(days_reading, "first_words", lambda _: Everything())
    monkeypatch.setattr(days_reading, "_month_places", lambda _, seen: iter(range(len(seen.folded))))
    assert [t for t, days in zip(texts, gated, strict=True) if read_days(t, language) != days] == []
    assert sum(map(bool, gated)) > 0.6 * len(texts) > 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_and_weekday_named_is_let_in(language: str) -> None:
    names = list(months._calendar_names(language))
    assert len(names) > 20
    assert [n for n in names if [w.text for w in months.calendar_words(f"x {n} x", language)] != [n]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_an_addressee_that_is_a_run_of_words_is_found(language: str) -> None:
    forms = [
        form for row in lexicons.addressees() for form in row.forms.get(language, ()) if not re.search("[{,،]", form)
    ]
    houses = {form: Gazetteer([Entry("x", "organ", {language: (form,)})]) for form in forms}
    assert len(forms) > 50
    assert [f for f, house in houses.items() if not house.find(f"({f})", language)] == []
