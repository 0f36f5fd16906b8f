"""What a communiqué tells of its session before it says what was decided: that it was held, opened, attended."""

from __future__ import annotations

import re

from amana.values.expressions import expression
from amana.values.folding import fold

HEAD = 300
"""Characters in which it is told."""
TOLD: dict[str, re.Pattern[str]] = {
    "en": expression(
        r"\b(?:held (?:its|their|in|at|from|on|under)|(?:was|were) (?:held|opened|chaired|attended|inaugurated|presided)|convened (?:its|in|at|on)"
        r"|(?:attended|participated in|took part in|chaired|presided over|opened) (?:the|by)|met (?:in|at|on))\b|^(?:at|upon) the (?:kind )?invitation of\b"
    ),
    "fr": expression(
        r"\b(?:s'est|se sont) (?:tenue?s?|reunie?s?|ouverte?s?)\b|\b(?:a|ont) (?:tenu|pris part|participe|preside|assiste|ouvert|eu lieu)\b"
        r"|^(?:a|sur) l'(?:aimable )?invitation d"
    ),
    "ar": expression(
        r"^(?=.*(?:دور[ةت]|اجتماع|مؤتمر|قمة|جلسة|منتدي)).*?(?<![\u0621-\u064a])و?(?:عقدت?|انعقدت?|افتتحت?|التامت?|اجتمعت?|شاركت?|حضرت?|ترات?ست?|تراست?|القي|القت|استهلت?|اختتمت?|جرت? افتتاح)(?![\u0621-\u064a])"
        r"|^(?:تلبية ل|بدعوة |بناء علي دعوة )"
    ),
    "id": expression(r"\b(?:diselenggarakan|diadakan|dibuka|dihadiri|dipimpin)\b|^atas undangan\b"),
}


def narrates(text: str, language: str) -> bool:
    """Whether a paragraph that opens as nothing known tells of a session.

    >>> narrates("عقد المجلس دورته العاشرة في بانجول.", "ar"), narrates("The Ministers held their tenth session in Banjul.", "en")
    (True, True)
    >>> narrates("La présente recommandation donne des orientations.", "fr")
    False
    """
    told = TOLD.get(language)
    return told is not None and told.search(" ".join(fold(text[:HEAD], accents=False).split())) is not None
