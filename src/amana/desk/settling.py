"""Findings settled at the desk, each with a reason or all of a kind by a rule; and the draft kept or accepted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
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
from amana.resolutions.settled import Rule, Settlement, TextRule
from amana.store.queries import desk as queries
from amana.store.queries import versions
from amana.values import codec

OWN = ("csrfmiddlewaretoken", "do", "settle", "reopen", "lift")
"""Names in the form that say what to do, not what the resolution is."""
HERE, FAR = ("here", "here-only"), ("here", "here-only", "on", "only")
"""How far a reason goes beyond its finding: by a rule for all of the kind in this text, or in every text of the session; of
these those in the same languages alone."""


@desk(*BESIDE["finding.settle"])
@require_POST
def settle_findings(request: HttpRequest, key: UUID) -> HttpResponse:
    """Settle every finding for which a reason was typed, open one again, or lift a rule of this text; then back to where
    one was.
    """
    row = waiting(key, request)
    if isinstance(row, HttpResponse):
        return row
    sheet = clerk.from_plain(row.sheet)
    findings = looked_at(row, sheet, reading_of(request)).all_findings
    here = next((f for f in findings if f.id in (request.POST.get("settle"), request.POST.get("reopen"))), None)
    said = _reasons(request, findings)
    if request.POST.get("do") == "keep":
        messages.success(request, gettext("Kept. Nothing is accepted yet."))
    elif "lift" in request.POST:
        messages.success(request, gettext("Lifted: what it settled is open again."))
    elif late := _too_late(request, findings):
        messages.info(
            request,
            gettext("Somebody settled this finding meanwhile. What you typed was not kept: “%(reason)s”")
            % {"reason": late},
        )
    elif not said and "reopen" not in request.POST:
        messages.error(request, gettext("Say in a sentence why the text is right as it is; then it is settled."))
    _keep(request, row, sheet, said)
    here = said[0][0] if said else here
    return HttpResponseRedirect(reverse("desk:draft", args=[key]) + (f"#f-{here.number}" if here else ""))


@desk(*CONFERENCE)
@require_POST
def settle(request: HttpRequest, key: UUID) -> HttpResponse:
    """Keep what was typed; accept, where that was asked and nothing is open."""
    row = waiting(key, request)
    if isinstance(row, HttpResponse):
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
    """The findings that are not settled alone and for which a reason was typed, each once."""
    said: dict[str, tuple[Finding, str]] = {}
    for found in findings:
        reason = next((r.strip() for r in request.POST.getlist(f"reason:{found.id}") if r.strip()), "")
        if reason and found.alone is None:
            said.setdefault(found.id, (found, reason))
    return list(said.values())


def _too_late(request: HttpRequest, findings: Iterable[Finding]) -> str:
    """The reason typed for the finding that somebody else settled since the page was shown; '' where there is none."""
    here = request.POST.get("settle", "")
    done = any(found.id == here and found.alone is not None for found in findings)
    return str(request.POST.get(f"reason:{here}", "")).strip() if done else ""


def _how_far(request: HttpRequest, found: Finding) -> str:
    """How far a reason goes: '' for this finding alone, or one of `FAR`."""
    typed = request.POST.get(f"all:{found.id}", "")
    return typed if typed in FAR else ""


def _keep(request: HttpRequest, row: queries.Draft, sheet: Sheet, said: list[tuple[Finding, str]]) -> queries.Draft:
    """Keep what was typed and what was settled, beside what others settled meanwhile."""
    ruled = _ruled(request, row, sheet, said)
    by, day = reading_of(request).reader.person, clock.today().isoformat()
    alone = [Settlement(found.id, why, by, day) for found, why in said if found.id not in ruled]
    own = [rule for rule in ruled.values() if isinstance(rule, TextRule)]
    again = {request.POST.get("reopen", ""), *(one.fingerprint for one in alone)}
    lifted, typed = request.POST.get("lift", ""), _typed(request)

    def change(settled: dict[str, Any]) -> dict[str, Any]:
        kept = [one for one in settled.get("settlements", []) if one["fingerprint"] not in again]
        rules = [one for one in settled.get("rules", []) if one["id"] != lifted]
        facts = {name: what for name, what in typed.items() if name != "despite"}
        facts = facts if "symbol" in typed else settled.get("facts", {})
        said_now = {"settlements": [*kept, *codec.to_plain(alone)], "rules": [*rules, *codec.to_plain(own)]}
        return {**settled, "facts": facts, **said_now}

    return versions.change_settled(row.id, change) or row


def _ruled(
    request: HttpRequest, row: queries.Draft, sheet: Sheet, said: Iterable[tuple[Finding, str]]
) -> dict[str, Rule]:
    """The rules that were made, by the findings beside which: of this text, or of every text of its session.

    A finding that a rule made just before it settles too makes none: what was said of it counts for it alone.
    """
    session, _ = where(row, sheet, reading_of(request))
    findings = looked_at(row, sheet, reading_of(request)).open_findings
    ruled: dict[str, Rule] = {}
    for found, reason in said:
        far = _how_far(request, found)
        if not far or any(rule.settles(found.problem) for rule in ruled.values()):
            continue
        facts = found.narrow if far in ("here-only", "only") else {}
        rule = (
            _of_text(request, found, reason, facts)
            if far in HERE
            else _of_session(request, found, reason, facts, session)
        )
        if rule is None:
            continue
        ruled[found.id] = rule
        if far in HERE:
            count = sum(rule.settles(one.problem) for one in findings)
            words = ngettext(
                "%(count)s finding settled by a rule of this text.",
                "%(count)s findings settled by a rule of this text.",
                count,
            )
            messages.success(request, words % {"count": count})
    return ruled


def _of_text(request: HttpRequest, found: Finding, reason: str, facts: Mapping[str, str]) -> Rule:
    """A rule for findings like this one in this text."""
    by, day = reading_of(request).reader.person, clock.today().isoformat()
    return TextRule(found.problem.code, reason, facts=facts, id=str(uuid4()), by=by, day=day)


def _of_session(
    request: HttpRequest, found: Finding, reason: str, facts: Mapping[str, str], session: str
) -> Rule | None:
    """A rule for findings like this one in every text of the session, entered in the record; None where it may not be."""
    rule = Rule(found.problem.code, reason, session, facts=facts, id=str(uuid4()))
    done = attempt(request, SettleAll(rule))
    if done.entry is None:
        say_problems(request, done.problems)
        return None
    say_entered(request, gettext("Settled in all texts of the session."), done.entry)
    return rule


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
