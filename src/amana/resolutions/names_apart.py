"""States, organs, persons and places: one version names another than its counterpart does in its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations

from amana.resolutions.naming import may_mean, speaks_of
from amana.resolutions.paragraphs import Named, Paragraph
from amana.resolutions.sides import spot
from amana.resolutions.telling import finding
from amana.resolutions.versions import Row
from amana.values.expressions import expression
from amana.values.folding import fold
from amana.values.lexicons import rows
from amana.values.problems import Problem, Severity

KINDS = ("state", "city", "organ", "person")
"""Kinds that are held against each other."""
FAMILY = frozenset(
    f"body:{name}"
    for name in "unesco who unicef unrwa undp unep wfp fao ilo iaea unhcr unctad icj iom unfpa unodc itu wmo wipo".split()
) | {"un-security-council"}
"""Bodies that have the United Nations in their name or may go by it."""


AREA = "area:"
"""Parts of the world that may bear the name of a state."""
SHORT = "committee"
"""Who is called by what it is alone."""
LIST = 3
"""Organs beyond which a list may hold some by acronyms that are not known."""


def same_names(row: Row) -> Iterator[Problem]:
    """Each version names one whom the other does not: Mali here, Malta there. That only one names somebody is not told.

    An error where exactly one name of a kind stands in the place of exactly one other, else a warning.
    """
    if not all(p.names for p in row.texts.values()):
        return
    for kind in KINDS:
        told: dict[str, tuple[Named, ...]] = {}
        severity: Severity = "warning"
        for (one, a), (other, b) in combinations(row.texts.items(), 2):
            left, right = _unmatched(a, b, kind), _unmatched(b, a, kind)
            if kind == "state" and (left or right):
                left, right = _beyond_cities(left, a, b), _beyond_cities(right, b, a)
            if kind == "state" and left and right:
                left, right = _unmeant(left, b, other), _unmeant(right, a, one)
            elif kind == "state" and (left or right) and (twice := _twice(a, b, left, right)):
                told.update({one: twice[0], other: twice[1]})
                continue
            many = _counted(a, kind)
            if kind == "organ" and many > LIST:
                continue
            if kind == "city" and (mixed := _city_for_state(a, b, one, other)):
                told.update({one: mixed[:1], other: mixed[1:]})
            elif left and right and _as_many(a, b, kind, left, right) and not _of_family(left, right):
                told.update({one: left, other: right})
                alone = len(left) == len(right) == 1 and kind != "organ" and many == _counted(b, kind)
                severity = "error" if alone else severity
        if told:
            shown = tuple(f"{language}: {', '.join(n.text for n in names)}" for language, names in told.items())
            places = tuple(spot(row.texts[language], n) for language, names in told.items() for n in names)
            yield finding("names-differ", row, severity, places, names=shown)


def _as_many(a: Paragraph, b: Paragraph, kind: str, left: Sequence[Named], right: Sequence[Named]) -> bool:
    """Whether both name as many, or each state but one is named in the other or spoken of there."""
    return _counted(a, kind) == _counted(b, kind) or (kind == "state" and len(left) == len(right) == 1)


def _twice(
    a: Paragraph, b: Paragraph, left: tuple[Named, ...], right: tuple[Named, ...]
) -> tuple[tuple[Named, ...], tuple[Named, ...]] | None:
    """A state that one version names twice, once in the place of the only one that it lacks: Niger and Niger."""
    if len(left) + len(right) != 1:
        return None
    here, there = ([n for n in p.names if _kind(n) == "state"] for p in (a, b))
    mine, other = (Counter(_bare(n.id) for n in names) for names in (here, there))
    more, short = (mine - other, here) if right else (other - mine, there)
    if len(here) != len(there) or more.total() != 1 or not more.keys() & (other if right else mine).keys():
        return None
    again = tuple(n for n in short if _bare(n.id) in more)
    lacking, text, language = (right, a.text, a.place.language) if right else (left, b.text, b.place.language)
    if any(speaks_of(f"place:{_bare(n.id).upper()}", text, language or "") for n in lacking):
        return None
    return (again, right) if right else (left, again)


def _beyond_cities(names: tuple[Named, ...], here: Paragraph, there: Paragraph) -> tuple[Named, ...]:
    """States of which the other version names no city that is not named here: Algiers may be الجزائر."""
    own = {n.id for n in here.names}
    cities = [_bare(n.id) for n in there.names if n.id.startswith("city:") and n.id not in own] if names else []
    return tuple(n for n in names if not any(_bare(n.id) in _states().get(c, ()) for c in cities)) if cities else names


def _unmeant(names: tuple[Named, ...], there: Paragraph, language: str) -> tuple[Named, ...]:
    """States of which the other version says nothing, be it in an adjective: "au peuple somalien" is Somalia."""
    text = there.text
    for one in there.names:
        if one.id.startswith(AREA):
            continue  # the Niger River
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    ids = {n: f"place:{_bare(n.id).upper()}" for n in names}
    return tuple(n for n in names if not speaks_of(ids[n], text, language))


def _city_for_state(a: Paragraph, b: Paragraph, one: str, other: str) -> tuple[Named, Named] | None:
    """A city and a state in its place where the city does not lie: Geneva, Mali. One's own capital may speak for it."""
    mine = (*_unmatched(a, b, "city"), *_unmatched(a, b, "state"))
    there = (*_unmatched(b, a, "city"), *_unmatched(b, a, "state"))
    if len(mine) != 1 or len(there) != 1 or _kind(mine[0]) == _kind(there[0]):
        return None
    if _counted(a, "city") + _counted(a, "state") != _counted(b, "city") + _counted(b, "state"):
        return None
    if _kind(mine[0]) == "city":
        city, state, language, text = mine[0], there[0], one, a.text
    else:
        city, state, language, text = there[0], mine[0], other, b.text
    states = _states().get(_bare(city.id), frozenset())
    surely = states and _bare(state.id) not in states and not may_mean(state.id, text, language)
    return (mine[0], there[0]) if surely else None


