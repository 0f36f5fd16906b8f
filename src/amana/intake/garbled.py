"""Letters that were UTF-8 and were once taken for Windows-1252 or Windows-1256: "Ø§Ù„" for "ال", "Ã©" for "é"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from amana.values.expressions import expression

SIGNS = ("Ã", "â€", "Â", "Å“", "Ø", "Ù", "ط§", "ظ„", "ظٹ", "ظ…")
"""Where none of these stands, nothing was garbled."""


def _letters(encoding: str) -> dict[int, str]:
    """What each byte is taken for; bytes without a letter stay control characters, as web browsers leave them."""
    return {byte: bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in range(0x80, 0x100)}


def _sought() -> dict[str, str]:
    """What may come out alone: letters of Western languages and marks of print."""
    codes = [*range(0xA0, 0x100), 0x152, 0x153, 0x178, *range(0x2010, 0x2027), 0x2030, 0x2039, 0x203A, 0x20AC]
    return {chr(code): "" for code in codes}


def _table(encoding: str, sought: Mapping[str, str]) -> dict[str, str]:
    """What each of these characters became: "Ã©" → "é"."""
    letters = _letters(encoding)
    return {"".join(letters[byte] for byte in one.encode()): one for one in sought}


ARABIC = {chr(code): "" for code in (*range(0x60C, 0x670), *range(0x200E, 0x2010), 0x6A9, 0x6CC)}
LATIN_1252 = _table("cp1252", _sought())
ARABIC_1252, ARABIC_1256 = _table("cp1252", ARABIC), _table("cp1256", ARABIC)


def _any(table: Mapping[str, str]) -> str:
    return "|".join(re.escape(one) for one in sorted(table, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Step:
    """What is searched, the single letters in it, and what each of them was."""

    found: re.Pattern[str]
    letter: re.Pattern[str]
    table: Mapping[str, str]

    def put_right(self, found: re.Match[str]) -> str:
        """The letters that were garbled into this."""
        return "".join(self.table[one] for one in self.letter.findall(found.group()))


def _steps() -> Iterator[Step]:
    # one such pair may be honest ("OÙ»"); a word of them is not
    for table in (ARABIC_1252, ARABIC_1256):
        yield Step(expression(f"(?:{_any(table)}){{2,}}"), expression(_any(table)), table)
    yield Step(expression(_any(LATIN_1252)), expression(_any(LATIN_1252)), LATIN_1252)


STEPS = tuple(_steps())


def ungarble(text: str) -> tuple[str, int]:
    """The text with its letters put right, and how many there were; a text that is as it should be is untouched.

    >>> ungarble("قرار".encode().decode("cp1252")), ungarble("l’État préoccupé".encode().decode("cp1252"))
    (('قرار', 4), ('l’État préoccupé', 4))
    >>> ungarble("« OÙ»")
    ('« OÙ»', 0)
    """
    if text.isascii() or not any(sign in text for sign in SIGNS):
        return text, 0
    count = 0
    for step in STEPS:
        mended = step.found.sub(step.put_right, text)
        if mended != text:
            count += sum(len(step.letter.findall(found.group())) for found in step.found.finditer(text))
            text = mended
    return text, count
