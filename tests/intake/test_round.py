"""The same text in every format is the same text."""

import io
from html import escape
from pathlib import Path

import pytest
from docx import Document

from amana.intake import Received, blocks_of
from amana.resolutions.reading import read

HERE = Path(__file__).parent / "round"
NOTE = {
    "en": "Read with the note of the Chair of 5 March 2019, document WTR/12/2019/CH/2.",
    "ar": "يقرأ مع مذكرة الرئيس المؤرخة 5 مارس 2019، الوثيقة WTR/12/2019/CH/2.",
}
NOTED = 3
AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def text_of(language: str) -> list[str]:
    """The title's lines and the paragraphs; the footnote hangs on paragraph NOTED."""
    title, *paragraphs = (HERE / f"{language}.txt").read_text("utf-8").strip().split("\n\n")
    return [*title.split("\n"), *paragraphs]


def as_html(language: str) -> bytes:
    first, second, *paragraphs = map(escape, text_of(language))
    paragraphs[NOTED] += '<sup><a href="#fn1">1</a></sup>'
    inner = "\n".join(f"<p>{p}" for p in paragraphs)
    note = f'<ol><li id="fn1">{NOTE[language]}</li></ol>'
    return f"<!doctype html><meta charset=utf-8><nav>Home</nav><h1>{first}<br>{second}</h1>{inner}{note}".encode()


def as_docx(language: str) -> bytes:
    document = Document()
    for words in text_of(language):
        document.add_paragraph(words)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_akn(language: str) -> bytes:
    first, second, *paragraphs = map(escape, text_of(language))
    paragraphs[NOTED] += f'<authorialNote marker="1"><p>{NOTE[language]}</p></authorialNote>'
    inner = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (
        f'<akomaNtoso xmlns="{AKN}"><statement name="r"><meta/><preface><p><docNumber>{first}</docNumber></p>'
        f"<p><docTitle>{second}</docTitle></p></preface><mainBody>{inner}</mainBody></statement></akomaNtoso>"
    ).encode()


def received(language: str, form: str) -> Received:
    made = {"html": as_html, "docx": as_docx, "akn": as_akn}
    if form in made:
        return blocks_of("a", made[form](language))
    return blocks_of("a", (HERE / f"{language}{form}.pdf").read_bytes())


@pytest.mark.parametrize("form", ["html", "docx", "akn", "", "-columns", "-office"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_format_of_a_text_is_read_as_its_plain_text(language, form):
    plain = read(blocks_of("a.txt", "\n\n".join(text_of(language)).encode()).blocks, language)
    blocks = received(language, form).blocks
    made = read(tuple(b for b in blocks if b.kind != "footnote"), language)
    assert [(p.part, p.label, p.text, p.function) for p in made.paragraphs] == [
        (p.part, p.label, p.text, p.function) for p in plain.paragraphs
    ]
    assert [(b.label, b.text) for b in blocks if b.kind == "footnote"] == [("1", NOTE[language])] * (
        form not in ("docx", "-office")
    )


@pytest.mark.parametrize("name", ["ar-letters-seen.pdf", "ar-set-from-left.pdf"])
def test_letters_written_as_they_are_seen_and_lines_set_from_the_left_are_read_as_they_were_meant(name):
    received = blocks_of(name, (HERE / name).read_bytes())
    text = " ".join(f"{b.label or ''} {b.text}".strip() for b in received.blocks)
    for meant in (
        "بشأن سلامة الموانئ",
        "في ياوندي، جمهورية الكاميرون، يومي 29 و30 أغسطس 2024،",
        "إذ يشير إلى القرار رقم 11/49-س،",
        "1. يطلب من الأمين العام تقديم تقرير إلى القمة الإسلامية خلال ثلاثين يوما؛",
        "2. يدعو الدول الأعضاء إلى التبرع بمبلغ 1250.50 دولار أمريكي.",
    ):
        assert meant in text
    assert received.problems == ()


@pytest.mark.parametrize("name", ["ar-vowelled.pdf", "ar-vowelled-office.pdf"])
def test_vowel_signs_stand_on_their_letters_and_tear_no_word(name):
    assert [b.text for b in blocks_of(name, (HERE / name).read_bytes()).blocks] == [
        "إِنَّ مَجْلِسَ وُزَرَاءِ اتِّحَادِ الْمِيَاهِ، الْمُنْعَقِدَ فِي دَوْرَتِهِ الثَّانِيَةَ عَشْرَةَ فِي نُوَاكْشُوطَ مِنْ 4 إِلَى 6 مَارِسَ 2019،",
        "وَإِذْ يُؤَكِّدُ أَنَّ الْمَاءَ مِلْكٌ لِمَنْ يَأْتِي بَعْدَنَا، وَأَنَّهُ لَا يُبَاعُ؛",
        "1. يَدْعُو الدُّوَلَ الْأَعْضَاءَ إِلَى إِصْلَاحِ 37% مِنَ الْمَحَطَّاتِ خِلَالَ ثَلَاثِينَ يَوْمًا؛",
        "2. يَطْلُبُ مِنَ الْأَمِينِ الْعَامِّ تَقْدِيمَ تَقْرِيرٍ عَنْهُ فِي الْوَثِيقَةِ الْمُقْبِلَةِ.",
    ]


def test_the_cells_of_an_arabic_table_are_read_from_the_right_and_a_row_is_one_block():
    received = blocks_of("ar-table.pdf", (HERE / "ar-table.pdf").read_bytes())
    assert [(b.kind, b.text) for b in received.blocks] == [
        ("text", "إن مجلس وزراء اتحاد المياه، المنعقد في نواكشوط من 4 إلى 6 مارس 2019،"),
        ("cell", "البند الإجراء الجهة"),
        ("cell", "إصلاح المحطات إصلاح 37% من المحطات الواقعة في أراضي الدول الأعضاء الأمانة العامة"),
        ("cell", "الماء عقد اجتماع للخبراء اللجنة"),
        ("text", "1. يقرر إنشاء صندوق للمياه المشتركة، مفتوح للتبرعات الطوعية فقط."),
    ]


@pytest.mark.parametrize("name", ["ar-vowelled.pdf", "ar-vowelled-office.pdf"])
def test_shapes_whose_font_is_damaged_are_read_as_what_is_spelled_beside_them(name):
    data = (HERE / name).read_bytes().replace(b"/FontFile2", b"/FontFileX")
    text = " ".join(b.text for b in blocks_of(name, data).blocks)
    assert "2019" in text and "37%" in text
