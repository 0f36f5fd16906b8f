"""Work shared among processes: its results in the order in which it came, and never more than a little of it on its way."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from typing import TypeVar

from amana.values.problems import NotReadable

T = TypeVar("T")
R = TypeVar("R")


def in_order(pool: Executor, work: Callable[[T], R], things: Iterable[T], most: int) -> Iterator[tuple[T, R]]:
    """Each thing and what `work` made of it, with `most` of them on their way.

    Where the things break off (NotReadable), what came before is given first.
    """
    under_way: deque[tuple[T, Future[R]]] = deque()
    broken: NotReadable | None = None
    try:
        for thing in things:
            under_way.append((thing, pool.submit(work, thing)))
            if len(under_way) == most:
                first, made = under_way.popleft()
                yield first, made.result()
    except NotReadable as refused:
        broken = refused
    for first, made in under_way:
        yield first, made.result()
    if broken is not None:
        raise broken
