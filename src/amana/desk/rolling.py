"""Last year's text kept as a draft of the coming session: of a decision that is held, or of files that somebody brings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amana import clerk
from amana.clerk import drafting as kernel
from amana.clerk import knowing
from amana.clerk.sheets import Sheet
from amana.desk import drafting
from amana.desk.drafts import LOOK, waiting
from amana.desk.fields import Picker, choices
from amana.desk.filing import WORD, keep, kept_before, kept_uploads, read, traces
from amana.desk.gate import CONFERENCE, desk
from amana.desk.version_lines import after_reading
from amana.pages.reading import Reading, reading_of
from amana.pages.templatetags.names import session_words
from amana.resolutions.rollover import Rolled
from amana.sessions.order import comes_after, preceding
from amana.sessions.session import Session
from amana.store.queries import desk as queries
from amana.values.problems import Problem


class FromFileForm(forms.Form):
    """For which session the text is rolled over; its files are chosen beside it."""

    session = forms.ChoiceField(label=_("For the session"), widget=Picker)
    past = forms.ChoiceField(
        label=_("The session of the text"),
        required=False,
        widget=Picker,
        help_text=_("Where the text says it, or where it is the one before, this stays empty."),
    )

    def __init__(self, reading: Reading, data: Any = None) -> None:
        super().__init__(data)
        to_come = _to_come(reading)
        others = [s for s in reading.organization.sessions if s not in to_come]
        others.sort(key=lambda s: str(s.days or ""), reverse=True)
        for name, sessions in (("session", [*to_come, *others]), ("past", [*others, *to_come])):
            pairs = [(s.id, session_words(reading, s).best(reading.language)) for s in sessions]
            self.fields[name].choices = choices(pairs)  # type: ignore[attr-defined]


@desk(*CONFERENCE)
@require_POST
def keep_rolled(request: HttpRequest, key: str, session: str) -> HttpResponse:
    """Keep the draft that a decision's page shows, in every language."""
    reading, whole = reading_of(request), drafting.held(request, key)
    past = reading.organization.sessions_by_id.get(whole.row.session)
    coming = drafting.coming_session(reading, past, session)
    if past is None or coming is None:
        raise Http404
    return _kept(request, coming, drafting.rolled(reading, whole, past, coming), {"decision": key})


