"""Errors that readers reported, and the answers that everybody will read."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from amana.desk.fields import add_words, initial_words, words_of
from amana.desk.gate import desk
from amana.pages.reading import reading_of
from amana.store import queries
from amana.store.queries import errors

ANSWERERS = ("registrar", "editor")
PAGE = 100


class AnswerForm(forms.Form):
    """The answer in every language, and the entry of the record that put it right."""

    entry = forms.IntegerField(
        label=_("Entry of the record that corrected it"),
        help_text=_("Its number; empty where nothing was corrected."),
        min_value=1,
        required=False,
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        add_words(self, "answer", gettext("Answer"), lines=3, hint=gettext("Everybody will read it."))
        self.order_fields(["answer_ar", "answer_en", "answer_fr", "entry"])

    def clean_entry(self) -> int | None:
        """An entry that everybody may see."""
        no: int | None = self.cleaned_data["entry"]
        found = queries.entry(no) if no else None
        if no and (found is None or found.audience != "public"):
            raise ValidationError(gettext("The record has no public entry of this number."))
        return no

    def clean(self) -> dict[str, Any]:
        """An answer in one language at least."""
        cleaned = super().clean() or self.cleaned_data
        if not words_of(cleaned, "answer"):
            raise ValidationError(gettext("Write the answer in one language at least."))
        return cleaned


@desk(*ANSWERERS)
def reports(request: HttpRequest) -> HttpResponse:
    """Reports that wait, and those answered last. Two queries."""
    context = {"waiting": list(errors.waiting()[:PAGE]), "settled": list(errors.settled()[:PAGE])}
    return render(request, "desk/errors.html", context)


@desk(*ANSWERERS)
def report(request: HttpRequest, key: UUID) -> HttpResponse:
    """One report and its answer."""
    held = errors.one(key)
    if held is None:
        raise Http404
    form = AnswerForm(request.POST or None, initial={**initial_words("answer", held.answer), "entry": held.entry})
    if request.method == "POST" and form.is_valid():
        person = reading_of(request).reader.person
        errors.answer(held, person, words_of(form.cleaned_data, "answer"), form.cleaned_data["entry"])
        messages.success(request, gettext("The answer is public now."))
        return HttpResponseRedirect(reverse("desk:errors"))
    return render(request, "desk/error.html", {"report": held, "form": form})
