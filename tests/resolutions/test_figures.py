"""Figures, days and symbols of one row: what agrees is silent, and every planted error is told under its code."""

import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from amana.resolutions.alone import paragraph_of
from amana.resolutions.days_apart import same_day_in_both_calendars, same_days
from amana.resolutions.figures_apart import same_figures
from amana.resolutions.figures_in_brackets import words_and_digits
from amana.resolutions.symbols_apart import same_citations
from amana.resolutions.versions import Row
from amana.values.problems import Place

HERE = Path(__file__).parent
CLEAN = tomllib.loads((HERE / "figure_cases.toml").read_text(encoding="utf-8"))["case"]
WRONG = tomllib.loads((HERE / "figure_errors.toml").read_text(encoding="utf-8"))["case"]
LANGUAGES = ("en", "fr", "ar", "id")
CHECKS = (same_figures, words_and_digits, same_days, same_citations, same_day_in_both_calendars)


def found(texts):
    row = Row("1", "operative", {x: paragraph_of(t, x, Place(x, block=1)) for x, t in texts.items()})
    return [p for check in CHECKS for p in check(row)]


def texts_of(case):
    return {x: case[x] for x in LANGUAGES if x in case}


@pytest.mark.parametrize("case", CLEAN, ids=lambda c: c["why"])
def test_two_versions_that_say_the_same_are_never_accused(case):
    for one, other in combinations(texts_of(case), 2):
        told = [(p.code, p.facts) for p in found({one: case[one], other: case[other]}) if p.severity != "note"]
        assert told == [], (one, other)


@pytest.mark.parametrize("case", CLEAN, ids=lambda c: c["why"])
def test_four_versions_of_one_row_are_as_silent_as_two(case):
    assert [p.code for p in found(texts_of(case)) if p.severity != "note"] == []


@pytest.mark.parametrize("case", WRONG, ids=lambda c: c["why"])
def test_an_error_in_one_version_is_told_with_its_place_in_both(case):
    texts = texts_of(case)
    problems = found(texts)
    assert [p.code for p in problems] == case["codes"]
    for problem in problems:
        assert {p.language for p in problem.places} <= set(texts)
        for reader in ("en", "fr", "ar"):
            assert "⟨" not in problem.message(reader)


def test_two_figures_that_changed_places_are_told_but_not_of_a_table():
    for many, codes in ((8, ["figures-exchanged"]), (30, [])):
        numbers = [100 + 7 * n for n in range(many)]
        exchanged = [*numbers[:2], numbers[3], numbers[2], *numbers[4:]]
        texts = {
            "en": f"Notes the figures {', '.join(map(str, numbers))};",
            "fr": f"Note les chiffres {', '.join(map(str, exchanged))} ;",
        }
        assert [p.code for p in found(texts)] == codes, many


INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@pytest.mark.parametrize("case", [c for c in CLEAN if "ar" in c], ids=lambda c: c["why"])
def test_the_script_of_the_digits_makes_no_difference(case):
    for text in (case["ar"].translate(INDIC), case["ar"].translate({b: chr(a) for a, b in INDIC.items()})):
        assert [p.code for p in found({"en": case["en"], "ar": text}) if p.severity != "note"] == []


@pytest.mark.parametrize(
    ("en", "ar", "severity"),
    [
        ("Recalls the plan of 2019;", "يستذكر خطة عام ٩١٠٢؛", "warning"),
        ("Recalls the meeting of 25 September 2019;", "يستذكر الاجتماع المعقود في ٥٢ سبتمبر ٩١٠٢؛", "warning"),
    ],
)
def test_arabic_digits_in_reverse_are_damage_and_no_error_of_the_translator(en, ar, severity):
    (problem,) = found({"en": en, "ar": ar})
    assert (problem.code, problem.severity) == ("figures-reversed", severity)


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "a dozen of both, half a million, the hundred and fifth, World War II, Chapter V", ["500000", "105", "2", "5"]),
        ("fr", "Louis XIV, le Ier siècle, un tiers, 10 pour 100, Le Caire", ["14", "1", "1/3", "10"]),
        ("ar", "ألفا دولار، مليوني شخص، المائة والخامسة، ثلاثة أرباع، مليونين ونصف المليون", ["2000", "2000000", "105", "3/4", "2500000"]),
        ("id", "abad ke-21, dua pertiga, seribu lima ratus, keempat belas, satu setengah juta", ["21", "2/3", "1500", "14", "1500000"]),
    ],
)  # fmt: skip
def test_numbers_are_read_whole_in_every_tongue(language, text, values):
    assert [f.value for f in paragraph_of(text, language, Place(language, block=1)).figures] == values


@pytest.mark.parametrize(
    ("hijri", "gregorian", "codes"),
    [("15 شعبان 1446هـ", "14 February 2025", []), ("15 شعبان 1446هـ", "20 February 2025", ["days-differ"])],
)
def test_a_hijri_day_and_a_gregorian_one_may_lie_two_days_apart(hijri, gregorian, codes):
    problems = found({"en": f"Decides to meet on {gregorian};", "ar": f"يقرر الاجتماع في {hijri}؛"})
    assert [p.code for p in problems] == codes
