"""What goes to translators comes back as it went: every row, every sign, in three formats."""

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from amana.intake.units import units_of
from amana.publish import tbx, tmx, xliff
from amana.publish.translators import UNFIT, Concept, Entry, Term
from amana.values.problems import messages

AR = "يقرر عقد الدورة ⁧(٥٠)⁩ في ١٢/٣ & «القدس» <الشريف>"
ROWS = [
    Entry(
        "pre-1", {"en": "Recalling resolution \u20681/50-POL\u2069,", "ar": "إذ يشير إلى القرار \u20671/50-س\u2069،"}
    ),
    Entry("op 1", {"en": "Decides to meet;", "ar": AR}, "reviewed", ["figures-differ: 50"], {"symbol": "1/50-POL"}),
    Entry("op 1", {"en": "  two  blanks\tand a tab ", "ar": ""}),
]
WAYS = {
    "tmx": lambda rows, told=lambda p: None: tmx.memory(rows, "en", told),
    "1.2": lambda rows, told=lambda p: None: xliff.file(rows, xliff.Errand("1/50-POL", "en", "ar"), "1.2", told),
    "2.0": lambda rows, told=lambda p: None: xliff.file(rows, xliff.Errand("1/50-POL", "en", "ar"), "2.0", told),
}


def back(way, rows):
    """What is read again of what was written."""
    return list(units_of("back", io.BytesIO(b"".join(WAYS[way](rows)))))


@pytest.mark.parametrize("way", WAYS)
def test_rows_come_back_as_they_went(way):
    plain = [{k: v for k, v in row.texts.items() if v} for row in ROWS]
    if way == "tmx":  # TMX has no word for blanks that count
        plain[2] = {"en": "two blanks and a tab"}
    units = back(way, ROWS)
    assert [dict(unit.texts) for unit in units] == plain
    assert [unit.id for unit in units] == ["pre-1", "op 1", "op 1"]


@pytest.mark.parametrize(("way", "state"), [("1.2", "signed-off"), ("2.0", "reviewed")])
def test_the_state_of_a_row_goes_and_comes(way, state):
    assert [unit.state for unit in back(way, ROWS)] == ["", state, ""]


@pytest.mark.parametrize("way", WAYS)
def test_findings_and_properties_go_along(way):
    text = b"".join(WAYS[way](ROWS)).decode()
    assert "figures-differ: 50" in text
    assert re.search(r"symbol(: |\">)1/50-POL", text)


@pytest.mark.parametrize("way", WAYS)
def test_the_same_rows_give_the_same_bytes(way):
    assert b"".join(WAYS[way](ROWS)) == b"".join(WAYS[way](iter(ROWS)))


@pytest.mark.parametrize("way", ["1.2", "2.0"])
def test_no_identifier_stands_twice(way):
    units = etree.fromstring(b"".join(WAYS[way](ROWS))).iter("{*}unit", "{*}trans-unit")
    assert [unit.get("id") for unit in units] == ["pre-1", "op_1", "op_1-2"]


@pytest.mark.parametrize("way", WAYS)
def test_signs_that_xml_cannot_hold_are_replaced_and_told(way):
    told = []
    data = b"".join(WAYS[way]([Entry("op-1", {"en": "a\x00b\ud800"})], told.append))
    assert [(p.code, p.facts["key"], p.facts["signs"]) for p in told] == [("publish-signs-replaced", "op-1", 2)]
    assert "a\ufffdb\ufffd" in data.decode()
    for language in ("en", "ar", "fr", "id"):
        assert "op-1" in messages(language)["publish-signs-replaced"].replace("{key}", "op-1")


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(WAYS)),
    st.lists(st.tuples(st.text(max_size=8), st.text(max_size=40), st.text(max_size=40)), max_size=4),
)
def test_whatever_the_texts_are_they_come_back(way, rows):
    wanted = [(key, en, ar) for key, en, ar in rows if plain(en)]
    units = back(way, [Entry(key, {"en": en, "ar": ar}) for key, en, ar in wanted])
    told = [(unit.texts.get("en", ""), unit.texts.get("ar", "")) for unit in units]
    assert [tuple(map(plain, pair)) for pair in told] == [(plain(en), plain(ar)) for _, en, ar in wanted]


def plain(text):
    """A text but for signs that XML cannot hold and for how it is spaced."""
    fit = re.sub("[ \t\r\n]+", " ", UNFIT.sub("\ufffd", text)).strip(" ")
    return fit if fit.strip() else ""


def test_terms_are_given_by_concept_and_language():
    summit = Concept(
        "1",
        [Term("en", "Islamic Summit", "preferred", "Charter, art. 6"), Term("ar", "القمة الإسلامية"), Term("fr", " ")],
        field="organs",
        note="the supreme authority",
    )
    root = etree.fromstring(b"".join(tbx.terms([summit, Concept("2", [])], "Terms of the house")))
    (entry,) = root.iter("{*}conceptEntry")
    assert entry.get("id") == "c1"
    sections = {s.get("{http://www.w3.org/XML/1998/namespace}lang"): s for s in entry.iterchildren("{*}langSec")}
    assert {k: s.findtext("{*}termSec/{*}term") for k, s in sections.items()} == {
        "en": "Islamic Summit",
        "ar": "القمة الإسلامية",
    }
    assert sections["en"].findtext("{*}termSec/{*}termNote") == "preferredTerm-admn-sts"
    assert sections["en"].findtext("{*}termSec/{*}admin") == "Charter, art. 6"
