"""Every text shipped as an example or a specimen is whole, says what it is, and reads the same as text and in Word."""

from __future__ import annotations

import importlib.util
import unicodedata
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
EXAMPLE = ROOT / "organizations" / "example" / "resolutions"
TEXTS = sorted(SAMPLES.glob("*/*.txt"))
SPECIMENS = [t for t in TEXTS if t.parent.name != "example"]
LANGUAGES = {"ar", "en", "fr"}


def _language(path: Path) -> str:
    return path.stem.rpartition(".")[2]


def _maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_docx", SAMPLES / "make_docx.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKER = _maker()


def _named(path: Path) -> str:
    return path.name


def test_three_specimens_and_six_example_texts_stand_in_three_languages() -> None:
    languages: dict[str, set[str]] = {}
    for text in TEXTS:
        languages.setdefault(text.stem.rpartition(".")[0], set()).add(_language(text))
    assert len(languages) == 9
    assert all(found == LANGUAGES for found in languages.values())


@pytest.mark.parametrize("path", TEXTS, ids=_named)
def test_a_text_is_in_canonical_form(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert text == unicodedata.normalize("NFC", text)
    assert text == "\n\n".join(b.strip() for b in MAKER.blocks(text)) + "\n"
    assert not {c for c in text if unicodedata.category(c) in ("Cf", "Cc") and c != "\n"}


@pytest.mark.parametrize("path", SPECIMENS, ids=_named)
def test_a_specimen_says_so_on_its_face(path: Path) -> None:
    mark = MAKER.MARKS[_language(path)]
    assert MAKER.blocks(path.read_text(encoding="utf-8"))[0] == mark
    assert Document(str(path.with_suffix(".docx"))).paragraphs[0].text == mark


@pytest.mark.parametrize("path", TEXTS, ids=_named)
def test_text_and_word_have_equal_blocks(path: Path) -> None:
    in_text = [" ".join(b.split()) for b in MAKER.blocks(path.read_text(encoding="utf-8"))]
    in_word = [" ".join(p.text.split()) for p in Document(str(path.with_suffix(".docx"))).paragraphs]
    assert in_word == in_text


@pytest.mark.parametrize("path", [t for t in TEXTS if _language(t) == "ar"], ids=_named)
def test_arabic_runs_from_right_to_left_in_word(path: Path) -> None:
    doc = Document(str(path.with_suffix(".docx")))
    assert doc.sections[0]._sectPr.find(qn("w:bidi")) is not None
    for paragraph in doc.paragraphs:
        assert paragraph._p.get_or_add_pPr().find(qn("w:bidi")) is not None, paragraph.text
        for run in paragraph.runs:
            latin = run.text.isascii() and run.text[:1].isalpha()
            assert (run._r.get_or_add_rPr().find(qn("w:rtl")) is None) == latin, run.text


@pytest.mark.parametrize("path", TEXTS, ids=_named)
def test_a_word_document_is_what_its_maker_makes_of_the_text(path: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.docx"
    again.write_bytes(MAKER.document(path.read_text(encoding="utf-8"), _language(path)))
    with ZipFile(again) as made, ZipFile(path.with_suffix(".docx")) as shipped:
        assert made.read("word/document.xml") == shipped.read("word/document.xml")


@pytest.mark.parametrize("path", sorted((SAMPLES / "example").glob("*.txt")), ids=_named)
def test_the_example_texts_are_those_of_the_folder(path: Path) -> None:
    slug, _, language = path.stem.rpartition(".")
    (kept,) = EXAMPLE.glob(f"*/{slug}/{language}.txt")
    assert path.read_bytes() == kept.read_bytes()
