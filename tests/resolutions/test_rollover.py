"""Last year's text rolled over: every change a mark, nothing computed that the record does not state."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amana.resolutions.drafting import Ended
from amana.resolutions.reading import read
from amana.resolutions.rollover import Duty, Known, Rolled, roll
from amana.resolutions.rollover_sessions import renumbered, sessions_in
from amana.sessions.session import Session
from amana.values.blocks import Block
from amana.values.days import Span
from amana.values.names import Entry, Gazetteer
from amana.values.numbers import ordinal
from amana.values.problems import Place
from amana.values.symbols import Pattern
from amana.values.words import Words

CASES = tomllib.loads((Path(__file__).parent / "rollover_cases.toml").read_text(encoding="utf-8"))["case"]
SERIES = {"POL": ("POL", "س"), "P": ("P",)}
CFM = Pattern("cfm", "{serial}/{session}-{series}", organ="cfm", series=SERIES, session_kind="ordinary")
LAST = Session(
    "cfm-49", "cfm", "ordinary", 49, Words(en="Nouakchott", fr="Nouakchott", ar="نواكشوط"), "mr",
    Span.parse("2023-03-16/2023-03-17"), Span.parse("1444-08-24/1444-08-25"),
)  # fmt: skip
NEXT = Session(
    "cfm-50", "cfm", "ordinary", 50, Words(en="Yaoundé", fr="Yaoundé", ar="ياوندي"), "cm", Span.parse("2024-08-29/2024-08-30")
)  # fmt: skip
OWN = {"council-of-foreign-ministers": "cfm"}
ENDED = {"1/47-POL": Ended("renewed", "1/49-POL"), "9/30-P": Ended("terminated", "2/48-POL")}
HEADS = {
    "en": "The Council of Foreign Ministers,",
    "fr": "Le Conseil des ministres,",
    "ar": "إن مجلس وزراء الخارجية،",
    "id": "Dewan Menteri Luar Negeri,",
}


def rolled(*blocks: str, language: str = "en", coming: Session = NEXT, **known: Any) -> Rolled:
    several = [Block(text, Place("last", block=n)) for n, text in enumerate(blocks, 1)]
    return roll(
        read(several, language, patterns=[CFM]), LAST, coming, Known((CFM,), ended=ENDED, organ_ids=OWN, **known)
    )


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["why"])
def test_a_paragraph_of_last_year_becomes_one_of_the_coming_session(case: dict[str, Any]) -> None:
    blocks = [HEADS[case["language"]], f"1. {case['text']}"] if case.get("operative") else [case["text"]]
    made = rolled(*blocks, language=case["language"]).paragraphs[-1]
    assert made.after == case.get("after", case["text"])
    assert sorted(m.problem.code for m in made.marks) == sorted(case["codes"])


def test_every_mark_says_what_stood_there_and_why_in_four_languages() -> None:
    made = rolled(
        "RESOLUTION No. 1/49-POL", HEADS["en"], "Recalling resolution 1/47-POL,", "1. Reaffirms resolution 9/30-P."
    )
    for paragraph in made.paragraphs:
        for mark in paragraph.marks:
            assert paragraph.added or paragraph.text[mark.start : mark.end] == mark.before
            assert all(
                "⟨" not in mark.problem.message(x) and mark.problem.code not in mark.problem.message(x)
                for x in ("ar", "en", "fr", "id")
            )
    assert "".join(p.before for one in made.paragraphs for p in one.pieces()) == "".join(
        one.text for one in made.paragraphs if not one.added
    )


@pytest.mark.parametrize(
    ("language", "recital", "added"),
    [
        ("en", "Recalling its resolution 1/47-POL,", "Recalling its resolution 1/49-POL,"),
        ("en", "Recalling the resolutions of its previous sessions,", "Recalling Resolution No. 1/49-POL,"),
        ("fr", "Rappelant les résolutions pertinentes,", "Rappelant la résolution n° 1/49-POL,"),
        ("ar", "وإذ يشير إلى قراراته السابقة،", "وإذ يشير إلى القرار رقم 1/49-POL،"),
        ("ar", "إذ يستذكر قراراته السابقة،", "وإذ يستذكر القرار رقم 1/49-POL،"),
        ("id", "Mengingat resolusi-resolusi sebelumnya,", "Mengingat Resolusi No. 1/49-POL,"),
    ],
)
def test_last_years_resolution_is_recalled_where_something_is(language: str, recital: str, added: str) -> None:
    made = rolled(
        "RESOLUTION 1/49-POL" if language != "ar" else "قرار رقم 1/49-POL", HEADS[language], recital, language=language
    )
    assert [p.text for p in made.paragraphs if p.added] == [added]


def test_last_years_resolution_is_not_recalled_twice_nor_where_nothing_is() -> None:
    twice = rolled("RESOLUTION 1/49-POL", HEADS["en"], "Recalling its resolution 1/49-POL,", "1. Decides to meet.")
    never = rolled("RESOLUTION 1/49-POL", HEADS["en"], "Deeply concerned at the drought,", "1. Decides to meet.")
    assert not [p for p in (*twice.paragraphs, *never.paragraphs) if p.added]


@pytest.mark.parametrize(
    ("language", "text", "marked"),
    [
        ("en", "Noting the report of the Committee on its forty-seventh session,", False),
        ("fr", "Notant le rapport du Comité sur sa quarante-septième session,", False),
        ("ar", "وإذ يلاحظ تقرير اللجنة عن دورتها السابعة والأربعين،", False),
        ("en", "Noting that the Committee supports the outcome of the forty-seventh session,", True),
    ],
)
def test_the_session_of_another_organ_is_not_taken_for_one_long_past(language: str, text: str, marked: bool) -> None:
    forms = {"en": ("Committee",), "fr": ("Comité",), "ar": ("اللجنة",)}
    house = Gazetteer([Entry("pfc", "organ", {language: forms[language]})])
    blocks = [Block(one, Place("last", block=n)) for n, one in enumerate((HEADS[language], text), 1)]
    made = roll(read(blocks, language, gazetteer=house), LAST, NEXT, Known((CFM,), organ_ids=OWN))
    assert [m.problem.code for m in made.marks] == ["rollover-session-past"] * marked


def test_days_are_never_computed() -> None:
    undated = Session("cfm-50", "cfm", "ordinary", 50)
    text = "The Council, meeting in its 49th session, on 16 and 17 March 2023 (24-25 Shaban 1444H),"
    one, other = (rolled(text, coming=s).paragraphs[0].after for s in (undated, NEXT))
    assert one == "The Council, meeting in its 50th session, on […],"
    assert "29 and 30 August 2024 ([…])" in other


def test_a_month_alone_is_no_day_to_be_written() -> None:
    planned = Session("cfm-50", "cfm", "ordinary", 50, days=Span.parse("2024-08?"))
    assert rolled("held on 16-17 March 2023", coming=planned).paragraphs[0].after == "held on […]"


@pytest.mark.parametrize(("state", "report", "code"), [
    ("done", True, "rollover-report-done"), ("due", True, "rollover-report-due"), ("open", False, "rollover-duty-open"),
    ("ended", False, "rollover-duty-ended"),
])  # fmt: skip
def test_what_became_of_a_duty_is_told_at_its_paragraph(state: Any, report: bool, code: str) -> None:
    made = rolled(HEADS["en"], "1. Requests the Secretary General to report.", duties={2: [Duty(state, report)]})
    assert [m.problem.code for m in made.paragraphs[1].marks] == [code]


@given(st.integers(1, 99), st.integers(1, 99), st.sampled_from(["en", "fr", "ar", "id"]), st.booleans())
def test_a_session_written_anew_is_read_as_the_new_one(old: int, new: int, language: str, words: bool) -> None:
    rank = {
        "en": "th" if 10 < old % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(old % 10, "th"),
        "fr": "re" if old == 1 else "e",
    }
    said = (
        ordinal(old, language, "f", "gen")
        if words
        else {"ar": str(old), "id": f"ke-{old}"}.get(language, f"{old}{rank.get(language)}")
    )
    text = {"en": "its {} session", "fr": "sa {} session", "ar": "في دورته {}", "id": "Sidang {}"}[language].format(
        said
    )
    named = sessions_in(text, language)
    assert [n.number for n in named] == [old]
    written = renumbered(named[0], new, language)
    again = text[: named[0].start] + written + text[named[0].end :]
    assert [n.number for n in sessions_in(again, language)] == [new], again


@pytest.mark.parametrize(
    ("language", "text", "after"),
    [
        ("ar", "في اجتماعه الحادي والخمسين", "الثاني والخمسين"),
        ("ar", "المؤتمر الثالث عشر", "الرابع عشر"),
        ("en", "ITS 51ST SESSION", "52ND"),
        ("en", "its 51st SESSION", "52nd"),
    ],
)
def test_a_session_written_anew_keeps_its_gender_and_its_capitals(language: str, text: str, after: str) -> None:
    (named,) = sessions_in(text, language)
    assert renumbered(named, named.number + 1, language) == after


def test_no_session_is_written_beyond_those_that_are_read() -> None:
    (named,) = sessions_in("its 199th session", "en")
    assert renumbered(named, 200, "en") == ""


def test_without_the_houses_patterns_its_own_symbol_moves_on_where_it_says_its_session() -> None:
    def symbol(printed: str) -> str:
        made = read(
            [Block(f"RESOLUTION {printed}", Place("last", block=1)), Block(HEADS["en"], Place("last", block=2))], "en"
        )
        return roll(made, LAST, NEXT).paragraphs[0].after

    assert symbol("1/49-POL") == "RESOLUTION …/50-POL" and symbol("A/RES/61/17") == "RESOLUTION […]"


def test_a_day_in_the_head_that_is_none_of_the_session_is_only_marked() -> None:
    made = rolled("Distributed on 4 January 2023", HEADS["en"])
    assert [(m.problem.code, m.changes) for m in made.marks] == [("rollover-day-past", False)]


def test_who_holds_an_office_is_marked_and_who_is_recalled_is_not() -> None:
    text = "Having considered the report of the Secretary General, H.E. Mr. Aden Omar Farah,"
    made = rolled(
        HEADS["en"], text, "Recalling the words of Aden Omar Farah,", holders=("Aden Omar Farah", "Omar Farah")
    )
    assert [(m.problem.code, m.before, m.changes) for m in made.marks] == [
        ("rollover-holder", "Aden Omar Farah", False)
    ]


def test_a_theme_that_the_record_has_of_the_coming_session_stands_in_the_draft() -> None:
    coming = replace(NEXT, theme=Words(en="Infrastructure and Connectivity"))
    made = rolled("The Council, meeting in its 49th session (Session of Moderation),", coming=coming)
    assert made.paragraphs[0].after == "The Council, meeting in its 50th session (Infrastructure and Connectivity),"
