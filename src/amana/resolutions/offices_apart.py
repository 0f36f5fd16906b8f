"""Offices that one person holds: one version names the Secretary-General where another names the High Commissioner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations

from amana.resolutions.functions_apart import same_addressee
from amana.resolutions.languages import LANGUAGES
from amana.resolutions.telling import Passage, finding, passage
from amana.resolutions.versions import Row
from amana.values.folding import folded_once, span_back
from amana.values.glances import Glance
from amana.values.lexicons import rows
from amana.values.problems import Problem


def same_offices(row: Row) -> Iterator[Problem]:
    """Each of two versions names an office that the other does not, as often; that only one names any is not told."""
    said = {language: offices(p.text, language) for language, p in row.texts.items()}
    if sum(1 for found in said.values() if found) < 2 or any(UNSURE in found for found in said.values()):
        return
    for one, other in combinations([x for x, found in said.items() if found], 2):
        left, right = said[one].keys() - said[other].keys(), said[other].keys() - said[one].keys()
        if len(left) != 1 or len(right) != 1 or len(said[one]) != len(said[other]):
            continue
        if any(True for _ in same_addressee(row)):
            return  # told by that
        told = {one: said[one][left.pop()], other: said[other][right.pop()]}
        shown = tuple(f"{language}: {words.text}" for language, words in told.items())
        places = tuple(replace(row.texts[x].place, start=w.start, end=w.end) for x, w in told.items())
        yield finding("names-differ", row, "warning", places, names=shown)
        return


UNSURE = "unsure"
"""A word that may name an office of the table and many others."""


def offices(text: str, language: str) -> dict[str, Passage]:
    """The offices that a text names, each where it stands first.

    >>> {x: w.text for x, w in offices("the Under-Secretary-General and the Prime Minister", "en").items()}
    {'deputy-secretary-general': 'Under-Secretary-General', 'prime-minister': 'Prime Minister'}
    >>> list(offices("وللأمين العام", "ar")), list(offices("le Secrétaire général adjoint", "fr"))
    (['secretary-general'], ['deputy-secretary-general'])
    """
    if language not in LANGUAGES:
        return {}
    seen = folded_once(text)
    if not MAY_NAME[language].at(seen):
        return {}
    found: dict[str, Passage] = {}
    for match in _pattern(language).finditer(seen.folded):
        office = match.lastgroup or ""
        place = span_back(text, seen.places, *match.span(office))
        found.setdefault(office.replace("_", "-"), passage(text, *place))
    return found


@cache
def _pattern(language: str) -> re.Pattern[str]:
    forms = "|".join(f"(?P<{row['office'].replace('-', '_')}>{row[language]})" for row in rows("offices.csv"))
    lead = r"(?<!\w)(?:[وف]?(?:لل|[بلك])?)" if language == "ar" else r"(?<!\w)"
    return re.compile(rf"{lead}(?:{forms})(?!\w)")


HEADS = {
    "en": "secretary secretaries representative representatives envoy envoys commissioner commissioners rapporteur rapporteurs "
    "expert experts minister ministers foreign director directors president prosecutor registrar ombudsman unhcr ohchr",
    "fr": "secretaire secretaires representant representante representants envoye envoyee commissaire commissariat rapporteur "
    "rapporteuse rapporteurs expert experte experts ministre ministres directeur directrice president presidente procureur "
    "procureure greffier ombudsman mediateur chef hcr hcdh",
    "id": "sekretaris wakil perwakilan utusan komisaris komisariat pelapor menteri direktur presiden jaksa panitera ombudsman",
}
"""Words without one of which a text names no office: a cheap look before a close one;"""
PARTS = tuple("امين مفوض وزير وزراء ممثل مبعوث مقرر خبير خبراء مدير مدعي نائب رئيس رؤساء مسجل حكومة".split())
"""in Arabic, where they bear prefixes, parts of words."""

MAY_NAME = {"ar": Glance("ar", pieces=PARTS), **{x: Glance(x, words.split()) for x, words in HEADS.items()}}
