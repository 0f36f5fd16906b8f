"""What an accepted text obliges whom to do: mandates proposed from its paragraphs, never more than they state.

A person confirms or dismisses every proposal. Nothing is invented: where no addressee is stated, the proposal says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from amana.mandates.addressing import NOBODY_ELSE, STATES, internal_ids, plain
from amana.mandates.deadlines import UNSET, Resolved, StatedDeadline, counts_from_elsewhere, resolve
from amana.mandates.wording import NO_NAMES
from amana.resolutions.accepted import Part
from amana.resolutions.report_duties import asks_follow_up
from amana.sessions.session import Session
from amana.values.days import Day
from amana.values.ids import ParagraphId, ResolutionId
from amana.values.problems import Problem
from amana.values.words import Words

Kind = Literal["act", "report", "state", "external", "follow_up"]

DIRECTIVES: frozenset[str] = frozenset({
    "agenda", "allocate", "appeal", "appoint", "authorize", "call_upon", "commit", "convene", "decide", "demand",
    "direct", "encourage", "entrust", "establish", "expect", "extend", "follow_up_request", "invite", "mandate",
    "prescribe", "recommend", "refer", "report_request", "request", "suggest", "suspend", "terminate", "urge",
})  # fmt: skip
"""Functions that ask somebody to do something."""

OF_THE_ORGAN: frozenset[str] = frozenset({
    "agenda", "allocate", "appoint", "authorize", "commit", "convene", "decide", "establish", "extend", "prescribe",
    "refer", "suspend", "terminate",
})  # fmt: skip
"""Functions by which the organ itself decides: they oblige somebody only where an actor is named."""

FOLLOW_UP: frozenset[str] = frozenset({"follow_up_request"})
INTERNAL_STRENGTH = 4
"""A secretariat cannot decline an 'invitation' of its governing body: 2 and 3 count as 4 for internal addressees."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One paragraph as read and accepted, in all its languages.

    `key` is the row's ('o4'), `paragraph` its permanent id once accepted. `addressees` are who has to act (ids such as
    'secretary-general'). `deadline_day` is an EDTF day or '', `deadline_computed` says that the text
    states it in the Hijri calendar alone. `deadline_session` is the number of a
    session; None with kind 'session' and `deadline_next`: the next; `deadline_organ` says whose, '' for the adopting
    organ's. `deadline_period` is an ISO duration, with kind 'session' so long before it opens. `report_to` is an organ's id, `report_when` what
    is said of when: 'next', the number of a session, or words.
    """

    key: str
    function: str | None
    strength: int | None
    addressees: tuple[str, ...] = ()
    deadline_text: str = ""
    deadline_kind: Literal["date", "session", "period", "urgency", "none"] = "none"
    deadline_day: str = ""
    deadline_session: int | None = None
    deadline_period: str = ""
    deadline_next: bool = True
    deadline_words: Words = Words()
    deadline_organ: str = ""
    deadline_computed: bool = False
    report: bool = False
    report_to: str = ""
    report_when: str = ""
    texts: Words = Words()
    part: Part = "operative"
    paragraph: ParagraphId = ""


@dataclass(frozen=True, slots=True)
class ResolutionFacts:
    """What of the resolution its duties depend on: who adopted it, at which session."""

    id: ResolutionId
    symbol: str
    organ: str
    session: str
    renews: tuple[ResolutionId, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A mandate proposed: who should do what, by when, and to whom to report it.

    `kind`: 'act' (secretariat, organs, institutions), 'report' (only a report is asked), 'state' (one for all states
    addressed), 'external' (somebody outside), 'follow_up' (the closing paragraph: one recurring duty, `recurring`).
    `strength` as worded, `force` as it binds the addressee. `report_session` is a session's id or ''.
    `problems` are notes for the person who confirms; none of them forbids anything.
    """

    key: str
    paragraph: ParagraphId
    resolution: ResolutionId
    kind: Kind
    implementers: tuple[str, ...]
    what: Words
    function: str
    strength: int
    force: int
    deadline: StatedDeadline | None = None
    resolved: Resolved = UNSET
    report: bool = False
    report_to: str = ""
    report_session: str = ""
    recurring: bool = False
    deadline_words: Words = Words()
    problems: tuple[Problem, ...] = ()


