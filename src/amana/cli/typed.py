"""What was typed and cannot be understood, told in the language of whoever typed it."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from amana.cli.saying import language, listed
from amana.cli.telling import tell_problems
from amana.values.problems import Problem, messages

UNREADABLE = 2
TYPED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("missing", re.compile(r"the following arguments are required: (?P<names>.+)")),
    ("missing", re.compile(r"one of the arguments (?P<names>.+) is required")),
    (
        "choice",
        re.compile(r"argument (?P<name>\S+): invalid choice: '(?P<typed>.*)' \(choose from (?P<choices>.+)\)", re.S),
    ),
    ("number", re.compile(r"argument (?P<name>\S+): invalid int value: '(?P<typed>.*)'", re.S)),
    ("day", re.compile(r"argument (?P<name>\S+): invalid day value: '(?P<typed>.*)'", re.S)),
    ("value", re.compile(r"argument (?P<name>\S+): expected (?:one|at least one) argument")),
    ("unknown", re.compile(r"unrecognized arguments: (?P<names>.+)", re.S)),
    ("ambiguous", re.compile(r"ambiguous option: (?P<name>\S+) could match (?P<choices>.+)")),
)
"""How argparse says it, and what of it we say."""


class Help(argparse.RawDescriptionHelpFormatter):
    """The help of a command in the language asked; its examples stand as they are written."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """How the command is written, behind the word of the language for that."""
        super().add_usage(usage, actions, groups, helped("usage: ") if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """A part of the help under its heading."""
        super().start_section(helped(heading) if heading else heading)

    def _expand_help(self, action: argparse.Action) -> str:
        return helped(super()._expand_help(action))


def helped(text: str) -> str:
    """A line of the help in the language asked; what has no translation stays as it is.

    >>> helped("a new file"), helped("nothing known")
    ('a new file', 'nothing known')
    """
    return messages(language()).get(f"help: {text}", text)


def helped_lines(text: str) -> str:
    """The same, line by line."""
    return "\n".join(map(helped, text.splitlines()))


class Parser(argparse.ArgumentParser):
    """A parser of the command line that tells a fault as every other one is told, and helps in the language asked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"formatter_class": Help, **kwargs})

    def _print_message(self, message: str, file: Any = None) -> None:
        """The help and the version at once, so that it is told where they cannot be written."""
        print(message, end="", file=file, flush=True)

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong with what was typed, and where it is said how it is written; exit 2."""
        tell_problems([Problem("cli-arguments", {"said": told(message), "command": f"{self.prog} --help"})])
        raise SystemExit(UNREADABLE)


def told(message: str) -> str:
    """
    >>> told("argument --jobs: invalid int value: 'x'"), told("argument x: something new")
    ("--jobs: 'x' is no whole number", 'argument x: something new')
    """
    for name, pattern in TYPED:
        if found := pattern.fullmatch(message):
            facts = {k: listed(*v.replace("'", "").split(", ")) for k, v in found.groupdict().items()}
            return messages(language())[f"typed-{name}"].format(**facts)
    return message
