"""Files as they come in: read by their bytes, or refused with a word that helps."""

import io
import zipfile

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from amana.intake import blocks_of
from amana.intake.refusals import LIMIT, UNPACKED_LIMIT
from amana.values.problems import NotReadable, messages

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def packed(document: str, **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", document)
        for name, xml in parts.items():
            package.writestr(f"word/{name}.xml", xml)
    return out.getvalue()


def body(inner: str) -> str:
    return f'<w:document xmlns:w="{W}"><w:body>{inner}</w:body></w:document>'


def encrypted() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 64


def crowded() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for n in range(5_001):
            package.writestr(str(n), b"")
    return out.getvalue()


ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>' + body(
    "<w:p><w:r><w:t>&b;</w:t></w:r></w:p>"
)

REFUSED = {
    "intake-empty": b" \r\n\t ",
    "intake-not-text": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "intake-encrypted": encrypted(),
    "intake-old-word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
    "intake-markup": b"<?xml version='1.0'?><invoice><p>Resolution</p></invoice>",
    "intake-too-many-parts": crowded(),
    "intake-damaged": b"PK\x03\x04 no package at all",
    "intake-entities": packed(ENTITIES),
    "intake-too-big": b"a" * (LIMIT + 1),
    "intake-unpacks-too-big": packed(body("<w:p/>" + " " * (UNPACKED_LIMIT + 10))),
}


@pytest.mark.parametrize("code", REFUSED)
def test_what_is_no_readable_document_is_refused_with_its_reason(code):
    with pytest.raises(NotReadable) as refused:
        blocks_of("resolution.docx", REFUSED[code])
    (problem,) = refused.value.problems
    assert (problem.code, problem.places[0].source) == (code, "resolution.docx")
    for language in ("en", "fr", "ar"):
        assert "resolution.docx" in problem.message(language)
        assert "⟨" not in problem.message(language)


def test_an_e_mail_and_a_web_archive_are_no_text():
    for kind in ("multipart/related; boundary=x", "text/plain"):
        with pytest.raises(NotReadable) as refused:
            blocks_of("a.eml", f"Subject: a\r\nMIME-Version: 1.0\r\nContent-Type: {kind}\r\n\r\nThe Council,".encode())
        assert refused.value.problems[0].facts["kind"] == "MIME"


@pytest.mark.parametrize("xml", ["<w:document", body("<w:p><w:r>").replace("</w:r>", ""), "", "<a/>"])
def test_a_package_with_broken_xml_is_damaged(xml):
    with pytest.raises(NotReadable) as refused:
        blocks_of("a.docx", packed(xml))
    assert refused.value.problems[0].code == "intake-damaged"


@pytest.mark.parametrize(
    ("encoding", "text", "guessed"),
    [
        ("utf-8", "إن المجلس، été", False),
        ("utf-8-sig", "إن المجلس، été", False),
        ("utf-16", "إن المجلس، été", False),
        ("utf-16-le", "The Council, requests", True),
        ("utf-16-be", "إن المجلس، يطلب من الأمين العام", True),
        ("windows-1256", "إن المجلس، يطلب من الأمين العام", True),
        ("windows-1252", "Le Conseil, préoccupé, prie l’État d’être là", True),
    ],
)
def test_text_is_read_in_the_encoding_it_is_in(encoding, text, guessed):
    received = blocks_of("a.txt", text.encode(encoding))
    assert [b.text for b in received.blocks] == [text]
    assert ([p.code for p in received.problems] == ["intake-encoding-guessed"]) is guessed


def test_a_wrong_ending_is_read_by_the_bytes_and_said():
    received = blocks_of("a.docx", b"The Council,")
    assert received.media_type == "text/plain"
    assert [p.code for p in received.problems] == ["intake-ending-differs"]


def test_lines_of_one_paragraph_are_joined_and_paragraphs_without_blank_lines_are_not():
    text = "The Council,\nRecalling its earlier decision on the safety of\nnavigation in the straits,\n1. Requests the Secretary-\nGeneral to act in accord-\nance with it;\n2. Decides to\nmeet again."
    assert [(b.place.line, b.text) for b in blocks_of("a.txt", text.encode()).blocks] == [
        (1, "The Council,"),
        (2, "Recalling its earlier decision on the safety of navigation in the straits,"),
        (4, "1. Requests the Secretary-General to act in accordance with it;"),
        (7, "2. Decides to meet again."),
    ]


def test_the_line_that_tells_of_the_adoption_is_its_own_and_a_line_that_breaks_off_goes_on():
    text = "Résolution adoptée à la 4e séance du fleuve, le 3 mai 1968, sur\nla recommandation du Bureau des digues.\n2. Considère que le pont est ouvert.\nAdoptée à l'unanimité à la 4e séance."
    assert [b.text for b in blocks_of("a.txt", text.encode()).blocks] == [
        "Résolution adoptée à la 4e séance du fleuve, le 3 mai 1968, sur la recommandation du Bureau des digues.",
        "2. Considère que le pont est ouvert.",
        "Adoptée à l'unanimité à la 4e séance.",
    ]