def propose(
    rows: Iterable[Stated],
    *,
    resolution: ResolutionFacts,
    sessions: Iterable[Session] = (),
    organs: Collection[str] = (),
    states: Collection[str] = (),
    organ_ids: Mapping[str, str] = NOBODY_ELSE,
    names: Mapping[str, Words] = NO_NAMES,
) -> tuple[Proposal, ...]:
    """The mandates that the operative paragraphs state, in their order.

    `organs` are ids of the organization's own organs and institutions, `states` ids of parties;
    `organ_ids` says which organ an addressee of the lexicon is (see `addressing.organ_ids`); `names` are the organs'
    names, with their article, by which the reasons of deadlines call them. A paragraph that
    addresses both the house and states gives two proposals, since two different things follow. Where a paragraph asks
    in subparagraphs, each of them is a duty of its own, with what stands above it.

    >>> facts = ResolutionFacts("r", "1/50-POL", "cfm", "cfm-50")
    >>> asked = Stated("o4", "invite", 2, ("secretary-general",), texts=Words(en="Invites the Secretary General to …"))
    >>> [(p.kind, p.implementers, p.strength, p.force) for p in propose([asked], resolution=facts)]
    [('act', ('secretary-general',), 2, 4)]
    >>> propose([Stated("o5", "welcome", 0, ("member-states",))], resolution=facts)
    ()
    """
    known = tuple(sessions)
    adopted = next((session for session in known if session.id == resolution.session), None)
    inside = internal_ids() | {plain(organ) for organ in organs}
    abroad = STATES | {plain(state) for state in states}
    proposals: list[Proposal] = []
    for row in duties(_known(row, organ_ids) for row in rows):
        for whose, implementers in _by_whom(row, inside, abroad):
            proposals.append(_proposal(row, whose, implementers, resolution, adopted, known, names))
    return tuple(proposals)


def _known(row: Stated, organ_ids: Mapping[str, str]) -> Stated:
    """The row with organs by their ids; not all member states where it says which of them."""
    named = dict.fromkeys(organ_ids.get(plain(who), plain(who)) for who in row.addressees)
    some = any(who.startswith("member-states-") for who in named)
    return replace(
        row,
        addressees=tuple(who for who in named if not (some and who == "member-states")),
        report_to=organ_ids.get(plain(row.report_to), row.report_to),
        deadline_organ=organ_ids.get(plain(row.deadline_organ), row.deadline_organ),
    )


def duties(rows: Iterable[Stated]) -> Iterator[Stated]:
    """The paragraphs that ask something, a paragraph with subparagraphs as its subparagraphs.

    A subparagraph inherits the verb, its addressees and, where it states none, the deadline and the report. One that
    has a directive verb of its own stands for itself.

    >>> asked = Stated("o2", "call_upon", 3, ("member-states",), texts=Words(en="Calls upon Member States:"))
    >>> below = Stated("o2a", None, None, deadline_kind="date", deadline_day="2026-03-31", texts=Words(en="To report;"))
    >>> [(one.key, one.function, one.deadline_day, one.texts["en"]) for one in duties([asked, below])]
    [('o2a', 'call_upon', '2026-03-31', 'Calls upon Member States: To report;')]
    """
    every = tuple(rows)
    directives = {row.key: row for row in every if is_directive(row)}
    keys = frozenset(row.key for row in every)
    above = {row.key: _above(row.key, keys) for row in every}
    divided = {above[row.key] for row in every if row.key not in directives}
    for row in every:
        if row.key in directives and row.key not in divided:
            yield row
        elif row.key not in directives and above[row.key] in directives:
            yield _inheriting(row, directives[above[row.key]], every)


def _above(key: str, keys: Collection[str]) -> str:
    """The key of the paragraph that a subparagraph stands under: 'o2a' under 'o2', 'o2ai' under 'o2a'; '' for none."""
    shorter = (key[:end] for end in range(len(key) - 1, 1, -1) if not key[end].isdigit())
    return next((one for one in shorter if one in keys), "")


def _inheriting(row: Stated, above: Stated, rows: Collection[Stated]) -> Stated:
    """A subparagraph with what stands above it and, in its words, what stands below it."""
    below = [one for one in rows if one.key != row.key and one.key.startswith(row.key) and not is_directive(one)]
    texts = [above.texts, row.texts, *(one.texts for one in below)]
    languages = sorted({language for words in texts for language in words})
    source = row if row.deadline_kind != "none" else above
    reports = row if row.report else above
    return replace(
        row,
        function=above.function,
        strength=above.strength,
        addressees=row.addressees or above.addressees,
        deadline_text=source.deadline_text,
        deadline_kind=source.deadline_kind,
        deadline_day=source.deadline_day,
        deadline_session=source.deadline_session,
        deadline_period=source.deadline_period,
        deadline_next=source.deadline_next,
        deadline_words=source.deadline_words,
        deadline_organ=source.deadline_organ,
        deadline_computed=source.deadline_computed,
        report=reports.report,
        report_to=reports.report_to,
        report_when=reports.report_when,
        texts=Words({lang: " ".join(words[lang] for words in texts if lang in words) for lang in languages}),
    )


def with_above(rows: Iterable[Stated]) -> tuple[Stated, ...]:
    """Every paragraph, one that stands under another with its function and, where it names nobody, its addressees.

    >>> above = Stated("o2", "call_upon", 3, ("member-states",), texts=Words(en="Calls upon Member States:"))
    >>> [(one.function, one.addressees) for one in with_above([above, Stated("o2a", None, None)])][1]
    ('call_upon', ('member-states',))
    """
    done: dict[str, Stated] = {}
    for row in rows:
        above = done.get(_above(row.key, done.keys()))
        if row.function is None and above is not None and above.function is not None:
            row = replace(
                row, function=above.function, strength=above.strength, addressees=row.addressees or above.addressees
            )
        done[row.key] = row
    return tuple(done.values())


