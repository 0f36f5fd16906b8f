"""Whom a paragraph addresses: the one who stands right behind the verb, and those joined to it by "and"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from amana.resolutions.deadlines import Plain
from amana.resolutions.openings import Opening
from amana.resolutions.paragraphs import Addressee
from amana.values.lexicons import addressees
from amana.values.names import Entry, Found, Gazetteer

ADDRESSING = frozenset(
    "request urge call_upon invite encourage entrust demand recommend appeal direct authorize appoint mandate "
    "follow_up_request report_request remind refer suggest".split()
)
"""Functions that address somebody as their object."""
GAP = 70
"""Characters between the verb and the one addressed: "Calls upon, in this context, all Member States"."""

AGAIN: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"(?:\band|[;,]|\balso) (?:also |further |again |in this regard,? |therefore |hereby )*"
        r"(?:requests|invites|calls (?:up)?on|urges|entrusts|directs|authorizes|encourages|appeals to|recommends(?: to| that)?|instructs|demands(?: that)?|asks)\b"
    ),
    "fr": re.compile(
        r"(?:\bet|[;,]) (?:(?:lui |leur )?)(?:prie|invite|demande|exhorte|charge|autorise|encourage|engage|appelle|recommande|mandate)\b"
        r"(?: (?:egalement|en outre|aussi|instamment|de nouveau|par ailleurs))*"
    ),
    "ar": re.compile(
        r"(?<![\u0621-\u064a])و(?:ي|ت|ن)(?:طلب|دعو|حث|كلف|هيب|ناشد|وصي|شجع|فوض|خول|رجو|عهد|طالب)(?![\u0621-\u064a])(?: (?:ايضا|كذلك|مجددا))*"
    ),
}
JOINED: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"[\s,]*(?:and|or|as well as|together with|including|in cooperation with)?[\s,]*(?:to |upon |on )?(?:the |all |other |its |relevant |concerned |interested |both )*$"
    ),
    "fr": re.compile(
        r"[\s,]*(?:et|ou|ainsi que)?[\s,]*(?:a |aux? |de |des )?(?:l'|la |le |les |tous |toutes |autres )*$"
    ),
    "ar": re.compile(
        r"[\s،]*(?:و|او|وكذلك|فضلا عن|بالاضافة الي|و ?الي|و ?من)?\s*(?:الي |من |علي )?(?:جميع |كافة |سائر )?$"
    ),
}
STOP: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"[;:.]| to (?!the |all |its |both |those )| of | (?:two|three|four|several|these|those|some|its|their) | for (?!the )| with | in (?!this|the light|that)"
    ),
    "fr": re.compile(r"[;:.]| (?:de|d'|pour|que|qu') ?(?:la |le )?[a-z]+er\b"),
    "ar": re.compile(r"[؛:.]| ان | بان "),
}


LEAD = re.compile(r"(?:(?:the|all|le|la|les|aux?|tous les|إلى|من|جميع|كافة) |l['’])(?=\S)", re.IGNORECASE)


@lru_cache(maxsize=1)
def common() -> Gazetteer:
    """Whom drafters of every house address, from the lexicon."""
    return Gazetteer(
        Entry(row.id.replace("_", "-"), row.type, {language: _bare(forms) for language, forms in row.forms.items()})
        for row in addressees()
    )


def _bare(forms: Iterable[str]) -> tuple[str, ...]:
    """The forms without articles and prepositions, which the text may have or not; placeholders are no names."""
    found: dict[str, None] = {}
    for form in forms:
        if "{" not in form and not form.startswith(("لل", "بال")):
            found.setdefault(LEAD.sub("", form))
    return tuple(found)


def people_of(text: str, language: str, gazetteer: Gazetteer | None) -> tuple[Found, ...]:
    """Everybody named in a text, the house's own names before those of the lexicon; none overlapping another."""
    own = gazetteer.find(text, language) if gazetteer is not None else ()
    more = (f for f in common().find(text, language) if not any(f.start < o.end and o.start < f.end for o in own))
    return tuple(sorted((*own, *more), key=lambda f: f.start))


def addressed(plain: Plain, language: str, opening: Opening | None, people: Sequence[Found]) -> tuple[Addressee, ...]:
    """The implementers of a paragraph, in order: behind its opening, and behind every further verb that asks."""
    if not people or language not in JOINED:
        return ()
    anchors = []
    if opening is not None and opening.function in ADDRESSING:
        first = re.match(r"\S+", opening.phrase)
        anchors.append(max(0, opening.end - len(opening.phrase) + (len(first[0]) if first else 0)))
    anchors += [m.end() for m in AGAIN[language].finditer(plain.folded)]
    found: dict[str, Addressee] = {}
    for anchor in anchors:
        for one in _behind(plain, language, anchor, people):
            found.setdefault(one.id, Addressee(one.id, "implementer", one.text))
    return tuple(found.values())


def _behind(plain: Plain, language: str, anchor: int, people: Sequence[Found]) -> Iterable[Found]:
    """The first one named behind a verb, and those joined to it."""
    start = plain.original(anchor)
    last: Found | None = None
    for one in people:
        if one.start < start - 3:
            continue
        between = _fold(plain, last.end if last else start, one.start)
        if last is None:
            if len(between) > GAP or STOP[language].search(between):
                return
        elif not JOINED[language].match(between):
            return
        last = one
        yield one


def _fold(plain: Plain, start: int, end: int) -> str:
    if plain.places is None:
        return plain.folded[start:end]
    return Plain.of(plain.text[start:end]).folded
