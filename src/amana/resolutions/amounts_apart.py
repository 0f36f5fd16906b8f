"""Amounts of one row that no two figures of one value hold: a length of time told otherwise, another money, an Arabic dual."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import cache, partial
from typing import NamedTuple

from amana.resolutions.figures import fraction_of
from amana.resolutions.figures_alike import TO_ANOTHER, whole
from amana.resolutions.languages import LANGUAGES
from amana.resolutions.paragraphs import Figure, Paragraph
from amana.resolutions.telling import Passage, passage
from amana.resolutions.times_alike import FOUR_DIGITS, Length, joined, length_of, lengths, units_of_time
from amana.values.expressions import expression
from amana.values.folding import fold, folded_once, has_any, span_back
from amana.values.glances import Glance
from amana.values.lexicons import rows
from amana.values.numbers_said import bare, counted, said, units

WORD = expression(r"[\s-]{0,2}([^\W\d_]+)")
LAST = expression(r"ال(\w+) $")
"""The Arabic noun that a number follows: الأيام المائة."""
BETWEEN = frozenset(
    "last next first past consecutive successive working full additional more further calendar other long derniers dernieres "
    "prochains prochaines premiers premieres autres bonnes petites pleines".split()
)
"""What may stand between a number and the time it counts: the first hundred days."""
ONE = {
    "en": expression(
        r"\b(?:(?:one|a single)[ -]|(?:for|in|after|within|lasting|over|spent|than|about|nearly|renewed for) an? )(year|month|week|day|hour|decade|century|fortnight)s?\b(?! of\b|['’])",
        re.IGNORECASE,
    ),
    "fr": expression(
        r"\b(?:une? (?:seule? )?|(?:tous les|chaque|par) (?=trimestre|semestre))(ans?|année|mois|semaine|jour|journée|heure|décennie|siècle|trimestre|semestre)s?\b(?! où\b)",
        re.IGNORECASE,
    ),
    "ar": expression(
        r"(?<!\w)[وفبل]?(سنة|عاما?|شهرا?|أسبوعا?|يوما?|ساعة|عقدا?|قرنا?) واحدة?ا?(?!\w)|(?:لمدة|لفترة) (?:عقد|قرن) (?:من|آخر)"
    ),
}
PER_QUARTER = expression(r"\b(?:per|each|every) quarter\b", re.IGNORECASE)
YEARS = {
    "en": expression(r"\b(bi|tri|quadri|quinqu|quin|sex|dec)enn(?:ial(?:ly)?|ium)\b", re.IGNORECASE),
    "fr": expression(r"\b(bi|tri|quadri|quinqu|sex|déc)enna(?:le?s?|ux)\b", re.IGNORECASE),
}
"""A triennial arrangement is one of three years."""
NUMBER_OF = {"bi": 2, "tri": 3, "quadri": 4, "quinqu": 5, "quin": 5, "sex": 6, "dec": 10, "déc": 10}
VAGUE = {
    "en": expression(
        r"\b(?:several|a few|a matter of) (hours|days|weeks|months|years|decades|centuries)\b", re.IGNORECASE
    ),
    "fr": expression(
        r"\b(?:plusieurs|quelques) (heures|jours|semaines|mois|ans|années|décennies|siècles)\b", re.IGNORECASE
    ),
    "ar": expression(r"(?<!\w)(?:ل?عدة|ل?بضعة?|غضون) (ساعات|أيام|أسابيع|أشهر|شهور|سنوات|أعوام|سنين|عقود|قرون)(?!\w)"),
}
"""A time that is told in plural without a number."""
AT_HOURS = expression(r"\b(?:at|by|from|to|until|and|between)\s$")
YEAR = expression(r"1[3-9]\d\d|20\d\d|2100")
SIGN = expression("[$€£¥]")
ENOUGH = Fraction(23, 20)
"""So much longer than the other a length of time is before both are surely not one: fifteen days are two weeks."""
MONTH = Fraction(365, 12) * 86_400


SEVERAL = {"en": ("several", "few", "matter"), "fr": ("plusieurs", "quelques")}


class Pair(NamedTuple):
    """What each of two versions says in the place of what the other says."""

    left: Sequence[Figure | Passage]
    right: Sequence[Figure | Passage]


def amounts_apart(a: Paragraph, b: Paragraph, one: str, other: str) -> Pair | None:
    """The amounts of `a` and `b` that differ, where no figure tells it; `one` and `other` are their languages."""
    if one == "ar":  # the quicker looks are those at Latin letters
        found = amounts_apart(b, a, other, one)
        return Pair(found.right, found.left) if found else None
    if not (_may_tell(a, one) or (other != "ar" and _may_tell(b, other))):
        return _duals_apart(a, b, one) if other == "ar" and a.figures else None
    return (
        _money_apart(a, b, one, other)
        or _lengths_apart(a, b, one, other)
        or _vague_apart(a, b, one, other)
        or (_duals_apart(a, b, one) if other == "ar" else None)
    )


def _may_tell(paragraph: Paragraph, language: str) -> bool:
    """One cheap look for all: whether a text in Latin letters may name time or money."""
    return MAY_TELL[language].at(folded_once(paragraph.text)) or SIGN.search(paragraph.text) is not None


def _telling(language: str) -> frozenset[str]:
    return COIN_WORDS | (_time_words(language) if language in ONE else frozenset())


MAY_TELL = {language: Glance(language, partial(_telling, language)) for language in LANGUAGES if language != "ar"}


# --- time


def _lengths_apart(a: Paragraph, b: Paragraph, one: str, other: str) -> Pair | None:
    """The only length of time here against the only one there, those left out that both tell."""
    if one not in ONE or other not in ONE or not (_tells_time(a, one) or _tells_time(b, other)):
        return None
    mine, theirs = _lengths(a, one), _lengths(b, other)
    for length in tuple(mine):
        like = next((x for x in theirs if _like(length, x)), None)
        if like is not None:
            mine.remove(length)
            theirs.remove(like)
    if not mine or not theirs:
        found = _used_apart(mine, a, b, other) if mine else _used_apart(theirs, b, a, one)
        return Pair(*found[::-1]) if found and not mine else found
    if len(mine) != 1 or len(theirs) != 1:
        return None
    if any(_like(mine[0], x) for x in lengths(b)) or any(_like(theirs[0], x) for x in lengths(a)):
        return None  # a year and three months: سنة وثلاثة أشهر
    if _told_elsewhere(mine[0], a, b, theirs[0]) or _told_elsewhere(theirs[0], b, a, mine[0]):
        return None
    return Pair([_told(a, mine[0])], [_told(b, theirs[0])])


def _tells_time(paragraph: Paragraph, language: str) -> bool:
    """A cheap look for a word of time, that an Arabic text hides behind its prefixes."""
    return language != "ar" and not _time_words(language).isdisjoint(folded_once(paragraph.text).words)


@cache
def _time_words(language: str) -> frozenset[str]:
    more = {
        f"{n}{end}"
        for n in NUMBER_OF
        for end in ("ennial", "ennially", "ennium", "ennal", "ennale", "ennales", "ennaux")
    }
    return frozenset(units_of_time(language)) | more


def _lengths(paragraph: Paragraph, language: str) -> list[Length]:
    """The lengths of time that a text surely tells."""
    text, out = paragraph.text, []
    known = units_of_time(language)
    for figure in paragraph.figures:
        if figure.kind == "ordinal" or figure.unit or (YEAR.fullmatch(figure.value) and figure.kind == "digits"):
            continue
        if language == "en" and FOUR_DIGITS.fullmatch(figure.text) and AT_HOURS.search(text[: figure.start][-8:]):
            continue  # at 1000 hours
        if language == "en" and figure.value.isdigit() and text.startswith("s", figure.end):
            continue  # under 18s
        if (
            (n := fraction_of(figure.value))
            and (found := _unit_behind(text, figure, language))
            and whole([figure], text)
        ):
            out.append(length_of(text, figure.start, found[1], n, known[found[0]]))
    for match in ONE[language].finditer(text):
        word = fold(match[1] or match[0].split()[1], language, accents=False)
        size = known.get(word, known.get(word.removesuffix("s"), known.get(word.removesuffix("ا"), (0, 0))))
        if any(size) and not any(x.start <= match.start() < x.end for x in out):
            out.append(length_of(text, *match.span(), Fraction(1), size))
    if language in YEARS and "enn" in text:
        out += [
            Length(*m.span(), Fraction(0), Fraction(12 * NUMBER_OF[m[1].lower()]))
            for m in YEARS[language].finditer(text)
        ]
    if language == "en" and "quarter" in text:
        out += [Length(*m.span(), Fraction(0), Fraction(3)) for m in PER_QUARTER.finditer(text)]
    return list(joined(text, sorted(out))) if len(out) > 1 else out


def _unit_behind(text: str, figure: Figure, language: str) -> tuple[str, int] | None:
    """The word of time that a figure counts, right behind it, and where it ends; in an Arabic dual it is the figure itself."""
    known = units_of_time(language)
    if language == "ar":
        for form in bare(fold(figure.text, "ar"), "ar"):
            if form in known:
                return form, figure.end
    at = figure.end
    for _ in range(2):
        match = WORD.match(text, at)
        if match is None:
            return None
        word = fold(match[1], language, accents=False)
        if word in known:
            return word, match.end()
        if word not in BETWEEN:
            break
        at = match.end()
    if language == "ar" and (before := LAST.search(text[max(0, figure.start - 14) : figure.start])):
        word = fold(before[1], language)
        return (word, figure.end) if word in known else None
    return None


def _like(one: Length, other: Length) -> bool:
    low, high = sorted((_seconds(one), _seconds(other)))
    return high < low * ENOUGH


def _seconds(length: Length) -> Fraction:
    return length.seconds + length.months * MONTH


def _told_elsewhere(length: Length, own: Paragraph, other: Paragraph, against: Length) -> bool:
    """Whether the other version may tell it as well: its number stands there elsewhere, or a word says it."""
    values = {f.value for f in own.figures if length.holds(f)} - {"1", "2"}
    if not values or values == {g.value for g in other.figures if against.holds(g)}:
        return False  # three hours, three days
    rest = f"{other.text[: against.start]} {other.text[against.end :]}"
    there = {g.value for g in other.figures if not against.holds(g)} | said(rest, other.place.language or "")
    return bool(values & there)


AGE = {
    "en": expression(r"\b(?:ages? of|aged|under[- ]|over the age of)\s?$", re.IGNORECASE),
    "fr": expression(r"\bâgée?s? de $"),
    "ar": expression(r"(?:سن|دون|أعمارهم|عمر) $"),
}
"""What stands before an age, that is told in years without saying so;"""
HOUR = {
    "en": expression(r"\s?(?:[ap]\.?m\b|o['’]clock|noon|hours\b)"),
    "fr": expression(r"\s?(?:h\b|heures?\b)"),
}
HOUR_BEFORE = {"ar": expression(r"الساعة $")}
"""what stands beside an hour of the day."""


def _used_apart(told: Sequence[Length], own: Paragraph, other: Paragraph, language: str) -> Pair | None:
    """Five months here, and there the age of five; ten days, and ten o'clock."""
    for length in told:
        figure = next((f for f in own.figures if length.holds(f)), None)
        if figure is None or len(figure.value) > 2:
            continue
        for g in other.figures:
            before = other.text[max(0, g.start - 20) : g.start]
            whole_years = length.months and not length.months % 12
            years = AGE[language].search(before) and not TO_ANOTHER.match(other.text, g.end)  # aged 6 to 59 months
            if g.value == figure.value and not whole_years and years:
                return Pair([_told(own, length)], [g])
            clock = (language in HOUR and HOUR[language].match(other.text, g.end)) or (
                language in HOUR_BEFORE and HOUR_BEFORE[language].search(before)
            )
            if clock and g.value in (figure.value, f"{figure.value}:00") and _seconds(length) > 86_000:
                return Pair([_told(own, length)], [g])
    return None


