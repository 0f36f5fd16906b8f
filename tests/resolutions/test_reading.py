"""One language version, read."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amana.intake import blocks_of
from amana.resolutions.reading import read
from amana.values.blocks import Block
from amana.values.problems import Place

CASES = tomllib.loads((Path(__file__).parent / "reading_cases.toml").read_text(encoding="utf-8"))["case"]

PIECES = st.sampled_from(
    ["1.", "٤ -", "(a)", "أ)", "4", "IV", "The Council,", "إن المجلس،", "Le Conseil,", "Recalling the Charter,", "Decides to act;",
     "1. Requests the Secretary-General to report;", "يطلب من الأمين العام", "وإذ يؤكد", "Adopted unanimously.", "ANNEX",
     "Page 3", "* See A/1.", "and so on", "12 Muharram 1446H (18 July 2024)", "\u202b\u0640", "Prie le Secrétaire général"]
)  # fmt: skip


def reading(text: str, **more):
    return read(blocks_of("text.txt", text.encode()).blocks, **more)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["why"])
def test_texts_are_read_as_the_table_says(case):
    found = reading(case["text"])
    assert found.language == case["language"]
    operative = [p for p in found.paragraphs if p.part == "operative"]
    assert [p.label for p in operative] == [w["label"] for w in case["operative"]]
    if "preambular" in case:
        assert sum(p.part == "preambular" for p in found.paragraphs) == case["preambular"]
    for paragraph, wanted in zip(operative, case["operative"], strict=True):
        said = {
            "depth": paragraph.depth,
            "function": paragraph.function,
            "addressees": [a.id for a in paragraph.addressees if a.role == "implementer"],
            "deadline": paragraph.deadline.kind if paragraph.deadline else None,
            "day": str(paragraph.deadline.day) if paragraph.deadline else None,
            "words": paragraph.deadline.text if paragraph.deadline else None,
            "computed": paragraph.deadline.computed if paragraph.deadline else None,
            "session": paragraph.deadline.session if paragraph.deadline else None,
            "next": paragraph.deadline.next if paragraph.deadline else None,
            "period": paragraph.deadline.period if paragraph.deadline else None,
            "report_to": paragraph.report.to if paragraph.report else None,
            "report_by": paragraph.report.by if paragraph.report else None,
        }
        assert {k: said[k] for k in wanted if k != "label"} == {k: v for k, v in wanted.items() if k != "label"}


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(min_size=1, max_size=40)), max_size=12), st.booleans())
def test_every_block_ends_in_exactly_one_paragraph(texts, labelled):
    blocks = [
        Block(t, Place("x", block=n), "a)" if labelled and n % 3 == 0 else None)
        for n, t in enumerate(texts, 1)
        if t.strip()
    ]
    found = read(blocks)
    assert sorted(b for p in found.paragraphs for b in p.blocks) == [b.place.block for b in blocks]
    assert all(p.blocks for p in found.paragraphs)


def test_a_text_without_an_operative_part_is_a_finding_with_its_place():
    found = reading("The Council,\n\nRecalling the Charter,")
    assert [(p.code, p.places[0].block) for p in found.problems] == [("reading-no-operative", 1)]


def test_an_opening_that_was_not_understood_is_a_note_and_the_paragraph_stays():
    found = reading("The Council,\n\nNoting the report,\n\n1. Zigzags all the way;")
    assert [(p.code, p.severity, p.places[0].block) for p in found.problems] == [("reading-opening-unknown", "note", 3)]
    assert found.paragraphs[-1].part == "operative"


@pytest.mark.parametrize(
    ("line", "how", "votes"),
    [
        ("Adopted without a vote on 7 November 2024.", "without a vote", {}),
        (
            "Adopted at the 2nd meeting by 92 votes to none, with 4 abstentions.",
            "vote",
            {"yes": 92, "no": 0, "abstain": 4},
        ),
        ("Adoptée à l'unanimité à la 12e séance.", "unanimously", {}),
        ("Adoptée par 13 voix contre zéro, avec 2 abstentions.", "vote", {"yes": 13, "no": 0, "abstain": 2}),
        ("اعتمد بتوافق الآراء.", "consensus", {}),
        ("اعتمد بأغلبية ٩٢ صوتا مقابل لا شيء وامتناع ٤ أعضاء عن التصويت.", "vote", {"yes": 92, "no": 0, "abstain": 4}),
        ("اعتمد القرار بدون تصويت.", "without a vote", {}),
    ],
)
def test_the_adoption_line_says_how(line, how, votes):
    body = {"A": "The Council,\n\nDecides to act.\n\n", "ا": "إن المجلس،\n\nيقرر العمل.\n\n"}
    language = "ar" if line[0] == "ا" else "fr" if "Adoptée" in line else "en"
    found = reading(body["ا" if language == "ar" else "A"] + line, language=language)
    assert found.adoption is not None
    assert (found.adoption.how, dict(found.adoption.votes)) == (how, votes)


def test_symbol_title_and_session_stand_before_the_organ():
    found = reading(
        "RESOLUTION NO. 1/50-POL\n\nON\n\nTHE CAUSE OF PALESTINE\n\nFiftieth Session of the Council of Foreign Ministers\n\n"
        "The Council of Foreign Ministers,\n\nRecalling the Charter,\n\n1. Decides to act."
    )
    assert (found.symbol, found.title, found.session_number) == ("1/50-POL", "THE CAUSE OF PALESTINE", 50)


@pytest.mark.parametrize(
    ("mark", "symbol", "title", "organ"),
    [
        ("SPECIMEN — not an adopted text", "RESOLUTION NO. 902/51-E", "Early warning of drought", "The Council,"),
        ("SPÉCIMEN — texte non adopté", "RÉSOLUTION N° 902/51-E", "Alerte précoce à la sécheresse", "Le Conseil,"),
        ("نموذج — ليس نصا معتمدا", "قرار رقم 902/51-إق", "الإنذار المبكر بالجفاف", "إن المجلس،"),
    ],
)
def test_what_stands_above_the_symbol_is_no_title_and_stays_structure(mark, symbol, title, organ):
    found = reading(f"{mark}\n\n{symbol}\n\n{title}\n\n{organ}\n\n1. …")
    assert found.title == title
    assert (found.paragraphs[0].text, found.paragraphs[0].part) == (mark, "structure")
    assert reading(f"{mark}\n\n{title}\n\n{organ}\n\n1. …").title == title


def test_a_title_that_only_stands_above_the_symbol_is_the_title():
    found = reading("Early warning of drought\n\nResolution 902/51-E\n\nThe Council,\n\n1. Decides to act.")
    assert (found.symbol, found.title) == ("902/51-E", "Early warning of drought")


def test_a_session_of_another_organ_is_told_with_the_deadline():
    text = "The Council,\n\n1. Requests the Secretary-General to prepare it for the sixteenth session of the Executive Committee;"
    (duty,) = (p for p in reading(text).paragraphs if p.part == "operative")
    assert duty.deadline is not None
    assert (duty.deadline.session, duty.deadline.organ) == (16, "executive-committee")


def test_the_masthead_of_a_paper_is_no_title():
    head = (
        "United Nations S/RES/1445 (2002)\n\nSecurity Council Distr.: General 4 December 2002\n\nResolution 1445 (2002)"
    )
    found = reading(f"{head}\n\nThe Security Council,\n\n1. Decides to remain seized of the matter.")
    assert (found.symbol, found.title) == ("S/RES/1445 (2002)", "")


@pytest.mark.parametrize(
    "text",
    [
        "البيان الختامي\n\nعقد مجلس وزراء الأنهار دورته العاشرة في بانجول يومي 3 و4 مايو 2019م بدعوة كريمة من الحكومة.\n\nأكد المجلس أهمية الماء.",
        "FINAL COMMUNIQUÉ\n\n1. At the invitation of the Government, the tenth session of the River Conference was held in Banjul.\n\n2. The Conference reaffirmed its aims.",
        "COMMUNIQUÉ FINAL\n\n1. La dixième session de la Conférence des fleuves s'est tenue à Banjul.\n\n2. La Conférence a réaffirmé ses buts.",
    ],
)
def test_that_a_session_was_held_is_told_by_a_communique_and_is_no_unknown_opening(text):
    found = reading(text)
    assert [p.part for p in found.paragraphs].count("structure") == 1
    assert not [p for p in found.problems if p.code == "reading-opening-unknown"]


def test_what_is_asked_below_grounds_that_announce_it_stands_in_the_infinitive():
    texts = [
        "La Conférence,",
        "Ayant entendu l'exposé, décide :",
        "1. d'inviter les États membres à curer les canaux ;",
    ]
    texts.append("2. de prier le Secrétaire général de lui faire rapport et d'écrire à l'Assemblée générale.")
    found = read([Block(t, Place("x", block=n)) for n, t in enumerate(texts, 1)]).paragraphs
    assert [p.function for p in found[2:]] == ["invite", "request"]
    assert [a.id for a in found[2].addressees] == ["member-states"]
    assert (found[3].report.by, found[3].report.to) == ("secretary-general", "Conférence")


@pytest.mark.parametrize(
    "asked",
    [
        "٢- تطلب إلى الأمين العام أن يقدم إليها تقريرا سنويا.",
        "٢- تطلب إلى الأمين العام تقديم تقرير إلى الجمعية العامة.",
        "٢- تطلب إلى الأمين العام رفع تقرير إلى الدورة القادمة للجمعية.",
    ],
)
def test_an_arabic_organ_is_told_by_a_pronoun_or_by_its_noun(asked):
    blocks = [Block(t, Place("x", block=n)) for n, t in enumerate(["إن الجمعية العامة،", "١- تقرر العمل؛", asked], 1)]
    report = read(blocks).paragraphs[-1].report
    assert (report.by, report.to) == ("secretary-general", "un-general-assembly")


def test_what_is_decided_below_a_verb_alone_is_named_by_its_noun_under_letters_too():
    made = reading(
        "إن المجلس،\n\nبعد اطلاعه على المذكرة،\n\nيقرر:\n\nأ- دعوة الدول الأعضاء إلى التعاون.\n\nب- أن ينشئ صندوقا."
    )
    assert [p.function for p in made.paragraphs if p.depth] == ["call_upon", "establish"]
    asked = reading("إن المجلس،\n\nيقرر أن يكون البرنامج:\n\n(أ) مفتوحا؛\n\n(ب) يخصص نصف المقاعد للنساء.")
    assert [p.function for p in asked.paragraphs if p.depth] == [None, None]
    parted = reading(
        "إن المجلس،\n\nيقرر\n\nأ. في مجال النقل البري:\n\n1. دعوة الدول إلى المصادقة.\n\nب. في مجال البحار:\n\n1. عقد ندوة."
    )
    assert [p.function for p in parted.paragraphs if p.label == "1."] == ["call_upon", "convene"]


def test_an_arabic_ground_below_another_keeps_its_function():
    made = reading(
        "إن المجلس،\n\nإذ يحيط علما بالتقرير:\n\n(أ) وإذ يلاحظ مع القلق الجفاف،\n\n(ب) وإذ يرحب بالمطر،\n\n1- يقرر العمل."
    )
    assert [p.function for p in made.paragraphs if p.depth] == ["concern", "welcome"]


def test_the_articles_of_an_arabic_statute_stand_apart_where_no_blank_line_parts_them():
    made = reading("نظام العضوية\nالماده الاولى\nيكون العضو منضما بعد الموافقة.\nالمادة ٢\n1- تسقط العضوية بعد سنتين.")
    assert [(p.part, p.label) for p in made.paragraphs] == [
        ("structure", ""), ("structure", ""), ("operative", ""), ("structure", ""), ("operative", "1-"),
    ]  # fmt: skip
