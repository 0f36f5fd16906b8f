"""The implementation report: what it tells whom, in three languages, with courtesy."""

import re
from datetime import date

import pytest

from amana.mandates.lifecycle import CLOSINGS, STATUSES
from amana.reports.implementation import Reply, ResolutionTold, Told, report
from amana.reports.rendering import render, summary_words
from amana.reports.wording import LANGUAGES, status_words
from amana.resolutions.paragraph_names import called
from amana.values.days import Day
from amana.values.words import Words

SESSION = Words(en="50th session", fr="50e session", ar="الدورة الخمسون")
SG = Words(en="Secretary General", fr="Secrétaire général", ar="الأمين العام")
STATES = Words(en="Member States", fr="États membres", ar="الدول الأعضاء")
ACT = Told("o4", Words(en="Requests a meeting."), who=(SG,), stated=Words(en="by 2024"), due=Day("2024-12-31"),
           status="in_progress", progress=Words(en="A host was found."), evidence=("NV 12",))  # fmt: skip
ASKED = Told("o5", Words(en="Calls upon states."), kind="state", who=(STATES,), due=Day("2020-01-01"), replies=(
    Reply(Words(en="Gambia"), Day("2025-01-01"), Day("2025-02-01"), Words(en="A law."), released=True),
    Reply(Words(en="Chad"), Day("2025-01-01")),
))  # fmt: skip
FOLLOW_UP = Told("o9", Words(en="Requests follow-up."), kind="follow_up", who=(SG,), due=Day("2020-01-01"))
PROPOSED = Told("o7", Words(en="Maybe."), status="proposed")
RESOLUTIONS = [
    ResolutionTold("1/50-POL", Words(en="On peace"), (ACT, ASKED, PROPOSED, FOLLOW_UP)),
    ResolutionTold("2/50-POL", Words(en="Thanks")),
]


def made(audience: str = "house", **changed):
    return report(SESSION, RESOLUTIONS, day=date(2025, 6, 1), audience=audience, **changed)


def every_word(document) -> str:
    lines = [f"{line.name} {line.text}" for s in document.sections for i in s.items for line in i.lines]
    sections = [f"{s.heading} {s.note}" for s in document.sections]
    return "\n".join([document.title, *document.intro, *document.closing, *lines, *sections, str(document.summary)])


def test_each_thing_asked_is_told_with_who_when_status_and_evidence():
    item = render(made(), "en").sections[0].items[0]
    assert [(line.name, line.text) for line in item.lines] == [
        ("Who", "Secretary General"), ("By when, as stated", "“by 2024”"), ("That is", "31 December 2024"),
        ("Status", "in progress (the day it was due has passed)"), ("Latest", "A host was found."), ("Evidence", "NV 12"),
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_state_is_ever_said_to_be_late(language):
    only_states = report(SESSION, [ResolutionTold("1/50-POL", Words(en="x"), (ASKED,))], day=date(2030, 1, 1))
    late = {"en": r"due|overdue|late|passed|fail", "fr": r"retard|passé|échou", "ar": r"انقضى|متأخر|تأخر"}[language]
    assert not re.search(late, every_word(render(only_states, language)).replace("Latest", ""))
    assert only_states.counts["overdue"] == 0


def test_of_a_state_it_says_what_was_asked_and_received():
    lines = {line.name: line.text for line in render(made(), "en").sections[0].items[1].lines}
    assert lines["Gambia"] == "information requested on 1 January 2025; received on 1 February 2025. A law."
    assert lines["Chad"] == "information requested on 1 January 2025; no information received."


@pytest.mark.parametrize("audience", ["public", "members"])
def test_what_was_not_released_does_not_leave_the_house(audience):
    told = made(audience)
    shown = every_word(render(told, "en"))
    assert not re.search("Chad|host was found|NV 12|in progress", shown)
    assert "Gambia" in shown
    assert "host was found" not in repr(told)
    assert (told.counts["not_released"], "overdue" in told.counts) == (1, False)


def test_the_closing_paragraph_is_one_line_and_is_not_counted():
    told = made()
    assert [i.key for i in render(told, "en").sections[0].items] == ["o4", "o5"]
    assert "Paragraph 9 asks for follow-up" in render(told, "en").sections[0].note
    assert (told.counts["mandates"], told.counts["overdue"], told.counts["resolutions"]) == (2, 1, 2)


def test_a_resolution_that_asks_nothing_says_so_in_its_place():
    sections = render(made(), "fr").sections
    assert [s.symbol for s in sections] == ["1/50-POL", "2/50-POL"]
    assert sections[1].note.startswith("Aucune demande")


def test_arabic_runs_right_to_left_and_a_text_in_another_language_is_marked():
    document = render(made(), "ar")
    assert (document.direction, document.sections[0].items[0].language) == ("rtl", "en")
    assert document.title == "تقرير عن تنفيذ القرارات: الدورة الخمسون"


def test_the_reader_is_told_what_the_report_shows_and_who_made_it():
    document = render(made("public", official=False, known_until=Day("2026-01")), "en")
    assert "released to the public" in document.intro[-1]
    assert document.closing[-1] == "This report was not issued by the organization."


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_status_has_its_words(language):
    words = [status_words(status, "", language) for status in STATUSES]
    words += [status_words("closed", how, language) for how in CLOSINGS]
    assert len(set(words)) == len(words)


def test_the_summary_is_one_line_in_each_language():
    assert summary_words(made())["en"].startswith("Resolutions: 2; Things asked: 2; under way: 1")
    assert sorted(summary_words(made())) == ["ar", "en", "fr"]


def test_words_in_another_language_are_known_as_such_wherever_they_stand():
    document = render(made(), "ar")
    heading = document.sections[0].heading
    latest = next(line.text for line in document.sections[0].items[0].lines if "host" in line.text)
    assert [(p.text, p.language) for p in heading.pieces][-1] == ("On peace", "en")
    assert latest.pieces[0].language == "en" and document.title.pieces[0].language == ""


@pytest.mark.parametrize(("language", "label"), [("ar", "٢(ب)"), ("en", "2(b)"), ("fr", "2(b)")])
def test_a_paragraph_is_called_as_its_text_prints_it(language, label):
    printed = {"o2": Words(ar="٢ -", en="2."), "o2b": Words(ar="ب)", en="(b)")}
    assert called("o2b", language, printed) == label
    asked = Told("o2b", Words(en="x"), label=Words({language: label}))
    told = report(SESSION, [ResolutionTold("1/50-POL", Words(en="x"), (asked,))], day=date(2025, 6, 1))
    assert render(told, language).sections[0].items[0].label == label