def is_directive(row: Stated) -> bool:
    """The paragraph asks somebody to act: operative, a directive function, and not the organ's own plain decision.

    >>> is_directive(Stated("o1", "decide", 5)), is_directive(Stated("o1", "decide", 5, ("secretary-general",)))
    (False, True)
    """
    if row.part != "operative" or row.function is None or row.function not in DIRECTIVES:
        return False
    return bool(row.addressees or row.report) or row.function not in OF_THE_ORGAN


def is_follow_up(row: Stated) -> bool:
    """The closing paragraph: somebody is asked to follow up this very resolution, as in every year.

    Where it asks for it by a day or within a time, it is asked once.

    >>> is_follow_up(Stated("o9", "request", 4, texts=Words(en="Requests the Secretary General to follow up this Resolution")))
    True
    """
    if row.deadline_kind in ("date", "period"):
        return False
    if row.function in FOLLOW_UP:
        return True
    if row.function != "request":
        return False
    return any(asks_follow_up(text, language) for language, text in row.texts.items())


Whose = Literal["inside", "states", "outside", "nobody"]


def _by_whom(row: Stated, inside: Collection[str], states: Collection[str]) -> Iterator[tuple[Whose, tuple[str, ...]]]:
    """Who has to act, apart: the organization's own, states, others; 'nobody' where no addressee is stated."""
    named = tuple(dict.fromkeys(plain(addressee) for addressee in row.addressees))
    own = tuple(a for a in named if a in inside)
    of_states = tuple(a for a in named if a in states and a not in own)
    others = tuple(a for a in named if a not in own and a not in of_states)
    if own:
        yield "inside", own
    if of_states:
        yield "states", of_states
    if others:
        yield "outside", others
    if not named:
        yield "nobody", ()


def _proposal(
    row: Stated,
    whose: Whose,
    implementers: tuple[str, ...],
    resolution: ResolutionFacts,
    adopted: Session | None,
    sessions: tuple[Session, ...],
    names: Mapping[str, Words],
) -> Proposal:
    deadline = _deadline(row)
    resolved = resolve(deadline, adopted, sessions, names)
    recurring = whose in ("inside", "nobody") and is_follow_up(row)
    strength = row.strength or 0
    return Proposal(
        row.key,
        row.paragraph,
        resolution.id,
        _kind(row, whose, recurring=recurring),
        implementers,
        row.texts,
        row.function or "",
        strength,
        force=INTERNAL_STRENGTH if whose == "inside" and 2 <= strength < INTERNAL_STRENGTH else strength,
        deadline=deadline if deadline.kind != "none" else None,
        resolved=resolved,
        report=row.report,
        report_to=row.report_to or (resolution.organ if row.report else ""),
        report_session=resolved.session if row.report else "",
        recurring=recurring,
        deadline_words=row.deadline_words,
        problems=tuple(_notes(row, whose, resolved)),
    )


def _kind(row: Stated, whose: Whose, *, recurring: bool) -> Kind:
    if recurring:
        return "follow_up"
    if whose == "states":
        return "state"
    if whose == "outside":
        return "external"
    return "report" if row.function == "report_request" or (row.report and row.function in FOLLOW_UP) else "act"


def _deadline(row: Stated) -> StatedDeadline:
    """The deadline as stated; a report duty that says when, in a paragraph without one, is due then."""
    organ = row.deadline_organ or (row.report_to if row.report else "")
    if row.deadline_kind == "none" and row.report and row.report_when:
        number = int(row.report_when) if row.report_when.isdecimal() else None
        said = row.deadline_text or row.report_when
        return StatedDeadline(said, "session", session=number, organ=organ, next=row.report_when == "next")
    elsewhere = row.deadline_kind == "period" and any(
        counts_from_elsewhere(text, row.deadline_words.get(language, row.deadline_text))
        for language, text in row.texts.items()
    )
    return StatedDeadline(
        row.deadline_text,
        row.deadline_kind,
        Day(row.deadline_day) if row.deadline_day else None,
        row.deadline_session,
        organ if row.deadline_kind == "session" else "",
        "" if elsewhere else row.deadline_period,
        row.deadline_next,
        row.deadline_computed,
    )


def _notes(row: Stated, whose: Whose, resolved: Resolved) -> Iterator[Problem]:
    if whose == "nobody":
        yield Problem("mandate-no-addressee", {"key": row.key}, severity="note")
    if whose == "outside":
        yield Problem("mandate-addressee-outside", {"key": row.key, "addressees": row.addressees}, severity="note")
    said_to_states = whose == "states" and row.deadline_kind == "urgency"  # nobody here sets a day for a state
    if (row.deadline_kind != "none" or row.report_when) and not resolved.is_resolved and not said_to_states:
        said = row.deadline_text or row.report_when
        yield Problem("mandate-deadline-open", {"key": row.key, "text": said}, severity="note")
    if row.report and row.deadline_kind == "none" and not row.report_when:
        yield Problem("mandate-report-without-day", {"key": row.key}, severity="note")
