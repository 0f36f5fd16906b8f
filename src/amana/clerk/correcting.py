"""A resolution read again beside the one that is held: what stayed the same keeps its permanent ids, its files, its findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from amana.resolutions.accepted import Accepted, AcceptedRow, AcceptedText
from amana.values.ids import ParagraphId, natural


def corrected(held: Accepted, again: Accepted) -> Accepted:
    """`again` as a correction of `held`: its id and audience, the paragraph ids of what is the same paragraph.

    A paragraph is the same where one of its texts is, else where it stands at the same place and nothing else claims it.
    What the reading does not know of (subjects, what it creates) stays as held; what it recalls is added to what is held.
    """
    ids = dict(_same(held, again))
    taken = {row.id for row in held.rows} | set(ids.values())
    rows = []
    for row in again.rows:
        id_ = ids.get(row.key) or row.id
        if row.key not in ids and id_ in taken:
            id_ = natural("paragraph", held.id, row.key, "corrected", *sorted(row.texts.values()))
        taken.add(id_)
        rows.append(replace(row, id=id_))
    kept = {text.language: text for text in held.texts}
    return replace(
        again,
        id=held.id,
        audience=held.audience,
        rows=tuple(rows),
        texts=tuple(_text(text, kept) for text in again.texts),
        kind=held.kind,
        basis="",
        subjects=held.subjects,
        recalls=tuple(dict.fromkeys((*held.recalls, *again.recalls))),
        creates=held.creates,
        unsourced=held.unsourced,
    )


def _same(held: Accepted, again: Accepted) -> Iterator[tuple[str, ParagraphId]]:
    """Key of the new row → the id it keeps. Each id is kept once; equal texts in the order in which they stand."""
    free = {row.id: row for row in held.rows}
    left = []
    for row in again.rows:
        found = next((old.id for old in free.values() if _shares(old, row)), None)
        if found is None:
            left.append(row)
        else:
            del free[found]
            yield row.key, found
    places = {old.key: old.id for old in free.values()}
    for row in left:
        if row.key in places:
            yield row.key, places.pop(row.key)


def _shares(old: AcceptedRow, new: AcceptedRow) -> bool:
    return old.part == new.part and any(new.texts.get(language) == text for language, text in old.texts.items())


def _text(text: AcceptedText, kept: Mapping[str, AcceptedText]) -> AcceptedText:
    """A version that did not change comes from the file it came from."""
    old = kept.get(text.language)
    return old if old is not None and old.text.split() == text.text.split() else text
