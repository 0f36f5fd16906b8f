"""Text that a Word document hides: it is kept in the file and not printed, so it is neither read nor issued."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""Before the names of what a Word document consists of."""
_OFF = ("0", "false", "off")
_VANISH, _HIDDEN = W + "vanish", W + "hidden"
_SHOWN = 300
"""Characters of hidden text that are told."""


class Hidden:
    """Which runs and rows of one document are hidden, by themselves or by their styles, and what was found in them."""

    def __init__(self, document: etree._Element, styles: etree._Element | None) -> None:
        self._styles = _hiding(styles) if styles is not None else {}
        self.any = any(self._styles.values()) or next(document.iter(_VANISH, _HIDDEN), None) is not None
        self.found: list[tuple[int, str]] = []
        """After how many paragraphs with text each stands, and its words."""

    def is_run(self, run: etree._Element, paragraph: etree._Element) -> bool:
        """Whether a run of this paragraph is not printed: its own word wins over its style's, that over the paragraph's."""
        if not self.any:
            return False
        properties = run.find(W + "rPr")
        own = _said(properties)
        if own is None and properties is not None:
            own = self._styles.get(_style(properties, "rStyle"))
        if own is None and (of := paragraph.find(W + "pPr")) is not None:
            own = self._styles.get(_style(of, "pStyle"))
        return bool(own)

    def ends(self, paragraph: etree._Element) -> bool:
        """Whether the mark of the paragraph is hidden, so that in print it runs into the next one."""
        return self.any and bool(_said(paragraph.find(f"{W}pPr/{W}rPr")))

    def is_row(self, row: etree._Element) -> bool:
        """Whether a row of a table is not printed."""
        return self.any and _says(row.find(f"{W}trPr/{_HIDDEN}")) is True

    def note(self, after: int, words: str) -> None:
        """Remembers hidden words."""
        if said := " ".join(words.split()):
            self.found.append((after, said))

    def text(self) -> str:
        """What was found, shortened."""
        return " | ".join(words for _, words in self.found)[:_SHOWN]


def _said(properties: etree._Element | None) -> bool | None:
    """What run properties themselves say; None for nothing."""
    return _says(properties.find(_VANISH) if properties is not None else None)


def _says(found: etree._Element | None) -> bool | None:
    return None if found is None else found.get(W + "val", "1") not in _OFF


def _style(properties: etree._Element, name: str) -> str:
    found = properties.find(W + name)
    return str(found.get(W + "val", "")) if found is not None else ""


def _hiding(styles: etree._Element) -> dict[str, bool]:
    """Style → whether its text is hidden, where it or one that it is based on says so."""
    own: dict[str, bool] = {}
    above: dict[str, str] = {}
    for style in styles.iter(W + "style"):
        key = str(style.get(W + "styleId", ""))
        above[key] = _style(style, "basedOn")
        if (said := _said(style.find(W + "rPr"))) is not None:
            own[key] = said
    return {key: said for key in above for said in _first(key, own, above)}


def _first(key: str, own: dict[str, bool], above: dict[str, str]) -> Iterator[bool]:
    """What the style says, or the nearest above it that says anything."""
    seen: set[str] = set()
    while key and key not in seen:
        if key in own:
            yield own[key]
            return
        seen.add(key)
        key = above.get(key, "")
