"""Who and what is named in a text, and what only sounds so."""

import tomllib
from pathlib import Path

import pytest

from amana.resolutions.naming import may_mean, names_of, places
from amana.values.names import Entry, Gazetteer

CASES = tomllib.loads((Path(__file__).parent / "naming_cases.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:50])
def test_names_are_found_and_adjectives_and_roles_are_none(case):
    found = names_of(case["text"], case["language"])
    assert [n.id for n in found] == case["names"]
    assert all(case["text"][n.start : n.end] == n.text for n in found)


def test_a_party_of_the_house_has_its_id_in_every_language():
    house = Gazetteer([Entry("eg", "party", {"en": ("Egypt",)}), Entry("cfm", "organ", {"en": ("Council",)})])
    said = {"en": "Egypt and the Council", "fr": "l’Égypte", "ar": "ولمصر", "id": "Mesir"}
    assert [[n.id for n in names_of(text, code, house)] for code, text in said.items()] == [
        ["eg", "cfm"], ["eg"], ["eg"], ["eg"]
    ]  # fmt: skip
    assert may_mean("eg", "les autorités égyptiennes", "fr", house)


def test_an_arabic_name_that_is_a_common_word_too_needs_a_word_that_makes_it_a_name():
    house = Gazetteer([Entry("ml", "party", {"ar": ("مالي",)})])
    said = ("دعم مالي", "حكومة مالي")
    assert [[n.id for n in names_of(text, "ar", house)] for text in said] == [[], ["ml"]]


@pytest.mark.parametrize(
    ("who", "language", "text", "may"),
    [
        ("place:SA", "ar", "الحكومة السعودية", True),
        ("place:FR", "ar", "الحكومة الفرنسية", True),
        ("place:NL", "en", "the Dutch authorities", True),
        ("place:DZ", "ar", "الدول الأعضاء", False),
        ("place:JP", "fr", "le Gouvernement chinois", False),
        ("nobody-knows", "en", "anything", True),
    ],
)
def test_a_check_may_ask_whether_a_text_may_speak_of_somebody(who, language, text, may):
    assert may_mean(who, text, language) is may


def test_every_state_has_a_name_in_every_language_and_no_form_means_two():
    states = [known for known in places() if known.kind == "state"]
    assert len(states) > 190
    for language in ("en", "fr", "ar", "id"):
        forms = [form for known in states for form in known.forms[language]]
        assert sorted(forms) == sorted(set(forms))
        assert all(known.forms[language] for known in states)
