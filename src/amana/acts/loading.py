"""An organization folder held against the record: what is missing is entered, what differs is corrected or refused.

Load is a reconciliation: twice enters nothing; a killed load goes on where it stopped; a fact that somebody changed at
the desk since it was loaded is refused with both values shown, never overwritten.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from amana.acts import keys, record
from amana.acts import organization as on
from amana.acts import standing as on_standing
from amana.acts.facts import content_of, key_of
from amana.acts.keeping import Begin
from amana.acts.kernel import Act
from amana.acts.known import accepted_now
from amana.acts.may import CONSOLE
from amana.acts.resolutions import Accept, CorrectResolution, Release
from amana.charter.standing import Event
from amana.folder.loadable import facts_of
from amana.folder.organization import Organization
from amana.resolutions.accepted import Accepted
from amana.store import models, queries
from amana.values.problems import Problem, Refused

NEW: dict[str, Callable[[Any], Act]] = {
    "profile": on.Describe,
    "source": on.Cite,
    "party": on.Register,
    "organ": on.Found,
    "instrument": on.Adopt,
    "session": on.Convene,
    "term": on.Appoint,
    "symbol": on.DefineSymbol,
    "phrase": on.DefinePhrase,
    "termbase": on.DefineTerm,
    "dispute": on.Note,
    "person": on.RegisterPerson,
    "subject": on.DefineSubject,
    "programme": on.AdoptProgramme,
    "partner": on.RegisterPartner,
    "group": on.CreateGroup,
}
CORRECT: dict[str, Callable[[Any], Act]] = {
    "profile": on.CorrectProfile,
    "source": on.CorrectSource,
    "party": on.CorrectParty,
    "organ": on.CorrectOrgan,
    "instrument": on.CorrectInstrument,
    "session": on.CorrectSession,
    "standing": on_standing.CorrectStanding,
    "term": on.CorrectTerm,
    "symbol": on.CorrectSymbol,
    "phrase": on.CorrectPhrase,
    "termbase": on.CorrectTermBase,
    "dispute": on.CorrectDispute,
    "person": on.CorrectPerson,
    "subject": on.CorrectSubject,
    "programme": on.CorrectProgramme,
    "partner": on.CorrectPartner,
    "group": on.CorrectGroup,
}
STANDING: dict[str, Callable[[Event], Act]] = {
    "member": on_standing.Admit,
    "observer": on_standing.Observe,
    "suspended": on_standing.Suspend,
    "left": on_standing.End,
}

LOADED = f',"by":"{CONSOLE}","corrects":'
"""How the body of an entry of the console says so, in canonical JSON."""

Told = Callable[[str, int, int], None]
"""Progress: what is being done, how many of how many."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a load will do: the acts, in order; what it refuses; how many facts stand already; what only the record has."""

    acts: tuple[Act, ...]
    new: dict[str, int] = field(default_factory=dict)
    corrected: dict[str, int] = field(default_factory=dict)
    same: int = 0
    only_recorded: tuple[str, ...] = ()
    refused: tuple[Problem, ...] = ()


def plan(org: Organization, using: str = "default") -> Plan:
    """Hold the folder against the rows: exactly the missing acts."""
    made = _Planner(using)
    for kind, _, fact in facts_of(org):
        made.resolution(fact) if kind == "resolution" else made.fact(kind, fact)
    return made.plan()


def load(org: Organization, *, by: str = CONSOLE, using: str = "default", told: Told | None = None) -> Plan:
    """Enter what the plan says; Refused, with nothing entered, where a fact was changed at the desk."""
    begin(org.profile.id, by=by, using=using)
    made = plan(org, using)
    if made.refused:
        raise Refused(made.refused)
    if made.acts:
        if told:
            told("load", 0, len(made.acts))
        record.enter_many(made.acts, by=by, using=using, told=partial(told, "load") if told else None)
    return made


def begin(organization: str, *, by: str = CONSOLE, using: str = "default") -> None:
    """Open the record, where it is not open yet."""
    try:
        if not _begun(using):
            record.enter(Begin(organization, str(keys.signer(using).vkey)), by=by, using=using)
    except Refused:
        if not _begun(using):  # else somebody else opened it meanwhile
            raise


def _begun(using: str) -> bool:
    return models.Entry.objects.using(using).filter(no=1).exists()


