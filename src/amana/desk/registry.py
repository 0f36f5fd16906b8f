"""The registrar's desk: who belongs since when, who holds which office, which sessions are convened. No CSV is edited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from amana.acts import organization as acts
from amana.acts import standing
from amana.acts.facts import Strike
from amana.acts.kernel import Act
from amana.charter.rules import in_force
from amana.charter.standing import Standing, possible_on
from amana.desk import registry_forms as shapes
from amana.desk.entering import attempt, say_entered
from amana.desk.gate import CONFERENCE, REGISTRAR, desk, refused
from amana.folder.organization import Organization
from amana.pages.reading import Reading, reading_of
from amana.sessions.session import Session
from amana.sessions.timing import Departure, departures
from amana.store.queries import desk as queries


@dataclass(frozen=True, slots=True)
class Change:
    """A change of standing: its act, the standing that follows, what it is called."""

    act: Any
    to: Standing
    title: Promise
    done: Promise


CHANGES: Mapping[str, Change] = {
    "admit": Change(standing.Admit, "member", _("Admit as a member"), _("Admitted.")),
    "observe": Change(standing.Observe, "observer", _("Give observer status"), _("Observer status given.")),
    "suspend": Change(standing.Suspend, "suspended", _("Suspend"), _("Suspended.")),
    "restore": Change(standing.Restore, "member", _("Restore to membership"), _("Restored.")),
    "end": Change(standing.End, "left", _("End all standing"), _("Ended.")),
}
Form = type[shapes.RegistryForm]


@dataclass(frozen=True, slots=True)
class New:
    """A new fact: its form, its act, what it is called, who may say it."""

    form: Form
    act: Any
    title: Promise
    done: Promise
    roles: tuple[str, ...] = REGISTRAR


NEW: Mapping[str, New] = {
    "party": New(
        shapes.PartyForm, acts.Register, _("Register a state or body"), _("Registered; it has no standing yet.")
    ),
    "term": New(shapes.TermForm, acts.Appoint, _("Appoint to an office"), _("Appointed.")),
    "session": New(shapes.SessionForm, acts.Convene, _("Convene a session"), _("Convened."), (*REGISTRAR, *CONFERENCE)),
}


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction of a fact: its form, its act, what it is called, who may say it."""

    form: Form
    act: Any
    title: Promise
    roles: tuple[str, ...] = REGISTRAR


CORRECTIONS: Mapping[str, Correction] = {
    "standing": Correction(shapes.CorrectStandingForm, standing.CorrectStanding, _("Correct a change of standing")),
    "term": Correction(shapes.TermForm, acts.CorrectTerm, _("Correct a term of office")),
    "session": Correction(shapes.SessionForm, acts.CorrectSession, _("Correct a session"), (*REGISTRAR, *CONFERENCE)),
}


@desk(*REGISTRAR, *CONFERENCE)
@require_safe
def registry(request: HttpRequest) -> HttpResponse:
    """What can be entered, and what is held: parties with their standing, offices, sessions."""
    reading = reading_of(request)
    org = reading.organization
    parties = [
        {"party": party, "now": [s for s in possible_on(reading.day, org.standings_of.get(party.id, ())) if s]}
        for party in org.parties
    ]
    sessions = sorted(org.sessions, key=lambda s: str(s.days or ""), reverse=True)
    context = {
        "parties": parties,
        "terms": org.terms,
        "sessions": sessions,
        "changes": CHANGES,
        "new": _allowed(reading),
    }
    return render(request, "desk/registry.html", context)


def _allowed(reading: Reading) -> dict[str, New]:
    return {name: new for name, new in NEW.items() if reading.reader.has(*new.roles)}


@desk(*REGISTRAR, *CONFERENCE)
@require_safe
def party(request: HttpRequest, key: str) -> HttpResponse:
    """One party: every change of its standing, each to be corrected, and what may come next."""
    reading = reading_of(request)
    org = reading.organization
    if key not in org.parties_by_id:
        raise Http404
    context = {"party": org.party(key), "events": org.standings_of.get(key, ()), "changes": CHANGES}
    return render(request, "desk/party.html", context)


@desk(*REGISTRAR)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, name: str, key: str = "") -> HttpResponse:
    """Enter a change of standing."""
    kind = CHANGES.get(name)
    reading = reading_of(request)
    if kind is None or (key and key not in reading.organization.parties_by_id):
        raise Http404
    form = shapes.StandingForm(reading, request.POST if request.method == "POST" else None)
    form.initial = {**form.initial, "party": key}
    if form.is_bound and form.is_valid():
        event = form.event(kind.to)
        target = reverse("desk:party", args=[event.party])
        if done := _entered(request, form, [*form.cites(), kind.act(event, held=True)], str(kind.done), target):
            return done
    return _form_page(request, form, str(kind.title))


