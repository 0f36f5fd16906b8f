"""Acts and documents that a paragraph cites: as printed, and in the normal form of the house or of the United Nations.

A number alone says nothing: a short form ("61/17", "242 (1967)") is a citation where a word for an act stands before
it, or another citation to which it is joined. Articles and chapters are no citations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from amana.resolutions import citations_ar, citations_bodies, citations_houses
from amana.resolutions.paragraphs import Citation
from amana.resolutions.spans import Spans
from amana.values import symbols
from amana.values.expressions import expression
from amana.values.folding import Folded, digits, folded_once

NOTHING: Mapping[str, str] = MappingProxyType({})
_YEAR = r"(?:19|20)[0-9]{2}"
_DASH = r"\s?[-–—]\s?"
_SUMMIT = r"(?: ?\((?:IS|I\.S\.|EX-IS|EX|ق ?\.? ?[أإا]\.?)\))?"
_SERIES = (
    r"(?!(?:في|من|عن|أن|إن|ما|لا|لم|هو|هي|إذ|أو|قد|كل|بل|حول|على|إلى|بين|هذا|وهو|وهي)(?![\u0621-\u064a]))"
    r"[\u0621-\u064a](?:[. ](?!و)[\u0621-\u064a]|[\u0621-\u064a]{1,2})?"
)
_LETTERS = r"(?: ?[A-F](?![\w'’.])| (?:ألف|باء|جيم|دال|هاء|واو)(?![\u0621-\u064a]))"
_MORE = r"(?:(?:,|،)? (?:and|et|dan|و) ?(?:[A-F](?![\w'’.])|(?:ألف|باء|جيم|دال|هاء|واو)(?![\u0621-\u064a])))?"
DOCUMENT = expression(
    r"[A-Z](?<![\w/][A-Z])(?:"
    rf"(?<=S)/RES/[0-9]{{1,4}} ?\({_YEAR}\)"
    r"|(?<=[AE])/RES/[0-9]{1,4}(?: ?[A-Z])? ?\((?:E?S-)?[IVXLC]{1,7}\)"
    r"|(?<=A)/RES/[0-9]{2}/[0-9]{1,3}(?: ?[A-F](?=$|[,;.)\]]| (?:of|and|to|du|et|à|dan|tanggal) ))?(?![\w/.-]*[0-9])"
    r"|(?<=[ASEST])/(?:RES|HRC|PV|INF|C\.\d|CN\.\d+(?:/Sub\.\d)?|CONF\.\d+|AC\.\d+|ES-\d+|S-\d+|\d{1,5})(?![A-Za-z])"
    r"(?:[A-Z0-9.]|-(?![A-Z]/)|/(?!Add|Corr|Rev|Amend)(?=[A-Z0-9])|\([A-Z0-9.]+\))*(?<=[A-Z0-9)])(?:/(?:Add|Corr|Rev|Amend)\.[0-9]+)*"
    r"|(?:(?<=O)IC|(?<=A)ssembly/AU|(?<=E)X\.CL)/[A-Za-z0-9./()-]*[A-Za-z0-9)]"
    r"|(?<!COVID)(?!OVID|ARS-|SO/|IV|K-|TC|MT)[A-Z]{0,5}(?:[/-][A-Z0-9.()]{1,12}){2,6}(?<=[0-9)])(?![\w/]))"
)
"""Symbols that need no word before them: S/5293, A/RES/61/17, S/RES/1701 (2006), ES-10/19, OIC/CFM-40/2013/ORG/SG.REP."""
OLD = expression(r"([ASE])/RES/([0-9]+) ?([A-Z]?) ?\(((?:E?S-)?[0-9IVXLC]+)\)")
"""A resolution of a body that counts through and prints the year or the session behind the number."""
SECTION = expression(r"(A/RES/[0-9]+/[0-9]+) ?([A-F])")
HYPHEN = expression("-[A-Z0-9.()]")
"""Without it or a stroke no symbol stands in a text."""
FIGURES = expression("[0-9]+")
NO_START = expression(r"[A-Za-z0-9_\u00c0-\u024f/.,-]")
"""What does not stand before the number of an act."""
LONGEST = 5
"""Digits of a number that runs through."""
NUMBER = expression(
    r"[0-9]{1,4}(?:"
    rf"(?P<letter> [A-Z])? ?\((?P<year>{_YEAR})\)"
    r"|(?P<part> [A-Z])? ?\((?P<session>(?:[ES]+-)?[IVXLC]{1,7})\)"
    rf"|\s?/\s?(?P<second>[0-9]{{1,3}})(?![0-9/])(?:(?P<suffix>{_DASH}[A-Z]{{1,4}}(?![A-Za-z]){_SUMMIT}"
    rf"|{_DASH}{_SERIES}(?![\u0621-\u064a]){_SUMMIT})|(?P<letters>{_LETTERS}{_MORE})?)"
    rf"| (?:of|de|لعام|لسنة|عام|tahun) (?P<of>{_YEAR})(?![0-9]))"
)
"""Short forms: 242 (1967), 377 A (V), 61/17, 47/20 A, 1/38-ORG, ٦/٤٣-س, 242 of 1967."""
_ACT = (
    r"(?:\b(?:resolution|decision|document|declaration|recommendation|r[ée]solution|d[ée]cision|d[ée]claration|recommandation"
    r"|resolusi|keputusan|dokumen|res)s?"
    r"|(?<![\u0621-\u064a])(?:[وفبك]|الـ?|لل?){0,3}(?:قـ{0,3}رار|مـ{0,3}قـ{0,3}رر|وثـ?يـ?ق[ةه]|تـ?وصـ?ي[ةه]|[إا]عـ?لان)[\u0621-\u064a]{0,4})(?![\w])"
)
ACT = expression(_ACT, re.IGNORECASE)
_NUMBERED = r"(?:\b(?:nos?\b|numbers?\b|num[ée]ros?\b|nomor\b)\.?|n ?[°º]s?|(?<![\u0621-\u064a])(?:ذ[اي]ت? ال|ال|و)?(?:رقـ?م|رقمي|[أا]رقام)\b)"
NUMBERED = expression(rf"{_NUMBERED}[\s.:(]*$", re.IGNORECASE)
ENDS_LIKE_NUMBERED = expression(r"[osrſOSR.°ºمي][\s.:(]*$")
"""How each of these words ends: a cheap look before the close one."""
DIRECT = expression(rf"{_ACT}[\s.(\[,:]*(?:{_NUMBERED}[\s.:(]*)?$|{_NUMBERED}[\s.:(]*$", re.IGNORECASE)
"""What stands right before a short form: "resolution", "Resolution No.", "القرار رقم"."""
PLAIN = expression(rf"{_ACT}(?: [^\d;:؛.()]{{0,60}}?)?[ (]{_NUMBERED}[\s.:(]*$", re.IGNORECASE)
RIGHT_BEFORE = (
    " resolution ",
    " resolutions ",
    " Resolution ",
    " résolution ",
    " résolutions ",
    " القرار ",
    " قرارها ",
)
"""What mostly does: a cheap look before the close one."""
BEHIND = expression(r"[0-9/]|[.,][0-9]| ?\(| (?:of|de|لعام|لسنة|عام|tahun) [12]")
"""What stands before a number that runs through, and what may not stand behind it: القرار رقم 8910."""
DATE = expression(
    r"(?:\b(?:of|du|dated|tanggal|adopted on|adoptée le)\b|(?:المؤرخ|الصادر|المتخذ|المعتمد)(?:ة|ين)?(?: في)?|في|بتاريخ)?\s*"
    rf"[0-9]{{1,2}}(?:er)?[\s/][^\d,;:؛]{{3,30}}[\s/]{_YEAR}"
)
JOINT = expression(
    rf"(?:[\s,;،()\[\]-]|\b(?:and|et|or|ou|dan|serta|as well as|ainsi que|to|à|of the|its|ses|sa)\b|و|أو|وكذلك|إلى|{_ACT}|{_NUMBERED})*",
    re.IGNORECASE,
)
"""What may stand between one citation and the next that it introduces, dates left out."""
OTHER = expression(
    r"(?:paragraphs?|articles?|sections?|annex(?:e|es)?|chapters?|chapitres?|tables?|tableaux?|figures?|pages?|parts?|parties?|items?"
    r"|paragraphes?|points?|alin[ée]as?|goals?|targets?|objectifs?|cibles?|of|du|on|le|dated|tanggal|pasal|ayat"
    r"|(?:[وفبل]|ال|لل?){0,3}(?:فقرة|فقرتين|فقرات|فقرتان|مادة|مادتين|مواد|فصل|قسم|بند|بنود|هدف|غاية|جدول|مرفق|صفحة)[\u0621-\u064a]{0,3}|في|بتاريخ)\s*\(?$",
    re.IGNORECASE,
)
"""What makes of a number something else than an act."""
DIGIT = expression("[0-9]")
APART = expression("^([\u0621-\u064a])[. ]([\u0621-\u064a])")
REACH = 120
"""Characters before a short form in which a word for an act must stand: "resolutions of the Assembly on peace, 77/245"."""
NUMBERS_OF_LETTERS = {"ألف": "A", "باء": "B", "جيم": "C", "دال": "D", "هاء": "E", "واو": "F"}
ALWAYS = "24/7"
"""At any hour, where it is the whole text."""
AROUND_THE_CLOCK = frozenset({ALWAYS, "9/11", "7/7", "50/50", "7/24"})


def citations_of(
    text: str,
    patterns: tuple[symbols.Pattern, ...] = (),
    entries: Mapping[str, str] = NOTHING,
    own: citations_bodies.Body | None = None,
) -> tuple[Citation, ...]:
    """The citations of a paragraph in order, none overlapping another; the house's own patterns come first.

    `entries` maps normal symbols to the ids of the decisions they are, `own` is the body of the United Nations that
    enacts the text. A resolution whose body is named has that body's symbol.

    >>> [c.symbol for c in citations_of("Recalling its resolutions 242 (1967) and 338 (1973) and document S/5293")]
    ['242 (1967)', '338 (1973)', 'S/5293']
    >>> [c.symbol for c in citations_of("General Assembly resolutions 61/17 and 62/2, and resolution 242 (1967) of the Security Council")]
    ['A/RES/61/17', 'A/RES/62/2', 'S/RES/242 (1967)']
    >>> citations_of("24/7"), [c.symbol for c in citations_of("Recalling its resolution 24/7")]
    ((), ['24/7'])
    >>> citations_of("in 35 (2000) of 50 cases, open 24/7, two thirds (2/3) of the members")
    ()
    """
    seen = folded_once(text)
    if not seen.figures:
        return ()
    western = digits(text)
    if not seen.usual and DIGIT.search(western) is None:
        return ()
    found = list(_own(text, patterns))
    taken = Spans((c.start, c.end) for c in found)
    for one in _plain(text, western, _runs(seen, western), taken):
        if not taken.meets(one.start, one.end):
            taken.add(one.start, one.end)
            found.append(one)
    if not found or text == ALWAYS:
        return ()
    cited = citations_bodies.owned(text, tuple(sorted(found, key=lambda c: c.start)), own)
    return tuple(_entered(one, entries) for one in cited) if entries else cited


def _entered(one: Citation, entries: Mapping[str, str]) -> Citation:
    """The citation with the decision of the house that it means; an alternative only where the normal form is none."""
    entry = entries.get(one.symbol) or next((entries[a] for a in one.alternatives if a in entries), "")
    return Citation(one.text, one.start, one.end, one.symbol, one.alternatives, entry) if entry else one


def _own(text: str, patterns: tuple[symbols.Pattern, ...]) -> Iterator[Citation]:
    if patterns:
        for printed in symbols.find(text, patterns):
            yield Citation(printed.text, printed.start, printed.end, str(printed.symbol), _alternatives(printed))


def _alternatives(printed: symbols.Printed) -> tuple[str, ...]:
    return tuple(str(a) for a in getattr(printed, "alternatives", ()) or ())


def _runs(seen: Folded, western: str) -> Sequence[tuple[int, int]]:
    """Where the runs of digits begin and end in the text."""
    return seen.runs if seen.places is None else [m.span() for m in FIGURES.finditer(western)]


def _plain(text: str, western: str, runs: Sequence[tuple[int, int]], taken: Spans) -> Iterator[Citation]:
    yield from citations_houses.found_in(western, text)
    if "/" in western or HYPHEN.search(western) is not None:
        for found in DOCUMENT.finditer(western):
            yield _document(text, found)
    for one in citations_ar.found_in(text, western):
        if one.stands_alone or DIRECT.search(western[max(0, one.citation.start - 40) : one.citation.start]):
            yield one.citation
    for start, end in runs:
        if (start and NO_START.match(western, start - 1) is not None) or (taken and taken.meets(start, start + 1)):
            continue
        short = NUMBER.match(western, start)
        if short is not None:
            if _is_act(western, short, taken):
                stop = short.end()
                yield Citation(text[start:stop], start, stop, _normal(short), _reversed(short))
        elif _runs_through(western, start, stop := min(end, start + LONGEST)):
            yield Citation(text[start:stop], start, stop, western[start:stop])


def _runs_through(western: str, start: int, end: int) -> bool:
    """Whether a number alone is that of an act: "القرار رقم 8910"."""
    return (
        end - start >= 3
        and ENDS_LIKE_NUMBERED.search(western, max(0, start - 12), start) is not None
        and NUMBERED.search(western[max(0, start - 12) : start]) is not None
        and BEHIND.match(western, end) is None
        and PLAIN.search(western[max(0, start - REACH) : start]) is not None
    )


def _document(text: str, found: re.Match[str]) -> Citation:
    """A whole symbol; blanks in it are printed or not: S/RES/1325(2000), A/RES/377(V), A/RES/48/75C."""
    start, end = found.span()
    if found[0].endswith(")") and found[0].count(")") > found[0].count("("):
        end -= 1  # the bracket in which the whole symbol stands
    printed = text[start:end]
    normal = found[0][: end - start]
    if old := OLD.fullmatch(normal):
        section = f" {old[3]}" if old[3] else ""
        normal = f"{old[1]}/RES/{int(old[2])}{section} ({old[4]})"
    elif (parted := SECTION.fullmatch(normal)) is not None:
        normal = f"{parted[1]} {parted[2]}"
    whole = Citation(printed, start, end, normal)
    return Citation(printed, start, end, normal, (whole.short,)) if whole.short != normal else whole


def _is_act(western: str, found: re.Match[str], taken: Spans) -> bool:
    """Whether a short form is the number of an act here."""
    start, end = found.span()
    near = western[max(0, start - REACH) : start]
    if found["suffix"] is not None or near.endswith(RIGHT_BEFORE) or DIRECT.search(near[-40:]):
        return True
    if found["of"] is not None:
        return False
    if (
        start < REACH
        and not western[:start].strip(" [(*")
        and (not western[end:].strip() or western[end : end + 2] in (". ", "."))
    ):
        return found["session"] is None
    before = taken.before(start)
    if before is not None and start - before <= REACH and JOINT.fullmatch(DATE.sub("", western[before:start])):
        return True
    return _within_reach(near, found)


def _within_reach(near: str, found: re.Match[str]) -> bool:
    """Whether a word for an act stands before in the same clause, and nothing that makes the number another thing's."""
    words = list(ACT.finditer(near))
    if not words or OTHER.search(near):
        return False
    between = near[words[-1].end() :]
    if re.search(r"[;:؛]|\.\s", between):
        return False
    return found["second"] is None or (not _is_fraction(found[0]) and not re.search(r"\d", DATE.sub("", between)))


