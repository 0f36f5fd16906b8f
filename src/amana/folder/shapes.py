"""What stands where in a folder: every file, its columns or keys in their order, and the value they make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from amana.charter.offices import Term
from amana.charter.organs import Organ, OrganName
from amana.charter.parties import PartyKind
from amana.charter.persons import Person
from amana.charter.rules import Instrument, Office, Power, Rule
from amana.charter.standing import Event
from amana.folder.loadable import Kind
from amana.folder.organization import EarlierName, Phrase, Profile, TermBaseEntry
from amana.programme.programme import Area, Goal, Programme, Step
from amana.relations.groups import Group, Meeting, Seat
from amana.relations.partners import Event as Encounter
from amana.relations.partners import Partner
from amana.resolutions.accepted import Accepted, AcceptedText, KeptFinding, Part
from amana.resolutions.subjects import Subject
from amana.sessions.session import Session
from amana.values.days import Day
from amana.values.facts import Dispute, Source
from amana.values.symbols import Pattern
from amana.values.words import Words


@dataclass(frozen=True)
class Shape:
    """How a value stands in a file. `keys` are the value's fields in the file's order.

    `spread`: fields kept as one column (or key) a language, with what precedes the language's code; `tables`: fields
    kept as `[[header]]` tables; `always`: written even when they hold their default; `may_be_empty`: fields without a
    """

    kind: Any
    keys: tuple[str, ...]
    spread: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[str, tuple[str, Shape]] = field(default_factory=dict)
    always: frozenset[str] = frozenset()
    may_be_empty: frozenset[str] = frozenset()

    def columns(self, languages: tuple[str, ...]) -> tuple[str, ...]:
        """The header row of a table of this shape."""
        return tuple(
            name
            for key in self.keys
            for name in ([self.spread[key] + lang for lang in languages] if key in self.spread else [key])
        )


@dataclass(frozen=True, slots=True)
class PartyRow:
    """One row of parties.csv: a party under the names of one period."""

    id: str
    kind: PartyKind | None = None
    iso: str = ""
    group: str = ""
    since: Day | None = None
    short: Words = Words()
    formal: Words = Words()
    seating: Words = Words()
    forms: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class RowLine:
    """One row of a resolution's rows.csv: a paragraph and the block where it stands in each language."""

    key: str
    part: Part
    id: str
    function: str = ""
    label: Words = Words()
    place: Mapping[str, int] = field(default_factory=dict)


_KEPT = ("sources", "unsourced", "note")

PROFILE = Shape(
    Profile,
    ("id", "names", "acronyms", "forms", "languages", "authentic", "time_zone", "seat", "seat_party", "weekend", "accent",
     "founded", "known_until", "kept_by", "official", "note", "earlier"),
    tables={"earlier": ("earlier", Shape(EarlierName, ("until", "names", "acronyms", "by", *_KEPT)))},
    always=frozenset({"languages", "time_zone", "official"}),
)  # fmt: skip
PARTIES = Shape(
    PartyRow,
    ("id", "kind", "iso", "group", "since", "short", "formal", "seating", "forms", *_KEPT),
    spread={"short": "short_", "formal": "formal_", "seating": "seating_"},
)
STANDINGS = Shape(Event, ("id", "party", "standing", "since", "by", *_KEPT))
OFFICES = Shape(
    Term,
    ("id", "office", "person", "name", "party", "since", "until", "by", *_KEPT),
    spread={"name": "name_"},
    may_be_empty=frozenset({"person"}),
)
SESSIONS = Shape(
    Session,
    ("id", "organ", "kind", "number", "place", "party", "days", "hijri", "theme", "joint_with", *_KEPT),
    spread={"place": "place_", "theme": "theme_"},
)
PHRASES = Shape(Phrase, ("phrase", "language", "function", "part", "strength", "note"))
TERMS = Shape(TermBaseEntry, ("id", "words", "note"), spread={"words": ""})
SOURCES = Shape(Source, ("id", "tier", "address", "note"))
PERSONS = Shape(
    Person,
    ("id", "names", "title", "party", "forms", *_KEPT),
    spread={"names": "name_", "title": "title_"},
)
SUBJECTS = Shape(Subject, ("id", "words", "unsourced", "note"), spread={"words": ""})
REGISTER = Shape(
    Accepted,
    ("id", "symbol", "printed", "organ", "session", "kind", "title", "adopted", "how", "recalls", "renews", "subjects",
     "creates", "basis", "audience", *_KEPT),
    spread={"printed": "printed_", "title": "title_"},
    may_be_empty=frozenset({"symbol"}),
)  # fmt: skip
ROWS = Shape(
    RowLine,
    ("key", "part", "id", "function", "label", "place"),
    spread={"label": "label_", "place": "place_"},
)

