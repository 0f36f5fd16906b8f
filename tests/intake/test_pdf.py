"""PDF: lines, paragraphs, columns, running heads and footnotes, told by where marks stand."""

import pytest

from amana.intake import blocks_of
from amana.intake.columns import Page, lines_of
from amana.intake.page_marks import stroked
from amana.intake.pdf import MOST_PAGES
from amana.intake.visual import Seen
from amana.values.problems import NotReadable

Mark = tuple[float, float, float, str]


def pdf(*pages: list[Mark], trailer: str = "") -> bytes:
    """A PDF in Helvetica: for each page its lines with x, y, size, words."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>"]
    objects.append("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    for n, marks in enumerate(pages):
        drawn = "".join(f"BT /F {s} Tf {x} {y} Td ({w}) Tj ET\n" for x, y, s, w in marks)
        font = f"/Resources<</Font<</F 3 0 R>>>>/Contents {5 + 2 * n} 0 R"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{font}>>")
        objects.append(f"<</Length {len(drawn)}>>stream\n{drawn}endstream")
    out = "%PDF-1.4\n"
    places = []
    for n, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{n} 0 obj{body}endobj\n"
    table = "".join(f"{at:010} 00000 n \n" for at in places)
    end = f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{len(out)}\n%%EOF"
    return (out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}" + end).encode("latin-1")


def lines(*words: str, top: float = 700, x: float = 72, size: float = 12) -> list[Mark]:
    return [(x, top - 14 * n, size, w) for n, w in enumerate(words)]


LONG = "Recalling the decision of its earlier session on the safety of navigation in the"


def test_running_heads_and_page_numbers_are_dropped_and_told():
    pages = [
        [(72, 800, 9, "OIC/CFM-50/2024/RES"), *lines(f"{LONG} {n};"), (290, 30, 9, f"Page {n} of 3")] for n in (1, 2, 3)
    ]
    received = blocks_of("a.pdf", pdf(*pages))
    assert [b.text for b in received.blocks] == [f"{LONG} {n};" for n in (1, 2, 3)]
    assert [(p.code, p.facts["text"]) for p in received.problems] == [
        ("intake-running-heads", "OIC/CFM-50/2024/RES | Page 1 of 3")
    ]


def test_the_number_of_the_only_page_is_told_where_it_has_a_word():
    received = blocks_of("a.pdf", pdf([*lines(f"{LONG} straits;"), (290, 30, 9, "Page 1")]))
    assert [b.text for b in received.blocks] == [f"{LONG} straits;"]
    assert [(p.code, p.facts["text"]) for p in received.problems] == [("intake-running-heads", "Page 1")]


PARAGRAPH = ("{}. Requests the Secretary-", "General to submit report {} to the", "Council at its session on the",
             "measures that were taken by the", "Member States in all regions;")  # fmt: skip


def column(first: int, last: int, x: float) -> list[Mark]:
    """Paragraphs of five lines from the top of a column, which the foot of the page does not let end there."""
    words = [line.format(n) for n in range(first, last + 1) for line in PARAGRAPH]
    return [(x, 780 - 14.7 * n - 10 * (n // 5), 11, w) for n, w in enumerate(words)]


def test_lines_that_stand_at_one_height_by_chance_are_no_running_heads():
    head = (72, 810, 11, "OIC/CFM-51/2025/POL")
    pages = [[head, *column(9 * n + 1, 9 * n + 9, 72), (72, 18, 11, "Secretariat Jeddah")] for n in range(4)]
    received = blocks_of("a.pdf", pdf(*pages))
    expected = [" ".join(PARAGRAPH).replace("- ", "-").format(n, n) for n in range(1, 37)]
    assert [b.text for b in received.blocks] == expected
    assert [p.facts["text"] for p in received.problems] == ["OIC/CFM-51/2025/POL | Secretariat Jeddah"]


def test_a_column_that_ends_after_a_line_or_two_on_the_last_page_is_a_column_there_too():
    def page(first: int) -> list[Mark]:
        pairs = zip(column(first, first + 8, 60), column(first + 9, first + 17, 320), strict=True)
        return [m for pair in pairs for m in pair]

    last = [*column(19, 27, 60)[:43], (320, 780, 11, PARAGRAPH[3]), (320, 765.3, 11, PARAGRAPH[4])]
    texts = [b.text for b in blocks_of("a.pdf", pdf(page(1), last)).blocks]
    assert texts == [" ".join(PARAGRAPH).replace("- ", "-").format(n, n) for n in range(1, 28)]


def test_a_figure_and_a_dash_beside_an_arabic_word_keep_the_blank_that_pdfium_leaves_out():
    marks = [("2026", "N", 97, 124), (" ", "W", 124.4, 127.9), ("يونيو", "R", 127.4, 153.9), ("30", "N", 158.5, 171.3),
             (" ", "W", 171.9, 175.4), ("بحلول", "R", 176.3, 209.1), ("—", "O", 213.2, 226), ("نص", "R", 230, 250)]  # fmt: skip
    seen = tuple(Seen(text, kind, left, right, 378.4, 14.0) for text, kind, left, right in marks)
    assert [line.text for line in lines_of(Page(1, seen, 842.0))] == ["نص — بحلول 30 يونيو 2026"]


def test_a_stop_before_an_arabic_word_keeps_its_blank_and_one_behind_a_word_gets_none():
    marks = [(".", "O", 150, 152), ("شبكة", "R", 154, 180), (" ", "W", 180.2, 184), ("يقرر", "R", 184, 204), (".", "O", 208.2, 210),
             ("1", "N", 211, 217)]  # fmt: skip
    seen = tuple(Seen(text, kind, left, right, 378.4, 14.0) for text, kind, left, right in marks)
    assert [line.text for line in lines_of(Page(1, seen, 842.0))] == ["1. يقرر شبكة."]


def test_a_paragraph_runs_on_over_the_end_of_a_page():
    first = pdf(lines(LONG + " straits", top=100), lines("of the region;", "1. Requests the Bank to act."))
    assert [b.text for b in blocks_of("a.pdf", first).blocks] == [
        f"{LONG} straits of the region;",
        "1. Requests the Bank to act.",
    ]


def test_a_word_divided_at_the_end_of_a_line_is_one_word_and_a_compound_keeps_its_hyphen():
    text = lines(
        f"{LONG} agree-", "ment of the member states and of the organs of the house on a cease-", "fire of 2019;"
    )
    assert (
        blocks_of("a.pdf", pdf(text))
        .blocks[0]
        .text.endswith("the agreement of the member states and of the organs of the house on a cease-fire of 2019;")
    )


@pytest.mark.parametrize(
    ("line", "following", "whole"),
    [
        ("under a no-", "objection procedure", "a no-objection procedure"),
        ("decided on a case-", "by-case basis", "a case-by-case basis"),
        ("decided on a case-by-", "case basis", "a case-by-case basis"),
        ("hit by small-", "arms fire", "by small-arms fire"),
        ("asks for the re-", "establishment of courts", "the re-establishment of courts"),
        ("by land-", "use plans", "by land-use plans"),
        ("lives with-", "out water", "lives without water"),
        ("a consider-", "able loss", "a considerable loss"),
        ("its agree-", "ment with the Bank", "its agreement with the Bank"),
        ("of self-govern-", "ment in the islands", "of self-government in the islands"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_stays_between_two_words(line: str, following: str, whole: str):
    other = "The use of land is a case that the parties govern and consider able, out in the basin and with it;"
    data = pdf([*lines(f"{LONG} straits {line}", f"{following};"), *lines(other, top=600)])
    assert whole in blocks_of("a.pdf", data).blocks[0].text
    text = f"{LONG} straits {line}\n{following};\n\n{other}\n"
    assert whole in blocks_of("a.txt", text.encode()).blocks[0].text


def test_how_a_text_writes_a_word_elsewhere_decides_about_its_hyphen():
    other = "Noting the landuse of the fishing zone;"
    data = pdf([*lines(f"{LONG} of land-", "use and of use of land;"), *lines(other, top=600)])
    assert "of landuse and of use" in blocks_of("a.pdf", data).blocks[0].text


def test_a_doubled_word_divided_at_its_hyphen_stays_two_words():
    text = lines("Mengingat kembali keputusan sidang sebelumnya dan mengundang semua negara-", "negara anggota;")
    other = lines("Mengingat kembali keputusan sidang sebelumnya tentang kerja sama pelabuh-", "an laut;", top=600)
    one, two = (b.text for b in blocks_of("a.pdf", pdf([*text, *other])).blocks)
    assert one.endswith("mengundang semua negara-negara anggota;")
    assert two.endswith("kerja sama pelabuhan laut;")


def test_the_left_column_is_read_before_the_right_one():
    left = lines(*["the left column says one thing here"] * 6, x=60)
    right = lines(*["the right column says another thing"] * 6, x=320)
    mixed = [m for pair in zip(left, right, strict=True) for m in pair]
    text = " ".join(b.text for b in blocks_of("a.pdf", pdf(mixed)).blocks)
    assert text.rindex("left") < text.index("right")


def test_three_columns_are_read_one_after_the_other():
    columns = [
        [m for n, word in enumerate(("first", "middle", "last")[k] for _ in range(6)) for m in
         [(60 + 170 * k, 700 - 12 * n - 3 * k, 9, f"the {word} column says one thing")]]
        for k in range(3)
    ]  # fmt: skip
    mixed = [m for marks in zip(*columns, strict=True) for m in marks]
    text = " ".join(b.text for b in blocks_of("a.pdf", pdf(mixed)).blocks)
    assert text.rindex("first") < text.index("middle") < text.rindex("middle") < text.index("last")


def test_a_row_of_a_table_is_one_block_with_its_cells_one_after_the_other():
    table = [("Item", 700, 0), ("Action", 700, 1), ("By", 700, 2), ("Food security", 680, 0), ("in the Sahel", 666, 0),
             ("Establish a mechanism that", 680, 1), ("informs the member states", 666, 1), ("Secretariat", 680, 2),
             ("Water", 646, 0), ("Convene a meeting", 646, 1), ("Committee", 646, 2)]  # fmt: skip
    page = [*lines(LONG, "straits of the region;", top=760), *[(72 + 170 * n, y, 12, w) for w, y, n in table]]
    page += lines("1. Requests the Bank to act.", "2. Decides to meet.", top=610)
    blocks = blocks_of("a.pdf", pdf(page)).blocks
    assert [b.text for b in blocks if b.kind == "cell"] == [
        "Item Action By",
        "Food security in the Sahel Establish a mechanism that informs the member states Secretariat",
        "Water Convene a meeting Committee",
    ]
    assert [b.text for b in blocks if b.kind == "text"] == [
        f"{LONG} straits of the region;",
        "1. Requests the Bank to act.",
        "2. Decides to meet.",
    ]


def test_two_names_beside_each_other_and_a_number_before_its_paragraph_are_no_table():
    marks = [*lines(LONG, "straits of the region;"), (72, 600, 12, "1."), (100, 600, 12, "Requests the Bank to act."),
             (72, 580, 12, "2."), (100, 580, 12, "Decides to meet."), (72, 500, 12, "The Chair"), (400, 500, 12, "The Secretary"),
             (72, 486, 12, "A. Name"), (400, 486, 12, "B. Name")]  # fmt: skip
    assert {b.kind for b in blocks_of("a.pdf", pdf(marks)).blocks} == {"text"}


def test_lines_of_few_words_that_were_spaced_out_to_fill_the_column_are_no_table():
    # 51, 10 and 17 points wide, 36 points apart
    words = ((0, "Ministers"), (87.3, "of"), (133.3, "the"))
    marks = [(40 + x, 700 - 14 * n, 12, word) for n in range(6) for x, word in words]
    assert {b.kind for b in blocks_of("a.pdf", pdf(marks)).blocks} == {"text"}


def test_small_letters_with_a_mark_at_the_foot_are_a_footnote():
    page = [
        *lines(LONG, "straits of the region;"),
        (177, 690.5, 7, "1"),
        (72, 90, 6, "1"),
        (77, 86, 9, "Document A/1."),
    ]
    assert [(b.label, b.text, b.kind) for b in blocks_of("a.pdf", pdf(page)).blocks] == [
        (None, f"{LONG} straits of the region;", "text"),
        ("1", "Document A/1.", "footnote"),
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pdf([]), "intake-scan"),
        (b"%PDF-1.7\n%\xe2\xe3 nothing more", "intake-damaged"),
        (pdf(lines("a"), trailer="/Encrypt<</Filter/Standard/V 1/R 2/O(" + "a" * 32 + ")/U(" + "b" * 32 + ")/P -4>>/ID[(a)(a)]"), "intake-encrypted"),
        (pdf(*[[]] * (MOST_PAGES + 1)), "intake-too-many-pages"),
    ],
)  # fmt: skip
def test_what_has_no_text_to_give_says_why(data, code):
    with pytest.raises(NotReadable) as refused:
        blocks_of("a.pdf", data)
    assert [p.code for p in refused.value.problems] == [code]


def test_pages_without_text_are_named():
    (problem,) = blocks_of("a.pdf", pdf(lines("The Council,"), [], [])).problems
    assert (problem.code, problem.facts["pages"]) == ("intake-pages-without-text", "2, 3")


def test_long_files_tell_how_far_they_are():
    told = []
    blocks_of("a.pdf", pdf(*[lines(LONG)] * 250), progress=lambda done, of: told.append((done, of)))
    assert told[-1] == (250, 250)
    assert 50 <= len(told) <= 126


def test_words_divided_at_the_end_of_a_line_are_joined_and_told():
    text = lines(
        f"{LONG} coopera-", "tion of all member states, and in the interest of the region as a whole.", "2. Decides."
    )
    received = blocks_of("a.pdf", pdf(text))
    assert "cooperation of all" in received.blocks[0].text
    (found,) = (p for p in received.problems if p.code == "intake-mended-hyphens")
    assert (found.severity, [at.block for at in found.places]) == ("note", [1])
    assert not blocks_of("a.pdf", pdf(lines(f"{LONG} well", "of all."))).problems


SPRING = (
    "Spring {} lies in the hills and",
    "was registered by the State in",
    "the year 19{} as one that gives",
    "water.",
)


def test_three_columns_whose_paragraphs_begin_side_by_side_are_no_table():
    page = []
    for k, (first, shift) in enumerate(((10, 0), (25, 2), (40, 0))):
        words = [line.format(n, n) for n in range(first, first + 15) for line in SPRING][shift:]
        at = [780 - 11 * n - 7 * ((n + shift) // 4) for n in range(len(words))]
        page += [(40 + 180 * k, y, 9, w) for y, w in zip(at, words, strict=True)]
    page.sort(key=lambda mark: -mark[1])
    texts = [b.text for b in blocks_of("a.pdf", pdf(page)).blocks]
    whole = [" ".join(SPRING).format(n, n) for n in range(10, 55)]
    assert [text for text in texts if text in whole] == [w for w in whole if not w.startswith("Spring 25")]


def test_a_word_that_lies_behind_the_text_is_told_and_not_read():
    page = [*lines(f"{LONG} straits,", "1. Requests the Bank to act."), (90, 680, 90, "DRAFT")]
    received = blocks_of("a.pdf", pdf(page))
    assert [b.text for b in received.blocks] == [f"{LONG} straits,", "1. Requests the Bank to act."]
    assert [p.facts["text"] for p in received.problems] == ["DRAFT"]


def test_a_note_set_as_large_as_the_text_is_one_where_its_mark_is_raised_above():
    page = [*lines(LONG, "straits of the region;"), (177, 690.5, 7, "1"), (72, 90, 12, "1 Document A/1.")]
    assert [(b.label, b.text, b.kind) for b in blocks_of("a.pdf", pdf(page)).blocks] == [
        (None, f"{LONG} straits of the region;", "text"),
        ("1", "Document A/1.", "footnote"),
    ]


def test_what_goes_on_with_a_sentence_on_top_of_several_pages_is_no_running_head():
    tail = "and of the people who drink of it, before {} May;"
    pages = [
        [(72, 800, 11, tail.format(n)), *lines(f"{n + 1}. Requests the keeper of the spring to tell of it", top=770)]
        for n in range(3, 7)
    ]
    texts = [b.text for b in blocks_of("a.pdf", pdf(*pages)).blocks]
    assert sum(tail.format(n) in text for n in range(3, 7) for text in texts) == 4


def test_the_shape_of_a_one_makes_no_blank_within_a_number():
    marks = [
        ("Yemen", "L", 69.6, 109.6),
        ("6", "N", 282.1, 288.2),
        (",", "O", 289.4, 291.6),
        ("100", "N", 294.2, 314.9),
    ]
    seen = tuple(Seen(text, kind, left, right, 184.2, 12.0) for text, kind, left, right in marks)
    assert [line.text for line in lines_of(Page(1, seen, 842.0))] == ["Yemen 6,100"]


@pytest.mark.parametrize("code", ["\x02", "H", "%", "7"])
def test_strokes_that_fill_an_arabic_line_are_no_letters_whatever_code_they_have(code):
    text, strokes = stroked(f"مس{code}{code}قط {code}،22 في ٣{code}", lambda at: at < 8)
    assert (text, strokes) == (f"مس\u0640\u0640قط \u0640،22 في ٣{code}".replace("\x02", " "), 3)


def test_what_is_drawn_as_a_letter_within_an_arabic_word_is_one():
    assert stroked("أ-ب", lambda at: False) == ("أ-ب", 0)


def test_page_numbers_in_small_roman_letters_are_left_out():
    pages = [[*lines(f"{LONG} {n};"), (290, 30, 9, number)] for n, number in enumerate(("iii", "iv", "v"))]
    assert [b.text for b in blocks_of("a.pdf", pdf(*pages)).blocks] == [f"{LONG} {n};" for n in range(3)]


def test_pages_that_are_all_alike_are_text():
    pages = [[(72, 800, 11, f"{n}. Requests keeper {n} to tell of spring {n}.")] for n in range(1, 6)]
    assert len(blocks_of("a.pdf", pdf(*pages)).blocks) == 5


def test_a_note_whose_number_is_glued_to_its_first_word_is_one_where_its_mark_is_raised_above():
    page = [*lines(LONG, "straits of the region;"), (177, 690.5, 7, "1"), (72, 90, 9, "1Document A/1.")]
    assert [(b.label, b.text) for b in blocks_of("a.pdf", pdf(page)).blocks] == [
        (None, f"{LONG} straits of the region;"),
        ("1", "Document A/1."),
    ]


def test_two_short_columns_go_on_with_those_of_the_page_before():
    def page(first: int) -> list[Mark]:
        pairs = zip(column(first, first + 8, 60), column(first + 9, first + 17, 320), strict=True)
        return [m for pair in pairs for m in pair]

    words = ("19. Thanks the State of Oman", "20. Decides to meet in", "for its help, and its people", "spring, as it always has.", "for theirs.")  # fmt: skip
    last = [(60 + 260 * (n % 2), 650 - 14.7 * (n // 2), 11, w) for n, w in enumerate(words)]
    texts = [b.text for b in blocks_of("a.pdf", pdf(page(1), last)).blocks]
    assert texts[18:] == [
        "19. Thanks the State of Oman for its help, and its people for theirs.",
        "20. Decides to meet in spring, as it always has.",
    ]


def test_a_title_whose_letters_stand_apart_is_words():
    letters = [(72 + 12 * n + (12 if n > 5 else 0), w) for n, w in enumerate("INLANDLAKES")]
    seen = tuple(Seen(w, "L", x, x + 7, 700.0, 12.0) for x, w in letters)
    assert [line.text for line in lines_of(Page(1, seen, 842.0))] == ["INLAND LAKES"]


def test_a_cell_of_two_lines_beside_others_that_are_centred_is_of_its_row():
    page = [(330, 706, 12, "Catch in"), (72, 699, 12, "Lake"), (200, 699, 12, "State"), (330, 692, 12, "tonnes")]
    page += [(x, 670 - 22 * n, 12, w) for n, row in enumerate((("Tana", "Ethiopia", "12"), ("Assad", "Syria", "5")))
             for x, w in zip((72, 200, 330), row, strict=True)]  # fmt: skip
    cells = [b.text for b in blocks_of("a.pdf", pdf([*lines(LONG, top=760), *page])).blocks if b.kind == "cell"]
    assert cells[-2:] == ["Tana Ethiopia 12", "Assad Syria 5"]
