"""Symbols that only Arabic prints: decisions of the Arab League, old sessions of the Assembly, letters before numbers.

[one.citation.symbol for one in found_in("القرار 194 (د-3)", "القرار 194 (د-3)")]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amana.resolutions.numerals import roman
from amana.resolutions.paragraphs import Citation
from amana.values.expressions import expression

LEAGUE = expression(
    r"(?:ق ?(?:\. ?ق)? ?[:.]? ?(?:رقم )?)?(?<![0-9/])(?P<number>[0-9]{2,5}) ?[-–—]? ?د ?\.? ?(?P<kind>ع|غ\.? ?ع) ?\.? ?"
    r"\((?P<session>[0-9]{1,3})\)(?: ?[-–—]? ?ج ?(?P<sitting>[0-9])(?![0-9]))?"
)
"""How the League of Arab States numbers its decisions: "ق 8910 د.ع (161) ج2", "القرار رقم 840 د.ع (33)"."""
FORMS = expression(
    r"(?<![0-9/])(?P<old>[0-9]{1,4})(?: (?P<section>ألف|باء|جيم|دال))? ?\(د ?(?P<special>إ ?ط?)? ?[-–—] ?(?P<term>[0-9]{1,2})\)"
    r"|(?<![\u0621-\u064a])د ?[إا] ?(?P<emergency>ط)? ?[-–—] ?(?P<at>[0-9]{1,2}) ?/ ?(?P<serial>[0-9]{1,3})(?![0-9/])"
    r"|(?<![\u0621-\u064a])(?P<decree>[أم]) ?/ ?(?P<of>[0-9]{1,4})(?![0-9/])"
    r"|(?<![\u0621-\u064a])(?P<series>[\u0621-\u064a](?:[. ]?[\u0621-\u064a])?) ?[-–—] ?(?P<one>[0-9]{1,3}) ?/ ?(?P<two>[0-9]{1,3})(?![0-9/])"
)
"""194 (د-3), 3379 (د-30); دإط-10/21, د إ - 30/1; م/33; س-48/1."""
MAY_BE = expression(r"د {0,2}[.إعغ–—-]|[أم] ?/ ?[0-9]|[\u0621-\u064a] ?[-–—] ?[0-9]")
SECTIONS = {"ألف": "A", "باء": "B", "جيم": "C", "دال": "D"}


@dataclass(frozen=True, slots=True)
class Printed:
    """A symbol where it stands; `stands_alone`: it is one without a word for an act before it."""

    citation: Citation
    stands_alone: bool


def found_in(text: str, western: str) -> Iterator[Printed]:
    """The symbols of a text in forms that only Arabic has; `western` is the text with Western digits.

    >>> [one.citation.symbol for one in found_in("194 (د-3)", "194 (د-3)")], league("ق 8910 د.ع (161) ج2")
    (['194 (III)'], 'ق 8910 د.ع (161) ج 2')
    >>> [one.citation.symbol for one in found_in("القرار دإط-10/21", "القرار دإط-10/21")]
    ['ES-10/21']
    """
    if western.isascii() or ("(" not in western and "/" not in western) or MAY_BE.search(western) is None:
        return
    if "د" in western and "(" in western:
        for found in LEAGUE.finditer(western):
            yield Printed(Citation(text[found.start() : found.end()], *found.span(), _league(found)), True)
    for found in FORMS.finditer(western) if "/" in western or "(د" in western else ():
        symbol, others, alone = _form(found)
        yield Printed(Citation(text[found.start() : found.end()], *found.span(), symbol, others), alone)


def league(western: str) -> str:
    """The normal form of a decision of the League; '' where the text has none."""
    found = LEAGUE.search(western)
    return _league(found) if found else ""


def _league(found: re.Match[str]) -> str:
    kind = re.sub(r"[\s.]+", ".", found["kind"])
    sitting = f" ج {found['sitting']}" if found["sitting"] else ""
    return f"ق {found['number']} د.{kind} ({found['session']}){sitting}"


def _form(found: re.Match[str]) -> tuple[str, tuple[str, ...], bool]:
    """The normal form, others that it may stand for, and whether it needs no word before it."""
    if found["old"]:
        session = roman(int(found["term"])).upper()
        special = {"": "", "إ": "S-", "إط": "ES-"}["".join((found["special"] or "").split())]
        section = f" {SECTIONS[found['section']]}" if found["section"] else ""
        return f"{int(found['old'])}{section} ({special}{session})", (), True
    if found["at"]:
        return f"{'ES' if found['emergency'] else 'S'}-{int(found['at'])}/{int(found['serial'])}", (), True
    if found["decree"]:
        return f"{found['decree']}/{int(found['of'])}", (), False
    letters = re.sub(r"[. ]+", " ", found["series"])
    one, two = int(found["one"]), int(found["two"])
    return f"{two}/{one}-{letters}", (f"{one}/{two}-{letters}",), False
