"""Versions laid side by side: nothing twice, nothing lost, and what is missing, divided or elsewhere told once."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amana.intake import blocks_of
from amana.resolutions.concordance import compare
from amana.resolutions.joining import joined
from amana.resolutions.paragraphs import Reading
from amana.resolutions.reading import read
from amana.resolutions.versions import Row, align
from amana.values.problems import Problem

SAMPLES = Path(__file__).parents[2] / "samples"
Blocks = dict[str, list[str]]


def sample(name: str) -> Blocks:
    """The blocks of a sample, by language."""
    return {
        x: next(SAMPLES.glob(f"*/{name}.{x}.txt")).read_text("utf-8").strip().split("\n\n") for x in ("ar", "en", "fr")
    }


CLEAN = {
    name: sample(name) for name in ("archives-and-libraries", "young-professionals", "lc-c-4-res-1", "lc-c-5-res-3")
}
HEADS = {"ar": "إن المجلس،", "en": "The Council,", "fr": "Le Conseil,"}
SAID = {
    "en": ("Requests the Secretary-General to pay {n} florins to the ports of the region;",
           "Calls upon Member States to send their report on document A/{n};",
           "Welcomes the {n} new stations that were opened along the coast and thanks their donors;"),
    "fr": ("Prie le Secrétaire général de verser {n} florins aux ports de la région ;",
           "Demande aux États membres d'envoyer leur rapport sur le document A/{n} ;",
           "Accueille avec satisfaction les {n} nouvelles stations ouvertes le long de la côte et remercie leurs donateurs ;"),
    "ar": ("يطلب من الأمين العام أن يدفع {n} فلورينا لموانئ المنطقة؛",
           "يدعو الدول الأعضاء إلى إرسال تقريرها عن الوثيقة A/{n}؛",
           "يرحب بالمحطات الجديدة التي افتتحت على طول الساحل وعددها {n} ويشكر الجهات المانحة؛"),
}  # fmt: skip


def long(language: str, count: int = 100) -> list[str]:
    """A hundred numbered paragraphs, each with a figure of its own."""
    said = SAID[language]
    return [HEADS[language], *(f"{n}. {said[n % 3].format(n=100 + 7 * n)}" for n in range(1, count + 1))]


def laid(blocks: Blocks) -> tuple[dict[str, Reading], tuple[Row, ...], tuple[Problem, ...]]:
    """The versions read block by block, laid side by side and compared."""
    readings = {
        x: read(blocks_of(f"{x}.txt", "\n\n".join(said).encode(), exact=True).blocks, x, exact=True)
        for x, said in blocks.items()
    }
    rows = align(readings)
    return readings, rows, compare(rows, readings)


def told(blocks: Blocks) -> list[tuple[str, object]]:
    """What is found, each with the versions it is about."""
    _, _, found = laid(blocks)
    return [(p.code, p.facts.get("missing") or p.facts.get("split") or p.facts.get("moved")) for p in found]


def paragraphs_of(name: str, language: str) -> list[int]:
    """The blocks that are paragraphs of the preamble or the operative part."""
    readings, _, _ = laid(CLEAN[name])
    return [n for n, p in enumerate(readings[language].paragraphs) if p.part != "structure"]


def everything_once(readings: dict[str, Reading], rows: tuple[Row, ...]) -> None:
    for language, reading in readings.items():
        pieces = [p for row in rows for p in row.pieces(language)]
        assert Counter(map(id, pieces)) == Counter(map(id, reading.paragraphs))
        order = {id(p): n for n, p in enumerate(reading.paragraphs)}
        stay = [order[id(p)] for row in rows if language not in row.moved for p in row.pieces(language)]
        assert stay == sorted(stay)
        for row in rows:
            assert language not in row.texts or row.texts[language] == joined(row.pieces(language))
    assert len({row.key for row in rows}) == len(rows)


@pytest.mark.parametrize("name", sorted(CLEAN))
def test_clean_versions_give_a_row_a_paragraph_and_nothing_else(name: str) -> None:
    readings, rows, found = laid(CLEAN[name])
    everything_once(readings, rows)
    assert not found and all(len(row.texts) == 3 and not row.parts and not row.moved for row in rows)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_every_paragraph_is_in_one_row_and_the_order_is_kept_whatever_is_sent(data: st.DataObject) -> None:
    pool = {x: long(x, 9) + [b for name in CLEAN for b in CLEAN[name][x]] for x in HEADS}
    sent = {x: data.draw(st.lists(st.sampled_from(pool[x]), max_size=25)) for x in HEADS}
    readings, rows, _ = laid({x: said or [HEADS[x]] for x, said in sent.items()})
    everything_once(readings, rows)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(sorted(CLEAN)), st.sampled_from(sorted(HEADS)), st.integers(0, 99))
def test_a_paragraph_that_is_dropped_is_missing_once_in_that_language(name: str, language: str, which: int) -> None:
    places = paragraphs_of(name, language)
    blocks = {x: list(said) for x, said in CLEAN[name].items()}
    del blocks[language][places[which % len(places)]]
    assert told(blocks) == [("paragraph-missing", (language,))]


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(sorted(HEADS)), st.sets(st.integers(1, 100), min_size=1, max_size=6))
def test_paragraphs_dropped_from_a_long_text_are_each_told_once(language: str, lost: set[int]) -> None:
    blocks = {x: long(x) for x in HEADS}
    blocks[language] = [b for n, b in enumerate(blocks[language]) if n not in lost]
    assert told(blocks) == [("paragraph-missing", (language,))] * len(lost)


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(sorted(HEADS)), st.integers(1, 99), st.booleans())
def test_neighbours_that_change_places_have_moved(language: str, place: int, numbers: bool) -> None:
    blocks = {x: long(x) for x in HEADS}
    said = blocks[language]
    said[place], said[place + 1] = said[place + 1], said[place]
    if numbers:
        for n in (place, place + 1):
            said[n] = f"{n}. {said[n].partition(' ')[2]}"
    assert told(blocks) == [("paragraph-moved", (language,))]


def test_a_paragraph_that_went_far_away_has_moved_and_nothing_is_missing() -> None:
    blocks = {x: long(x, 30) for x in HEADS}
    blocks["fr"].insert(25, blocks["fr"].pop(5))
    _, rows, found = laid(blocks)
    assert [(p.code, p.facts["key"], p.facts["moved"]) for p in found] == [("paragraph-moved", "o5", ("fr",))]
    assert all(len(row.texts) == 3 for row in rows)


PAIRS = {
    "en": "Calls upon Member States to pay {a} florins to the ports fund before the end of the year; and invites the donors of the region to add {b} florins;",
    "fr": "Demande aux États membres de verser {a} florins au fonds des ports avant la fin de l'année ; et invite les donateurs de la région à y ajouter {b} florins ;",
    "ar": "يدعو الدول الأعضاء إلى دفع {a} فلورينا لصندوق الموانئ قبل نهاية السنة؛ ويدعو الجهات المانحة في المنطقة إلى إضافة {b} فلورينا؛",
}
BETWEEN = {"en": "; and i", "fr": " ; et i", "ar": "؛ و"}


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(sorted(HEADS)), st.integers(1, 20), st.booleans())
def test_a_paragraph_that_is_divided_is_one_row_and_told_once(language: str, place: int, labelled: bool) -> None:
    blocks = {x: long(x, 20) for x in HEADS}
    for x, said in blocks.items():
        said.insert(place, f"{place}. {PAIRS[x].format(a=45, b=670)}")
        said[place + 1 :] = [f"{n}. {b.partition(' ')[2]}" for n, b in enumerate(said[place + 1 :], place + 1)]
    assert told(blocks) == []
    said = blocks[language]
    first, stop, second = said[place].partition(BETWEEN[language])
    second = second if language == "ar" else f"I{second}"
    said[place : place + 1] = [first + stop.strip()[0], second]
    if labelled:
        said[place + 1 :] = [f"{n}. {b if n == place + 1 else b.partition(' ')[2]}" for n, b in enumerate(said[place + 1 :], place + 1)]  # fmt: skip
    readings, rows, found = laid(blocks)
    everything_once(readings, rows)
    assert [(p.code, p.facts["split"], p.severity) for p in found] == [
        ("paragraph-split", (language,), "warning" if labelled else "note")
    ]
    (row,) = (r for r in rows if r.parts)
    for figure in row.texts[language].figures:
        assert row.texts[language].text[figure.start : figure.end] == figure.text


def test_what_two_versions_divide_and_one_joins_is_one_row() -> None:
    blocks = {x: long(x, 8) for x in HEADS}
    said = blocks["ar"]
    words = said[4].partition(" ")[2]
    said[3:5] = [f"{said[3]} {words}"]
    said[4:] = [f"{n}. {b.partition(' ')[2]}" for n, b in enumerate(said[4:], 4)]
    _, rows, found = laid(blocks)
    assert [(p.code, p.facts["whole"]) for p in found] == [("paragraph-split", ("ar",))]
    assert [len(r.pieces("en")) for r in rows if r.parts] == [2]
