"""What a person puts right in how versions lie side by side is followed, kept as data, and survives a new reading."""

import json

from amana.clerk import from_plain, sheet, to_plain
from amana.clerk.sheets import laid
from amana.intake import blocks_of
from amana.resolutions.reading import Reading, read
from amana.resolutions.versions import Correction, Row, align, join, move, split_row
from amana.values import codec

EN = """The Council,

1. Requests the Secretary-General to report;

2. Welcomes the new harbour;

3. Thanks the host country."""
FR = """Le Conseil,

1. Prie le Secrétaire général de faire rapport ;

2. Accueille avec satisfaction le nouveau port ;

3. Remercie le pays hôte."""


def readings(en: str = EN, fr: str = FR) -> dict[str, Reading]:
    return {x: read(blocks_of(f"{x}.txt", t.encode()).blocks, x) for x, t in (("en", en), ("fr", fr))}


def shown(rows: tuple[Row, ...]) -> dict[str, dict[str, list[str]]]:
    """Row → language → the labels of its pieces, of rows that are no structure."""
    return {r.key: {x: [p.label for p in r.pieces(x)] for x in r.texts} for r in rows if r.part != "structure"}


def test_without_corrections_like_stands_beside_like() -> None:
    assert shown(align(readings())) == {f"o{n}": {"en": [f"{n}."], "fr": [f"{n}."]} for n in (1, 2, 3)}


def test_a_paragraph_is_taken_out_into_a_row_of_its_own() -> None:
    read_ = readings()
    corrections = split_row(align(read_), "o2", "fr")
    assert corrections == (Correction("fr", 3),)
    assert list(shown(align(read_, corrections)).values())[1:3] == [{"en": ["2."]}, {"fr": ["2."]}]


def test_a_paragraph_is_moved_into_another_row_and_joined_to_what_is_there() -> None:
    read_ = readings()
    corrections = move(align(read_), "fr", 4, "o2")
    assert corrections == (Correction("fr", 4, "en", 3),)
    rows = align(read_, corrections)
    assert list(shown(rows).values())[1:] == [{"en": ["2."], "fr": ["2.", "3."]}, {"en": ["3."]}]
    row = next(r for r in rows if r.parts)
    assert row.texts["fr"].text.endswith("port ; 3. Remercie le pays hôte.")


def test_two_rows_become_one() -> None:
    read_ = readings()
    rows = align(read_, join(align(read_), "o1", "o2"))
    assert list(shown(rows).values()) == [{"en": ["1.", "2."], "fr": ["1.", "2."]}, {"en": ["3."], "fr": ["3."]}]


def test_rows_that_were_joined_are_taken_apart_again() -> None:
    read_ = readings()
    done = join(align(read_), "o1", "o2")
    joined = align(read_, done)
    undone = (*done, *split_row(joined, "o1", "fr"))
    assert list(shown(align(read_, undone)).values())[:2] == [{"en": ["1.", "2."]}, {"fr": ["1.", "2."]}]


def test_what_is_put_right_stays_so_when_the_text_is_read_again_and_rows_have_other_names() -> None:
    corrections = move(align(readings()), "fr", 4, "o2")
    plain = json.loads(json.dumps(codec.to_plain(corrections)))
    kept = codec.from_plain(tuple[Correction, ...], plain)
    assert kept == corrections
    again = readings(EN.replace("1. Requests", "Requests").replace("2. W", "W").replace("3. T", "T"))
    rows = align(again, kept)
    assert [len(r.pieces("fr")) for r in rows if r.texts.get("en") and "harbour" in r.texts["en"].text] == [2]


def test_a_correction_of_blocks_that_are_gone_is_passed_over() -> None:
    read_ = readings()
    assert align(read_, (Correction("fr", 99), Correction("ar", 1), Correction("fr", 3, "en", 99))) == align(read_)
    assert move(align(read_), "fr", 3, "o9") == () and join(align(read_), "o1", "o1") == ()


def test_a_sheet_keeps_its_corrections_and_comes_back_equal() -> None:
    made = sheet([("en.txt", EN.encode()), ("fr.txt", FR.encode())])
    corrections = move(made.rows, "fr", 4, "o2")
    put_right = laid(made, corrections)
    assert [p.code for p in made.findings] == []
    assert "paragraph-split" in [p.code for p in put_right.findings]
    back = from_plain(json.loads(json.dumps(to_plain(put_right))))
    assert back == put_right and back.corrections == corrections
    assert sheet([("en.txt", EN.encode()), ("fr.txt", FR.encode())], corrections=corrections) == put_right
