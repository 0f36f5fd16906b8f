"""What pages tell machines in schema.org's words."""

from __future__ import annotations

import json

from amana.charter.parties import Party, PartyName
from amana.publish import linked
from amana.sessions.session import Session
from amana.values.days import Day, Span
from amana.values.words import Words


def test_a_state_is_a_country_under_all_names_it_bore() -> None:
    names = (PartyName(Words(en="Upper Volta")), PartyName(Words(en="Burkina Faso"), since=Day("1984-08-04")))
    told = linked.party(Party("bf", "state", names, iso="BF"), "https://x/members/bf/", "member", "https://x/")
    assert told["@type"] == "Country" and told["name"] == [{"@language": "en", "@value": "Burkina Faso"}]
    assert told["alternateName"] == ["Burkina Faso", "Upper Volta"]


def test_a_session_that_is_planned_says_so_and_a_month_stays_a_month() -> None:
    session = Session("s", "cfm", "ordinary", 51, days=Span.parse("2026-06"))
    told = linked.session(session, Words(en="51st"), "https://x/s", "https://x/cfm", planned=True)
    assert told["startDate"] == "2026-06" and told["eventStatus"] == "https://schema.org/EventScheduled"


def test_a_decision_names_its_languages_and_where_each_text_stands() -> None:
    texts = {"en": "https://x/en.txt", "ar": "https://x/ar.txt"}
    told = linked.decision(
        "1/50-POL", Words(en="Peace"), Day("2024"), "https://x/d", languages=texts, organ="", kind="resolution"
    )
    assert told["inLanguage"] == ["ar", "en"] and told["legislationIdentifier"] == "1/50-POL"
    assert [one["contentUrl"] for one in told["encoding"]] == ["https://x/ar.txt", "https://x/en.txt"]


def test_no_text_can_end_the_data_block() -> None:
    written = linked.script({"name": "</script><script>alert(1)</script>"})
    assert "<" not in written and json.loads(written)["name"].startswith("</script>")
