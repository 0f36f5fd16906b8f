"""Files at the desk: kept by checksum before anything else, and given to whom sight allows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import quote

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe

from amana.acts import files
from amana.clerk import knowing
from amana.clerk.sheets import Sheet
from amana.desk.gate import refused, to_sign_in
from amana.intake.receive import MEDIA_TYPES
from amana.intake.refusals import LIMIT, refuse
from amana.pages.reading import Reading, reading_of
from amana.publish import clean_word
from amana.store.queries import desk as queries
from amana.values.ids import PersonId
from amana.values.problems import Problem, Refused

TEXT = "text/plain"
WORD = MEDIA_TYPES["docx"]
SAFE = frozenset({TEXT, WORD})
OTHER = "application/octet-stream"
MOST = 9
"""How many files are taken at once: three languages, and some to spare."""


def read_upload(upload: UploadedFile[bytes]) -> tuple[str, bytes]:
    """Name and bytes of what was sent; NotReadable where it is too big to be taken."""
    name = (upload.name or "file")[:255]
    if (upload.size or 0) > LIMIT:
        raise refuse("intake-too-big", name, megabytes=(upload.size or 0) // 1_000_000, limit=LIMIT // 1_000_000)
    return name, upload.read()


def keep(name: str, data: bytes, by: PersonId, *, media_type: str = "", subject: str = "") -> str:
    """Keep bytes; their checksum."""
    return files.keep(name, media_type if media_type in SAFE else OTHER, data, by=by, subject=subject)


def keep_text(name: str, text: str, by: PersonId) -> dict[str, Any]:
    """Keep a text that was made here; what a draft keeps of its file."""
    data = text.encode()
    return {"name": name, "sha256": keep(name, data, by, media_type=TEXT), "media_type": TEXT, "size": len(data)}


def kept_uploads(request: HttpRequest) -> tuple[list[dict[str, Any]], list[Problem]]:
    """Keep every file that came, good or bad: its bytes are stored before anybody looks at them."""
    kept: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for upload in request.FILES.getlist("files")[:MOST]:
        assert isinstance(upload, UploadedFile)
        try:
            name, data = read_upload(upload)
        except Refused as refused:
            problems += refused.problems
            continue
        sha256 = keep(name, data, reading_of(request).reader.person, media_type=upload.content_type or "")
        kept.append({"name": name, "sha256": sha256, "media_type": upload.content_type or "", "size": len(data),
                     "traces": traces(name, data)})  # fmt: skip
    return kept, problems


def kept_before(request: HttpRequest) -> list[dict[str, Any]]:
    """Files that came with this form the time before, where the form was refused: nobody has to choose them twice."""
    reader, named = reading_of(request).reader, request.POST.getlist("kept")[:MOST]
    rows = (queries.file(reader, sha256) for sha256 in named)
    return [{"name": row.name, "sha256": row.sha256} for row in rows if row is not None]


def in_place_of(
    files: Iterable[dict[str, Any]], came: list[dict[str, Any]], gone: Callable[[dict[str, Any]], bool]
) -> list[dict[str, Any]]:
    """The files with those that came where the first of those that are gone stood, else at the end.

    The order of versions stays: findings name languages in it, and are known again by that.

    >>> in_place_of([{"n": 1}, {"n": 2}, {"n": 3}], [{"n": 9}], lambda f: f["n"] == 2)
    [{'n': 1}, {'n': 9}, {'n': 3}]
    """
    held = list(files)
    at = next((n for n, file in enumerate(held) if gone(file)), len(held))
    return [*(f for f in held[:at] if not gone(f)), *came, *(f for f in held[at:] if not gone(f))]


def traces(name: str, data: bytes) -> dict[str, int]:
    """What of people and of work a Word file holds, and how much: what its copy without traces leaves out."""
    if not name.lower().endswith(".docx"):
        return {}
    try:
        return dict(clean_word.clean(data, name=name).removed)
    except Refused:
        return {}


def read(kept: Iterable[dict[str, Any]], reading: Reading) -> Sheet:
    """The sheet of these kept files."""
    known = knowing.of(reading.organization)
    return known.sheet((file["name"], files.read(file["sha256"])) for file in kept)


def keep_evidence(request: HttpRequest, mandate: str) -> tuple[str, str]:
    """Keep the file that came with a form as evidence on a mandate: checksum and name."""
    upload = next(iter(request.FILES.values()))
    assert isinstance(upload, UploadedFile)
    name, data = read_upload(upload)
    return keep(
        name, data, reading_of(request).reader.person, media_type=upload.content_type or "", subject=mandate
    ), name


@require_safe
def fetch(request: HttpRequest, sha256: str, clean: bool = False) -> HttpResponseBase:
    """A kept file, where this reader may see it: always saved, never shown, whatever it is.

    `clean`: of a Word file the same without tracked changes, comments and names; any other file has no such copy.
    """
    reader = reading_of(request).reader
    file = queries.file(reader, sha256)
    if file is None:
        if reader.is_staff:
            raise Http404
        return refused(request) if reader.person else to_sign_in(request)
    try:
        data = files.read(sha256)
    except FileNotFoundError as missing:
        raise Http404 from missing
    if clean:
        try:
            data = clean_word.clean(data, name=file.name).data
        except Refused as refusal:
            raise Http404 from refusal
    response = HttpResponse(data, content_type=file.media_type if file.media_type in SAFE else OTHER)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(file.name)}"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response
