"""What an act may ask before it enters: the state of the organization now, with what the same batch already did."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from django.db.models import Exists, Max, OuterRef

from amana.store import models

CHUNK = 500
FEW = 16
"""Facts of one kind that are asked for one by one; whoever asks for more gets the whole kind in one query."""


@dataclass(frozen=True, slots=True)
class MandateNow:
    """Where a mandate stands: its latest step, who proposed to close it, to whom it is assigned, whether evidence is there."""

    status: str
    officer: str = ""
    reporter: str = ""
    resolution: str = ""
    evidence: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """A fact entered by hand that waits to be released: its plain content, and who entered it."""

    content: Any
    by: str


@dataclass(frozen=True, slots=True)
class Role:
    """A role somebody holds; `party` for focal points and delegates, else ''."""

    name: str
    party: str = ""


class View:
    """Reads for `check`. One query a kind and kept; `prefetch` fills it for a whole batch."""

    def __init__(self, using: str = "default", by: str = "", day: str = "") -> None:
        self.using, self.by, self.day = using, by, day
        self._facts: dict[str, dict[str, Any]] = {}
        self._few: dict[str, dict[str, Any]] = defaultdict(dict)
        self._resolutions: dict[str, str | None] = {}
        self._symbols: dict[str, str] = {}
        self._hands: dict[str, str] = {}
        self._paragraphs: dict[str, str] = {}
        self._mandates: dict[str, MandateNow | None] = {}
        self._grants: dict[str, dict[Role, bool]] = {}
        self._files: dict[str, bool] = {}
        self._entries: dict[int, bool] = {}

    # facts

    def facts(self, kind: str) -> dict[str, Any]:
        """Key → plain content of every standing fact of one kind."""
        if kind not in self._facts:
            latest = (
                models.Fact.objects.using(self.using)
                .filter(kind=kind)
                .values("key")
                .annotate(top=Max("id"))
                .values("top")
            )
            rows = models.Fact.objects.using(self.using).filter(id__in=latest, gone=False)
            self._facts[kind] = {row.key: json.loads(row.content) for row in rows}
        return self._facts[kind]

    def fact(self, kind: str, key: str) -> Any | None:
        """The plain content of one fact, or None."""
        few = self._few[kind]
        if kind in self._facts or (key not in few and len(few) == FEW):
            return self.facts(kind).get(key)
        if key not in few:
            row = models.Fact.objects.using(self.using).filter(kind=kind, key=key).order_by("-id").first()
            few[key] = None if row is None or row.gone else json.loads(row.content)
        return few[key]

    def waiting(self, kind: str, key: str) -> Waiting | None:
        """The fact of this key where its latest version waits to be released. Two queries."""
        row = models.Fact.objects.using(self.using).filter(kind=kind, key=key).order_by("-id").first()
        if row is None or row.gone or not row.held:
            return None
        return Waiting(json.loads(row.content), self._by(row.entry))

    # resolutions, files

    def resolution(self, key: str) -> str | None:
        """The symbol of a resolution, or None where there is none of this id."""
        if key not in self._resolutions:
            self._load_resolutions([key])
        return self._resolutions[key]

    def resolution_of_symbol(self, symbol: str) -> str | None:
        """The id of the resolution that bears this symbol, or None."""
        self._load_symbols([symbol])
        return self._symbols[symbol] or None

    def paragraphs(self, keys: Iterable[str]) -> dict[str, str]:
        """Of these paragraph ids, those that are taken → the resolution that has them."""
        wanted = list(keys)
        self._load_paragraphs(wanted)
        return {key: self._paragraphs[key] for key in wanted if self._paragraphs[key]}

    def hand_of(self, resolution: str) -> str:
        """Who entered the latest version of a resolution; '' where that is not known any more."""
        if resolution in self._hands:
            return self._hands[resolution]
        return self._by(self._latest(resolution))

    def text_of(self, resolution: str, language: str) -> str:
        """The SHA-256 of one language version as accepted last; '' where it is not held. Two queries."""
        texts = models.Text.objects.using(self.using).filter(resolution=resolution, language=language)
        text = texts.filter(entry=self._latest(resolution)).values_list("text", flat=True).first()
        return checksum(text) if text else ""

    def issued(self, resolution: str, language: str) -> str:
        """The SHA-256 of the text issued last in a language; '' where none is, or it was called back. One query."""
        rows = models.Issue.objects.using(self.using).filter(resolution=resolution, language=language).order_by("-id")
        row = rows.first()
        return "" if row is None or row.gone else row.text

    def rule(self, key: str) -> bool | None:
        """Whether a rule on findings stands; None where there never was one of this id. One query."""
        row = models.FindingRule.objects.using(self.using).filter(key=key).order_by("-id").first()
        return None if row is None else not row.gone

    def file(self, checksum: str) -> bool:
        """Whether the bytes with this checksum were entered."""
        if checksum not in self._files:
            self._files[checksum] = models.File.objects.using(self.using).filter(sha256=checksum).exists()
        return self._files[checksum]

    def entry(self, no: int) -> bool:
        """Whether there is an entry of this number."""
        if no not in self._entries:
            self._entries[no] = models.Entry.objects.using(self.using).filter(no=no).exists()
        return self._entries[no]

    # mandates

    def mandate(self, key: str) -> MandateNow | None:
        """Where a mandate stands, or None where there is none."""
        if key not in self._mandates:
            self._load_mandates([key])
        return self._mandates[key]

    # people

    def roles(self, person: str) -> frozenset[Role]:
        """The roles somebody holds now; nobody holds none."""
        if person and person not in self._grants:
            held: dict[Role, bool] = {}
            for row in models.Grant.objects.using(self.using).filter(person=person).order_by("id"):
                held[Role(row.role, row.party)] = not row.gone
            self._grants[person] = held
        return frozenset(role for role, stands in self._grants.get(person, {}).items() if stands)

    # what a page has fetched already

    def know_roles(self, person: str, roles: Iterable[Role]) -> None:
        """The roles somebody holds now."""
        self._grants[person] = dict.fromkeys(roles, True)

    def know_resolution(self, key: str, symbol: str, hand: str) -> None:
        """The latest version of a resolution: its symbol, and who entered it."""
        self._resolutions[key], self._hands[key] = symbol, hand

    def know_mandates(self, rows: Iterable[Any]) -> None:
        """Mandates as they stand now, as the desk's `of_resolution` gives them."""
        for row in rows:
            self._mandates[row.key] = MandateNow(row.status, row.officer, row.reporter, row.resolution, row.evidence)

    # batches

    def prefetch(self, refs: Iterable[tuple[str, str]]) -> None:
        """Fill the view with everything a batch will ask for, in chunks."""
        wanted: dict[str, set[str]] = defaultdict(set)
        for kind, key in refs:
            wanted[kind].add(key)
        self._load_mandates(wanted["mandate"] - self._mandates.keys())
        self._load_resolutions(wanted["resolution"] - self._resolutions.keys())
        self._load_symbols(wanted["symbol"])
        self._load_paragraphs(wanted["paragraph"])
        unknown = sorted(wanted["file"] - self._files.keys())
        for at in range(0, len(unknown), CHUNK):
            some = unknown[at : at + CHUNK]
            known = set(models.File.objects.using(self.using).filter(sha256__in=some).values_list("sha256", flat=True))
            self._files.update({sha: sha in known for sha in some})

    def noted(self, table: str, values: dict[str, Any]) -> None:
        """An act of the same batch wrote this row: what is known here changes with it."""
        match table:
            case "facts":
                facts = self.facts(values["kind"])
                if values.get("gone"):
                    facts.pop(values["key"], None)
                else:
                    facts[values["key"]] = json.loads(values["content"])
            case "resolutions":
                before = self._resolutions.get(values["key"])
                if before is not None and self._symbols.get(before) == values["key"]:
                    self._symbols[before] = ""
                self._hands.pop(values["key"], None)
                self._resolutions[values["key"]] = values["symbol"]
                self._symbols[values["symbol"]] = values["key"]
            case "paragraphs":
                self._paragraphs[values["key"]] = values["resolution"]
            case "mandates":
                old = self._mandates.get(values["key"])
                self._mandates[values["key"]] = old or MandateNow("", resolution=values["resolution"])
            case "steps":
                self._mandates[values["mandate"]] = _after(self._mandates.get(values["mandate"]), values)
            case "evidence":
                old = self._mandates.get(values["mandate"]) or MandateNow("")
                self._mandates[values["mandate"]] = replace(old, evidence=True)
            case "grants":
                held = self._grants.setdefault(values["person"], dict.fromkeys(self.roles(values["person"]), True))
                held[Role(values["role"], values.get("party", ""))] = not values.get("gone", False)
            case "files":
                self._files[values["sha256"]] = True

    def _latest(self, resolution: str) -> int:
        """The entry of the latest version of a resolution; 0 where there is none. One query."""
        rows = models.Resolution.objects.using(self.using).filter(key=resolution).order_by("-id")
        return rows.values_list("entry", flat=True).first() or 0

    def _by(self, entry: int) -> str:
        """Who made an entry; '' where its body is gone. One query."""
        body = models.Body.objects.using(self.using).filter(no=entry).first()
        return str(json.loads(body.body).get("by", "")) if body else ""

    def _load_paragraphs(self, keys: Iterable[str]) -> None:
        asked = sorted(set(keys) - self._paragraphs.keys())
        for at in range(0, len(asked), CHUNK):
            some = asked[at : at + CHUNK]
            rows = models.Paragraph.objects.using(self.using).filter(key__in=some).values_list("key", "resolution")
            self._paragraphs.update({**dict.fromkeys(some, ""), **dict(rows)})

    def _load_symbols(self, symbols: Iterable[str]) -> None:
        asked = sorted(set(symbols) - self._symbols.keys())
        later = models.Resolution.objects.filter(key=OuterRef("key"), id__gt=OuterRef("id"))
        for at in range(0, len(asked), CHUNK):
            some = asked[at : at + CHUNK]
            rows = models.Resolution.objects.using(self.using).filter(~Exists(later), symbol__in=some).order_by("id")
            self._symbols.update({**dict.fromkeys(some, ""), **dict(rows.values_list("symbol", "key"))})

    def _load_resolutions(self, keys: Iterable[str]) -> None:
        asked = sorted(keys)
        for at in range(0, len(asked), CHUNK):
            some = asked[at : at + CHUNK]
            rows = models.Resolution.objects.using(self.using).filter(key__in=some).order_by("id")
            found = dict(rows.values_list("key", "symbol"))
            self._resolutions.update({key: found.get(key) for key in some})

    def _load_mandates(self, keys: Iterable[str]) -> None:
        asked = sorted(keys)
        for at in range(0, len(asked), CHUNK):
            some = asked[at : at + CHUNK]
            rows = models.Mandate.objects.using(self.using).filter(key__in=some).order_by("id")
            state: dict[str, MandateNow | None] = dict.fromkeys(some)
            state.update({row.key: MandateNow("", resolution=row.resolution) for row in rows})
            steps = models.Step.objects.using(self.using).filter(mandate__in=some).order_by("id")
            for step in steps.values("mandate", "status", "by", "officer"):
                state[step["mandate"]] = _after(state[step["mandate"]], dict(step))
            proven = (
                models.Evidence.objects.using(self.using).filter(mandate__in=some).values_list("mandate", flat=True)
            )
            for key in set(proven):
                state[key] = replace(state[key] or MandateNow(""), evidence=True)
            self._mandates.update(state)


def checksum(text: str) -> str:
    """Of a text as accepted, as an issue names it."""
    return sha256(text.encode()).hexdigest()


def _after(old: MandateNow | None, step: dict[str, Any]) -> MandateNow:
    """The state after a step: an assignment names the officer, a report names who asks to close."""
    old = old or MandateNow("")
    return replace(
        old,
        status=step["status"],
        officer=step.get("officer") or old.officer,
        reporter=step["by"] if step["status"] == "reported" else old.reporter,
    )
