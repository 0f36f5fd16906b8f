"""What a registrar says of a change: of a party's standing, a new party, a term of office, a session."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, get_args

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from amana.acts.kernel import Act
from amana.acts.organization import Cite
from amana.charter.offices import Term
from amana.charter.parties import Party, PartyKind, PartyName
from amana.charter.standing import Event, Standing
from amana.desk.fields import (
    TIERS,
    DayField,
    IdField,
    Picker,
    SourceIdField,
    SpanField,
    add_words,
    choices,
    initial_words,
    named_in_order,
    sources_field,
    words_of,
)
from amana.pages.reading import Reading
from amana.pages.templatetags.names import organ_words, party_words, session_words
from amana.pages.vocabulary import WORDS as SHARED
from amana.sessions.session import Session, SessionKind
from amana.values.days import Day, write_day
from amana.values.facts import Source

NUMBERED = re.compile(r"-(\d+)$")


class RegistryForm(forms.Form):
    """What every form of the registrar has: sources, a new source, a note."""

    def __init__(self, reading: Reading, data: Any = None, fact: Any = None) -> None:
        super().__init__(data)
        self.reading, self.org, self.fact = reading, reading.organization, fact
        self.build()
        self._sources()
        self.close()

    def build(self) -> None:
        """The fields of this form."""

    def close(self) -> None:
        """What is asked last, below the note."""

    def choose(self, name: str, label: str, pairs: Iterable[tuple[str, str]], *, required: bool = True) -> None:
        """A field to choose one of several."""
        self.fields[name] = forms.ChoiceField(label=label, choices=choices(pairs), required=required, widget=Picker)

    def parties(self) -> list[tuple[str, str]]:
        """Every party by its name."""
        said = [(p.id, party_words(self.reading, p.id).best(self.reading.language)) for p in self.org.parties]
        return named_in_order(said)

    def organs(self) -> list[tuple[str, str]]:
        """Every organ by its name."""
        return named_in_order(
            (o.id, organ_words(self.reading, o.id).best(self.reading.language)) for o in self.org.organs
        )

    def decisions(self) -> list[tuple[str, str]]:
        """What may have decided something: sessions, newest first, and instruments."""
        sessions = sorted(self.org.sessions, key=lambda s: str(s.days or ""), reverse=True)
        named = [(s.id, session_words(self.reading, s).best(self.reading.language)) for s in sessions]
        return named + [(i.id, i.title.best(self.reading.language)) for i in self.org.instruments]

    def decided_by(self) -> None:
        """The field `by`."""
        self.choose("by", gettext("Decided by"), self.decisions(), required=False)

    def _sources(self) -> None:
        self.fields["sources"] = sources_field(self.org.sources, gettext("Sources"))
        self.fields["new_source"] = SourceIdField(
            label=gettext("A new source: its id"),
            required=False,
            help_text=gettext("As others will cite it, such as NOTE-7."),
        )
        tiers = [(tier, str(SHARED["tier"][tier])) for tier in TIERS]
        self.choose("new_tier", gettext("What kind of source"), tiers, required=False)
        self.fields["new_address"] = forms.CharField(
            label=gettext("Its address"), required=False, max_length=500, widget=forms.TextInput(attrs={"dir": "ltr"})
        )
        self.fields["new_note"] = forms.CharField(
            label=gettext("What it is"), required=False, max_length=500, widget=forms.TextInput(attrs={"dir": "auto"})
        )
        self.fields["note"] = forms.CharField(
            label=gettext("Note"), required=False, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
        )
        if self.fact is not None:
            self.initial = {**self.initial, "sources": list(self.fact.sources), "note": self.fact.note}

    def doubts(self) -> list[str]:
        """What of a valid form is unusual enough to be said twice."""
        return []

    def doubted(self) -> bool:
        """Whether it has to be said a second time: then the form says why, and asks for a tick."""
        doubts = self.doubts()
        if not doubts:
            return False
        self.fields["despite"] = forms.BooleanField(label=gettext("As typed, all the same"), required=False)
        if self["despite"].value():
            return False
        for sentence in doubts:
            self.add_error(None, sentence)
        return True

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        new = said.get("new_source")
        if new and new in self.org.sources_by_id:
            self.add_error("new_source", gettext("There is a source of this id already: choose it above."))
        if new and not said.get("new_tier"):
            self.add_error("new_tier", gettext("Say what kind of source it is."))
        if not new and (said.get("new_address") or said.get("new_note")):
            self.add_error("new_source", gettext("Give the new source an id."))
        return said

    def sources(self) -> tuple[str, ...]:
        """The sources chosen, and the new one."""
        said = self.cleaned_data
        return tuple(dict.fromkeys([*said["sources"], *([said["new_source"]] if said["new_source"] else [])]))

    def cites(self) -> list[Act]:
        """The act that adds the new source, if there is one."""
        said = self.cleaned_data
        if not said["new_source"]:
            return []
        return [
            Cite(
                Source(said["new_source"], said["new_tier"], said["new_address"].strip(), said["new_note"].strip()),
                held=True,
            )
        ]

    def unsourced(self, *fields: str) -> tuple[str, ...]:
        """Fields that have no source, where none was given at all."""
        return () if self.sources() else fields

    def next_id(self, prefix: str, taken: Iterable[str]) -> str:
        """`<prefix>-<n>`, one above the highest."""
        numbers = [
            int(m[1]) for key in taken if key.startswith(f"{prefix}-") and (m := NUMBERED.fullmatch(key[len(prefix) :]))
        ]
        return f"{prefix}-{max(numbers, default=0) + 1}"


def still_to_come(day: Day | None, reading: Reading) -> list[str]:
    """That a day certainly lies after today."""
    if day is None or day.first is None or day.first <= reading.today:
        return []
    return [gettext("%(day)s is still to come.") % {"day": write_day(day, reading.language)}]


def overlap(one: Term, other: Term) -> bool:
    """Whether two terms certainly ran at the same time, by the days stated; the day of handing over is both's."""
    first, second = sorted((one, other), key=lambda t: t.since.last if t.since and t.since.last else date.max)
    begins = second.since.first if second.since else None
    ends = first.until.first if first.until else None
    both_begin = first.since and second.since and first.since.exact and first.since == second.since
    return bool(both_begin or (begins and ends and begins < ends))


