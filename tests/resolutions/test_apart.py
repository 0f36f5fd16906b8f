"""One row of a translators' file held against itself in its languages: what is told, and what is left alone."""

import tomllib
from pathlib import Path

import pytest

from amana.clerk.knowing import Knowledge
from amana.clerk.pairs import Comparer
from amana.resolutions.clauses_apart import same_clauses
from amana.resolutions.names_apart import same_names
from amana.resolutions.paragraphs import Clause, Named, Paragraph, Reading
from amana.resolutions.session_apart import symbol_of_session
from amana.resolutions.terms import Terms
from amana.resolutions.versions import Row
from amana.values.blocks import Unit
from amana.values.problems import Place

CASES = tomllib.loads((Path(__file__).parent / "apart_cases.toml").read_text(encoding="utf-8"))["case"]
LANGUAGES = ("en", "ar", "fr", "id")


def compared(**texts):
    return Comparer(Knowledge()).compare(Unit(7, Place("memory.tmx"), texts)).findings


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["why"])
def test_a_row_gives_the_findings_that_a_reviser_would_write_down(case):
    found = compared(**{x: case[x] for x in LANGUAGES if x in case})
    assert [p.code for p in found] == case["codes"]
    for problem in found:
        assert problem.facts["key"] == 7
        for reader in LANGUAGES:
            assert "⟨" not in problem.message(reader) and problem.code not in problem.message(reader)


def row(**paragraphs):
    made = {x: Paragraph("operative", "", "…", Place(x, language=x), **said) for x, said in paragraphs.items()}
    return Row("o1", "operative", made)


def named(*ids, kind="state"):
    return {"names": tuple(Named(one, kind, one, 0, 1) for one in ids)}


def test_one_state_in_the_place_of_another_is_an_error():
    (found,) = same_names(row(en=named("ml", "ne"), fr=named("mt", "ne")))
    assert (found.code, found.severity, found.facts["names"]) == ("names-differ", "error", ("en: ml", "fr: mt"))
    assert found.places[0].end == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (named("ml"), named()),
        (named("ml", "ne"), named("ne")),
        (named("place:FR"), named("fr")),
        (named("ml", "ne"), named("mt")),
    ],
    ids=["named on one side", "one more on one side", "a party and its region", "one that was not recognised"],
)
def test_a_name_that_may_only_not_be_recognised_accuses_nobody(one, other):
    assert not list(same_names(row(en=one, fr=other)))


def clause(kind, value=""):
    return {"clauses": (Clause(kind, "…", 0, 1, value),)}


def test_money_said_otherwise_is_a_warning_and_a_clause_on_one_side_a_note():
    (apart,) = same_clauses(row(en=clause("resources", "within_existing"), fr=clause("resources", "additional")))
    (alone,) = same_clauses(row(en={**clause("end"), "function": "extend"}, fr={}))
    assert not list(same_clauses(row(en=clause("end"), fr={})))
    assert (apart.severity, alone.severity) == ("warning", "note")
    assert not list(same_clauses(row(en=clause("review", "2027"), fr=clause("review", "en 2027"))))


def test_the_symbol_of_one_session_on_the_text_of_another_is_an_error():
    right = Reading("en", "1/48-POL", "1/48-POL", session="forty-eighth session", session_number=48)
    wrong = Reading("en", "1/48-POL", "1/48-POL", session="forty-ninth session", session_number=49)
    assert not list(symbol_of_session({"en": right}))
    assert [(p.code, p.severity) for p in symbol_of_session({"en": wrong})] == [("symbol-session-differs", "error")]


TERMS = Terms.of([("focal-point", {"en": "focal point", "fr": "point focal", "ar": "جهة اتصال"})])


@pytest.mark.parametrize(
    ("french", "codes"),
    [("Invite les points focaux nationaux", []), ("Invite les correspondants nationaux", ["term-differs"])],
)
def test_a_term_of_the_house_is_looked_for_in_any_form(french, codes):
    unit = Unit(1, Place("memory.tmx"), {"en": "Invites each focal point", "fr": french})
    found = [p for p in Comparer(Knowledge(terms=TERMS)).compare(unit).findings if p.code == "term-differs"]
    assert [p.code for p in found] == codes and all(p.severity == "note" for p in found)
