"""Whatever is done to a file, the folder is told of, never thrown at the user."""

from __future__ import annotations

import shutil
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amana import folder

PIECES = st.sampled_from(
    [
        b"",
        b"5",
        b'"',
        b"[",
        b"]]",
        b"{",
        b"=",
        b"\n",
        b"\n\n",
        b",",
        b"x",
        b"\xff",
        b"true",
        b'"ar"',
        b"1979-01-01",
        b"[1]",
        b"\r",
        b"?",
    ]
)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_file_is_told_of(coasts: Path, data: st.DataObject) -> None:
    place = coasts.with_name("damaged")
    shutil.copytree(coasts, place)
    try:
        files = sorted(p for p in place.rglob("*") if p.is_file())
        file = data.draw(st.sampled_from(files))
        before = file.read_bytes()
        start = data.draw(st.integers(0, len(before)))
        end = data.draw(st.integers(start, min(len(before), start + 12)))
        file.write_bytes(before[:start] + data.draw(PIECES) + before[end:])
        problems = folder.check(place)
        assert all(p.places and p.places[0].source for p in problems)
        if not any(p.severity == "error" for p in problems):
            folder.write(folder.read(place), place)
            assert not any(p.code == "folder-not-canonical" for p in folder.check(place))
    finally:
        shutil.rmtree(place)


def test_values_of_the_wrong_kind_are_told(coasts: Path) -> None:
    (coasts / "organs.toml").write_text('organ = ["council", 5]\n', encoding="utf-8")
    (coasts / "disputes.toml").write_text("dispute = 5\n", encoding="utf-8")
    (coasts / "symbols.toml").write_text("[symbol]\nid = 5\n", encoding="utf-8")
    (coasts / "charter/ch-1.toml").write_text("id = 5\noffice = 5\nrule = [5]\ntitle = 5\n", encoding="utf-8")
    told = {str(p.places[0]) for p in folder.check(coasts) if p.code == "folder-wrong-type"}
    assert told >= {"organs.toml:1", "disputes.toml:1", "symbols.toml:1", "charter/ch-1.toml:2", "charter/ch-1.toml:3"}