class StandingForm(RegistryForm):
    """A party's standing changes since a day, by a decision."""

    def build(self) -> None:
        self.choose("party", gettext("State or body"), self.parties())
        self.fields["since"] = DayField(label=gettext("Since"))
        self.decided_by()

    def close(self) -> None:
        self.fields["note"].help_text = gettext("Public together with this change, once a second person releases it.")
        self.fields["checked"] = forms.BooleanField(
            label=gettext("I have checked the decision and its source"),
            error_messages={"required": gettext("Tick this once you have checked the decision and its source.")},
        )

    def doubts(self) -> list[str]:
        return still_to_come(self.cleaned_data["since"], self.reading)

    def event(self, standing: Standing) -> Event:
        """The event it says."""
        said = self.cleaned_data
        key = self.next_id(said["party"], (e.id for e in self.org.standings))
        return Event(
            key,
            said["party"],
            standing,
            said["since"],
            said["by"],
            self.sources(),
            self.unsourced("since"),
            said["note"].strip(),
        )


class CorrectStandingForm(RegistryForm):
    """A standing event as it should have been entered."""

    fact: Event

    def build(self) -> None:
        self.choose("standing", gettext("Standing"), [(s, str(SHARED["standing"][s])) for s in get_args(Standing)])
        self.fields["since"] = DayField(label=gettext("Since"))
        self.decided_by()
        self.initial = {"standing": self.fact.standing, "since": str(self.fact.since), "by": self.fact.by}

    def made(self) -> Event:
        """The event corrected."""
        said, old = self.cleaned_data, self.fact
        left = () if self.sources() and not old.unsourced else (old.unsourced or self.unsourced("since"))
        return Event(
            old.id, old.party, said["standing"], said["since"], said["by"], self.sources(), left, said["note"].strip()
        )


class PartyForm(RegistryForm):
    """A state or body under the names the organization uses."""

    def build(self) -> None:
        self.fields["id"] = IdField(label=gettext("Id"))
        self.choose("kind", gettext("Kind"), [(k, str(SHARED["party"][k])) for k in get_args(PartyKind)])
        self.fields["iso"] = forms.RegexField(
            r"^[A-Z]{2}$", label=gettext("ISO country code"), required=False, help_text=gettext("Two capital letters; a state's only."),
            widget=forms.TextInput(attrs={"dir": "ltr"}),
        )  # fmt: skip
        groups = sorted({p.group for p in self.org.parties if p.group})
        self.choose("group", gettext("Group"), [(g, str(SHARED["group"].get(g, g))) for g in groups], required=False)
        add_words(self, "short", gettext("Short name"))
        add_words(self, "formal", gettext("Formal name"))
        add_words(self, "seating", gettext("Name on the seat"))

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if not words_of(said, "short"):
            self.add_error("short_en", gettext("Give a short name in at least one language."))
        return said

    def made(self) -> Party:
        """The party."""
        said = self.cleaned_data
        name = PartyName(words_of(said, "short"), words_of(said, "formal"), words_of(said, "seating"))
        kind: Any = said["kind"]
        return Party(
            said["id"],
            kind,
            (name,),
            said["iso"],
            said["group"],
            (),
            self.sources(),
            self.unsourced("short"),
            said["note"].strip(),
        )


