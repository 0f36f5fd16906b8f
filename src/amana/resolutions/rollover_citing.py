"""Acts that a rolled over text names: its own symbol with the serial left open, last year's recalled, what has ended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from amana.resolutions.drafting import Ended
from amana.resolutions.paragraphs import Paragraph, Reading
from amana.resolutions.rollover_marks import OPEN, Errand, Mark, flagged, replaced
from amana.values.expressions import expression
from amana.values.folding import digits, digits_as
from amana.values.problems import Severity
from amana.values.symbols import Pattern, Printed, find

RUN = expression("[0-9]+")
SERIAL = expression(r"[0-9]+(?P<between>\s?/\s?)(?P<session>[0-9]{1,3})(?P<rest>\s?-\s?\w[\w.]*)")
BLANK = "…"
"""The serial of a symbol that has none yet."""
SINGULAR = {
    "en": expression(
        r"recalling (?:its |the )?(?:(?:previous|relevant) )?resolution (?:no\.? ?|n° ?)?$", re.IGNORECASE
    ),
    "fr": expression(r"rappelant (?:sa|la) résolution (?:n[°o]\.? ?)?$", re.IGNORECASE),
    "ar": expression(r"و?إذ\s+\S+(?:\s+إلى)?\s+(?:ال)?قرار(?:ه|ها)?\s+(?:رقم\s+)?$"),
    "id": expression(r"mengingat (?:kembali )?resolusi(?:nya)? (?:no\.? ?|nomor )?$", re.IGNORECASE),
}
"""What stands before the first symbol of a recital that recalls one act: last year's is recalled in the same words."""
LEADS = {
    "en": expression(r"(?P<lead>recalling)\b", re.IGNORECASE),
    "fr": expression(r"(?P<lead>rappelant)\b", re.IGNORECASE),
    "ar": expression(r"(?P<lead>و?إذ\s+[يتن](?:شير|ستذكر|ذك[\u0651]?ر|ستحضر))(?![\u0621-\u064a])"),
    "id": expression(r"(?P<lead>mengingat|merujuk pada)\b", re.IGNORECASE),
}
SAID = {
    "en": "{lead} Resolution No. {symbol}",
    "fr": "{lead} la résolution n° {symbol}",
    "ar": "{lead} القرار رقم {symbol}",
    "id": "{lead} Resolusi No. {symbol}",
}
"""The same where no recital gives the words."""


def symbols_open(paragraph: Paragraph, errand: Errand, patterns: Sequence[Pattern], *, head: bool) -> Iterator[Mark]:
    """The symbol of the text itself, and in the head every document of last year's session, with the coming session.

    In the body a document of last year's session that no recital recalls is marked: there will be another one.
    """
    past, coming = errand.past, errand.coming
    series = {p.id: p for p in patterns}
    if head and not patterns:
        yield from _without_patterns(paragraph, errand)
    for printed in find(paragraph.text, patterns, session=past.number):
        own = printed.symbol == errand.symbol
        session = printed.parts.get("session", "")
        same = bool(session) and session == str(past.number) and series[printed.pattern].organ == past.organ
        if head and (own or same):
            new = reopened(printed, errand)
            code = "rollover-symbol-open" if new != OPEN else "rollover-symbol-unknown"
            yield replaced(printed.start, printed.end, printed.text, new, code, coming=coming.number or OPEN)
        elif not head and same and not own and paragraph.function not in ("recall", "reaffirm"):
            yield flagged(printed.start, printed.end, "rollover-document-last", paragraph.text)


def _without_patterns(paragraph: Paragraph, errand: Errand) -> Iterator[Mark]:
    """Its own symbol where no pattern says how it is made: serial, session and letters as most houses write, else open."""
    for cited in paragraph.citations:
        if cited.symbol != errand.symbol:
            continue
        made = SERIAL.fullmatch(cited.text)
        known = made is not None and made["session"] == str(errand.past.number) and errand.coming.number is not None
        new = f"{BLANK}{made['between']}{errand.coming.number}{made['rest']}" if made and known else OPEN
        code = "rollover-symbol-open" if known else "rollover-symbol-unknown"
        yield replaced(cited.start, cited.end, cited.text, new, code, coming=errand.coming.number or OPEN)


