"""Two years of one subject: what was reworded, dropped, new, moved or split, and what changed, verbs by name."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from amana.resolutions.paragraphs import Reading
from amana.resolutions.reading import read
from amana.resolutions.years import Pair, compared
from amana.values.blocks import Block
from amana.values.problems import Place

CASES = tomllib.loads((Path(__file__).parent / "years_cases.toml").read_text(encoding="utf-8"))["case"]
HEADS = {"en": "The Council of Ministers,", "fr": "Le Conseil des ministres,", "ar": "إن مجلس الوزراء،"}


def text(*operative: str, language: str = "en", preamble: tuple[str, ...] = ()) -> Reading:
    blocks = [HEADS[language], *preamble, *(f"{n}. {said}" for n, said in enumerate(operative, 1))]
    return read([Block(said, Place("text", block=n)) for n, said in enumerate(blocks, 1)], language)


def one(case: dict[str, Any], name: str) -> Reading:
    recital = case[name].rstrip().endswith((",", "،"))
    said = {"preamble": (case[name],)} if recital else {}
    return text(*(() if recital else (case[name],)), language=case["language"], **said)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["why"])
def test_a_change_is_told_in_the_words_of_the_house(case: dict[str, Any]) -> None:
    pair = compared(one(case, "before"), one(case, "after"))[-1]
    assert [c.message("en") for c in pair.changes] == case["told"]


HARBOURS = (
    "Calls upon Member States to provide twenty million dollars for the reconstruction of the harbours of the coast"
)
PILOTS = "calls upon them to train 100 pilots every year in the schools of the Organisation"
SEIZED = "Decides to remain seized of the matter."
OFFER = "Welcomes the offer of Jordan to act as host to a school of pilots;"


def kinds(before: Reading, after: Reading) -> list[str]:
    return [pair.kind + (" moved" if pair.moved else "") for pair in compared(before, after)][1:]


def test_paragraphs_that_are_new_or_dropped_shift_nothing() -> None:
    assert kinds(text(HARBOURS + ";", OFFER, SEIZED), text(HARBOURS + ";", SEIZED)) == ["same", "dropped", "same"]
    assert kinds(text(HARBOURS + ";", SEIZED), text(HARBOURS + ";", OFFER, SEIZED)) == ["same", "new", "same"]


def test_a_paragraph_that_stands_elsewhere_is_moved() -> None:
    assert sorted(kinds(text(OFFER, HARBOURS + ";", SEIZED), text(HARBOURS + ";", SEIZED, OFFER))) == [
        "same",
        "same",
        "same moved",
    ]


def test_a_paragraph_that_is_only_a_little_like_one_elsewhere_is_new() -> None:
    other = "Welcomes the offer of a school for the masters of the harbours;"
    assert sorted(kinds(text(OFFER, HARBOURS + ";", SEIZED), text(HARBOURS + ";", SEIZED, other))) == [
        "dropped",
        "new",
        "same",
        "same",
    ]


def test_one_paragraph_that_became_two_is_split_and_two_that_became_one_are_merged() -> None:
    whole, apart = text(f"{HARBOURS}, and {PILOTS};", SEIZED), text(f"{HARBOURS};", f"C{PILOTS[1:]};", SEIZED)
    assert kinds(whole, apart) == ["split", "same"]
    assert kinds(apart, whole) == ["merged", "same"]


def test_both_texts_are_whole_in_their_stretches() -> None:
    old, new = text(f"{HARBOURS};", OFFER), text(f"{HARBOURS.replace('twenty', 'thirty')};", SEIZED)
    for pair in compared(old, new):
        assert "".join(words for words, _ in pair.left) == " ".join(p.text for p in pair.before)
        assert "".join(words for words, _ in pair.right) == " ".join(p.text for p in pair.after)


def test_every_paragraph_of_both_years_stands_in_exactly_one_pair() -> None:
    old = text(
        OFFER,
        f"{HARBOURS}, and {PILOTS};",
        SEIZED,
        preamble=("Recalling the Charter,", "Deeply concerned at the drought,"),
    )
    new = text(f"{HARBOURS};", SEIZED, preamble=("Deeply concerned at the floods,", "Recalling the Charter,"))
    pairs = compared(old, new)
    assert sorted(p.text for pair in pairs for p in pair.before) == sorted(p.text for p in old.paragraphs)
    assert [p.text for pair in pairs for p in pair.after] == [p.text for p in new.paragraphs]


def test_a_year_held_against_itself_changed_in_nothing() -> None:
    same = text(HARBOURS + ";", OFFER, SEIZED)
    assert all(
        pair == Pair("same", pair.before, pair.after, False, (), pair.left, pair.right) for pair in compared(same, same)
    )


def test_whom_a_merged_paragraph_names_without_its_verb_is_not_dropped() -> None:
    paid = "Invite les États membres à verser dix millions de dollars au fonds de reconstruction des ports"
    built = "la Banque islamique de développement à financer deux hôpitaux dans les villes de la côte"
    pairs = compared(text(paid, f"Invite {built}", language="fr"), text(f"{paid}, et {built}", language="fr"))
    assert (pairs[-1].kind, [c.code for c in pairs[-1].changes]) == ("merged", [])
