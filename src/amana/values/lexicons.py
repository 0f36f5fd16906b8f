"""The drafting lexicons that come with the house, row by row: phrases, months, addressees, modifiers, number words."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

LANGUAGES = ("ar", "en", "fr")
"""Languages that have opening phrases, months and number words. Indonesian (`id`) has phrases and months only."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """How a paragraph may open. `part`: preambular, operative, both or header; `strength` 0–5 (0 recital, 5 decides).

    `agreement` (Arabic only): m council, f assembly, 1pl declaration, m-past communiqué. `tone` -3…+3 is no strength.
    """

    phrase: str
    language: str
    function: str
    part: str
    strength: int
    tone: int = 0
    creates_mandate: bool = False
    agreement: str = ""
    lemma: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Month:
    """A month's name in a language, and for Arabic in a tradition (`region`): levant, gulf_egypt, un_dual, …"""

    calendar: str
    number: int
    language: str
    region: str
    name: str
    variants: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class AddresseeForms:
    """Whom drafters address, and how they write it. `internal`: the organization's own secretariat or organ."""

    id: str
    type: str
    internal: bool
    forms: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Modifier:
    """A word that stands before or beside the opening verb: also, further, strongly, as appropriate."""

    en: str
    fr: str
    ar_m: str
    ar_f: str
    kind: str

    def forms(self, language: str) -> tuple[str, ...]:
        """Its forms in a language; () where none are known."""
        columns = {"en": (self.en,), "fr": (self.fr,), "ar": (self.ar_m, self.ar_f)}.get(language, ())
        return tuple(form for column in columns for form in several(column))


@dataclass(frozen=True, slots=True)
class Contrast:
    """The words of one side of a contrast. `hold`: where what they are said of stands: behind, around, or nowhere (alone);
    either where the words may say any side.

    `turns`: a denial makes one side the other.
    """

    contrast: str
    hold: str
    turns: bool
    forms: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DraftPattern:
    """A regular expression for Python's `re` and an example it matches. `kind`: deadline, recurrence, reporting, …

    Case does not matter, except in kinds 'reference' and 'date'.
    """

    language: str
    kind: str
    meaning: str
    regex: str
    example: str


@dataclass(frozen=True, slots=True)
class Equivalent:
    """One function in the words of each house; alternatives divided by '|', preamble and operative form by ' / '."""

    function: str
    en: str
    fr_un: str
    fr_oic: str
    ar_un: str
    ar_oic: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class DraftMark:
    """An expression for Python's `re`. `where`: any, heading (of a text) or damage (a number that was lost)."""

    regex: str
    severity: str
    where: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """How much, how often or which way, and by language the expression (for `re`, on folded text) that says it.

    `words` are those without one of which a text does not say it; in Arabic, where words have prefixes, pieces of text.
    """

    kind: str
    value: str
    forms: Mapping[str, str]
    words: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Negation:
    """Forms (an expression for Python's `re`, on folded text) of one kind: word, verb, other, aside, account."""

    language: str
    kind: str
    forms: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """The label of the nth subparagraph in each way of counting; '' where a way has run out."""

    position: int
    latin: str
    roman: str
    ar_abjad: str
    ar_alphabetic: str
    arabic_indic: str


@dataclass(frozen=True, slots=True)
class DecisionRule:
    """A way of deciding, as a formula over the tally, and who uses it."""

    id: str
    name: str
    formula: str
    used_by: str
    notes: str = ""


@cache
def phrases(language: str) -> tuple[Phrase, ...]:
    """The opening phrases of a language, in the lexicon's order; () for a language that has none."""
    if language not in (*LANGUAGES, "id"):
        return ()
    return tuple(
        Phrase(
            row["phrase"],
            language,
            row["function"],
            row["part"],
            int(row["strength"]),
            int(row.get("tone") or 0),
            row.get("creates_mandate") == "1",
            row.get("agreement") or "",
            row.get("lemma") or "",
            row.get("note") or "",
        )
        for row in rows(f"verbs_{language}.csv")
    )


@cache
def months() -> tuple[Month, ...]:
    """Every month's names: Gregorian and Hijri, in ar (by tradition), en, fr and id."""
    return tuple(_month(row) for row in rows("months.csv"))


@cache
def addressees() -> tuple[AddresseeForms, ...]:
    """Whom drafters address, with the forms in en, fr, ar and id."""
    return tuple(
        AddresseeForms(
            row["id"],
            row["type"],
            row["internal"] == "1",
            {language: several(row[column]) for language, column in FORMS},
        )
        for row in rows("addressees.csv")
    )


@cache
def modifiers() -> tuple[Modifier, ...]:
    """The modifiers of opening verbs and the hedges."""
    return tuple(Modifier(**row) for row in rows("modifiers.csv"))


@cache
def patterns(language: str, kind: str = "") -> tuple[DraftPattern, ...]:
    """The expressions of a language, of one kind or of all."""
    return tuple(p for p in _patterns() if p.language == language and kind in ("", p.kind))


@cache
def equivalents() -> tuple[Equivalent, ...]:
    """Functions with their words in each house, for comparing versions."""
    return tuple(Equivalent(**row) for row in rows("verb_equivalents.csv"))


