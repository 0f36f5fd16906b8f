"""What a text says of the organization, held against the record: what contradicts it is told, and nothing else."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from amana import intake
from amana.folder import Organization
from amana.inquiry.against import CHECKS, WHOLE, contradictions
from amana.inquiry.claims import sentences
from amana.inquiry.telling import both_in, claim_in, place_in, session_name
from amana.resolutions.languages import language_of
from amana.sessions.session import Session
from amana.values.blocks import Block
from amana.values.problems import Place, Problem, messages

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
DOCUMENTS = ROOT.parent / "shared" / "documents"
DAY = date(2026, 1, 20)
HELD = {
    "ar": "منظمة التعاون الإسلامي: عقدت {name} في {place}، {days}.",
    "en": "OIC: the {name} was held in {place}, {days}.",
    "fr": "OCI : la {name} s’est tenue à {place}, {days}.",
    "id": "OKI: {name} diadakan di {place}, {days}.",
}


def cases(file: str) -> list[dict[str, object]]:
    return list(tomllib.loads((HERE / file).read_text(encoding="utf-8"))["case"])


def found(org: Organization, text: str, language: str, day: date = DAY, tell: str = "en") -> tuple[Problem, ...]:
    blocks = [Block(line, Place("text", block=n)) for n, line in enumerate(text.split("\n"), 1)]
    return contradictions(blocks, language, org, day=day, tell=tell)


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [p.code.removeprefix("against-") for p in problems]


@pytest.mark.parametrize("case", cases("against.toml"), ids=lambda c: str(c["text"])[:60])
def test_what_is_wrong_is_told_and_nothing_else(oic: Organization, case: dict[str, str]) -> None:
    problems = found(oic, case["text"], case["language"], date.fromisoformat(case.get("day", str(DAY))))
    assert codes(problems) == case.get("finds", [])
    assert not problems or problems[0].facts["entry"] == case.get("entry", problems[0].facts["entry"])


@pytest.mark.parametrize("case", cases("against_traps.toml"), ids=lambda c: str(c["text"])[:60])
def test_other_organizations_and_statements_that_are_none_are_left_alone(
    oic: Organization, case: dict[str, str]
) -> None:
    assert codes(found(oic, case["text"], case["language"])) == []


@pytest.mark.parametrize("language", ["ar", "en", "fr", "id"])
def test_what_the_record_has_of_its_sessions_contradicts_nothing(oic: Organization, language: str) -> None:
    said = [(s, held(oic, s, language)) for s in oic.sessions if s.days and s.days.exact and s.place]
    assert {s.id: codes(found(oic, text, language)) for s, text in said if found(oic, text, language)} == {}
    numbered = [(s, text) for s, text in said if s.number and s.sources and s.kind in ("ordinary", "extraordinary")]
    moved = [found(oic, text.replace(str(s.days.start.numbers[0]), "1955"), language) for s, text in numbered if s.days]
    assert sum(codes(p) == ["date"] for p in moved) > 0.9 * len(numbered) > 50


def held(org: Organization, session: Session, language: str) -> str:
    place, days = place_in(session.place, language), both_in(session.days, None, language)
    return HELD[language].format(name=session_name(org, session, language), place=place, days=days)


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("The Twelfth Islamic Summit Conference was held in Dakar on 13-14 March 2008.", "error"),
        ("The Second Extraordinary Islamic Summit was held in Makkah in December 2005.", "error"),
        ("The first session of the OIC Council of Foreign Ministers was held in Jeddah in February 1970.", "note"),
    ],
)
def test_what_differs_is_a_note_only_where_a_source_says_what_the_text_says(
    oic: Organization, text: str, severity: str
) -> None:
    assert [p.severity for p in found(oic, text, "en")] == [severity]


def test_a_finding_names_its_entry_its_sources_and_every_claim(oic: Organization) -> None:
    (problem,) = found(oic, "The OIC was founded on 21 August 1969.", "en")
    facts, place = problem.facts, problem.places[0]
    assert (problem.severity, facts["entry"], facts["disputed"]) == ("error", "organization/oic", "founded")
    assert (place.block, place.start, place.end, place.language) == (1, 23, 37, "en")
    assert facts["said"] == "21 August 1969" and facts["kept"] == "25 September 1969"
    assert any("DOC1" in claim for claim in facts["claims"]) and any("CH08A: " in s for s in facts["sources"])  # type: ignore[union-attr]
    assert facts["known"] == "2026-01" and facts["audience"] == "public"


def test_a_dispute_that_is_not_released_is_marked_as_the_houses(oic: Organization) -> None:
    problem = found(oic, "The current Secretary General of the OIC is Iyad Madani.", "en")[0]
    assert (problem.code, problem.severity) == ("against-stale", "warning")
    assert problem.facts["audience"] == "house" and problem.facts["disputed"] == "secretary-general-now"


def test_what_a_text_calls_the_present_is_its_own_day(oic: Organization) -> None:
    text = "The Secretary General of the OIC is Iyad bin Amin Madani."
    assert codes(found(oic, text, "en", date(2015, 6, 1))) == []
    assert codes(found(oic, text, "en", date(2020, 6, 1))) == ["stale"]


def test_where_sources_of_weight_differ_it_is_a_note(oic: Organization) -> None:
    (problem,) = found(
        oic, "The 1st Islamic Conference of Foreign Ministers was held in Jeddah in February 1970.", "en"
    )
    assert (problem.code, problem.severity, problem.facts["disputed"]) == ("against-date", "note", "icfm-1-days")
    (interval,) = found(oic, "The Islamic Summit meets every three years.", "en")
    assert (interval.severity, len(interval.facts["claims"])) == ("note", 2)  # type: ignore[arg-type]


def test_a_text_older_than_a_charter_is_not_held_against_it(oic: Organization) -> None:
    text = "The Islamic Summit meets every five years."
    assert codes(found(oic, text, "en", date(1971, 6, 1))) == []
    assert codes(found(oic, text, "en", date(1975, 1, 1))) == ["interval"]


def test_a_year_agrees_with_a_day_in_it_and_hijri_days_within_two(oic: Organization) -> None:
    right = ("12 Rajab 1389H", "14 Rajab 1389H", "September 1969", "1969", "24 September 1969")
    assert all(found(oic, f"The OIC was founded on {day}.", "en") == () for day in right)
    assert codes(found(oic, "The OIC was founded on 25 Rajab 1389H.", "en")) == ["date"]


def test_a_name_with_its_words_in_another_order_is_told_and_somebody_else_is_not(oic: Organization) -> None:
    garbled = "الأمين العام لمنظمة التعاون الإسلامي هو السيد أمين بن مدني."
    assert sorted(codes(found(oic, garbled, "ar"))) == ["name", "stale"]
    assert found(oic, "الأمين العام لمنظمة التعاون الإسلامي هو السيد سامي مدني.", "ar") == ()


def test_broken_numbers_are_told_once_a_sentence_with_what_the_record_has(oic: Organization) -> None:
    text = "OKI. Piagam diadopsi pada KTT Islam ke-2008 yang diadakan di Dakar pada tahun XNUMX."
    (problem,) = found(oic, text, "id")
    assert (problem.code, len(problem.places), problem.facts["entry"]) == ("against-corrupt", 2, "sessions/is-11")
    assert found(oic, "The 2011th meeting of the Security Council.", "en") == ()


@pytest.mark.parametrize("language", ["ar", "en", "fr", "id"])
def test_every_finding_is_told_in_four_languages(oic: Organization, language: str) -> None:
    wrong = [c for c in cases("against.toml") if c.get("finds")]
    problems = [p for c in wrong for p in found(oic, str(c["text"]), str(c["language"]), tell=language)]
    assert {p.code for p in problems} <= set(messages(language)) and len({p.code for p in problems}) >= 9
    assert not [p for p in problems if "⟨" in p.message(language) or "{" in p.message(language)]


def test_a_text_is_split_without_losing_a_place(oic: Organization) -> None:
    text = "(OIC), est. 1969! المنظمة؛ ٤ ـ دول"
    for sentence in sentences([Block(text, Place("t", block=1))], "ar", oic, DAY):
        assert all(text[p.start : p.end] == p.text for p in sentence.pieces)
    assert found(oic, "", "en") == found(oic, "...", "fr") == ()
    assert len(CHECKS) + len(WHOLE) == 26


ROWS = {
    # document: what is reported as (code, severity, a word of what the text says)
    "000": [("count", "note", "ثلاثين")],  # 7, misleading: C3
    "001": [
        ("status", "error", "عضوية دائمة"),  # 3
        ("date", "error", "21 آب"),  # 4
        ("participants", "error", "زعماء العرب"),  # 7
        ("stale", "warning", "أمين بن مدني"),  # 9
        ("name", "note", "أمين بن مدني"),  # 9, the garbled name
    ],
    "002": [
        ("corrupt", "error", "ke-2021"),  # 1
        ("count", "note", "tiga puluh"),  # DOC0 7
        ("corrupt", "error", "ke-2008"),  # 2
        ("stale", "warning", "ISESCO"),  # 7
    ],
    "003": [
        ("interval", "note", "ثلاث سنوات"),  # 2, C9
        ("name", "warning", "منظمة المؤتمر الإسلامي"),  # the old and the new name mixed
    ],
    "004": [],
}
"""Rows of the five documents that are wrong, stale or corrupt, as far as facts cover them.

