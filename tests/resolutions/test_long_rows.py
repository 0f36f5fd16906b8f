"""A row may be a whole table: what is in it by the hundred is held against the other version once, not each with each."""

from __future__ import annotations

from amana.resolutions import figures_apart
from amana.resolutions.alone import paragraph_of
from amana.resolutions.concordance import row_findings
from amana.resolutions.versions import Row
from amana.values.problems import Place


def of(**texts: str) -> Row:
    return Row("1", "operative", {x: paragraph_of(text, x, Place(x, block=1)) for x, text in texts.items()})


def test_two_tables_of_other_figures_are_no_more_than_noted() -> None:
    row = of(
        en="; ".join(f"{n} states" for n in range(1001, 1201)), fr="; ".join(f"{n} états" for n in range(2001, 2201))
    )
    assert [(p.code, p.severity) for p in row_findings(row)] == [("figures-differ", "note")]


def test_one_figure_of_a_long_table_is_an_error_all_the_same() -> None:
    said = [*range(1001, 1201)]
    told = [*said[:150], 9150, *said[151:]]
    row = of(en="; ".join(f"{n} states" for n in said), fr="; ".join(f"{n} états" for n in told))
    assert [(p.code, p.severity) for p in row_findings(row)] == [("figures-differ", "error")]


def test_figures_said_more_often_are_left_of_those_that_count_the_same() -> None:
    one, other = of(en="5 per cent, 5 states and the 5th", fr="5 % et le 5e").texts.values()
    assert [f.text for f in figures_apart._unmatched(one.figures, other.figures)] == ["5"]
