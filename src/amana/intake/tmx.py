"""TMX 1.4: what each unit of a translation memory says in each language."""

from __future__ import annotations

from collections.abc import Iterator

from amana.intake.rows import XML, Window, elements, language_of, text_of
from amana.values.blocks import Unit
from amana.values.problems import Place


def units(name: str, window: Window) -> Iterator[Unit]:
    """The units in their order; of two variants of one language (en-GB, en-US) the first is taken."""
    for key, (_, unit) in enumerate(elements(name, window, (), ("tu",)), 1):
        texts: dict[str, str] = {}
        for variant in unit.iterchildren("{*}tuv"):
            language = language_of(variant.get(f"{XML}lang") or variant.get("lang") or "")
            segment = variant.find("{*}seg")
            text = text_of(segment) if segment is not None else ""
            if language and text.strip() and language not in texts:
                texts[language] = text
        yield Unit(key, Place(name, line=unit.sourceline), texts, unit.get("tuid") or "")
