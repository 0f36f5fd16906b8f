"""Paragraphs that lost the breaks between them are divided where numbers, letters or Arabic grounds tell it; nothing else is."""

import pytest

from amana.intake import blocks_of

RUN_IN = (
    (
        "إن اللجنة، إذ تستعرض التقدم المحرز؛ وإذ تلاحظ التأخر؛ 1- تقرر عقد دورة؛ 2- تشكر الدولة المضيفة.",
        ["إن اللجنة،", "إذ تستعرض التقدم المحرز؛", "وإذ تلاحظ التأخر؛", "1- تقرر عقد دورة؛", "2- تشكر الدولة المضيفة."],
    ),
    (
        "يقرر ما يلي: (أ) إنشاء مكتبة للأطفال؛ (ب) وضع فهرس موحد؛ (ج) دعوة الجامعات إلى التعاون.",
        ["يقرر ما يلي:", "(أ) إنشاء مكتبة للأطفال؛", "(ب) وضع فهرس موحد؛", "(ج) دعوة الجامعات إلى التعاون."],
    ),
    (
        "١. عقدت الندوة في المكتبة العامة. ٢. رحب المشاركون بالفهرس الجديد. ٣. اختتمت الندوة مساء.",
        ["١. عقدت الندوة في المكتبة العامة.", "٢. رحب المشاركون بالفهرس الجديد.", "٣. اختتمت الندوة مساء."],
    ),
    (
        "(a) Opens a library; (b) Draws up a catalogue; (c) Invites the schools to visit.",
        ["(a) Opens a library;", "(b) Draws up a catalogue;", "(c) Invites the schools to visit."],
    ),
)
WHOLE = (
    "1. Requests the bank, under articles 1. and 2. of its statute, to lend.",
    "Decides that the library shall hold: (a) books; (b) maps; (c) letters of the founders.",
    "يشير إلى الفقرة 1. والفقرة 2. من النظام الأساسي للمكتبة العامة.",
    "1. يقرر أن تضم اللجنة: 1. رئيسا للمكتبة. 2. أمينا للفهرس. 3. خازنا للكتب.",
    "إن مجلس المكتبة، إذ يعرب عن تقديره للجهود المبذولة في الفهرسة،",
    "يدعو الدول إلى إرسال الكتب قبل 1. مارس ثم 2. أبريل من كل سنة.",
)


@pytest.mark.parametrize(("text", "pieces"), RUN_IN)
def test_what_counts_on_within_a_block_is_divided(text: str, pieces: list[str]) -> None:
    blocks = blocks_of("a.txt", text.encode()).blocks
    assert [b.text for b in blocks] == pieces
    assert [b.place.block for b in blocks] == list(range(1, len(pieces) + 1))
    assert len(blocks_of("a.txt", text.encode(), exact=True).blocks) == 1


@pytest.mark.parametrize("text", WHOLE)
def test_figures_and_lists_within_a_sentence_divide_nothing(text: str) -> None:
    assert [b.text for b in blocks_of("a.txt", text.encode()).blocks] == [text]


def test_what_is_told_of_a_block_behind_a_divided_one_is_told_of_its_new_number() -> None:
    text = f"{RUN_IN[1][0]}\n\nمنظمةالكتب تشكر المكتبة على جهودها في الفهرسة."
    received = blocks_of("a.txt", text.encode())
    (problem,) = received.problems
    assert problem.code == "intake-missing-spaces"
    assert [p.block for p in problem.places] == [5] and "منظمةالكتب" in received.blocks[4].text


def test_a_line_of_nothing_but_marks_of_direction_is_blank() -> None:
    text = "\u200fإن المجلس،\u202c\n\u200f\u202c\n\u200f1. يدعو الدول إلى الحوار؛\n\u202b\u202c\n\u200f2. يشكر البلد المضيف."
    blocks = blocks_of("a.txt", text.encode()).blocks
    assert [b.text for b in blocks] == ["إن المجلس،", "1. يدعو الدول إلى الحوار؛", "2. يشكر البلد المضيف."]
