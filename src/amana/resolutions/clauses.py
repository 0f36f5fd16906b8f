"""What a paragraph says of money, of its review and of its end, in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import cast

from amana.resolutions.deadlines import Plain
from amana.resolutions.paragraphs import Clause, ClauseKind
from amana.values.expressions import expression
from amana.values.folding import fold, folded_once
from amana.values.glances import Glance
from amana.values.lexicons import rows

WHEN: dict[str, re.Pattern[str]] = {
    "en": expression(
        r"\b(?:every (?:other |second )?[\w-]+(?: [\w-]+)?|annually|biennially|periodically|at (?:its|the) [\w-]+(?: [\w-]+){0,3}? session"
        r"|at the end of [^,;.]{2,40}|(?:in|by) (?:19|20)\d\d|(?:not|no) later than [^,;.]{2,40}|(?:within|after) [\w-]+ (?:days|weeks|months|years))\b"
    ),
    "fr": expression(
        r"\b(?:tous les [\w-]+ (?:ans|mois)|chaque annee|annuellement|periodiquement|a (?:sa|la) (?:prochaine |[\w-]+ )(?:et [\w-]+ )?session"
        r"|a la fin de [^,;.]{2,40}|en (?:19|20)\d\d|au plus tard [^,;.]{2,40}|dans (?:un delai de )?[\w-]+ (?:jours|semaines|mois|ans))\b"
    ),
    "ar": expression(
        r"(?<![\u0621-\u064a])(?:كل (?:سنة|عام|سنتين|عامين|[\u0621-\u064a\d]+ (?:سنوات|اشهر|اعوام))|سنويا|دوريا|بصفة دورية"
        r"|في (?:دورت[هة]ا?|الدورة) [\u0621-\u064a]+(?: و?ال[\u0621-\u064a]+){0,2}|في (?:عام|سنة) (?:19|20)\d\d|في (?:موعد|اجل) (?:اقصاه|لا يتجاوز) [^،؛.]{2,40})"
        r"(?![\u0621-\u064a])"
    ),
    "id": expression(
        r"\b(?:setiap [\w-]+(?: [\w-]+)?|pada sidang(?:nya)? [^,;.]{2,40}|pada (?:tahun )?(?:19|20)\d\d|paling lambat [^,;.]{2,40})\b"
    ),
}
NEAR = 120
"""So far behind a review clause its time may stand."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a clause is written: one of the `words` must stand in the folded text before the pattern is tried."""

    kind: ClauseKind
    value: str
    words: frozenset[str]
    pattern: re.Pattern[str]


@cache
def forms(language: str) -> tuple[Form, ...]:
    """The ways in which clauses are written in a language; () where none are known."""
    return tuple(
        Form(cast(ClauseKind, r["kind"]), r["value"], frozenset(r["words"].split("|")), expression(r["regex"]))
        for r in rows("clauses.csv")
        if r["language"] == language
    )


@cache
def _telling(language: str) -> tuple[str, ...]:
    """Words without one of which a text has no clause: a cheap look before the close one."""
    return tuple(dict.fromkeys(word for form in forms(language) for word in form.words))


TELLING = {language: Glance(language, pieces=partial(_telling, language)) for language in WHEN}


def clauses_of(plain: Plain, language: str) -> tuple[Clause, ...]:
    """The clauses of a paragraph, in order, none overlapping another.

    >>> found = clauses_of(Plain.of("Decides to extend it for a period of six months within existing resources"), "en")
    >>> [(c.kind, c.text, c.value) for c in found]
    [('end', 'for a period of six months', 'six months'), ('resources', 'within existing resources', 'within_existing')]
    """
    if language not in TELLING or not TELLING[language].at(folded_once(plain.text)):
        return ()
    if not (telling := [word for word in _telling(language) if word in plain.folded]):
        return ()
    found: list[Clause] = []
    for one in _found(plain, language, telling):
        if not any(one.start < c.end and c.start < one.end for c in found):
            found.append(one)
    return tuple(sorted(found, key=lambda c: c.start)) if found else ()


def _found(plain: Plain, language: str, telling: Sequence[str]) -> Iterator[Clause]:
    for form in forms(language):
        if form.words.isdisjoint(telling):
            continue
        for match in form.pattern.finditer(plain.folded):
            text = plain.printed(*match.span())
            start = plain.text.find(text, plain.original(match.start()))
            yield Clause(form.kind, text, start, start + len(text), form.value or _time(form, plain, match, language))


def _time(form: Form, plain: Plain, match: re.Match[str], language: str) -> str:
    """What is stated of the time: of a review what stands behind it, of an end its own words without the preposition."""
    if form.kind == "review":
        end = min(len(plain.folded), match.end() + NEAR)
        cut = re.search(r"[;؛]|\.\s", plain.folded[match.end() : end])
        when = WHEN[language].search(plain.folded, match.start(), match.end() + cut.start() if cut else end)
        return plain.printed(*when.span()) if when else ""
    bare = LEAD.match(match[0])
    return plain.printed(match.start() + (bare.end() if bare else 0), match.end())


LEAD = expression(
    r"until |for an?(?: \w+)*? periods? of |(?:shall|will|is to|are to) (?:automatically )?[\w ]+? (?=(?:on|at|by|after|upon) )|expires? (?:on |at |in )"
    r"|jusqu'(?:au |a |en )|pour une? (?:\w+ )?(?:periode|duree)(?: \w+)?? (?:de |d')|(?:expire\w*|pren\w+ fin) (?:le |a |au |en )?"
    r"|و?(?:حتي|لغاية|الي غاية) |و?(?:لمدة|لفترة) (?:(?:اضافية|اخري|نهائية|جديدة|اولية) ?)*(?:قدرها |مدتها |اقصاها )?"
    r"|(?:hingga|sampai)(?: dengan)? (?:tanggal )?|untuk (?:jangka waktu|periode|masa)(?: tambahan| awal)? (?:selama )?|(?:akan )?berakhir (?:pada |setelah )"
)
"""What of the words of an end is not its time."""


def stated_values(clauses: tuple[Clause, ...], kind: ClauseKind) -> tuple[str, ...]:
    """The values of the clauses of one kind, folded, for comparing.

    >>> stated_values((Clause("end", "until 2027", 0, 10, "2027"),), "end")
    ('2027',)
    """
    return tuple(fold(c.value, accents=False) for c in clauses if c.kind == kind)
