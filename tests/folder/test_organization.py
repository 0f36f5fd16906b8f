"""What the whole organization answers, and the order in which its facts can be entered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from amana import folder
from amana.charter.organs import Organ, OrganName
from amana.folder.texts import blocks_of, compose, settled, words_after
from amana.resolutions.accepted import Accepted, AcceptedRow, AcceptedText
from amana.values.words import Words


def test_what_a_row_says_is_its_block_after_the_label(coasts: Path) -> None:
    opening, request = folder.read(coasts).resolution("r-1").rows
    assert opening.texts == Words(ar="إن المجلس،", en="The Council,")
    assert request.texts["ar"] == "يطلب من الأمين العام متابعة التنفيذ."
    assert request.texts["en"] == "Requests the Secretary General\nto follow up."


def test_names_of_every_period_and_forms_are_found_in_texts(coasts: Path) -> None:
    names = folder.read(coasts).gazetteer()
    text = "The Council of Ministers thanks Eswatini, then Swaziland, the Kingdom and the Secretary General"
    assert [found.id for found in names.find(text, "en")] == ["council", "sw", "sw", "sa", "sg"]


def test_facts_come_in_an_order_in_which_they_can_be_entered(coasts: Path) -> None:
    org = folder.read(coasts)
    below = Organ("bureau", "standing", (OrganName(Words(en="Bureau")),), parent="council")
    renewing = replace(org.resolutions[0], id="r-0", symbol="0/1-P", renews=("r-1",), rows=())
    facts = [*folder.facts_of(org), ("organ", "bureau", below), ("resolution", "r-0", renewing)]
    keys = [key for _, key, _ in folder.facts_of(folder.organization_from(facts))]
    assert keys[0] == "coasts"
    assert keys.index("NOTE") < keys.index("sa") < keys.index("council") < keys.index("bureau") < keys.index("ch-1")
    assert keys.index("ch-1") < keys.index("co-1") < keys.index("eg-10") < keys.index("sg-1") < keys.index("r-1")
    assert keys.index("r-1") < keys.index("r-0")


def test_the_order_is_natural_not_alphabetical(coasts: Path) -> None:
    assert [e.id for e in folder.read(coasts).standings] == ["eg-1", "eg-2", "eg-10", "sa-1"]


def test_facts_without_a_profile_are_no_organization() -> None:
    with pytest.raises(ValueError, match="profile"):
        folder.organization_from([])


@pytest.mark.parametrize(
    ("block", "label", "words"),
    [
        ("4. Requests", "4.", "Requests"),
        ("4 - Requests", "4", "Requests"),
        ("٤ـ يطلب", "4", "يطلب"),
        ("٤ - يطلب", "٤", "يطلب"),
        ("أ) إعداد تقرير", "أ", "إعداد تقرير"),
        ("(a) to report", "a", "to report"),
        ("1) Prie", "1°", "Prie"),
        ("14 States", "1", "14 States"),
        ("Requests", "4.", "Requests"),
        ("Annexes", "", "Annexes"),
    ],
)
def test_the_label_is_taken_off_as_a_reader_would(block: str, label: str, words: str) -> None:
    assert words_after(block, label) == words


def test_an_accepted_text_is_settled_once_and_for_all() -> None:
    pairs = [("", "The Council,"), ("1.", "Requests all;")]
    rows = tuple(
        AcceptedRow(f"p{n}", f"o{n}", "operative", Words(en=words), Words(en=label), {"en": n})
        for n, (label, words) in enumerate(pairs, 1)
    )
    texts = (AcceptedText("en", compose(pairs)), AcceptedText("ar", "إن المجلس،\r\n"))
    once = settled(Accepted("r", "1/1-P", "council", "co-1", Words(), texts=texts, rows=rows), ("ar", "en"))
    assert once.rows == rows
    assert [(t.language, len(blocks_of(t.text)), t.text[-2:]) for t in once.texts] == [
        ("ar", 1, "،\n"),
        ("en", 2, ";\n"),
    ]
    assert settled(once, ("ar", "en")) == once
