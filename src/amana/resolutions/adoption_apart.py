"""How the versions say the text was adopted, and under which symbol."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from amana.resolutions.adoption import VERBS
from amana.resolutions.paragraphs import Adoption, Reading
from amana.resolutions.symbols_apart import same_symbol as alike
from amana.values.folding import fold, has_any
from amana.values.problems import Problem

SHOWN = 80
"""So many characters of the line are shown."""
TOLD = {
    "en": (*VERBS["en"], "vote", "voting", "consensus", "unanim", "acclam", "reject"),
    "fr": (*VERBS["fr"], "vote", "voix", "scrutin", "consensus", "unanim", "acclam", "rejet"),
    "ar": (*VERBS["ar"], "تصويت", "اصوات", "صوتا", "اجماع", "توافق", "تزكية", "رفض", "مؤيد"),
    "id": (*VERBS["id"], "suara", "voting", "konsensus", "aklamasi", "mufakat", "musyawarah", "ditolak"),
}
"""Words that may tell how a text was adopted, in whatever way."""


def same_adoption(readings: Mapping[str, Reading]) -> Iterator[Problem]:
    """The versions say differently how the text was adopted, or with how many votes."""
    said = {language: r.adoption for language, r in readings.items() if r.adoption is not None and r.adoption.how}
    if len({_adopted(a) for a in said.values()}) > 1:
        shown = tuple(f"{language}: {_shown(a.text)}" for language, a in said.items())
        places = tuple(a.place for a in said.values() if a.place is not None)
        yield Problem("adoption-differs", {"adoptions": shown}, places, "error")


def adoption_lacking(readings: Mapping[str, Reading]) -> Iterator[Problem]:
    """A version ends with how the text was adopted, and another has no word of that outside what it decides."""
    said = {x: r.adoption for x, r in readings.items() if r.adoption is not None and r.adoption.how and _ends_with(r)}
    lacking = tuple(x for x, r in readings.items() if r.adoption is None and _tells_nothing(r)) if said else ()
    if lacking:
        shown = tuple(f"{language}: {_shown(a.text)}" for language, a in said.items())
        ends = tuple(readings[x].paragraphs[-1].place for x in lacking)
        places = (*(a.place for a in said.values() if a.place is not None), *ends)
        facts = {"missing": lacking, "present": tuple(said), "adoptions": shown}
        yield Problem("adoption-missing", facts, places, "warning")


def _ends_with(reading: Reading) -> bool:
    """Whether the line of adoption stands below all that is decided, as that of one resolution does."""
    paragraphs, line = reading.paragraphs, reading.adoption
    last = max((n for n, p in enumerate(paragraphs) if p.part == "operative"), default=len(paragraphs))
    return line is not None and any(p.place == line.place for p in paragraphs[last + 1 :])


def _tells_nothing(reading: Reading) -> bool:
    """Whether a version that decides something has no word of adoption in its head, at its end or in its last paragraph."""
    decided = [p for p in reading.paragraphs if p.part == "operative"]
    if not decided or reading.language not in TOLD:
        return False
    around = (*(p for p in reading.paragraphs if p.part == "structure"), decided[-1])
    return not any(has_any(fold(p.text, accents=False), TOLD[reading.language]) for p in around)


def _shown(text: str) -> str:
    """The beginning of a line, without the stop at its end.

    >>> _shown("Adopted by 9 votes to 2."), len(_shown("Adopted " * 20))
    ('Adopted by 9 votes to 2', 83)
    """
    if len(text) <= SHOWN:
        return text.rstrip(" .;؛\n")
    return f"{text[:SHOWN].rpartition(' ')[0].rstrip(' .,;،؛')} […]"


def _adopted(adoption: Adoption) -> str:
    votes = sorted(adoption.votes.items())
    return f"{adoption.how} {votes}"


def same_symbol(readings: Mapping[str, Reading]) -> Iterator[Problem]:
    """The versions bear different symbols."""
    said = {language: r for language, r in readings.items() if r.symbol}
    if any(not alike(a.symbol, b.symbol) for a, b in combinations(said.values(), 2)):
        shown = tuple(f"{language}: {r.printed_symbol}" for language, r in said.items())
        places = tuple(r.paragraphs[0].place for r in said.values() if r.paragraphs)
        yield Problem("symbol-of-text-differs", {"symbols": shown}, places, "error")
