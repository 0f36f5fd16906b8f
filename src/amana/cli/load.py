"""`amana load`: a folder held against the record; what is missing is entered."""

from __future__ import annotations

import argparse
from pathlib import Path
from time import perf_counter

from django.conf import settings

from amana import folder
from amana.acts import loading
from amana.acts.may import CONSOLE
from amana.cli.housed import alone, open_house
from amana.cli.saying import about, many, say
from amana.cli.telling import Progress, tell_problems

EXAMPLES = """examples:
  amana load organizations/oic --plan     say what would be entered
  amana load organizations/oic            enter it; twice enters nothing; after a kill it goes on"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("folder", type=Path, nargs="?", help="default: the folder of AMANA_ORGANIZATION")
    parser.add_argument("--plan", action="store_true", help="only say what would be entered")


def run(args: argparse.Namespace) -> int:
    """Load, and say how much; exit 1 with --plan where something would be entered."""
    open_house()
    path = args.folder or Path(settings.ORGANIZATION)
    org = folder.read(path)
    if args.plan:
        made = loading.plan(org)
        for line in loading.describe(made):
            print(line)
        tell_problems(made.refused)
        acts = many("acts", len(made.acts))
        print(about(path, say("planned", acts=acts, same=made.same, refused=len(made.refused))))
        return 1 if made.acts or made.refused else 0
    start, progress = perf_counter(), Progress("load")
    with alone("load"):
        made = loading.load(org, by=CONSOLE, told=lambda _, done, total: progress(done, total))
    acts, seconds = many("acts", len(made.acts)), f"{perf_counter() - start:.1f}"
    print(about(path, say("loaded", acts=acts, same=made.same, seconds=seconds)))
    for name in made.only_recorded[:20]:
        print(f"  {say('only-recorded', what=name)}")
    return 0