def _is_fraction(printed: str) -> bool:
    one, _, two = "".join(printed.split()).partition("/")
    bare = re.sub(r"\D.*", "", two)
    return f"{one}/{bare}" in AROUND_THE_CLOCK or (int(bare) <= 10 and int(one) <= int(bare)) or int(bare) == 0


def _normal(found: re.Match[str]) -> str:
    number = int(FIGURES.match(found[0])[0])  # type: ignore[index]
    if found["second"] is not None:
        suffix = _suffix(found)
        return f"{number}/{int(found['second'])}" + (f"-{suffix}" if suffix else _letters(found["letters"]))
    year = found["year"] or found["of"] or found["session"]
    letter = (found["letter"] or found["part"] or "").strip()
    return f"{number}{' ' + letter if letter else ''} ({year})"


def _suffix(found: re.Match[str]) -> str:
    """The letters of a series without dashes; Arabic letters that are printed apart ("م أ", "م.أ") stay apart."""
    bare = re.sub(r"[\s–—-]+", " ", found["suffix"] or "").strip()
    return APART.sub(r"\1 \2", bare) if bare >= "\u0600" else bare.replace(" ", "")


def _letters(printed: str | None) -> str:
    """The sections of an act that are cited: " A", " A, B"."""
    if not printed:
        return ""
    named = re.findall(r"[A-F]|ألف|باء|جيم|دال|هاء|واو", printed)
    return " " + ", ".join(NUMBERS_OF_LETTERS.get(name, name) for name in named)


def _reversed(found: re.Match[str]) -> tuple[str, ...]:
    """A pair of numbers in Arabic text may have been copied in the other order."""
    if found["suffix"] is None:
        return ()
    suffix = _suffix(found)
    if found["second"] is None or not suffix or re.sub(r"\W", "", suffix)[-1] < "\u0600":
        return ()
    return (f"{int(found['second'])}/{int(FIGURES.match(found[0])[0])}-{suffix}",)  # type: ignore[index]
