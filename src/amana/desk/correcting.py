"""Putting a resolution right: what is said of it, a language version that came late, a text for an entry without one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from amana import clerk
from amana.acts import known
from amana.acts.resolutions import CorrectResolution
from amana.clerk.correcting import corrected
from amana.clerk.sheets import Sheet
from amana.desk.accepting import AcceptForm, accepted_of, facts_of, keep_files, propose
from amana.desk.entering import Attempt, attempt, say_entered, say_problems
from amana.desk.filing import keep_text, kept_uploads, read
from amana.desk.gate import CONFERENCE, EDITORS, desk
from amana.desk.reviewing import Suggested
from amana.desk.version_lines import after_reading, begin_from
from amana.pages.reading import reading_of
from amana.resolutions.accepted import Accepted
from amana.resolutions.settled import Settlement, look
from amana.store.queries import desk as queries
from amana.store.queries import public, versions
from amana.values import codec


class CorrectForm(AcceptForm):
    """The same fields as at accepting, and why they are put right."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["why"] = forms.CharField(
            label=gettext("Why"), widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
        )


def held(key: str) -> Accepted | None:
    """The resolution in its latest version with its texts, paragraphs and findings. Seven queries."""
    whole = public.decision(queries.HOUSE, key)
    if whole is None:
        return None
    findings = queries.findings(key, whole.row.entry)
    return known.accepted_of(whole.row, whole.texts.values(), whole.paragraphs, findings, whole.audience)


def said_of(value: Accepted) -> Suggested:
    """What is held, as the form shows it."""
    return Suggested(
        value.symbol, value.organ, value.session, dict(value.title), value.adopted, value.how, value.votes, ()
    )


@desk(*CONFERENCE, *EDITORS)
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, key: str) -> HttpResponse:
    """Put right what is said of a resolution; its text stays."""
    value, reading = held(key), reading_of(request)
    if value is None:
        raise Http404
    typed = {name: request.POST.getlist(name) for name in request.POST} if request.method == "POST" else None
    renewed = {row.symbol or row.key: row.key for row in queries.renewed(key)}
    form = CorrectForm(reading, said_of(value), renewed, typed, validate=typed is not None)
    form.initial = {**form.initial, "renews": list(value.renews), "sources": list(value.sources), "note": value.note}
    if form.is_bound and form.is_valid():
        done = attempt(request, CorrectResolution(replace(value, **facts_of(form)), form.cleaned_data["why"].strip()))
        if done.entry is not None:
            return _corrected(request, key, done)
        for sentence in done.sentences(reading.language):
            form.add_error(None, sentence)
    context = {"form": form, "value": value}
    return render(request, "desk/correct.html", context, status=422 if form.is_bound else 200)


def _corrected(request: HttpRequest, key: str, done: Attempt) -> HttpResponse:
    assert done.entry is not None
    say_entered(request, gettext("Corrected."), done.entry)
    messages.info(request, gettext("Outside the house the version before is shown until this one is released."))
    return HttpResponseRedirect(reverse("desk:decision", args=[key]) + "#release")


@desk(*CONFERENCE)
@require_POST
def late(request: HttpRequest, key: str) -> HttpResponse:
    """A language version that came late, or a better one: read beside those that are held, in a draft of its own."""
    value, reading = held(key), reading_of(request)
    if value is None:
        raise Http404
    came, problems = kept_uploads(request)
    say_problems(request, problems)
    new = read(came, reading) if came else None
    languages = {file.language for file in new.files} if new else set()
    if not came:
        return HttpResponseRedirect(reverse("desk:decision", args=[key]))
    files = [*_files_of(request, value, languages), *came]
    sheet = read(files, reading)
    held_alone = read(_files_of(request, value, set()), reading)
    draft = queries.new_draft(reading.reader.person, files, clerk.to_plain(sheet), _settled(value, held_alone))
    begin_from(value.id, str(draft.id), languages)
    after_reading(str(draft.id), held_alone, sheet, reading.reader.person)
    return HttpResponseRedirect(reverse("desk:draft", args=[draft.id]))


def _files_of(request: HttpRequest, value: Accepted, but: set[str]) -> list[dict[str, Any]]:
    """The texts held in other languages, as files of a draft: as accepted, whatever file they came from."""
    by = reading_of(request).reader.person
    staying = (text for text in value.texts if text.language not in but)
    return [keep_text(f"{value.id}-{text.language}.txt", text.text, by) for text in staying]


def _settled(value: Accepted, held_alone: Sheet) -> dict[str, Any]:
    """What a draft starts with that corrects a resolution: what is held, and the reasons given for its findings.

    `held_alone`: the versions held, read again without what came.
    """
    facts = {
        "symbol": [value.symbol], "organ": [value.organ], "session": [value.session], "how": [value.how],
        "adopted": [str(value.adopted or "")], "note": [value.note], "sources": list(value.sources),
        "renews": list(value.renews), **{f"title_{code}": [said] for code, said in value.title.items()},
        **{name: [str(count)] for name, count in value.votes.items()},
    }  # fmt: skip
    return {"corrects": value.id, "facts": facts, "settlements": codec.to_plain(_settlements(value, held_alone))}


def _settlements(value: Accepted, sheet: Sheet) -> list[Settlement]:
    """The reasons given for the findings of an accepted text, by the fingerprints these have when it is read again."""
    reasons = {(found.code, found.key): found.reason for found in value.findings if found.reason}
    found = ((one, reasons.get((one.problem.code, str(one.problem.facts.get("key", ""))))) for one in
             look(sheet.findings, sheet.rows, ()))  # fmt: skip
    return [Settlement(one.fingerprint, reason) for one, reason in found if reason]


@desk(*CONFERENCE)
@require_POST
def fill(request: HttpRequest, key: Any) -> HttpResponse:
    """Let what was received fill an entry whose text was not held: it keeps its id."""
    draft = queries.draft(key)
    value = held(str(request.POST.get("entry", "")))
    if draft is None:
        raise Http404
    if value is None or value.texts:
        return HttpResponseRedirect(reverse("desk:draft", args=[key]))
    versions.change_settled(key, lambda said: {**said, "facts": said.get("facts") or {}, "corrects": value.id})
    return HttpResponseRedirect(reverse("desk:draft", args=[key]))


def enter_corrected(
    request: HttpRequest, draft: queries.Draft, sheet: Sheet, form: AcceptForm, reasons: Mapping[str, str]
) -> Attempt:
    """Enter what a draft makes of the resolution it corrects, and propose the duties that are new."""
    value = held(draft.settled["corrects"])
    if value is None:
        raise Http404
    again = corrected(value, accepted_of(request, sheet, form, reasons))
    again = again if again.title else replace(again, title=value.title)
    done = attempt(request, CorrectResolution(again, form.cleaned_data["why"].strip()))
    if done:
        queries.close_draft(draft, again.id)
        keep_files(request, draft, again)
        propose(request, again, sheet)
        messages.info(request, gettext("Outside the house the version before is shown until this one is released."))
    return done
