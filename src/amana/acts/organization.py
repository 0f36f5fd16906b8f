"""Acts on what the organization is: its profile, parties, organs, instruments, offices, sessions, sources, disputes."""

from __future__ import annotations

from collections.abc import Iterable

from amana.acts.facts import Correct, New
from amana.acts.kernel import act
from amana.acts.view import View
from amana.charter.offices import Term
from amana.charter.organs import Organ
from amana.charter.parties import Party
from amana.charter.persons import Person
from amana.charter.rules import Instrument
from amana.folder.organization import Phrase, Profile, TermBaseEntry
from amana.programme.programme import Programme
from amana.relations.groups import Group
from amana.relations.partners import Partner
from amana.resolutions.subjects import Subject
from amana.sessions.session import Session
from amana.values.codec import from_plain
from amana.values.facts import Dispute, Source
from amana.values.problems import Problem
from amana.values.symbols import Pattern


@act("organization.describe", audience="public")
class Describe(New):
    """Say what the organization is: names, languages, seat, time zone, until when it is known."""

    KIND = "profile"
    fact: Profile


@act("organization.correct", audience="public")
class CorrectProfile(Correct):
    """Say again what the organization is."""

    KIND = "profile"
    fact: Profile


@act("source.cite", audience="public")
class Cite(New):
    """Add a source that facts may name."""

    KIND = "source"
    fact: Source
    held: bool = False


@act("source.correct", audience="public")
class CorrectSource(Correct):
    """Correct how a source is described."""

    KIND = "source"
    fact: Source


@act("party.register", audience="public")
class Register(New):
    """Add a state or body under the names the organization uses. It has no standing yet."""

    KIND = "party"
    fact: Party
    held: bool = False


@act("party.correct", audience="public")
class CorrectParty(Correct):
    """Correct a party's names or particulars; a new name from a day on is one more name."""

    KIND = "party"
    fact: Party
    held: bool = False


@act("organ.found", audience="public")
class Found(New):
    """Add an organ or institution."""

    KIND = "organ"
    fact: Organ


@act("organ.correct", audience="public")
class CorrectOrgan(Correct):
    """Correct an organ's names, seat or founding."""

    KIND = "organ"
    fact: Organ


@act("instrument.adopt", audience="public")
class Adopt(New):
    """Add a charter, rules of procedure, or an amendment, with its rules and their articles."""

    KIND = "instrument"
    fact: Instrument

    def law(self, now: View) -> Iterable[Problem]:
        if self.fact.amends and now.fact("instrument", self.fact.amends) is None:
            yield Problem("fact-reference-unknown", {"kind": "instrument", "key": self.fact.amends, "of": self.fact.id})


@act("instrument.correct", audience="public")
class CorrectInstrument(Correct):
    """Correct an instrument."""

    KIND = "instrument"
    fact: Instrument


@act("session.convene", audience="public")
class Convene(New):
    """Add a session of an organ, with its days as stated in both calendars."""

    KIND = "session"
    fact: Session
    held: bool = False

    def law(self, now: View) -> Iterable[Problem]:
        new = self.fact
        for plain in now.facts("session").values():
            old = from_plain(Session, plain)
            same = (old.organ, old.kind, old.number) == (new.organ, new.kind, new.number)
            if new.number is not None and same:
                yield Problem("session-number-taken", {"session": new.id, "number": new.number, "other": old.id})


@act("session.correct", audience="public")
class CorrectSession(Correct):
    """Correct a session's place, days or theme."""

    KIND = "session"
    fact: Session
    held: bool = False


@act("office.appoint", audience="public")
class Appoint(New):
    """Record that a person holds an office from a day on."""

    KIND = "term"
    fact: Term
    held: bool = False

    def law(self, now: View) -> Iterable[Problem]:
        term = self.fact
        if term.since and term.until and term.since.first and term.until.last and term.until.last < term.since.first:
            yield Problem(
                "term-ends-before-it-starts", {"term": term.id, "since": str(term.since), "until": str(term.until)}
            )


@act("office.correct", audience="public")
class CorrectTerm(Correct):
    """Correct a term of office: its days, its holder's name, or when it ended."""

    KIND = "term"
    fact: Term
    held: bool = False


@act("symbol.define", audience="public")
class DefineSymbol(New):
    """Say how documents are numbered."""

    KIND = "symbol"
    fact: Pattern


@act("symbol.correct", audience="public")
class CorrectSymbol(Correct):
    """Correct how documents are numbered."""

    KIND = "symbol"
    fact: Pattern


@act("phrase.define", audience="public")
class DefinePhrase(New):
    """Add an opening phrase of this house."""

    KIND = "phrase"
    fact: Phrase


@act("phrase.correct", audience="public")
class CorrectPhrase(Correct):
    """Correct an opening phrase of this house."""

    KIND = "phrase"
    fact: Phrase


@act("term.define", audience="public")
class DefineTerm(New):
    """Add a term to the term base."""

    KIND = "termbase"
    fact: TermBaseEntry


@act("term.correct", audience="public")
class CorrectTermBase(Correct):
    """Correct a term of the term base."""

    KIND = "termbase"
    fact: TermBaseEntry


@act("dispute.note", audience="house")
class Note(New):
    """Note that sources differ on a fact. The public sees it only when it is released."""

    KIND = "dispute"
    fact: Dispute

    def audience(self) -> str:
        return "public" if self.fact.released else "house"


@act("dispute.correct", audience="house")
class CorrectDispute(Correct):
    """Add a claim, hold another one, or release the dispute."""

    KIND = "dispute"
    fact: Dispute

    def audience(self) -> str:
        return "public" if self.fact.released else "house"


@act("person.register", audience="public")
class RegisterPerson(New):
    """Add a person who holds or held an office, under the names the organization prints."""

    KIND = "person"
    fact: Person


@act("person.correct", audience="public")
class CorrectPerson(Correct):
    """Correct a person's names, title or variants."""

    KIND = "person"
    fact: Person


@act("subject.define", audience="public")
class DefineSubject(New):
    """Add a subject under which decisions of several sessions stand together."""

    KIND = "subject"
    fact: Subject


@act("subject.correct", audience="public")
class CorrectSubject(Correct):
    """Correct the words of a subject."""

    KIND = "subject"
    fact: Subject


@act("programme.adopt", audience="public")
class AdoptProgramme(New):
    """Add a programme of action with its areas and goals, adopted or in preparation."""

    KIND = "programme"
    fact: Programme


@act("programme.correct", audience="public")
class CorrectProgramme(Correct):
    """Correct a programme, or add an area, a goal or a step to it."""

    KIND = "programme"
    fact: Programme


@act("partner.register", audience="public")
class RegisterPartner(New):
    """Add an organization outside this one, with what happened between the two."""

    KIND = "partner"
    fact: Partner


@act("partner.correct", audience="public")
class CorrectPartner(Correct):
    """Correct a partner, or add an event to it."""

    KIND = "partner"
    fact: Partner


@act("group.create", audience="public")
class CreateGroup(New):
    """Add a contact group with its members."""

    KIND = "group"
    fact: Group


@act("group.correct", audience="public")
class CorrectGroup(Correct):
    """Correct a contact group, its seats or its meetings."""

    KIND = "group"
    fact: Group
