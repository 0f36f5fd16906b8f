"""The command line: what commands there are, and the door to each. A command's module is imported when it is called."""

from __future__ import annotations

import errno
import gc
import importlib
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from amana import __version__
from amana.cli.saying import say
from amana.cli.telling import tell_problems
from amana.cli.typed import Parser, helped, helped_lines
from amana.values.problems import Problem, Refused

FOUND_NOTHING, UNREADABLE = 0, 2
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})
"""Why what is told cannot be written where it was sent."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, the module that does it, and what it is for in one line."""

    name: str
    module: str
    words: str
    housed: bool = True
    """Whether it opens the database; the others start without Django."""


COMMANDS: tuple[Command, ...] = (
    Command("new", "amana.cli.new", "start the folder of another organization", housed=False),
    Command(
        "check",
        "amana.cli.check",
        "check an organization folder: every fault at once, with file and line",
        housed=False,
    ),
    Command("load", "amana.cli.load", "enter what the record lacks of an organization folder"),
    Command("dump", "amana.cli.dump", "write the organization back as a folder"),
    Command(
        "read", "amana.cli.read", "read resolutions: paragraphs, what they do, whom they address, by when", housed=False
    ),
    Command(
        "compare", "amana.cli.compare", "hold the language versions of one resolution against each other", housed=False
    ),
    Command(
        "check-text",
        "amana.cli.check_text",
        "hold what a text says of the organization against its folder",
        housed=False,
    ),
    Command("term", "amana.cli.term", "look up how the house says it: terms and names in every language", housed=False),
    Command("draft", "amana.cli.draft", "make last year's text the draft of the coming session", housed=False),
    Command("lint", "amana.cli.lint", "tell what a draft leaves open", housed=False),
    Command("data", "amana.cli.data", "make the open data: folder and tables as every visitor may see them"),
    Command("export", "amana.cli.export", "write the record into a folder that anybody can verify"),
    Command(
        "verify", "amana.cli.verify", "verify an exported record, alone or against an old checkpoint", housed=False
    ),
    Command("rebuild", "amana.cli.rebuild", "replay the record, compare the rows with it, and mend them"),
    Command("backup", "amana.cli.backup", "write record, accounts, files and keys into one file"),
    Command("restore", "amana.cli.restore", "restore a backup into an empty instance"),
    Command("erase", "amana.cli.erase", "forget for ever what entries say; why is public and must name nobody"),
    Command("key", "amana.cli.key", "show or renew the key that signs the record"),
    Command("person", "amana.cli.person", "add people, grant roles and take them back"),
    Command("serve", "amana.cli.serve", "serve the pages"),
    Command("report", "amana.cli.report", "write the implementation report of a session"),
)

EPILOG = """exit codes: 0 nothing found, 1 findings, 2 not readable or refused
`amana COMMAND --help` says more, with examples. Settings are environment variables: see docs/operators.md."""


def parser(argv: Sequence[str]) -> Parser:
    """The parser; only the called command's own arguments are added."""
    main = Parser(
        prog="amana",
        description=helped("The secretariat of an intergovernmental organization in software."),
        epilog=helped_lines(EPILOG),
    )
    main.add_argument("--version", action="version", version=f"amana {__version__}")
    subs = main.add_subparsers(dest="command", metavar="COMMAND", required=True)
    called = next((word for word in argv if not word.startswith("-")), "")
    for command in COMMANDS:
        sub = subs.add_parser(
            command.name,
            help=command.words,
            description=_sentence(helped(command.words)),
        )
        if command.name == called:
            if command.housed:
                importlib.import_module("amana.cli.housed").set_up()
            module = importlib.import_module(command.module)
            sub.epilog = helped_lines(module.EXAMPLES)
            module.arguments(sub)
    return main


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:] + "."


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if sys.stderr is None:  # what is said for people must not go where programs read
        sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115 - it stays open to the end of the command
    if sys.stdout is None:
        tell_problems([Problem("cli-output-unwritable", {"why": os.strerror(errno.EBADF)})])
        return UNREADABLE
    try:
        code = _called(words)
        sys.stdout.flush()
    except BrokenPipeError:
        _to_nowhere()
        return FOUND_NOTHING
    except OSError as why:
        if why.filename is not None or why.errno not in FULL:
            raise
        _to_nowhere()
        tell_problems([Problem("cli-output-unwritable", {"why": why.strerror or str(why)})])
        return UNREADABLE
    except KeyboardInterrupt:
        print(f"\n{say('interrupted')}", file=sys.stderr)
        return 130
    return code


def _called(words: list[str]) -> int:
    """The exit code of the command that the words name."""
    args = parser(words).parse_args(words)
    module = importlib.import_module({c.name: c.module for c in COMMANDS}[args.command])
    # lexicons stay for the life of the command: looking through them again and again costs a tenth of reading
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)
    return _run(module.run, args)


def _run(run: Callable[[Namespace], int], args: Namespace) -> int:
    """The exit code of a command; what it refuses is told."""
    try:
        return int(run(args))
    except Refused as refused:
        tell_problems(refused.problems, json=getattr(args, "json", False))
        return UNREADABLE


def _to_nowhere() -> None:
    """What was told and not written goes nowhere, so that nothing complains of it at the end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
