"""Reading and comparing: three versions of a long resolution, and text a second; the peer is splitting the same bytes."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from amana.clerk.sheets import sheet
from amana.intake import blocks_of
from amana.resolutions.reading import read
from bench.__main__ import Goal

GOALS: dict[str, Goal] = {
    "100 paragraphs × 3 languages, ms": Goal(100.0),
    "read, MB/s": Goal(5.0, at_most=False),
}
ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"
TIMES = 7


def figures() -> dict[str, float]:
    """Milliseconds for 100 paragraphs in three languages, megabytes a second, and the ratio to mere splitting."""
    long = [(f"long.{code}.txt", _long(code).encode()) for code in ("ar", "en", "fr")]
    texts = [path.read_bytes() for path in sorted(SAMPLES.rglob("*.txt"))]
    size = sum(map(len, texts))
    reading = _ms(lambda: [read(blocks_of("text.txt", data).blocks) for data in texts])
    splitting = _ms(lambda: [re.split(rb"\n\s*\n", data) for data in texts])
    return {
        "100 paragraphs × 3 languages, ms": _ms(lambda: sheet(long)),
        "read, MB/s": size / 1e6 / (reading / 1000),
        "reading / splitting the same bytes": reading / splitting,
    }


def _long(code: str) -> str:
    """A text of about a hundred paragraphs, out of the specimens."""
    blocks: list[str] = []
    for path in sorted(SAMPLES.glob(f"*/*.{code}.txt")):
        blocks += path.read_text(encoding="utf-8").strip().split("\n\n")
    return "\n\n".join(blocks[:100]) + "\n"


def _ms(what: Callable[[], object]) -> float:
    times = []
    for _ in range(TIMES):
        start = time.process_time()
        what()
        times.append(1000 * (time.process_time() - start))
    return median(times)
