"""What stands before the enacting organ: the symbol, the title, the session."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from amana.resolutions import titles_ar
from amana.resolutions.citations import citations_of
from amana.resolutions.citations_ar import LEAGUE, league
from amana.resolutions.citations_bodies import Body, symbol_of
from amana.resolutions.furniture import FURNITURE, PREAMBLE
from amana.resolutions.paragraphs import Citation
from amana.resolutions.structure import Draft
from amana.values.expressions import expression
from amana.values.folding import digits, fold
from amana.values.numbers import read_ordinal
from amana.values.symbols import Pattern

RESOLUTION = expression(
    r"(?:draft |projet de |مشروع )?(?:resolution|decision|declaration|recommendation|recommandation|resolusi|keputusan|deklarasi|القرار|قرار|المقرر|مقرر|اعلان)s?\b[\s:.]*(?:n[°ºo]?\.? ?|no\.? |number |nomor |رقم |الرقم )?"
)
SESSION = expression(
    r"\b(?:session|summit|sommet|conference of|reunion)\b|^(?:the |la )?(?:\d{1,3}(?:e|eme|th|st|nd|rd)|[\w-]+(?:first|second|third|th|ieme)) (?:world |health )*(?:assembly|assemblee)\b|(?:^|\s)(?:ال|لل|ل)?دورة|\bدورته|مؤتمر القمة|القمة الاسلامية"
)
ABOUT = expression(
    r"(?:on|on the subject of|concerning|regarding|sur|relative? (?:a la|a l'|aux?|a)|concernant|portant sur|بشان|حول|المتعلق ب)$"
)
LEAD = expression(
    r"(?:on|sur|relative? (?:à la|à l['’]|aux?|à)|concernant|portant sur|concerning|regarding|tentang|mengenai|بشأن|حول)(?: ?: | |$)",
    re.IGNORECASE,
)
BY_LINE = expression(
    r"(?:doc(?:ument|\.) ?(?:no\.? ?|n° ?)?[a-z]+/|note$|(?:council of the european union|conseil de l'union europeenne|african union|union africaine|organization of american states)$|resolution adopted|resolution adoptee|(?:(?:ال)?قرار )?(?:الذي )?(?:اتخذت|اعتمدت|اتخذ|اعتمد)ها?ه?|agenda item|point \d|البند \d|"
    r"united nations(?! (?:declaration|convention|decade|year|standard|rules|principles|guidelines|framework|model|plan)\b)|nations unies|الامم المتحدة|(?:the )?(?:general assembly|security council|human rights council|economic and social council)$|"
    r"assemblee generale$|conseil (?:de securite|des droits de l'homme|economique et social)$|الجمعية العامة$|مجلس (?:الامن|حقوق الانسان)$|"
    r"adopted|adopte|اعتمد|original|distr|arabic|english|french|held |tenue|date ?:|general distribution|distribution generale|items? \d|المنعقدة|\(|\[|of \d|du \d|مكة|بتاريخ)"
)
MARK = expression(r"(?:draft )?(?:specimen|نموذج)\s*(?:[-:(]|$)")
"""What a text says of itself as a paper: "SPECIMEN — not an adopted text"."""
MASTHEAD = expression(
    r"distr\.|nations|security council|general assembly|organi[sz]ation|/[A-Z0-9]|\d{4}|الأمم المتحدة|منظمة|مجلس|الجمعية العامة",
    re.IGNORECASE,
)
"""What stands on top of a paper and is no title of a resolution, where nothing below the symbol is one."""
NUMBERED = expression(
    r"((?:E?S-)?\d{1,4}/\d{1,4}(?: [A-Z](?: (?:and|et|و) [A-Z])?)?|\d{1,4}(?: [A-Z])? \((?:E?S-)?[IVXLC\d]{1,8}\)(?: [A-Z])?)(?:\. +| ?[-–—] +| +(?=[\u0621-\u064a]))(?=[^\W\d])"
)
"""The number with which a title is printed in collections: "61/149. Title"."""
LONG_SESSION = 250
"""Characters: a line that is longer tells of a session, it does not name it."""
ASIDE = expression(r"^\[[^\]]*\]\s*")
AGENDA = expression(r"\s+(?:Agenda items?|Items? \d|Points? \d|البند|البنود|Provisional agenda).*$", re.DOTALL)
SESSION_WORDS = expression(r"(?:[\w'’-]+ ){1,6}(?:session|summit|sommet)\b|(?:ال)?دورة(?: \w+){1,5}", re.IGNORECASE)
CALLED = expression(
    r"(?:(?:draft )?(?:resolution|decision|recommendation)|(?:projet de )?(?:resolution|decision|recommandation)) [\w./()-]*\d[\w./-]*(?: ?\([^()]*\))?$"
)
"""A line with nothing but the number of the text: "RESOLUTION 139 (REV. BUCHAREST, 2022)"."""
BODY = expression(
    r"(?:.*[:،] ?)?(?:(?:revised )?draft (?:resolution|decision)|projet de (?:resolution|decision)(?: revise)?|مشروع (?:قرار|مقرر)(?: منقح)?)$"
    r"|(?:first|second|third|fourth|fifth|sixth|main|special political and decolonization) committee$"
    r"|(?:premiere|deuxieme|troisieme|quatrieme|cinquieme|sixieme) commission$|اللجنة (?:الاولي|الثانية|الثالثة|الرابعة|الخامسة|السادسة)$"
    r"|(?:ال)?(?:قرار|مقرر)(?: رقم)? \d[\d/.-]*(?: ?\(\d+\))?$"
)
"""Who brings a draft, in which committee; an Arabic line with nothing but the number."""
_LAND = r"(?:(?:the )?(?:kingdom|(?:islamic |federal |arab )?republic|state|sultanate) of|(?:royaume|republique|etat|sultanat) |دولة |جمهورية |الجمهورية |المملكة |مملكة |سلطنة )"
PLACE_LINE = expression(rf"[^\d.:;()]{{3,40}}(?:[,،]| ?[-–—]) ?{_LAND}[^\d.:;]{{3,50}}$")
"""Where it was adopted: "Makkah Al-Mukarramah, Kingdom of Saudi Arabia"."""
PLACE_AND_DAYS = expression(r"[^\W\d][^\d.:;()]{2,30} ?\(\d[^()]*\d{4}\)$")
"""Where and when: "Manama (11-15 mars 2023)"."""
OF_AN_ORGAN = expression(
    r"[^.;:]{0,60}\b(?:resolution|decision)$|(?:draft |projet de )?(?:resolution|decision) (?:of|de|du) [^.;:]{3,60}$"
    r"|(?:مشروع )?(?:ال)?(?:قرار|مقرر) (?:مجلس|الجمعية|لجنة|المجلس|المؤتمر|اللجنة|جمعية|مؤتمر)(?: [\u0621-\u064a]+){0,6}$"
    r"|.{0,120} (?:ال)?(?:قرار|مقرر) رقم$"
)
"""What stands before the number of a resolution and says whose it is: "GENERAL ASSEMBLY RESOLUTION", "قرار مجلس الأمن"."""
COMMUNIQUE = expression(
    r"(?:(?:draft )?(?:final|joint|press) communique\b|communique (?:final|conjoint|de presse)\b|(?:ال)?بيان (?:ال)?ختامي)"
)
"""The title of a communiqué, which names the session that it tells of."""
NOTED = expression(r"(?<=[^\W\d_]{4})(?:[0-9]{1,2}/?|\*{1,3}|[¹²³⁴-⁹]{1,2})$")
"""The number of a note behind a title."""
CALLED_FIRST = expression(
    r"(?:r[ée]solution|d[ée]cision|recomm[ae]ndation|القرار|قرار) (?:n[°ºo]\.? ?|رقم )?[\w./()-]*[0-9][\w./()-]* ?[:–—-] (?=[^\W\d])",
    re.IGNORECASE,
)
"""The number of a text before its title: "Resolution 11: Bridges"."""
SENTENCE = 120
"""Characters: a line as long that ends with a full stop is a sentence and no title."""
OF_WHOM = expression(
    r"(?:(?:recommendation|recommandation|resolution|declaration) )?(?:of the|du|de la|de l['’]) ?[^.;:]{4,60}? (?:to|aux) (?:member states|[ée]tats membres) (?=(?:on|sur|concerning|regarding|relative|concernant) )",
    re.IGNORECASE,
)
"""Whose recommendation to whom it is, before what it is on."""
DATE_LINE = expression(
    r"(?:of |du |le |\D{0,12})?\d{1,2}(?:er)?(?: ?(?:[-–]|and|et|to|au|و|الي) ?\d{1,2})? (?:[^\W\d]+(?:[ -][^\W\d]+)?(?:/[^\W\d]+)?) (?:(?:19|20)\d\d\b.{0,20}|1[345]\d\d ?(?:a?h\b|ه).{0,50})$"
)


@dataclass(frozen=True, slots=True)
class Head:
    """The symbol (normal and as printed), the title and the session, each '' where none was found."""

    symbol: str = ""
    printed: str = ""
    title: str = ""
    session: str = ""
    number: int | None = None


def head_of(drafts: Sequence[Draft], language: str, patterns: tuple[Pattern, ...]) -> Head:
    """What the blocks before the first paragraph of the preamble say of the resolution."""
    blocks = []
    for draft in drafts:
        if draft.part != "structure":
            break
        if draft.units[0].organ:
            break
        blocks.append(ASIDE.sub("", draft.units[0].block.text.strip()))
    blocks = [spoken for t in blocks if (spoken := titles_ar.without_masthead(t, len(blocks)))]
    symbol, above, below = _symbol(blocks, patterns)
    told = next((t for t in blocks if len(t) < LONG_SESSION and COMMUNIQUE.match(fold(t, accents=False))), "")
    session = next((t for t in (*below, *above) if len(t) < LONG_SESSION and _is_session(t)), "")
    own = (
        blocks[len(above)]
        if symbol is not None and not _tells_a_day(NUMBERED.sub("", digits(blocks[len(above)])))
        else ""
    )
    numbered = next(((t, found) for t in (*below, *above, own) if t and (found := NUMBERED.match(digits(t)))), None)
    titles = [numbered[0][numbered[1].end() :]] if numbered else [t for t in below if t != session and _is_title(t)]
    if language == "ar" and symbol is None:
        titles = list(titles_ar.without_organs([t for t in titles if not titles_ar.BARE.match(digits(t))]))
    titles = [titles_ar.whole(told, blocks)] if told and not numbered else titles
    if not titles:
        titles = [t for t in above if t != session and _is_title(t) and not MASTHEAD.search(t)]
    if not titles:
        titles = [session] if session else [t for t in blocks if titles_ar.COMMUNIQUE.match(t)]
    normal, printed = (symbol.symbol, symbol.text) if symbol else _league(drafts) if language == "ar" else ("", "")
    if not normal and numbered:
        normal = printed = numbered[1][1]
    if not normal:
        normal = printed = titles_ar.number_alone(below)
    titles = [t for t in titles if not LEAGUE.match(digits(t))]
    return Head(
        normal,
        printed,
        titles_ar.told(titles) or _title(titles),
        _session_words(session, language),
        _number(session, language) or titles_ar.session_number(session),
    )


def owned_by(head: Head, body: Body | None) -> Head:
    """The head; a number alone is that of a resolution of the body that enacts the text.

    >>> owned_by(Head("1325 (2000)"), ("S", "year")).symbol, owned_by(Head("1325 (2000)"), None).symbol
    ('S/RES/1325 (2000)', '1325 (2000)')
    """
    symbol = symbol_of(head.symbol, body) if body is not None and head.symbol else head.symbol
    return replace(head, symbol=symbol) if symbol != head.symbol else head


def _symbol(blocks: Sequence[str], patterns: tuple[Pattern, ...]) -> tuple[Citation | None, list[str], list[str]]:
    """The symbol, the blocks above it, and those below it: first what stands beside it in its own block.

    A title stands below the symbol; what is above is the paper's own mark, the organization, the session.
    """
    best: tuple[int, int, Citation] | None = None
    for n, text in enumerate(blocks):
        for found in citations_of(text, patterns)[:1]:
            called = RESOLUTION.match(fold(text, accents=False))
            bracketed = text[: found.start].rstrip().endswith(("[", "("))
            of_a_paper = not any(c.isdigit() for c in found.symbol.rpartition("/")[2])  # OIC/CFM-46/2019/POL/RES/FINAL
            alone = not of_a_paper and found.end - found.start > len(text) * 0.6
            rank = 2 if bracketed else 0 if called or alone else 1
            if best is None or rank < best[0]:
                best = (rank, n, found)
    if best is None:
        return None, [], list(blocks)
    _, at, symbol = best
    after = blocks[at][symbol.end :].strip(" .:-–—)]")
    before = blocks[at][: symbol.start].strip(" .:-–—([")
    around = [
        t for t in (before, after) if len(t) > 8 and not RESOLUTION.fullmatch(fold(t, accents=False).strip() + " ")
    ]
    if around and around[0] is before and OF_AN_ORGAN.match(fold(before, accents=False)):
        del around[0]
    return symbol, list(blocks[:at]), [*around, *blocks[at + 1 :]]


def _league(drafts: Sequence[Draft]) -> tuple[str, str]:
    """The number of a decision of the League of Arab States, which stands above or below it: normal and as printed."""
    for draft in drafts:
        text = draft.units[0].block.text.strip() if draft.part == "structure" else ""
        if found := LEAGUE.search(digits(text)):
            return league(found[0]), text[found.start() : found.end()]
    return "", ""


def _session_words(session: str, language: str) -> str:
    """The session alone, where its line says more."""
    alone = AGENDA.sub("", session)
    if len(alone) <= 80:
        return alone
    found = SESSION_WORDS.search(alone)
    words = found[0].split(" ") if found and language != "id" else []
    first = next((n for n in range(len(words)) if read_ordinal(" ".join(words[n:-1]), language) is not None), None)
    return alone if first is None else " ".join(words[first:])


def _is_session(text: str) -> bool:
    folded = fold(text, accents=False)
    return SESSION.search(folded) is not None and not folded.startswith(("(adopt", "(اعتمد"))


def _is_title(text: str) -> bool:
    folded = fold(text, accents=False).strip()
    if (
        not 4 <= len(text) <= 300
        or FURNITURE.match(text)
        or PREAMBLE.match(text)
        or text.rstrip().endswith(":")
        or any(p.match(folded) for p in (MARK, BY_LINE, DATE_LINE, CALLED, BODY, PLACE_LINE, PLACE_AND_DAYS))
        or (len(text) > SENTENCE and folded.endswith("."))
    ):
        return False
    called = RESOLUTION.match(folded)
    if _tells_a_day(text):
        return False
    return not (called and len(folded) - called.end() < 4) and any(c.isalpha() for c in text)


def _tells_a_day(text: str) -> bool:
    """Whether a line only says when a resolution was adopted: "Resolution of 4 November 1946"."""
    folded = fold(text, accents=False).strip()
    called = RESOLUTION.match(folded)
    return called is not None and DATE_LINE.match(folded, called.end()) is not None


def _title(lines: Sequence[str]) -> str:
    """The lines of the title as one; where a line begins with "on", the title begins there, without that word."""
    lines = [OF_WHOM.sub("", t) for t in lines]
    begun = next((n for n, t in enumerate(lines) if LEAD.match(t)), None)
    kept = [
        t for t in (lines if begun is None else lines[begun:]) if not ABOUT.match(fold(t, accents=False).strip(" :"))
    ]
    title = CALLED_FIRST.sub("", NOTED.sub("", " ".join(kept[:3])))
    lead = LEAD.match(title)
    return title[lead.end() :] if lead else title


def _number(session: str, language: str) -> int | None:
    words = re.findall(r"[\w'’-]+", session)
    for start in range(len(words)):
        for length in (4, 3, 2, 1):
            number = read_ordinal(" ".join(words[start : start + length]), language) if language != "id" else None
            if number is not None:
                return number
    return None
