"""The line of the organ says which session it is and where it sits: that is held against the other versions too."""

import pytest

from amana.resolutions.concordance import compare
from amana.resolutions.reading import read
from amana.resolutions.versions import align
from amana.values.blocks import Block
from amana.values.problems import Place

EN = "The Council of Foreign Ministers, meeting in its fiftieth session in Jakarta on 29 August 2024,"
FR = "Le Conseil des ministres des Affaires étrangères, réuni en sa {session} session à {city} le 29 août 2024,"
END = {"en": "1. Requests the Secretary-General to report.", "fr": "1. Prie le Secrétaire général de faire rapport."}


@pytest.mark.parametrize(
    ("session", "city", "codes"),
    [
        ("cinquantième", "Jakarta", []),
        ("cinquante et unième", "Jakarta", ["figures-differ"]),
        ("cinquantième", "Bagdad", ["names-differ"]),
    ],
)
def test_another_session_or_place_in_the_line_of_the_organ_is_told(session, city, codes):
    texts = {"en": [EN, END["en"]], "fr": [FR.format(session=session, city=city), END["fr"]]}
    readings = {
        language: read([Block(t, Place(language, block=n)) for n, t in enumerate(lines, 1)], language)
        for language, lines in texts.items()
    }
    assert [found.code for found in compare(align(readings), readings)] == codes
