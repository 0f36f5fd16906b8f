"""Numbers in figures as they are printed: thousands, decimals, ranks, fractions, scales, halves, Roman numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from amana.values import numbers_ar, numbers_en, numbers_fr, numbers_id
from amana.values.expressions import expression
from amana.values.folding import free_of, span_back
from amana.values.numbers_units import share_at

Found = tuple[int, int, str, str, str]
"""Start and end in the folded text, value, kind, unit."""
Gap = tuple[int, int]

ANY_DIGIT = expression("[0-9]")
_SPACED = r"[0-9]{1,3}(?: [0-9]{3})+"
_BODY = {
    "en": rf"[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?|[0-9]{{1,3}},[0-9]{{1,2}}(?= ?(?:[mbtr]{{1,2}}illion|per ?cent|%))|{_SPACED}(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)*",
    "fr": r"[0-9]{1,3}([ .,])[0-9]{3}(?:\2[0-9]{3})*(?:,[0-9]+)?|[0-9]+,[0-9]+|[0-9]+(?:\.[0-9]+)*",
    "id": rf"[0-9]{{1,3}}(?:\.[0-9]{{3}})+(?:,[0-9]+)?|{_SPACED}(?:,[0-9]+)?|[0-9]+,[0-9]+|[0-9]+(?:\.[0-9]+)*",
    "ar": (
        rf"000(?: [0-9]{{3}})* [1-9][0-9]{{0,2}}(?![0-9])|[0-9]{{1,3}}(?:[,٬،][0-9]{{3}})+(?:[.٫][0-9]+)?|{_SPACED}(?:[.٫,][0-9]+)?"
        r"|[0-9]+[٫,،][0-9]+|[0-9]+(?:\.[0-9]+)*"
    ),
}
_RANK = {
    "en": r"(?:st|nd|rd|th)\b",
    "fr": r"(?:ers?|eres?|res?|i?emes?|e|nde?)\b",
    "ar": "(?!)",
    "id": "(?!)",
}
_TOKEN = expression(r"[\w&.()-]*/[\w&.()/-]*")
_FRACTION = expression(r"([0-9]{1,4})/([0-9]{1,4})")
_OF_DECIMALS = expression(r"(?<![\w/.,-])1/([0-9]{2,4})([.,])([0-9]{1,6})(?![\w/]|[.,-][0-9])")
"""One part of a number with decimals: 1/273.16, 1/273,16."""
_THOUSANDTHS = expression(r"(?: [0-9]{3}){1,2}(?![0-9])")
"""What goes on the scale of a map: 1/25 000."""
_YEARS = expression(r"([0-9]{4})/([0-9]{2,4})")
_AT_AR = "الساعة "
_HOUR_AR = expression(r"([0-9]{1,2})/([0-5][0-9])")
"""An hour as the United Nations print it in Arabic: الساعة 10/00."""
_VULGAR = expression("(?<![0-9.,])(?:(?P<whole>[0-9]{1,3}) ?)??(?P<part>[1-9])\u2044(?P<parts>10|[2-9])(?![0-9])")
_LETTER = expression(r"[^\W\d_]")
_SCALE = expression(r"[ -]([^\W\d_]+)")
_BEFORE_SCALE = frozenset(" -")
_NOTHING_MORE, _SHARE_AHEAD = frozenset(("", ".", ",", "،", ";", "؛", ":", ")", "]", '"')), frozenset("%٪")
"""Behind such a sign nothing belongs to a number any more, unless a share stands before it."""
_HALF = {
    "en": expression(r"\s+and a half\b(?:\s+(?P<scale>thousand|million|billion|trillion)s?\b)?"),
    "fr": expression(r"\s+et demie?\b(?P<scale>(?!))?"),
    "ar": expression(r"\s+و(?:ال)?نصف\b(?:\s+(?:ال)?(?P<scale>مليون|مليار|بليون|الف)\b)?"),
    "id": expression(r"\s+setengah\b(?:\s+(?P<scale>ribu|juta|miliar|milyar|triliun)\b)?"),
}
"""What adds a half to the number before it."""
_HALF_FIRST = {"en": "a", "fr": "e", "ar": "و", "id": "s"}
"""The letter with which that begins."""
_ROMAN_RANK = expression(r"\b(?=[ivx]|[lc][ivxl])(c?(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3}))(?:er|ere|e|eme)\b")
_ROMAN = expression(
    r"(?:(?<=\b[Kk]e-)|(?<![\w/(.-]))(?:(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"
    r"|(?=[LXC]{2,}[IVX])(?=\w*X)C?(?:XC|XL|LX{0,3})(?:IX|IV|V?I{0,3}))(?![\w/-]|\.\d)"
)
_CAPITALS = expression(r"[IVX]+|(?<!\w)[LC]{1,2}(?=[LIVX])")
_LIKE_ROMAN = expression("[IVX](?![a-df-z])")
"""Not the first letter of a word, but for "VIe"."""
_CAPITAL_RANK = expression("[IVXLC\u00c0-\u00de\u0100-\u024f][eè-ëēĕėęěȅȇȩ]")
_HEADED = expression(
    r"(?:chapters?|parts?|annex(?:es)?|articles?|titles?|sections?|volumes?|appendix|phases?|chapitres?|parties?|annexes?"
    r"|titres?|bab|bagian|lampiran|pasal|class|category|cat[ée]gorie|group|table|tableau)\s$",
    re.IGNORECASE,
)
_GLUED = "rp usd eur gbp sar aed qar kwd omr bhd egp mad tnd dzd jod idr myr rm rs us".split()
"""Money that is written before its number without a blank: Rp466, USD250."""
_LETTERS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_CLOCK = expression(
    r"(?<![0-9.,:/])([0-9]{1,2})(?:([:.])| ?h ?(?=[0-5]?[0-9]))([0-5][0-9]|(?<=h)[0-9]|(?<=h )[0-9])(?![0-9]|[:.,][0-9]|[a-z])(\s?[ap]\.? ?m\b\.?)?"
)
_HOUR = expression(r" ?(?:h ?[0-9]|[ap]\.? ?m\b)")
_HOURLY = frozenset(" hap")
_HOUR_WORD = expression(r"\bpukul |\bjam |الساعة ")
_CLOCK_BEFORE = expression(r"(?:\bpukul|\bjam|الساعة)\s$")
_POINTS = expression(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_GROUPED = expression(r"[1-9][0-9]{0,2}(?:([ .,٬،])[0-9]{3})(?:\1[0-9]{3})*")
_NO_DIGIT = expression("[^0-9]")
_DECIMAL = {
    "en": expression(r"\.(?=[0-9]+$)|,(?=[0-9]{1,2}$)"), "fr": expression(",(?=[0-9]+$)"), "id": expression(",(?=[0-9]+$)"),
    "ar": expression("[.,٫،](?=[0-9]+$)"),
}  # fmt: skip
_AMBIGUOUS = expression(r"([0-9]{1,3})[.,،٫]([0-9]{3})")


@cache
def _number(language: str) -> re.Pattern[str]:
    body, rank = _BODY[language], _RANK[language]
    money = "".join(rf"|(?<=\b{code})" for code in _GLUED)
    return re.compile(rf"(?:(?<![0-9a-z_]){money})(?<![0-9][.,])(?P<body>{body})(?![0-9])(?P<rank>{rank})?")


def in_digits(folded: str, language: str, runs: Sequence[Gap]) -> Iterator[Found]:
    """The numbers in figures of a folded text, in order; `runs`: where its runs of digits begin and end."""
    taken: list[tuple[int, int]] = []
    for one in _with_strokes(folded, language):
        taken.append(one[:2])
        if one[2]:
            yield one
    for clock in _CLOCK.finditer(folded) if _may_tell_hours(folded, runs) else ():
        before = folded[max(0, clock.start() - 8) : clock.start()]
        if clock[2] != "." or clock[4] or (language in ("ar", "id") and _CLOCK_BEFORE.search(before)):
            taken.append(clock.span())
            yield clock.start(), clock.end(3), f"{int(clock[1])}:{clock[3]:0>2}", "digits", ""
    free = free_of(taken) if taken else None
    at, pattern = 0, _number(language)
    for first, last in runs:
        match = pattern.match(folded, first) if first >= at else None
        if match is None or (free and not free(*match.span())):
            at = match.end() if match else max(at, last)
            continue
        value, at = normal(match["body"], language), match.end()
        end = at
        if language == "id" and folded[first - 3 : first] == "ke-":
            yield match.start() - 3, end, value, "ordinal", ""
            continue
        if match["rank"]:
            yield match.start(), end, value, "ordinal", ""
            continue
        if folded[end : end + 1] in _NOTHING_MORE and folded[match.start() - 1 : match.start()] not in _SHARE_AHEAD:
            yield match.start(), end, value, "digits", ""
            continue
        scale = _SCALE.match(folded, end) if folded[end : end + 1] in _BEFORE_SCALE else None
        if scale and (times := scales(language).get(scale[1])):
            if times >= 10**6 and "." in (decimals := other_reading(match["body"], value, language)):
                value = decimals  # 3,654 millions
            value, end = scaled(value, times), scale.end()
        value, end = with_half(folded, value, end, language)
        unit, stop = share_at(folded, match.start(), end)
        at = max(at, stop)
        yield match.start(), stop, value, "digits", unit


def _with_strokes(folded: str, language: str) -> Iterator[Found]:
    """Fractions and hours with a stroke; what has a stroke and is no figure has no value: A/RES/77/245."""
    if "/" in folded:
        decimals = [m for m in _OF_DECIMALS.finditer(folded) if m[2] == "." or language != "en"]
        yield from ((*m.span(), f"1/{int(m[1])}.{m[3]}", "digits", "") for m in decimals)
        yield from _slashed(folded, frozenset(m.start() for m in decimals))
    if "\u2044" in folded:
        yield from _vulgar(folded, language)


def _slashed(folded: str, taken: frozenset[int]) -> Iterator[Found]:
    for token in _TOKEN.finditer(folded):
        if token.start() in taken:
            continue
        core = token[0].strip("().-")
        fraction = _FRACTION.fullmatch(core)
        if fraction is None:
            if _LETTER.search(token[0]) and ANY_DIGIT.search(token[0]):
                yield *token.span(), "", "digits", ""
        elif not _YEARS.fullmatch(core):
            start = token.start() + token[0].index(core)
            end, ahead = start + len(core), start - len(_AT_AR)
            if ahead >= 0 and folded.startswith(_AT_AR, ahead) and (hour := _HOUR_AR.fullmatch(core)):
                yield start, end, f"{int(hour[1])}:{hour[2]}", "digits", ""
            elif int(fraction[1]) == 1 and (more := _THOUSANDTHS.match(folded, end)):
                yield start, more.end(), f"1/{int(fraction[2])}{more[0].replace(' ', '')}", "digits", ""
            elif int(fraction[2]):
                yield start, end, f"{int(fraction[1])}/{int(fraction[2])}", "digits", ""


def _vulgar(folded: str, language: str) -> Iterator[Found]:
    """Fractions of one character, which folding writes in three: 3½ per cent, 2½ million, ¾."""
    for found in _VULGAR.finditer(folded):
        part, parts = int(found["part"]), int(found["parts"])
        if found["whole"] and 1000 % parts == 0:
            value = normal(f"{found['whole']}.{1000 * part // parts:03}", "en")
        else:
            value = f"{int(found['whole'] or 0) * parts + part}/{parts}"
        end, scale = found.end(), _SCALE.match(folded, found.end())
        if scale and "/" not in value and (times := scales(language).get(scale[1])):
            value, end = scaled(value, times), scale.end()
        unit, end = share_at(folded, found.start(), end)
        yield found.start(), end, value, "digits", unit


def _may_tell_hours(folded: str, runs: Sequence[Gap]) -> bool:
    if ":" in folded:
        return True
    for _, end in runs:
        if folded[end : end + 1] in _HOURLY and _HOUR.match(folded, end) is not None:
            return True
    named = "pukul " in folded or "jam " in folded or "الساعة " in folded
    return named and _HOUR_WORD.search(folded) is not None


def with_half(folded: str, value: str, end: int, language: str) -> tuple[str, int]:
    """The value with the half that follows it, and where the whole ends: "two and a half million".

    >>> with_half("مليون ونصف المليون", "1000000", 5, "ar"), with_half("dua setengah tahun", "2", 3, "id")
    (('1500000', 18), ('2.5', 12))
    """
    behind = folded[end : end + 2]
    may_follow = behind[:1].isspace() and (behind[1:] == _HALF_FIRST[language] or behind[1:].isspace())
    half = _HALF[language].match(folded, end) if may_follow and value.isdigit() else None
    if half is None:
        return value, end
    n = int(value)
    unit = next((s for s in (10**12, 10**9, 10**6, 10**3) if n % s == 0 and n), 1)
    times = scales(language).get(half["scale"], 1) if half["scale"] else 1
    if unit > 1:
        return str(n + unit // 2), half.end()
    return scaled(f"{n}.5", times) if times > 1 else f"{n}.5", half.end()


def may_be_roman(text: str) -> bool:
    """A cheap look: whether a Roman numeral may stand in a text, in capitals or with the letters of a French rank."""
    return "CL" in text or _LIKE_ROMAN.search(text) is not None


def in_roman(text: str, folded: str, places: list[int] | None, language: str) -> Iterator[Found]:
    """Roman numerals in capitals: XXIe siècle, Chapter VII, World War II; I, V and X only behind what they number."""
    if language == "fr" and (places is not None or _CAPITAL_RANK.search(text) is not None):
        for match in _ROMAN_RANK.finditer(folded):
            start, end = span_back(text, places, *match.span(1))
            if text[start:end].isupper() and not text[end : end + 1].isupper():
                yield *match.span(), str(of_letters(match[1])), "ordinal", ""
    if places is not None:
        return
    for capitals in _CAPITALS.finditer(text):
        at = capitals.start()
        roman = _ROMAN.match(text, at)
        if roman and (len(roman[0]) > 1 or _HEADED.search(text, max(0, at - 14), at)):
            yield *roman.span(), str(of_letters(roman[0])), "ordinal", ""


def of_letters(roman: str) -> int:
    """The number that Roman letters stand for.

    >>> of_letters("xxi"), of_letters("XIV")
    (21, 14)
    """
    values = [_LETTERS[letter] for letter in roman.lower()]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def normal(body: str, language: str) -> str:
    """Digits without separators of thousands, a full stop before decimals, no idle zeros.

    >>> normal("1 500 000,50", "fr"), normal("1,500", "fr"), normal("0,125", "fr"), normal("3.2.1", "en")
    ('1500000.5', '1500', '0.125', '3.2.1')
    >>> normal("1.500.000", "id"), normal("1.500", "id"), normal("1.250", "en"), normal("1.5", "id")
    ('1500000', '1500', '1.25', '1.5')

    An Arabic text may hold its groups of three from the right, so that they show in their order:

    >>> normal("000 250", "ar"), normal("000 400 12", "ar"), normal("500 12", "ar")
    ('250000', '12400000', '50012')
    """
    if body.isdigit():
        return body.lstrip("0") or "0"
    if body.count(".") > 1 and not _POINTS.fullmatch(body):
        return body
    points = language in ("fr", "id")
    if body.startswith("000 ") and language == "ar":
        body = " ".join(reversed(body.split(" ")))
    whole, rest = body, ""
    grouped = _GROUPED.fullmatch(body)
    thousands = points or (language == "ar" and body.endswith(".000"))  # 10.000 is no ten in Algiers
    if not grouped or (grouped[1] == "." and not thousands and body.count(".") == 1):
        parts = _DECIMAL[language].split(body)
        if len(parts) == 1 and points:
            parts = body.split(".") if body.count(".") == 1 else parts
        whole, rest = parts[0], parts[1] if len(parts) == 2 else ""
    whole = _NO_DIGIT.sub("", whole).lstrip("0") or "0"
    rest = rest.rstrip("0")
    return f"{whole}.{rest}" if rest else whole


def other_reading(body: str, value: str, language: str) -> str:
    """What figures with one separator before three digits may mean as well, outside English; '' where nothing else.

    >>> other_reading("3,125", "3125", "fr"), other_reading("1.250", "1.25", "ar"), other_reading("1,250", "1250", "en")
    ('3.125', '1250', '')
    >>> other_reading("10.000", "10", "en")
    '10000'
    """
    match = _AMBIGUOUS.fullmatch(body)
    if match is None or (language == "en") != (match[2] == "000"):
        return ""
    thousands = f"{match[1]}{match[2]}".lstrip("0") or "0"
    decimals = f"{int(match[1])}.{match[2]}".rstrip("0").rstrip(".")
    return decimals if value == thousands else thousands


def scaled(value: str, scale: int) -> str:
    """
    >>> scaled("3.5", 10**6), scaled("0.0000001", 1000)
    ('3500000', '0.0001')
    """
    whole, _, rest = value.partition(".")
    zeros = len(str(scale)) - 1
    moved, left = (rest + "0" * zeros)[:zeros], rest[zeros:]
    whole = (whole + moved).lstrip("0") or "0"
    return f"{whole}.{left}" if left else whole


@cache
def scales(language: str) -> dict[str, int]:
    """The words that multiply figures: million, milliards, ألف, juta."""
    if language == "en":
        return numbers_en.SCALES | {f"{word}s": n for word, n in numbers_en.SCALES.items()} | {"bn": 10**9, "mn": 10**6}
    if language == "fr":
        return numbers_fr.SCALES | {"milliers": 10**3, "mds": 10**9, "md": 10**9}
    if language == "id":
        return numbers_id.SCALES
    single = numbers_ar.SCALE_WORDS.values()
    return {
        word: form.value
        for word, form in numbers_ar.forms().items()
        if form.role in ("scale", "scales") and form.value in single and not (form.joined or form.held or form.definite)
    }
