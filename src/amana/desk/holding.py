"""What was typed when somebody was signed out meanwhile: held through signing in, looked at, and sent once more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.http import HttpRequest, QueryDict
from django.urls import Resolver404, resolve

from amana.pages.middleware import LANGUAGES

ADDRESS = re.compile(rf"/(?:{'|'.join(LANGUAGES)})(/[^\s?#]*)$")
"""An address of this site, and what follows its language."""
TO, PREFIX = "held-to", "held:"
UNSEEN = re.compile(
    r"do|to|back|block|settle|reopen|lift|language|kept|file|(?:was|all)(?::.*)?"
    r"|(?:\w+-)?(?:organ|session|past|how|renews|sources|entry|officer|outcome|implementers|due_session|despite|original)"
    r"|translator|reviser"
)
"""Fields of a held form that nobody typed: what a button means, how far a reason goes, what stood there before, which file,
what was chosen of a list.
"""
MOST = 200_000
"""Characters that are held at most; what is longer comes from a program, not from a person."""


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """The fields of a form sent by somebody who is not signed in, in their order; none where nothing was sent."""
    if request.method != "POST":
        return []
    found = [(name, value) for name, value in _pairs(request.POST) if name != "csrfmiddlewaretoken"]
    return found if any(value.strip() for _, value in found) and sum(len(v) for _, v in found) <= MOST else []


def typed_by_hand(request: HttpRequest) -> list[tuple[str, str]]:
    """Of these the fields in which somebody wrote something."""
    return [(name, value) for name, value in typed(request) if value.strip() and not UNSEEN.fullmatch(name)]


def held(request: HttpRequest) -> tuple[str, list[tuple[str, str]]]:
    """Where a held form goes and its fields, as the sign-in page sent them along; '' where there is none."""
    to = request.POST.get(TO, "")
    if not _of_the_desk(to):
        return "", []
    return to, [(name.removeprefix(PREFIX), v) for name, v in _pairs(request.POST) if name.startswith(PREFIX)]


def _pairs(sent: QueryDict) -> Iterator[tuple[str, str]]:
    for name, values in sent.lists():
        yield from ((name, str(value)) for value in values)


def _of_the_desk(path: str) -> bool:
    """Whether it is an address of the desk of this site: nothing is ever sent elsewhere."""
    found = ADDRESS.match(path)
    try:
        return found is not None and "desk" in resolve(found[1]).namespaces
    except Resolver404:
        return False
