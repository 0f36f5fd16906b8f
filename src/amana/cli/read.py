"""`amana read`: resolutions read, without a house: every paragraph, what it does, whom it addresses, by when."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from amana import folder, intake
from amana.clerk import knowing
from amana.clerk.knowing import Knowledge
from amana.clerk.lines import reading_line
from amana.cli.telling import language, tell_line, tell_problems
from amana.resolutions import reading
from amana.resolutions.paragraphs import Paragraph, Reading
from amana.values.blocks import Block
from amana.values.problems import NotReadable, Place, Problem

EXAMPLES = """examples:
  amana read samples/*/*.ar.docx
  amana read --json --language en resolution.txt | head -1
  amana read --organization organizations/oic resolution.docx     with its symbols, names and phrases
exit codes: 0 nothing found, 1 findings, 2 a file that cannot be read"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help=".txt or .docx")
    parser.add_argument("--language", choices=("ar", "en", "fr"), help="the language of the files, where you know it")
    parser.add_argument("--blocks", action="store_true", help="each block between blank lines is exactly one paragraph")
    parser.add_argument("--organization", type=Path, metavar="FOLDER", help="whose symbols, names and phrases to know")
    parser.add_argument("--json", action="store_true", help="one object a line and file, in order")


def run(args: argparse.Namespace) -> int:
    """Read each file in turn; a file that cannot be read is told and the others go on."""
    known = knowledge(args.organization)
    found = unreadable = False
    for path in args.files:
        try:
            made, problems = read_file(path, args.language, known, blocks=args.blocks)
        except NotReadable as refused:
            tell_problems(refused.problems, json=args.json)
            unreadable = True
            continue
        found = found or bool(problems or made.problems)
        if args.json:
            tell_line(reading_line(str(path), made, problems, language()))
        else:
            show(path, made)
            tell_problems((*problems, *made.problems))
    return 2 if unreadable else 1 if found else 0


def knowledge(path: Path | None) -> Knowledge:
    """What helps the reader of the organization in this folder, where one is given."""
    return knowing.of(folder.read(path) if path else None)


def bytes_of(path: Path) -> bytes:
    """The bytes of a file; NotReadable in words where there are none to be had."""
    try:
        return path.read_bytes()
    except OSError as why:
        raise NotReadable(
            [Problem("cli-file-unreadable", {"file": str(path), "why": why.strerror or str(why)})]
        ) from why


def read_file(
    path: Path, language: str | None, known: Knowledge, *, blocks: bool = False
) -> tuple[Reading, tuple[Problem, ...]]:
    """One file read, and what was wrong with the file itself."""
    received = intake.blocks_of(str(path), bytes_of(path))
    made = reading.read(
        received.blocks,
        language,
        phrases=known.phrases,
        gazetteer=known.gazetteer,
        patterns=known.patterns,
    )
    return (apart(made, received.blocks) if blocks else made), received.problems


def apart(made: Reading, blocks: Sequence[Block]) -> Reading:
    """The reading with exactly one paragraph a block: what was joined across blocks is taken apart again."""
    by_block = {p.place.block: p for p in made.paragraphs}
    paragraphs = tuple(
        by_block.get(block.place.block)
        or Paragraph("structure", block.label or "", block.text, Place(block.place.source, block=n))
        for n, block in enumerate(blocks, 1)
    )
    return made if len(made.paragraphs) == len(blocks) else Reading(
        made.language, made.symbol, made.printed_symbol, made.title, made.session, made.session_number, paragraphs,
        made.adoption, made.problems,
    )  # fmt: skip


def show(path: Path, made: Reading) -> None:
    """A reading for people."""
    print(f"{path}: {made.symbol or 'no symbol'}, {made.language}, {len(made.paragraphs)} paragraphs — {made.title}")
    for p in made.paragraphs:
        said = [p.function or "—"]
        if p.addressees:
            said.append("to " + ", ".join(a.id for a in p.addressees))
        if p.deadline:
            said.append(f"by “{p.deadline.text}”")
        if p.report:
            said.append(f"report to {p.report.to or '?'}")
        text = p.text if len(p.text) <= 100 else p.text[:99] + "…"
        print(f"  {p.part[:4]:4} {p.label:>5} [{'; '.join(said)}] {text}")
