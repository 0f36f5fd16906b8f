"""Sentences as translators write them, freely, give no accusation; the same with one thing wrong give the one that is true."""

import csv
from itertools import combinations
from pathlib import Path

import pytest

from amana.clerk.knowing import Knowledge
from amana.clerk.pairs import Comparer
from amana.values.blocks import Unit
from amana.values.problems import Place

HERE = Path(__file__).parent
COMPARER = Comparer(Knowledge())


def table(name):
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def told(**texts):
    findings = COMPARER.compare(Unit(1, Place("pairs.tsv"), texts)).findings
    return [(p.code, p.severity) for p in findings if p.severity in ("error", "warning")]


CLEAN, WRONG = table("clean_pairs.tsv"), table("wrong_pairs.tsv")


@pytest.mark.parametrize("row", CLEAN, ids=lambda row: row["en"][:40])
def test_what_translators_say_freely_is_no_more_than_a_note(row):
    assert not [f for two in combinations(row, 2) for f in told(**{x: row[x] for x in two})]


@pytest.mark.parametrize("row", WRONG, ids=lambda row: row["text"][:40])
def test_what_is_wrong_is_told_by_its_name(row):
    codes = [code for code, _ in told(**{row["language"]: row["text"], row["other"]: row["other text"]})]
    assert row["code"] in codes


def test_the_tables_are_long_enough_to_tell():
    assert len(CLEAN) * 3 >= 180
    assert len(WRONG) >= 40


def test_a_verb_and_an_addressee_that_differ_are_shown_at_their_very_words():
    texts = {
        "en": "Also requests the Secretary-General to visit the country;",
        "ar": "يدعو الدول الأعضاء إلى زيارة البلد؛",
    }
    findings = COMPARER.compare(Unit(1, Place("pairs.tsv"), texts)).findings
    shown = {p.code: [texts[x.language or ""][x.start : x.end] for x in p.places] for p in findings}
    assert [words.split()[0] for words in shown["function-differs"]] == ["requests", "يدعو"]
    assert shown["addressee-differs"] == ["Secretary-General", "الدول الأعضاء"]


def test_the_secretary_general_for_the_general_secretariat_is_no_more_than_a_note():
    texts = {"en": "Requests the Secretary-General to report;", "ar": "يطلب من الأمانة العامة تقديم تقرير؛"}
    findings = COMPARER.compare(Unit(1, Place("pairs.tsv"), texts)).findings
    assert [(p.code, p.severity) for p in findings] == [("addressee-differs", "note")]
