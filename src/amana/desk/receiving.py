"""Receiving a document: files kept, read and laid side by side; findings settled; the text accepted; duties proposed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amana import clerk
from amana.clerk.sheets import Sheet
from amana.desk.accepting import AcceptForm, accept, doubts
from amana.desk.correcting import CorrectForm, enter_corrected, without_text
from amana.desk.entering import say_entered, say_problems
from amana.desk.fields import day_typed
from amana.desk.filing import kept_uploads, read
from amana.desk.gate import CONFERENCE, desk
from amana.desk.reviewing import Review, review, suggest
from amana.pages.reading import Reading, reading_of
from amana.store.queries import desk as queries
from amana.store.queries import public
from amana.values.days import Day
from amana.values.problems import Problem, Refused


@desk(*CONFERENCE)
@require_http_methods(["GET", "HEAD", "POST"])
def receive(request: HttpRequest) -> HttpResponse:
    """Choose or drop the language files of one resolution."""
    if request.method != "POST":
        return render(request, "desk/receive.html", {"drafts": queries.drafts()[:10], **_drafters()})
    kept, problems = kept_uploads(request)
    if not kept:
        problems = problems or [Problem("desk-no-file", {})]
        context = {"problems": problems, "drafts": queries.drafts()[:10], **_drafters()}
        return render(request, "desk/receive.html", context, status=422)
    say_problems(request, problems)
    reading = reading_of(request)
    draft = queries.new_draft(reading.reader.person, kept, clerk.to_plain(read(kept, reading)))
    return HttpResponseRedirect(reverse("desk:draft", args=[draft.id]))


def _drafters() -> dict[str, Any]:
    return {"people": queries.people(draft.by for draft in queries.drafts()[:10])}


@desk(*CONFERENCE)
@require_safe
def draft(request: HttpRequest, key: UUID) -> HttpResponse:
    """What was read, side by side, with what was found."""
    row = _waiting(key)
    if isinstance(row, HttpResponse):
        return row
    sheet = clerk.from_plain(row.sheet)
    return _page(request, row, sheet, _form(reading_of(request), row, sheet, row.settled.get("facts")))


@desk(*CONFERENCE)
@require_POST
def settle(request: HttpRequest, key: UUID) -> HttpResponse:
    """Keep what was typed; accept, where that was asked and nothing is open."""
    row = _waiting(key)
    if isinstance(row, HttpResponse):
        return row
    sheet = clerk.from_plain(row.sheet)
    names = {
        name for name in request.POST if name not in ("csrfmiddlewaretoken", "do") and not name.startswith("reason:")
    }
    typed = {name: request.POST.getlist(name) for name in names}
    reasons = {name[7:]: str(said).strip() for name, said in request.POST.items() if name.startswith("reason:")}
    facts = {name: said for name, said in typed.items() if name != "despite"}
    queries.keep_draft(row, settled={**row.settled, "facts": facts, "reasons": reasons})
    form = _form(reading_of(request), row, sheet, typed, validate=True)
    if request.POST.get("do") != "accept":
        messages.success(request, gettext("Kept. Nothing is accepted yet."))
        return HttpResponseRedirect(reverse("desk:draft", args=[key]))
    return _accept(request, row, sheet, form)


def _accept(request: HttpRequest, row: queries.Draft, sheet: Sheet, form: AcceptForm) -> HttpResponse:
    laid = review(sheet, row.settled.get("reasons", {}))
    missing = len(laid.open_findings)
    valid = form.is_valid()
    if missing:
        form.add_error(
            None,
            gettext("Findings without a reason: %(count)s. Say why the text is accepted as it is, or replace a file.")
            % {"count": missing},
        )
    doubted = doubts(reading_of(request), sheet, form) if valid else []
    if doubted and not form.cleaned_data["despite"]:
        for sentence in doubted:
            form.add_error(None, sentence)
        return _page(request, row, sheet, form, tried=True, doubted=True)
    if not valid or missing or not sheet.rows:
        return _page(request, row, sheet, form, tried=True)
    done = (enter_corrected if row.settled.get("corrects") else accept)(request, row, sheet, form)
    if done.problems or done.entry is None:
        for sentence in done.sentences(reading_of(request).language):
            form.add_error(None, sentence)
        return _page(request, row, sheet, form, tried=True)
    say_entered(request, gettext("Corrected.") if row.settled.get("corrects") else gettext("Accepted."), done.entry)
    return HttpResponseRedirect(reverse("desk:decision", args=[row.resolution]) + "#proposals")


@desk(*CONFERENCE)
@require_POST
def more_files(request: HttpRequest, key: UUID) -> HttpResponse:
    """Better files: one in a language that was there takes the place of the other."""
    row = _waiting(key)
    if isinstance(row, HttpResponse):
        return row
    reading = reading_of(request)
    kept, problems = kept_uploads(request)
    say_problems(request, problems or ([] if kept else [Problem("desk-no-file", {})]))
    if kept:
        new = read(kept, reading)
        languages = {file.language for file in new.files if file.language}
        old = clerk.from_plain(row.sheet)
        replaced = {(f.name, f.sha256) for f in old.files if f.language in languages} | {
            (f["name"], f["sha256"]) for f in kept
        }
        staying = [f for f in row.files if (f["name"], f["sha256"]) not in replaced]
        _again(row, [*staying, *kept], reading)
    return HttpResponseRedirect(reverse("desk:draft", args=[key]))


@desk(*CONFERENCE)
@require_POST
def put_away(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take one file out of a draft, or put the whole draft away. Bytes that were kept stay kept."""
    row = _waiting(key)
    if isinstance(row, HttpResponse):
        return row
    if request.POST.get("file"):
        sha256 = request.POST["file"]
        _again(row, [f for f in row.files if f["sha256"] != sha256], reading_of(request))
        return HttpResponseRedirect(reverse("desk:draft", args=[key]))
    queries.drop_draft(row)
    messages.success(request, gettext("Put away. The files stay kept."))
    return HttpResponseRedirect(reverse("desk:receive"))


