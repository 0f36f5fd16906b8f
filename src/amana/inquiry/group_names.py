"""The ways in which a contact group is named: with the organization's name inside, its subject before or behind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

from amana.values.words import Words

_EN = re.compile(r"Contact Group on (?P<what>.+)")
_FR = re.compile(r"Groupe de contact (?:sur|pour) (?P<what>.+)")
_AR = re.compile(r"(?:فريق|مجموعة|لجنة) الاتصال (?:المعنية|المعني|الخاصة|الخاص) ب(?P<what>.+)")
_ABOUT = ("{m} ب{what}", "حول {what}", "بشأن {what}", "حول قضية {what}")
_FOR = {"فريق": ("المعني", "الخاص"), "مجموعة": ("المعنية", "الخاصة"), "لجنة": ("المعنية", "الخاصة")}
_BELONGS = {"فريق": "التابع ل", "مجموعة": "التابعة ل", "لجنة": "التابعة ل"}


def variants(names: Words, houses: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Other forms of a group's name, each with its language. `houses`: names of the organization, each with its language.

    >>> [form for form, _ in variants(Words(en="Contact Group on Mali"), [("OIC", "en")])]
    ['Mali Contact Group', 'Contact Group of the OIC on Mali']
    """
    of = {code: tuple(house for house, language in houses if language == code) for code in ("ar", "fr", "en")}
    if found := _EN.fullmatch(names.get("en", "")):
        yield f"{found['what']} Contact Group", "en"
        yield from ((f"Contact Group of the {house} on {found['what']}", "en") for house in of["en"])
    if found := _FR.fullmatch(names.get("fr", "")):
        yield from ((f"Groupe de contact de l’{house} sur {found['what']}", "fr") for house in of["fr"])
    if found := _AR.fullmatch(names.get("ar", "")):
        for kind, about in product(_FOR, _ABOUT):
            for meant in _FOR[kind] if "{m}" in about else ("",):
                said = about.format(m=meant, what=found["what"])
                yield f"{kind} الاتصال {said}", "ar"
                yield from ((f"{kind} الاتصال {_BELONGS[kind]}{house} {said}", "ar") for house in of["ar"])
