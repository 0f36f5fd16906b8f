"""XLIFF 1.2 and 2: what each unit on its way to a translator says in the source and in the target language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from amana.intake.rows import SPACE, XML, Window, elements, language_of, tag_of, text_of
from amana.values.blocks import FIXED, Unit
from amana.values.problems import Place

STATES = ("initial", "translated", "reviewed", "final")
"""Of XLIFF 2, the least done first: a unit is as far as the least of its segments."""


ENDS = tuple(".!?:;؟؛،")


def units(name: str, window: Window) -> Iterator[Unit]:
    """The units of all files in it, in order; alternatives from memories are no texts of the document."""
    source = target = ""
    key = 0
    for event, element in elements(name, window, ("xliff", "file"), ("trans-unit", "unit", "skeleton", "header")):
        tag = tag_of(element)
        if tag in {"xliff", "file"} and event == "start":
            source = language_of(element.get("source-language") or element.get("srcLang") or "") or source
            target = language_of(element.get("target-language") or element.get("trgLang") or "") or target
        elif tag == "trans-unit":
            key += 1
            yield _first(name, key, element, source, target)
        elif tag == "unit":
            key += 1
            yield _second(name, key, element, source, target)


def _first(name: str, key: int, element: Any, source: str, target: str) -> Unit:
    """A unit of XLIFF 1.2; languages named on its texts win over those of the file."""
    texts: dict[str, str] = {}
    keeps = element.get(f"{XML}space") == "preserve"
    for tag, language in (("source", source), ("target", target)):
        found = element.find(f"{{*}}{tag}")
        text = text_of(found, keeps) if found is not None else ""
        language = (found is not None and language_of(found.get(f"{XML}lang") or "")) or language
        if text.strip() and language and language not in texts:
            texts[language] = text
    words = element.find("{*}target")
    state = words.get("state") or "" if words is not None else ""
    if not state and element.get("approved") == "yes":
        state = "final"
    state = FIXED if _fixed(element) else state
    return Unit(
        key, Place(name, line=element.sourceline), texts, element.get("resname") or element.get("id") or "", state
    )


def _second(name: str, key: int, element: Any, source: str, target: str) -> Unit:
    """A unit of XLIFF 2: its segments joined, what is ignorable between them kept."""
    sources: list[str] = []
    targets: list[tuple[int, str]] = []
    states: list[str] = []
    keeps = element.get(f"{XML}space") == "preserve"
    translated = False
    for place, part in enumerate(element.iterchildren("{*}segment", "{*}ignorable"), 1):
        of, to = part.find("{*}source"), part.find("{*}target")
        sources.append(text_of(of, True) if of is not None else "")
        if to is not None:
            targets.append((int(to.get("order") or place), text_of(to, True)))
            translated = translated or tag_of(part) == "segment"
        elif tag_of(part) == "ignorable":
            targets.append((place, sources[-1]))
        keeps = keeps or (of is not None and of.get(f"{XML}space") == "preserve")
        if tag_of(part) == "segment" and part.get("state") in STATES:
            states.append(part.get("state"))
    texts = {}
    for language, pieces in ((source, sources), (target, [text for _, text in sorted(targets)] if translated else [])):
        text = "".join(pieces) if keeps else _sentences(pieces)
        text = text if keeps else SPACE.sub(" ", text).strip(" ")
        if text.strip() and language and language not in texts:
            texts[language] = text
    state = FIXED if _fixed(element) else min(states, key=STATES.index) if states else ""
    return Unit(key, Place(name, line=element.sourceline), texts, element.get("name") or element.get("id") or "", state)


def _sentences(pieces: list[str]) -> str:
    """Segments of which the blanks between them were not kept: one stands after the end of a sentence.

    >>> _sentences(["One.", "Two", "-three."]), _sentences(["1.", "5 million"])
    ('One. Two-three.', '1.5 million')
    """
    out = ""
    for piece in pieces:
        out += f" {piece}" if out.endswith(ENDS) and piece[:1].isalpha() else piece
    return out


def _fixed(element: Any) -> bool:
    """Whether a unit, or the nearest of what holds it and says so, is not to be translated."""
    while element is not None:
        if (said := element.get("translate")) is not None:
            return bool(said == "no")
        element = element.getparent()
    return False
