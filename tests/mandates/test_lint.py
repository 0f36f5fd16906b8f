"""What a draft leaves open: told quietly, once a kind, and never where another paragraph speaks for it."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from amana import clerk
from amana.clerk import drafting
from amana.clerk.sheets import Sheet, sheet
from amana.mandates import lint_ranking
from amana.mandates.lint import ALIKE, Drafted, OpenDuty, Record, _by_language, likeness, lint
from amana.resolutions.drafting import Ended, Held, ended
from amana.values.words import Words

HEAD = "RESOLUTION No. 7/51-POL\n\nThe Council of Foreign Ministers,\n\nRecalling its resolution 61/17,\n\n"
CASES = tomllib.loads((Path(__file__).parent / "lint_alike.toml").read_text(encoding="utf-8"))["case"]


def draft(*operative: str, head: str = HEAD) -> Sheet:
    numbered = (f"{n}. {text}" for n, text in enumerate(operative, 1))
    return sheet([("draft.en.txt", (head + "\n\n".join(numbered)).encode())])


def told(made: Sheet, record: Record | None = None) -> list[tuple[str, Any]]:
    found = lint(Drafted(made.rows, clerk.stated(made)), record)
    return [(p.code, p.facts.get("keys") or p.facts["key"]) for p in found]


def test_a_paragraph_without_a_day_or_an_actor_is_told_once_a_kind() -> None:
    made = draft(
        "Requests the Secretary-General to publish the list of ports by 30 June 2027;",
        "Requests that the charts of the coast be renewed;",
        "Requests the Secretary-General to submit a report to the fifty-second session;",
        "Decides to review this matter at its fifty-third session.",
    )
    assert told(made) == [("lint-no-actor", ("o2",)), ("lint-no-deadline", ("o2",))]


def test_a_text_that_asks_for_no_report_and_no_review_is_told_so() -> None:
    made = draft("Requests the Secretary-General to publish the list of ports by 30 June 2027.")
    assert told(made) == [("lint-no-report", ("o1",)), ("lint-no-review", ("o1",))]


def test_a_matter_that_the_organ_keeps_before_it_is_one_it_reviews() -> None:
    made = draft(
        "Requests the Secretary-General to publish the list of ports by 30 June 2027;",
        "Decides to remain seized of the matter.",
    )
    assert told(made) == [("lint-no-report", ("o1",))]


def test_a_text_that_asks_nothing_leaves_nothing_open() -> None:
    assert told(draft("Welcomes the offer of Jordan;", "Decides to remain seized of the matter.")) == []


def test_a_decision_cited_that_was_renewed_is_a_note_and_one_that_was_ended_a_warning() -> None:
    made = draft("Endorses resolution 61/17 and resolution 60/9.")
    record = Record({"61/17": Ended("renewed", "62/20"), "60/9": Ended("terminated", "61/1")})
    found = [p for p in drafting.left_open(made, record) if p.code.startswith("lint-cited")]
    assert [(p.code, p.facts["key"], p.severity) for p in found] == [
        ("lint-cited-renewed", "p1", "note"),
        ("lint-cited-renewed", "o1", "note"),
        ("lint-cited-terminated", "o1", "warning"),
    ]


def test_the_newest_of_a_chain_of_renewals_is_named_and_a_circle_ends() -> None:
    chain = [Held("a", "1/1"), Held("b", "1/2", ("a",)), Held("c", "1/3", ("b",)), Held("n", "9/9")]
    assert {s: one.by for s, one in ended(chain).items()} == {"1/1": "1/3", "1/2": "1/3"}
    circle = [Held("a", "1/1", ("b",)), Held("b", "1/2", ("a",))]
    assert set(ended(circle)) == {"1/1", "1/2"}


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["why"])
def test_duties_are_alike_by_their_matter(case: dict[str, Any]) -> None:
    one, other = (_by_language(Words({case["language"]: case[name]})) for name in ("one", "other"))
    assert (likeness(one, other) >= ALIKE) is case["alike"]


FUND = "Requests the Secretary-General to establish a fund for the repair of the harbours of the coast"


def owed(
    *, who: str = "secretary-general", recurring: bool = False, language: str = "en", text: str = FUND
) -> OpenDuty:
    return OpenDuty("m-1", Words({language: text}), (who,), "3/50-E", recurring)


def test_a_duty_like_one_still_open_of_the_same_addressee_is_told() -> None:
    made = draft(FUND + " by 30 June 2027.")
    alike = [code for code, _ in told(made, Record(duties=[owed()])) if code.startswith("lint-duty")]
    others = [
        owed(who="member-states"),
        owed(recurring=True),
        owed(text="Requests the Secretary-General to renew the charts of the coast"),
    ]
    assert alike == ["lint-duty-alike"]
    assert not [code for code, _ in told(made, Record(duties=others)) if code.startswith("lint-duty")]


def test_the_likest_duties_are_told_first_and_no_more_than_three() -> None:
    less_and_less_unlike = (
        FUND.replace("harbours", "piers").replace("coast", "coast and of the islands"),
        FUND.replace("repair", "dredging and lighting"),
        FUND.replace("repair", "rebuilding"),
        FUND,
    )
    several = [replace(owed(text=text), id=f"m-{n}") for n, text in enumerate(less_and_less_unlike)]
    made = draft(FUND + " by 30 June 2027.")
    found = lint(Drafted(made.rows, clerk.stated(made)), Record(duties=several))
    assert [p.facts["mandate"] for p in found if p.code == "lint-duty-alike"] == ["m-3", "m-2", "m-1"]


def test_a_decision_that_was_ended_is_no_more_than_a_note_in_a_recital() -> None:
    made = draft("Decides to remain seized of the matter.")
    (found,) = [
        p for p in drafting.left_open(made, Record({"61/17": Ended("terminated", "62/1")})) if "cited" in p.code
    ]
    assert (found.code, found.facts["key"], found.severity) == ("lint-cited-terminated", "p1", "note")


def test_as_soon_as_possible_is_no_day() -> None:
    made = draft("Requests the Secretary-General to publish the list of ports as soon as possible.")
    assert ("lint-no-deadline", ("o1",)) in told(made)


class Last:
    """A ranker that finds the last one nearest."""

    def rank(self, text: str, others: Any) -> list[int]:
        return list(reversed(range(len(others))))


def test_a_ranker_is_asked_only_of_duties_in_no_language_of_the_draft() -> None:
    made = draft(FUND + " by 30 June 2027.")
    foreign = [
        owed(language="ar", text="يطلب من الأمين العام إنشاء صندوق لإصلاح موانئ الساحل"),
        owed(text="Requests nothing like it"),
    ]
    with_ranker = Record(duties=foreign, ranker=Last())
    assert ("lint-duty-near", "o1") in told(made, with_ranker)
    assert ("lint-duty-near", "o1") not in told(made, Record(duties=foreign))


def test_vectors_order_by_nearness_and_an_absent_ranker_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    near = {"a": (1.0, 0.0), "b": (0.6, 0.8), "c": (0.9, 0.44)}
    module = SimpleNamespace(passage=lambda texts: [near[t] for t in texts])
    assert lint_ranking.Vectors(module).rank("a", ["b", "c"]) == [1, 0]
    monkeypatch.setattr(lint_ranking, "MODULE", "amana_no_such_module")
    lint_ranking.ranker.cache_clear()
    assert lint_ranking.ranker() is None
    lint_ranking.ranker.cache_clear()
