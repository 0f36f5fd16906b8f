"""`amana compare --pairs`: every row of a translators' file, as it comes, told in order; exit codes that scripts can trust."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from amana.clerk.pairs import compared
from amana.values.blocks import Unit
from amana.values.problems import NotReadable, Place, Problem

from .conftest import Run

ROWS = [
    ("en", "ar", "fr"),
    ("Decides to build 120 schools;", "يقرر بناء ١٢٠ مدرسة؛", "Décide de construire 120 écoles ;"),
    ("Decides to build 120 schools;", "يقرر بناء ١٣٠ مدرسة؛", "Décide de construire 120 écoles ;"),
    ("Welcomes the report;", "", "Se félicite du rapport ;"),
    ("Requests the Bank to act;", "يطلب من البنك العمل؛", "Invite la Banque à agir ;"),
]


def table(folder: Path, rows: list[tuple[str, ...]]) -> Path:
    path = folder / "memory.tsv"
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_findings_come_in_order_each_with_the_number_of_its_row(amana: Run, tmp_path: Path) -> None:
    ran = amana("compare", "--pairs", table(tmp_path, ROWS), "--json")
    assert ran.code == 1
    assert [(f["key"], f["code"]) for f in ran.objects] == [
        (2, "figures-differ"),
        (3, "text-missing"),
        (4, "function-differs"),
    ]
    for found in ran.objects:
        assert list(found) == ["code", "severity", "key", "places", "facts", "message"]


def test_a_place_points_into_the_text_of_the_row(amana: Run, tmp_path: Path) -> None:
    labelled = [ROWS[0], ("3. Decides to build 120 schools;", "٣- يقرر بناء ١٣٠ مدرسة؛", "")]
    (found,) = (
        f
        for f in amana("compare", "--pairs", table(tmp_path, labelled), "--json").objects
        if f["facts"].get("differences")
    )
    spots = {
        p["language"]: labelled[1][("en", "ar").index(p["language"])][p["start"] : p["end"]] for p in found["places"]
    }
    assert spots == {"en": "120", "ar": "١٣٠"}


def test_several_processes_tell_the_same_in_the_same_order(process: Run, tmp_path: Path) -> None:
    many = [ROWS[0], *(ROWS[1 + n % 4] for n in range(1200))]
    path = table(tmp_path, many)
    alone, shared = (
        process("compare", "--pairs", path, "--json"),
        process("compare", "--pairs", path, "--json", "--jobs", 3),
    )
    assert alone.code == shared.code == 1 and alone.out == shared.out and len(alone.objects) == 900
    assert alone.err == shared.err == ""


def test_a_reviser_reads_the_row_with_the_spot_marked(amana: Run, tmp_path: Path) -> None:
    ran = amana("compare", "--pairs", table(tmp_path, ROWS))
    assert "Decides to build ⟦120⟧ schools;" in ran.out and "⟦١٣٠⟧" in ran.out
    assert ran.out.splitlines()[-1] == "4 rows: 2 errors, 1 warning"


def test_nothing_found_is_zero_and_what_cannot_be_read_is_two(amana: Run, tmp_path: Path) -> None:
    good = amana("compare", "--pairs", table(tmp_path, ROWS[:2]))
    assert (good.code, good.out) == (0, "1 row: nothing found\n")
    (tmp_path / "empty.tsv").write_bytes(b"")
    for bad in (tmp_path / "empty.tsv", tmp_path / "nowhere.tmx"):
        ran = amana("compare", "--pairs", bad)
        assert (ran.code, ran.out) == (2, "") and ran.err


@pytest.mark.parametrize("words", [(), ("a.txt", "--pairs", "b.tsv")], ids=["nothing", "both"])
def test_files_or_pairs_and_not_both(amana: Run, words: tuple[str, ...]) -> None:
    ran = amana("compare", *words)
    assert ran.code == 2 and "--pairs" in ran.err


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_came_before_a_file_breaks_off_is_told_first(jobs: int) -> None:
    def broken() -> Iterator[Unit]:
        for n in range(1, 4):
            yield Unit(n, Place("a.tmx"), {"en": "Decides to act;", "fr": "Invite la Banque à agir ;"})
        raise NotReadable([Problem("intake-broken", {"file": "a.tmx"})])

    told = []
    with pytest.raises(NotReadable):
        for one in compared(broken(), jobs=jobs):
            told.append(one.unit.key)
    assert told == [1, 2, 3]


def test_the_first_row_too_is_told_what_it_lacks(amana: Run, tmp_path: Path) -> None:
    ran = amana("compare", "--pairs", table(tmp_path, [ROWS[0], ROWS[3], ROWS[1]]), "--json")
    assert [(f["key"], f["code"], f["facts"]["missing"]) for f in ran.objects] == [(1, "text-missing", ["ar"])]


EN, AR, FR = "Decides to build 120 schools;", "يقرر بناء ١٢٠ مدرسة؛", "Décide de construire 120 écoles ;"
PAIR, OTHER = {"en": EN, "ar": AR}, {"en": EN, "fr": FR}


def memory(folder: Path, units: list[dict[str, str]]) -> Path:
    said = (
        "".join(f'<tuv xml:lang="{code}"><seg>{text}</seg></tuv>' for code, text in texts.items()) for texts in units
    )
    path = folder / "memory.tmx"
    path.write_text(f'<tmx version="1.4"><body>{"".join(f"<tu>{x}</tu>" for x in said)}</body></tmx>', encoding="utf-8")
    return path


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    "units",
    [[PAIR, OTHER], [PAIR, OTHER] * 20, [PAIR] * 40 + [OTHER] * 40],
    ids=["two", "in turn", "one after another"],
)
def test_a_unit_of_a_memory_of_several_pairs_is_held_against_the_languages_it_has(
    amana: Run, tmp_path: Path, units: list[dict[str, str]], jobs: int
) -> None:
    ran = amana("compare", "--pairs", memory(tmp_path, units), "--json", "--jobs", jobs)
    assert (ran.code, ran.out) == (0, "")
    wrong = {"en": EN, "fr": FR.replace("120", "130")}
    ran = amana("compare", "--pairs", memory(tmp_path, [*units, wrong, PAIR]), "--json", "--jobs", jobs)
    assert [(f["key"], f["code"]) for f in ran.objects] == [(len(units) + 1, "figures-differ")]


@pytest.mark.parametrize(
    ("units", "told"),
    [
        ([PAIR, PAIR, OTHER], [(3, ["ar"])]),
        ([OTHER, PAIR, PAIR | OTHER, PAIR | OTHER], [(1, ["ar"]), (2, ["fr"])]),
        ([OTHER, OTHER, PAIR | OTHER], []),
        ([PAIR, {"en": EN}, OTHER], []),
        ([{"en": EN}, {"en": EN}, {"en": EN}, PAIR], [(1, ["ar"]), (2, ["ar"]), (3, ["ar"])]),
    ],
    ids=["most are of one pair", "most have three", "one has three", "no pair is usual", "hardly translated"],
)
def test_only_a_language_that_most_units_have_is_missed(
    amana: Run, tmp_path: Path, units: list[dict[str, str]], told: list[tuple[int, list[str]]]
) -> None:
    ran = amana("compare", "--pairs", memory(tmp_path, units), "--json")
    found = ran.objects if ran.out else []
    assert {f["code"] for f in found} <= {"text-missing"} and ran.code == bool(told)
    assert [(f["key"], f["facts"]["missing"]) for f in found] == told


def test_what_comes_through_a_pipe_is_told_the_same(amana: Run, tmp_path: Path) -> None:
    path = memory(tmp_path, [PAIR, PAIR, OTHER])
    end, begin = os.pipe()
    os.write(begin, path.read_bytes())
    os.close(begin)
    try:
        ran = amana("compare", "--pairs", f"/dev/fd/{end}", "--json")
    finally:
        os.close(end)
    assert (ran.code, [(f["key"], f["facts"]["missing"]) for f in ran.objects]) == (1, [(3, ["ar"])])


def test_what_is_not_to_be_translated_lacks_nothing(amana: Run, tmp_path: Path) -> None:
    units = '<trans-unit id="1"><source>Welcomes it;</source><target>يرحب به؛</target></trans-unit>'
    units += '<group translate="no"><trans-unit id="2"><source>{1}</source></trans-unit></group>'
    file = f'<file source-language="en" target-language="ar"><body>{units}</body></file>'
    path = tmp_path / "a.xlf"
    path.write_text(f'<xliff version="1.2">{file}</xliff>', encoding="utf-8")
    ran = amana("compare", "--pairs", path, "--json")
    assert (ran.code, ran.out) == (0, "")


def test_one_language_alone_is_not_called_right(amana: Run, tmp_path: Path) -> None:
    ran = amana("compare", "--pairs", table(tmp_path, [("en",), ("Welcomes the report;",)]), "--json")
    assert (ran.code, [f["code"] for f in ran.objects]) == (2, ["cli-one-language"])
    alone = tmp_path / "a.txt"
    alone.write_text("1. Welcomes the report;", encoding="utf-8")
    assert (ran := amana("compare", alone)).code == 2
    assert "cli-compare-what" in ran.err


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "in row 1"), ("ar", "فقرة السطر 1"), ("fr", "paragraphe de la ligne 1"), ("id", "baris 1")],
)
def test_a_row_is_called_a_row_and_no_paragraph(
    amana: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    monkeypatch.setenv("LANGUAGE", language)
    (found,) = amana("compare", "--pairs", table(tmp_path, [ROWS[0], ROWS[2]]), "--json").objects
    assert (found["code"], found["key"]) == ("figures-differ", 1) and said in found["message"]


def test_a_place_in_a_quoted_cell_counts_the_text_of_the_cell(amana: Run, tmp_path: Path) -> None:
    quoted = [ROWS[0][:2], ('"The ""Council"" decides to build 120 schools;"', "يقرر «المجلس» بناء ١٣٠ مدرسة؛")]
    (found,) = (
        f
        for f in amana("compare", "--pairs", table(tmp_path, quoted), "--json").objects
        if f["code"] == "figures-differ"
    )
    (place,) = (p for p in found["places"] if p["language"] == "en")
    assert 'The "Council" decides to build 120 schools;'[place["start"] : place["end"]] == "120"


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([("en", "fr")], "cli-no-rows"),
        ([("en", "de"), ("Adopts 60 texts", "Nimmt 61 an")], "cli-languages-unread"),
        ([("en", "fr", "de"), ("Adopts 60 texts", "", "Nimmt 61 an")], "cli-languages-unread"),
    ],
)
def test_where_nothing_could_be_compared_nothing_is_called_right(
    amana: Run, tmp_path: Path, rows: list[tuple[str, ...]], code: str
) -> None:
    ran = amana("compare", "--pairs", table(tmp_path, rows), "--json")
    assert (ran.code, [f["code"] for f in ran.objects]) == (2, [code])


def test_a_language_that_is_not_read_beside_two_that_are_is_a_note(amana: Run, tmp_path: Path) -> None:
    rows: list[tuple[str, ...]] = [
        ("en", "fr", "de"),
        ("Adopts 60 texts", "Adopte 60 textes", "Nimmt 61 an"),
        ("Thanks it", "Le remercie", "Dankt"),
    ]
    (found,) = amana("compare", "--pairs", table(tmp_path, rows), "--json").objects
    assert (found["code"], found["severity"], found["facts"]["languages"]) == ("cli-languages-beside", "note", ["de"])


def test_empty_cells_after_the_last_column_are_no_fault(amana: Run, tmp_path: Path) -> None:
    rows: list[tuple[str, ...]] = [
        ("en", "fr"),
        ("Adopts 60 texts", "Adopte 60 textes", ""),
        ("Adopts 5 texts", "Adopte 5 textes", "", " "),
    ]
    ran = amana("compare", "--pairs", table(tmp_path, rows), "--json")
    assert (ran.code, ran.out) == (0, "")


def test_a_row_is_told_as_it_was_taken(amana: Run, tmp_path: Path) -> None:
    rows: list[tuple[str, ...]] = [
        ("en", "fr", "note"),
        ("Adopts 60 texts", "Adopte 60 textes"),
        ("Adopts",),
        ("a", "b", "c", "d"),
    ]
    found = amana("compare", "--pairs", table(tmp_path, rows), "--json").objects
    assert {(f["code"], f["key"]) for f in found} == {
        ("intake-row-short", 2),
        ("text-missing", 2),
        ("intake-row-differs", 3),
    }
    said = {f["code"]: f["message"] for f in found}
    assert "taken as empty" in said["intake-row-short"] and "not read" in said["intake-row-differs"]