def _again(row: queries.Draft, kept: list[dict[str, Any]], reading: Reading) -> None:
    queries.keep_draft(row, files=kept, sheet=clerk.to_plain(read(kept, reading)))


def _waiting(key: UUID) -> queries.Draft | HttpResponse:
    """The draft, while it waits; the resolution that came of it, once it is accepted."""
    row = queries.draft(key)
    if row is None:
        raise Http404
    if row.resolution:
        return HttpResponseRedirect(reverse("desk:decision", args=[row.resolution]))
    return row


def _form(
    reading: Reading, row: queries.Draft, sheet: Sheet, typed: dict[str, list[str]] | None, *, validate: bool = False
) -> AcceptForm:
    suggested, corrects = suggest(sheet, reading.organization), row.settled.get("corrects", "")
    renewed = {one.symbol or one.key: one.key for one in queries.renewed(corrects)} if corrects else {}
    cited = public.by_symbol(reading.reader, suggested.cited)
    form = CorrectForm if corrects else AcceptForm
    return form(reading, suggested, {**renewed, **cited}, typed, validate=validate)


def _page(
    request: HttpRequest,
    row: queries.Draft,
    sheet: Sheet,
    form: AcceptForm,
    *,
    tried: bool = False,
    doubted: bool = False,
) -> HttpResponse:
    laid: Review = review(sheet, row.settled.get("reasons", {}))
    corrects = row.settled.get("corrects", "")
    entry = None if corrects else without_text(str(form["symbol"].value() or ""), str(form["session"].value() or ""))
    context = {
        "draft": row, "sheet": sheet, "review": laid, "form": form, "tried": tried, "doubted": doubted,
        "people": queries.people([row.by]), "files": _files(row, sheet), "adopted": _typed_day(request, form),
        "corrects": queries.named([corrects]).get(corrects) if corrects else None, "fills": entry,
    }  # fmt: skip
    return render(request, "desk/draft.html", context, status=422 if tried else 200)


def _typed_day(request: HttpRequest, form: AcceptForm) -> Day | None:
    """The day of adoption as it stands in the form, where it is one: shown in both calendars."""
    typed = str(form["adopted"].value() or "")
    try:
        return day_typed(typed, reading_of(request).language) if typed else None
    except (Refused, ValueError):
        return None


def _files(row: queries.Draft, sheet: Sheet) -> list[dict[str, Any]]:
    """Each kept file with the language read in it, and what stands against it."""
    read_as = {(f.name, f.sha256): f for f in sheet.files}
    return [
        {
            **file,
            "read": read_as.get((file["name"], file["sha256"])),
            "problems": [p for p in sheet.problems if str(p.facts.get("file", "")) == file["name"]],
        }
        for file in row.files
    ]
