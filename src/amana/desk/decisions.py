"""A resolution at the desk: its text side by side, the findings kept with it, its mandates, its release."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST, require_safe

from amana.acts import known, may
from amana.acts.mandates import Confirm
from amana.acts.resolutions import Release
from amana.desk.accepting import propose
from amana.desk.entering import attempt, attempt_batch, say_entered, say_problems
from amana.desk.gate import CONFERENCE, desk, view_of
from amana.desk.mandate_forms import ReleaseForm
from amana.desk.mandates import offered
from amana.desk.version_lines import Typed, table
from amana.pages.reading import reading_of
from amana.resolutions.accepted import Accepted
from amana.resolutions.issuing import counted
from amana.store.queries import desk as queries
from amana.store.queries import public, versions
from amana.values.problems import Problem
from amana.values.words import Words

PAGE = 40


@desk()
@require_safe
def decisions(request: HttpRequest, before: int = 0) -> HttpResponse:
    """Every resolution, newest entered first, with who may see it."""
    rows = queries.resolutions(before, PAGE + 1)
    context = {
        "rows": rows[:PAGE],
        "last": rows[PAGE - 1].id if len(rows) > PAGE else 0,
        "audiences": queries.audiences(row.key for row in rows),
    }
    return render(request, "desk/decisions.html", context)


@desk()
@require_safe
def decision(request: HttpRequest, key: str) -> HttpResponse:
    """One resolution with everything the house knows of it."""
    return page(request, key)


def page(
    request: HttpRequest, key: str, form: ReleaseForm | None = None, status: int = 200, *, line: Typed | None = None
) -> HttpResponse:
    """The page of a resolution. At most sixteen queries, whatever it shows. `line`: what was typed wrongly of a version."""
    reading = reading_of(request)
    whole = public.decision(reading.reader, key)
    if whole is None:
        raise Http404
    now = view_of(request)
    mandates = queries.of_resolution(key)
    findings = queries.findings(key, whole.row.entry)
    release = whole.releases[-1] if whole.releases else None
    hands = queries.hands(row.entry for row in (whole.row, release) if row)
    now.know_mandates(mandates)
    now.know_resolution(key, whole.row.symbol, hands.get(whole.row.entry, ""))
    blank = Release(key, "public")
    texts = {text.language: text.text for text in whole.texts.values()}
    words = {language: counted([text]) for language, text in texts.items()}
    lines = table(reading, key, words, now, texts, line) if texts else None
    named = [*(row.officer for row in mandates), *hands.values(), *(lines.people if lines else ())]
    people, persons = versions.names(named, choice=lines is not None and lines.may_assign)
    context = {
        "whole": whole,
        "held_in": [x for x in ("ar", "en", "fr") if x in whole.texts],
        "lines": _lines(whole, findings, mandates),
        "printed": {p.place: Words(p.labels) for p in whole.paragraphs},
        "loose": [_finding(f) for f in findings if f.place not in {p.place for p in whole.paragraphs}],
        "proposals": [{"row": row, "offers": offered(row, now)} for row in mandates if row.status == "proposed"],
        "mandates": [row for row in mandates if row.status != "proposed"],
        "people": people,
        "persons": persons,
        "versions": lines,
        "hands": hands,
        "release": release,
        "may_confirm": may.may("mandate.confirm", now),
        "may_propose": may.may("mandate.propose", now),
        "may_release": may.forbidden(blank, now) is None,
        "release_stopped": list(blank.check(now)) if may.forbidden(blank, now) is None else [],
        "may_correct": may.may("resolution.correct", now),
        "may_receive": reading.reader.has(*CONFERENCE),
        "form": form or ReleaseForm(),
    }
    return render(request, "desk/decision.html", context, status=status)


def _lines(whole: public.Whole, findings: list[Any], mandates: list[Any]) -> list[dict[str, Any]]:
    """Each paragraph with the findings kept with it and the mandates it gave."""
    return [
        {
            "paragraph": paragraph,
            "findings": [_finding(f) for f in findings if f.place == paragraph.place],
            "mandates": [m for m in mandates if m.place == paragraph.place],
        }
        for paragraph in whole.paragraphs
    ]


def _finding(row: Any) -> dict[str, Any]:
    """A kept finding as a problem that can say its sentence, and the reason given for it."""
    severity: Any = row.severity
    return {"problem": Problem(row.code, {"key": row.place, **row.facts}, (), severity), "reason": row.reason}


@desk()
@require_POST
def release(request: HttpRequest, key: str) -> HttpResponse:
    """Say who may see it."""
    form = ReleaseForm(request.POST)
    if not form.is_valid():
        return page(request, key, form, 422)
    done = attempt(request, Release(key, form.cleaned_data["to"]))
    if done.entry is None:
        for sentence in done.sentences(reading_of(request).language):
            form.add_error(None, sentence)
        return page(request, key, form, 403 if any(p.code == "may-not" for p in done.problems) else 422)
    say_entered(request, gettext("Released."), done.entry)
    return HttpResponseRedirect(reverse("desk:decision", args=[key]))


@desk("conference-officer", "department-head", "secretary-general")
@require_POST
def confirm_all(request: HttpRequest, key: str) -> HttpResponse:
    """Confirm every proposal of this resolution that is left."""
    if public.decision(reading_of(request).reader, key) is None:
        raise Http404
    acts = [Confirm(row.key) for row in queries.of_resolution(key) if row.status == "proposed"]
    count, problems = attempt_batch(request, acts) if acts else (0, ())
    say_problems(request, problems)
    if count:
        words = ngettext("%(count)s duty confirmed.", "%(count)s duties confirmed.", count)
        messages.success(request, words % {"count": count})
    return HttpResponseRedirect(reverse("desk:decision", args=[key]) + "#mandates")


@desk("conference-officer")
@require_POST
def propose_again(request: HttpRequest, key: str) -> HttpResponse:
    """Read the accepted text once more and propose the duties that are not known yet."""
    propose(request, _accepted(request, key))
    return HttpResponseRedirect(reverse("desk:decision", args=[key]) + "#proposals")


def _accepted(request: HttpRequest, key: str) -> Accepted:
    whole = public.decision(reading_of(request).reader, key)
    if whole is None:
        raise Http404
    return known.accepted_of(whole.row, whole.texts.values(), whole.paragraphs, (), whole.audience)
