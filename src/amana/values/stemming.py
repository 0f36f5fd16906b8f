"""The stem of a word in Arabic, English, French and Indonesian: the same for a text that is kept and for a question.

Arabic is folded (hamza, ة/ه, ى/ي, ک, tatweel, tashkeel, digits, ligatures), freed of the letters that stand attached
before it and of its endings (the affixes of Larkey's light10, with a remainder of at least three letters), then handed
to Snowball; a broken plural meets its singular where `lexicons/plurals_ar.csv` has it. The other languages are folded,
freed of accents and handed to Snowball. What is no word of a language (figures, "OIC", "5/50") stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

import Stemmer

from amana.values.expressions import expression
from amana.values.folding import ARABIC, fold, fold_with_places, span_back
from amana.values.lexicons import rows

LATIN = ("en", "fr", "id")
LANGUAGES = ("ar", *LATIN)
EMPTY_WORDS = frozenset(
    "the of and to in on for by at with from is are was were a an "
    "le la les l d de des du et en à a au aux dans par pour sur une "
    "yang dan di ke dari untuk pada dengan "
    "في من على الى عن".split()
)
"""Words that every text has: they are neither kept nor asked for. "un" and "who" are not among them: they name bodies."""

_WORD = expression(r"[^\W_]+")
_IN_FULL = expression(r"و?(اقل|اغلب|اكثر)ي(?:ه|ات|ت?ها|ت?هم|اته|اتها|اتهم|ته|تين|تان)")
"""Minority, majority: what stands before their ending is another word (least, most)."""
_ABSTRACT = ("اقليه", "اغلبيه", "اكثريه")
_SNOWBALL = {"ar": "arabic", "en": "english", "fr": "french", "id": "indonesian"}
_LETTERS = str.maketrans({"ة": "ه", "ؤ": "و", "ئ": "ي", "ء": ""})
_BEFORE = ("وبال", "وكال", "فبال", "ولل", "فلل", "وال", "بال", "كال", "فال", "لل", "ال")
_AFTER = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_OWN_LAM = ("جنه", "جنت", "جان", "غه", "غات", "اجي", "قاات", "بنان", "يبي", "واي")
"""How words go on that begin with a lam: after لل it is written once (للجنة is of the committee, not of the paradise)."""
_OWN_WAW = (
    "وزير", "وزار", "وزرا", "وثيق", "وثاي", "وفد", "وفود", "وحد", "وطن", "وكال", "وكيل", "وقف", "وضع", "واجب", "وسط",
    "وسيط", "وساط", "وصي", "وقاي", "ولاي", "وفا", "واردات", "واقع", "واحد", "واشن", "ورش", "ورق", "وسايل", "وسيل",
)  # fmt: skip
"""How words begin whose first letter is no "and"."""


def words(text: str) -> list[str]:
    """The words and figures of a text, folded, in order.

    >>> words("القرار رقم ٥/٥٠-س، OIC’s «Al-Quds»")
    ['القرار', 'رقم', '5', '50', 'س', 'oic', 's', 'al', 'quds']
    """
    return _WORD.findall(fold(text, accents=False))


def words_with_places(text: str) -> Iterator[tuple[str, int, int]]:
    """Each folded word, and the characters of `text` it stands for: from, to (outside)."""
    folded, places = fold_with_places(text, accents=False)
    for word in _WORD.finditer(folded):
        yield word[0], *span_back(text, places, *word.span())


@lru_cache(maxsize=1 << 17)
def stem(word: str, language: str) -> str:
    """The stem of one folded word in a language; a word of another script as it is.

    >>> {stem(w, "ar") for w in ("قرار", "القرار", "قرارات", "والقرارات", "للقرارات")}
    {'قرار'}
    >>> stem("resolutions", "en"), stem("pertemuan", "id"), stem("1969", "en"), stem("oic", "ar")
    ('resolut', 'temu', '1969', 'oic')
    """
    if word[0].isdigit() or language not in _SNOWBALL or bool(ARABIC.match(word)) != (language == "ar"):
        return word
    if language == "ar":
        found = _arabic(fold(word))
        return _singulars().get(found, found)
    return str(_snowball(language).stemWord(word)) or word


def stems(text: str, language: str) -> list[str]:
    """The stems of a text that is kept, in order; words that every text has are left out.

    `language` '' is a name that may be of any: Arabic words by their script, Latin words in every Latin language.

    >>> stems("The Resolutions of the Council", "en")
    ['resolut', 'council']
    """
    held = [word for word in words(text) if word not in EMPTY_WORDS]
    if language:
        return [stem(word, "ar" if ARABIC.match(word) else language) for word in held]
    return [one for word in held for one in readings(word)]


def readings(word: str) -> tuple[str, ...]:
    """The stems that a word may have, its language not being known; each once.

    >>> readings("resolutions"), readings("1969")
    (('resolut', 'resolu', 'resolutions'), ('1969',))
    """
    if ARABIC.match(word):
        return (stem(word, "ar"),)
    return tuple(dict.fromkeys((*(stem(word, language) for language in LATIN), word)))


def asked(text: str, most: int = 12) -> list[tuple[str, ...]]:
    """What a question asks for: for each word the stems one of which must be there; each word once, at most `most`.

    >>> asked("the resolutions of 1969")
    [('resolut', 'resolu', 'resolutions'), ('1969',)]
    """
    every = dict.fromkeys(readings(word) for word in words(text) if word not in EMPTY_WORDS)
    return list(every)[:most]


ASKING_WORDS = frozenset(
    words(
        "who whom whose what when where which how many much did does do has have had was were been be it its this that there "
        "will would can could about tell me list show give name names "
        "qui quoi quand ou quel quelle quels quelles combien est sont etait ont est-ce que qu s il elle y t "
        "ما متى اين كم هل هو هي الذي التي كيف لماذا ماذا اي عدد اذكر "
        "siapa apa kapan mana berapa bagaimana adalah ialah apakah"
    )
)
"""Words with which one asks: where nothing has every word of a question, they are not looked for."""


def told(text: str, most: int = 12) -> list[tuple[str, ...]]:
    """The same without the words with which one asks; all of them where there are no others.

    >>> told("who were the observers"), len(told("who"))
    ([('observ', 'observer', 'observers')], 1)
    """
    said = " ".join(word for word in words(text) if word not in ASKING_WORDS)
    return asked(said, most) or asked(text, most)


def wanted(readings_asked: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """All stems of a question, to mark them in what was found."""
    return frozenset(one for readings_of_word in readings_asked for one in readings_of_word)


def _arabic(folded: str) -> str:
    light = _light(folded.translate(_LETTERS))
    if light.endswith(_ABSTRACT):
        return light
    found = str(_snowball("ar").stemWord(light))
    if found and not light.startswith(found) and len(found) < 4 and light[1:].startswith(found):
        found = light[0] + found  # a first letter that Snowball takes for "with" or "for" in a word as short as this
    return found or folded


def _light(word: str) -> str:
    """Without the letters attached before it, and without its endings."""
    before = next((b for b in _BEFORE if word.startswith(b) and len(word) - len(b) >= 3), "")
    word, whole = word[len(before) :], word
    abstract = _IN_FULL.fullmatch(word)
    if abstract:
        return abstract[1] + "يه"
    if before.endswith("لل") and (word.startswith(_OWN_LAM) or word == "قا"):
        word = "ل" + word
    elif not before and len(whole) >= 5 and whole.startswith("و") and not whole.startswith(_OWN_WAW):
        word = word[1:]
    for ending in (*_AFTER, *_AFTER):  # twice: of his decisions has an ending behind an ending
        rest = 4 if ending in ("ون", "ين", "ان") and len(word) < 6 else 3
        if word.endswith(ending) and len(word) - len(ending) >= rest:
            word = word[: -len(ending)]
    return word


@cache
def _snowball(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(_SNOWBALL[language], 0)


@cache
def _singulars() -> dict[str, str]:
    """Stem of a broken plural → stem of its singular."""
    return {_arabic(fold(row["plural"])): _arabic(fold(row["singular"])) for row in rows("plurals_ar.csv")}