Not covered: DOC0 9 and DOC1 2 (how many Muslims there are), DOC1 6 and 11 (unverified), DOC2 3–5 (words of a translation),
DOC3's titles and names of the European Union's people and its last meeting (nothing later is on record), DOC4 7.
"""


@pytest.mark.parametrize("document", ROWS)
def test_the_five_documents_are_told_what_is_wrong_in_them_and_nothing_that_is_right(
    oic: Organization, document: str
) -> None:
    if not DOCUMENTS.is_dir():
        pytest.skip("the documents are not on this machine")
    (path,) = DOCUMENTS.glob(f"{document}_*.txt")
    blocks = intake.blocks_of(path.name, path.read_bytes()).blocks
    problems = contradictions(blocks, language_of([b.text for b in blocks]), oic, day=DAY)
    expected = ROWS[document]
    assert [(p.code, p.severity) for p in problems] == [(f"against-{code}", severity) for code, severity, _ in expected]
    assert all(word in str(p.facts["said"]) for p, (_, _, word) in zip(problems, expected, strict=True))


@pytest.mark.parametrize("language", ["ar", "id"])
def test_what_sources_say_stands_in_the_language_or_is_marked_as_a_quotation(oic: Organization, language: str) -> None:
    mark = {"ar": "(باللغة الإنجليزية)", "id": "(dalam bahasa Inggris)"}[language]
    said = {(d.id, c.id): claim_in(d, c, language) for d in oic.disputes for c in d.claims}
    foreign = [words for words in said.values() if re.search(r"\b(?:the|and|of|in|since|for|member)\b", words)]
    assert foreign and all(mark in words for words in foreign)
    assert mark not in claim_in(oic.disputes[0], oic.disputes[0].claims[0], language)


def test_a_finding_in_arabic_quotes_no_english_as_its_own_words(oic: Organization) -> None:
    (problem,) = found(oic, "The current Secretary General of the OIC is Iyad bin Amin Madani.", "en", tell="ar")
    assert "منذ 29 نوفمبر 2020" in str(problem.facts["more"]) and "since" not in problem.message("ar").split("»", 1)[1]


def cells(*texts: str) -> list[Block]:
    return [Block(text, Place("table", block=n), kind="cell") for n, text in enumerate(texts, 1)]


def test_the_cells_of_a_fact_sheet_are_a_label_and_what_it_says(oic: Organization) -> None:
    told = cells("OIC", "Seat", "Riyadh", "Founded", "1959", "Members", "55", "Secretary General", "Iyad Madani")
    problems = contradictions(told, "en", oic, day=DAY)
    assert [(p.code, p.places[0].block) for p in problems] == [
        ("against-place", 3), ("against-date", 5), ("against-count", 7), ("against-stale", 9),
    ]  # fmt: skip


def test_the_cells_of_a_table_of_institutions_are_none(oic: Organization) -> None:
    rows = cells(
        "OIC institutions", "Seat", "Founded", "Members", "SESRIC", "Ankara", "1977", "12", "IUT", "Dhaka", "1978", "57"
    )
    assert contradictions(rows, "en", oic, day=DAY) == ()
