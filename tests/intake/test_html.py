"""Web pages: what they say is read, what frames them is told."""

import pytest

from amana.intake import blocks_of
from amana.values.problems import NotReadable


def page(inner: str) -> bytes:
    return f"<!doctype html><html><head><meta charset=utf-8><title>Site</title></head><body>{inner}".encode()


def blocks(inner: str) -> list[tuple[str | None, str]]:
    return [(b.label, b.text) for b in blocks_of("a.html", page(inner)).blocks]


def test_lists_have_the_labels_that_a_browser_shows():
    inner = "<h2>T</h2><ol start=3><li>A<ol type=a><li>B<li value=5>C</ol><li>D</ol><ol type=I reversed start=2><li>E<li>F</ol>"
    assert blocks(inner)[1:] == [("3.", "A"), ("a.", "B"), ("e.", "C"), ("4.", "D"), ("II.", "E"), ("I.", "F")]


def test_arabic_figures_are_labels_where_the_page_asks_for_them():
    inner = "<h1>ق</h1><ol dir=rtl style='list-style-type: arabic-indic'><li><p>يقرر</p><p>وأيضا</p></ol>"
    assert blocks(inner)[1:] == [("١.", "يقرر"), (None, "وأيضا")]


def test_what_frames_the_page_is_told_and_not_read():
    received = blocks_of(
        "a.html", page("<nav>Menu</nav><script>x()</script><h1>R</h1><p>Decides it<footer>Contact</footer>")
    )
    assert [b.text for b in received.blocks] == ["R", "Decides it"]
    assert [(p.code, p.facts["text"]) for p in received.problems] == [("intake-page-frame", "Menu Contact")]


def test_a_frame_that_is_never_closed_swallows_nothing():
    assert [t for _, t in blocks("<h1>R</h1><nav>Menu<p>Decides it")] == ["R", "Menu", "Decides it"]


def test_the_title_of_the_page_is_its_heading_where_it_has_no_other():
    assert [(b.text, b.heading) for b in blocks_of("a.html", page("<p>Decides it")).blocks] == [
        ("Site", True),
        ("Decides it", False),
    ]


def test_broken_lines_are_paragraphs_where_an_opening_follows():
    inner = "<h1>R</h1><div>The Council,<br>Noting the report of<br>the Bank,<br><br>1. Decides to meet;<br>2. Requests it.</div>"
    assert [t for _, t in blocks(inner)][1:] == [
        "The Council,",
        "Noting the report of the Bank,",
        "1. Decides to meet;",
        "2. Requests it.",
    ]


def test_raised_figures_are_footnote_marks_or_stay_small():
    inner = (
        '<h1>R</h1><p>12 km<sup>2</sup> of land<sup><a href="#n">1</a></sup>;<p id="fn1"><sup>1</sup> Measured in 2019.'
    )
    made = blocks_of("a.html", page(inner)).blocks
    assert [(b.label, b.text, b.kind) for b in made[1:]] == [
        (None, "12 km² of land;", "text"),
        ("1", "Measured in 2019.", "footnote"),
    ]


def test_the_declared_encoding_is_believed():
    text = "<html><head><meta charset=windows-1256></head><body><h1>قرار</h1><p>إن المجلس، يقرر الاجتماع</p>"
    assert [b.text for b in blocks_of("a.html", text.encode("windows-1256")).blocks] == [
        "قرار",
        "إن المجلس، يقرر الاجتماع",
    ]


def test_a_hundred_thousand_nested_elements_and_their_entities_are_only_text():
    inner = "<h1>R</h1><p>&lt;b&gt; &amp; &unknown;</p>" + "<div><b>" * 100_000 + "end"
    assert [t for _, t in blocks(inner)] == ["R", "<b> & &unknown;", "end"]


def test_the_marks_that_word_gives_footnotes_are_no_words_of_the_text():
    mark = '<a href="#_ftn{0}" name="_ftn{1}{0}"><span class=MsoFootnoteReference><![if !supportFootnotes]>[{0}]<![endif]></span></a>'
    inner = (
        f"<h1>T</h1><p class=MsoNormal>The Council{mark.format(1, 'ref')}, in 2019,</p>"
        f"<div id=ftn1><p class=MsoFootnoteText>{mark.format(1, '')} See 1/50.</p></div>"
    )
    assert blocks(inner)[1:] == [(None, "The Council, in 2019,"), ("1", "See 1/50.")]


