"""What a finding shows: where the values are alike, the words around that differ; a day in numbers is no dash."""

import pytest

from amana.clerk.knowing import Knowledge
from amana.clerk.pairs import Comparer
from amana.values.blocks import Unit
from amana.values.problems import Place


def shown(**texts: str) -> list[tuple[str, object]]:
    found = Comparer(Knowledge()).compare(Unit(1, Place("a.tsv", line=2), texts)).findings
    return [(f.code, f.facts["differences"]) for f in found]


@pytest.mark.parametrize(
    ("en", "fr", "code", "differences"),
    [
        ("10 km", "10 milles marins", "figures-differ", ("en: 10 km", "fr: 10 milles marins")),
        ("US$ 5 million", "5 millions d'euros", "figures-differ", ("en: US$ 5 million", "fr: 5 millions d'euros")),
        (
            "10 States and 20 observers",
            "20 États et 10 observateurs",
            "figures-exchanged",
            ("en: 10 States, 20 observers", "fr: 10 observateurs, 20 États"),
        ),
        ("Adopts 60 texts", "Adopte 61 textes", "figures-differ", ("en: 60", "fr: 61")),
    ],
)
def test_what_is_alike_is_shown_with_what_it_counts(en: str, fr: str, code: str, differences: tuple[str, ...]) -> None:
    assert shown(en=en, fr=fr) == [(code, differences)]


def test_a_day_in_numbers_is_shown_where_the_others_have_theirs() -> None:
    ((code, differences),) = shown(en="paid on 5/6/2024", fr="payé le 6/5/2024", ar="دفع في 5/6/2024")
    assert (code, differences) == ("days-differ", ("en: 5/6/2024", "fr: 6/5/2024", "ar: 5/6/2024"))
