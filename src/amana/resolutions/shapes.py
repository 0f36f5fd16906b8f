"""What the form of a word alone tells where no lexicon knows it: a participle gives grounds, a verb acts."""

from __future__ import annotations

import re
from typing import Literal

from amana.values.expressions import expression
from amana.values.folding import fold

QUOTES = "\"'«»“”‘’„[ \u00a0"
"""What may stand before the first word of a paragraph."""
CONNECTORS = {
    "en": r"(?:and|therefore|hereby|accordingly|consequently|also|further(?:more)?|in addition|finally|moreover|"
    r"in (?:this|that) (?:regard|context|connection|respect)|in this same regard|to this end|to that end|"
    r"with a view to this|for this purpose|now|nevertheless|being|do(?= hereby))",
    "fr": r"(?:et|donc|par consequent|en consequence|par ailleurs|a cet egard|dans ce (?:contexte|cadre)|a cette fin|"
    r"en outre|egalement|de meme|enfin)",
    "id": r"(?:dan|juga|dengan ini|oleh karena itu|selanjutnya|lebih lanjut|sekali lagi|sangat|lagi|dalam (?:hal|kaitan|konteks) ini)",
    "ar": r"(?:نحن|اننا|وبناء علي ذلك|وعليه|لذلك|لذا|ومن ثم|و?في هذا (?:الصدد|الشان|السياق|الاطار|الخصوص|المجال)|و?في (?:السياق|الاطار) (?:ذاته|نفسه)"
    r"|و?(?:في الختام|في ختام (?:اعمال|اجتماع|دورت|مداولات|لقائ|لقاء)[\u0621-\u064a]*|ختاما|اخيرا|من (?:جهة|ناحية) (?:اخري|ثانية)|من (?:جهته|جهتها|جانبه|جانبها|هذا المنطلق)|علي صعيد (?:اخر|متصل)|بهذه المناسبة)|كما)",
}
"""Words that lead to the verb of a paragraph, by language, folded."""

_SHAPES: dict[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "en": (
        expression(
            r"(?:(?:also|further|deeply|gravely|fully|particularly|profoundly|strongly|seriously|keenly|\w+ly) )?"
            r"(?!during|according|regarding|concerning|following|including|pending|being|nothing|anything|something|everything)"
            r"(?:(?:re-?)?[a-z]{2,}ing|[a-z]{3,}(?<!ne)ed (?:by|at|with|that|to|about|over|of)) (?:[a-z'\u2019]+|\d)"
        ),
        expression(r"(?:(?:also|further|hereby) )?[a-z]{3,}[a-rt-z]s (?:the|its|that|to|all|with|an?|upon|on|for)\b"),
    ),
    "fr": (
        expression(
            r"(?:(?:se |s')?(?!avant|durant|pendant|suivant|concernant|moyennant|nonobstant|devant|quant|tant|constant)[a-z]{3,}ant"
            r"|(?:profondement |vivement |gravement )?[a-z]{3,}e?es? par)"
            r" (?:que|qu'|l'|l[ae]s?|d'|d[eu]s?|a|aux?|en|avec|sur|par|son|sa|ses|bien|compte|pleinement|egalement|aussi)(?![a-z])"
        ),
        expression(r"(?!)"),
    ),
    "ar": (
        expression(r"(?:و ?)?اذ (?=[\u0621-\u064a])|و?[\u0621-\u064a]{3,}ا (?:منه[اهمن]*|من[ها]*) "),
        expression(r"(?!)"),
    ),
    "id": (expression(r"(?!)"), expression(r"(?!)")),
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
