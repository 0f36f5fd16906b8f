"""How a decision is cited: in a line of text, as BibTeX and as RIS."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from amana.values.days import Day, write_day

SAID = {
    "ar": ("اطلع عليه في {day}", "، "),
    "en": ("seen on {day}", ", "),
    "fr": ("consulté le {day}", ", "),
}
QUOTED = {"ar": "«{title}»", "en": "“{title}”", "fr": "«\u202f{title}\u202f»"}
_BIBTEX = str.maketrans(
    {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_"}
)


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation says. `language` is that of the title; `adopted` an EDTF day or ''; `seen` when it was read.

    `kept_by`: who keeps the page where the organization itself does not, else ''.
    """

    key: str
    symbol: str
    title: str
    language: str
    organization: str
    organ: str
    session: str
    adopted: str
    address: str
    seen: date
    kept_by: str = ""

    @property
    def year(self) -> str:
        """The year of adoption, or ''."""
        first = Day.parse(self.adopted).first if self.adopted else None
        return str(first.year) if first else ""


def plain(cited: Cited) -> str:
    """One line, in the language of the title.

    >>> from datetime import date
    >>> plain(Cited("r", "1/50-POL", "Peace", "en", "OIC", "Council", "50th session", "2024-08-30", "https://x/", date(2026, 1, 2)))
    'OIC, 50th session, “Peace”, \u20661/50-POL\u2069, 30 August 2024, \u2066https://x/\u2069 (seen on 2 January 2026)'
    """
    seen, comma = SAID.get(cited.language, SAID["en"])
    language = cited.language if cited.language in SAID else "en"
    day = write_day(Day.parse(cited.adopted), language) if cited.adopted else ""
    parts = [
        cited.organization,
        cited.session,
        QUOTED[language].format(title=cited.title),
        _isolated(cited.symbol),
        day,
        _isolated(cited.address),
    ]
    return comma.join(p for p in parts if p) + f" ({seen.format(day=write_day(Day.of(cited.seen), language))})"


def bibtex(cited: Cited) -> str:
    """A BibTeX entry, UTF-8.

    >>> from datetime import date
    >>> bibtex(Cited("r-1", "1/50-POL", "Peace & law", "en", "OIC", "C", "S", "2024", "https://x/", date(2026, 1, 2))).splitlines()[:2]
    ['@misc{r-1,', '  title = {Peace \\\\& law},']
    """
    fields = {
        "title": cited.title,
        "author": "{" + _braced(cited.organization) + "}",
        "number": cited.symbol,
        "year": cited.year,
        "howpublished": cited.session,
        "language": cited.language,
        "url": cited.address,
        "urldate": cited.seen.isoformat(),
        "note": cited.kept_by,
    }
    raw = ("author", "url")
    lines = [f"  {name} = {{{value if name in raw else _braced(value)}}}," for name, value in fields.items() if value]
    return "\n".join((f"@misc{{{re.sub(r'[^A-Za-z0-9:_-]', '-', cited.key)},", *lines, "}", ""))


def ris(cited: Cited) -> str:
    """A RIS record, UTF-8, lines ending as RIS wants them."""
    first = Day.parse(cited.adopted).first if cited.adopted else None
    exact = bool(first) and Day.parse(cited.adopted).exact
    fields = (
        ("TY", "GOVDOC"),
        ("TI", cited.title),
        ("AU", cited.organization),
        ("PB", cited.organ),
        ("T2", cited.session),
        ("M1", cited.symbol),
        ("PY", cited.year),
        ("DA", first.strftime("%Y/%m/%d") if first and exact else ""),
        ("LA", cited.language),
        ("UR", cited.address),
        ("Y2", cited.seen.strftime("%Y/%m/%d")),
        ("N1", cited.kept_by),
    )
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in fields if value]
    return "\r\n".join((*lines, "ER  - ", ""))


def _braced(text: str) -> str:
    return " ".join(text.split()).translate(_BIBTEX)


def _isolated(text: str) -> str:
    return f"\u2066{text}\u2069" if text else ""
