"""Word documents: numbers as printed, changes as accepted, footnotes at the end."""

import io
import zipfile

from amana.intake import blocks_of
from amana.resolutions import reading

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


def labels_of(levels: str, text: str, **parts: str) -> list[str | None]:
    return labels(docx(text, numbering=lists(levels), **parts))


def test_a_list_may_begin_at_nought_count_in_figures_only_and_through_its_levels():
    first = level(0, "upperRoman", "%1.").replace('<w:start w:val="1"/>', '<w:start w:val="0"/>')
    second = level(1, "decimal", "%1.%2").replace("<w:lvlText", "<w:isLgl/><w:lvlText")
    assert labels_of(first + second, p("A", 0) + p("B", 0) + p("C", 1) + p("D", 1)) == ["0.", "I.", "1.1", "1.2"]


def test_a_level_that_never_restarts_counts_on():
    second = level(1, "decimal", "%2)").replace("<w:lvlText", '<w:lvlRestart w:val="0"/><w:lvlText')
    text = p("A", 0) + p("B", 1) + p("C", 0) + p("D", 1)
    assert labels_of(level(0, "decimal", "%1."), text) == ["1.", None, "2.", None]
    assert labels_of(level(0, "decimal", "%1.") + second, text) == ["1.", "1)", "2.", "2)"]


def test_figures_of_a_list_are_those_it_asks_for():
    custom = level(0, "custom", "%1.").replace('w:val="custom"', 'w:val="custom" w:format="٠١, ٠٢, ..."')
    assert labels_of(custom, p("A", 0) + p("B", 0)) == ["١.", "٢."]
    assert labels_of(level(0, "hindiNumbers", "%1"), p("A", 0)) == ["१"]


def test_a_style_bound_to_a_level_counts_on_that_level():
    bound = level(1, "lowerLetter", "(%2)").replace("<w:lvlText", '<w:pStyle w:val="Sub"/><w:lvlText')
    styles = (
        f'<w:styles {SPACE}><w:style w:styleId="Sub"><w:name w:val="Sub"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        f"</w:pPr></w:style></w:styles>"
    )
    sub = '<w:p><w:pPr><w:pStyle w:val="Sub"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    assert labels_of(level(0, "decimal", "%1.") + bound, p("A", 0) + sub + sub, styles=styles) == ["1.", "(a)", "(b)"]


def test_the_text_before_its_tracked_changes_can_be_read_too():
    text = (
        '<w:p><w:r><w:t>The bank </w:t></w:r><w:ins w:author="A"><w:r><w:t>shall </w:t></w:r></w:ins>'
        '<w:del w:author="B"><w:r><w:delText>may </w:delText></w:r></w:del><w:r><w:t>pay</w:t></w:r></w:p>'
        '<w:p><w:pPr><w:rPr><w:ins w:author="A"/></w:rPr></w:pPr><w:ins w:author="A"><w:r><w:t>New</w:t></w:r></w:ins></w:p>'
        '<w:tbl><w:tr><w:trPr><w:del w:author="B"/></w:trPr><w:tc><w:p><w:del><w:r><w:delText>Old row</w:delText></w:r></w:del></w:p></w:tc></w:tr></w:tbl>'
    )
    before = blocks_of("a.docx", docx(text), tracked="original")
    assert [b.text for b in before.blocks] == ["The bank may pay", "Old row"]
    assert [b.text for b in blocks_of("a.docx", docx(text)).blocks] == ["The bank shall pay", "New"]
    assert [(x.code, x.facts["authors"]) for x in before.problems] == [("intake-tracked-original", 2)]


def test_comments_are_counted_and_not_read():
    comments = f'<w:comments {SPACE}><w:comment w:id="0" w:author="A">{p("Sure?")}</w:comment></w:comments>'
    text = '<w:p><w:r><w:t>Decides</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    received = blocks_of("a.docx", docx(text, comments=comments))
    assert [b.text for b in received.blocks] == ["Decides"]
    assert [(x.code, x.facts["comments"]) for x in received.problems] == [("intake-comments", 1)]


def test_the_code_of_a_field_is_not_read_and_what_it_shows_is():
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>REF x</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/>'
        '</w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:smartTag><w:r><w:t> March</w:t></w:r></w:smartTag>'
        '<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t>co</w:t><w:softHyphen/><w:t>ast\xad line</w:t></w:r></w:p>'
    )
    assert [b.text for b in blocks_of("a.docx", docx(field)).blocks] == ["12 March•coast line"]


def test_a_table_within_a_cell_and_a_box_of_text_are_read_once():
    inner = f"<w:tbl><w:tr><w:tc>{p('inner')}</w:tc></w:tr></w:tbl>"
    box = f"<w:p><w:r><w:t>host</w:t><w:txbxContent>{p('boxed')}</w:txbxContent></w:r></w:p>"
    text = f"<w:tbl><w:tr><w:tc>{p('outer')}{inner}{p('after')}</w:tc></w:tr></w:tbl>{box}"
    assert [b.text for b in blocks_of("a.docx", docx(text)).blocks] == ["outer", "inner", "after", "host", "boxed"]


