"""What of a fact, a resolution or a mandate is searched: its documents, each with who sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from amana.charter.offices import Term
from amana.charter.organs import Organ, names_on
from amana.charter.parties import Party
from amana.charter.persons import Person
from amana.programme.programme import Programme
from amana.relations.groups import Group
from amana.relations.partners import Partner
from amana.resolutions.subjects import Subject
from amana.sessions.session import Session
from amana.sessions.titles import title
from amana.store import models
from amana.store.queries.search import SEEN, facet, family, hidden, order, shortened
from amana.values.audiences import BY_ROLE
from amana.values.days import Day, Span
from amana.values.facts import Source
from amana.values.stemming import LANGUAGES, stems
from amana.values.words import Words

Said = tuple[str, str]
"""A text and its language; '' where it may be of any."""

Rank = Literal["name", "title", "paragraph", "mandate", "source"]
VALUES: dict[str, Any] = {
    "party": Party,
    "person": Person,
    "term": Term,
    "organ": Organ,
    "session": Session,
    "subject": Subject,
    "programme": Programme,
    "partner": Partner,
    "group": Group,
    "source": Source,
}
"""The kinds of facts that are searched, and the frozen value that the content of each stands for."""
FACTS = tuple(VALUES)


@dataclass(frozen=True, slots=True)
class Made:
    """A document that has no number yet. `day` is an ordinal, 0 where there is none."""

    thing: str
    entry: int
    row: int
    rank: Rank
    kind: str
    key: str
    said: tuple[Said, ...]
    seen: int
    part: str = ""
    language: str = ""
    organ: str = ""
    day: int = 0
    exact: tuple[str, ...] = ()

    def numbered(self, number: int) -> models.Document:
        """The document as it is kept, its facets among its stems."""
        found = [one for text, language in self.said for one in stems(text, language)]
        return models.Document(
            id=order(self.rank, self.day, number),
            thing=self.thing,
            entry=self.entry,
            row=self.row,
            kind=self.kind,
            key=self.key,
            part=self.part,
            language=self.language,
            organ=self.organ,
            seen=self.seen,
            stems=" ".join(dict.fromkeys((*self._facets(), *found))),
        )

    def _facets(self) -> Iterator[str]:
        yield from (hidden(bit) for bit in SEEN.values() if not self.seen & bit)
        yield facet("rank", self.rank)
        yield facet("kind", family(self.kind))
        if self.language:
            yield facet("language", self.language)
        if self.organ:
            yield facet("organ", self.organ)
        yield from (facet("symbol", symbol) for symbol in self.exact if symbol)


# facts


def facts_shown(rows: Sequence[models.Fact]) -> Iterator[tuple[models.Fact, int]]:
    """The versions of a fact that anybody sees, with who: the house the last one, others the last that does not wait.

    As `store.sight.facts` says it.
    """
    latest, told = rows[-1], next((row for row in reversed(rows) if not row.held), None)
    outside = {"public": 3, "members": 2}.get(told.audience, 0) if told and not told.gone else 0
    house = 4 if latest.audience in BY_ROLE and not latest.gone else 0
    if told is not None and told.id == latest.id:
        house, outside = house | outside, 0
    if told is not None and outside:
        yield told, outside
    if house:
        yield latest, house


def of_fact(row: models.Fact, fact: Any, seen: int, organs: Mapping[str, Organ]) -> Iterator[Made]:
    """The documents of one version of a fact. `organs`: those that sessions name."""
    for kind, part, said, more in _PARTS[row.kind](fact, organs):
        key = fact.person if row.kind == "term" else row.key
        rank: Rank = "source" if row.kind == "source" else "name"
        yield Made(thing_of(row.kind, row.key), row.entry, row.id, rank, kind, key, tuple(said), seen, part, **more)


Part = tuple[str, str, list[Said], dict[str, Any]]
"""Kind, which part of the fact ('' for the whole), what is said, and organ, day or exact symbols."""


def _party(fact: Party, _: Any) -> Iterator[Part]:
    names = [said for n in fact.names for words in (n.short, n.formal, n.seating) for said in _said(words)]
    yield "party", "", [*names, *_forms(fact.forms)], {}


def _person(fact: Person, _: Any) -> Iterator[Part]:
    yield "person", "", [*_said(fact.names), *_forms(fact.forms)], {}


def _term(fact: Term, _: Any) -> Iterator[Part]:
    if fact.person:
        yield "person", fact.id, _said(fact.name), {"day": _day(fact.since)}


def _organ(fact: Organ, _: Any) -> Iterator[Part]:
    names = [said for n in fact.names for words in (n.name, n.acronym) for said in _said(words)]
    yield "organ", "", [*names, *_forms(fact.forms), *_said(fact.seat)], {"organ": fact.id}


def _subject(fact: Subject, _: Any) -> Iterator[Part]:
    yield "subject", "", _said(fact.words), {}


def _programme(fact: Programme, _: Any) -> Iterator[Part]:
    yield "programme", "", [*_said(fact.title), *_said(fact.short), (fact.symbol, "")], {"exact": (fact.symbol,)}
    for area in fact.areas:
        yield "area", area.id, [(area.number, ""), *_said(area.name)], {}
        for goal in area.goals:
            yield "goal", goal.id, [(goal.number, ""), *_said(goal.words)], {}


def _partner(fact: Partner, _: Any) -> Iterator[Part]:
    yield "partner", "", [*_said(fact.names), *_said(fact.acronyms), *_forms(fact.forms)], {}
    for event in fact.events:
        said = [*_said(event.words), *_said(event.place), (event.reference, ""), (_year(event.day), "")]
        yield "event", event.id, said, {"day": _day(event.day), "exact": (event.reference,)}


def _group(fact: Group, _: Any) -> Iterator[Part]:
    yield "group", "", [*_said(fact.names), *_forms(fact.forms)], {"day": _day(fact.created)}


def _source(fact: Source, _: Any) -> Iterator[Part]:
    yield "source", "", [(fact.id, ""), (fact.address, ""), (fact.note, "")], {}


def _session(fact: Session, organs: Mapping[str, Organ]) -> Iterator[Part]:
    held, organ = fact.days.first if fact.days else None, organs.get(fact.organ)
    names = names_on(organ, held) if organ else None
    said = [(title(fact, names.name, code), code) for code in LANGUAGES if names and code in names.name]
    acronyms = _said(names.acronym) if names else []
    number = str(fact.number) if fact.number is not None else ""
    said += [*acronyms, *_said(fact.place), *_said(fact.theme), (number, ""), (_year(fact.days), "")]
    yield "session", "", said, {"organ": fact.organ, "day": _day(fact.days)}


_PARTS: dict[str, Callable[[Any, Mapping[str, Organ]], Iterator[Part]]] = {
    "party": _party,
    "person": _person,
    "term": _term,
    "organ": _organ,
    "session": _session,
    "subject": _subject,
    "programme": _programme,
    "partner": _partner,
    "group": _group,
    "source": _source,
}


def thing_of(kind: str, key: str) -> str:
    """What documents are made anew with."""
    return f"{kind}/{key}"[:140]


def _said(words: Words) -> list[Said]:
    return [(text, code if code in LANGUAGES else "") for code, text in words.items()]


def _forms(forms: Iterable[str]) -> list[Said]:
    return [(form, "") for form in forms]


def _day(day: Day | Span | None) -> int:
    return day.first.toordinal() if day is not None and day.first else 0


def _year(day: Day | Span | None) -> str:
    return str(day.first.year) if day is not None and day.first else ""


# resolutions


def of_resolution(
    rows: Sequence[models.Resolution],
    release: models.Release | None,
    paragraphs: Mapping[int, Sequence[models.Paragraph]],
    subjects: Mapping[str, Subject],
) -> Iterator[Made]:
    """The documents of one resolution: its versions in order, its last release, the paragraphs of each version.

    It is found by the words of its subjects as by its title, in every language, whichever its title is held in.
    """
    for row, seen in shown(rows, release):
        about = [said for key in row.subjects if key in subjects for said in _said(subjects[key].words)]
        yield from _version(row, seen, paragraphs.get(row.entry, ()), about)


def shown(rows: Sequence[models.Resolution], release: models.Release | None) -> Iterator[tuple[models.Resolution, int]]:
    """The versions that anybody sees, with who: the house the last one, others the one told at the last release.

    As `store.sight.resolutions_for` says it.
    """
    if not rows:
        return
    latest = rows[-1]
    outside = {"public": 3, "members": 2}.get(release.audience, 0) if release else 0
    before = [row for row in rows if release and row.entry < release.entry]
    told = before[-1] if before and outside and not before[-1].gone else None
    if told is not None and told.id != latest.id:
        yield told, outside
    if not latest.gone:
        yield latest, 4 | (outside if told is not None and told.id == latest.id else 0)


def _version(
    row: models.Resolution, seen: int, paragraphs: Sequence[models.Paragraph], about: Sequence[Said]
) -> Iterator[Made]:
    day = _day(_stated(row.adopted))
    said: dict[str, list[Said]] = {code: [(text, code)] for code, text in row.title.items()} or {"": []}
    for text, code in about:
        said[code if code in said else next(iter(said))].append((text, code))
    symbols = [row.symbol, *row.printed.values()]
    for code in said:
        yield Made(
            thing=thing_of("resolution", row.key),
            entry=row.entry,
            row=row.id,
            rank="title",
            kind="decision",
            key=row.key,
            said=(*said[code], *((symbol, "") for symbol in symbols)),
            seen=seen,
            language=code,
            organ=row.organ,
            day=day,
            exact=(row.symbol, shortened(row.symbol)),
        )
    for paragraph in paragraphs:
        for code, text in paragraph.texts.items():
            yield Made(
                thing=thing_of("resolution", row.key),
                entry=row.entry,
                row=paragraph.id,
                rank="paragraph",
                kind="decision",
                key=row.key,
                said=((text, code),),
                seen=seen,
                part=paragraph.key,
                language=code,
                organ=row.organ,
                day=day,
            )


def _stated(adopted: str) -> Day | None:
    return Day.parse(adopted) if adopted and adopted != "?" else None


# mandates


def of_mandate(
    rows: Sequence[models.Mandate],
    release: models.Release | None,
    resolution: models.Release | None,
    steps: Sequence[models.Step],
) -> Iterator[Made]:
    """The documents of one mandate as it stood at its last release, where its resolution is released as well.

    As `store.queries.public.mandates` tells it: the house is told there what the members are told.
    """
    if release is None or resolution is None or not rows or rows[-1].gone:
        return
    audiences = {release.audience, resolution.audience}
    seen = 7 if audiences == {"public"} else 6 if audiences <= {"public", "members"} else 0
    told = [row for row in rows if row.entry <= release.entry]
    last = [step for step in steps if step.entry <= release.entry]
    if not seen or not told or not last or last[-1].status in ("proposed", "dismissed"):
        return
    row = told[-1]
    for code, text in row.words.items():
        yield Made(
            thing=thing_of("mandate", row.key),
            entry=row.entry,
            row=row.id,
            rank="mandate",
            kind="mandate",
            key=row.key,
            said=((text, code),),
            seen=seen,
            language=code,
            day=_day(_stated(rows[0].since)),
        )
