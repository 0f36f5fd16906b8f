"""`amana verify`: an exported record, recomputed from its own bytes; without a folder, the live record of this house."""

from __future__ import annotations

import argparse
import importlib
from pathlib import Path

from amana.cli.saying import about, language, say, verdict
from amana.cli.telling import Progress, tell_line, tell_problems, unreadable
from amana.ledger.keys import Vkey
from amana.ledger.verify import verify
from amana.values.problems import NotReadable, Problem

EXAMPLES = """examples:
  amana verify                                                 the record of this house, column by column, and its files
  amana verify --checkpoint kept-last-year.txt                 … and nothing was rewritten since
  amana verify /tmp/record                                     an export: needs nothing but the folder
  amana verify /tmp/record --checkpoint kept-last-year.txt     nothing was rewritten since
  amana verify /tmp/record --key "amana/oic+1a2b3c4d+…"        signed by the key you were given"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("folder", type=Path, nargs="?", help="an export; default: the live record")
    parser.add_argument("--checkpoint", type=Path, metavar="OLD", help="an older signed checkpoint, kept elsewhere")
    parser.add_argument("--key", metavar="VKEY", help="the public key as you know it from elsewhere")
    parser.add_argument("--json", action="store_true", help="one object a line")


def run(args: argparse.Namespace) -> int:
    """Verify; exit 1 where anything differs, 2 where it is no record."""
    old = _text(args.checkpoint) if args.checkpoint else None
    named = str(args.checkpoint) if args.checkpoint else ""
    key = _key(args.key)
    if args.folder is None:
        return int(importlib.import_module("amana.cli.verify_house").run(json=args.json, old=old, named=named, key=key))
    report = verify(args.folder, old, key=key, progress=Progress("verify"), named=named)
    tell_problems(report.problems, json=args.json)
    said = {"entries": report.entries, "bodies": report.bodies, "withheld": report.withheld, "erased": report.erased}
    if args.json:
        tell_line({**said, "holds": report.holds})
    else:
        print(about(args.folder, verdict(said, holds=report.holds)))
        if report.holds and old:
            print(say("not-rewritten", file=str(args.checkpoint)))
    return 0 if report.holds else 1


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as why:
        raise unreadable(path, why) from why
    except UnicodeDecodeError as why:
        raise NotReadable(
            [Problem("cli-file-unreadable", {"file": str(path), "why": "it is no text in UTF-8"})]
        ) from why


def _key(text: str | None) -> Vkey | None:
    """The key on the command line, as `amana key` and the file `key` of an export show it: with or without its number."""
    try:
        vkey, _, first = (text or "").strip().partition(" ")
        if first and not (first.isascii() and first.isdigit()):
            raise ValueError(Problem("typed-number-after", {"typed": first}).message(language()))
        return Vkey.parse(vkey) if text is not None else None
    except ValueError as why:
        raise NotReadable([Problem("cli-key-unreadable", {"key": text or "", "why": str(why)})]) from why
