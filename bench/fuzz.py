"""Fuzzing with atheris, outside the suite: no exception but NotReadable, no hang, no paragraph lost.

    python -m bench.fuzz intake -max_total_time=1200 corpus/     bytes → blocks → a reading
    python -m bench.fuzz read   -max_total_time=1200 corpus/     text → a reading, as blocks given
    python -m bench.fuzz pairs  -max_total_time=1200 corpus/     two sentences → what the checks find

atheris is no requirement of the project: install it into an environment of its own that has the project's run-time
requirements too. Without a folder of seeds it begins with the specimens.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from amana.intake import blocks_of
from amana.resolutions import concordance
from amana.resolutions.alone import paragraph_of
from amana.resolutions.reading import read
from amana.resolutions.versions import Row, align
from amana.values.blocks import Block
from amana.values.problems import NotReadable, Place

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
LANGUAGES = ("ar", "en", "fr", "id")
SECONDS_PER_BYTE = 1 / 100_000
"""A hang is more than a second for 100 kB."""
START = 0.5
"""Seconds that are always granted: lexicons are loaded once, and other work shares the machine."""


def intake(data: bytes) -> None:
    """Whatever the bytes are, they are read or refused in words."""
    try:
        received = blocks_of("fuzzed", data)
    except NotReadable:
        return
    _whole(received.blocks)


def text(data: bytes) -> None:
    """Whatever the words are, every block ends in a paragraph, and one version lies beside itself."""
    words = data.decode("utf-8", "replace")
    pieces = [p for p in words.split("\n\n") if p.strip()]
    _whole(tuple(Block(p, Place("fuzzed", block=n)) for n, p in enumerate(pieces, 1)))


def pairs(data: bytes) -> None:
    """Two sentences in two languages, whatever they are."""
    chosen = data[0] if data else 0
    one, other = LANGUAGES[chosen % 4], LANGUAGES[(chosen // 4) % 4]
    left, _, right = data[1:].decode("utf-8", "replace").partition("\t")
    texts = {x: paragraph_of(t, x, Place(x, block=1)) for x, t in ((one, left), (other, right)) if t.strip()}
    for found in concordance.row_findings(Row("1", "operative", texts)):
        for language in LANGUAGES:
            found.message(language)


def _whole(blocks: tuple[Block, ...]) -> None:
    made = read(blocks)
    held = [n for p in made.paragraphs for n in p.blocks]
    lost = {b.place.block for b in blocks if b.text.strip()} - set(held)
    if lost or len(held) != len(set(held)):
        raise AssertionError(f"blocks lost or held twice: {sorted(map(str, lost))}")
    rows = align({made.language: made})
    if sum(len(r.texts) for r in rows) != len(made.paragraphs):
        raise AssertionError("a paragraph is in no row, or in two")
    concordance.compare(rows, {made.language: made})


WHAT = {"intake": intake, "read": text, "pairs": pairs}


def main(argv: list[str]) -> None:
    """Fuzz what the first word names; the other words are those of libFuzzer."""
    atheris: Any = importlib.import_module("atheris")
    tried = WHAT[argv[1]]

    def one(data: bytes) -> None:
        begun = time.process_time()
        tried(data)
        taken = time.process_time() - begun
        if taken > START + len(data) * SECONDS_PER_BYTE:
            raise AssertionError(f"{taken:.2f} s for {len(data)} bytes")

    for name in [m for m in sys.modules if m.startswith(("amana.resolutions", "amana.intake", "amana.values"))]:
        for attribute in list(vars(sys.modules[name]).values()):
            if (
                callable(attribute)
                and getattr(attribute, "__module__", None) == name
                and hasattr(attribute, "__code__")
            ):
                atheris.instrument_func(attribute)
    rest = argv[2:]
    if not any(not w.startswith("-") for w in rest):
        rest.append(str(_seeds()))
    atheris.Setup([argv[0], *rest], one)
    atheris.Fuzz()


def _seeds() -> Path:
    """A folder with the paragraphs of the specimens, each a seed."""
    folder = Path(tempfile.mkdtemp(prefix="amana-fuzz-"))
    for n, path in enumerate(sorted(SAMPLES.rglob("*.txt"))):
        words = path.read_text(encoding="utf-8")
        (folder / f"whole-{n}").write_text(words, encoding="utf-8")
        for m, piece in enumerate(words.split("\n\n")):
            (folder / f"piece-{n}-{m}").write_text(piece, encoding="utf-8")
    return folder


if __name__ == "__main__":
    main(sys.argv)