@desk(*CONFERENCE)
@require_http_methods(["GET", "HEAD", "POST"])
def from_file(request: HttpRequest) -> HttpResponse:
    """Files of last year's text, and the session it is wanted for; what came is kept before anything looks at it."""
    reading = reading_of(request)
    form = FromFileForm(reading, request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _asking(request, form)
    kept, problems = kept_uploads(request)
    kept = kept or kept_before(request)
    if not kept or not form.is_valid():
        return _asking(request, form, [*problems, *([] if kept else [Problem("desk-no-file", {})])], kept)
    sheet = read(kept, reading)
    coming = reading.organization.sessions_by_id[form.cleaned_data["session"]]
    past = _past(reading, sheet, coming, form.cleaned_data["past"])
    problems += [p for p in sheet.problems if p.severity == "error"]
    if sheet.readings and (wrong := _not_before(reading, past, coming)):
        problems.append(wrong)
    if problems or not sheet.readings or past is None:
        return _asking(request, form, problems, kept if sheet.readings else ())
    origin = {"files": [{name: file[name] for name in ("name", "sha256")} for file in kept], "past": past.id}
    return _kept(request, coming, _rolled(reading, sheet, past, coming), origin)


@desk(*LOOK)
@require_safe
def marks(request: HttpRequest, key: UUID, language: str = "") -> HttpResponse:
    """What was changed and what is to be looked at in a draft that was rolled over. At most twelve queries."""
    row, reading = waiting(key), reading_of(request)
    if isinstance(row, HttpResponse):
        return row
    origin = row.settled.get("rolled")
    if not origin:
        raise Http404
    if origin.get("decision"):
        way = [origin["decision"], origin["session"], language or reading.language]
        return HttpResponseRedirect(reverse("desk:roll-over-to", args=way))
    sessions = reading.organization.sessions_by_id
    drafts = _rolled(reading, read(origin["files"], reading), sessions[origin["past"]], sessions[origin["session"]])
    shown = drafting.in_language(drafts, language or reading.language)
    context = {
        "draft_row": row, "past": origin["past"], "coming": origin["session"], "files": origin["files"],
        "drafts": drafts, "draft": shown, **drafting.drawn(shown),
    }  # fmt: skip
    return render(request, "desk/draft_marks.html", context)


def _asking(
    request: HttpRequest,
    form: FromFileForm,
    problems: Sequence[Problem] = (),
    kept: Sequence[Mapping[str, Any]] = (),
) -> HttpResponse:
    """The form, with what is wrong; files that came and can be read need not be chosen again."""
    context = {"form": form, "problems": problems, "kept": kept}
    return render(request, "desk/draft_from_file.html", context, status=422 if form.is_bound else 200)


def _to_come(reading: Reading) -> list[Session]:
    """The sessions that have not ended: those whose days are known first, the nearest before all."""
    open_ = [s for s in reading.organization.sessions if not (s.days and s.days.last and s.days.last < reading.today)]
    return sorted(open_, key=lambda s: (s.days is None, str(s.days or ""), s.number or 0))


def _past(reading: Reading, sheet: Sheet, coming: Session, typed: str) -> Session | None:
    """The session of the text: as typed, else as its symbol or its opening says, else the one before the coming one."""
    org = reading.organization
    stated = org.sessions_by_id.get(typed) if typed else knowing.session_of(sheet, org)[1]
    return stated or preceding(coming, org.sessions)


def _not_before(reading: Reading, past: Session | None, coming: Session) -> Problem | None:
    """Why a text of the session `past` is none to be rolled over to `coming`; None where it is one."""
    if past is None:
        return Problem("drafting-session-last-unknown", {})
    if comes_after(past, coming):
        return None
    last, session = (session_words(reading, s).best(reading.language) for s in (past, coming))
    return Problem("drafting-session-not-after", {"session": session, "last": last})


def _rolled(reading: Reading, sheet: Sheet, past: Session, coming: Session) -> tuple[Rolled, ...]:
    made = kernel.rolled_over(sheet, past, coming, drafting.known_of(reading, sheet))
    return drafting.in_order(reading, made)


def _kept(
    request: HttpRequest, coming: Session, drafts: Sequence[Rolled], origin: Mapping[str, Any]
) -> HttpResponseRedirect:
    """A draft whose files are Word files with every change tracked; twice the same is once, while it waits."""
    reading = reading_of(request)
    rolled = {**origin, "session": coming.id}
    row = queries.draft_rolled(rolled)
    if row is not None:
        messages.info(request, gettext("This draft is kept already; here it is."))
        return HttpResponseRedirect(reverse("desk:draft", args=[row.id]))
    files = [_file(reading, draft, coming, origin) for draft in drafts]
    sheet = read(files, reading)
    titles = {f"title_{draft.language}": [draft.title] for draft in drafts}
    facts = {"session": [coming.id], "organ": [coming.organ], **titles}
    said = {"facts": facts, "rolled": rolled, "written": [file["sha256"] for file in files]}
    row = queries.new_draft(reading.reader.person, files, clerk.to_plain(sheet), said)
    after_reading(str(row.id), None, sheet, reading.reader.person)
    messages.success(
        request, gettext("Kept as a draft. Each change and each place to look at is a comment in its Word file.")
    )
    return HttpResponseRedirect(reverse("desk:draft", args=[row.id]))


def _file(reading: Reading, draft: Rolled, coming: Session, origin: Mapping[str, Any]) -> dict[str, Any]:
    """A version as a kept Word file."""
    given = drafting.as_word(draft, coming, origin.get("decision", "text"))
    sha256 = keep(given.name, given.data, reading.reader.person, media_type=WORD)
    return {"name": given.name, "sha256": sha256, "media_type": WORD, "size": len(given.data),
            "traces": traces(given.name, given.data)}  # fmt: skip
