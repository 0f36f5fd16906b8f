"""What the command line says of itself, in the language of whoever asked."""

from __future__ import annotations

import os
from collections.abc import Mapping

from amana.publish.sentences import LANGUAGES, colon, version
from amana.values import listing
from amana.values.problems import SEVERITIES, Fact, Problem, messages

SEMICOLON = {"ar": "؛ ", "fr": " ; "}
"""Where it is not as in English."""


def language() -> str:
    """The language in which the command line speaks: that of LANGUAGE, LC_ALL or LANG where we have it, else English."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if code := os.environ.get(name, "")[:2]:
            return code if code in LANGUAGES else "en"
    return "en"


def say(name: str, /, **facts: Fact) -> str:
    """A sentence of the command line by its name in `messages/*/cli.toml`."""
    return Problem(f"say-{name}", facts).message(language())


def about(what: object, said: str) -> str:
    """Something said of a file or a folder.

    >>> about("a.txt", "nothing found")
    'a.txt: nothing found'
    """
    return f"{what}{colon(language())}{said}"


def many(name: str, n: int) -> str:
    """So many of what the name is of, as the language counts: a form for one, in Arabic for two, for few and for many.

    >>> many("rows", 1), many("rows", 4)
    ('1 row', '4 rows')
    """
    forms = messages(language())[f"many-{name}"].split("/")
    return forms[form(n, len(forms), language())].format(n=n)


def form(n: int, forms: int, language: str) -> int:
    """Which of the forms goes with the number.

    >>> [form(n, 5, "ar") for n in (1, 2, 3, 10, 11, 99, 100, 102, 103, 0)], [form(n, 2, "fr") for n in (0, 1, 2)]
    ([0, 1, 2, 2, 3, 3, 4, 4, 2, 4], [0, 0, 1])
    """
    if language == "ar" and forms > 1:
        rest = n % 100
        return n - 1 if n in (1, 2) else 2 if 3 <= rest <= 10 else 3 if rest >= 11 else 4
    return 0 if forms == 1 or n == 1 or (n == 0 and language == "fr") else 1


def found(severities: Mapping[str, int]) -> str:
    """How many findings of each severity.

    >>> found({"error": 2, "note": 1}), found({})
    ('2 errors, 1 note', 'nothing found')
    """
    return listed(*(many(s, n) for s in SEVERITIES if (n := severities.get(s, 0)))) or say("nothing")


def listed(*several: str) -> str:
    """Several one after the other."""
    return listing.listed(several, language())


def apart(*several: str) -> str:
    """Several that have commas of their own."""
    return SEMICOLON.get(language(), "; ").join(several)


def languages(codes: tuple[str, ...]) -> str:
    """Languages by their names.

    >>> languages(("en", "ar")), languages(())
    ('English, Arabic', 'no language')
    """
    return listed(*(version(code, language()) for code in codes)) or say("no-language")


def verdict(counts: Mapping[str, int], *, holds: bool) -> str:
    """Whether a record holds, and how much of what is in it."""
    return apart(
        say("holds" if holds else "holds-not"), listed(*(say(f"count-{name}", n=n) for name, n in counts.items()))
    )
