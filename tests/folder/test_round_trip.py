"""What is written is read again, value for value and byte for byte."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amana import folder
from amana.charter.offices import Term
from amana.charter.organs import Organ, OrganName
from amana.charter.parties import Party, PartyName
from amana.charter.persons import Person
from amana.charter.rules import Instrument, Office, Power, Rule, Share, Step
from amana.charter.standing import Event
from amana.folder import Organization, Phrase, Profile, TermBaseEntry
from amana.folder.loadable import FIELDS
from amana.folder.reading import gather
from amana.folder.texts import compose
from amana.programme.programme import Area, Goal, Programme
from amana.programme.programme import Step as Stage
from amana.relations.groups import Group, Meeting, Seat
from amana.relations.partners import Event as Encounter
from amana.relations.partners import Partner
from amana.resolutions.accepted import Accepted, AcceptedRow, AcceptedText, KeptFinding
from amana.resolutions.subjects import Subject
from amana.sessions.session import Session
from amana.values.days import Day, Span
from amana.values.facts import Claim, Dispute, Source
from amana.values.words import Words

LANGUAGES = ("ar", "en", "fr")
PRINTED = "aZ 09\"\r\\\n\t,;|#=[]{}'المجلسé–ـ٤\x0b\x7f\u2028ß"

said = st.text(PRINTED, max_size=12).map(str.strip)
item = said.map(lambda s: s.replace("|", "")).map(str.strip).filter(bool)
words = st.dictionaries(st.sampled_from(LANGUAGES), said, max_size=3).map(Words)
named = words.filter(bool)
day = st.sampled_from(["?", "1979", "1979-05", "1979-05-12", "[1984-03,1984-04]", "1970-02?"]).map(Day.parse)
maybe_day = st.none() | day
kept = {"sources": st.just(("S1", "S-2")) | st.just(()), "unsourced": st.just(()) | st.just(("since",))}
noted = {**kept, "note": said}


def several(made: Any, prefix: str, /, **fields: Any) -> st.SearchStrategy[list[Any]]:
    """Up to four values with ids prefix-1, prefix-2, prefix-10, prefix-x-1."""
    ids = [f"{prefix}-{n}" for n in ("1", "2", "10", "x-1")]
    return st.lists(st.sampled_from(ids), unique=True, max_size=4).flatmap(
        lambda chosen: st.tuples(*(st.builds(made, id=st.just(i), **fields) for i in chosen)).map(list)
    )


rule = st.builds(
    Rule,
    key=st.sampled_from(["decision.default", "summit.interval"]),
    article=said,
    quorum=st.none() | st.just(Share("2/3", "members")),
    steps=st.sampled_from([(), (Step("consensus"), Step("majority", "2/3", "cast"))]),
    every=st.sampled_from(["", "P2Y"]),
    renewable=st.sampled_from([None, 0, 1]),
    words=words,
    **kept,
)
few_rules = st.lists(rule, max_size=2).map(tuple)
office = st.builds(Office, id=st.just("sg"), organ=st.just("organ-1"), name=named, article=said, **kept)
power = st.builds(Power, organ=st.just("organ-1"), power=st.just("appoint"), article=said, words=words, **kept)


@st.composite
def resolutions(draw: Any) -> list[Accepted]:
    """Up to three resolutions; two may bear one symbol, one may bear none."""
    made = []
    for number in range(draw(st.integers(0, 3))):
        paragraph = st.tuples(st.sampled_from(["", "1.", "(a)", "٤ -"]), st.sampled_from(["Requests\nall", "يطلب من"]))
        pairs = draw(st.lists(paragraph, max_size=3))
        text = AcceptedText("ar", compose(pairs) if pairs else "ش\n", draw(st.sampled_from(["", "a.docx"])))
        rows = tuple(
            AcceptedRow(f"p-{number}-{n}", f"o{n}", "operative", Words(), Words(ar=label), {"ar": n}, "request")
            for n, (label, _) in enumerate(pairs, 1)
        )
        finding = KeptFinding("figures-differ", "warning", "o1", {"en": "5", "ar": "6"}, ("ar", "en"), draw(said))
        made.append(
            Accepted(
                f"r-{number}",
                draw(st.sampled_from(["1/8-C(IS)", "2/8-P", "قرار"])),
                "organ-1",
                draw(st.sampled_from(["is-8", "is-10"])),
                draw(words),
                printed=draw(words),
                adopted=draw(maybe_day),
                how=draw(st.sampled_from(["", "vote"])),
                votes=draw(st.sampled_from([{}, {"yes": 3, "no": 0}])),
                audience=draw(st.sampled_from(["public", "house"])),
                texts=(text,),
                rows=rows,
                findings=draw(st.sampled_from([(), (finding,)])),
            )
        )
    return made


entry = st.builds(
    Accepted,
    id=st.just("e-1"),
    symbol=st.sampled_from(["", "9/8-P"]),
    organ=st.just("organ-1"),
    session=st.sampled_from(["is-8", "is-10"]),
    title=named,
    printed=words,
    adopted=maybe_day,
    how=st.sampled_from(["", "consensus"]),
    audience=st.sampled_from(["public", "house"]),
    kind=st.sampled_from(["resolution", "communiqué"]),
    basis=st.sampled_from(["index", "cited"]),
    subjects=st.sampled_from([(), ("su-1", "su-2")]),
    recalls=st.sampled_from([(), ("1/8-P", "2/S&T(IS)")]),
    creates=said,
    **noted,
)
number = st.none() | st.integers(0, 40)
goal = st.builds(Goal, id=item, number=said, words=named, mandates=st.lists(item, max_size=2).map(tuple), **noted)
area = st.builds(
    Area, id=item, number=said, name=named, goals_in_all=number, goals=st.lists(goal, max_size=2).map(tuple), **noted
)
stage = st.builds(Stage, id=item, kind=st.just("plan"), day=maybe_day, words=named, activities=number, **noted)
encounter = st.builds(Encounter, id=item, kind=st.just("accord"), day=maybe_day, words=named, place=words, **noted)
seat = st.builds(Seat, id=item, kind=st.just("ex officio"), office=said, words=words, since=maybe_day, **noted)
meeting = st.builds(Meeting, id=item, day=maybe_day, words=words, place=words, **noted)
names = st.lists(
    st.builds(PartyName, short=named, formal=words, since=st.just(Day("1984")), **kept), max_size=1
).flatmap(lambda later: st.builds(PartyName, short=named, seating=words).map(lambda first: (first, *later)))
organ_names = st.lists(st.builds(OrganName, name=named, acronym=words, since=maybe_day), min_size=1, max_size=2)
PARTS: dict[str, st.SearchStrategy[list[Any]]] = {
    "source": several(Source, "S", tier=st.sampled_from("PON"), address=said, note=said),
    "party": several(
        Party, "pa", kind=st.just("state"), names=names, group=said, forms=st.lists(item, max_size=2).map(tuple), **noted
    ),
    "organ": several(
        Organ, "organ", kind=st.just("principal"), names=organ_names.map(tuple), composition=words,
        parent=st.sampled_from(["", "organ-1"]), articles=st.lists(item, max_size=9).map(tuple), founded=maybe_day, **noted,
    ),
    "instrument": several(
        Instrument, "ch", title=named, adopted=maybe_day, rules=few_rules, replaces=few_rules,
        powers=st.lists(power, max_size=2).map(tuple), offices=st.lists(office, max_size=1).map(tuple), **noted,
    ),
    "session": several(
        Session, "is", organ=st.just("organ-1"), kind=st.just("ordinary"), number=st.none() | st.integers(1, 99),
        days=st.sampled_from([None, Span.parse("1969-09-22/1969-09-25")]), theme=words,
        hijri=st.sampled_from([None, Span.parse("1389-02-30")]), **noted,
    ),
    "standing": several(Event, "pa-1", party=st.just("pa-1"), standing=st.just("member"), since=day, by=item, **noted),
    "term": several(Term, "t", office=st.just("sg"), person=item, name=named, since=maybe_day, until=maybe_day, **noted),
    "phrase": st.lists(item, unique=True, max_size=3).map(
        lambda said: [Phrase(one, "ar", "request", "operative") for one in said]
    ),
    "termbase": several(TermBaseEntry, "c", words=named, note=said),
    "dispute": several(
        Dispute, "d", fact=item, claims=st.just((Claim("a", "1992", ("S1",)), Claim("b", "19\"91", ()))), why=said,
        released=st.booleans(),
    ),
    "resolution": st.tuples(resolutions(), st.lists(entry, max_size=1)).map(lambda both: [*both[0], *both[1]]),
    "person": several(
        Person, "pe", names=named, title=words, party=st.just("pa-1"), forms=st.lists(item, max_size=2).map(tuple), **noted
    ),
    "subject": several(Subject, "su", words=named, unsourced=st.sampled_from([(), ("ar", "en")]), note=said),
    "programme": several(
        Programme, "pr", title=named, short=words, symbol=said, hijri=said, adopted=maybe_day, until=maybe_day,
        areas_in_all=number, areas=st.lists(area, max_size=2).map(tuple), steps=st.lists(stage, max_size=2).map(tuple),
        **noted,
    ),
    "partner": several(
        Partner, "pt", names=named, acronyms=words, events=st.lists(encounter, max_size=3).map(tuple), **noted
    ),
    "group": several(
        Group, "gr", names=named, created=maybe_day, seats=st.lists(seat, max_size=2).map(tuple),
        meetings=st.lists(meeting, max_size=2).map(tuple), **noted,
    ),
}  # fmt: skip


@st.composite
def organizations(draw: Any) -> Organization:
    """Any organization whose values a folder can hold, put in canonical order."""
    profile = Profile("x", draw(named), languages=LANGUAGES, note=draw(said), weekend=("fri", "sat"), founded=draw(day))
    facts: list[Any] = [("profile", "x", profile)]
    facts += [(kind, value.id, value) for kind, values in PARTS.items() for value in draw(values)]
    return folder.organization_from(reversed(facts))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(organizations())
def test_what_is_written_is_read_again(org: Organization) -> None:
    place = Path(tempfile.mkdtemp())
    try:
        folder.write(org, place)
        problems = [p for p in folder.check(place) if p.code in MALFORMED]
        assert problems == []
        assert read_leniently(place) == org
        assert folder.files_of(org) == {p: (place / p).read_bytes() for p in folder.files_of(org)}
    finally:
        shutil.rmtree(place)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(organizations())
def test_an_organization_is_the_sum_of_its_facts(org: Organization) -> None:
    facts = list(folder.facts_of(org))
    assert folder.organization_from(facts) == org
    assert len({(kind, key) for kind, key, _ in facts}) == 1 + sum(len(getattr(org, f)) for f in FIELDS.values())


MALFORMED = {
    "folder-bad-csv", "folder-bad-toml", "folder-missing-value", "folder-bad-day", "folder-row-length",
    "folder-wrong-type", "folder-not-canonical", "folder-unknown-key", "folder-place-beyond", "folder-text-absent",
}  # fmt: skip


def read_leniently(place: Path) -> Organization:
    """What was read, whatever the references: generated ids lead nowhere."""
    return gather(place).organization
