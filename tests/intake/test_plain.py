"""Where the paragraphs of a plain text begin that no blank line parts."""

import pytest

from amana.intake import blocks_of


def pieces(text: str) -> list[str]:
    return [block.text for block in blocks_of("a.txt", text.encode()).blocks]


FILLED = "1. Requests the Secretary-General to bring this to the attention of all;"


def test_above_the_organ_each_line_that_its_writer_ended_is_one():
    head = ["AG/RES. 12 (V-O/19)", "STRENGTHENING ARCHIVES", "(Adopted on 28 June 2019)", "THE GENERAL ASSEMBLY,"]
    assert pieces("\n".join([*head, FILLED])) == [*head, FILLED]


def test_a_title_that_fills_its_line_goes_on_in_the_next():
    title = "The coordination of humanitarian assistance in emergencies and in times"
    assert pieces(f"12 (V)\n{title}\nof peace\nThe Council,\n{FILLED}")[1] == f"{title} of peace"


@pytest.mark.parametrize(
    "opens", ["Upbraids the Bureau of Rivers;", "Invitons les États à agir.", "Kecam tindakan itu."]
)
def test_behind_a_semicolon_a_capital_begins_a_paragraph_whatever_its_words(opens):
    assert pieces(f"The Council,\n{FILLED}\n{FILLED[3:]}\n{opens}")[-1] == opens


def test_semicolons_within_a_list_of_names_begin_none():
    listed = "The members are the following states of the region: Algeria; Benin; Chad;\nDjibouti; Egypt; Gabon; Niger."
    assert len(pieces(f"The Council,\n{FILLED}\n2. {listed}")) == 3
