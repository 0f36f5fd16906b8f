"""`amana check`: every fault of an organization folder at once."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from amana import folder
from amana.cli.saying import about, found, many, say
from amana.cli.telling import tell_problems

EXAMPLES = """examples:
  amana check organizations/oic
  amana check organizations/oic --write     put it in canonical form, where it has no error"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true", help="rewrite the folder in canonical form")
    parser.add_argument("--json", action="store_true", help="one object a line")
    parser.add_argument("--notes", action="store_true", help="tell notes and information too")


def run(args: argparse.Namespace) -> int:
    """Tell every fault; exit 1 where there is an error or a warning, 2 where it is no folder."""
    problems = folder.check(args.folder)
    if args.write and not any(p.severity == "error" for p in problems):
        folder.write(folder.read(args.folder), args.folder)
        problems = folder.check(args.folder)
    shown = [p for p in problems if args.notes or args.json or p.severity in ("error", "warning")]
    tell_problems(shown, json=args.json)
    said = Counter(p.severity for p in problems)
    if not args.json:
        told, hidden = found(Counter(p.severity for p in shown)), len(problems) - len(shown)
        print(about(args.folder, say("hidden", found=told, hidden=many("note", hidden)) if hidden else told))
    if any(p.code == "folder-not-a-folder" for p in problems):
        return 2
    return 1 if said["error"] or said["warning"] else 0
