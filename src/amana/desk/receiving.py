"""Receiving a document: files kept, read and laid side by side, better ones put in their place."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amana import clerk
from amana.desk.drafts import LOOK, WHICH, form_of, page, replace_files, waiting
from amana.desk.entering import say_problems
from amana.desk.filing import in_place_of, kept_uploads, read
from amana.desk.gate import CONFERENCE, desk
from amana.desk.version_lines import after_reading
from amana.desk.work import drafts_for
from amana.pages.reading import reading_of
from amana.store.queries import desk as queries
from amana.store.queries import versions
from amana.values.problems import Problem


@desk(*CONFERENCE)
@require_http_methods(["GET", "HEAD", "POST"])
def receive(request: HttpRequest) -> HttpResponse:
    """Choose or drop the language files of one resolution."""
    if request.method != "POST":
        return _receiving(request)
    kept, problems = kept_uploads(request)
    if not kept:
        return _receiving(request, problems or [Problem("desk-no-file", {})])
    say_problems(request, problems)
    if same := queries.draft_of([file["sha256"] for file in kept]):
        messages.info(request, gettext("This draft is kept already; here it is."))
        return HttpResponseRedirect(reverse("desk:draft", args=[same.id]))
    reading = reading_of(request)
    sheet = read(kept, reading)
    draft = queries.new_draft(reading.reader.person, kept, clerk.to_plain(sheet))
    after_reading(str(draft.id), None, sheet, reading.reader.person)
    return HttpResponseRedirect(reverse("desk:draft", args=[draft.id]))


def _receiving(request: HttpRequest, problems: Sequence[Problem] = ()) -> HttpResponse:
    """The page, with what was received last and waits. `problems`: why nothing was received."""
    rows = list(queries.drafts()[:10])
    context = {"problems": problems, "drafts": rows, **drafts_for(rows)}
    return render(request, "desk/receive.html", context, status=422 if problems else 200)


@desk(*LOOK)
@require_safe
def draft(request: HttpRequest, key: UUID, which: str = "") -> HttpResponse:
    """What was read, side by side, with what was found: all of it, or the rows with open or settled findings alone."""
    row = waiting(key)
    if isinstance(row, HttpResponse):
        return row
    if which not in ("", *WHICH):
        raise Http404
    sheet = clerk.from_plain(row.sheet)
    form = form_of(reading_of(request), row, sheet, row.settled.get("facts"))
    return page(request, row, sheet, form, which=which)


@desk(*CONFERENCE)
@require_POST
def more_files(request: HttpRequest, key: UUID) -> HttpResponse:
    """Better files: one in a language that was there takes the place of the other."""
    row = waiting(key)
    if isinstance(row, HttpResponse):
        return row
    reading = reading_of(request)
    kept, problems = kept_uploads(request)
    say_problems(request, problems or ([] if kept else [Problem("desk-no-file", {})]))
    here = {file["sha256"] for file in row.files}
    say_problems(request, [Problem("desk-file-again", {"file": f["name"]}) for f in kept if f["sha256"] in here])
    if kept := [file for file in kept if file["sha256"] not in here]:
        new = read(kept, reading)
        languages = {file.language for file in new.files if file.language}
        old = clerk.from_plain(row.sheet)
        replaced = {(f.name, f.sha256) for f in old.files if f.language in languages}
        files = in_place_of(row.files, kept, lambda f: (f["name"], f["sha256"]) in replaced)
        if replace_files(request, row, files):
            messages.success(
                request, gettext("Read again. The file before stays kept; what was settled stays settled.")
            )
    return HttpResponseRedirect(reverse("desk:draft", args=[key]))


@desk(*CONFERENCE)
@require_POST
def put_away(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take one file out of a draft, or put the whole draft away. Bytes that were kept stay kept."""
    row = waiting(key)
    if isinstance(row, HttpResponse):
        return row
    if request.POST.get("file"):
        sha256 = request.POST["file"]
        replace_files(request, row, [f for f in row.files if f["sha256"] != sha256])
        return HttpResponseRedirect(reverse("desk:draft", args=[key]))
    versions.drop_lines(str(row.id))
    queries.drop_draft(row)
    messages.success(request, gettext("Put away. The files stay kept."))
    return HttpResponseRedirect(reverse("desk:receive"))
