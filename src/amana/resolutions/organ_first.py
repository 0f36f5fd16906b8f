"""The verb of a sentence whose subject is an organ with a longer name: "L'Assemblée générale recommande …"."""

from __future__ import annotations

import re

from amana.resolutions.openings import Opening, opening_of
from amana.values.expressions import expression
from amana.values.lexicons import Phrase

_NAMED = {
    "en": expression(
        r"the (?:(?!of |on |in |to |for )[\w'’-]+ ){0,5}?(?:council|conference|assembly|committee|commission|congress|board|parties|union|authority)\b(?!['’])",
        re.IGNORECASE,
    ),
    "fr": expression(
        r"(?:la |le |l['’])(?:[\w'’-]+ ){0,3}?(?:conseil|conf[ée]rence|assembl[ée]e|comit[ée]|commission|congr[èe]s|r[ée]union|union)\b",
        re.IGNORECASE,
    ),
}
"""The noun of an organ; what follows may still be its name."""
_INSIDE = frozenset(
    "the and or et ou of a an on for to and its by in at le la les de du des un une et à au aux en sur pour par son sa ses d l".split()
)
"""Words behind which a name goes on."""
_ACTS = frozenset(
    "decide recommend request invite call_upon urge adopt approve endorse authorize entrust direct demand appeal establish hope "
    "suggest encourage elect appoint convene extend condemn proclaim declare".split()
)
"""What an organ does in such a sentence; what it notes or recalls is told of it."""
LONGEST = 8
"""So many words of a name may stand behind its noun."""


def organ_acts(text: str, language: str, extra: tuple[Phrase, ...] = ()) -> Opening | None:
    """How a sentence opens whose organ has a name of several words before the verb; None where it does not act.

    >>> organ_acts("L'Assemblée générale recommande en outre que les Membres répondent.", "fr").function
    'recommend'
    >>> organ_acts("The Conference of the Parties decides to meet.", "en").function
    'decide'
    >>> organ_acts("Le Conseil de la demande n'a rien dit.", "fr"), organ_acts("Le Conseil de sécurité,", "fr")
    (None, None)
    """
    named = _NAMED.get(language)
    found = named.match(text) if named is not None and text.rstrip()[-1:] in ".;:" else None
    if found is None:
        return None
    rest = text[found.end() : found.end() + 160]
    before = ""
    for n, word in enumerate(re.finditer(r" ([\w'’-]+),?", rest)):
        if n > LONGEST or rest[: word.start()].endswith(","):
            return None
        if n and before not in _INSIDE:
            opening = opening_of(rest[word.start(1) :], language, extra)
            if opening is not None and opening.part == "operative" and opening.function in _ACTS:
                opening.end += found.end() + word.start(1)
                return opening
        before = word[1].lower()
    return None
