"""What the sheet says of a paragraph before it is accepted."""

from __future__ import annotations

import pytest
from django.utils import translation

from amana import clerk
from amana.desk.reviewing import Line, review
from amana.desk.templatetags.desk import opening

TEXT = "The Council,\n\nHaving considered the report,\n\n1. Calls upon Member States:\n\n(a) to exchange their observations;\n\n2. Decides to meet."


def lines() -> dict[str, Line]:
    """The lines of a small sheet in English."""
    sheet = clerk.sheet([("a.en.txt", TEXT.encode())])
    return {line.key: line for line in review(sheet, {}).lines}


@pytest.mark.parametrize(("language", "said"), [("en", "having considered"), ("ar", "إذ يضع في اعتباره")])
def test_a_recital_is_called_by_the_words_with_which_drafters_open_it(language: str, said: str) -> None:
    with translation.override(language):
        assert opening(lines()["p1"]) == said


def test_a_subparagraph_is_shown_with_the_verb_and_the_addressee_above_it_and_without_a_finding() -> None:
    below = lines()["o1a"]
    assert (below.stated.function, below.stated.addressees) == ("call_upon", ("member-states",))
    assert not below.findings and lines()["o2"].opens("en") == ""