def test_a_note_below_the_text_is_its_own_and_a_month_is_none():
    text = "2. Requests the ferrymen to answer.\n1 Resolution adopted on the report of the Bureau of dykes.\n2 Ibid., p. 4."
    assert len(blocks_of("a.txt", text.encode()).blocks) == 3
    assert (
        len(
            blocks_of(
                "a.txt", b"2. Requests the ferrymen of the river to answer.\n3 May is the day on which it is due."
            ).blocks
        )
        == 1
    )


def test_lines_without_blank_lines_are_parted_by_headings_marks_meetings_and_the_organ():
    text = """Resolution on the safety of the ports and of the rivers of the
The River Council,
Recalling its earlier resolutions on the ports of the lake, and
Noting that the dykes are old, and that the bridges of the town
have not been mended since the flood,
1. Decides to mend the bridges, and to raise the dykes.
Duties of ferrymen
The ferrymen shall answer whoever calls them from the other bank
of the river, by day.
12th plenary meeting
3 May 1968
ANNEX
Article 1
The ferry is free."""
    assert [b.text[:24] for b in blocks_of("a.txt", text.encode()).blocks] == [
        "Resolution on the safety", "The River Council,", "Recalling its earlier re", "Noting that the dykes ar",
        "1. Decides to mend the b", "Duties of ferrymen", "The ferrymen shall answe", "12th plenary meeting 3 M",
        "ANNEX", "Article 1", "The ferry is free.",
    ]  # fmt: skip


def test_taken_exactly_a_piece_between_blank_lines_is_one_block():
    assert len(blocks_of("a.txt", b"1. Requests it;\n2. Decides it.\n\n3. Ends.", exact=True).blocks) == 2


def test_damaged_arabic_is_mended_and_said_but_never_within_a_verse():
    received = blocks_of(
        "a.txt", "منظمة التعاون اإلسالمي \u202bواألمانة ﻣﻨﻈﻤﺔ\n\nقال تعالى ﴿ اإلنسان ﻣﻨﻈﻤﺔ ﴾ اإلنسان التعــاون".encode()
    )
    assert received.blocks[0].text == "منظمة التعاون الإسلامي والأمانة منظمة"
    assert received.blocks[1].text == "قال تعالى ﴿ اإلنسان ﻣﻨﻈﻤﺔ ﴾ الإنسان التعــاون"
    assert {p.code: len(p.places) for p in received.problems} == {
        "intake-mended-forms": 1,
        "intake-mended-lam-alef": 2,
        "intake-mended-marks": 1,
        "intake-verse-damaged": 1,
    }


def test_every_code_has_its_sentence_in_three_languages():
    codes = [{c for c in messages(x) if c.startswith(("intake-", "reading-", "clerk-"))} for x in ("en", "fr", "ar")]
    assert codes[0] == codes[1] == codes[2]
    assert set(REFUSED) <= codes[0]


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=400), st.binary(max_size=200).map(lambda b: b"PK\x03\x04" + b), st.text().map(str.encode)
    )
)
def test_whatever_the_bytes_are_there_are_blocks_or_a_clear_refusal(data):
    try:
        received = blocks_of("a.bin", data)
    except NotReadable as refused:
        assert all(p.code.startswith("intake-") for p in refused.problems)
    else:
        assert received.blocks
        assert all(b.text.strip() for b in received.blocks)


def test_a_word_document_written_by_another_program_is_read():
    document = Document()
    document.add_heading("A title", 1)
    document.add_paragraph("The Council,")
    document.add_table(1, 2).rows[0].cells[1].text = "In a cell"
    document.add_paragraph("Requests the bank", style="List Number")
    document.add_paragraph("Decides to meet", style="List Number")
    out = io.BytesIO()
    document.save(out)
    blocks = blocks_of("a.docx", out.getvalue()).blocks
    assert [(b.label, b.text, b.heading, b.kind) for b in blocks] == [
        (None, "A title", True, "text"),
        (None, "The Council,", False, "text"),
        (None, "In a cell", False, "cell"),
        ("1.", "Requests the bank", False, "text"),
        ("2.", "Decides to meet", False, "text"),
    ]


def test_a_text_of_which_nothing_is_left_after_mending_is_empty():
    with pytest.raises(NotReadable) as refused:
        blocks_of("a.txt", b"\xfd\xfe")  # two direction marks in Windows-1256, and nothing else
    assert refused.value.problems[0].code == "intake-empty"
