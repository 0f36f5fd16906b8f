"""Texts of the United Nations Security Council, which nobody here wrote, read without a lost paragraph."""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from amana.intake import Received, blocks_of
from amana.resolutions.reading import Reading, read

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "unsc-en"
CASES = tomllib.loads((Path(__file__).parent / "unsc_cases.toml").read_text(encoding="utf-8"))["case"]

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus unsc-en is not beside the project")


@cache
def document(name: str) -> tuple[Received, Reading]:
    received = blocks_of(name, (CORPUS / name).read_bytes())
    return received, read(received.blocks)


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['file'][6:16]}-{c['block']}")
def test_a_paragraph_is_read_as_a_person_reads_it(case):
    _, reading = document(case["file"])
    paragraph = next(p for p in reading.paragraphs if case["block"] in p.blocks)
    assert paragraph.text.startswith(case["opening"])
    assert (paragraph.part, paragraph.label) == (case["part"], case["label"])
    assert paragraph.function == (case["function"] or None)
    assert [a.id for a in paragraph.addressees if a.role == "implementer"] == case["addressees"]
    assert (paragraph.deadline.text if paragraph.deadline else "") == case["deadline"]


def test_every_block_of_every_text_ends_in_exactly_one_paragraph():
    for file in sorted(CORPUS.glob("*.txt")):
        received, reading = document(file.name)
        assert sorted(b for p in reading.paragraphs for b in p.blocks) == [b.place.block for b in received.blocks]


def test_only_a_text_that_breaks_off_has_no_operative_part():
    without = [
        f.name
        for f in sorted(CORPUS.glob("*.txt"))
        if not any(p.part == "operative" for p in document(f.name)[1].paragraphs)
    ]
    assert without == ["S_RES_0565_1985_EN_GOLD.txt"]
    assert next(p.code for p in document(without[0])[1].problems) == "reading-no-operative"


def test_only_under_a_section_or_a_new_organ_a_preamble_begins_again():
    again = set()
    for file in sorted(CORPUS.glob("*.txt")):
        before = "preambular"
        for paragraph in document(file.name)[1].paragraphs:
            if before == "operative" and paragraph.part == "preambular":
                again.add(file.name)
            before = paragraph.part
    assert again == set()
