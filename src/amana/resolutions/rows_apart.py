"""Rows that do not match: a paragraph that a version lacks, divides or has elsewhere, versions hardly of one text, labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, permutations

from amana.resolutions.labels import label_of
from amana.resolutions.paragraphs import Paragraph, Reading
from amana.resolutions.telling import finding
from amana.resolutions.units import RESOLVING
from amana.resolutions.versions import Row
from amana.values.problems import Problem


def too_far_apart(rows: Sequence[Row], readings: Mapping[str, Reading]) -> Iterator[Problem]:
    """Texts that are hardly versions of one another get one word about that and no list of accusations."""
    real = [r for r in rows if r.part != "structure"]
    gaps = sum(1 for r in real if len(r.texts) < len(readings))
    if len(real) >= 6 and gaps > len(real) / 2:
        places = tuple(r.paragraphs[0].place for r in readings.values() if r.paragraphs)
        yield Problem("versions-apart", {"rows": len(real), "unpaired": gaps}, places, "error")


def missing_paragraphs(rows: Sequence[Row], languages: tuple[str, ...]) -> Iterator[Problem]:
    """A paragraph that a version lacks; where the next row lacks the other versions, the two are only unlike."""
    real = [r for r in rows if r.part != "structure"]
    for n, row in enumerate(real):
        lacking = tuple(x for x in languages if x not in row.texts)
        if not lacking or all(_only_decides(p.text) for p in row.texts.values()):
            continue
        around = [real[i] for i in (n - 1, n + 1) if 0 <= i < len(real)]
        unlike = any(set(o.texts) and not set(o.texts) & set(row.texts) for o in around)
        opening = _opening(row)
        if unlike:
            yield finding("paragraph-unpaired", row, "warning", present=tuple(row.texts), opening=opening)
        else:
            present = tuple(row.texts)
            yield finding("paragraph-missing", row, "error", missing=lacking, present=present, opening=opening)


def _only_decides(text: str) -> bool:
    """Whether a paragraph is the verb alone above what is decided, which a translation may have in each paragraph: "يقرر:"."""
    return len(text) <= 30 and RESOLVING.match(text) is not None


def split_paragraphs(rows: Sequence[Row]) -> Iterator[Problem]:
    """What one version says in one paragraph and another in several; a warning where that moves the numbers."""
    for row in rows:
        if row.part == "structure" or not row.parts:
            continue
        counts = {x: len(row.pieces(x)) for x in row.texts}
        if len(set(counts.values())) == 1:
            continue
        split = tuple(x for x, n in counts.items() if n > 1)
        whole = tuple(x for x, n in counts.items() if n == 1)
        places = tuple(p.place for x in row.texts for p in row.pieces(x))
        numbered = any(p.label for x in split for p in row.pieces(x)[1:])
        shown = tuple(f"{x}: {n}" for x, n in counts.items())
        opening = _opening(row)
        yield finding(
            "paragraph-split", row, "warning" if numbered else "note", places,
            split=split, whole=whole, counts=shown, opening=opening,
        )  # fmt: skip


def moved_paragraphs(rows: Sequence[Row]) -> Iterator[Problem]:
    """A paragraph that stands elsewhere in a version than in the others."""
    for row in rows:
        if row.moved and row.part != "structure":
            order = tuple(x for x in row.texts if x not in row.moved)
            yield finding("paragraph-moved", row, "warning", moved=row.moved, present=order, opening=_opening(row))


def _opening(row: Row) -> str:
    """The words by which a reviser finds the paragraph."""
    return " ".join(next(iter(row.texts.values())).text.split()[:8])


def different_labels(rows: Sequence[Row]) -> Iterator[Problem]:
    """A label that differs; the labels that only follow from the first one are not told again.

    Nor are those that follow from a paragraph that is missing, divided or moved: that was told.
    """
    shift: dict[tuple[str, str], int | None] = {}
    languages = tuple(dict.fromkeys(x for row in rows for x in row.texts))
    jumped = _jumped(rows)
    for row, over in zip(rows, jumped, strict=True):
        numbers = {x: n for x, p in row.texts.items() if x not in over and (n := _numbered(p)) is not None}
        told = False
        for (one, a), (other, b) in combinations(numbers.items(), 2):
            known = shift.get((one, other), 0)
            if a != b and known is not None and known != b - a:
                told = True
            shift[one, other] = b - a
        if told:
            shown = tuple(f"{language}: {row.texts[language].label}" for language in numbers)
            yield finding("label-differs", row, "warning", labels=shown)
        if row.part == "operative":
            uneven = {x for x in languages if len(row.pieces(x)) != 1 or x in over}
            shift.update(dict.fromkeys((p for p in permutations(languages, 2) if uneven & set(p)), None))


def different_sublabels(rows: Sequence[Row]) -> Iterator[Problem]:
    """A letter or a Roman number that cannot mean the same place: (a) and c). What only follows from that is not told.

    Nor is anything where a version lacks, divides or moves the paragraph, or has it on another level.
    """
    languages = tuple(dict.fromkeys(x for row in rows for x in row.texts))
    shift: dict[tuple[str, str], frozenset[int] | None] = {}
    for row, over in zip(rows, _jumped(rows), strict=True):
        if row.part == "structure":
            continue
        places = {x: at for x, p in row.texts.items() if x not in over and (at := _lettered(p))}
        told = []
        for (one, first), (other, second) in combinations(places.items(), 2):
            away = frozenset(b - a for a in first for b in second)
            known = shift.get((one, other), frozenset({0}))
            same = row.texts[one].depth == row.texts[other].depth
            if same and 0 not in away and known is not None and not known & away:
                told += [one, other]
            shift[one, other] = frozenset({0}) if 0 in away else (known or away) & away or away
        if told:
            shown = tuple(f"{language}: {row.texts[language].label}" for language in dict.fromkeys(told))
            yield finding("label-differs", row, "warning", labels=shown)
        uneven = {x for x in languages if len(row.pieces(x)) != 1 or x in over}
        shift.update(dict.fromkeys((p for p in permutations(languages, 2) if uneven & set(p)), None))


def _lettered(paragraph: Paragraph) -> frozenset[int]:
    """The places that a letter or a Roman number may mean; () for a number, a dash and no label."""
    label = label_of(paragraph.label) if paragraph.label else None
    return label.positions() if label is not None and not label.numeric and label.shape != "•" else frozenset()


def _jumped(rows: Sequence[Row]) -> list[frozenset[str]]:
    """For each row the versions in which it has moved, or was jumped over by one that has."""
    out: list[set[str]] = [set(row.moved) for row in rows]
    for n, row in enumerate(rows):
        for language in row.moved:
            at = _order(row.texts[language])
            for m, other in enumerate(rows):
                paragraph = other.texts.get(language)
                if paragraph is not None and (m < n) != (_order(paragraph) < at):
                    out[m].add(language)
    return [frozenset(languages) for languages in out]


def _order(paragraph: Paragraph) -> int:
    return paragraph.blocks[0] if paragraph.blocks else paragraph.place.block or paragraph.place.line or 0


def _numbered(paragraph: Paragraph) -> int | None:
    label = label_of(paragraph.label) if paragraph.label else None
    return min(label.positions()) if label is not None and label.numeric and label.positions() else None
