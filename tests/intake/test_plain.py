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


def test_rows_of_a_table_with_tabs_are_one_each_and_a_tab_behind_a_label_makes_none():
    text = "The Council,\n1.\tDecides to meet;\n2.\tAdopts the budget:\nRoads\t5 000\nBridges\t7 000\nTotal\t12 000"
    found = blocks_of("a.txt", text.encode()).blocks
    assert [b.kind for b in found] == ["text"] * 3 + ["cell"] * 3
    assert [b.text for b in found[-3:]] == ["Roads 5 000", "Bridges 7 000", "Total 12 000"]
    assert [b.kind for b in blocks_of("a.txt", text.encode(), exact=True).blocks] == ["text"]


def test_a_word_cut_short_at_the_end_of_a_line_ends_no_paragraph():
    text = "The Council,\nBearing in mind the European Charter of Local Self-Government (ETS No.\n122), and Protocol 2;\n1. Acts."
    assert len(pieces(text)) == 3


@pytest.mark.parametrize(
    "line", ["Do hereby:", "Done in Dhaka on 8 April 2021.", "DISAHKAN di Jakarta, pada tanggal 8 April 2021"]
)
def test_what_announces_or_tells_of_adoption_stands_alone_behind_a_line_that_ended(line):
    assert pieces(f"The Council,\n{FILLED[3:]}\n{FILLED[:-1]}.\n{line}")[-1] == line


@pytest.mark.parametrize("mark", ["S/RES/1559 (2004) 2", "2/4", "14-26741 (E)", "Page 3"])
def test_the_mark_of_a_page_amid_a_sentence_is_a_line_of_its_own(mark):
    assert pieces(f"The Council,\n{FILLED[:-1]} and\n{mark}\nto report on it at its next session;") == [
        "The Council,", f"{FILLED[:-1]} and", mark, "to report on it at its next session;"
    ]  # fmt: skip


def test_what_comes_again_on_every_page_is_a_line_of_its_own():
    foot = "Resolutions adopted by the Council"
    body = [
        f"{n}. Requests the Secretary-General to bring this to the attention of all\n{foot} {n}\nstates of the world;"
        for n in (1, 2, 3)
    ]
    assert pieces("The Council,\n" + "\n".join(body)).count(f"{foot} 2") == 1


def test_one_title_above_the_organ_is_one_too():
    assert pieces(f"DECLARATION OF KIGALI\nWe, the Ministers of Transport,\n{FILLED}")[0] == "DECLARATION OF KIGALI"
