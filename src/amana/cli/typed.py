"""What was typed and cannot be understood, told in the language of whoever typed it."""

from __future__ import annotations

import argparse
import re
from typing import NoReturn

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


class Parser(argparse.ArgumentParser):
    """A parser of the command line that tells a fault as every other one is told."""

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
