"""Pairs compared: false findings on clean ones, planted errors found by kind, time a pair; the peer is pofilter on the same.

The peer stands in an environment of its own, never in ours: `make peers` makes it, or AMANA_PEERS says where it is.
"""

from __future__ import annotations

import itertools
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from bench.__main__ import Goal
from bench.planted import KINDS, ROOT, Pair, clean, official, planted

PEERS = Path(os.environ.get("AMANA_PEERS") or ROOT / "var" / "peers")
POFILTER = PEERS / "bin" / "pofilter"
MANY = 10_000
"""Pairs of a file that is timed, each another one: starting does not count for much, nor that a text was read before."""
TIMED = ({"en", "fr"}, {"ar", "en"})
TOLD = ("error", "warning")
RECALL = {
    **dict.fromkeys(
        ("figure digit", "figures exchanged", "number word", "percent or decimal", "currency", "symbol"), 0.98
    ),
    **dict.fromkeys(("year", "month", "day", "hijri", "ordinal word"), 0.95),
    "function": 0.90,
}
GOALS: dict[str, Goal] = {
    "sdg and udhr: errors and warnings a thousand": Goal(5.0),
    "own sentences: errors and warnings a thousand": Goal(5.0),
    **{f"found: {kind}": Goal(value, at_most=False) for kind, value in RECALL.items()},
    "times the speed of pofilter": Goal(4.0, at_most=False),
}


@dataclass(frozen=True, slots=True)
class Pass:
    """What one program said of a list of pairs: the places in the list that it told of, and the seconds it took."""

    told: frozenset[int]
    seconds: float


def figures() -> dict[str, float]:
    """False findings a thousand, recall by kind, milliseconds a pair, and the same of the peer where it is there."""
    good, own, wrong = list(official()), list(clean()), list(planted())
    pairs = [*good, *own, *wrong]
    out = _figures("", _ours(pairs), good, own, wrong)
    many = [_many(two, good) for two in TIMED]
    ours = sum(_ours(same).seconds for same in many)
    alone = sum(_ours(same, "--jobs", "1").seconds for same in many)
    out["compared, ms a pair"] = 1000 * ours / MANY / len(TIMED)
    out["compared on one core, ms a pair"] = 1000 * alone / MANY / len(TIMED)
    if not POFILTER.exists():
        print(f"  (no peer: make peers, or set AMANA_PEERS; looked for {POFILTER})")
        return out
    out |= _figures("pofilter, ", _peer(pairs), good, own, wrong)
    peer = sum(_peer(same).seconds for same in many)
    out["pofilter, ms a pair"] = 1000 * peer / MANY / len(TIMED)
    out["times the speed of pofilter"] = peer / ours
    out["times the speed of pofilter, on one core"] = peer / alone
    return out


def _figures(
    who: str, done: Pass, good: Sequence[Pair], own: Sequence[Pair], wrong: Sequence[Pair]
) -> dict[str, float]:
    before = len(good) + len(own)
    found: dict[str, list[bool]] = defaultdict(list)
    for n, pair in enumerate(wrong, before):
        found[pair.kind].append(n in done.told)
    return {
        **({f"{who}sdg and udhr: errors and warnings a thousand": _thousand(done, 0, len(good))} if good else {}),
        f"{who}own sentences: errors and warnings a thousand": _thousand(done, len(good), before),
        **{f"{who}found: {kind}": sum(found[kind]) / len(found[kind]) for kind in KINDS if found[kind]},
    }


def _thousand(done: Pass, start: int, end: int) -> float:
    return 1000 * sum(start <= n < end for n in done.told) / (end - start)


def _many(two: set[str], good: Sequence[Pair]) -> list[Pair]:
    """As many pairs as are timed: the official ones, each time with another number behind, else our own."""
    same = [p for p in good or list(clean()) if set(p.texts) == two]
    return [
        Pair(p.source, {x: f"{text} {n}" for x, text in p.texts.items()})
        for n, p in zip(range(MANY), itertools.cycle(same), strict=False)
    ]


def _ours(pairs: Sequence[Pair], *options: str) -> Pass:
    """`amana compare --pairs` on XLIFF files, a process for each two languages."""
    told: set[int] = set()
    seconds = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for path, numbers in _files(pairs, Path(folder)).items():
            command = [sys.executable, "-m", "amana.cli.main", "compare", "--pairs", str(path), "--json", *options]
            start = time.perf_counter()
            done = subprocess.run(command, env=_environment(), capture_output=True, text=True, check=False)
            seconds += time.perf_counter() - start
            if done.returncode == 2 or "Traceback" in done.stderr:
                raise RuntimeError(done.stderr)
            found = map(json.loads, done.stdout.splitlines())
            told |= {numbers[f["key"] - 1] for f in found if f["severity"] in TOLD}
    return Pass(frozenset(told), seconds)


def _peer(pairs: Sequence[Pair]) -> Pass:
    """pofilter with all its tests on the same files; what it tells of it writes into another file."""
    told: set[int] = set()
    seconds = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for path, numbers in _files(pairs, Path(folder)).items():
            out = path.with_suffix(".out.xlf")
            start = time.perf_counter()
            subprocess.run([str(POFILTER), "--progress=none", str(path), str(out)], capture_output=True, check=True)
            seconds += time.perf_counter() - start
            said = out.read_text(encoding="utf-8") if out.exists() else ""
            told |= {numbers[int(key) - 1] for key in re.findall(r'<trans-unit[^>]*\bid="(\d+)"', said)}
    return Pass(frozenset(told), seconds)


def _files(pairs: Sequence[Pair], folder: Path) -> Mapping[Path, Sequence[int]]:
    """An XLIFF file for each two languages: its path → for each unit the place of its pair in the list."""
    by_languages: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, pair in enumerate(pairs):
        by_languages[tuple(pair.texts)].append(n)
    made: dict[Path, Sequence[int]] = {}
    for languages, numbers in by_languages.items():
        path = folder / f"{'-'.join(languages)}.xlf"
        path.write_text(_xliff(languages, [pairs[n] for n in numbers]), encoding="utf-8")
        made[path] = numbers
    return made


def _xliff(languages: Sequence[str], pairs: Sequence[Pair]) -> str:
    source, target = languages
    units = "".join(
        f'<trans-unit id="{n}" approved="yes" xml:space="preserve"><source>{escape(p.texts[source], quote=False)}</source>'
        f'<target state="final">{escape(p.texts[target], quote=False)}</target></trans-unit>\n'
        for n, p in enumerate(pairs, 1)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
        f'<file original="pairs" source-language="{source}" target-language="{target}" datatype="plaintext"><body>\n'
        f"{units}</body></file></xliff>\n"
    )


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT / "src"), "LANGUAGE": "en"}


def missed(kind: str = "", many: int = 20) -> None:
    """Print pairs whose planted error was not found, and clean ones that were told: for who mends the checks."""
    pairs = [*official(), *clean(), *planted()]
    told = _ours(pairs).told
    wrong = [(n, p) for n, p in enumerate(pairs) if (n in told) == (not p.kind) and kind in ("", p.kind or "clean")]
    print(Counter(p.kind or "clean" for _, p in wrong))
    for _, pair in wrong[:many]:
        print(pair.kind or "clean", *(f"\n    {language}: {text}" for language, text in pair.texts.items()))


if __name__ == "__main__":
    missed(*sys.argv[1:2])
