"""Rules on findings and issues of language versions: who may, what forbids them, what they leave."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import pytest

from amana.acts import record
from amana.acts.issuing import Issue, Recall
from amana.acts.kernel import Act
from amana.acts.may import CONSOLE
from amana.acts.resolutions import Accept, CorrectResolution
from amana.acts.settling import Lift, SettleAll
from amana.resolutions.accepted import Accepted, AcceptedRow, AcceptedText
from amana.resolutions.settled import Rule
from amana.store.queries import versions
from amana.values.problems import Refused
from amana.values.words import Words

from .conftest import AMINA, BILAL, CARLA

RULE = Rule("label-differs", "each version numbers by itself", organ="council", id="rule-1")
TEXT = "The Council,\n\n1. Decides to meet.\n"
ISSUE = Issue("r-1", "en", sha256(TEXT.encode()).hexdigest(), words=6, translator=CARLA, reviser=BILAL)


def refused(act: Act, by: str = AMINA) -> list[str]:
    with pytest.raises(Refused) as why:
        record.enter(act, by=by)
    return [problem.code for problem in why.value.problems]


@pytest.fixture
def accepted(house: None, monkeypatch: pytest.MonkeyPatch) -> Accepted:
    """A resolution with one text, whatever its session is."""
    monkeypatch.setattr("amana.acts.resolutions.check_accepted", lambda resolution, now: ())
    rows = (AcceptedRow("p-1", "o1", "operative", Words(en="Decides to meet."), Words(en="1."), {"en": 2}, "decide"),)
    texts = (AcceptedText("en", TEXT),)
    value = Accepted("r-1", "C/1", "council", "s-1", Words(en="On meeting"), texts=texts, rows=rows)
    record.enter(Accept(value), by=AMINA)
    return value


def test_a_rule_stands_until_it_is_lifted(house: None) -> None:
    record.enter(SettleAll(RULE), by=AMINA)
    assert refused(SettleAll(RULE)) == ["finding-rule-exists"]
    assert [(row.code, row.organ, row.by) for row in versions.rules()] == [("label-differs", "council", AMINA)]
    assert refused(Lift("rule-1", " ")) == ["reason-missing"]
    record.enter(Lift("rule-1", "the numbers were mended"), by=AMINA)
    assert not versions.rules() and refused(Lift("rule-1", "again")) == ["finding-rule-unknown"]


@pytest.mark.parametrize(
    ("act", "by", "code"),
    [
        (SettleAll(RULE), BILAL, "may-not"),
        (SettleAll(RULE), CARLA, "may-not"),
        (SettleAll(replace(RULE, organ="")), AMINA, "finding-rule-too-wide"),
        (SettleAll(replace(RULE, organ="nobody")), AMINA, "fact-reference-unknown"),
        (SettleAll(replace(RULE, reason=" ")), AMINA, "reason-missing"),
        (Lift("rule-9", "why"), AMINA, "finding-rule-unknown"),
        (ISSUE, AMINA, "resolution-unknown"),
        (Recall("r-1", "en", "why"), AMINA, "version-not-issued"),
    ],
)
def test_what_cannot_be_is_refused_by_its_name(house: None, act: Act, by: str, code: str) -> None:
    assert refused(act, by) == [code]


def test_a_version_is_issued_once_as_its_text_stands_and_can_be_called_back(accepted: Accepted) -> None:
    record.enter(ISSUE, by=AMINA)
    assert versions.issues("r-1")["en"].text == ISSUE.text and refused(ISSUE) == ["version-issued"]
    assert refused(Recall("r-1", "en", " ")) == ["reason-missing"]
    record.enter(Recall("r-1", "en", "a corrigendum is coming"), by=AMINA)
    assert versions.issues("r-1")["en"].gone


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"language": "fr"}, "version-not-held"),
        ({"text": "0" * 64}, "version-changed"),
        ({"reviser": CARLA}, "version-second-person"),
        ({"translator": AMINA}, "version-second-person"),
    ],
)
def test_an_issue_is_of_the_text_that_stands_and_by_a_second_person(
    accepted: Accepted, change: dict[str, str], code: str
) -> None:
    assert refused(replace(ISSUE, **change)) == [code]


def test_after_a_corrigendum_the_new_text_is_issued_anew(accepted: Accepted) -> None:
    record.enter(ISSUE, by=AMINA)
    better = replace(accepted, texts=(AcceptedText("en", TEXT + "\n2. Decides so.\n"),))
    record.enter(CorrectResolution(better, "a paragraph was lost"), by=CONSOLE)
    assert refused(ISSUE) == ["version-changed"]
    anew = replace(ISSUE, text=sha256(better.texts[0].text.encode()).hexdigest())
    assert record.enter(anew, by=AMINA).no and versions.issues("r-1")["en"].text == anew.text
