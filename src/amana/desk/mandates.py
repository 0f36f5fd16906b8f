"""A mandate at the desk: all that happened to it, and what this person may do with it now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from amana.acts import mandates as acts
from amana.acts import may
from amana.acts.kernel import Act
from amana.acts.mandates import Duty, Proof
from amana.acts.view import View
from amana.desk import mandate_forms as shapes
from amana.desk.entering import attempt, say_entered
from amana.desk.fields import words_of
from amana.desk.filing import keep_evidence
from amana.desk.gate import desk, view_of
from amana.desk.vocabulary import told
from amana.mandates import lifecycle
from amana.pages.reading import reading_of
from amana.store.queries import desk as queries
from amana.values.audiences import AUDIENCES
from amana.values.problems import Problem, Refused
from amana.values.words import Words

Made = Callable[[Any, dict[str, Any], Words], Act]


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing to do with a mandate: what it is called, the form it asks with, and the act it makes."""

    title: Promise
    done: Promise
    form: type[forms.Form]
    act: Made
    probe: Callable[[Any], Act]
    """An act of the kind, to ask whether it would be allowed."""


def duty_of(row: Any) -> Duty:
    """The duty as its row keeps it."""
    return Duty(
        id=row.key, resolution=row.resolution, paragraph=row.paragraph, place=row.place, words=Words(row.words),
        kind=row.kind, implementers=tuple(row.implementers), function=row.function, strength=row.strength,
        deadline_text=Words(row.deadline_text), deadline_kind=row.deadline_kind, due_day=row.due_day,
        due_session=row.due_session, report_to=row.report_to, report_session=row.report_session,
        inferred=row.inferred, recurring=row.recurring,
    )  # fmt: skip


def _amended(row: Any, said: dict[str, Any], words: Words) -> Act:
    duty = replace(
        duty_of(row),
        implementers=tuple(said["implementers"]),
        due_day=str(said["due_day"] or ""),
        due_session=said["due_session"],
        inferred=False,
    )
    return acts.Amend(duty, said["why"])


def _proofs(said: dict[str, Any]) -> tuple[Proof, ...]:
    if not said.get("evidence_kind"):
        return ()
    return (
        Proof(
            said["evidence_kind"], said["evidence_reference"].strip(), words_of(said, "evidence_words"), said["kept"]
        ),
    )


VERBS: Mapping[str, Verb] = {
    "confirm": Verb(
        _("Confirm"),
        _("Confirmed."),
        shapes.Nothing,
        lambda m, s, w: acts.Confirm(m.key),
        lambda m: acts.Confirm(m.key),
    ),
    "dismiss": Verb(
        _("Dismiss"),
        _("Dismissed."),
        shapes.Why,
        lambda m, s, w: acts.Dismiss(m.key, s["why"]),
        lambda m: acts.Dismiss(m.key, "?"),
    ),
    "assign": Verb(
        _("Assign"),
        _("Assigned."),
        shapes.AssignForm,
        lambda m, s, w: acts.Assign(m.key, s["officer"]),
        lambda m: acts.Assign(m.key, ""),
    ),
    "progress": Verb(
        _("Tell progress"),
        _("Progress told."),
        shapes.ToldForm,
        lambda m, s, w: acts.Progress(m.key, w, s["internal"], _proofs(s)),
        lambda m: acts.Progress(m.key, Words(en="?")),
    ),
    "report": Verb(
        _("Report it done"),
        _("Reported as done; a second person closes it."),
        shapes.ToldForm,
        lambda m, s, w: acts.Report(m.key, w, s["internal"], _proofs(s)),
        lambda m: acts.Report(m.key, Words(en="?")),
    ),
    "return": Verb(
        _("Return"),
        _("Returned to its officer."),
        shapes.Why,
        lambda m, s, w: acts.Return(m.key, s["why"]),
        lambda m: acts.Return(m.key, "?"),
    ),
    "close": Verb(
        _("Close"),
        _("Closed."),
        shapes.CloseForm,
        lambda m, s, w: acts.Close(m.key, s["outcome"], w),
        lambda m: acts.Close(m.key, "not_implemented" if m.status == "reported" else "superseded"),
    ),
    "amend": Verb(
        _("Say better who and by when"),
        _("Amended."),
        shapes.AmendForm,
        _amended,
        lambda m: acts.Amend(duty_of(m), "?"),
    ),
    "release": Verb(
        _("Release"),
        _("Released."),
        shapes.ReleaseForm,
        lambda m, s, w: acts.Release(m.key, s["to"]),
        lambda m: acts.Release(m.key, "public"),
    ),
}
OFFICER_FREE = frozenset({"mandate-officer-no-desk"})
"""What only the filled-in form can answer."""
SECOND = "mandate-second-person"


@desk()
@require_safe
def mandate(request: HttpRequest, key: str) -> HttpResponse:
    """All that is known of one mandate."""
    return _page(request, _found(key))


