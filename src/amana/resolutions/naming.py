"""Who and what is named in a text: the house's own names first, then those of the lexicons; roles and adjectives are none.

The lexicon of places serves only to recognise; its names are never displayed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from amana.resolutions.hedges import hedges
from amana.resolutions.paragraphs import Named, NameKind
from amana.values.expressions import expression
from amana.values.folding import fold
from amana.values.lexicons import FORMS, addressees, rows, several
from amana.values.names import Entry, Found, Gazetteer

KINDS: Mapping[str, NameKind] = {
    "party": "state",
    "state": "state",
    "organ": "organ",
    "place": "place",
    "body": "organ",
}
"""Kinds of the gazetteer that are names of somebody or something; roles ("donors", "Member States") are none."""
NAMED_EXTERNALS = frozenset({"united-nations", "un-security-council"})
LEAD = expression(r"^(?:(?:the|all|tous|toutes|le|la|les|aux?|إلى|من|جميع|كافة) |l['’])+(?=\S)", re.IGNORECASE)
CUE = expression(r"(?<!ال)(?<!لل)(?:حكومة|جمهورية|ممثلة?|وزراء|شعب|سفيرة?|دولة|سلطنة|سلطان|مملكة|شمالي?|جنوبي?) $")
"""What stands before an Arabic word that is a name there and a common word elsewhere: "جمهورية مالي", "دعم مالي"."""
CITIES = frozenset({"عمان"})
"""Names that a city bears as well: Oman and Amman."""
WORD = expression(r"\w+")
GENERIC = frozenset(
    "sultanate sultanat kesultanan سلطنة republic democratic people's peoples islamic united states kingdom federation island islands republique "
    "democratique islamique etats royaume federation iles saint sainte republik kepulauan جمهورية الجمهورية جزر دولة مملكة "
    "المملكة العربية المتحدة الشعبية الديمقراطية الإسلامية الاسلامية الاتحاد arab arabe union occupied occupe occupes".split()
)


@dataclass(frozen=True, slots=True)
class Known:
    """A row of the lexicon of places. `listed`: forms looked for in lists of votes only; `loose`: how it may sound."""

    id: str
    kind: str
    forms: Mapping[str, tuple[str, ...]]
    listed: tuple[str, ...]
    loose: tuple[str, ...]


@cache
def places() -> tuple[Known, ...]:
    """States, territories, cities and bodies of the world, in ar, en, fr and id."""
    return tuple(
        Known(
            row["id"],
            "body" if row["kind"] == "organ" else row["kind"],
            {language: several(row[column]) for language, column in FORMS},
            several(row["listed"]),
            several(row["loose"]),
        )
        for row in rows("places.csv")
    )


@cache
def common() -> tuple[Entry, ...]:
    """Whom drafters of every house address, from the lexicon."""
    return tuple(
        Entry(row.id.replace("_", "-"), row.type, {language: _bare(forms) for language, forms in row.forms.items()})
        for row in addressees()
    )


@lru_cache(maxsize=8)
def everybody(gazetteer: Gazetteer | None) -> Gazetteer:
    """The house's names, those whom drafters address and the places of the world, and the hedges, in one: texts are gone through once.

    Of equal forms the first in that order is found.
    """
    own = gazetteer.entries if gazetteer is not None else ()
    alias = aliases(gazetteer)
    world = (Entry(alias.get(k.id, k.id), "party" if k.id in alias else k.kind, _forms(k)) for k in places())
    return Gazetteer((*own, *common(), *world, *hedges()))


def _forms(known: Known) -> Mapping[str, tuple[str, ...]]:
    """The forms of a place, in Arabic with those that are common words too: `is_common_word` tells them apart."""
    doubtful = tuple(form for form in known.listed if fold(form, accents=False) in _doubtful())
    return {**known.forms, "ar": (*known.forms.get("ar", ()), *doubtful)} if doubtful else known.forms


@lru_cache(maxsize=8)
def aliases(gazetteer: Gazetteer | None) -> Mapping[str, str]:
    """Which states of the lexicon are parties of the house, by any name both have: "place:EG" → "eg"."""
    own = {
        fold(form, accents=False): entry.id
        for entry in (gazetteer.entries if gazetteer is not None else ())
        if entry.kind == "party"
        for forms in entry.forms.values()
        for form in forms
    }
    found = {}
    for known in places():
        if known.kind in ("state", "place") and known.id.startswith("place:"):
            forms = (form for language in known.forms.values() for form in language)
            who = next((own[folded] for form in forms if (folded := fold(form, accents=False)) in own), None)
            if who is not None:
                found[known.id] = who
    return found


@lru_cache(maxsize=16)  # one paragraph is asked for the addressed and for the named in turn
def found_in(text: str, language: str, gazetteer: Gazetteer | None) -> tuple[Found, ...]:
    """Everybody and everything of `everybody` in this text, in order."""
    found = everybody(gazetteer).find(text, language)
    if language == "ar" and ("مؤتمر الإسلامي ال" in text or "مؤتمر الاسلامي ال" in text):
        return tuple(sorted((*found, *_conferences(text, gazetteer)), key=lambda one: one.start))
    return found


CONFERENCE = expression(
    r"(?:ال)?مؤتمر ال[إا]سلام[يى] (?:ال[\u0621-\u064a]+ (?:عشر |وال[\u0621-\u064a]+ )?)لوزراء الخارجية"
)
"""A session of the foreign ministers with its rank amid the name: "المؤتمر الإسلامي الحادي عشر لوزراء الخارجية"."""


def _conferences(text: str, gazetteer: Gazetteer | None) -> Iterator[Found]:
    """Where the foreign ministers are named with their rank amid the name, under the id of their council."""
    council = everybody(gazetteer).find("مجلس وزراء الخارجية", "ar")
    for one in CONFERENCE.finditer(text) if council else ():
        yield Found(council[0].id, council[0].kind, one[0], one.start(), one.end())


def names_of(text: str, language: str, gazetteer: Gazetteer | None = None) -> tuple[Named, ...]:
    """States, organs and places named in a text, in order; an id is the same in every language.

    Adjectives ("French", "السعودية") and roles ("Member States") are no names. An Arabic name that is also a common
    word counts only behind "republic", "government" and the like.

    >>> [n.id for n in names_of("between France, the French Republic and Côte d’Ivoire at Geneva", "en")]
    ['place:FR', 'place:CI', 'city:geneva']
    >>> [n.id for n in names_of("وللأردن ومصر دعم مالي من جمهورية مالي", "ar")]
    ['place:JO', 'place:EG', 'place:ML']
    """
    named: list[Named] = []
    for one in found_in(text, language, gazetteer):
        body = _body(one.text, language) if one.kind == "external" else None
        kind = "organ" if body else _kind(one)
        if kind is None or (body is None and _of_money(text, one)):
            continue
        if language == "ar" and is_common_word(text, one) and not _joined(text, one, named):
            continue
        named.append(Named(body or one.id, kind, one.text, one.start, one.end))
    return tuple(named)


def _kind(found: Found) -> NameKind | None:
    if found.kind == "external":
        return "organ" if found.id in NAMED_EXTERNALS else None
    if found.kind == "state" and not found.id.startswith("place:"):
        return None  # a role of the lexicon: the host country, the occupying Power
    return KINDS.get(found.kind)


def _of_money(text: str, one: Found) -> bool:
    """Whether a state is named for its currency only: "dollars des États-Unis", "United States dollars"."""
    return text.startswith("dollar", one.end + 1) or text.endswith(("dollars des ", "dollar des "), 0, one.start)


def _body(text: str, language: str) -> str | None:
    """The body of the world with this name; behind an Arabic لل the first letter of its article is gone."""
    known, folded = _bodies(language), fold(text, accents=False)
    return known.get(folded) or (known.get(f"ا{folded}") if language == "ar" and folded[:1] == "ل" else None)


@cache
def _bodies(language: str) -> Mapping[str, str]:
    """The bodies of the world by their folded forms, for those whom drafters address under one heading with others."""
    return {fold(form, accents=False): k.id for k in places() if k.kind == "body" for form in k.forms.get(language, ())}


def is_common_word(text: str, one: Found) -> bool:
    """Whether an Arabic name is a common word as well and nothing before it says that it is a name here."""
    folded = fold(one.text, accents=False)
    if folded not in _doubtful():
        return False
    before = text[max(0, one.start - 12) : one.start]
    within = before.endswith("في ") and folded not in CITIES  # in Mali, في مالي
    in_brackets = before.endswith("(") and text.startswith(")", one.end)
    return not (within or in_brackets or CUE.search(before))


def _joined(text: str, one: Found, named: Sequence[Named]) -> bool:
    """Whether an Arabic word goes on a list of states: تركيا وقطر."""
    last = named[-1] if named and named[-1].kind in ("state", "place") else None
    return last is not None and not last.id.startswith("city:") and text[last.end : one.start] in (" و", "، و", "،و")


@cache
def _doubtful() -> frozenset[str]:
    """Arabic forms that are names only in a list: "مالي" is Mali and financial, "السعودية" Saudi Arabia and Saudi."""
    return frozenset(
        fold(form, accents=False)
        for known in places()
        for form in known.listed
        if not form.isascii() and " " not in form and "\u0621" <= form[0] <= "\u064a"
    )


def may_mean(who: str, text: str, language: str, gazetteer: Gazetteer | None = None) -> bool:
    """Whether a text may speak of the one with this id in any way, be it an adjective: for checks that must not accuse.

    True too where nothing is known of the id: of what is unknown nothing can be said.

    >>> may_mean("place:FR", "le Gouvernement français", "fr"), may_mean("place:FR", "le Gouvernement", "fr")
    (True, False)
    """
    stems = _stems(language).get(who)
    if stems is None and gazetteer is not None:
        back = {own: place for place, own in aliases(gazetteer).items()}
        stems = _stems(language).get(back.get(who, ""))
    if stems is None:
        return True
    folded = fold(text, accents=False)
    return any(stem in folded for stem in stems)


@cache
def _stems(language: str) -> Mapping[str, tuple[str, ...]]:
    return {
        known.id: tuple(
            dict.fromkeys(
                (
                    *(fold(word, accents=False) for word in known.loose),
                    *(stem for form in known.forms.get(language, ()) for stem in _stems_of(form)),
                )
            )
        )
        for known in places()
    }


def speaks_of(who: str, text: str, language: str) -> bool:
    """Whether a text has a word that begins like the name of this place or like what is said of it, no more loosely.

    >>> speaks_of("place:SO", "l'aide au peuple somalien", "fr"), speaks_of("place:LY", "the flag State, per cent", "en")
    (True, False)
    >>> speaks_of("place:QA", "المساعدة التي قدمتها قطر", "ar"), speaks_of("place:PY", "paragraph 5", "en")
    (True, False)
    """
    pattern = _beginnings(who, language)
    return pattern is not None and pattern.search(fold(text, accents=False)) is not None


@cache
def _beginnings(who: str, language: str) -> re.Pattern[str] | None:
    """How words begin that speak of a place; None where nothing is known of it."""
    known = next((one for one in places() if one.id == who), None)
    if known is None:
        return None
    lead = r"(?<!\w)(?:[وفبلك]{0,2}(?:ال|لل)?)" if language == "ar" else r"(?<!\w)"
    words = {w for form in known.forms.get(language, ()) for w in WORD.findall(fold(form, accents=False))}
    stems = {fold(word, accents=False) for word in known.loose} | {_beginning(w) for w in words}
    found = "|".join(re.escape(s) for s in sorted(stems) if s)
    return re.compile(f"{lead}(?:{found})") if found else None


def _beginning(word: str) -> str:
    """So many of its first letters as what is said of it shares; '' of a word that many names have."""
    bare = word.removeprefix("ال")
    if len(bare) < 3 or {word, bare} & (_generic() | COMMON):
        return ""
    if bare[0] >= "\u0621":
        return bare[:-1] if len(bare) > 3 and bare[-1] in "اةه" else bare
    return bare[: len(bare) - 1 if len(bare) > 4 else 4][:6]


COMMON = frozenset(
    "the and les des state states etat etats unis unies uni unie people populaire socialist socialiste great grande south north "
    "sud nord est east west new nouvelle cape cap verde vert costa rica cote saint sainte san pays bas holy".split()
)
"""Words of names that say nothing of whose name it is."""


def _stems_of(form: str) -> Iterator[str]:
    """The first letters of its words that are not said of many; an acronym whole."""
    if form.isascii() and form.isupper():
        yield form.lower()
        return
    for word in WORD.findall(fold(form, accents=False)):
        bare = word.removeprefix("ال") if "\u0621" <= word[0] <= "\u064a" else word
        if word in _generic() or bare in _generic() or len(bare) < 3:
            continue
        yield bare[: max(3, min(5, len(bare) - 1))]


@cache
def _generic() -> frozenset[str]:
    return frozenset(fold(word, accents=False) for word in GENERIC)


def _bare(forms: Iterable[str]) -> tuple[str, ...]:
    """The forms without articles and prepositions, which the text may have or not; placeholders are no names."""
    found: dict[str, None] = {}
    for form in forms:
        if "{" not in form and not form.startswith(("لل", "بال")):
            found.setdefault(LEAD.sub("", form))
    return tuple(found)
