"""A draft rolled over as a Word file: rejecting its changes gives last year's text, accepting them the draft."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from amana import folder
from amana.clerk import drafting, knowing
from amana.intake import word
from amana.publish.clean_word import clean
from amana.publish.rolled_word import rolled_word
from amana.resolutions.rollover import Known, Rolled

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def drafts() -> dict[str, Rolled]:
    org = folder.read(ROOT / "organizations" / "example")
    known = knowing.of(org)
    files = sorted((ROOT / "samples" / "example").glob("lc-c-5-res-1.*.docx"))
    made = known.sheet((file.name, file.read_bytes()) for file in files)
    coming, past = org.sessions_by_id["co-6"], org.sessions_by_id["co-5"]
    return {d.language: d for d in drafting.rolled_over(made, past, coming, Known(known.patterns, known.gazetteer))}


def written(draft: Rolled, language: str = "en") -> bytes:
    return rolled_word(draft, lambda problem: problem.message(language), language)


def said(text: str) -> str:
    return "".join(c for c in text if c not in "\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_rejected_it_is_last_years_text_and_accepted_the_draft(drafts: dict[str, Rolled], language: str) -> None:
    draft, data = drafts[language], written(drafts[language])
    accepted, _ = word.read("draft.docx", data)
    original, _ = word.read("draft.docx", data, tracked="original")
    assert [said(b.text) for b in accepted] == [f"{p.label} {p.after}".strip() for p in draft.paragraphs]
    assert [said(b.text) for b in original] == [f"{p.label} {p.text}".strip() for p in draft.paragraphs if not p.added]


def test_every_mark_is_a_comment_that_says_why_and_nobody_and_no_hour(drafts: dict[str, Rolled]) -> None:
    packed = ZipFile(BytesIO(written(drafts["en"], "fr")))
    comments, body = (packed.read(f"word/{name}.xml").decode() for name in ("comments", "document"))
    assert comments.count("<w:comment ") == len(drafts["en"].marks) > 5
    assert "w:date=" not in comments + body and 'w:author="Amana"' in body
    assert "la session suivant celle de l’an dernier" in comments


def test_its_comments_run_in_the_direction_of_whoever_reads_them(drafts: dict[str, Rolled]) -> None:
    for spoken, rtl in (("ar", True), ("en", False)):
        comments = ZipFile(BytesIO(written(drafts["en"], spoken))).read("word/comments.xml").decode()
        assert (comments.count("<w:bidi/>") == comments.count("<w:comment ")) is rtl
        assert ("<w:rtl/>" in comments) is rtl and ("\u2066LC/C." in comments) is rtl


def test_it_is_the_same_twice_and_clean_where_it_is_issued(drafts: dict[str, Rolled]) -> None:
    data = written(drafts["ar"])
    assert ZipFile(BytesIO(data)).read("word/document.xml") == ZipFile(BytesIO(written(drafts["ar"]))).read(
        "word/document.xml"
    )
    cleaned = ZipFile(BytesIO(clean(data).data))
    assert b"<w:ins" not in cleaned.read("word/document.xml") and "word/comments.xml" not in cleaned.namelist()