@cache
def _states() -> dict[str, frozenset[str]]:
    """Every city of the lexicon of places and the states in which a city of its name lies."""
    return {row["city"]: frozenset(row["states"].casefold().split("|")) for row in rows("city_states.csv")}


def same_people(row: Row) -> Iterator[Problem]:
    """One person with a title in each of two versions in Latin letters, and no surname of theirs sounds alike.

    An error is never sure, for names are spelled in many ways: "Putin", "Poutine".
    """
    if "fr" not in row.texts or "en" not in row.texts or not any(t in row.texts["en"].text for t in ("Mr", "Ms")):
        return
    found = {x: list(TITLED[x].finditer(row.texts[x].text)) for x in ("en", "fr")}
    one, other = ({m[1] for m in matches} for matches in found.values())
    if len(one) == len(other) == 1 and not _sounds_alike(*one, *other):
        spots = {x: matches[0] for x, matches in found.items()}
        if all(_sounds_in(m[1], row.texts["fr" if x == "en" else "en"].text) is False for x, m in spots.items()):
            places = tuple(replace(row.texts[x].place, start=m.start(1), end=m.end(1)) for x, m in spots.items())
            shown = tuple(f"{x}: {m[1]}" for x, m in spots.items())
            yield finding("names-differ", row, "warning", places, names=shown)


TITLED = {
    "en": expression(r"\b(?:Mr|Mrs|Ms)\.? ((?:[A-ZÀ-Ý][\w'’-]+ ?){1,4})(?<! )"),
    "fr": expression(r"(?<![\w.])(?:M\.|Mme|Mlle) ((?:[A-ZÀ-Ý][\w'’-]+ ?){1,4})(?<! )"),
}
"""A person with a title, and the name behind it."""
VOWELS = expression("[aeiouyhàâäéèêëîïôöùûü'’-]+")
ALIKE = 0.5


def _sounds_alike(one: str, other: str) -> bool:
    """Whether any word of one name has the consonants of one of the other's.

    >>> _sounds_alike("Vladimir Putin", "Poutine"), _sounds_alike("Guterres", "Annan"), _sounds_alike("Kuchma", "Koutchma")
    (True, False, True)
    """
    return any(
        SequenceMatcher(None, a, b).ratio() > ALIKE
        for a in map(_consonants, one.split())
        for b in map(_consonants, other.split())
    )


def _sounds_in(name: str, text: str) -> bool:
    """Whether a word with capitals in a text sounds like the name."""
    return any(_sounds_alike(name, word) for word in re.findall(r"\b[A-ZÀ-Ý][\w'’-]{2,}", text))


def _consonants(word: str) -> str:
    return VOWELS.sub("", fold(word, accents=False)) or word.lower()


def _unmatched(a: Paragraph, b: Paragraph, kind: str) -> tuple[Named, ...]:
    """Names of `a` that `b` has not, each once."""
    there = {_bare(n.id) for n in b.names}
    own = {_bare(n.id): n for n in a.names if _kind(n) == kind}
    return tuple(n for bare, n in own.items() if bare not in there)


def _kind(named: Named) -> str:
    """Its kind as it is held against others: a state and a place may be one name with two ids; a city is no state.

    A capital may speak for its state ("Moscow rejected"), so neither stands in the place of the other.
    """
    if not named.id:
        return ""
    return "city" if named.id.startswith("city:") else "state" if named.kind == "place" else named.kind


def _of_family(left: Sequence[Named], right: Sequence[Named]) -> bool:
    """Whether one side names the United Nations or "the Committee", and the other a body of theirs, or which one."""
    ids = [{n.id for n in names} for names in (left, right)]
    return any(
        ("united-nations" in one and other & FAMILY) or (SHORT in one and any(SHORT in name for name in other))
        for one, other in (ids, ids[::-1])
    )


def _counted(paragraph: Paragraph, kind: str) -> int:
    """How many are named: where one version names more, a name that is missing may be one that was not recognised."""
    return len({_bare(n.id) for n in paragraph.names if _kind(n) == kind})


def _bare(name: str) -> str:
    """A state by its code, whether it is a party of the house or a region of the world.

    >>> _bare("place:FR"), _bare("fr")
    ('fr', 'fr')
    """
    return name.rpartition(":")[2].casefold()
