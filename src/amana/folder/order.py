"""The order in which a folder lists things: ids by their numbers, and what is needed before what needs it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
Natural = tuple[tuple[str | int, ...], str]

_DIGITS = re.compile(r"([0-9]+)")


def natural(key: str) -> Natural:
    """A sort key that counts: 'is-2' before 'is-10'.

    >>> sorted(["is-10", "is-x-1", "is-2"], key=natural)
    ['is-2', 'is-10', 'is-x-1']
    """
    return tuple(int(p) if i % 2 else p for i, p in enumerate(_DIGITS.split(key))), key


def needed_first(values: Iterable[T], key: Callable[[T], str], needs: Callable[[T], Iterable[str]]) -> Iterator[T]:
    """The same values, each after those it needs; otherwise in the order given. A circle is broken where it is met.

    >>> above = {"council": ["summit"], "summit": [], "bureau": ["council"]}
    >>> list(needed_first(["bureau", "council", "summit"], key=str, needs=above.__getitem__))
    ['summit', 'council', 'bureau']
    """
    waiting = {key(v): v for v in values}
    while waiting:
        yield from _taken(next(iter(waiting)), waiting, needs)


def _taken(first: str, waiting: dict[str, T], needs: Callable[[T], Iterable[str]]) -> Iterator[T]:
    stack, opened = [first], set[str]()
    while stack:
        name = stack[-1]
        if name not in waiting:
            stack.pop()
            continue
        missing = [n for n in needs(waiting[name]) if n in waiting and n not in opened and n != name]
        opened.add(name)
        if missing:
            stack.extend(reversed(missing))
        else:
            stack.pop()
            yield waiting.pop(name)