class _Planner:
    """Gathers the acts; knows the latest rows and who wrote them."""

    def __init__(self, using: str) -> None:
        self.using = using
        self.rows = queries.latest_facts(using)
        self.by_hand = by_hand(using)
        self.seen: set[tuple[str, str]] = set()
        self.standing: dict[str, str] = {}
        self.acts: list[Act] = []
        self.new: dict[str, int] = {}
        self.corrected: dict[str, int] = {}
        self.same = 0
        self.refused: list[Problem] = []
        self.accepted = accepted_now(using)
        self.struck = _struck(using)
        self.released = _released(using)

    def fact(self, kind: str, fact: Any) -> None:
        """Plan one fact that is no resolution."""
        key = key_of(kind, fact)
        self.seen.add((kind, key))
        before = self.standing.get(fact.party, "") if kind == "standing" else ""
        if kind == "standing":
            self.standing[fact.party] = fact.standing
        row = self.rows.get((kind, key))
        if row is None and self.struck.get((kind, key)) in self.by_hand:
            self.refused.append(
                Problem("load-struck-at-desk", {"kind": kind, "key": key, "folder": _short(content_of(fact))})
            )
        elif row is None:
            self.acts.append(_new(kind, fact, before))
            self.new[kind] = self.new.get(kind, 0) + 1
        elif row.content == content_of(fact):
            self.same += 1
        elif row.entry in self.by_hand:
            self.refused.append(changed_at_desk(kind, key, row.content, content_of(fact)))
        else:
            self.acts.append(CORRECT[kind](fact))
            self.corrected[kind] = self.corrected.get(kind, 0) + 1

    def resolution(self, resolution: Accepted) -> None:
        """Plan one resolution: accepted first, released as the folder says, corrected where it differs."""
        self.seen.add(("resolution", resolution.id))
        known = self.accepted.get(resolution.id)
        released = known.value.audience if known else "house"
        if known is None:
            self.acts.append(Accept(resolution))
            self.new["resolution"] = self.new.get("resolution", 0) + 1
        elif _text_of(known.value) == _text_of(resolution):
            self.same += 1
        elif known.entry in self.by_hand:
            self.refused.append(
                changed_at_desk(
                    "resolution", resolution.symbol or resolution.id, content_of(known.value), content_of(resolution)
                )
            )
        else:
            self.acts.append(CorrectResolution(resolution, "as the folder has it"))
            self.corrected["resolution"] = self.corrected.get("resolution", 0) + 1
            if released == resolution.audience != "house":  # a correction is told when it is released too
                self.acts.append(Release(resolution.id, resolution.audience))
        if released == resolution.audience:
            return
        if self.released.get(resolution.id) in self.by_hand:
            self.refused.append(_released_at_desk(resolution, released))
        else:
            self.acts.append(Release(resolution.id, resolution.audience))

    def plan(self) -> Plan:
        """The plan so far."""
        known = [*self.rows, *(("resolution", key) for key in self.accepted)]
        only = tuple(f"{kind} {key}" for kind, key in known if (kind, key) not in self.seen)
        return Plan(tuple(self.acts), self.new, self.corrected, self.same, only, tuple(self.refused))


def by_hand(using: str = "default") -> frozenset[int]:
    """The entries that no load made: those of people, and those of the console that belong to no batch. One query."""
    loaded = models.Body.objects.using(using).exclude(batch="").filter(body__contains=LOADED)
    rows = models.Body.objects.using(using).exclude(no__in=loaded.values("no"))
    return frozenset(rows.values_list("no", flat=True))


def _struck(using: str) -> dict[tuple[str, str], int]:
    """The facts that stand no more, by kind and key, and the entries that struck them. One query."""
    last: dict[tuple[str, str], models.Fact] = {}
    struck = models.Fact.objects.using(using).filter(gone=True).values("key")
    for row in models.Fact.objects.using(using).filter(key__in=struck).order_by("id"):
        last[row.kind, row.key] = row
    return {name: row.entry for name, row in last.items() if row.gone}


def _released(using: str) -> dict[str, int]:
    """Resolution → the entry that released it last. One query."""
    rows = models.Release.objects.using(using).filter(kind="resolution").order_by("id")
    return dict(rows.values_list("key", "entry"))


def _released_at_desk(resolution: Accepted, released: str) -> Problem:
    facts = {"kind": "resolution", "key": resolution.symbol or resolution.id, "fields": "audience"}
    return Problem("load-changed-at-desk", {**facts, "recorded": released, "folder": resolution.audience})


def _text_of(resolution: Accepted) -> str:
    """A resolution without its audience: who may see it is an act of its own."""
    plain = json.loads(content_of(resolution))
    plain.pop("audience", None)
    return json.dumps(plain, ensure_ascii=False, sort_keys=True)


def _new(kind: str, fact: Any, before: str) -> Act:
    if kind == "standing":
        return standing_act(fact, before)
    return NEW[kind](fact)


def standing_act(event: Event, before: str) -> Act:
    """The act that an event is, after the standing the party had before: a member again after a suspension is restored."""
    if event.standing == "member" and before == "suspended":
        return on_standing.Restore(event)
    return STANDING[event.standing](event)


def changed_at_desk(kind: str, key: str, recorded: str, folder: str) -> Problem:
    """The refusal that shows both values."""
    there, here = json.loads(recorded), json.loads(folder)
    differ = sorted(name for name in there.keys() | here.keys() if there.get(name) != here.get(name))
    show = ", ".join(differ)
    return Problem(
        "load-changed-at-desk",
        {
            "kind": kind,
            "key": key,
            "fields": show,
            "recorded": _short({n: there.get(n) for n in differ}),
            "folder": _short({n: here.get(n) for n in differ}),
        },
    )


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 300 else text[:299] + "…"


def describe(made: Plan) -> Iterator[str]:
    """The plan in lines, for `--plan`."""
    for act in made.acts:
        fact = getattr(act, "fact", None) or getattr(act, "resolution", "")
        name = getattr(fact, "symbol", "") or getattr(fact, "id", "") or str(fact)
        yield f"{act.NAME} {name}"
