"""Findings settled at the desk, each with a reason or all of a kind by a rule; and the draft kept or accepted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from amana import clerk
from amana.acts import clock, may
from amana.acts.may import BESIDE
from amana.acts.settling import Lift, SettleAll
from amana.clerk.sheets import Sheet
from amana.desk.accepting import AcceptForm, accept, doubts, misnamed
from amana.desk.correcting import enter_corrected
from amana.desk.drafts import LOOK, form_of, looked_at, page, waiting, where
from amana.desk.entering import attempt, say_entered, say_problems
from amana.desk.gate import CONFERENCE, desk, view_of
from amana.desk.reviewing import Finding
from amana.pages.reading import reading_of
from amana.resolutions.settled import Rule, Settlement
from amana.store.queries import desk as queries
from amana.store.queries import versions
from amana.values import codec

OWN = ("csrfmiddlewaretoken", "do", "settle", "reopen")
"""Names in the form that say what to do, not what the resolution is."""
FAR = ("here", "here-only", "on", "only")
"""How far a reason goes beyond its finding: all of the kind in this text, or in every text of the session by a rule; of
these those in the same languages alone."""


@desk(*BESIDE["finding.settle"])
@require_POST
def settle_findings(request: HttpRequest, key: UUID) -> HttpResponse:
    """Settle every finding for which a reason was typed, or open one again; then back to where one was."""
    row = waiting(key)
    if isinstance(row, HttpResponse):
        messages.error(request, gettext("This text was accepted meanwhile; what you typed was not kept."))
        return row
    sheet = clerk.from_plain(row.sheet)
    findings = looked_at(row, sheet, reading_of(request)).all_findings
    here = next((f for f in findings if f.id in (request.POST.get("settle"), request.POST.get("reopen"))), None)
    said = _reasons(request, findings)
    if request.POST.get("do") == "keep":
        messages.success(request, gettext("Kept. Nothing is accepted yet."))
    elif not said and "reopen" not in request.POST:
        messages.error(request, gettext("Say in a sentence why the text is right as it is; then it is settled."))
    _keep(request, row, sheet, said)
    here = said[0][0] if said else here
    return HttpResponseRedirect(reverse("desk:draft", args=[key]) + (f"#f-{here.number}" if here else ""))


@desk(*CONFERENCE)
@require_POST
def settle(request: HttpRequest, key: UUID) -> HttpResponse:
    """Keep what was typed; accept, where that was asked and nothing is open."""
    row = waiting(key)
    if isinstance(row, HttpResponse):
        messages.error(request, gettext("This text was accepted meanwhile; what you typed was not kept."))
        return row
    sheet = clerk.from_plain(row.sheet)
    findings = looked_at(row, sheet, reading_of(request)).all_findings
    row = _keep(request, row, sheet, _reasons(request, findings))
    if request.POST.get("do") != "accept":
        messages.success(request, gettext("Kept. Nothing is accepted yet."))
        return HttpResponseRedirect(reverse("desk:draft", args=[key]))
    form = form_of(reading_of(request), row, sheet, _typed(request), validate=True)
    return _accept(request, row, sheet, form)


def _typed(request: HttpRequest) -> dict[str, list[str]]:
    """What was typed of the resolution."""
    names = {n for n in request.POST if n not in OWN and not n.startswith(("reason:", "all:"))}
    return {name: request.POST.getlist(name) for name in names}


def _reasons(request: HttpRequest, findings: Iterable[Finding]) -> list[tuple[Finding, str]]:
    """The findings that are open and for which a reason was typed, each once; then those like them, where it was typed
    for all of a kind in this text.
    """
    said: dict[str, tuple[Finding, str]] = {}
    several = [found for found in findings if found.alone is None]
    for found in several:
        reason = next((r.strip() for r in request.POST.getlist(f"reason:{found.id}") if r.strip()), "")
        if reason:
            said.setdefault(found.id, (found, reason))
    for found, reason in list(said.values()):
        if _how_far(request, found) in ("here", "here-only"):
            alike = _alike(request, found, reason)
            for one in several:
                if one.missing and alike.settles(one.problem):
                    said.setdefault(one.id, (one, reason))
    return list(said.values())


def _how_far(request: HttpRequest, found: Finding) -> str:
    """How far a reason goes: '' for this finding alone, or one of `FAR`."""
    typed = request.POST.get(f"all:{found.id}", "")
    return typed if typed in FAR else ""


def _alike(request: HttpRequest, found: Finding, reason: str, session: str = "") -> Rule:
    """The rule for findings like this one: of its kind, and in its languages alone where that was said."""
    only = _how_far(request, found) in ("here-only", "only")
    return Rule(found.problem.code, reason, session, facts=found.narrow if only else {}, id=str(uuid4()))


def _keep(request: HttpRequest, row: queries.Draft, sheet: Sheet, said: list[tuple[Finding, str]]) -> queries.Draft:
    """Keep what was typed and what was settled, beside what others settled meanwhile."""
    reading, day = reading_of(request), clock.today().isoformat()
    session, _ = where(row, sheet, reading)
    ruled: list[Rule] = []
    for found, reason in said:
        if _how_far(request, found) in ("on", "only") and not any(rule.settles(found.problem) for rule in ruled):
            rule = _alike(request, found, reason, session)
            done = attempt(request, SettleAll(rule))
            if done.entry is None:
                say_problems(request, done.problems)
            else:
                ruled.append(rule)
                say_entered(request, gettext("Settled in all texts of the session."), done.entry)
    alone = [
        Settlement(found.id, why, reading.reader.person, day)
        for found, why in said
        if not any(rule.settles(found.problem) for rule in ruled)
    ]
    again = {request.POST.get("reopen", ""), *(one.fingerprint for one in alone)}
    typed = _typed(request)

    def change(settled: dict[str, Any]) -> dict[str, Any]:
        kept = [one for one in settled.get("settlements", []) if one["fingerprint"] not in again]
        facts = {name: what for name, what in typed.items() if name != "despite"}
        facts = facts if "symbol" in typed else settled.get("facts", {})
        return {**settled, "facts": facts, "settlements": [*kept, *codec.to_plain(alone)]}

    return versions.change_settled(row.id, change) or row


def _accept(request: HttpRequest, row: queries.Draft, sheet: Sheet, form: AcceptForm) -> HttpResponse:
    laid = looked_at(row, sheet, reading_of(request))
    missing = len(laid.open_findings)
    valid = form.is_valid()
    if missing:
        form.add_error(
            None,
            gettext("Findings without a reason: %(count)s. Say why the text is accepted as it is, or replace a file.")
            % {"count": missing},
        )
    corrects = row.settled.get("corrects")
    doubted = doubts(reading_of(request), sheet, form) if valid else []
    doubted += misnamed(sheet, form) if valid and not corrects else []
    if doubted and not form.cleaned_data["despite"]:
        for sentence in doubted:
            form.add_error(None, sentence)
        return page(request, row, sheet, form, tried=True, doubted=True)
    if not valid or missing or not sheet.rows:
        return page(request, row, sheet, form, tried=True)
    reasons = {one.id: one.reason for one in laid.settled_findings}
    done = (enter_corrected if corrects else accept)(request, row, sheet, form, reasons)
    if done.problems or done.entry is None:
        for sentence in done.sentences(reading_of(request).language):
            form.add_error(None, sentence)
        return page(request, row, sheet, form, tried=True)
    versions.hand_over(str(row.id), row.resolution)
    say_entered(request, gettext("Corrected.") if corrects else gettext("Accepted."), done.entry)
    return HttpResponseRedirect(reverse("desk:decision", args=[row.resolution]) + "#proposals")


# rules


@desk(*LOOK)
@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """The rules on findings that stand; who may lift one finds how. Two queries."""
    rows = versions.rules()
    context = {
        "rows": rows,
        "people": queries.people(row.by for row in rows),
        "may_lift": may.may("finding.lift", view_of(request)),
    }
    return render(request, "desk/rules.html", context)


@desk(*BESIDE["line.assign"])
@require_POST
def lift(request: HttpRequest, key: str) -> HttpResponse:
    """Lift a rule, and say why."""
    done = attempt(request, Lift(key, request.POST.get("why", "").strip()))
    if done.entry is None:
        say_problems(request, done.problems)
    else:
        say_entered(request, gettext("Lifted: what it settled is open again in texts not accepted yet."), done.entry)
    return HttpResponseRedirect(reverse("desk:rules"))
