"""`amana read`: resolutions read, without a house: every paragraph, what it does, whom it addresses, by when."""

from __future__ import annotations

import argparse
import json as json_
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from amana import intake
from amana.clerk.knowing import Knowledge
from amana.clerk.lines import reading_line, unreadable_line
from amana.clerk.sharing import in_order
from amana.cli.houses import knowledge
from amana.cli.saying import about, apart, language, listed, many, say
from amana.cli.telling import Progress, tell_problems, unreadable
from amana.intake.word_text import Tracked
from amana.publish.sentences import version
from amana.resolutions import reading
from amana.resolutions.paragraphs import Paragraph, Reading
from amana.values.problems import NotReadable, Problem

EXAMPLES = """examples:
  amana read samples/*/*.ar.docx
  amana read --json --language en resolution.txt | head -1
  amana read --json --blocks --jobs 4 archive/*.txt               a thousand files, one line each, as they are read
  amana read --organization organizations/oic resolution.docx     with its symbols, names and phrases
exit codes: 0 nothing found, 1 findings, 2 a file that cannot be read"""

LANGUAGES = ("ar", "en", "fr", "id")
"""The languages that are read."""
TRACKED: tuple[Tracked, ...] = ("accepted", "original")


@dataclass(frozen=True, slots=True)
class How:
    """How files are read: in which language, each block as one paragraph, with its tracked changes or as it stood before."""

    language: str | None = None
    blocks: bool = False
    tracked: Tracked = "accepted"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="a text, Word, PDF, HTML or XML file")
    parser.add_argument("--language", choices=LANGUAGES, help="the language of the files, where you know it")
    parser.add_argument("--blocks", action="store_true", help="each block between blank lines is exactly one paragraph")
    parser.add_argument(
        "--tracked",
        choices=TRACKED,
        default="accepted",
        help="a Word file with its tracked changes, or as it stood before",
    )
    parser.add_argument("--organization", type=Path, metavar="FOLDER", help="whose symbols, names and phrases to know")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes that share the files of --json")
    parser.add_argument("--json", action="store_true", help="one object a line and file, in order")


def run(args: argparse.Namespace) -> int:
    """Read each file in turn; a file that cannot be read is told and the others go on."""
    known = knowledge(args.organization)
    how = How(args.language, args.blocks, args.tracked)
    if args.json:
        return _lines(args.files, how, known, args.jobs)
    code = 0
    for path in args.files:
        try:
            made, problems = read_file(path, how, known)
        except NotReadable as refused:
            tell_problems(refused.problems)
            code = 2
            continue
        show(path, made)
        tell_problems((*problems, *made.problems))
        code = max(code, 1 if problems or made.problems else 0)
    return code


def bytes_of(path: Path) -> bytes:
    """The bytes of a file, of standard input for "-"; NotReadable in words where there are none to be had."""
    try:
        if str(path) == "-":
            return sys.stdin.buffer.read()
        intake.too_big(str(path), path.stat().st_size)
        return path.read_bytes()
    except OSError as why:
        raise unreadable(path, why) from why


def files_of(paths: Iterable[Path]) -> list[tuple[str, bytes]]:
    """The names and bytes of several files; NotReadable with every one of which there are none to be had."""
    out: list[tuple[str, bytes]] = []
    refused: list[Problem] = []
    for path in paths:
        try:
            out.append((str(path), bytes_of(path)))
        except NotReadable as why:
            refused += why.problems
    if refused:
        raise NotReadable(refused)
    return out


def read_file(path: Path, how: How, known: Knowledge) -> tuple[Reading, tuple[Problem, ...]]:
    """One file read, and what was wrong with the file itself."""
    documents = intake.documents_of(
        str(path), bytes_of(path), exact=how.blocks, tracked=how.tracked, progress=Progress(path.name)
    )
    # of a translators' file that language which was asked for, else the translation
    stated = how.language if how.language and how.language in documents else list(documents)[-1]
    received = documents[stated]
    made = reading.read(
        received.blocks,
        how.language or stated or None,
        phrases=known.phrases,
        gazetteer=known.gazetteer,
        patterns=known.patterns,
        entries=known.entries,
        # a unit of a translators' file is a paragraph of its own
        exact=how.blocks or bool(stated),
    )
    return made, received.problems


def _lines(files: Sequence[Path], how: How, known: Knowledge, jobs: int) -> int:
    """One line a file, in order, as soon as it is read; the exit code."""
    code = 0
    for said, line in _shared(files, how, known, jobs) if jobs > 1 else (_line(path, how, known) for path in files):
        code = max(code, said)
        print(line)
        sys.stdout.flush()
    return code


def _line(path: Path, how: How, known: Knowledge) -> tuple[int, str]:
    """The exit code of one file, and its object as JSON; one that cannot be read has its problems and no paragraph."""
    try:
        made, problems = read_file(path, how, known)
    except NotReadable as refused:
        return 2, json_.dumps(unreadable_line(str(path), refused.problems, language()), ensure_ascii=False)
    code = 1 if problems or made.problems else 0
    return code, json_.dumps(reading_line(str(path), made, problems, language()), ensure_ascii=False)


_known = Knowledge()
"""What a process of its own was told when it began."""


def _shared(files: Sequence[Path], how: How, known: Knowledge, jobs: int) -> Iterator[tuple[int, str]]:
    """The same by several processes, in the order of the files, with a few of them on their way."""
    with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(known,)) as pool:
        yield from (line for _, line in in_order(pool, partial(_one, how=how), files, 4 * jobs))


def _begin(known: Knowledge) -> None:
    global _known
    _known = known


def _one(path: Path, how: How) -> tuple[int, str]:
    return _line(path, how, _known)


def show(path: Path, made: Reading) -> None:
    """A reading for people."""
    said = say(
        "reading",
        symbol=made.symbol or say("no-symbol"),
        language=version(made.language, language()),
        paragraphs=many("paragraphs", len(made.paragraphs)),
        title=made.title or say("no-title"),
    )
    print(about(path, said))
    parts = {part: say(f"part-{part}") for part in ("structure", "preambular", "operative")}
    wide = max(map(len, parts.values()))
    for p in made.paragraphs:
        text = p.text if len(p.text) <= 100 else p.text[:99] + "…"
        print(f"  {parts[p.part]:{wide}} {p.label:>5} [{_done(p)}] {text}")


def _done(p: Paragraph) -> str:
    """What a paragraph does, to whom, by when; its function and addressees by the ids that the contract names."""
    said = [p.function or "—"]
    if p.addressees:
        said.append(say("to", names=listed(*(a.id for a in p.addressees))))
    if p.deadline:
        said.append(say("by", text=p.deadline.text))
    if p.report:
        said.append(say("report-to", to=p.report.to) if p.report.to else say("report"))
    return apart(*said)
