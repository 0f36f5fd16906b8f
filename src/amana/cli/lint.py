"""`amana lint`: what a draft leaves open, without a house: clauses, and decisions cited that are no longer in force."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from amana import folder
from amana.clerk import drafting, knowing
from amana.cli.findings import tell_findings
from amana.cli.read import files_of
from amana.cli.saying import about, found, many, say
from amana.cli.telling import tell_problems, together
from amana.mandates.addressing import organ_ids
from amana.mandates.lint import Record

EXAMPLES = """examples:
  amana lint draft.en.docx
  amana lint draft.ar.docx draft.en.docx --organization organizations/oic      what it cites and is not in force
  amana lint draft.en.docx --json     one object a finding and line
Duties like one that is still open are told at the desk, where the record is.
exit codes: 0 nothing found, 1 findings, 2 a file that cannot be read"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="the draft, a file a language")
    parser.add_argument("--organization", type=Path, metavar="FOLDER", help="whose decisions and names to know")
    parser.add_argument("--json", action="store_true", help="one object a finding and line")


def run(args: argparse.Namespace) -> int:
    """Tell everything the draft leaves open, with its places."""
    org, files = together(
        lambda: folder.read(args.organization) if args.organization else None, lambda: files_of(args.files)
    )
    made = knowing.of(org).sheet(files)
    unreadable = [p for p in made.problems if p.severity == "error"]
    record = (
        Record(drafting.no_longer_in_force(org.resolutions, org.patterns), organ_ids=organ_ids(org.organs))
        if org
        else Record()
    )
    problems = (*unreadable, *drafting.left_open(made, record))
    if args.json:
        tell_findings(problems)
    else:
        tell_problems(problems)
        told = found(Counter(p.severity for p in problems)) if problems else say("nothing-open")
        print(about(many("paragraphs", len(made.rows)), told))
    return 2 if unreadable or not made.readings else 1 if problems else 0
