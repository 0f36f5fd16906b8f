"""One row of a draft put right: the words of a paragraph in a language, or in which row a paragraph belongs."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from hashlib import sha256
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from amana import clerk
from amana.acts.may import BESIDE
from amana.clerk.knowing import terms_of
from amana.clerk.sheets import Sheet, laid
from amana.desk.drafts import keep_read, looked_at, read_again, waiting
from amana.desk.entering import say_problems
from amana.desk.filing import in_place_of, keep_text
from amana.desk.gate import desk
from amana.desk.reviewing import printed
from amana.folder.texts import compose
from amana.pages.reading import reading_of
from amana.resolutions.paragraphs import Paragraph
from amana.resolutions.versions import Row, move, split_row
from amana.store.queries import desk as queries
from amana.values.problems import Problem


@desk(*BESIDE["row.correct"])
@require_http_methods(["GET", "HEAD", "POST"])
def row(request: HttpRequest, key: UUID, place: str) -> HttpResponseBase:
    """The words of one row in every language, to be put right. What is saved is a new text of that version, read again."""
    draft = waiting(key, request)
    if isinstance(draft, HttpResponse):
        return draft
    sheet = clerk.from_plain(draft.sheet)
    at, this = _at(sheet, place)
    if request.method == "POST":
        typed = {x: _words(request, x) for x in sheet.readings if f"text:{x}" in request.POST}
        held = {x: " ".join(p.text.split()) for x, p in this.texts.items()}
        was = {x: str(request.POST.get(f"was:{x}", mark(held.get(x, "")))) for x in typed}
        changed = {x: words for x, words in typed.items() if mark(words) != was[x] and words != held.get(x, "")}
        if meanwhile := [x for x in changed if mark(held.get(x, "")) != was[x]]:
            say_problems(request, [Problem("row-changed", {"languages": tuple(meanwhile)})])
            return _page(request, draft, sheet, at, changed, meanwhile)
        if changed:
            if _put_right(request, draft, sheet, this, changed):
                return row(request, key, place)
            messages.success(request, gettext("Put right and read again. The file before stays kept."))
        return HttpResponseRedirect(reverse("desk:draft", args=[key]) + f"#{place}")
    return _page(request, draft, sheet, at)


def mark(words: str) -> str:
    """By what the words of a paragraph are known again when its page comes back."""
    return sha256(words.encode()).hexdigest()[:16]


def _page(
    request: HttpRequest,
    draft: queries.Draft,
    sheet: Sheet,
    at: int,
    typed: Mapping[str, str] | None = None,
    meanwhile: Container[str] = (),
) -> HttpResponse:
    """The page of one row; `typed` is what was typed and not kept, `meanwhile` what somebody else changed."""
    this = sheet.rows[at]
    line = next(one for one in looked_at(draft, sheet, reading_of(request)).lines if one.key == this.key)
    fields, spoken = [], reading_of(request).language
    for cell in line.cells:
        held = " ".join(cell.paragraph.text.split()) if cell.paragraph else ""
        fields.append({"cell": cell, "was": mark(held), "text": (typed or {}).get(cell.language, held),
                       "held": held if cell.language in meanwhile else ""})  # fmt: skip
    context = {
        "draft": draft, "row": this, "line": line, "keys": [(r.key, _opening(r, spoken)) for r in sheet.rows if r.key != this.key],
        "above": at > 0, "printed": printed(sheet), "nearest": _nearest(sheet, at), "fields": fields,
        "pieces": _pieces(this, [cell.language for cell in line.cells]),
    }  # fmt: skip
    return render(request, "desk/row.html", context, status=409 if typed else 200)


@desk(*BESIDE["row.correct"])
@require_POST
def move_row(request: HttpRequest, key: UUID, place: str) -> HttpResponse:
    """Say in which row the paragraph of one language belongs: the one above, one of its own, or another by its key.

    Where several stand in the row, `block` names the one that is meant; without it all of them go.
    """
    draft = waiting(key, request)
    if isinstance(draft, HttpResponse):
        return draft
    sheet = clerk.from_plain(draft.sheet)
    at, this = _at(sheet, place)
    language, to = request.POST.get("language", ""), request.POST.get("to", "")
    block = request.POST.get("block", "")
    pieces = [p for p in this.pieces(language) if block in ("", str(_block(p)))]
    if not pieces:
        raise Http404
    if to == "above" and at:
        to = sheet.rows[at - 1].key
    if to == "own":
        made = move(sheet.rows, language, _block(pieces[0])) if block else split_row(sheet.rows, place, language)
    else:
        made = tuple(c for p in pieces for c in move(sheet.rows, language, _block(p), to))
    if not made or to not in ("own", *(r.key for r in sheet.rows)):
        messages.error(request, gettext("There is no other version in that row to lay it beside; choose another row."))
        return HttpResponseRedirect(reverse("desk:row", args=[key, place]))
    new = laid(sheet, (*sheet.corrections, *made), terms_of(reading_of(request).organization))
    if keep_read(draft, draft.files, new) is not None:
        say_problems(request, [Problem("line-changed", {"language": language})])
        return HttpResponseRedirect(reverse("desk:row", args=[key, place]))
    messages.success(request, gettext("Moved, and compared again. It stays so when the texts are read again."))
    there = next((r.key for r in new.rows if any(p in r.pieces(language) for p in pieces)), place)
    return HttpResponseRedirect(reverse("desk:draft", args=[key]) + f"#{there}")


def _at(sheet: Sheet, place: str) -> tuple[int, Row]:
    found = next(((n, r) for n, r in enumerate(sheet.rows) if r.key == place), None)
    if found is None:
        raise Http404
    return found


def _block(paragraph: Paragraph) -> int:
    """The block of its file by which a paragraph is known."""
    return (paragraph.blocks or (paragraph.place.block or 0,))[0]


def _pieces(row: Row, languages: Iterable[str]) -> list[dict[str, object]]:
    """Every paragraph that stands in the row, each to be moved by itself."""
    several = [(x, p) for x in languages for p in row.pieces(x)]
    return [{"language": x, "label": p.label, "text": p.text, "block": _block(p), "alone": len(several) == 1}
            for x, p in several]  # fmt: skip


def _nearest(sheet: Sheet, at: int) -> str:
    """The key of the row below, or above the last one: where a paragraph most likely belongs that lies wrong."""
    return "".join(row.key for row in (sheet.rows[at + 1 : at + 2] or sheet.rows[max(at - 1, 0) : at]))


def _opening(row: Row, language: str) -> str:
    """The first words of a row, by which a person knows it: in the reader's language where it has them."""
    words = (row.texts[language] if language in row.texts else next(iter(row.texts.values()))).text.split()
    return " ".join(words[:7]) + (" …" if len(words) > 7 else "")


