"""What an act is: a small frozen value with a permanent dotted name and a version.

`check` says what forbids it (never on replay), `apply` writes its rows from nothing but itself and its entry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, dataclass_transform

from amana.values.audiences import AUDIENCES
from amana.values.codec import Plain, from_plain, to_plain
from amana.values.problems import Problem, Refused

if TYPE_CHECKING:
    from amana.acts.rows import Rows
    from amana.acts.view import View

Upcast = Callable[[dict[str, Plain]], dict[str, Plain]]
Kind = TypeVar("Kind", bound="type[Act]")


@dataclass(frozen=True, slots=True)
class Entry:
    """What an act may know of its own entry: number, day at the seat, act, audience, and who entered it."""

    no: int
    day: str
    act: str
    version: int
    audience: str
    by: str


class Act:
    """The base of all acts. Subclasses are frozen dataclasses made by `@act`."""

    NAME: ClassVar[str] = ""
    VERSION: ClassVar[int] = 1
    AUDIENCE: ClassVar[str] = "house"

    def check(self, now: View) -> Iterable[Problem]:
        """What forbids this act now: every reason."""
        return ()

    def apply(self, rows: Rows, entry: Entry) -> None:
        """Write this act's rows."""

    def audience(self) -> str:
        """Who may read the body of this act."""
        return self.AUDIENCE

    def reasoned(self, why: str) -> Iterator[Problem]:
        """What `check` of an act says that needs a reason and was given none."""
        if not why.strip():
            yield Problem("reason-missing", {"act": self.NAME})

    def refs(self) -> Iterator[tuple[str, str]]:
        """What `check` will ask the view for, as (kind, key), so that a batch prefetches it in one go."""
        yield from ()


REGISTRY: dict[str, type[Act]] = {}
"""Every act by its permanent name."""

UPCASTS: dict[tuple[str, int], Upcast] = {}
"""(name, version) → how a body of that version becomes one of the next."""


@dataclass_transform(frozen_default=True)
def act(name: str, version: int = 1, audience: str = "house") -> Callable[[Kind], Kind]:
    """Register a class as the act `name`."""
    if audience not in AUDIENCES:
        raise ValueError(f"{audience!r} is no audience")

    def decorate(kind: Kind) -> Kind:
        made: Kind = dataclass(frozen=True)(kind)  # type: ignore[assignment]
        made.NAME, made.VERSION, made.AUDIENCE = name, version, audience
        if name in REGISTRY:
            raise ValueError(f"two acts are called {name}")
        REGISTRY[name] = made
        return made

    return decorate


def upcast(name: str, version: int) -> Callable[[Upcast], Upcast]:
    """Register a pure dict → dict function that lifts a body of `version` to the next version."""

    def decorate(function: Upcast) -> Upcast:
        UPCASTS[name, version] = function
        return function

    return decorate


def body_of(act: Act) -> dict[str, Plain]:
    """The act as the JSON value that enters the record."""
    plain: dict[str, Plain] = to_plain(act)
    return plain


def act_from(name: str, version: int, body: Mapping[str, Plain]) -> Act:
    """The act an old entry holds, lifted to today's version.

    Raises Refused where the name is unknown or the body does not fit.
    """
    kind = REGISTRY.get(name)
    if kind is None:
        raise Refused([Problem("record-act-unknown", {"act": name})])
    plain = dict(body)
    for step in range(version, kind.VERSION):
        plain = UPCASTS[name, step](plain)
    try:
        made: Any = from_plain(kind, plain)
    except (TypeError, ValueError, KeyError) as error:
        raise Refused([Problem("record-body-unreadable", {"act": name, "why": str(error)})]) from error
    return made  # type: ignore[no-any-return]
