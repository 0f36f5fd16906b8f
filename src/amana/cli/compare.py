"""`amana compare`: language versions held against each other, whole or row by row of a translators' file, without a house."""

from __future__ import annotations

import argparse
import importlib
from pathlib import Path

from amana.cli.findings import tell_findings
from amana.values.problems import NotReadable, Problem

EXAMPLES = """examples:
  amana compare samples/drought-early-warning/*.docx
  amana compare a.ar.txt a.en.txt a.fr.txt --json
  amana compare … --rows     the versions side by side, with what was found beneath
  amana compare a.ar.docx a.en.docx a.fr.docx --word out.docx --html out.html     for the reviser
  amana compare --pairs memory.tmx     each row of a .tsv, .tmx or .xlf by itself; processors share a long file
exit codes: 0 nothing found, 1 findings, 2 a file that cannot be read"""

FEWEST, MOST = 2, 4
"""Versions that are held against each other."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE", help="two to four files, a language each")
    parser.add_argument("--pairs", type=Path, metavar="FILE", help="a .tsv, .tmx or .xlf: every row is compared alone")
    parser.add_argument(
        "--jobs",
        type=int,
        default=0,
        metavar="N",
        help="processes that share the rows of --pairs; else one, or for a long file all",
    )
    parser.add_argument("--organization", type=Path, metavar="FOLDER", help="whose symbols, names and phrases to know")
    parser.add_argument("--rows", action="store_true", help="show the versions side by side")
    parser.add_argument("--word", type=Path, metavar="OUT", help="write a Word file: a column a version, comments")
    parser.add_argument(
        "--html", type=Path, metavar="OUT", help="write a page that stands alone, findings beside the rows"
    )
    parser.add_argument("--json", action="store_true", help="one object a finding and line")


def run(args: argparse.Namespace) -> int:
    """Compare, and tell every finding with its place in each language; rows start without what only whole texts need."""
    if (args.pairs is None) == (not args.files) or not (args.pairs or FEWEST <= len(args.files) <= MOST):
        raise NotReadable([Problem("cli-compare-what", {})])
    door = importlib.import_module("amana.cli.compare_pairs" if args.pairs is not None else "amana.cli.compare_whole")
    try:
        return int(door.run(args))
    except NotReadable as refused:
        if not args.json:
            raise
        tell_findings(refused.problems)
        return 2