def _words(request: HttpRequest, language: str) -> str:
    return " ".join(str(request.POST.get(f"text:{language}", "")).split())


def _put_right(
    request: HttpRequest, draft: queries.Draft, sheet: Sheet, row: Row, said: Mapping[str, str]
) -> tuple[str, ...]:
    """The versions with these words in place of the row's, kept as files of their own and read in place of those before.

    The languages of versions that somebody else changed meanwhile, where nothing was put right.
    """
    files = list(draft.files)
    for language, words in said.items():
        old = {f.sha256 for f in sheet.files if f.language == language}
        name = next((f.name for f in sheet.files if f.language == language), language).rsplit(".", 1)[0] + ".txt"
        kept = keep_text(name, compose(_with(sheet, row, language, words)), reading_of(request).reader.person)
        files = in_place_of(files, [kept], lambda file, old=old: file["sha256"] in old)  # type: ignore[misc]
    return read_again(request, draft, files)


def _with(sheet: Sheet, row: Row, language: str, words: str) -> Iterator[tuple[str, str]]:
    """The labels and words of a version with those of one row said anew; what it lacks comes behind the row before."""
    pieces = [id(piece) for piece in row.pieces(language)]
    before = None
    if not pieces:
        above = (r for r in sheet.rows[: [r.key for r in sheet.rows].index(row.key)] if language in r.texts)
        before = next((id(r.pieces(language)[-1]) for r in reversed(list(above))), None)
        label = next((p.label for p in row.texts.values()), "")
        if before is None:
            yield label, words
    for paragraph in sheet.readings[language].paragraphs:
        if id(paragraph) not in pieces:
            yield paragraph.label, paragraph.text
        elif id(paragraph) == pieces[0] and words:
            yield paragraph.label, words
        if id(paragraph) == before:
            yield label, words
