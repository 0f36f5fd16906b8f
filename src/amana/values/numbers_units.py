"""What stands with a number: a share of a hundred or a thousand, and the money that it counts."""

from __future__ import annotations

import re

from amana.values.expressions import expression
from amana.values.folding import Folded, has_any
from amana.values.glances import Glance

_SHARE = expression(
    r"\s*(?:(?P<hundred>%|٪|per ?cents?\b|percentage points?\b|pct\b|p\. ?(?:cent|100)\b(?! ?[0-9])|pour[ -](?:cent\b|100\b(?! ?[0-9]))|points? de pourcentage\b"
    r"|(?:في |ب)الم(?:ا?[ئي])[ةه]\b|نق(?:طة|اط) مئوية|persen\b|poin persentase\b)"
    r"|(?P<thousand>‰|؉|per mille?\b|per thousand\b|per seribu\b|pour mille\b|في الالف\b|بالالف\b|per mil\b|permil\b))"
)
_BEFORE = "%٪"

MONEY = {
    "USD": ("dollars?", "us dollars?", "dolar", "usd", "دولارا?", "دولارات", "us\\$", "\\$us", "\\$"),
    "EUR": ("euros?", "eur", "يورو", "€"),
    "GBP": (
        "pounds? sterling",
        "sterling",
        "livres? sterling",
        "gbp",
        "جنيها?(?: استرلينيا?)?",
        "جنيهات",
        "£",
        "poundsterling",
        "(?:egyptian|sudanese) pounds?",
        "livres? (?:egyptiennes?|soudanaises?)",
        "egp",
    ),
    "SAR": ("riyals?", "rials?", "riyal", "sar", "ريالا?", "ريالات", "sr"),
    "KWD": (
        "(?<= )id(?= )",
        "(?<= de )di",
        "dinars?",
        "dinar",
        "kwd",
        "دينارا?",
        "دنانير",
        "iqd",
        "jod",
        "jd",
        "tnd",
        "dzd",
    ),
    "AED": ("dirhams?", "aed", "dhs?", "درهما?", "دراهم", "dirham"),
    "IDR": ("rupiahs?", "idr", "roupies? indonesiennes?", "روبية", "rp"),
    "JPY": ("yens?", "jpy", "ين", "¥"),
    "CHF": ("swiss francs?", "francs? suisses?", "chf", "فرنكا? سويسريا?", "franc swiss"),
    "XOF": ("cfa francs?", "francs? cfa", "xof", "xaf", "fcfa", "فرنكا? افريقيا?"),
    "TRY": ("liras?", "ليرة", "ليرات", "lira"),
}
"""Money by its ISO code; of names that several states share (dollar, dinar, riyal) one code stands for all."""

_WORDS = "|".join(f"(?P<{code}>{'|'.join(sorted(forms, key=len, reverse=True))})" for code, forms in MONEY.items())
_SIGNS = tuple("$€£¥")
_SHORT = (
    "usd eur euro euros gbp sr sar rial rials kwd iqd jod aed idr rp yen yens jpy chf cfa xof xaf fcfa lira liras "
    "egp id di tnd dzd jd jds dh dhs ين ليرة ليرات"
).split()
_LONG = (
    "dollar dolar sterling egypt sudanese pound livre riyal dinar dirham rupiah roupie franc "
    "دولار يورو جنيه ريال دينار دنانير درهم دراهم روبية فرنك"
).split()
_MONEY = {language: Glance(language, _SHORT, _LONG) for language in ("ar", "en", "fr", "id")}


def may_name_money(seen: Folded, language: str) -> bool:
    """A cheap look: False where a text surely names no money."""
    return _MONEY[language].at(seen) or has_any(seen.folded, _SIGNS)


_AFTER = expression(
    rf"[\s-]{{0,2}}(?:d[e']\s?|of\s|من\s)?(?:(?:us|u\.s\.|united states|american)\s)?(?:{_WORDS})(?!\w)", re.IGNORECASE
)
_AHEAD = expression(rf"(?<!\w)(?:{_WORDS})\s?\.?\s?$", re.IGNORECASE)


def share_at(folded: str, start: int, end: int) -> tuple[str, int]:
    """'%' or '‰' where the number is a share, and where the two together end.

    >>> share_at("50 per cent", 0, 2), share_at("%50", 1, 3), share_at("50 states", 0, 2)
    (('%', 11), ('%', 3), ('', 2))
    """
    share = None if _begins_other(folded[end : end + 2]) else _SHARE.match(folded, end)
    if share:
        return "%" if share["hundred"] else "‰", share.end()
    return ("%", end) if start and folded[start - 1] in _BEFORE else ("", end)


def _begins_other(behind: str) -> bool:
    """A cheap look at the two characters behind a number: whether the word there can be no share."""
    letter = behind[1:] if behind[:1] == " " else behind[:1]
    return (letter.isalnum() and letter not in _SHARE_LETTERS) or not behind


_SHARE_LETTERS = frozenset("pفبن")


def money_at(folded: str, start: int, end: int) -> str:
    """The code of the money that the number counts, '' where none stands with it.

    >>> money_at("us$ 500 million", 4, 15), money_at("500 مليون دولار", 0, 9), money_at("3 euros", 0, 1)
    ('USD', 'USD', 'EUR')
    """
    found = _AFTER.match(folded, end) or _AHEAD.search(folded, max(0, start - 18), start)
    return found.lastgroup or "" if found else ""
