"""What one version says of money, of review or of an end, and another does not say, or says otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from amana.resolutions.paragraphs import Clause, Paragraph
from amana.resolutions.sides import spot
from amana.resolutions.telling import finding
from amana.resolutions.versions import Row
from amana.values.expressions import expression
from amana.values.folding import fold
from amana.values.problems import Place, Problem, Severity

KINDS = ("resources", "review", "end")
ENDED = frozenset({"decide", "extend", "establish", "authorize", "terminate", "suspend"})
"""Functions whose "until" is the end of something; elsewhere another version may say it in many ways."""


def same_clauses(row: Row) -> Iterator[Problem]:
    """Resources "within existing means" here, and "additional" or no word of means there, are a warning.

    Any other clause on one side only is a note.
    """
    if not any(p.clauses for p in row.texts.values()):
        return
    for kind in KINDS:
        found = {language: _clause(p, kind) for language, p in row.texts.items()}
        said = {language: clause for language, clause in found.items() if clause is not None}
        if not said:
            continue
        values = {c.value for c in said.values()}
        apart = kind == "resources" and any(
            a.value and b.value and a.value != b.value for a, b in combinations(said.values(), 2)
        )
        if not apart and (len(said) == len(found) or (kind == "end" and not _ending(row))):
            continue
        lost = kind == "resources" and any(
            clause is None and not _of_means(row.texts[language].text, language) for language, clause in found.items()
        )
        severity: Severity = "warning" if lost or (apart and len(values) > 1) else "note"
        shown = tuple(f"{language}: {clause.text if clause else '–'}" for language, clause in found.items())
        places = tuple(_place(row.texts[language], clause) for language, clause in found.items())
        yield finding("clauses-differ", row, severity, places, kind=kind, clauses=shown)


MEANS = {
    "ar": expression("مو[ا]?رد|ميزاني|اشتراك|مساهم|انصب|اعتماد|تكاليف|تكلف|مال|نفق|تمويل|امكان|وسائل|قدر|مجان"),
    "en": expression(
        r"resourc|contribut|assess|dues|means|budget|fund|financ|cost|expens|appropriat|capacit|money|limits|charge"
    ),
    "fr": expression(
        r"ressourc|contribut|quote|cotis|moyens|budget|fonds|financ|cout|frais|depens|credit|capacit|limit|gratuit"
    ),
    "id": expression(r"sumber|iuran|kontribusi|anggaran|dana|biaya|keuangan|kemampuan"),
}
"""Without one of these a text says nothing of means."""


def _of_means(text: str, language: str) -> bool:
    return language not in MEANS or MEANS[language].search(fold(text, accents=False)) is not None


def _ending(row: Row) -> bool:
    return any(p.function in ENDED for p in row.texts.values())


def _clause(paragraph: Paragraph, kind: str) -> Clause | None:
    return next((c for c in paragraph.clauses if c.kind == kind), None)


def _place(paragraph: Paragraph, clause: Clause | None) -> Place:
    return spot(paragraph, clause) if clause else paragraph.place
