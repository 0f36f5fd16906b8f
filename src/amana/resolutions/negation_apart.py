"""A sentence that is negated in one version and says the same without a negation in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from amana.resolutions.negation import (
    affirmed,
    denied,
    denied_here,
    denies_nothing,
    may_deny,
    not_before,
    plain_but_before,
    plainly_said,
)
from amana.resolutions.openings import said_by_us
from amana.resolutions.paragraphs import Paragraph
from amana.resolutions.telling import finding
from amana.resolutions.versions import Row
from amana.values.expressions import expression
from amana.values.problems import Problem


def same_negation(row: Row) -> Iterator[Problem]:
    """One version denies what it says, and another does not: in all it says, or of one verb alone."""
    if len(row.texts) < 2:
        return
    said = {language: denied(p.text, language) for language, p in row.texts.items()}
    if any(said.values()):
        found = tuple(_nothing_denied(row, said))
        yield from found or _one_more(row, said)


def _one_more(row: Row, said: Mapping[str, str]) -> Iterator[Problem]:
    """Both versions may deny, and one denies a verb that the other affirms: "who have not paid may not vote"."""
    texts = {x: p.text for x, p in row.texts.items()}
    if any(QUESTION.search(text) or len(text) > LONGEST for text in texts.values()):
        return
    for one, other in permutations(texts, 2):
        if said[one] and denied_here(texts[one], one, texts[other], other):
            shown = tuple(f"{x}: {said[x] or '–'}" for x in (one, other))
            yield finding("negation-differs", row, "warning", negations=shown)
            return


def _nothing_denied(row: Row, said: Mapping[str, str]) -> Iterator[Problem]:
    """One version denies what it says and another has nothing that could deny: "shall not" against "shall".

    A warning where the other affirms the very verb or its modal, else a note: "is not known" is "is unknown"; and a
    note beside an Arabic word that stands with negations, be one lost or meant: "بحال من الأحوال".
    """
    if all(said.values()):
        return
    denying = [x for x, words in said.items() if words]
    bare = [x for x, words in said.items() if not words and _bare(row, x, said, denying)]
    if not bare:
        return
    sure = any(
        _sure(row, one, other)
        for one in denying
        for other in bare
        if other != "ar" or not POLAR.search(row.texts[other].text)
    ) or any(_undone(row, row.texts[other].function, said) for other in bare)
    if not sure and all(said[x] in ENDED for x in denying):
        return
    shown = tuple(f"{x}: {said[x] or '–'}" for x in row.texts if said[x] or x in bare)
    yield finding("negation-differs", row, "warning" if sure else "note", negations=shown)


def _bare(row: Row, language: str, said: Mapping[str, str], denying: Sequence[str]) -> bool:
    """Whether a version has no negation, nor anything that says what the others deny in another way."""
    text = row.texts[language].text
    alone = (
        not may_deny(text, language)
        or _undone(row, row.texts[language].function, said)
        or any(
            _word_for_word(row, one, language)
            or _just_so(row, one, language)
            or plain_but_before(row.texts[one].text, one, text, language)
            for one in denying
        )
    )
    return alone and not all(not_before(row.texts[one].text, one, text, language) for one in denying)


POLAR = expression(r"(?<!\w)(?:بحال من الأحوال|بأي (?:حال|شكل)(?!\w)|إطلاقا|البتة|قط(?!\w)|أبدا)")
"""What hardly stands without a negation."""
ENDED = ("", "no longer")
"""What is often said with another verb: he is no longer there, he left."""
NOT_DONE = {
    "en": expression(r"\W*(?:does|do) not (\w+)", re.IGNORECASE),
    "fr": expression(r"\W*n(?:e |['’])(\w+) (?:pas|point|nullement)\b", re.IGNORECASE),
}
"""How a paragraph opens that denies its own verb: "Does not condemn …"."""


def _undone(row: Row, function: str | None, said: Mapping[str, str]) -> bool:
    """Whether another version opens with the denial of just what one version does."""
    if function is None:
        return False
    for language, words in said.items():
        found = NOT_DONE[language].match(row.texts[language].text) if words and language in NOT_DONE else None
        if found is not None:
            opening = said_by_us(f"{found[1]}{row.texts[language].text[found.end() :]}", language, ())
            return opening is not None and opening.function == function
    return False


def _sure(row: Row, one: str, other: str, *, modals: bool = True) -> bool:
    """Whether what is denied here is affirmed there; in a question, or said with another verb, it may mean the same."""
    here, there = row.texts[one].text, row.texts[other].text
    if QUESTION.search(here + there) or (NOBODY.search(denied(here, one)) and EVERYBODY[other].search(there, 1)):
        return False  # nobody may evade it: it applies to all
    if one == "ar" and ONLY.search(here):
        return False  # it did not last but an hour
    return affirmed(here, one, there, other, modals=modals) or _word_for_word(row, one, other)


def _word_for_word(row: Row, one: str, other: str) -> bool:
    """Whether two versions share most of what can be held against each other, and just the denial is not in both."""
    a, b = row.texts[one], row.texts[other]
    if not (LONG_ENOUGH <= len(a.text) <= LONGEST and LONG_ENOUGH <= len(b.text) <= LONGEST):
        return False
    mine = _held(a)
    theirs = _held(b) if mine else mine
    return (
        len(mine & theirs) > 0 and len(mine & theirs) >= len(mine ^ theirs) and plainly_said(a.text, one, b.text, other)
    )


def _just_so(row: Row, one: str, other: str) -> bool:
    """Whether a version affirms the very verb that another denies, with no word that denies by itself."""
    return denies_nothing(row.texts[other].text, other) and _sure(row, one, other, modals=False)


def _held(paragraph: Paragraph) -> set[str]:
    """What a paragraph says in a way that is one in every language: figures, days, acts, names."""
    return {
        *(f.value for f in paragraph.figures),
        *(str(d.gregorian or d.hijri or d.yearless) for d in paragraph.days),
        *(c.short for c in paragraph.citations),
        *(n.id for n in paragraph.names if n.id),
    }


LONG_ENOUGH, LONGEST = 60, 500
"""Characters of a text that is too long to be said in quite other words, and of one that says many things."""


ONLY = expression(r"(?<!\w)[وف]?(?:لا|لم|لن|ليس|ليست) .*(?<!\w)(?:إلا|سوى)(?!\w)")
"""What an Arabic negation may be taken back with;"""
NOBODY = expression(r"^(?:no|nobody|none|nul|nulle|aucun|aucune|personne)\b")
"""who is denied as the one that acts;"""
EVERYBODY = {
    "ar": expression(r"(?<!\w)[وفبلك]?(?:ال)?(?:جميع|كل|كافة)(?!\w)"),
    "en": expression(r"\b(?:all|every|everyone|everybody|each)\b", re.IGNORECASE),
    "fr": expression(r"\b(?:tous|toutes|tout|toute|chaque|chacun|chacune)\b", re.IGNORECASE),
    "id": expression(r"\b(?:semua|setiap|segala|seluruh)\b", re.IGNORECASE),
}
"""who says the same where he does not stand first: "the law applies to all"."""
QUESTION = expression("[?؟]")