ORGAN = Shape(
    Organ,
    ("id", "kind", "parent", "founded", "until", "by", "seat", "seat_party", "composition", "composed", "parties", "articles",
     "forms", *_KEPT, "names"),
    tables={
        "names": (
            "name", Shape(OrganName, ("since", "name", "acronym"), spread={"name": "", "acronym": "acronym_"})
        )
    },
)  # fmt: skip
RULE = Shape(
    Rule,
    ("key", "article", "since", "organs", "quorum", "steps", "every", "season", "term", "renewable", "words", "sources",
     "unsourced"),
    may_be_empty=frozenset({"article"}),
)  # fmt: skip
OFFICE = Shape(Office, ("id", "organ", "name", "article", "term", "renewable", "sources", "unsourced"))
POWER = Shape(
    Power,
    ("organ", "power", "article", "rule", "words", "sources", "unsourced"),
    may_be_empty=frozenset({"article"}),
)
INSTRUMENT = Shape(
    Instrument,
    ("id", "title", "adopted", "in_force", "applied", "by", "amends", *_KEPT, "offices", "powers", "rules", "replaces"),
    tables={
        "offices": ("office", OFFICE),
        "powers": ("power", POWER),
        "rules": ("rule", RULE),
        "replaces": ("replace", RULE),
    },
)
DISPUTE = Shape(Dispute, ("id", "fact", "title", "held", "why", "reasons", "released", "claims"))
FINDING = Shape(KeptFinding, ("code", "severity", "key", "facts", "languages", "reason"))
TEXT_ORIGIN = Shape(AcceptedText, ("language", "file", "sha256"), may_be_empty=frozenset({"text"}))
RESOLUTION = Shape(
    Accepted,
    ("id", "symbol", "printed", "organ", "session", "kind", "title", "adopted", "how", "votes", "audience", "renews",
     "recalls", "subjects", "creates", "basis", *_KEPT, "texts", "findings"),
    tables={"texts": ("text", TEXT_ORIGIN), "findings": ("finding", FINDING)},
    always=frozenset({"audience"}),
    may_be_empty=frozenset({"symbol", "organ", "title"}),
)  # fmt: skip
GOAL = Shape(Goal, ("id", "number", "words", "mandates", *_KEPT), may_be_empty=frozenset({"number"}))
AREA = Shape(
    Area,
    ("id", "number", "name", "goals_in_all", "subjects", *_KEPT, "goals"),
    tables={"goals": ("goal", GOAL)},
    may_be_empty=frozenset({"number"}),
)
STEP = Shape(
    Step,
    ("id", "kind", "day", "words", "session", "activities", *_KEPT),
    may_be_empty=frozenset({"day"}),
)
PROGRAMME = Shape(
    Programme,
    ("id", "title", "short", "symbol", "adopted", "hijri", "by", "since", "until", "follows", "areas_in_all",
     "goals_in_all", *_KEPT, "areas", "steps"),
    tables={"areas": ("area", AREA), "steps": ("step", STEP)},
)  # fmt: skip
EVENT = Shape(
    Encounter,
    ("id", "kind", "day", "words", "reference", "session", "place", *_KEPT),
    may_be_empty=frozenset({"day"}),
)
PARTNER = Shape(
    Partner,
    ("id", "names", "acronyms", "party", "forms", *_KEPT, "events"),
    tables={"events": ("event", EVENT)},
)
SEAT = Shape(Seat, ("id", "kind", "party", "office", "words", "since", "until", *_KEPT))
MEETING = Shape(Meeting, ("id", "day", "words", "place", *_KEPT), may_be_empty=frozenset({"day"}))
GROUP = Shape(
    Group,
    ("id", "names", "created", "by", "forms", *_KEPT, "seats", "meetings"),
    tables={"seats": ("seat", SEAT), "meetings": ("meeting", MEETING)},
)
SYMBOL = Shape(
    Pattern,
    ("id", "organ", "pattern", "series", "marks", "printed", "after", "sessions", "session_kind", "examples", "note"),
)

TABLES: dict[str, tuple[Kind, Shape]] = {
    "parties.csv": ("party", PARTIES),
    "standings.csv": ("standing", STANDINGS),
    "offices.csv": ("term", OFFICES),
    "sessions.csv": ("session", SESSIONS),
    "phrases.csv": ("phrase", PHRASES),
    "terms.csv": ("termbase", TERMS),
    "sources.csv": ("source", SOURCES),
    "persons.csv": ("person", PERSONS),
    "subjects.csv": ("subject", SUBJECTS),
    "register.csv": ("resolution", REGISTER),
}
"""CSV files at the top of a folder → the kind of fact a row states, and its shape."""

LISTS: dict[str, tuple[str, Kind, Shape]] = {
    "organs.toml": ("organ", "organ", ORGAN),
    "symbols.toml": ("symbol", "symbol", SYMBOL),
    "disputes.toml": ("dispute", "dispute", DISPUTE),
}
"""TOML files at the top of a folder → their header, the kind of fact a table states, and its shape."""

FOLDERS: dict[str, tuple[Kind, Shape]] = {
    "charter": ("instrument", INSTRUMENT),
    "programmes": ("programme", PROGRAMME),
    "relations": ("partner", PARTNER),
    "groups": ("group", GROUP),
}
"""Directories of TOML files, one fact a file, named after its id → the kind of fact, and its shape."""

BARS = frozenset({"forms"})
"""List fields of CSV files whose items may hold spaces: divided by '|', all others by ' '."""
