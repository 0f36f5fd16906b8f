"""Quoted titles and words: marks that are opened and never closed, and what only one version quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from amana.resolutions.telling import finding
from amana.resolutions.versions import Row
from amana.values.expressions import expression
from amana.values.problems import Place, Problem

ANY = expression('["“”„«»]')
QUOTED = expression('[“„]([^“”„]+)[”“]|«([^«»]+)»|"([^"]+)"')
WORDS = 3
"""So many words in quotation marks are a title or a quotation; fewer may be a word that another language prints plain."""


def same_quotes(row: Row) -> Iterator[Problem]:
    """Marks are balanced in one version and not in another (a warning); only one version quotes a title (a note)."""
    if len(row.texts) < 2 or not any(ANY.search(p.text) for p in row.texts.values()):
        return
    texts = {language: p.text for language, p in row.texts.items()}
    marked = {language: bool(ANY.search(text)) for language, text in texts.items()}
    open_at = {language: unclosed(text) for language, text in texts.items() if marked[language]}
    wrong = {language: at for language, at in open_at.items() if at is not None}
    if wrong and len(wrong) < len(open_at):
        places = tuple(_at(row, language, at, at + 1) for language, at in wrong.items())
        yield finding("quotes-unbalanced", row, "warning", places, languages=tuple(wrong))
    if all(marked.values()):
        return
    for language, text in texts.items():
        title = next((m for m in QUOTED.finditer(text) if len(m[0].split()) >= WORDS), None)
        if title is not None:
            lacking = tuple(other for other, there in marked.items() if not there)
            place = _at(row, language, title.start(), title.end())
            yield finding("quotes-differ", row, "note", (place,), quoted=title[0], language=language, lacking=lacking)
            return


def unclosed(text: str) -> int | None:
    """Where a quotation mark has no partner; None where all have.

    >>> unclosed("the theme “Unity and dialogue"), unclosed("the theme “Unity”"), unclosed("5\\" pipes")
    (10, None, None)
    """
    open_marks: list[int] = []
    for mark in re.finditer("[“”„«»]", text):
        if mark[0] in "„«" or (mark[0] == "“" and not (open_marks and text[open_marks[-1]] == "„")):
            open_marks.append(mark.start())
        elif open_marks:
            open_marks.pop()
        else:
            return mark.start()
    if open_marks:
        return open_marks[0]
    straight = [m.start() for m in re.finditer('(?<!\\d)"', text)]
    return straight[-1] if len(straight) % 2 and '"' not in re.sub('(?<!\\d)"', "", text) else None


def _at(row: Row, language: str, start: int, end: int) -> Place:
    return replace(row.texts[language].place, start=start, end=end)