@desk(*REGISTRAR, *CONFERENCE)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, name: str) -> HttpResponse:
    """Enter a new party, term or session."""
    reading = reading_of(request)
    kind = NEW.get(name)
    if kind is None:
        raise Http404
    if name not in _allowed(reading):
        return refused(request, kind.roles)
    form: Any = kind.form(reading, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        fact = form.made()
        target = (
            reverse("desk:party", args=[fact.id])
            if name == "party"
            else reverse("desk:registry") + f"#{name}-{fact.id}"
        )
        if done := _entered(request, form, [*form.cites(), kind.act(fact, held=True)], str(kind.done), target):
            return done
    return _form_page(request, form, str(kind.title))


@desk(*REGISTRAR, *CONFERENCE)
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, name: str, key: str) -> HttpResponse:
    """Enter a standing event, a term or a session as it should have been."""
    reading = reading_of(request)
    kind, fact = CORRECTIONS.get(name), _fact(reading, name, key)
    if kind is None or fact is None:
        raise Http404
    if not reading.reader.has(*kind.roles):
        return refused(request, kind.roles)
    entry = queries.fact_entry(name, key)
    target = (
        reverse("desk:party", args=[fact.party]) if name == "standing" else reverse("desk:registry") + f"#{name}-{key}"
    )
    if request.method == "POST" and request.POST.get("do") == "strike":
        return _strike(request, kind, fact, name, target, entry)
    form: Any = kind.form(reading, request.POST if request.method == "POST" else None, fact)
    if form.is_bound and form.is_valid():
        acts_ = [*form.cites(), kind.act(form.made(), held=True)]
        if done := _entered(request, form, acts_, gettext("Corrected."), target, corrects=entry):
            return done
    departed = departures_of(reading.organization, fact) if name == "session" else ()
    more = {"fact": fact, "strike": shapes.StrikeForm(), "entry": entry, "departed": departed}
    return _form_page(request, form, str(kind.title), **more)


def departures_of(org: Organization, session: Session) -> tuple[Departure, ...]:
    """Where a session departed from the rules on when its organ meets, by those in force when it began."""
    if session.days is None or session.days.first is None:
        return ()
    rules = in_force(org.instruments, session.days.first)
    mine = {key: held for key, held in rules.items() if session.organ in held.rule.organs}
    return tuple(departures(session, org.sessions, mine)) if mine else ()


def _strike(request: HttpRequest, kind: Correction, fact: Any, name: str, target: str, entry: int) -> HttpResponse:
    strike = shapes.StrikeForm(request.POST)
    if strike.is_valid():
        done = attempt(request, Strike(name, fact.id, strike.cleaned_data["why"]), corrects=entry)
        if done.entry is not None:
            say_entered(request, gettext("Struck: it does not stand."), done.entry)
            return HttpResponseRedirect(target)
        for sentence in done.sentences(reading_of(request).language):
            strike.add_error(None, sentence)
    form: Any = kind.form(reading_of(request), None, fact)
    return _form_page(request, form, str(kind.title), fact=fact, strike=strike, entry=entry, status=422)


def _entered(
    request: HttpRequest, form: shapes.RegistryForm, acts_: list[Act], words: str, target: str, corrects: int = 0
) -> HttpResponse | None:
    """Enter what the form says and go on; None where it is refused, with every reason on the form."""
    if form.doubted():
        return None
    done = attempt(request, *acts_, corrects=corrects or None)
    if done.entry is None:
        for problem, sentence in zip(done.problems, done.sentences(reading_of(request).language), strict=True):
            field = FIELD_OF.get(problem.code, "")
            form.add_error(field if field in form.fields else None, sentence)
        return None
    words = gettext("%(done)s Everybody sees it when a second person has released it.") % {"done": words}
    say_entered(request, words, done.entry)
    return HttpResponseRedirect(target)


FIELD_OF = {
    "session-number-taken": "number",
    "term-ends-before-it-starts": "until",
    "standing-cannot-admit": "party",
    "standing-cannot-observe": "party",
    "standing-cannot-suspend": "party",
    "standing-cannot-restore": "party",
    "standing-cannot-leave": "party",
    "fact-exists": "id",
}
"""At which field a refusal is said, where it is about one."""


def _fact(reading: Reading, name: str, key: str) -> Any:
    org = reading.organization
    held: Mapping[str, tuple[Any, ...]] = {"standing": org.standings, "term": org.terms, "session": org.sessions}
    return next((fact for fact in held.get(name, ()) if fact.id == key), None)


def _form_page(
    request: HttpRequest, form: shapes.RegistryForm, title: str, status: int = 0, **more: Any
) -> HttpResponse:
    context = {"form": form, "title": title, **more}
    return render(request, "desk/registry_form.html", context, status=status or (422 if form.is_bound else 200))