def _told(paragraph: Paragraph, length: Length) -> Passage:
    return passage(paragraph.text, length.start, length.end)


def _vague_apart(a: Paragraph, b: Paragraph, one: str, other: str) -> Pair | None:
    """A few days here, and a few weeks there."""
    if one not in VAGUE or other not in VAGUE or folded_once(a.text).words.isdisjoint(SEVERAL[one]):
        return None
    mine = list(VAGUE[one].finditer(a.text))
    theirs = list(VAGUE[other].finditer(b.text)) if len(mine) == 1 else []
    if len(mine) != 1 or len(theirs) != 1:
        return None
    kinds = [units(x).get(fold(m[1], x, accents=False), ("", ""))[0] for x, m in ((one, mine[0]), (other, theirs[0]))]
    if kinds[0] == kinds[1] or not all(kinds):
        return None
    return Pair([passage(a.text, *mine[0].span())], [passage(b.text, *theirs[0].span())])


# --- money

COINS = {
    "USD": r"(?:us )?dollars?|usd|us\$|\$us|\$|dolar|دولار(?:ا|ات|ين|ان|ي)?|greenback|billet vert",
    "EUR": r"euros?|eur|€|يورو|single currency|monnaie unique|عملة (?:ال)?موحدة",
    "GBP": r"pounds? sterling|livres? sterling|gbp|£|جنيها? (?:ال)?استرليني?ا?",
    "SAR": r"riyals?|rials?|ريال(?:ا|ات|ين|ان)?",
    "KWD": r"dinars?|kwd|iqd|jod|دينار(?:ا|ين|ان)?|دنانير",
    "AED": r"dirhams?|aed|درهم(?:ا|ين|ان)?|دراهم",
    "IDR": r"rupiahs?|idr|roupies? indonesiennes?",
    "JPY": r"yens?|jpy|¥",
    "CHF": r"swiss francs?|francs? suisses?|chf|فرنكا? سويسريا?",
    "XOF": r"cfa francs?|francs? cfa|xof|xaf|fcfa",
}
"""How texts name money that cannot be taken for anything else, by its ISO code; as in `numbers_units`, names that
several states share are one."""
COIN = expression(
    "|".join(
        rf"(?P<{code}>(?<![^\W\d])[وفبلك]{{0,2}}(?:ال|ل)?(?:{forms})(?![^\W\d]|-?m[eé]d))"
        for code, forms in COINS.items()
    )
)