@desk()
@require_POST
def do(request: HttpRequest, key: str, verb: str) -> HttpResponse:
    """Do one thing with it; where it is refused, the page again with everything typed and every reason."""
    row, kind = _found(key), VERBS.get(verb)
    if kind is None:
        raise Http404
    form = _form(request, row, verb, request.POST)
    if request.FILES and isinstance(form, shapes.ToldForm) and verb in offered(row, view_of(request)):
        _take_file(request, row, form)
    if not form.is_valid():
        return _page(request, row, verb, form)
    tried = attempt(request, kind.act(row, form.cleaned_data, words_of(form.cleaned_data, "words")))
    if not tried or tried.entry is None:
        for sentence in tried.sentences(reading_of(request).language):
            form.add_error(None, sentence)
        forbidden = any(problem.code == "may-not" for problem in tried.problems)
        return _page(request, row, verb, form, status=403 if forbidden else 422)
    say_entered(request, str(kind.done), tried.entry)
    return HttpResponseRedirect(_next(request, row.key))


def _take_file(request: HttpRequest, row: Any, form: shapes.ToldForm) -> None:
    try:
        form.take_file(keep_evidence(request, row.key))
    except Refused as refused:
        for problem in refused.problems:
            form.add_error(None, told(problem, reading_of(request).language))


def _next(request: HttpRequest, key: str) -> str:
    """Back to the list of proposals one came from, else to the mandate."""
    resolution = request.POST.get("back", "")
    if resolution and resolution in queries.named([resolution]):
        return reverse("desk:decision", args=[resolution]) + "#proposals"
    return reverse("desk:mandate", args=[key])


def _found(key: str) -> Any:
    row = queries.mandate(key)
    if row is None:
        raise Http404
    return row


def _form(request: HttpRequest, row: Any, verb: str, data: Any = None) -> forms.Form:
    kind = VERBS[verb].form
    if issubclass(kind, shapes.Contextual):
        return kind(row, reading_of(request), data, prefix=verb)
    return kind(data, prefix=verb)


def _page(
    request: HttpRequest, row: Any, verb: str = "", form: forms.Form | None = None, status: int = 422
) -> HttpResponse:
    now = view_of(request)
    history = queries.history(row.key)
    people = {
        row.officer,
        row.reporter,
        *(step.by for step in history.steps),
        *(step.officer for step in history.steps),
    }
    resolution = queries.named([row.resolution]).get(row.resolution)
    context = {
        "mandate": row,
        "resolution": resolution,
        "history": history,
        "lines": _lines(history),
        "people": queries.people(people),
        "offers": [_offer(request, row, one, form if one == verb else None) for one in offered(row, now)],
        "stopped": _stopped(row, now),
        "refused": form if form is not None and verb not in offered(row, now) else None,
        "released": history.releases[-1] if history.releases else None,
        "shut": _shut(history, row.resolution),
    }
    return render(request, "desk/mandate.html", context, status=status if form is not None else 200)


def _shut(history: queries.History, resolution: str) -> bool:
    """The mandate was released outside the house and its resolution was not, so nobody outside sees it."""
    held = queries.audiences([resolution]).get(resolution, "house")
    told = history.releases[-1].audience if history.releases else "house"
    return AUDIENCES.index(held) > AUDIENCES.index(told)


def offered(row: Any, now: View) -> list[str]:
    """What this person may do with the mandate now: what the table of permissions and the life of a mandate allow."""
    return [name for name, verb in VERBS.items() if not _forbidden(verb.probe(row), row, now, name)]


def _forbidden(act: Act, row: Any, now: View, name: str) -> list[Problem]:
    if problem := may.forbidden(act, now):
        return [problem]
    if name == "amend" and lifecycle.is_final(row.status):
        return [Problem("mandate-step-after-end", {"status": row.status, "to": row.status})]
    if name == "release" and row.status in ("proposed", "dismissed"):
        return [Problem("mandate-step-impossible", {"status": row.status, "to": "released", "after": ()})]
    return [p for p in act.check(now) if p.severity == "error" and p.code not in OFFICER_FREE]


def _stopped(row: Any, now: View) -> list[Problem]:
    """Why this very person cannot close what is waiting to be closed."""
    if row.status != "reported":
        return []
    return [p for p in VERBS["close"].probe(row).check(now) if p.code == SECOND]


def _offer(request: HttpRequest, row: Any, name: str, form: forms.Form | None) -> dict[str, Any]:
    return {
        "name": name,
        "title": VERBS[name].title,
        "form": form or _form(request, row, name),
        "open": form is not None,
    }


def _lines(history: queries.History) -> list[dict[str, Any]]:
    """The history as one list in the order of entries: steps, amendments, releases."""
    lines: list[dict[str, Any]] = [
        {"entry": step.entry, "day": step.since, "step": step, "evidence": history.evidence.get(step.entry, ())}
        for step in history.steps
    ]
    lines += [{"entry": v.entry, "day": v.since, "version": v} for v in history.versions[1:]]
    lines += [{"entry": r.entry, "day": r.since, "release": r} for r in history.releases]
    return sorted(lines, key=lambda line: line["entry"])
