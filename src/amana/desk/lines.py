"""What is done with the line of a language version: people and a day named, a step taken, a text taken out and brought back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from amana import clerk
from amana.acts import clock
from amana.acts.issuing import Issue, Recall
from amana.acts.may import BESIDE
from amana.acts.view import checksum
from amana.desk import decisions, taking_out
from amana.desk.correcting import held
from amana.desk.drafts import LOOK, form_of, looked_at, page, replace_files, waiting
from amana.desk.entering import attempt, say_entered, say_problems
from amana.desk.fields import day_typed
from amana.desk.filing import in_place_of, kept_uploads, read
from amana.desk.gate import desk, page_of
from amana.desk.version_lines import Typed, may_bring, value_of
from amana.pages.reading import Reading, reading_of
from amana.resolutions import issuing
from amana.resolutions.accepted import Accepted
from amana.resolutions.issuing import VersionLine
from amana.store.queries import desk as queries
from amana.store.queries import versions
from amana.values.problems import Problem, Refused


@desk(*BESIDE["line.assign"])
@require_POST
def assign(request: HttpRequest, subject: str, language: str) -> HttpResponse:
    """Say who translates and who revises a version, by when, and whether it is the original."""
    of = _language(request, _subject(subject), language)
    known = dict(versions.at_work())
    translator, reviser = (who if (who := request.POST.get(n, "")) in known else "" for n in ("translator", "reviser"))
    typed = Typed(language, translator, reviser, request.POST.get("due", ""), "original" in request.POST)
    held = VersionLine(language, typed.original, 0, typed.translator, typed.reviser)
    due, problems = _due(typed.due, reading_of(request).language)
    problems += issuing.persons(held)
    if problems:
        return _again(request, of, replace(typed, problems=tuple(problems)))

    def change(line: versions.LineOfVersion) -> None:
        line.original, line.translator, line.reviser = held.original, held.translator, held.reviser
        line.due, line.words = due, _words(of, language)

    versions.change_line(subject, language, change)
    messages.success(request, gettext("Kept."))
    return _back(subject)


def _again(request: HttpRequest, of: queries.Draft | Accepted, typed: Typed) -> HttpResponse:
    """The page with what was typed and all that is wrong with it."""
    if isinstance(of, Accepted):
        return decisions.page(request, of.id, status=422, line=typed)
    sheet = clerk.from_plain(of.sheet)
    form = form_of(reading_of(request), of, sheet, of.settled.get("facts"))
    return page(request, of, sheet, form, line=typed)


def _due(typed: str, language: str) -> tuple[str, list[Problem]]:
    """The day typed, in either calendar, as ISO; or why it is none or not whole."""
    if not typed.strip():
        return "", []
    try:
        day = day_typed(typed, language)
    except Refused as refused:
        return "", list(refused.problems)
    return (str(day), []) if day.exact else ("", [Problem("day-not-whole", {"typed": typed})])


@desk(*BESIDE["line.revised"])
@require_POST
def step(request: HttpRequest, subject: str, language: str) -> HttpResponse:
    """Take a version one step on, or back with a reason. What is issued or called back is an act."""
    of = _language(request, _subject(subject), language)
    to, why = request.POST.get("to", ""), request.POST.get("why", "").strip()
    person = reading_of(request).reader.person
    if isinstance(of, Accepted) and (to == "issued" or request.POST.get("was") == "issued"):
        return _issue(request, of, language, to, why)
    needed = _needed(request.POST.get("was", ""), to)
    if not reading_of(request).reader.has(*BESIDE.get(needed, ())):
        say_problems(request, [Problem("line-not-yours", {"language": language})])
        return _back(subject)

    def change(line: versions.LineOfVersion) -> None:
        if line.state != request.POST.get("was"):
            raise Refused([Problem("line-changed", {"language": language})])
        line.words = _words(of, language)
        if problems := list(issuing.step(value_of(line), to, person, why, accepted=isinstance(of, Accepted))):
            raise Refused(problems)
        line.steps = [*line.steps, {"to": to, "by": person, "day": clock.today().isoformat(), "why": why}]
        line.state = to

    try:
        versions.change_line(subject, language, change)
        messages.success(request, gettext("Kept."))
    except Refused as refused:
        say_problems(request, refused.problems)
    return _back(subject)


def _needed(state: str, to: str) -> str:
    """The line of the table of permissions for a step; '' for one that is none."""
    if state not in issuing.WAY or to not in issuing.WAY:
        return ""
    return "line.back" if issuing.is_back(state, to) else f"line.{to}"


def _issue(request: HttpRequest, of: Accepted, language: str, to: str, why: str) -> HttpResponse:
    """Issue the version as accepted, or call it back."""
    text = next((t.text for t in of.texts if t.language == language), "")
    line = versions.line(of.id, language) or versions.LineOfVersion(subject=of.id, language=language)
    if to == "issued":
        words = issuing.counted([text])
        if line.state != "provisional":
            known = issuing.next_states(line.state)
            say_problems(request, [Problem("line-step", {"status": line.state, "to": to, "known": known})])
            return _back(of.id)
        act: Any = Issue(of.id, language, checksum(text), line.original, words, line.translator, line.reviser)
    else:
        act = Recall(of.id, language, why)
    done = attempt(request, act)
    if done.entry is None:
        say_problems(request, done.problems)
        return _back(of.id)
    moved = {"to": to, "by": reading_of(request).reader.person, "day": done.entry.day, "why": why}

    def change(row: versions.LineOfVersion) -> None:
        row.state, row.steps = "provisional" if to == "issued" else to, [*row.steps, moved]

    versions.change_line(of.id, language, change)
    say_entered(request, gettext("Issued.") if to == "issued" else gettext("Called back."), done.entry)
    return _back(of.id)


@desk(*LOOK)
@require_safe
def take_out(request: HttpRequest, subject: str, language: str, form: str) -> HttpResponse:
    """A version as a file to work on: Word, or XLIFF with the original beside it; of an issued one the clean Word file."""
    if form not in taking_out.FORMS:
        raise Http404
    of = _subject(subject)
    given = _given(of, language, form, reading_of(request))
    if given is None:
        raise Http404
    return taking_out.handed_out(given)


def _given(of: queries.Draft | Accepted, language: str, form: str, reading: Reading) -> taking_out.Given | None:
    """The file of a version; in that of a draft the findings that nobody has settled yet."""
    house = reading.organization.profile.names.best(language)
    if isinstance(of, Accepted):
        return taking_out.accepted(of, language, form, house)
    sheet = clerk.from_plain(of.sheet)
    found = [one.problem for one in looked_at(of, sheet, reading).all_findings if one.by is None]
    return taking_out.draft(str(of.id), sheet, language, form, found)


@desk(*LOOK)
@require_safe
def columns(request: HttpRequest, key: UUID, form: str) -> HttpResponse:
    """The whole draft as Word or as a page of its own: a column a language, and what is open beside it."""
    row, reading = waiting(key), reading_of(request)
    if isinstance(row, HttpResponse):
        return row
    sheet = clerk.from_plain(row.sheet)
    findings = [f.problem for f in looked_at(row, sheet, reading).all_findings if f.by is None]
    order = reading.organization.profile.languages
    return taking_out.handed_out(taking_out.columns(sheet, findings, order, reading.language, form))


@desk(*BESIDE["line.revised"])
@require_POST
def bring(request: HttpRequest, subject: str, language: str) -> HttpResponse:
    """A version comes back: its text takes the place of the one before, which stays kept; what was settled stays settled."""
    row, reading = _language(request, _subject(subject), language), reading_of(request)
    if isinstance(row, Accepted):
        raise Http404
    line = versions.line(subject, language) or versions.LineOfVersion(subject=subject, language=language)
    if not may_bring(reading.reader, value_of(line)):
        say_problems(request, [Problem("line-not-yours", {"language": language})])
        return _back(subject)
    kept, problems = kept_uploads(request)
    came, sheet = kept[:1], clerk.from_plain(row.sheet)
    if kept and not problems:
        kept, problems = taking_out.back(kept[:1], language, reading.reader.person, sheet)
    if not kept or problems:
        say_problems(request, problems or [Problem("desk-no-file", {})])
        return _back(subject)
    alone = read(kept, reading)
    found = next(iter(alone.readings), "")
    if found != language:
        told = Problem("line-other-language", {"found": found, "language": language})
        say_problems(request, [*alone.problems[:1]] if not found else [told])
        return _back(subject)
    old = {f.sha256 for f in sheet.files if f.language == language}
    files = in_place_of(row.files, kept, lambda f: f["sha256"] in old)
    laid = read(files, reading)
    if other := taking_out.of_another(sheet, alone, laid, language, came):
        say_problems(request, [other])
        return _back(subject)
    if replace_files(request, row, files, laid):
        messages.success(request, gettext("Read again. The file before stays kept; what was settled stays settled."))
    return _back(subject)


def _subject(subject: str) -> queries.Draft | Accepted:
    """The draft of this id while it waits, or the resolution."""
    try:
        row = queries.draft(UUID(subject))
    except ValueError:
        row = None
    if row is not None and not row.resolution:
        return row
    value = held(row.resolution if row is not None else subject)
    if value is None:
        raise Http404
    return value


def _language(request: HttpRequest, of: queries.Draft | Accepted, language: str) -> queries.Draft | Accepted:
    """The same, where it has or may have a version in this language; else there is no such page."""
    texts = [t.language for t in of.texts] if isinstance(of, Accepted) else list(of.sheet.get("readings", ()))
    if language not in (*reading_of(request).organization.profile.languages, *texts):
        raise Http404
    return of


def _words(of: queries.Draft | Accepted, language: str) -> int:
    """How many words the version has now."""
    if isinstance(of, Accepted):
        return issuing.counted([t.text for t in of.texts if t.language == language])
    reading = of.sheet.get("readings", {}).get(language, {})
    return issuing.counted([p.get(name, "") for p in reading.get("paragraphs", ()) for name in ("label", "text")])


def _back(subject: str) -> HttpResponseRedirect:
    """To the page of the draft or the resolution, at its top: there it says what came of it."""
    return HttpResponseRedirect(page_of(subject))
