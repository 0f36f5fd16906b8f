"""Which block begins which paragraph, of which part, with which label and depth."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amana.intake import blocks_of
from amana.resolutions.languages import language_of
from amana.resolutions.reading import read
from amana.values.blocks import Block
from amana.values.problems import Place

CASES = tomllib.loads((Path(__file__).parent / "structure_cases.toml").read_text(encoding="utf-8"))["case"]

UDHR = Path(__file__).parents[3] / "shared" / "corpus" / "udhr"
LABELS = [
    "",
    "1. ",
    "2 - ",
    "٣ - ",
    "(a) ",
    "(i) ",
    "أ) ",
    "(ب) ",
    "هـ- ",
    "IV. ",
    "1 bis. ",
    "• ",
    "- ",
    "أولا: ",
    "OP1. ",
    "12",
    "12.3 ",
]
WORDS = [
    "", "The Council,", "إن المجلس،", "L'Assemblée générale,", "Majelis Umum,", "We, the Ministers,", "Recalling the Charter,",
    "وإذ يشير إلى الميثاق،", "Considérant que", "considering that", "decides", "Decides to act;", "يقرر", "Prie le Conseil de",
    "Menimbang bahwa", "Adopted unanimously.", "Adoptée par 9 voix contre zéro", "اعتمد بالإجماع.", "ANNEX", "Annexe II", "المرفق",
    "Reservation of X", "تحفظ وفد كذا", "Article 1", "المادة ٢", "79th plenary meeting", "19 December 2006", "Page 3", "A/RES/61/1",
    "_____ 1 See A/1.", "[on the report of the Committee]", "and so on:", "I", "PREAMBLE", "\u202b\u0640", "…", "Therefore",
]  # fmt: skip
GRAMMAR = st.builds(lambda label, words: label + words, st.sampled_from(LABELS), st.sampled_from(WORDS))
BLOCKS = st.lists(st.one_of(GRAMMAR, GRAMMAR, st.text(min_size=1, max_size=40)), max_size=16)
LANGUAGES = st.sampled_from([None, "ar", "en", "fr", "id", "es"])


def made(texts, label=None):
    return [Block(t, Place("x", block=n), label if n % 4 == 0 else None) for n, t in enumerate(texts, 1) if t.strip()]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["why"])
def test_a_text_has_the_parts_labels_and_depths_that_the_table_says(case):
    found = read(made(case["blocks"]), case["language"])
    said = [" ".join(w for w in (p.part[0], p.label, str(p.depth or "")) if w) for p in found.paragraphs]
    assert said == case["read"]
    for field in ("symbol", "title", "session"):
        assert getattr(found, field) == case.get(field, getattr(found, field))


@settings(max_examples=400, deadline=None)
@given(BLOCKS, LANGUAGES, st.sampled_from([None, "a)", "1.", "(iv)", "?"]))
def test_whatever_the_blocks_are_each_ends_in_exactly_one_paragraph_in_order(texts, language, label):
    blocks = made(texts, label)
    found = read(blocks, language)
    assert sorted(b for p in found.paragraphs for b in p.blocks) == [b.place.block for b in blocks]
    assert [p.blocks[0] for p in found.paragraphs] == sorted(p.blocks[0] for p in found.paragraphs)
    assert {p.part for p in found.paragraphs} <= {"preambular", "operative", "structure"}


@settings(max_examples=300, deadline=None)
@given(BLOCKS, LANGUAGES)
def test_blocks_as_they_stand_are_one_paragraph_each(texts, language):
    blocks = made(texts)
    found = read(blocks, language, exact=True)
    assert [p.blocks for p in found.paragraphs] == [(b.place.block,) for b in blocks]


@settings(max_examples=100, deadline=None)
@given(st.lists(GRAMMAR.filter(str.strip), min_size=1, max_size=10))
def test_no_word_of_a_text_is_lost_on_its_way(texts):
    received = blocks_of("text.txt", "\n\n".join(texts).encode(), exact=True).blocks
    found = read(received, "en", exact=True)
    said = [" ".join(f"{p.label} {p.text}".split()) for p in found.paragraphs]
    assert all(s.replace(" ", "").endswith(b.text.replace(" ", "")) for s, b in zip(said, received, strict=True))


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Everyone has the right to education.", "en"),
        ("Adopted unanimously.", "en"),
        ("Requests the Secretary-General to report;", "en"),
        ("Toute personne a droit à l'éducation.", "fr"),
        ("Décide de rester saisi de la question.", "fr"),
        ("Notant avec satisfaction les efforts déployés", "fr"),
        ("Résolution 1701 (2006)", "fr"),
        ("Setiap orang berhak memperoleh pendidikan.", "id"),
        ("Meminta Sekretaris Jenderal untuk melaporkan hal ini", "id"),
        ("Majelis Umum,", "id"),
        ("Pasal 1", "id"),
        ("لكل شخص الحق في التعليم.", "ar"),
        ("قرار رقم 1/48-POL بشأن OIC", "ar"),
    ],
)
def test_one_sentence_tells_its_language(sentence, language):
    assert language_of([sentence]) == language


@pytest.mark.skipif(not UDHR.is_dir(), reason="the corpus udhr is not beside the project")
@pytest.mark.parametrize("name", ["arb", "eng", "fra", "ind"])
def test_a_declaration_in_articles_has_its_grounds_its_headings_and_its_rights(name):
    found = read(blocks_of(f"{name}.html", (UDHR / f"{name}.html").read_bytes()).blocks)
    parts = [p.part for p in found.paragraphs]
    assert 6 <= parts.count("preambular") <= 8
    assert parts[parts.index("operative") :].count("structure") == 30


def test_the_rows_of_a_table_are_no_numbered_paragraphs_unless_their_words_act():
    texts = ["إن المجلس،", "1- يوافق على الجدول الآتي:", "1", "الرواتب", "12,350,000", "2", "النفقات", "4,120,500"]
    cells = [replace(b, kind="cell") if n > 1 else b for n, b in enumerate(made(texts))]
    assert [p.part[0] for p in read(cells, "ar").paragraphs] == ["s", "o", *"ssssss"]
    laid = [
        replace(b, kind="cell") if n else b for n, b in enumerate(made(["إن المجلس،", "1", "يدعو الدول إلى الحوار؛"]))
    ]
    assert [p.part[0] + p.label for p in read(laid, "ar").paragraphs] == ["s", "o1"]
    texts = [
        "Le Conseil,",
        "1.",
        "Prie le Secrétaire général",
        "a)",
        "de présenter un rapport; et",
        "b)",
        "d'en informer les États.",
    ]
    laid = [replace(b, kind="cell") if n else b for n, b in enumerate(made(texts))]
    assert [p.label for p in read(laid, "fr").paragraphs] == ["", "1.", "a)", "b)"]


def test_numbers_in_pairs_that_count_are_labels_and_a_span_is_none():
    plan = [
        "The Council,",
        "1. Adopts the plan below;",
        "Annex",
        "1-1 Every port has a plan.",
        "1-2 Every port has a guard.",
        "2-1 A fund is set up.",
        "3-4 per cent are kept back.",
    ]
    labels = [p.label for p in read(made(plan), "en").paragraphs]
    assert labels == ["", "1.", "", "1-1", "1-2", "2-1", ""]


def test_grounds_that_speak_of_us_are_known_in_french():
    text = [
        "Nous, ministres,",
        "Nous félicitant de l’accord,",
        "Nous inquiétant de la sécheresse,",
        "Invitons les États à agir.",
    ]
    found = read(made(text), "fr").paragraphs
    assert [(p.part, p.function) for p in found[1:]] == [
        ("preambular", "welcome"),
        ("preambular", "concern"),
        ("operative", "invite"),
    ]


def test_the_row_of_a_table_amid_the_operative_part_is_structure_with_figures():
    texts = ["The Council,", "1. Appropriates the sum of 12 000 dollars:", "2. Decides to meet."]
    blocks = made(texts)
    rows = [Block(t, Place("x", block=9), kind="cell") for t in ("1. Roads 5 000", "Total 12 000")]
    found = read([*blocks[:2], *rows, blocks[2]], "en").paragraphs
    assert [p.part for p in found] == ["structure", "operative", "structure", "structure", "operative"]
    assert [f.value for p in found[2:4] for f in p.figures] == ["5000", "12000"]


def test_a_number_with_nothing_but_a_space_before_a_verb_is_a_label_where_it_counts():
    texts = [
        "THE ASSEMBLY,",
        "RECALLING Article 15,",
        "1 ADOPTS the Code;",
        "2 INVITES Governments to apply it;",
        "12 Notes are annexed.",
    ]
    found = read(made(texts), "en").paragraphs
    assert [(p.part, p.label, p.function) for p in found[2:4]] == [
        ("operative", "1", "adopt"),
        ("operative", "2", "invite"),
    ]
    assert found[4].label == ""


def test_minutes_in_the_past_are_read_behind_their_number():
    texts = ["The Meeting:", "1. Condemned in the strongest terms the attack;", "2. Called upon the parties to meet."]
    found = read(made(texts), "en").paragraphs
    assert [p.function for p in found[1:]] == ["condemn", "call_upon"]


def test_grounds_that_are_counted_below_a_verb_stay_grounds():
    texts = [
        "Le Congrès,",
        "Notant :",
        "1) Que les crues sont fréquentes,",
        "2) Que l’alerte fait défaut,",
        "Ayant examiné le rapport,",
        "Décide d’agir.",
    ]
    found = read(made(texts), "fr").paragraphs
    assert [p.part for p in found] == ["structure", *["preambular"] * 4, "operative"]


def test_what_somebody_is_asked_in_numbers_with_a_bracket_stands_below_the_verb():
    texts = [
        "Le Congrès,",
        "Prie le Secrétaire général :",
        "1) D’agir ;",
        "2) De rendre compte au Conseil exécutif à sa dixième session.",
    ]
    found = read(made(texts), "fr").paragraphs
    assert [p.depth for p in found[1:]] == [0, 1, 1]
    assert (found[3].report.by, found[3].report.to) == ("secretary-general", "executive-board")


def test_a_short_line_with_a_sum_amid_the_operative_part_has_figures_and_a_heading_has_none():
    texts = [
        "The Council,",
        "1. Adopts the budget;",
        "Ferry fund – US$ 5 million",
        "Goal 14: rivers",
        "2. Decides to meet.",
    ]
    found = read(made(texts), "en").paragraphs
    assert [[f.value for f in p.figures] for p in found[2:4]] == [["5000000"], []]


def test_the_marks_of_drafts_in_brackets_are_labels_that_say_their_part():
    texts = [
        "Le Conseil exécutif,",
        "(PP1) Rappelant la décision,",
        "(OP)1. INVITE les États à agir ;",
        "(OP2) PRIE le Directeur général d’agir.",
    ]
    found = read(made(texts), "fr").paragraphs
    assert [(p.part, p.label) for p in found[1:]] == [
        ("preambular", "(PP1)"),
        ("operative", "(OP)1."),
        ("operative", "(OP2)"),
    ]