def test_a_note_whose_mark_its_writer_chose_is_not_counted_and_its_mark_is_no_word_of_the_text():
    mark = '<w:r><w:footnoteReference {} w:id="{}"/>{}</w:r>'
    text = (
        "<w:p><w:r><w:t>One</w:t></w:r>"
        + mark.format("", 2, "")
        + "<w:r><w:t>, two</w:t></w:r>"
        + mark.format('w:customMarkFollows="1"', 3, "<w:t>*</w:t>")
        + "<w:r><w:t>, three</w:t></w:r>"
        + mark.format("", 4, "")
        + "<w:r><w:t>.</w:t></w:r></w:p>"
    )
    notes = "".join(
        f'<w:footnote w:id="{n}">{p(words)}</w:footnote>' for n, words in ((2, "A"), (3, "* B of 2019"), (4, "C"))
    )
    received = blocks_of("a.docx", docx(text, footnotes=f"<w:footnotes {SPACE}>{notes}</w:footnotes>"))
    assert [(b.label, b.text) for b in received.blocks] == [
        (None, "One, two, three."),
        ("1", "A"),
        ("*", "B of 2019"),
        ("2", "C"),
    ]


def test_a_cell_put_in_or_taken_out_is_read_as_the_changes_say():
    who = 'w:id="1" w:author="A"'
    cells = "".join(f"<w:tc><w:tcPr><w:cell{what} {who}/></w:tcPr>{p(what)}</w:tc>" for what in ("Ins", "Del"))
    data = docx(f"<w:tbl><w:tr><w:tc>{p('kept')}</w:tc>{cells}</w:tr></w:tbl>")
    assert [b.text for b in blocks_of("a.docx", data).blocks] == ["kept", "Ins"]
    assert [b.text for b in blocks_of("a.docx", data, tracked="original").blocks] == ["kept", "Del"]


# hidden text

VANISH = "<w:rPr><w:vanish/></w:rPr>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def hidden_in(data: bytes) -> tuple[list[str], list[tuple[object, list[int | None]]]]:
    received = blocks_of("a.docx", data)
    found = [p for p in received.problems if p.code == "intake-hidden-text"]
    return [b.text for b in received.blocks], [(p.facts["text"], [at.block for at in p.places]) for p in found]


def test_hidden_text_is_not_read_and_told_with_its_paragraph():
    text = (
        p("One;")
        + f"<w:p>{r('Decides to build ')}{r('not ', VANISH)}{r('schools;')}</w:p>"
        + f"<w:p>{r('gone', VANISH)}</w:p>"
    )
    blocks, found = hidden_in(docx(text + p("Two.")))
    assert blocks == ["One;", "Decides to build schools;", "Two."]
    assert found == [("not | gone", [2, 3])]


def test_text_hidden_by_its_style_is_not_read_and_shown_again_where_a_run_says_so():
    styles = (
        f'<w:styles {SPACE}><w:style w:type="character" w:styleId="H">{VANISH}</w:style>'
        f'<w:style w:type="paragraph" w:styleId="P"><w:basedOn w:val="Q"/></w:style>'
        f'<w:style w:type="paragraph" w:styleId="Q">{VANISH}</w:style></w:styles>'
    )
    shown = '<w:rPr><w:vanish w:val="0"/></w:rPr>'
    secret = '<w:rPr><w:rStyle w:val="H"/></w:rPr>'
    text = f"<w:p>{r('a ')}{r('secret ', secret)}{r('b')}</w:p>"
    text += f"<w:p><w:pPr><w:pStyle w:val='P'/></w:pPr>{r('all ')}{r('but this', shown)}</w:p>"
    assert hidden_in(docx(text, styles=styles)) == (["a b", "but this"], [("secret | all", [1, 2])])


