"""How houses other than the great organs number their acts: WHA73.1, GC(65)/RES/8, 40 C/Resolution 37, CM/Rec(2022)16, 1/CP.21."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amana.resolutions.paragraphs import Citation

MAY_STAND = re.compile(r"/|WHA|EB[0-9]|(?:Rec|Res|ResAP|ResDH|Dec)\(")
"""One of these stands in every such number."""
_TURN = r"\([0-9IVXLC]{1,9}\)"
FORMS = re.compile(
    r"(?<![\w/.-])(?:"
    r"WHA[0-9]{1,3}(?:\.[0-9]{1,3}|\([0-9]{1,3}\))|EB[0-9]{1,3}(?:\.R[0-9]{1,3}|\([0-9]{1,3}\)|/[0-9]{1,3})"
    rf"|GC{_TURN}/(?:[A-Z]{{2,4}}(?:\.[0-9])?/)*[0-9]{{1,4}}"
    r"|[0-9]{1,3} (?:C|EX)/(?:(?:Resolution|Decision|R[ée]solution|D[ée]cision|Res\.|Dec\.) ?)?[0-9]{1,3}(?:\.[IVX]+)?"
    r"|(?:CM/)?(?:Rec|Res|ResAP|ResDH|Dec)\((?:19|20)?[0-9]{2}\)[0-9]{1,3}"
    r"|[0-9]{1,3}/(?:CP|CMP|CMA)\.[0-9]{1,2}"
    r"|[A-Z]{2,6}(?:/[A-Z0-9][A-Z0-9.()]{0,12}){1,5}/(?:Res|Dec|Add|Rev|Corr)\.[0-9]{1,3}"
    rf"|(?:AHG|CM|EX\.CL|Assembly/AU)/(?:Dec|Res|Decl)\. ?[0-9]{{1,4}} ?{_TURN}"
    r")(?![\w/]|-[A-Z0-9])"
)


def found_in(western: str, text: str) -> Iterator[Citation]:
    """These numbers in a text, in order; `western` is the text with western digits, place for place.

    >>> [c.symbol for c in found_in("Recalling 40 C/Resolution 37 and WHA73.1 (2020)", "Recalling 40 C/Resolution 37 and WHA73.1 (2020)")]
    ['40 C/Resolution 37', 'WHA73.1']
    """
    if MAY_STAND.search(western) is None:
        return
    for found in FORMS.finditer(western):
        yield Citation(text[found.start() : found.end()], found.start(), found.end(), _normal(found[0]))


def _normal(printed: str) -> str:
    """The same in every language: "40 C/Résolution 37" as "40 C/Resolution 37".

    >>> _normal("40 C/Résolution 37"), _normal("Assembly/AU/Dec.8 (II)")
    ('40 C/Resolution 37', 'Assembly/AU/Dec.8(II)')
    """
    alike = printed.replace("Résolution", "Resolution").replace("Décision", "Decision").replace("Res. ", "Resolution ")
    return re.sub(r"(\.[0-9]+) \(", r"\1(", alike)
