"""A Word file that leaves the house says what was adopted and nothing of who worked on it; told by unpacking it."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from amana.publish import clean_word, version_word
from amana.values.problems import NotReadable

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WHO = 'w:id="1" w:author="Tara Translator" w:date="2026-01-02T03:04:05Z"'
BODY = f"""
<w:p w:rsidR="00AB12CD"><w:pPr><w:pPrChange {WHO}><w:pPr/></w:pPrChange></w:pPr>
 <w:commentRangeStart w:id="0"/><w:r w:rsidR="00AB12CD"><w:t xml:space="preserve">Decides to meet </w:t></w:r><w:commentRangeEnd w:id="0"/>
 <w:r><w:commentReference w:id="0"/></w:r>
 <w:del {WHO}><w:r><w:delText>in March </w:delText></w:r></w:del><w:ins {WHO}><w:r><w:rPr><w:rPrChange {WHO}><w:rPr/></w:rPrChange></w:rPr><w:t>in April</w:t></w:r></w:ins><w:proofErr w:type="spellStart"/></w:p>
<w:p><w:moveFrom {WHO}><w:r><w:t>Moved away.</w:t></w:r></w:moveFrom><w:moveTo {WHO}><w:r><w:t>Moved here.</w:t></w:r></w:moveTo></w:p>
<w:p><w:pPr><w:rPr><w:del {WHO}/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">One half </w:t></w:r></w:p>
<w:p><w:r><w:t>and the other.</w:t></w:r></w:p>
<w:tbl><w:tr><w:trPr><w:del {WHO}/></w:trPr><w:tc><w:p><w:r><w:t>struck row</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:trPr><w:ins {WHO}/></w:trPr><w:tc><w:p><w:r><w:t>kept row</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>whispered</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Said.</w:t></w:r></w:p>
"""
COMMENTS = f'<w:comments {W}><w:comment w:id="0" w:author="Rami Reviser"><w:p><w:r><w:t>are we sure?</w:t></w:r></w:p></w:comment></w:comments>'
PEOPLE = '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="Tara Translator"/></w15:people>'
CUSTOM = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><p>Secret client</p></Properties>'


def worked_on() -> bytes:
    """A document with everything that a translator's word processor leaves in one."""
    made = docx.Document()
    made.core_properties.author, made.core_properties.last_modified_by = "Tara Translator", "Rami Reviser"
    plain = BytesIO()
    made.save(plain)
    out = BytesIO()
    with ZipFile(plain) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = f"<w:document {W}><w:body>{BODY}</w:body></w:document>".encode()
            if name == "word/settings.xml":
                data = data.replace(
                    b"</w:settings>",
                    b'<w:trackRevisions/><w:docVars><w:docVar w:name="client" w:val="Secret client"/></w:docVars></w:settings>',
                )
            new.writestr(name, data)
        for name, text in (
            ("word/comments.xml", COMMENTS),
            ("word/people.xml", PEOPLE),
            ("docProps/custom.xml", CUSTOM),
        ):
            new.writestr(name, text)
    return out.getvalue()


def unpacked(data: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(data)) as packed:
        return {name: packed.read(name).decode("utf-8", "replace") for name in packed.namelist()}


def test_changes_are_accepted_and_the_text_reads_as_decided() -> None:
    cleaned = clean_word.clean(worked_on())
    texts = [p.text for p in docx.Document(BytesIO(cleaned.data)).paragraphs]
    assert [" ".join(t.split()) for t in texts] == [
        "Decides to meet in April",
        "Moved here.",
        "One half and the other.",
        "Said.",
    ]
    table = docx.Document(BytesIO(cleaned.data)).tables[0]
    assert [cell.text for row in table.rows for cell in row.cells] == ["kept row"]


@pytest.mark.parametrize("trace", ["Tara", "Rami", "are we sure", "Secret client", "rsid", "w:ins ", "w:del ", "PrChange", "comment", "struck row", "trackRevisions", "2026-01-02", "whispered"])  # fmt: skip
def test_nothing_is_left_of_who_worked_on_it(trace: str) -> None:
    parts = unpacked(clean_word.clean(worked_on()).data)
    assert [name for name, text in parts.items() if trace in text or trace in name] == []


def test_what_was_removed_is_counted() -> None:
    removed = clean_word.clean(worked_on()).removed
    assert (
        removed["insertions"] >= 2
        and removed["deletions"] >= 4
        and removed["comments"] == 1
        and removed["authors"] >= 2
        and removed["hidden text"] == 1
    )


def test_what_a_style_hides_is_not_issued_either() -> None:
    made = docx.Document()
    made.styles["Quote"].font.hidden = True
    made.add_paragraph("Decides.")
    made.add_paragraph("Of which nobody knows.", style="Quote")
    file = BytesIO()
    made.save(file)
    cleaned = clean_word.clean(file.getvalue())
    assert cleaned.removed["hidden text"] == 1 and "nobody knows" not in unpacked(cleaned.data)["word/document.xml"]
    assert "Decides." in unpacked(cleaned.data)["word/document.xml"]


def test_cleaning_twice_changes_nothing_and_the_same_bytes_give_the_same() -> None:
    once = clean_word.clean(worked_on()).data
    assert clean_word.clean(once).data == once == clean_word.clean(worked_on()).data


def test_what_is_no_word_file_is_refused_in_words() -> None:
    for data in (b"", b"PK\x03\x04 no", worked_on()[:900]):
        with pytest.raises(NotReadable):
            clean_word.clean(data, name="a.docx")


def test_a_version_that_is_issued_names_nobody_and_runs_in_its_own_direction() -> None:
    lines = [version_word.Line("", "إن المجلس،", "preambular"), version_word.Line("1.", "يقرر الاجتماع.")]
    data = version_word.version(lines, "ar", title="قرار", creator="Secretariat")
    parts = unpacked(data)
    assert (
        "<dc:creator>Secretariat</dc:creator>" in parts["docProps/core.xml"] and "<w:bidi" in parts["word/document.xml"]
    )
    assert not any(
        trace in text for text in parts.values() for trace in ("python-docx", "rsid", "w:ins ", "lastModifiedBy")
    )
    assert not {"docProps/custom.xml", "docProps/thumbnail.jpeg", "word/comments.xml"} & set(parts)
    assert [p.text for p in docx.Document(BytesIO(data)).paragraphs] == ["إن المجلس،", "1. يقرر الاجتماع."]


@pytest.mark.parametrize(("language", "tag"), [("id", "id-ID"), ("fr", "fr-FR"), ("ms", "ms")])
def test_a_version_calls_itself_by_its_language_so_that_its_spelling_is_checked(language: str, tag: str) -> None:
    made = docx.Document(
        BytesIO(version_word.version([version_word.Line("1.", "Menyerukan negara-negara anggota.")], language))
    )
    said = made.styles["Normal"].element.find(".//" + qn("w:lang"))
    assert said.get(qn("w:val")) == tag
    assert not [other for p in made.paragraphs for other in p._p.iter(qn("w:lang"))]
