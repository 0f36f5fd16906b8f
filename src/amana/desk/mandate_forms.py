"""What the desk asks before each act on a mandate."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from amana.desk.fields import Boxes, DayField, Picker, add_words, choices, named_in_order
from amana.desk.vocabulary import word
from amana.mandates.lifecycle import CLOSINGS, WITHOUT_REPORT
from amana.pages.reading import Reading
from amana.pages.templatetags.names import implementer_words, session_words
from amana.pages.vocabulary import WORDS as SHARED
from amana.store.queries import desk as queries
from amana.values.audiences import BY_ROLE
from amana.values.days import Day
from amana.values.ids import PersonId


class Nothing(forms.Form):
    """Nothing is asked."""


class Why(forms.Form):
    """A reason."""

    why = forms.CharField(
        label=_("Why"), widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}), help_text=_("Stays in the house.")
    )


class Contextual(forms.Form):
    """A form that depends on the mandate and on what is known."""

    def __init__(self, row: Any, reading: Reading, data: Any = None, *, prefix: str = "") -> None:
        super().__init__(data, prefix=prefix)
        self.row, self.reading = row, reading
        self.build()

    def build(self) -> None:
        """Add what depends on them."""


class AssignForm(Contextual):
    """To whom."""

    def build(self) -> None:
        people: list[tuple[PersonId, str]] = queries.officers()
        self.fields["officer"] = forms.ChoiceField(label=gettext("To"), choices=choices(people))
        self.initial["officer"] = self.row.officer


class ToldForm(Contextual):
    """Words that may be released, words for the house, one piece of evidence."""

    internal = forms.CharField(
        label=_("Note for the house"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        help_text=_("Never released."),
    )

    def build(self) -> None:
        kinds = [(key, str(said)) for key, said in SHARED["evidence"].items()]
        add_words(self, "words", gettext("What has happened"), lines=3)
        self.order_fields(["words_ar", "words_en", "words_fr", "internal"])
        self.fields["evidence_kind"] = forms.ChoiceField(
            label=gettext("Evidence"), choices=choices(kinds, gettext("none now")), required=False
        )
        self.fields["evidence_reference"] = forms.CharField(
            label=gettext("Its symbol, address or number"),
            required=False,
            widget=forms.TextInput(attrs={"dir": "auto"}),
        )
        self.fields["file"] = forms.FileField(
            label=gettext("Or a file"), required=False, help_text=gettext("Kept by its checksum; the house sees it.")
        )
        add_words(self, "evidence_words", gettext("What it shows"))
        self.fields["kept"] = forms.CharField(required=False, widget=forms.HiddenInput)
        self.fields["kept_name"] = forms.CharField(required=False, widget=forms.HiddenInput)

    def take_file(self, kept: tuple[str, str]) -> None:
        """A file came with the form and was kept: checksum and name, so that it need not be chosen again."""
        sent: Any = self.data
        self.data = again = sent.copy()
        again[self.add_prefix("kept")], again[self.add_prefix("kept_name")] = kept

    @property
    def file_name(self) -> str:
        """The name of the file that is kept already; '' without."""
        return str(self.data.get(self.add_prefix("kept_name"), "")) if self.is_bound else ""

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        has = bool(said.get("evidence_reference", "").strip() or said.get("kept"))
        if has and not said.get("evidence_kind"):
            self.add_error("evidence_kind", gettext("Say what kind of evidence this is."))
        if said.get("evidence_kind") and not has:
            self.add_error("evidence_reference", gettext("Give its symbol, address or number, or choose a file."))
        return said


class CloseForm(Contextual):
    """How it ended."""

    def build(self) -> None:
        allowed = CLOSINGS if self.row.status == "reported" else [how for how in CLOSINGS if how in WITHOUT_REPORT]
        pairs = [(how, word(how, "outcome")) for how in allowed]
        self.fields["outcome"] = forms.ChoiceField(label=gettext("As"), choices=choices(pairs))
        add_words(self, "words", gettext("In words"), lines=2)


class AmendForm(Contextual):
    """Who has to act, and by when."""

    def build(self) -> None:
        org = self.reading.known
        language = self.reading.language
        keys = list(self.row.implementers)
        keys += [o.id for o in (org.organs if org else ())] + [*(org.offices_by_id if org else ())]
        keys += ["secretary-general", "general-secretariat", "member-states"]
        named = [(key, implementer_words(self.reading, key).best(language)) for key in dict.fromkeys(keys)]
        held = [one for one in named if one[0] in self.row.implementers]
        pairs = [*held, *named_in_order(one for one in named if one not in held)]  # who acts now stands on top
        self.fields["implementers"] = forms.MultipleChoiceField(
            label=gettext("Who has to act"), choices=pairs, required=False, widget=Boxes
        )
        self.fields["due_day"] = DayField(label=gettext("Due on"), required=False)
        sessions = sorted(org.sessions if org else (), key=lambda s: str(s.days or ""), reverse=True)
        meeting = [(s.id, session_words(self.reading, s).best(language)) for s in sessions]
        self.fields["due_session"] = forms.ChoiceField(
            label=gettext("Or at the session"), choices=choices(meeting), required=False, widget=Picker
        )
        self.fields["why"] = forms.CharField(
            label=gettext("Why"), widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
        )
        row = self.row
        self.initial = {"implementers": row.implementers, "due_day": row.due_day, "due_session": row.due_session}

    def clean_due_day(self) -> Day | None:
        """One day, month or year: a mandate is due then, not on one of several days."""
        day: Day | None = self.cleaned_data["due_day"]
        if day is not None and not day.numbers:
            raise forms.ValidationError(gettext("Give one day, month or year."))
        return day


class ReleaseForm(forms.Form):
    """To whom."""

    to = forms.ChoiceField(label=_("To"), choices=[(key, SHARED["audience"][key]) for key in BY_ROLE])