def test_fields_and_marks_that_are_hidden_say_nothing():
    entry = "".join(
        f"<w:r>{VANISH}{inner}</w:r>"
        for inner in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText>XE "drought"</w:instrText>',
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    assert hidden_in(docx(f"<w:p>{r('a ')}{entry}{r('b')}</w:p>")) == (["a b"], [])
    run_in = f"<w:p><w:pPr>{VANISH}</w:pPr>{r('Heading. ')}</w:p>{p('And its text.')}"
    assert hidden_in(docx(run_in)) == (["Heading. And its text."], [])


def test_a_label_in_signs_that_hold_a_number_is_that_number_and_stops_no_reading():
    for kind, printed in (("decimalEnclosedParen", "⑵."), ("decimalFullWidth", "２."), ("russianLower", "б.")):
        numbering = lists(level(0, kind, "%1."))
        read = blocks_of("a.docx", docx(p("Requests aid;", 0) + p("Decides to meet.", 0), numbering=numbering))
        assert [q.label for q in reading.read(read.blocks, "en").paragraphs][1] == printed


def test_a_paragraph_that_moved_away_is_not_counted():
    gone = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:moveFrom/></w:rPr></w:pPr>'
    moved = f"<w:p>{gone}<w:moveFrom><w:r><w:t>B</w:t></w:r></w:moveFrom></w:p>"
    data = docx(p("A", 0) + moved + p("C", 0), numbering=lists(level(0, "decimal", "%1.")))
    assert labels(data) == ["1.", "2."]
    assert [b.text for b in blocks_of("a.docx", data, tracked="original").blocks] == ["A", "B", "C"]


def test_a_number_that_a_tracked_change_gave_is_none_in_the_text_before_it():
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    given = f"<w:p><w:pPr>{listed}<w:pPrChange><w:pPr/></w:pPrChange></w:pPr><w:r><w:t>B</w:t></w:r></w:p>"
    data = docx(p("A", 0) + given + p("C", 0), numbering=lists(level(0, "decimal", "%1.")))
    assert labels(data) == ["1.", "2.", "3."]
    assert [b.label for b in blocks_of("a.docx", data, tracked="original").blocks] == ["1.", None, "2."]
    assert [x.code for x in blocks_of("a.docx", data).problems] == ["intake-tracked-changes"]


def test_a_hidden_row_of_a_table_is_told_and_not_read():
    row = "<w:tr>{}<w:tc>{}</w:tc></w:tr>"
    table = (
        row.format("", p("Year")) + row.format("<w:trPr><w:hidden/></w:trPr>", p("2019")) + row.format("", p("2020"))
    )
    received = blocks_of("a.docx", docx(f"<w:tbl>{table}</w:tbl>"))
    assert [b.text for b in received.blocks] == ["Year", "2020"]
    assert [(x.code, x.facts["text"], x.places[0].block) for x in received.problems] == [
        ("intake-hidden-text", "2019", 2)
    ]


def test_paragraphs_that_only_breaks_of_lines_part_are_paragraphs_and_a_broken_title_is_one():
    two = "</w:t><w:br/><w:br/><w:t>"
    text = p("ON BEES</w:t><w:br/><w:t>IN TOWNS") + p(f"The Council,{two}Noting the need,{two}1. Decides to act.")
    read = [b.text for b in blocks_of("a.docx", docx(text)).blocks]
    assert read == ["ON BEES IN TOWNS", "The Council,", "Noting the need,", "1. Decides to act."]


def note(kind: str, key: int, words: str) -> str:
    return f'<w:{kind} w:id="{key}">{p(words)}</w:{kind}>'


def marked(kind: str, key: int, around: str = "{}") -> str:
    mark = f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>'
    return f"<w:p><w:r><w:t>A</w:t></w:r>{around.format(mark)}</w:p>"


def test_endnotes_count_in_roman_letters_unless_the_document_says_otherwise():
    ends = f"<w:endnotes {SPACE}>{note('endnote', 1, 'See one.')}{note('endnote', 2, 'See two.')}</w:endnotes>"
    text = marked("endnote", 1) + marked("endnote", 2)
    said = f'<w:settings {SPACE}><w:endnotePr><w:numFmt w:val="decimal"/><w:numStart w:val="4"/></w:endnotePr></w:settings>'
    assert labels(docx(text, endnotes=ends))[2:] == ["i", "ii"]
    assert labels(docx(text, endnotes=ends, settings=said))[2:] == ["4", "5"]


def test_notes_begin_anew_where_the_document_says_so_in_each_section():
    feet = f"<w:footnotes {SPACE}>{''.join(note('footnote', n, 'See.') for n in (1, 2, 3))}</w:footnotes>"
    anew = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    text = marked("footnote", 1) + marked("footnote", 2) + f"<w:p><w:pPr>{anew}</w:pPr></w:p>" + marked("footnote", 3)
    assert labels(docx(text + anew, footnotes=feet))[3:] == ["1", "2", "1"]


def test_a_note_whose_mark_was_deleted_is_not_counted():
    feet = f"<w:footnotes {SPACE}>{note('footnote', 1, 'Gone.')}{note('footnote', 2, 'Kept.')}</w:footnotes>"
    data = docx(marked("footnote", 1, "<w:del>{}</w:del>") + marked("footnote", 2), footnotes=feet)
    assert [(b.label, b.text) for b in blocks_of("a.docx", data).blocks][2:] == [("1", "Kept.")]


def test_text_put_in_as_a_file_of_its_own_is_told():
    received = blocks_of("a.docx", docx(p("The Council,") + "<w:altChunk/>"))
    assert [x.code for x in received.problems] == ["intake-parts-elsewhere"]


def test_raised_figures_stay_small():
    high = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>'
    text = p(
        f"10</w:t></w:r>{high.format('6')}<w:r><w:t> trees on the 21</w:t></w:r>{high.format('st')}<w:r><w:t> of May"
    )
    assert [b.text for b in blocks_of("a.docx", docx(text)).blocks] == ["10⁶ trees on the 21st of May"]


def test_a_bullet_typed_in_a_font_of_signs_is_a_bullet():
    assert [b.text for b in blocks_of("a.docx", docx(p("\uf0b7</w:t><w:tab/><w:t>to lend books."))).blocks] == [
        "• to lend books."
    ]
