"""How often the reader tells preamble, operative part and structure as an editor did: resolutions on weights and measures.

.venv/bin/python -m bench.parts [DIR] [--errors]     DIR: ../shared/corpus/bipm, with a folder of YAML for each language
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

import yaml

from amana.intake import blocks_of
from amana.resolutions.reading import read
from bench.__main__ import Goal

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "bipm"
PARTS = ("preambular", "operative", "structure")
MARKUP = re.compile(
    r"\[(?:type|cols)=[^\]]*?(?=[A-Z.|])|\*\*?([^*]+)\*\*?|stem:\[|\](?=[\s.,;:)])|\s\+\s|<<[^>]*>>|\b_|_\b"
)


GOALS: dict[str, Goal] = {
    f"{language}{mode}: macro-F1 of the parts": Goal(0.97, at_most=False)
    for language in ("en", "fr")
    for mode in ("", ", blocks apart")
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of a resolution with the part and the type that its editor gave it."""

    part: str
    type: str
    text: str


def plain(message: str) -> str:
    """The words without the editor's markup, on one line."""
    return " ".join(MARKUP.sub(r" \1 ", message).split())


def resolutions(folder: Path) -> Iterator[list[Piece]]:
    """Every resolution of a language with at least one action: title and organ, considerations, actions."""
    for file in sorted(folder.glob("*.yml")):
        for one in yaml.safe_load(file.read_text(encoding="utf-8")).get("resolutions") or ():
            if one.get("actions"):
                yield list(_pieces(one))


def _pieces(one: Mapping[str, Any]) -> Iterator[Piece]:
    if one.get("title"):
        yield Piece("structure", "title", plain(one["title"]))
    for part, key in (("structure", "approvals"), ("preambular", "considerations"), ("operative", "actions")):
        for item in one.get(key) or ():
            if item.get("message") and (text := plain(item["message"])):
                yield Piece(part, item.get("type") or "", text)


def measure(folder: Path, exact: bool) -> tuple[list[tuple[Piece, str, str]], int]:
    """Each piece with the part and the function that were read, and the number of paragraphs without a function."""
    rows, silent = [], 0
    for pieces in resolutions(folder):
        text = "\n\n".join(p.text for p in pieces)
        found = read(blocks_of("text.txt", text.encode(), exact=exact).blocks, exact=exact)
        told = {b: p for p in found.paragraphs for b in p.blocks}
        for number, piece in enumerate(pieces, 1):
            paragraph = told[number]
            rows.append((piece, str(paragraph.part), paragraph.function or ""))
            silent += piece.part != "structure" and not paragraph.function
    return rows, silent


def scores(rows: Sequence[tuple[Piece, str, str]]) -> dict[str, float]:
    """F1 of each part."""
    pairs = Counter((piece.part, part) for piece, part, _ in rows)
    out = {}
    for part in PARTS:
        right = pairs[part, part]
        wanted, given = (
            sum(n for (a, _), n in pairs.items() if a == part),
            sum(n for (_, b), n in pairs.items() if b == part),
        )
        out[part] = 2 * right / (wanted + given) if wanted + given else 1.0
    return out


TYPES = {
    "considering": "consider", "noting": "note", "recognizing": "recognize", "recalling": "recall", "reaffirming": "reaffirm",
    "acknowledging": "acknowledge recognize", "emphasizing": "emphasize", "having": "legal_basis consider note",
    "decides": "decide establish", "recommends": "recommend", "approves": "approve", "invites": "invite",
    "appoints": "appoint", "welcomes": "welcome", "requests": "request", "accepts": "accept approve", "declares": "declare",
    "thanks": "thank commend", "encourages": "encourage", "confirms": "confirm", "elects": "elect", "adopts": "adopt",
    "instructs": "direct entrust", "calls": "call_upon", "urges": "urge", "sanctions": "sanction approve",
    "congratulates": "congratulate commend", "charges": "entrust direct", "authorizes": "authorize", "asks": "request",
}  # fmt: skip
"""The first word of an editor's type, and the functions that mean it."""


def agreement(rows: Sequence[tuple[Piece, str, str]]) -> tuple[int, int]:
    """Of the paragraphs whose type names a function, how many were read so."""
    known = [(TYPES[w].split(), function) for piece, _, function in rows if (w := piece.type.split(" ")[0]) in TYPES]
    return sum(function in wanted for wanted, function in known), len(known)


def figures() -> dict[str, float]:
    """Macro-F1 over the three parts by language and mode; nothing where the corpus is not beside the project."""
    out: dict[str, float] = {}
    for language in ("en", "fr") if CORPUS.is_dir() else ():
        for exact in (False, True):
            rows, _ = measure(CORPUS / language, exact)
            out[f"{language}{', blocks apart' if exact else ''}: macro-F1 of the parts"] = mean(scores(rows).values())
    return out


def main(arguments: Sequence[str]) -> None:
    """Print macro-F1 a language, with blocks as they stand and one paragraph a block; with --errors, each error."""
    folder = Path(next((a for a in arguments if not a.startswith("-")), CORPUS))
    for language in ("en", "fr"):
        for exact in (False, True):
            rows, silent = measure(folder / language, exact)
            by_part = scores(rows)
            right, known = agreement(rows)
            parts = " ".join(f"{p} {f:.4f}" for p, f in by_part.items())
            print(
                f"{language}{' --blocks' if exact else '':9} {len(rows)} blocks: macro-F1 {sum(by_part.values()) / 3:.4f}"
                f" ({parts}); function {right}/{known}; without function {silent}"
            )
            if "--errors" in arguments:
                for piece, part, function in rows:
                    if part != piece.part:
                        print(f"   {piece.part[:4]} read {part[:4]} [{piece.type}/{function}] {piece.text[:150]}")


if __name__ == "__main__":
    main(sys.argv[1:])
