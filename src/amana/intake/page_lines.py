"""What is printed on every page of a plain text: the mark of the page, the same head or foot."""

from __future__ import annotations

from amana.resolutions.furniture import is_running_head
from amana.values.expressions import expression

SHORT = 60
"""Characters: a longer line is no mark of a page."""
PAGE_LINE = expression(
    r"(?:[Pp]age [0-9]{1,3}(?: ?(?:of|de|sur|/) ?[0-9]{1,3})?|[0-9]{1,3} ?/ ?[0-9]{1,3}|\*?[0-9]{2}-[0-9]{5}\*?(?: ?\([A-Z]\))?|[-–—] ?[0-9]{1,3} ?[-–—]"
    r"|[A-Z]{1,5}/[A-Z0-9][A-Za-z0-9/().-]*[0-9)](?: ?\([0-9]{4}\))? [0-9]{1,3})$"
)
"""The mark of a page: its number, the symbol of the paper with it, the number of the job."""
LAST = frozenset("0123456789)*-–—")
"""How such a mark ends: a cheap look."""


def parts(before: str, line: str, heads: frozenset[str]) -> bool:
    """Whether one of two lines is the mark of a page, or what is printed on every page."""
    if _is_page(before) or _is_page(line):
        return True
    return bool(heads) and (is_running_head(before, heads) or is_running_head(line, heads))


def _is_page(line: str) -> bool:
    return line[-1] in LAST and len(line) < SHORT and PAGE_LINE.match(line) is not None