def _names_money(paragraph: Paragraph, language: str) -> bool:
    """A cheap look for money; in Arabic, where it may hide behind its prefixes, by a part of the word."""
    text = paragraph.text
    if SIGN.search(text):
        return True
    if language == "ar":
        return has_any(text, PARTS)
    return not COIN_WORDS.isdisjoint(folded_once(text).words)


COIN_WORDS = frozenset(
    "dollar dollars usd dolar greenback billet euro euros eur currency monnaie sterling gbp riyal riyals rial rials dinar dinars kwd "
    "iqd jod dirham dirhams aed rupiah rupiahs idr roupie roupies yen yens jpy franc francs chf xof xaf fcfa".split()
)
PARTS = ("دولار", "يورو", "موحدة", "سترلين", "ريال", "دينار", "دنانير", "درهم", "دراهم", "فرنك")


def _money_apart(a: Paragraph, b: Paragraph, one: str, other: str) -> Pair | None:
    """Money of one state here alone, and of another there alone: thousands of dollars, milliers d'euros."""
    if not (_names_money(a, one) and _names_money(b, other)):
        return None
    if COINS.keys() & {f.unit for f in a.figures} & {f.unit for f in b.figures}:
        return None
    texts = folded_once(a.text), folded_once(b.text)
    mine, theirs = ({m.lastgroup: m for m in COIN.finditer(x.folded)} for x in texts)
    if not mine or not theirs or mine.keys() & theirs.keys():
        return None
    left, right = (
        [passage(p.text, *span_back(p.text, x.places, *m.span())) for m in found.values()]
        for p, x, found in ((a, texts[0], mine), (b, texts[1], theirs))
    )
    return Pair(left, right)


