"""Versions that are not in their language: a text left in another one, or copied instead of translated."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from amana.resolutions.languages import ARABIC, COMMON, LATIN
from amana.resolutions.quotes_apart import QUOTED
from amana.resolutions.telling import finding
from amana.resolutions.versions import Row
from amana.values.expressions import expression
from amana.values.folding import folded_once
from amana.values.glances import Glance
from amana.values.problems import Problem

WORD = expression("[a-zà-ÿœ]+")
MANY = 6
"""Commonest words of a language in a text: from so many on, and hardly one of its own, it is in that language."""
LONG = 40
"""Characters under which a text may be a name, the same in every language."""
SEEN = 600


def same_tongue(row: Row) -> Iterator[Problem]:
    """A version stands in the language of another: a warning, and nothing else is said of how it differs."""
    if copied := untranslated(row):
        yield finding("untranslated", row, "warning", languages=copied)
    for language, paragraph in row.texts.items():
        other = foreign(paragraph.text, language)
        if other and language not in copied:
            yield finding("language-foreign", row, "warning", (paragraph.place,), language=language, found=other)


def in_own_tongues(row: Row) -> Row:
    """The row with only the versions that are in their language: others have nothing to be held against."""
    out = {language for language, p in row.texts.items() if foreign(p.text, language)} | set(copies(row))
    return Row(row.key, row.part, {x: p for x, p in row.texts.items() if x not in out}) if out else row


def copies(row: Row) -> tuple[str, ...]:
    """The languages whose text another one has word for word, be it a name: nothing in it can differ."""
    if len({p.text for p in row.texts.values()}) == len(row.texts):
        return ()
    first: dict[str, str] = {}
    for language, paragraph in row.texts.items():
        first.setdefault(paragraph.text, language)
    return tuple(x for x, p in row.texts.items() if first[p.text] != x)


def untranslated(row: Row) -> tuple[str, ...]:
    """The languages whose texts are one and the same, longer than a name; () where none are."""
    for (one, a), (other, b) in combinations(row.texts.items(), 2):
        if a.text == b.text and _of_words(a.text):
            return (one, other)
    return ()


def _of_words(text: str) -> bool:
    """Whether a text is a sentence of some language; a list of names may be the same in every language.

    >>> _of_words("Welcomes the progress made by the parties;"), _of_words("Bosnia dan Herzegovina, Timor-Leste, Oman")
    (True, False)
    """
    words = text.split()
    if len(words) < 4:
        return False
    plain = sum(w.strip(",;:.").isalpha() and w.islower() for w in words)
    if len(words) >= MANY and plain * 2 > len(words):
        return True
    if text.rstrip()[-1] not in ".;,:?!":
        return False
    common = [w.lower().strip(",;:.'’") for w in words]
    return plain >= 2 and any(sum(w in own for w in common) >= 2 for own in COMMON.values())


WORDS = {
    "ar": ("في", "من"),
    "en": ("the", "of", "and"),
    "fr": ("de", "la", "les", "le", "des", "et"),
    "id": ("yang", "dan", "untuk", "di"),
}
OWN = {x: Glance(x, words, ("ال",) if x == "ar" else ()) for x, words in WORDS.items()}
"""One of these, and a text is in its language without a closer look."""
OTHERS = {x: Glance(x, [word for other in WORDS if other != x != "ar" for word in WORDS[other]]) for x in WORDS}
"""Any of these is a reason for a closer look."""


def _plainly(text: str, language: str) -> bool:
    """Whether a word of its language stands in a text, and none that would be a reason to look closer."""
    seen = folded_once(text)
    return OWN[language].at(seen) and not OTHERS[language].at(seen)


@lru_cache(maxsize=256)
def foreign(text: str, language: str) -> str:
    """The language a text is in, where that is surely not its own; '' else.

    >>> foreign("The Council decides to convene a meeting of the experts in the capital of the host country", "fr")
    'en'
    >>> foreign("The Council", "fr"), foreign("Décide de convoquer une réunion des experts à la session", "fr")
    ('', '')
    """
    if len(text) < LONG or language not in OWN:
        return ""
    if _plainly(text, language):
        return ""
    text = QUOTED.sub(" ", text)
    if language == "ar":
        head = text[:SEEN]
        if ARABIC.search(head) is not None and len(ARABIC.findall(head)) * 4 > len(head):
            return ""
        words = WORD.findall(head.lower())
    else:
        words = WORD.findall(text[:SEEN].lower())
        if len(words) < MANY:
            return "ar" if len(ARABIC.findall(text[:SEEN])) > LONG // 2 and not LATIN.search(text[:SEEN]) else ""
    counts = {x: sum(w in common for w in words) for x, common in COMMON.items()}
    best = max(counts, key=lambda x: counts[x])
    own = counts.get(language, 0)
    return (
        best
        if best != language and counts[best] >= MANY and own * 6 <= counts[best] and counts[best] * 5 >= len(words)
        else ""
    )
