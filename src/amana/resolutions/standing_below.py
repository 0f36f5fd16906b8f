"""Which blocks of structure have figures of their own: what is annexed, a reservation, a cell; no head, no title, no note."""

from __future__ import annotations

import re
from collections.abc import Iterable

from amana.resolutions.closing import closed
from amana.resolutions.furniture import is_running_head
from amana.resolutions.units import NOTE, Unit
from amana.values.expressions import expression

NUMBERED = expression(
    r"(?:(?:draft )?(?:resolution|decision)|(?:projet de )?(?:r[ée]solution|d[ée]cision)|(?:مشروع )?(?:ال)?(?:قرار|مقرر))?\W*(?:n[°o]\W*|رقم )?[\d٠-٩]{1,4} ?(?:/|\()|[A-Z]+/(?:RES|HRC)/",
    re.IGNORECASE,
)
"""The number with which another text begins: "61/296. …", "Resolution 12 (III)"."""
CONTENTS = "...."
"""What stands between a title and its page."""


def is_cell(unit: Unit) -> bool:
    """Whether a block is the cell of a table with something in it that is counted: a number alone is no page there."""
    return unit.block.kind == "cell" and unit.kind in ("", "furniture") and not unit.block.heading


ROW = expression(r"[\d\u0660-\u0669][\d\u0660-\u0669 .,/%\u066b\u066c-]*$")
"""How the row of a table ends that stands in one line."""


def is_row(unit: Unit) -> bool:
    """Whether a block is a whole row of a table: words and, at its end, a number that no mark follows."""
    return unit.block.kind == "cell" and unit.opening is None and " " in unit.text and ROW.search(unit.text) is not None


MEASURE = expression(
    r"[\d\u0660-\u0669][\d\u0660-\u0669.,\s\u066b\u066c]*(?:%|٪|per ?cent|pour cent|persen|في المائة|بالمائة|million|milliard|billion|juta|miliar|مليون|مليار"
    r"|\$|€|euros?\b|dollars?\b|دولار|dolar)|(?:\$|€) ?[\d\u0660-\u0669]"
)
"""A sum or a share, which no heading has only for its number."""


def is_measured(unit: Unit) -> bool:
    """Whether a short line amid the operative part names a sum or a share: "Ferry fund – US$ 5 million"."""
    return unit.kind == "" and not unit.block.heading and MEASURE.search(unit.block.text) is not None


def has_figures(unit: Unit, annexed: bool, heads: Iterable[frozenset[str]]) -> bool:
    """Whether a block below the operative part has figures of a text; `heads`: what may stand on top of a page."""
    if unit.organ or unit.adoption or unit.block.heading or unit.block.kind == "footnote":
        return False
    line = unit.block.text.strip()
    if unit.kind not in ("", "reservation") or CONTENTS in line or NUMBERED.match(line):
        return False
    if line[-1:] == "." and (line[0] == "*" or NOTE.match(line)):
        return False  # a note: "14 Geneva Conventions of 1949.", "* The list is on page 4."
    return not any(is_running_head(line, h) for h in heads) and (annexed or bool(closed(unit.text)))
