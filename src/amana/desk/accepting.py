"""What is said of a resolution when it is accepted, and how it enters the record with the duties it proposes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from amana import clerk
from amana.acts import files, proposing
from amana.acts.resolutions import Accept
from amana.clerk.sheets import Sheet
from amana.desk.entering import Attempt, attempt, attempt_batch, say_problems
from amana.desk.fields import (
    LANGUAGES,
    Boxes,
    DayField,
    Picker,
    add_words,
    choices,
    initial_words,
    named_in_order,
    sources_field,
    words_of,
)
from amana.desk.filing import keep
from amana.desk.gate import view_of
from amana.desk.reviewing import Suggested
from amana.folder.writing import slug
from amana.pages.reading import Reading, reading_of
from amana.pages.templatetags.names import organ_words, session_within, session_words
from amana.pages.vocabulary import WORDS as SHARED
from amana.resolutions.accepted import Accepted
from amana.store.queries import desk as queries
from amana.values.days import Day, Span
from amana.values.ids import natural
from amana.values.symbols import find
from amana.values.words import Words

COUNTS = ("yes", "no", "abstain")


class AcceptForm(forms.Form):
    """Symbol, session, organ, titles, day and manner of adoption: as read, to be put right."""

    symbol = forms.CharField(
        label=_("Symbol"),
        max_length=64,
        widget=forms.TextInput(attrs={"dir": "ltr"}),
        help_text=_("In its normal form."),
    )
    organ = forms.ChoiceField(label=_("Organ"), widget=Picker)
    session = forms.ChoiceField(label=_("Session"), widget=Picker)
    adopted = DayField(label=_("Adopted on"), required=False)
    how = forms.ChoiceField(label=_("How"), required=False, widget=Picker)
    yes = forms.IntegerField(label=_("In favour"), required=False, min_value=0)
    no = forms.IntegerField(label=_("Against"), required=False, min_value=0)
    abstain = forms.IntegerField(label=_("Abstaining"), required=False, min_value=0)

    def __init__(
        self,
        reading: Reading,
        suggested: Suggested,
        held: Mapping[str, str],
        typed: dict[str, list[str]] | None = None,
        *,
        validate: bool = False,
    ) -> None:
        data = QueryDict(mutable=True)
        for name, values in (typed or {}).items():
            data.setlist(name, values)
        super().__init__(data if typed and validate else None)
        self._choices(reading, held)
        add_words(self, "title", gettext("Title"))
        self.fields["despite"] = forms.BooleanField(label=gettext("As typed, all the same"), required=False)
        self.fields["note"] = forms.CharField(
            label=gettext("Note"), required=False, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
        )
        self.initial = _initial(suggested)
        if typed and not validate:
            several = ("renews", "sources")
            self.initial |= {name: values if name in several else values[0] for name, values in typed.items() if values}

    def _choices(self, reading: Reading, held: Mapping[str, str]) -> None:
        org, language = reading.organization, reading.language
        for name, pairs in (
            ("organ", named_in_order((o.id, organ_words(reading, o.id).best(language)) for o in org.organs)),
            ("session", _sessions(reading)),
            ("how", [(key, str(said)) for key, said in SHARED["how"].items()]),
        ):
            self.fields[name].choices = choices(pairs)  # type: ignore[attr-defined]
        self.fields["renews"] = forms.MultipleChoiceField(
            label=gettext("Renews"),
            required=False,
            choices=[(key, symbol) for symbol, key in held.items()],
            widget=Boxes,
        )
        self.fields["sources"] = sources_field(org.sources, gettext("Sources"))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not any(said.get(f"title_{x}") for x in LANGUAGES):
            self.add_error("title_en", gettext("Give a title in at least one language."))
        if said.get("how") == "vote" and said.get("yes") is None:
            self.add_error("yes", gettext("Say how many voted in favour."))
        return said


def _sessions(reading: Reading) -> list[tuple[str, str]]:
    sessions = sorted(reading.organization.sessions, key=lambda s: str(s.days or ""), reverse=True)
    return [(s.id, session_words(reading, s).best(reading.language)) for s in sessions]


def _initial(suggested: Suggested) -> dict[str, Any]:
    counted = {name: suggested.votes.get(name) for name in COUNTS}
    return {
        "symbol": suggested.symbol, "organ": suggested.organ, "session": suggested.session,
        "adopted": str(suggested.adopted or ""), "how": suggested.how, **counted,
        **initial_words("title", suggested.titles),
    }  # fmt: skip


def doubts(reading: Reading, sheet: Sheet, form: AcceptForm) -> list[str]:
    """What of a valid form does not go with its session: the number in the symbol or the texts, the day of adoption."""
    said, org = form.cleaned_data, reading.organization
    session = org.sessions_by_id.get(said["session"])
    if session is None:
        return []
    name = session_within(reading, session.id).best(reading.language)
    printed = next(iter(find(said["symbol"], org.symbols)), None)
    symbol = str(printed.parts.get("session", "")) if printed else ""
    stated = sorted({r.session_number for r in sheet.readings.values() if r.session_number})
    if symbol.isdecimal():  # a text speaks of other sessions too; its symbol does not
        stated = []
    found = []
    if session.number is not None and symbol.isdecimal() and int(symbol) != session.number:
        found.append(
            gettext("The symbol is of session number %(number)s; the session chosen is %(session)s.")
            % {"number": int(symbol), "session": name}
        )
    found += [
        gettext("The text says session number %(number)s; the session chosen is %(session)s.")
        % {"number": number, "session": name}
        for number in stated
        if session.number is not None and number != session.number
    ]
    if said["adopted"] and session.days and _apart(said["adopted"], session.days):
        found.append(
            gettext("The day of adoption lies outside the days of the session chosen, %(session)s.") % {"session": name}
        )
    return found


def misnamed(sheet: Sheet, form: AcceptForm) -> list[str]:
    """What of a valid form does not go with its text: another symbol than the one on its cover."""
    typed, read = form.cleaned_data["symbol"], sheet.symbol()
    if not read or typed == read:
        return []
    return [gettext("The text bears the symbol %(read)s; %(typed)s was typed.") % {"read": read, "typed": typed}]


def _apart(day: Day, days: Span) -> bool:
    """Whether the day can be none of those days; what is not known may be."""
    before = day.last is not None and days.first is not None and day.last < days.first
    return before or (day.first is not None and days.last is not None and day.first > days.last)


def accept(
    request: HttpRequest, draft: queries.Draft, sheet: Sheet, form: AcceptForm, reasons: Mapping[str, str]
) -> Attempt:
    """Enter the resolution, keep its files under its name, propose its duties; the draft then knows what came of it.

    `reasons`: why findings are settled, by their fingerprints.
    """
    value = accepted_of(request, sheet, form, reasons)
    done = attempt(request, Accept(value))
    if not done:
        return done
    queries.close_draft(draft, value.id)
    keep_files(request, draft, value)
    propose(request, value, sheet)
    return done


def keep_files(request: HttpRequest, draft: queries.Draft, value: Accepted) -> None:
    """Keep the files its texts came from under the name of the resolution."""
    for file in draft.files:
        if any(text.sha256 == file["sha256"] for text in value.texts):
            data, by = files.read(file["sha256"]), reading_of(request).reader.person
            keep(file["name"], data, by, media_type=file["media_type"], subject=value.id)


def propose(request: HttpRequest, value: Accepted, sheet: Sheet | None = None) -> int:
    """Propose the duties of a resolution that are not known yet, and say how many."""
    known = {row.key for row in queries.of_resolution(value.id)}
    acts = proposing.acts(value, reading_of(request).organization, sheet, known)
    count, problems = attempt_batch(request, acts) if acts else (0, ())
    say_problems(request, problems)
    words = ngettext("%(count)s duty proposed.", "%(count)s duties proposed.", count) % {"count": count}
    if not problems:
        messages.info(request, words if count else gettext("No new duty was found in the text."))
    return count


def accepted_of(request: HttpRequest, sheet: Sheet, form: AcceptForm, reasons: Mapping[str, str]) -> Accepted:
    """The resolution as it is to enter, with its permanent ids."""
    said = facts_of(form)
    return clerk.accepted(sheet, resolution=new_id(request, said["symbol"], said["session"]), reasons=reasons, **said)


def facts_of(form: AcceptForm) -> dict[str, Any]:
    """What a valid form says of the resolution, by the names of its fields."""
    said = form.cleaned_data
    return {
        "symbol": said["symbol"].strip(),
        "organ": said["organ"],
        "session": said["session"],
        "title": words_of(said, "title"),
        "adopted": said["adopted"],
        "how": said["how"],
        "votes": {name: said[name] for name in COUNTS if said[name] is not None} if said["how"] == "vote" else {},
        "renews": tuple(said["renews"]),
        "sources": tuple(said["sources"]),
        "note": said["note"].strip(),
    }


def new_id(request: HttpRequest, symbol: str, session: str) -> str:
    """The permanent id: the symbol as an address, with its session where another resolution has that one already."""
    name = slug(Accepted(natural("resolution", symbol), symbol, "", session, Words()))
    return name if view_of(request).resolution(name) in (None, symbol) else f"{session}-{name}"
