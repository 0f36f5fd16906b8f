"""How houses other than the great organs number their acts: WHA73.1, GC(65)/RES/8, 40 C/Resolution 37, CM/Rec(2022)16, 1/CP.21."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amana.resolutions.paragraphs import Citation
from amana.values.expressions import expression
from amana.values.folding import has_any

MAY_STAND = ("WHA", "EB", "Rec(", "Res", "Dec(", "ج ص ع", "م ت")
"""A stroke or one of these stands in every such number."""
RARER = expression(r"[IVXL]\.[0-9]|A[0-9]{1,2}-[0-9]|[A-Z]\.[0-9]{2,4}\(|\((?:Cg|EC|R[eé]v)[-.]|Conf\.")
"""A look at the others: of the seas and the air, of wetlands, of the weather, of telecommunication."""
_SHORT = r"A[0-9]{1,2}-[0-9]{1,2}|[IVXL]{1,7}[./][0-9]{1,3}"
ACT = expression(
    rf"(?:(?i:r[ée]solution|d[ée]cision|resolusi|keputusan)s?|(?:قرار|مقرر)[\u0621-\u064a]{{0,3}}) ?(?:(?:[Nn]o\.? ?|[Nn]° ?)?(?:{_SHORT})(?:, | and | et | dan |، | و ?)+)*(?:[Nn]o\.? ?|[Nn]° ?)?$"
)
NEAR = 60
"""Characters before a number that says too little by itself, in which a word for an act stands: A40-9, XIII.12."""
_TURN = r"\([0-9IVXLC]{1,9}\)"
FORMS = expression(
    r"(?:(?<![\w/.-])|(?<=(?<!\w)[وبل]))(?:"
    r"WHA[0-9]{1,3}(?:\.[0-9]{1,3}|\([0-9]{1,3}\))|EB[0-9]{1,3}(?:\.R[0-9]{1,3}|\([0-9]{1,3}\)|/[0-9]{1,3})"
    rf"|GC{_TURN}/(?:[A-Z]{{2,4}}(?:\.[0-9])?/)*[0-9]{{1,4}}"
    r"|[0-9]{1,3} (?:C|EX)/(?:(?:Resolution|Decision|R[ée]solution|D[ée]cision|Res\.|Dec\.) ?)?[0-9]{1,3}(?:\.[IVX]+)?"
    r"|(?:CM/)?(?:Rec|Res|ResAP|ResDH|Dec)\((?:19|20)?[0-9]{2}\)[0-9]{1,3}"
    r"|[0-9]{1,3}/(?:CP|CMP|CMA)\.[0-9]{1,2}"
    r"|(?:A|MSC|MEPC|LEG|FAL)\.[0-9]{2,4}\([0-9]{1,3}\)|ICC-ASP/[0-9]{1,2}/(?:Res|Dec)\.[0-9]{1,3}"
    r"|Conf\. ?[0-9]{1,2}\.[0-9]{1,2}(?: \(R[eé]v\. CoP[0-9]{1,2}\))?|[0-9]{1,3} \((?:Cg|EC)-[IVXLC0-9]{1,8}\)"
    r"|(?P<union>(?P<resolution>[0-9]{1,3}) \(R[eé]v\. ?[^\W\d_][^\d()]{2,30}(?P<year>(?:19|20)[0-9]{2})\))"
    rf"|(?P<act_before>{_SHORT})"
    r"|[A-Z]{2,6}(?:/[A-Z0-9][A-Z0-9.()]{0,12}){1,5}/(?:Res|Dec|Add|Rev|Corr)\.[0-9]{1,3}"
    rf"|(?:AHG|CM|EX\.CL|Assembly/AU)/(?:Dec|Res|Decl)\. ?[0-9]{{1,4}} ?{_TURN}"
    r"|(?:AG|CP)/RES\. ?[0-9]{1,4} ?\([0-9IVXLC]{1,8}(?:-[OE])?/[0-9]{2}\)"
    r"|(?P<health>ج ص ع ?(?P<assembly>[0-9]{1,3})[.-](?P<act>[0-9]{1,3})|م ت ?(?P<board>[0-9]{1,3}) ?ق ?(?P<serial>[0-9]{1,3}))"
    r"|(?P<culture>(?P<of>[0-9]{2,3}) (?P<house>م ت|م)/(?P<kind>(?:ال)?قرار |(?:ال)?مقرر )?(?P<number>[0-9]{1,3}))"
    r")(?![\w/]|-[A-Z0-9])"
)


def found_in(western: str, text: str) -> Iterator[Citation]:
    """These numbers in a text, in order; `western` is the text with western digits, place for place.

    >>> [c.symbol for c in found_in("Recalling 40 C/Resolution 37 and WHA73.1 (2020)", "Recalling 40 C/Resolution 37 and WHA73.1 (2020)")]
    ['40 C/Resolution 37', 'WHA73.1']
    """
    if "/" not in western and not has_any(western, MAY_STAND) and RARER.search(western) is None:
        return
    for found in FORMS.finditer(western):
        if found["act_before"] and ACT.search(western[max(0, found.start() - NEAR) : found.start()]) is None:
            continue
        yield Citation(
            text[found.start() : found.end()], found.start(), found.end(), _in_one_form(found) or _normal(found[0])
        )


def _in_one_form(found: re.Match[str]) -> str:
    """What a number is in every language that has words of one: of health and of culture in Arabic, of telecommunication.

    '' for another.

    >>> [c.symbol for c in found_in("ج ص ع75-14 وم ت150ق2", "ج ص ع75-14 وم ت150ق2")]
    ['WHA75.14', 'EB150.R2']
    >>> [c.symbol for c in found_in("40 م/القرار 37", "40 م/القرار 37")]
    ['40 C/Resolution 37']
    >>> [c.symbol for c in found_in(*["Résolution 71 (Rév. Bucarest, 2022)"] * 2)]
    ['71 (Rev. 2022)']
    """
    if found["union"]:
        return f"{found['resolution']} (Rev. {found['year']})"
    if found["health"]:
        return (
            f"WHA{found['assembly']}.{found['act']}" if found["assembly"] else f"EB{found['board']}.R{found['serial']}"
        )
    if not found["culture"]:
        return ""
    house = "EX" if " " in found["house"] else "C"
    kind = "" if not found["kind"] else "Decision " if house == "EX" else "Resolution "
    return f"{found['of']} {house}/{kind}{found['number']}"


def _normal(printed: str) -> str:
    """The same in every language: "40 C/Résolution 37" as "40 C/Resolution 37".

    >>> _normal("40 C/Résolution 37"), _normal("Assembly/AU/Dec.8 (II)")
    ('40 C/Resolution 37', 'Assembly/AU/Dec.8(II)')
    """
    alike = printed.replace("Résolution", "Resolution").replace("Décision", "Decision").replace("Rév.", "Rev.")
    if alike.startswith(("CM/", "AHG/")):
        return re.sub(r"\. ?([0-9]+) ?\(", r".\1(", alike)
    alike = alike.replace("Res. ", "Resolution ")
    if alike.startswith(("AG/", "CP/")):
        return re.sub(r"\. ?([0-9]+) ?\(", r". \1 (", alike)
    return alike if alike.startswith("Conf") else re.sub(r"(\.[0-9]+) \(", r"\1(", alike)
