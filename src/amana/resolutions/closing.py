"""Whether a paragraph has ended: with a mark, behind which the number of a note or a conjunction may stand."""

from __future__ import annotations

import re

from amana.values.expressions import expression

_AFTER = r"[\"'”’»)\]]*(?: ?\d{1,3}|[¹²³⁴-⁹⁰]+| ?\[\d{1,3}\])?(?: (?:and|or|et|ou|و|dan|atau))?$"
CLOSED = expression(r"[.,;:!?؛،؟…](?!(?<=\d.)\d{3}$)" + _AFTER)
FULL = expression(r"[.;:؛…]" + _AFTER)


def closed(text: str, marks: re.Pattern[str] = CLOSED) -> bool:
    """Whether a text ends with a mark, before a note's number or a conjunction.

    >>> closed("of the report;3"), closed("the report, and"), closed("the Secretary")
    (True, True, False)
    """
    return marks.search(text[-24:]) is not None