class TermForm(RegistryForm):
    """Somebody's term in an office; with a term, what it should say."""

    fact: Term | None

    def build(self) -> None:
        offices = [(o.id, o.name.best(self.reading.language)) for o in self.org.offices_by_id.values()]
        if self.fact is None:
            self.choose("office", gettext("Office"), offices)
        add_words(self, "name", gettext("Name"))
        self.choose("party", gettext("Of which state"), self.parties(), required=False)
        self.fields["since"] = DayField(label=gettext("Since"), required=False)
        self.fields["until"] = DayField(label=gettext("Until"), required=False)
        self.fields["until"].help_text = gettext("The last day as stated; empty where no source states one.")
        self.decided_by()
        if self.fact is not None:
            old = self.fact
            days = {"since": str(old.since or ""), "until": str(old.until or "")}
            self.initial = {"party": old.party, "by": old.by, **days, **initial_words("name", old.name)}

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if not words_of(said, "name"):
            self.add_error("name_en", gettext("Give the name in at least one language, as the organization prints it."))
        return said

    def doubts(self) -> list[str]:
        language, made = self.reading.language, self.made()
        beside = [t for t in self.org.terms if t.office == made.office and t.id != made.id and overlap(made, t)]
        return [
            gettext("The term of %(name)s in this office runs at the same time.") % {"name": t.name.best(language)}
            for t in beside
        ]

    def made(self) -> Term:
        """The term."""
        said, old = self.cleaned_data, self.fact
        name, since, until = words_of(said, "name"), said["since"], said["until"]
        sources, note = self.sources(), said["note"].strip()
        if old is not None:
            left = tuple(f for f in old.unsourced if not (f == "until" and until is None))
            return Term(
                old.id, old.office, old.person, name, said["party"], since, until, said["by"], sources, left, note
            )
        office = said["office"]
        taken = [t.id for t in self.org.terms]
        mine = [t.id for t in self.org.terms if t.office == office]
        prefix = next((NUMBERED.sub("", key) for key in reversed(mine) if NUMBERED.search(key)), office)
        key = self.next_id(prefix, taken)
        return Term(
            key, office, key, name, said["party"], since, until, said["by"], sources, self.unsourced("since"), note
        )


class SessionForm(RegistryForm):
    """A session of an organ, with its days as stated in both calendars; with a session, what it should say."""

    fact: Session | None

    def build(self) -> None:
        kinds = [(k, str(SHARED["session"][k])) for k in get_args(SessionKind)]
        if self.fact is None:
            self.choose("organ", gettext("Organ"), self.organs())
            self.choose("kind", gettext("Kind"), kinds)
            self.fields["number"] = forms.IntegerField(
                label=gettext("Number"), required=False, min_value=1, max_value=999
            )
        add_words(self, "place", gettext("Place"))
        self.choose("party", gettext("Host"), self.parties(), required=False)
        self.fields["days"] = SpanField(label=gettext("Days"), required=False)
        self.fields["hijri"] = SpanField(label=gettext("Hijri days"), required=False, hijri=True)
        add_words(self, "theme", gettext("Theme"))
        if self.fact is not None:
            old = self.fact
            days = {"days": str(old.days or ""), "hijri": str(old.hijri or ""), "party": old.party}
            self.initial = {**days, **initial_words("place", old.place), **initial_words("theme", old.theme)}

    def made(self) -> Session:
        """The session."""
        said, old = self.cleaned_data, self.fact
        kind: Any = old.kind if old else said["kind"]
        organ = old.organ if old else said["organ"]
        number = old.number if old else said["number"]
        return Session(
            id=old.id if old else self._id(organ, kind, number),
            organ=organ, kind=kind, number=number, place=words_of(said, "place"), party=said["party"],
            days=said["days"], hijri=said["hijri"], theme=words_of(said, "theme"), joint_with=old.joint_with if old else "",
            sources=self.sources(), unsourced=old.unsourced if old else self.unsourced("days"), note=said["note"].strip(),
        )  # fmt: skip

    def _id(self, organ: str, kind: str, number: int | None) -> str:
        """Like the ids of the sessions of this organ and kind that are there: co-5, cfm-x-20."""
        held = [s for s in self.org.sessions if (s.organ, s.kind) == (organ, kind) and NUMBERED.search(s.id)]
        alike: Sequence[str] = [s.id for s in sorted(held, key=lambda s: s.number or 0)]
        prefix = (
            NUMBERED.sub("", alike[-1])
            if alike
            else organ + {"ordinary": "", "extraordinary": "-x"}.get(kind, f"-{kind[0]}")
        )
        wanted = f"{prefix}-{number}" if number is not None else self.next_id(prefix, alike)
        return wanted if wanted not in self.org.sessions_by_id else self.next_id(wanted, self.org.sessions_by_id)


class StrikeForm(forms.Form):
    """Why a fact never stood."""

    why = forms.CharField(
        label=_("Why it does not stand"),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        help_text=_("What was entered stays in the record; this says that it was a mistake."),
    )