def test_hidden_text_is_told_and_not_read():
    page = (
        '<html><body><p>The Council,</p><p style="color:red; display: none">Decides <b>not</b> to pay;</p>'
        "<div hidden><p>Draft</p></div><p>1. Decides to pay 5 million;</p><nav><p hidden>Menu</p></nav>"
        "<script>x</script><p hidden> </p></body></html>"
    )
    received = blocks_of("a.html", page.encode())
    assert [b.text for b in received.blocks] == ["The Council,", "1. Decides to pay 5 million;"]
    (told,) = [p for p in received.problems if p.code == "intake-hidden-text"]
    assert (told.severity, told.facts["passages"]) == ("warning", 2)
    assert told.facts["text"] == "Decides not to pay; | Draft"


def test_a_list_that_counts_down_begins_with_the_number_of_its_items():
    inner = "<h1>T</h1><ol reversed><li>A<ol><li>x<li>y</ol><li>B<li>C</ol>"
    assert blocks(inner)[1:] == [("3.", "A"), ("1.", "x"), ("2.", "y"), ("2.", "B"), ("1.", "C")]


def test_menus_that_the_page_does_not_call_so_are_told_and_not_read():
    menu = "<ul><li><a href=/>Home</a><li><a href=/d>Documents</a></ul>"
    feet = "<div><a href=/p>Privacy</a> | <a href=/i>Imprint</a></div>"
    received = blocks_of("a.html", page(f"<a href=#t>Skip</a>{menu}<h1>R</h1><p>1. Requests aid.</p>{feet}"))
    assert [b.text for b in received.blocks] == ["R", "1. Requests aid."]
    assert [p.facts["text"] for p in received.problems] == ["Skip Home Documents Privacy | Imprint"]


def test_links_amid_the_text_are_of_the_text():
    inner = "<h1>R</h1><p>1. Requests aid of:<p><a href=/m>Mali</a><p><a href=/c>Chad</a><p>2. Decides to meet."
    assert [t for _, t in blocks(inner)] == ["R", "1. Requests aid of:", "Mali", "Chad", "2. Decides to meet."]


def test_raised_figures_that_are_no_links_are_no_marks_of_notes_where_others_are():
    notes = '<section><ol><li id="fn1">See A.<li id="fn2">See B.</ol></section>'
    inner = f'<h1>R</h1><p>40 m<sup>2</sup> of land<sup><a href="#fn2">2</a></sup>.{notes}'
    assert [t for _, t in blocks(inner)][1:] == ["40 m² of land.", "See A.", "See B."]


def test_text_that_word_or_the_page_makes_invisible_is_not_read():
    style = "<style>p.Secret {mso-style-name:Secret; display:none; mso-hide:all}</style>"
    received = blocks_of("a.html", page(f"{style}<h1>R</h1><p class=Secret>old<p style='visibility:hidden'>gone<p>new"))
    assert [b.text for b in received.blocks] == ["R", "new"]
    assert [p.facts["text"] for p in received.problems] == ["old | gone"]


def test_a_page_with_nothing_but_a_title_has_no_text():
    with pytest.raises(NotReadable) as refused:
        blocks_of("a.html", page("<img src=scan.png>"))
    assert refused.value.problems[0].code == "intake-empty"


def test_what_libreoffice_writes_of_heads_feet_and_notes_is_understood():
    note = '<div id="sdfootnote1"><p><a class="sdfootnotesym" href="#sdfootnote1anc">1</a>See A.</p></div>'
    mark = '<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a>'
    head = '<div title="header"><p>A/41/1</p></div>'
    received = blocks_of("a.html", page(f"{head}<h1>R</h1><p>1. Requests aid{mark}.</p>{note}"))
    assert [(b.label, b.text) for b in received.blocks] == [(None, "R"), (None, "1. Requests aid."), ("1", "See A.")]
    assert [p.facts["text"] for p in received.problems] == ["A/41/1"]


def test_labels_that_the_style_of_a_page_writes_out_are_those_of_its_lists():
    style = '<style>.x-1>li:before{content:"(" counter(n,lower-latin) ") "}</style>'
    assert blocks(f"{style}<h1>T</h1><ol class='c x-1'><li>A<li>B</ol>")[1:] == [("(a)", "A"), ("(b)", "B")]


def test_a_menu_above_a_text_whose_title_is_that_of_the_page_is_told():
    received = blocks_of("a.html", page("<td><a href=/>Home</a><br><a href=/d>Documents</a></td><p>1. Requests aid."))
    assert [b.text for b in received.blocks] == ["Site", "1. Requests aid."]
