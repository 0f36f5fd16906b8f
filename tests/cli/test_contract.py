"""What programs may rely on: the fields of a line, their order, and one line for each file whatever it is."""

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from amana.clerk.lines import reading_line
from amana.intake import blocks_of
from amana.resolutions.reading import read
from amana.values.problems import NotReadable

from .conftest import Run

READING = ["file", "language", "symbol", "title", "paragraphs", "adoption", "problems"]
PARAGRAPH = [
    "id", "label", "part", "function", "strength", "text", "place", "citations", "days", "addressees", "deadline", "report",
]  # fmt: skip
ADOPTION = ["how", "yes", "no", "abstain", "lists"]
FINDING = ["code", "severity", "key", "places", "facts", "message"]
DROUGHT = [f"samples/drought-early-warning/drought-early-warning.{x}.txt" for x in ("ar", "en", "fr")]


@pytest.fixture(scope="module")
def schema(root: Path) -> Any:
    """The schema of that name, as a validator."""
    return lambda name: Draft202012Validator(json.loads((root / f"docs/schemas/{name}.schema.json").read_text("utf-8")))


def test_every_resolution_that_is_read_has_the_promised_fields_in_their_order(
    amana: Run, schema: Any, root: Path
) -> None:
    samples = sorted(str(p.relative_to(root)) for p in root.glob("samples/*/*.txt"))
    lines = amana("read", *samples, "--json").objects
    assert [line["file"] for line in lines] == samples
    for line in lines:
        assert list(line)[: len(READING)] == READING
        assert line["adoption"] is None or list(line["adoption"])[: len(ADOPTION)] == ADOPTION
        for paragraph in line["paragraphs"]:
            assert list(paragraph)[: len(PARAGRAPH)] == PARAGRAPH
        assert [e.message for e in schema("reading").iter_errors(line)] == []


def test_every_finding_has_the_promised_fields_in_their_order(amana: Run, schema: Any) -> None:
    ran = amana("compare", *DROUGHT, "--json")
    assert ran.code == 1
    for line in ran.objects:
        assert list(line) == FINDING
        assert [e.message for e in schema("finding").iter_errors(line)] == []


def test_a_row_of_pairs_has_its_number_for_key(amana: Run, schema: Any, tmp_path: Path) -> None:
    pairs = tmp_path / "p.tsv"
    pairs.write_text("en\tfr\nDecides to pay 45 florins.\tDécide de payer 45 florins.\nPay 45.\tPayer 54.\n", "utf-8")
    (line,) = amana("compare", "--pairs", str(pairs), "--json").objects
    assert (list(line), line["key"]) == (FINDING, 2)
    assert [e.message for e in schema("finding").iter_errors(line)] == []


def test_a_file_that_cannot_be_read_has_its_line_where_it_stands(amana: Run, schema: Any, tmp_path: Path) -> None:
    picture = tmp_path / "b.docx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    ran = amana("read", DROUGHT[1], str(picture), str(tmp_path / "none"), DROUGHT[2], "--json")
    assert ran.code == 2
    assert [line["language"] for line in ran.objects] == ["en", None, None, "fr"]
    assert [line["problems"][0]["code"] for line in ran.objects[1:3]] == ["intake-not-text", "cli-file-unreadable"]
    for line in ran.objects:
        assert [e.message for e in schema("reading").iter_errors(line)] == []


def test_several_processes_give_the_same_lines(amana: Run) -> None:
    alone = amana("read", *DROUGHT, "none", *DROUGHT, "--json")
    assert amana("read", *DROUGHT, "none", *DROUGHT, "--json", "--jobs", "2").out == alone.out


def test_a_language_that_is_given_is_believed(amana: Run) -> None:
    (line,) = amana("read", DROUGHT[1], "--language", "id", "--json").objects
    assert line["language"] == "id"


def blocks(text: str) -> list[str]:
    """The blocks between blank lines, or pages, that have anything to be seen in them."""
    found = re.split(r"\n(?:[^\S\n]*\n)+", re.sub("[\f\u2029]", "\n\n", text).replace("\u2028", "\n"))
    return [b for b in found if any(unicodedata.category(c) not in ("Cc", "Cf", "Zs", "Zl", "Zp") for c in b)]


WORDS = st.sampled_from(
    ["1.", "(a)", "4", "٤ -", "-", "*", "a", "The Council,", "Recalling its resolution 3/49-POL,", "Annex", "to act",
     "Requests the bank to report;", "إن المجلس،", "يطلب من الأمين العام", "Adopted without a vote.", "\n\n", "\n", "\f"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(WORDS, st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=8)), max_size=30)


@settings(max_examples=150, deadline=None)
@given(TEXTS.map(" ".join), st.sampled_from(["ar", "en", "fr", "id"]))
def test_with_blocks_there_are_as_many_paragraphs_as_blocks_between_blank_lines(text: str, language: str) -> None:
    try:
        received = blocks_of("x.txt", text.encode(), exact=True)
    except NotReadable:
        return
    line = reading_line("x.txt", read(received.blocks, language, exact=True))
    assert len(line["paragraphs"]) == len(blocks(text))
    assert [p["place"]["block"] for p in line["paragraphs"]] == list(range(1, len(blocks(text)) + 1))


def test_blocks_keep_what_the_reader_would_join(amana: Run, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text(
        "The Council,\n\nNoting the\n\nreport,\n\n4\n\nRequests the bank to act.\n\nwithin a year\n", "utf-8"
    )
    assert len(amana("read", str(text), "--language", "en", "--json").objects[0]["paragraphs"]) < 6
    exact = amana("read", str(text), "--language", "en", "--blocks", "--json").objects[0]["paragraphs"]
    assert [p["text"] or p["label"] for p in exact] == [
        "The Council,", "Noting the", "report,", "4", "Requests the bank to act.", "within a year",
    ]  # fmt: skip
    assert [p["part"] for p in exact][1:3] == ["preambular", "preambular"]
