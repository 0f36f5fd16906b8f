"""Word documents: numbers as printed, changes as accepted, footnotes at the end."""

import io
import zipfile

from amana.intake import blocks_of

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACE = f'xmlns:w="{W}"'


def docx(inner: str, **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", f"<w:document {SPACE}><w:body>{inner}</w:body></w:document>")
        for name, xml in parts.items():
            package.writestr(f"word/{name}.xml", xml)
    return out.getvalue()


def p(text: str, depth: int | None = None, number: str = "1") -> str:
    listed = (
        f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        if depth is not None
        else ""
    )
    return f"<w:p>{listed}<w:r><w:t>{text}</w:t></w:r></w:p>"


def level(depth: int, kind: str, shown: str) -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{shown}"/></w:lvl>'


def lists(*levels: str, override: str = "") -> str:
    return (
        f'<w:numbering {SPACE}><w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{override}</w:num></w:numbering>'
    )


def labels(data: bytes) -> list[str | None]:
    return [b.label for b in blocks_of("a.docx", data).blocks]


def test_automatic_numbers_are_rendered_as_they_are_printed():
    numbering = lists(level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "(%3)"))
    text = p("A", 0) + p("B", 1) + p("C", 1) + p("D", 2) + p("E", 0) + p("F", 1) + p("none")
    assert labels(docx(text, numbering=numbering)) == ["1.", "(a)", "(b)", "(i)", "2.", "(a)", None]


def test_arabic_letters_count_by_abjad_or_by_alphabet_as_the_document_says():
    for kind, third in (("arabicAbjad", "ج)"), ("arabicAlpha", "ت)")):
        assert labels(docx(p("A", 0) + p("B", 0) + p("C", 0), numbering=lists(level(0, kind, "%1)"))))[2] == third


def test_a_second_list_begins_where_it_is_told_to():
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = lists(level(0, "decimal", "%1."), override=override)
    assert labels(docx(p("A", 0) + p("B", 0, "2") + p("C", 0, "2"), numbering=numbering)) == ["1.", "5.", "6."]


def test_a_number_that_comes_from_the_style_is_rendered():
    styles = (
        f'<w:styles {SPACE}><w:style w:styleId="Op"><w:name w:val="Operative"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        f'</w:pPr></w:style><w:style w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Op"/></w:style></w:styles>'
    )
    text = "".join(f'<w:p><w:pPr><w:pStyle w:val="{s}"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>' for s in ("Op", "Sub"))
    assert labels(docx(text, numbering=lists(level(0, "decimal", "%1.")), styles=styles)) == ["1.", "2."]


def test_insertions_are_read_deletions_are_not_and_it_is_said():
    text = (
        "<w:p><w:r><w:t>The bank </w:t></w:r><w:ins><w:r><w:t>shall </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>may </w:delText></w:r></w:del><w:r><w:t>pay</w:t></w:r></w:p>"
    )
    received = blocks_of("a.docx", docx(text))
    assert received.blocks[0].text == "The bank shall pay"
    assert [(x.code, x.facts["changes"]) for x in received.problems] == [("intake-tracked-changes", 2)]


def test_a_paragraph_whose_mark_was_deleted_runs_into_the_next():
    joined = '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>' + p("two")
    assert [b.text for b in blocks_of("a.docx", docx(joined)).blocks] == ["One two"]


def test_footnotes_stand_at_the_end_with_their_number():
    notes = f'<w:footnotes {SPACE}><w:footnote w:id="0"><w:p/></w:footnote><w:footnote w:id="3"><w:p><w:r><w:t>See A/1.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    text = '<w:p><w:r><w:t>Recalling it</w:t></w:r><w:r><w:footnoteReference w:id="3"/></w:r></w:p>' + p("End")
    blocks = blocks_of("a.docx", docx(text, footnotes=notes)).blocks
    assert [(b.text, b.label, b.kind) for b in blocks] == [
        ("Recalling it", None, "text"),
        ("End", None, "text"),
        ("See A/1.", "1", "footnote"),
    ]


def test_running_heads_are_told_and_not_read():
    head = f"<w:hdr {SPACE}>{p('OIC/CFM-50/2024')}</w:hdr>"
    received = blocks_of("a.docx", docx(p("Text"), header1=head))
    assert [b.text for b in received.blocks] == ["Text"]
    assert received.problems[0].facts["text"] == "OIC/CFM-50/2024"
