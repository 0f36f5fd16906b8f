"""Whose resolution a number is, where the text says it: "Security Council resolution 1325 (2000)" is S/RES/1325 (2000).

The name stands before the number or behind it, or the organ that enacts the text speaks of "its resolution". What is
said of one number holds for those that are joined to it. Without such words a number stays what is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache

from amana.resolutions.paragraphs import UN_BODIES, Citation, Paragraph
from amana.values.expressions import expression
from amana.values.folding import digits, fold, has_any
from amana.values.lexicons import rows, several

RES = "/RES/"
_YEAR = r"(?:19|20)[0-9]{2}"
_ROMAN = r"[0-9]{1,4}(?: [A-Z])? \([IVXLC]{1,7}\)"
FORMS = {
    "year": expression(rf"[0-9]{{1,4}} \({_YEAR}\)"),
    "session": expression(r"[0-9]{1,2}/[0-9]{1,3}|S-[0-9]{1,2}/[0-9]{1,3}"),
    "assembly": expression(
        rf"[0-9]{{2}}/[0-9]{{1,3}}(?: [A-F](?:, [A-F])*)?|E?S-[0-9]{{1,2}}/[0-9]{{1,3}}|{_ROMAN}|[0-9]{{1,4}}(?: [A-Z])? \(E?S-[IVX]+\)"
    ),
    "council": expression(rf"{_YEAR}/[0-9]{{1,3}}(?: [A-F])?|{_ROMAN}"),
}
"""How these bodies number their resolutions."""
_ACT = r"(?:\b(?:[Rr][ée]solution|RESOLUTION|R[ÉE]SOLUTION|[Rr]esolusi|RESOLUSI|[Rr]es\b\.?)s?|(?<![\u0621-\u064a])(?:[وفبك]|ال|لل?){0,3}قرار[\u0621-\u064a]{0,4}(?![\u0621-\u064a]))"
ACT = expression(_ACT)
ACT_AGAIN = expression(rf"(?:\b(?:the|la|les|sa|ses|its) )?{_ACT}")
OTHER_ACT = expression(
    r"\b(?:decision|d[ée]cision|declaration|d[ée]claration|recomm[ae]ndation|keputusan|deklarasi|rekomendasi)s?\b|مقرر|إعلان|توصي",
    re.IGNORECASE,
)
"""Acts that bear other symbols."""
_LINK = r"(?:[^\W\d_A-ZÀ-Þ][^\W\d_A-ZÀ-Þ'’-]*|[,،(°º.'’]|n[°º]|Nos?\b\.?|[Rr][ée]solutions?|RESOLUTIONS?|Nations Unies|United Nations|ONU\b|PBB\b)"
LINK = expression(rf"(?:\s?{_LINK})*\s?")
"""Words in small letters, as stand between the name and the number: "in its landmark resolution"."""
THAT = expression(r"\b(?:that|que|bahwa|yang)\b|\bqu['’]|(?<![\u0621-\u064a])[وب]?أن(?![\u0621-\u064a])|[;:؛.]\s|\.$")
REACH, BEHIND = 60, 110
"""Characters before a number, and behind it with its date, in which the name must stand."""
WORDS = (
    "ouncil", "ssembl", "onseil", "ommission", "COUNCIL", "ASSEMBL", "CONSEIL", "UNSC", "UNGA", "CSNU", "AGNU", "ECOSOC",
    "مجلس", "جمعية", "لجنة", "ewan", "DEWAN", "ajelis", "omisi",
)  # fmt: skip
"""A piece of every name: a cheap look."""
DATE = expression(
    r"[\s,(]*(?:(?:of|du|dated|en date du|tanggal|adopted on|adoptée? le)\b|(?:المؤرخ|الصادر|المتخذ|المعتمد)(?:ة|ين)?(?: في)?|بتاريخ)\s*"
    rf"[0-9]{{1,2}}(?:er)?[\s/][^\d,;:؛]{{3,30}}[\s/]{_YEAR}\)?"
)
OF = expression(
    r"(?:[\s,(]+(?:adopted |issued |adoptées? |prises? )?(?:(?:of|by) the |du |de la |de l['’]|par le |par la |par l['’])"
    r"(?:United Nations |UN )?|\s(?=[\u0621-\u064a])(?:(?:الصادر(?:ة|ين|ان)?|المتخذ(?:ة|ين)?|الذي اتخذه|الذي اتخذته|التي اتخذها|التي اتخذتها) )?(?:عن |من )?"
    r"|\s(?:dari )?(?=[DM]))",
    re.IGNORECASE,
)
"""What stands between a number and the name of the body behind it."""
JOINED = expression(
    r"(?:[\s,،()]|\b(?:and|et|or|ou|dan|serta|as well as|ainsi que|to|à|of|du)\b|و|أو|وكذلك|إلى|رقم|\b[Nn](?:os?|umbers?|uméros?|omor)\b\.?|n[°º])*"
)
ITS = expression(
    r"\b(?:its|sa|ses)\b(?: own| propres?)?(?: [^\W\d_][\w'’-]*,?){0,4}? r[ée]solutions?\b|\bresolusi(?:-resolusi)?nya\b"
    r"|(?<![\u0621-\u064a])[وبلف]?قرار(?:ه|ها|يه|يها|اته|اتها)(?![\u0621-\u064a])",
    re.IGNORECASE,
)
"""How an organ speaks of what it resolved itself."""
ATTRIBUTIVE = (" resolution", " Resolution")
"""What goes on behind a name that belongs to the next number: "… and General Assembly resolution 60/1"."""
ORGAN = expression(
    r"\b(?:Assembl(?:y|ée)|Council|Conseil|Commission|Committee|Comité|Conference|Conférence|Board|Majelis|Dewan|Komisi)\b"
    r"|(?:مجلس|[جل]معية|لجنة|المؤتمر|الهيئة)(?![\u0621-\u064a])"
)
"""Another body that may be meant by "its"."""
BESIDE = 30
"""Characters between the name of a body and its act: "the resolutions of the General Assembly"."""

Body = tuple[str, str]
"""The prefix of the symbols of a body, and how it numbers."""


@cache
def _bodies() -> tuple[re.Pattern[str], Mapping[str, Body]]:
    """One expression for the names of all bodies, and what each is; Arabic particles are glued to a name."""
    known: dict[str, Body] = {}
    forms: list[str] = []
    for row in rows("act_bodies.csv"):
        for name in (n for language in ("en", "fr", "ar", "id") for n in several(row[language])):
            known[fold(name, accents=False)] = (row["prefix"], row["number"])
            spelt = re.escape(name).replace("é", "[eé]").replace("أ", "[أا]").replace("'", "['’]")
            if name.startswith("ال"):
                spelt = f"(?:[وفبك]?ال|[وف]?لل){spelt.removeprefix('ال')}"
            forms.append(spelt)
    names = "|".join(sorted(forms, key=len, reverse=True))
    return expression(rf"(?<![^\W_])[وفبلك]?(?:{names})(?!\w)", re.IGNORECASE), known


PARTICLE = expression("^(?:[وفبك]?ال|[وف]?لل)")


def _known(name: str) -> Body:
    """What the name of a body says that was found, with whatever is glued to it."""
    known, folded = _bodies()[1], fold(name, accents=False)
    tries = (folded, folded[1:], PARTICLE.sub("ال", folded))
    return next(known[one] for one in tries if one in known)


def body_of(organ: str) -> Body | None:
    """The body of which a line is that names the enacting organ; None for another.

    >>> body_of("The Security Council,"), body_of("The Council of Foreign Ministers,"), body_of("إن الجمعية العامة،")
    (('S', 'year'), None, ('A', 'assembly'))
    """
    found = _bodies()[0].search(organ) if len(organ) < LINE else None
    return _known(found[0]) if found is not None else None


LINE = 90
"""Characters: a longer line tells more than the name of an organ of the United Nations."""


def owned(text: str, citations: tuple[Citation, ...], own: Body | None = None) -> tuple[Citation, ...]:
    """The citations, those as symbols of which the text says whose they are; `own`: the body that enacts the text.

    >>> short = (Citation("1325 (2000)", 28, 39, "1325 (2000)"),)
    >>> owned("Security Council resolution 1325 (2000)", short)[0].symbol, owned("Some resolution by a number", short)[0].symbol
    ('S/RES/1325 (2000)', '1325 (2000)')
    """
    if not any(_may_be_owned(c) for c in citations) or not (own or has_any(text, WORDS)):
        return citations
    western = digits(text)
    said = list(_said(western, citations, own))
    if not any(said):
        return citations
    return tuple(_promoted(c, body) if body else c for c, body in zip(citations, said, strict=True))


def across(paragraphs: Sequence[Paragraph], symbol: str) -> Sequence[Paragraph]:
    """The paragraphs of a text; a number whose body one of them tells is that act wherever the text has it again.

    `symbol` is that of the text itself.
    """
    told = {symbol.partition(RES)[2]: {symbol}} if symbol.startswith(UN_BODIES) else {}
    for one in (c for p in paragraphs for c in p.citations if c.short != c.symbol):
        told.setdefault(one.short, set()).add(one.symbol)
    if not told:
        return paragraphs
    return [
        replace(p, citations=tuple(_known_by(c, told) for c in p.citations))
        if any(c.symbol in told for c in p.citations)
        else p
        for p in paragraphs
    ]


def _known_by(one: Citation, told: Mapping[str, AbstractSet[str]]) -> Citation:
    symbols = told.get(one.symbol, frozenset())
    return replace(one, symbol=min(symbols), alternatives=(one.symbol,)) if len(symbols) == 1 else one


def _may_be_owned(one: Citation) -> bool:
    return RES not in one.symbol and (one.symbol[0].isdigit() or one.symbol.startswith(("ES-", "S-")))


def symbol_of(number: str, body: Body) -> str:
    """The symbol of a body's resolution; the number alone where the body does not number like that.

    >>> symbol_of("61/17", ("A", "assembly")), symbol_of("1325 (2000)", ("A", "assembly"))
    ('A/RES/61/17', '1325 (2000)')
    """
    prefix, numbered = body
    return f"{prefix}{RES}{number}" if FORMS[numbered].fullmatch(number) else number


def _promoted(one: Citation, body: Body) -> Citation:
    symbol = symbol_of(one.symbol, body) if _may_be_owned(one) else one.symbol
    return replace(one, symbol=symbol, alternatives=(one.symbol, *one.alternatives)) if symbol != one.symbol else one


def _said(western: str, citations: Sequence[Citation], own: Body | None) -> Iterator[Body | None]:
    """For each citation whose it is."""
    behind: list[Body | None] = []
    said: list[Body | None] = []
    for n, one in enumerate(citations):
        floor = citations[n - 1].end if n else 0
        ceiling = citations[n + 1].start if n + 1 < len(citations) else len(western)
        decided = _is_decision(western, one.start)
        behind.append(None if decided else _behind(western, one.end, ceiling))
        said.append(
            None if decided else behind[n] or _before(western, floor, one.start) or _its(western, floor, one.start, own)
        )
    for n in range(len(said) - 2, -1, -1):
        if said[n] is None and behind[n + 1] and _joined(western, citations[n], citations[n + 1]):
            said[n] = behind[n] = behind[n + 1]
    for n in range(1, len(said)):
        above = said[n - 1]
        if said[n] is None and above and _joined(western, citations[n - 1], citations[n], above):
            said[n] = above
    yield from said


def _joined(western: str, one: Citation, other: Citation, body: Body | None = None) -> bool:
    """Whether nothing stands between two numbers but what joins them and a date.

    Of the Security Council, whose numbers are like few others', "and resolution 1820 (2008)" may go on.
    """
    between = DATE.sub("", western[one.end : other.start])
    if body is not None and body[1] == "year":
        between = ACT_AGAIN.sub("", between)
    return JOINED.fullmatch(between) is not None


def _is_decision(western: str, start: int) -> bool:
    """Whether the act named last before a number is a decision or a declaration, of which other symbols are made."""
    near = western[max(0, start - REACH) : start]
    others = list(OTHER_ACT.finditer(near))
    return bool(others) and ACT.search(near, others[-1].end()) is None


def _behind(western: str, end: int, ceiling: int) -> Body | None:
    """The body named right behind a number: "resolution 61/17 of 20 November 2006 of the General Assembly"."""
    date = DATE.match(western, end)
    of = OF.match(western, date.end() if date is not None else end)
    found = _bodies()[0].match(western, of.end()) if of is not None and of.end() < min(ceiling, end + BEHIND) else None
    if found is None or western.startswith(ATTRIBUTIVE, found.end()):
        return None
    return _known(found[0])


def _before(western: str, floor: int, start: int) -> Body | None:
    """The body named before a number, with nothing but small words and the word for the act between them."""
    names = list(_bodies()[0].finditer(western, max(floor, start - REACH), start))
    if not names:
        return None
    between = western[names[-1].end() : start]
    linked = LINK.fullmatch(between) is not None and THAT.search(between) is None
    return _known(names[-1][0]) if linked else None


def _its(western: str, floor: int, start: int, own: Body | None) -> Body | None:
    """The enacting body, where the text says "its resolution" and names no other that may be meant."""
    if own is None:
        return None
    spoken = list(ITS.finditer(western, max(floor, start - 2 * REACH), start))
    if not spoken:
        return None
    between = western[spoken[-1].end() : start]
    if ORGAN.search(between) is not None or THAT.search(between) is not None:
        return None
    return None if any(_may_be_meant(western, o) for o in ORGAN.finditer(western, 0, spoken[-1].start())) else own


def _may_be_meant(western: str, organ: re.Match[str]) -> bool:
    """Whether an organ stands by itself and not as whose act another number is: "General Assembly resolution 60/251"."""
    whose = western.startswith(ATTRIBUTIVE, organ.end())
    return not whose and ACT.search(western[max(0, organ.start() - BESIDE) : organ.start()]) is None