def reopened(printed: Printed, errand: Errand) -> str:
    """A printed symbol with the coming session and the serial left open; `[…]` where it does not say its session."""
    past, coming = errand.past, errand.coming
    parts = printed.parts
    if not parts.get("session", "").isdigit() or coming.number is None:
        return OPEN
    out, at, left = "", 0, dict(parts)
    year = coming.days.first.year if coming.days and coming.days.first else None
    for run in RUN.finditer(digits(printed.text)):
        value = str(int(run[0]))
        said = printed.text[run.start() : run.end()]
        name = next((n for n in ("serial", "session", "year", "part", "revision") if left.get(n) == value), "")
        if name == "serial" and left.get("session") == value and _session_first(printed):
            name = "session"
        left.pop(name, None)
        new = {
            "serial": BLANK,
            "session": digits_as(str(coming.number), said),
            "year": digits_as(str(year), said) if year else BLANK,
            "part": BLANK,
            "revision": BLANK,
        }.get(name, said)
        out += printed.text[at : run.start()] + new
        at = run.end()
    made = out + printed.text[at:]
    return made if str(past.number) == parts["session"] else OPEN


def _session_first(printed: Printed) -> bool:
    """Where serial and session are one number: whether the pattern says the session first."""
    names = list(printed.parts)
    return "session" in names and names.index("session") < names.index("serial")


def recalled(reading: Reading, errand: Errand) -> tuple[int, str, Mark] | None:
    """Last year's resolution as a recital of its own: its place, its words, its mark.

    It stands behind the last recital that recalls acts, in the words of that; None where nothing is recalled, where the
    symbol is not known, or where it is recalled already.
    """
    symbol = errand.printed or errand.symbol
    recalling = [n for n, p in enumerate(reading.paragraphs) if p.part == "preambular" and p.function == "recall"]
    cited = {c.symbol for p in reading.paragraphs if p.part == "preambular" for c in p.citations}
    if not symbol or not recalling or errand.symbol in cited:
        return None
    citing = [n for n in recalling if reading.paragraphs[n].citations]
    at = (citing or recalling)[-1]
    paragraph = reading.paragraphs[at]
    words = _words(paragraph, errand.language, symbol)
    if not words:
        return None
    text = ("و" if words.startswith("إذ") else "") + words + _end(paragraph.text)
    return at + 1, text, replaced(0, 0, "", text, "rollover-recalled", symbol=errand.symbol)


def _words(paragraph: Paragraph, language: str, symbol: str) -> str:
    """Recalling, in the words of this recital, or as it is said where it recalls something else."""
    if paragraph.citations and language in SINGULAR:
        before = paragraph.text[: paragraph.citations[0].start]
        if SINGULAR[language].match(before):
            return before + symbol
    lead = LEADS[language].match(paragraph.text) if language in LEADS else None
    if lead is None:
        return ""
    spoken = lead["lead"] + " إلى" if language == "ar" and lead["lead"].endswith("شير") else lead["lead"]
    return SAID[language].format(lead=spoken, symbol=symbol)


def _end(text: str) -> str:
    """The mark with which the recital ends."""
    return text.rstrip()[-1:] if text.rstrip()[-1:] in ",،;؛." else ""


def dead_citations(paragraph: Paragraph, errand: Errand, ended: Mapping[str, Ended]) -> Iterator[Mark]:
    """Decisions that are cited and no longer in force: a note in a recital, a warning where something rests on them."""
    for citation in paragraph.citations:
        came = ended.get(citation.symbol)
        if came is None or citation.symbol == errand.symbol:
            continue
        severity: Severity = "warning" if paragraph.part == "operative" and came.how != "renewed" else "note"
        yield flagged(
            citation.start, citation.end, f"rollover-citation-{came.how}", paragraph.text, severity,
            symbol=citation.symbol, by=came.by,
        )  # fmt: skip
