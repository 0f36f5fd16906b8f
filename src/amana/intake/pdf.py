"""A PDF: its lines in the order in which they are read, its paragraphs, its footnotes; running heads are told and dropped.

    blocks, problems = read("resolution.pdf", data)

PDFium gives marks and where they stand; what they are to one another is told by geometry only. PDFium is not made for
threads: one document is open at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import pypdfium2
from pypdfium2 import raw

from amana.intake.columns import Line, Page, lines_of
from amana.intake.lines_joined import paragraphs
from amana.intake.page_marks import page_of
from amana.intake.pieces import Progress, to_blocks, told_in_steps
from amana.intake.refusals import refuse
from amana.intake.running import without_running_heads
from amana.values.blocks import Block
from amana.values.problems import Place, Problem

MOST_PAGES = 3_000
"""No resolution and no collection of a session has more."""
MOST_LETTERS = 20_000_000
MOST_TOLD = 3_000
"""Letters of what was dropped that are told."""
ONE_AT_A_TIME = Lock()


def read(name: str, data: bytes, *, progress: Progress | None = None) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The blocks of a PDF, what was mended and what was dropped; raises NotReadable."""
    with ONE_AT_A_TIME, _opened(name, data) as document:
        count = len(document)
        if count > MOST_PAGES:
            raise refuse("intake-too-many-pages", name, pages=count, limit=MOST_PAGES)
        pages, bare, sideways = _pages(name, document, told_in_steps(progress, count))
    if not any(page.seen for page in pages):
        raise refuse("intake-scan", name, pages=count)
    if sum(p.strange for p in pages) > 0.3 * max(sum(p.letters for p in pages), 1):
        raise refuse("intake-pdf-letters", name)
    laid: list[list[Line]] = []
    for page in pages:
        laid.append(lines_of(page, laid[-1] if laid else None))
    kept, heads = without_running_heads(laid)
    blocks, mended = to_blocks(name, paragraphs(kept))
    return blocks, (*mended, *_told(name, heads, bare, sideways))


@contextmanager
def _opened(name: str, data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as why:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "password" in str(why).lower():
            raise refuse("intake-encrypted", name) from why
        raise refuse("intake-damaged", name, reason="PDF") from why
    try:
        yield document
    finally:
        document.close()


def _pages(
    name: str, document: pypdfium2.PdfDocument, tell: Progress
) -> tuple[list[Page], tuple[str, ...], tuple[str, ...]]:
    """The pages with their marks; the numbers of those that have none; what stands sideways."""
    pages: list[Page] = []
    bare: list[str] = []
    sideways: list[str] = []
    letters = 0
    count = len(document)
    for number in range(1, count + 1):
        try:
            page, aside = page_of(document, number)
        except pypdfium2.PdfiumError:
            page, aside = Page(number, (), 0.0), ""
        if aside and aside not in sideways:
            sideways.append(aside)
        if not page.seen:
            bare.append(str(number))
        pages.append(page)
        letters += page.letters
        if letters > MOST_LETTERS:
            raise refuse("intake-unpacks-too-big", name, limit=MOST_LETTERS // 1_000_000)
        tell(number, count)
    return pages, tuple(bare), tuple(sideways)


def _told(name: str, heads: list[str], bare: tuple[str, ...], sideways: tuple[str, ...]) -> Iterator[Problem]:
    said = [*heads, *sideways]
    if said:
        yield Problem(
            "intake-running-heads", {"file": name, "text": " | ".join(said)[:MOST_TOLD]}, (Place(name),), "note"
        )
    if bare:
        facts = {"file": name, "pages": ", ".join(bare[:40]) + (" …" if len(bare) > 40 else "")}
        yield Problem("intake-pages-without-text", facts, (Place(name),), "warning")
