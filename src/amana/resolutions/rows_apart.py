"""Rows that do not match: a paragraph that one version lacks, versions that are hardly of one text, labels that differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from amana.resolutions.labels import label_of
from amana.resolutions.paragraphs import Paragraph, Reading
from amana.resolutions.telling import finding
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
        if not lacking:
            continue
        around = [real[i] for i in (n - 1, n + 1) if 0 <= i < len(real)]
        unlike = any(set(o.texts) and not set(o.texts) & set(row.texts) for o in around)
        some = next(iter(row.texts.values()))
        opening = " ".join(some.text.split()[:8])
        if unlike:
            yield finding("paragraph-unpaired", row, "warning", present=tuple(row.texts), opening=opening)
        else:
            present = tuple(row.texts)
            yield finding("paragraph-missing", row, "error", missing=lacking, present=present, opening=opening)


def different_labels(rows: Sequence[Row]) -> Iterator[Problem]:
    """A label that differs; the labels that only follow from the first one are not told again."""
    shift: dict[tuple[str, str], int] = {}
    for row in rows:
        numbers = {language: n for language, p in row.texts.items() if (n := _numbered(p)) is not None}
        told = False
        for (one, a), (other, b) in combinations(numbers.items(), 2):
            if a == b:
                shift[one, other] = 0
            elif shift.get((one, other), 0) != b - a:
                shift[one, other] = b - a
                told = True
        if told:
            shown = tuple(f"{language}: {row.texts[language].label}" for language in numbers)
            yield finding("label-differs", row, "warning", labels=shown)


def _numbered(paragraph: Paragraph) -> int | None:
    label = label_of(paragraph.label) if paragraph.label else None
    return min(label.positions()) if label is not None and label.numeric and label.positions() else None