# --- Arabic duals


def _duals_apart(latin: Paragraph, arabic: Paragraph, language: str) -> Pair | None:
    """Three or more of something, of which the Arabic names two in one word: the twelve ministers, الوزيران."""
    known = {g.value for g in arabic.figures}
    for figure in latin.figures:
        if figure.unit or figure.kind == "ordinal" or figure.value in known or fraction_of(figure.value) < 3:
            continue
        unit, kind = counted(latin.text, language, figure.start, figure.end)
        if kind not in ("count", "size") or _two_of(latin, unit, language) or figure.value in said(arabic.text, "ar"):
            continue
        for word in WORD.finditer(arabic.text):
            if word[1][-2:] in ("ان", "ين") and unit in _dual(fold(word[1], "ar")):
                return Pair([figure], [passage(arabic.text, *word.span(1))])
    return None


def _two_of(paragraph: Paragraph, unit: str, language: str) -> bool:
    """Whether a version counts two of something as well."""
    return any(
        f.value == "2" and counted(paragraph.text, language, f.start, f.end)[0] == unit for f in paragraph.figures
    )


def _dual(word: str) -> frozenset[str]:
    return frozenset(unit for form in bare(word, "ar") for unit in _duals().get(form, ()))


@cache
def _duals() -> dict[str, tuple[str, ...]]:
    """The folded duals of the nouns of `units.csv` that are no plural of any of them → the units that they count."""
    plain = units("ar")
    table: dict[str, tuple[str, ...]] = {}
    for row in rows("units.csv"):
        for form in filter(None, (row.get("ar") or "").split("|")):
            stem = fold(form, "ar").removesuffix("ة")
            if " " in stem or len(stem) < 2:
                continue
            stem += "ت" if fold(form, "ar").endswith("ة") else ""
            for ending in ("ان", "ين"):
                if stem + ending not in plain:
                    table[stem + ending] = tuple({*table.get(stem + ending, ()), row["unit"]})
    return table
