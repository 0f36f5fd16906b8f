"""Akoma Ntoso: every word of the document ends in a block."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from amana.intake import blocks_of
from amana.values.problems import NotReadable


def document(inner: str, space: str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0/WD17") -> bytes:
    named = f' xmlns="{space}"' if space else ""
    return f"<?xml version='1.0'?><akomaNtoso{named}><doc name='resolution'>{inner}</doc></akomaNtoso>".encode()


def blocks(inner: str, space: str = "") -> list[tuple[str | None, str, bool]]:
    return [(b.label, b.text, b.heading) for b in blocks_of("a.xml", document(inner, space)).blocks]


def test_numbers_are_labels_and_headings_are_headings():
    inner = (
        "<meta><identification/></meta><preface><p><docNumber>RES/1</docNumber></p></preface><mainBody>"
        "<chapter><num>Chapter I</num><heading>On <i>water</i></heading>"
        "<paragraph><num>1.</num><intro><p>Requests:</p></intro>"
        "<point><num>(a)</num><content><p>the Bank;</p></content></point></paragraph></chapter></mainBody>"
    )
    assert blocks(inner) == [
        (None, "RES/1", True),
        (None, "Chapter I", True),
        (None, "On water", True),
        ("1.", "Requests:", False),
        ("(a)", "the Bank;", False),
    ]


def test_a_number_without_a_paragraph_and_an_unknown_element_keep_their_words():
    inner = "<mainBody><paragraph><num>4.</num></paragraph><novelty>Some <thing>words</thing> here</novelty></mainBody>"
    assert blocks(inner) == [(None, "4.", False), (None, "Some words here", False)]


def test_recitals_conclusions_and_attachments_are_read_in_order():
    inner = (
        "<preamble><recitals><recital><num>1</num><p>Recalling it,</p></recital></recitals></preamble><mainBody><p>Decides.</p>"
        "</mainBody><conclusions><p>Done at <location>Dakar</location></p></conclusions>"
        "<attachments><attachment><doc name='annex'><mainBody><p>Annex</p></mainBody></doc></attachment></attachments>"
    )
    assert [b[1] for b in blocks(inner)] == ["Recalling it,", "Decides.", "Done at Dakar", "Annex"]


@pytest.mark.parametrize("inner", ["<heading><num>IV</num></heading>", "<note><heading><num>2</num></heading></note>"])
def test_a_number_that_nothing_follows_is_not_lost(inner):
    assert [b[1] for b in blocks(f"<p>Decides.</p>{inner}")][1:] in (["IV"], ["2"])


def test_entities_are_refused_and_deep_nesting_is_damage():
    bomb = b'<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><akomaNtoso><doc>&b;</doc></akomaNtoso>'
    for data, code in ((bomb, "intake-entities"), (document("<p>" * 100_000), "intake-damaged")):
        with pytest.raises(NotReadable) as refused:
            blocks_of("a.xml", data)
        assert refused.value.problems[0].code == code


NAMES = st.sampled_from(
    "mainBody paragraph num heading p content i list point strange table tr td authorialNote sup".split()
)


def trees() -> st.SearchStrategy[etree._Element]:
    def make(name: str, text: str, children: list[etree._Element], tail: str) -> etree._Element:
        element = etree.Element(name)
        element.text, element.tail = text, tail
        element.extend(children)
        return element

    words = st.sampled_from(["", "alpha", "beta gamma", " "])
    leaf = st.builds(make, NAMES, words, st.just([]), words)
    return st.recursive(
        leaf, lambda inner: st.builds(make, NAMES, words, st.lists(inner, max_size=4), words), max_leaves=12
    )


@settings(max_examples=200, deadline=None)
@given(trees())
def test_no_word_of_the_document_is_lost(tree):
    data = b"<akomaNtoso><doc><p>first</p>" + etree.tostring(tree) + b"</doc></akomaNtoso>"
    read = blocks_of("a.xml", data).blocks
    said = sorted("".join(etree.fromstring(data).itertext()).replace(" ", ""))
    assert sorted("".join((b.label or "") + b.text for b in read).replace(" ", "")) == said


def test_what_a_modification_inserts_stands_by_itself_with_its_number():
    inner = (
        "<mainBody><paragraph><num>2.</num><content><p><mod>After rule 5 insert:<quotedStructure><rule><num>5A.</num>"
        "<content><p>Books are lent.</p></content></rule></quotedStructure></mod></p></content></paragraph></mainBody>"
    )
    assert [(label, text) for label, text, _ in blocks(inner)] == [
        ("2.", "After rule 5 insert:"),
        ("5A.", "Books are lent."),
    ]


def test_quotation_marks_of_quoted_text_are_words_of_the_document():
    quoted = '<p>Replace <quotedText startQuote="“" endQuote="”">three</quotedText>.</p>'
    assert [text for _, text, _ in blocks(quoted)] == ["Replace “three”."]


def test_a_document_in_two_bytes_a_letter_is_read_and_its_entities_are_refused():
    text = document("<p>Decides</p>").decode()
    assert [b.text for b in blocks_of("a.xml", text.encode("utf-16")).blocks] == ["Decides"]
    with pytest.raises(NotReadable) as refused:
        blocks_of("a.xml", text.replace("?>", '?><!DOCTYPE akomaNtoso [<!ENTITY x "y">]>').encode("utf-16"))
    assert refused.value.problems[0].code == "intake-entities"
