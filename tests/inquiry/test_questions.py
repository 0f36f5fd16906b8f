"""What people ask of the Organisation of Islamic Cooperation, in four languages, and what they are answered."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from amana.folder import Organization, read
from amana.inquiry.answering import answer
from amana.inquiry.card import Card

HERE = Path(__file__).parent
CASES = tomllib.loads((HERE / "questions.toml").read_text(encoding="utf-8"))["case"]
LATE_2025 = "2025-12-01"


@pytest.fixture(scope="module")
def oic() -> Organization:
    return read(HERE.parents[1] / "organizations" / "oic")


def differing(case: dict[str, Any], card: Card) -> list[str]:
    """What the case asks for and the card does not say."""
    found: dict[str, object] = {
        "lang": card.language,
        "kind": card.kind,
        "about": f"{card.address.kind}:{card.address.id}" if card.address else "",
        "certain": card.certain,
        "possible": card.possible,
        "beyond": card.beyond,
        "rows": len(card.rows),
        "disputes": len(card.disputes),
        "day": str(card.day),
        "hijri": str(card.hijri),
    }
    wrong = [f"{k}: {found[k]!r}, not {case[k]!r}" for k in found if k in case and found[k] != case[k]]
    refs = {f"{row.ref.kind}:{row.ref.id}" for row in card.rows if row.ref}
    wrong += [f"not listed: {ref}" for ref in case.get("listed", ()) if ref not in refs]
    wrong += [f"not said: {words!r}" for words in case.get("says", ()) if words not in card.statement]
    wrong += [f"said: {words!r}" for words in case.get("not", ()) if words in card.statement]
    wrong += [f"not marked: {mark}" for mark in case.get("unsourced", ()) if mark not in card.unsourced]
    return [f"{w} — {card.statement}" for w in wrong]


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{c['q'] or 'nothing'}/{c.get('on', '')}{c.get('page', '')}" for c in CASES]
)
def test_a_question_is_answered_as_the_facts_say(oic: Organization, case: dict[str, Any]) -> None:
    day = date.fromisoformat(case.get("on", LATE_2025))
    card = answer(case["q"], oic, language=case.get("page", "en"), day=day)
    if case.get("none"):
        assert card is None, card.statement if card else ""
    else:
        assert card is not None
        assert differing(case, card) == []


def test_there_are_questions_enough_in_every_language() -> None:
    answered = [c for c in CASES if not c.get("none")]
    by_language = {code: sum(c.get("lang", "en") == code for c in answered) for code in ("ar", "en", "fr", "id")}
    assert len(answered) >= 220 and len(CASES) - len(answered) >= 40
    assert by_language["ar"] >= 60 and by_language["fr"] >= 25 and by_language["id"] >= 25
