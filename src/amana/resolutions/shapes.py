"""What the form of a word alone tells where no lexicon knows it: a participle gives grounds, a verb acts."""

from __future__ import annotations

import re
from typing import Literal

from amana.values.folding import fold

QUOTES = "\"'«»“”‘’„[ \u00a0"
"""What may stand before the first word of a paragraph."""

_SHAPES: dict[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "en": (
        re.compile(
            r"(?:(?:also|further|deeply|gravely|fully|particularly|profoundly|strongly|seriously|keenly|\w+ly) )?"
            r"(?!during|according|regarding|concerning|following|including|pending|being|nothing|anything|something|everything)"
            r"(?:(?:re-?)?[a-z]{2,}ing|[a-z]{3,}(?<!ne)ed (?:by|at|with|that|to|about|over|of)) (?:[a-z'\u2019]+|\d)"
        ),
        re.compile(r"(?:(?:also|further|hereby) )?[a-z]{3,}[a-rt-z]s (?:the|its|that|to|all|with|an?|upon|on|for)\b"),
    ),
    "fr": (
        re.compile(
            r"(?:(?:se |s')?(?!avant|durant|pendant|suivant|concernant|moyennant|nonobstant|devant|quant|tant|constant)[a-z]{3,}ant"
            r"|(?:profondement |vivement |gravement )?[a-z]{3,}e?es? par)"
            r" (?:que|qu'|l'|l[ae]s?|d'|d[eu]s?|a|aux?|en|avec|sur|par|son|sa|ses|bien|compte|pleinement|egalement|aussi)(?![a-z])"
        ),
        re.compile(r"(?!)"),
    ),
    "ar": (re.compile(r"و?اذ (?=[\u0621-\u064a])|و?[\u0621-\u064a]{3,}ا (?:منه[اهمن]*|من[ها]*) "), re.compile(r"(?!)")),
    "id": (re.compile(r"(?!)"), re.compile(r"(?!)")),
}


def shape_of(text: str, language: str) -> Literal["", "preambular", "operative"]:
    """What the form of an unknown first word tells: 'preambular' for a participle, 'operative' for a verb, or ''.

    >>> shape_of("Cherishing the hope that", "en"), shape_of("Dissolves the Commission.", "en")
    ('preambular', 'operative')
    >>> shape_of("Redoutant que la situation ne s'aggrave,", "fr"), shape_of("During the war", "en")
    ('preambular', '')
    """
    if language not in _SHAPES:
        return ""
    head = fold(text[:80], accents=False).lstrip(QUOTES)
    participle, verb = _SHAPES[language]
    if participle.match(head):
        return "preambular"
    return "operative" if text.rstrip()[-1:] in ".;:" and verb.match(head) else ""
