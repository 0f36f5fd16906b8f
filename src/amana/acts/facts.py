"""What all acts on facts of the organization share: a new fact, a corrected fact, a fact struck as never so."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar

from amana.acts.kernel import Act, Entry, act
from amana.acts.may import MACHINES
from amana.acts.rows import Rows
from amana.acts.view import View
from amana.values.codec import to_plain
from amana.values.problems import Problem


def key_of(kind: str, fact: Any) -> str:
    """The key of a fact among those of its kind."""
    return str(fact.id)


def content_of(fact: Any) -> str:
    """The fact as its row keeps it: JSON with sorted keys, Arabic as Arabic."""
    return json.dumps(to_plain(fact), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def since_of(fact: Any) -> str:
    """The day since which a fact holds, as stated, or ''."""
    for name in ("since", "adopted", "founded", "days"):
        if (day := getattr(fact, name, None)) is not None:
            return str(day)
    return ""


class FactAct(Act):
    """An act that carries one whole fact. One whose `held` is true is the house's until a second person releases it."""

    KIND: ClassVar[str] = ""
    fact: Any

    def is_held(self) -> bool:
        """Whether it waits for somebody to release it."""
        return bool(getattr(self, "held", False))

    def audience(self) -> str:
        return "house" if self.is_held() else self.AUDIENCE

    def key(self) -> str:
        """The key of the fact this act carries."""
        return key_of(self.KIND, self.fact)

    def apply(self, rows: Rows, entry: Entry) -> None:
        rows.facts.add(
            entry.no,
            kind=self.KIND,
            key=self.key(),
            content=content_of(self.fact),
            since=since_of(self.fact)[:64],
            audience=self.audience(),
            held=self.is_held(),
        )

    def references(self, now: View) -> Iterator[Problem]:
        """Every party, organ, session and source it names must be known."""
        fact = self.fact
        if self.KIND == "profile":  # it comes before the parties it may name
            return
        for name, kind in (("party", "party"), ("organ", "organ"), ("seat_party", "party")):
            key = getattr(fact, name, "")
            if key and now.fact(kind, key) is None:
                yield Problem("fact-reference-unknown", {"kind": kind, "key": key, "of": f"{self.KIND} {self.key()}"})
        for source in getattr(fact, "sources", ()):
            if now.fact("source", source) is None:
                yield Problem(
                    "fact-reference-unknown", {"kind": "source", "key": source, "of": f"{self.KIND} {self.key()}"}
                )


class New(FactAct):
    """A fact that was not there."""

    def check(self, now: View) -> Iterable[Problem]:
        if now.fact(self.KIND, self.key()) is not None:
            yield Problem("fact-exists", {"kind": self.KIND, "key": self.key()})
        yield from self.references(now)
        yield from self.law(now)

    def law(self, now: View) -> Iterable[Problem]:
        """What the charter's kernel says against it."""
        return ()


class Correct(FactAct):
    """A fact that was there, as it should have been entered."""

    def check(self, now: View) -> Iterable[Problem]:
        old = now.fact(self.KIND, self.key())
        if old is None:
            yield Problem("fact-unknown", {"kind": self.KIND, "key": self.key()})
        elif old == to_plain(self.fact):
            yield Problem("fact-unchanged", {"kind": self.KIND, "key": self.key()})
        yield from self.references(now)


@act("fact.strike", audience="house")
class Strike(Act):
    """A fact entered by mistake does not stand; what was entered stays in the record."""

    kind: str
    key: str
    why: str

    def check(self, now: View) -> Iterable[Problem]:
        if now.fact(self.kind, self.key) is None:
            yield Problem("fact-unknown", {"kind": self.kind, "key": self.key})
        yield from self.reasoned(self.why)

    def apply(self, rows: Rows, entry: Entry) -> None:
        rows.facts.add(entry.no, kind=self.kind, key=self.key, gone=True)


@act("fact.release", audience="public")
class ReleaseFact(Act):
    """Tell everybody a fact that was entered by hand and waited. `content` is the fact, as it is released."""

    kind: str
    key: str
    content: Mapping[str, Any]
    since: str = ""

    def check(self, now: View) -> Iterable[Problem]:
        waiting = now.waiting(self.kind, self.key)
        if waiting is None:
            yield Problem("fact-not-waiting", {"kind": self.kind, "key": self.key})
        elif waiting.content != to_plain(self.content):
            yield Problem("fact-changed-since", {"kind": self.kind, "key": self.key})
        if waiting is not None and waiting.by == now.by and now.by not in MACHINES:
            yield Problem("fact-second-person", {"kind": self.kind, "key": self.key})

    def apply(self, rows: Rows, entry: Entry) -> None:
        content = json.dumps(to_plain(self.content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        rows.facts.add(entry.no, kind=self.kind, key=self.key, content=content, since=self.since)