@cache
def verb_words(language: str) -> Mapping[str, frozenset[str]]:
    """The opening verbs that one language uses for more or for fewer functions than another, folded: what each covers.

    '~' stands before a function for which official translators take the word now and then, though there is another.

    >>> sorted(verb_words("fr")["demande"]), sorted(verb_words("fr")["prie"])
    (['call_upon', 'demand', 'request'], ['request'])
    """
    own = (row for row in rows("verb_words.csv") if row["language"] == language)
    return {row["word"]: frozenset(several(row["functions"])) for row in own}


@cache
def negations() -> tuple[Negation, ...]:
    """What denies: `word` its plain words, `verb` what is said, `other` something; `aside` only seems to; `account` does so without a negation."""
    return tuple(Negation(**row) for row in rows("negations.csv"))


@cache
def measures() -> tuple[Measure, ...]:
    """How much and how often, in words: a half, doubled, every two years."""
    return tuple(
        Measure(
            row["kind"],
            row["value"],
            {language: row[language] for language in (*LANGUAGES, "id")},
            {language: frozenset(row[f"words_{language}"].split("|")) for language in (*LANGUAGES, "id")},
        )
        for row in rows("measures.csv")
    )


@cache
def denied_verbs() -> tuple[Mapping[str, str], ...]:
    """Verbs and adjectives that are often negated: by language the beginnings of their words, folded, divided by '|'."""
    return tuple(rows("denied_verbs.csv"))


@cache
def contrasts() -> tuple[Contrast, ...]:
    """The sides of contrasts: with and without, the first and the last."""
    return tuple(
        Contrast(
            row["contrast"],
            row["hold"],
            row["turns"] == "yes",
            {language: row[language] for language in (*LANGUAGES, "id")},
        )
        for row in rows("contrasts.csv")
    )


@cache
def things() -> tuple[Mapping[str, str], ...]:
    """Nouns that such words are said of: by language the beginnings of their words, folded, divided by '|'."""
    return tuple(rows("things.csv"))


@cache
def draft_marks() -> tuple[DraftMark, ...]:
    """What drafting leaves in a text, and how surely it does not belong there."""
    return tuple(DraftMark(**row) for row in rows("draft_marks.csv"))


@cache
def labels() -> tuple[Label, ...]:
    """How subparagraphs are labelled, by position."""
    return tuple(Label(**{**row, "position": int(row["position"])}) for row in rows("subparagraph_labels.csv"))  # type: ignore[arg-type]


@cache
def decision_rules() -> tuple[DecisionRule, ...]:
    """Rules of decision, quorum and ties known from other organizations."""
    return tuple(DecisionRule(**row) for row in rows("decision_rules.csv"))


@cache
def ordinal_forms(language: str) -> Mapping[int, tuple[str, ...]]:
    """The forms of the ordinals 1–100 as the lexicon lists them, short forms and variants included.

    For reading and writing numbers use `values.numbers`: it knows more forms, and more numbers.

    >>> ordinal_forms("en")[2]
    ('second', '2nd')
    """
    if language == "ar":
        columns = ("masc_def_nom", "masc_def_obl", "fem_def_nom", "fem_def_obl")
        return {int(row["n"]): _distinct(row[c] for c in columns) for row in rows("ordinals_ar.csv")}
    columns = {"en": ("en", "en_short"), "fr": ("fr_masc", "fr_fem", "fr_short", "fr_variants")}.get(language, ())  # type: ignore[assignment]
    return {
        int(row["n"]): _distinct(form for c in columns for form in several(row[c]))
        for row in rows("ordinals_en_fr_id.csv")
        if columns
    }


@cache
def cardinal_forms(language: str) -> Mapping[int, tuple[str, ...]]:
    """The forms of the cardinals that the lexicon lists: 1–100, some hundreds and thousands."""
    columns = ("ar_masc_counted", "ar_fem_counted") if language == "ar" else (language,)
    if language not in LANGUAGES:
        return {}
    return {int(row["n"]): _distinct(row[c] for c in columns) for row in rows("numbers_words.csv")}


FORMS = (("en", "en"), ("fr", "fr"), ("ar", "ar"), ("id", "id_lang"))
"""The languages of a name, and the column of each."""
_NOTED_REGIONS = ("libya_1986_2011", "un_dual")  # their last column holds a remark, not variants


def _month(row: Mapping[str, str]) -> Month:
    noted = row["region"] in _NOTED_REGIONS
    return Month(
        row["calendar"],
        int(row["number"]),
        row["lang"],
        row["region"],
        row["name"],
        () if noted else several(row["variants"]),
        row["variants"] if noted else "",
    )


@cache
def _patterns() -> tuple[DraftPattern, ...]:
    return tuple(
        DraftPattern(row["lang"], row["kind"], row["meaning"], row["regex"], row["example"])
        for row in rows("patterns.csv")
    )


def several(cell: str) -> tuple[str, ...]:
    """What stands in a cell, divided by '|'."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _distinct(forms: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for form in forms if form))


def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a lexicon; a line that begins with '#' is a remark."""
    text = (resources.files("amana") / "lexicons" / name).read_text(encoding="utf-8-sig")
    return tuple(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
