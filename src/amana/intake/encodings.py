"""How the letters of a file are written: its encoding, told by marks, validity and the letters that come out.

    text, problems = decode("resolution.txt", data)

UTF-8 needs no word; every other encoding that no mark declares is a note, what could not be decoded a warning.
"""

from __future__ import annotations

import codecs
import re

from amana.intake.garbled import ungarble
from amana.intake.refusals import refuse
from amana.values.expressions import expression
from amana.values.problems import Fact, Place, Problem

MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SEEN_AS = {
    "iso8859-1": "windows-1252",
    "ascii": "windows-1252",
    "cp1252": "windows-1252",
    "cp1256": "windows-1256",
    "iso8859-6": "iso-8859-6",
    "mac-roman": "mac-roman",
    "mac-arabic": "mac-arabic",
}
"""What a declared name means: Latin-1 is Windows-1252 everywhere (WHATWG Encoding), the Arabic ones are themselves."""

CONTROLS = bytes([*range(9), *range(14, 32), 127])
CONTROL = expression("[\x00-\x08\x0e-\x1f\x7f]")
TOKEN = re.compile(rb"[A-Za-z\xc0-\xff]*[\xc0-\xff][A-Za-z\xc0-\xff]*")
HIGH_WORD = re.compile(rb"[\xc0-\xff]{2,}")
MAC_WORD = re.compile(
    rb"(?<=[A-Za-z])[\x88\x8d\x8e\x8f\x90\x9d]|[\x88\x8d\x8e\x8f\x90\x9d](?=[A-Za-z])|(?<=[a-z])\xd5(?=[A-Za-z\x80-\x9f])"
)
"""à ç é è ê ù and ’ in a word, as Macintosh programs wrote them; in Windows-1252 they stand for nothing or for Õ."""
WINDOWS_WORD = re.compile(rb"(?<=[A-Za-z])[\x92\xe0-\xff]|[\xe0-\xff](?=[A-Za-z])")
MAC_SIGNS = re.compile(rb"[\xdb-\xdf\xfb-\xfd]")
"""What Macintosh programs wrote as brackets within Arabic, and others as letters."""
FREQUENT = "اليمونرتبةعد"
"""The letters that make two thirds of any Arabic text: a wrong encoding scatters them."""
SAMPLE = 200_000


def decode(name: str, data: bytes, declared: str = "") -> tuple[str, tuple[Problem, ...]]:
    """The text of a file and what had to be guessed or was lost; raises NotReadable where the bytes are no text.

    `declared` is the encoding that the file itself or its sender names; valid UTF-8 wins over it.

    >>> decode("a.txt", "قرار".encode("windows-1256"))[0]
    'قرار'
    >>> [p.facts["encoding"] for p in decode("a.txt", "élève à Dakar".encode("cp1252"))[1]]
    ['windows-1252']
    """
    encoding, skip, problems = _encoding(name, data, declared)
    text = data[skip:].decode(encoding, errors="replace")
    lost = text.count("\ufffd") - (data.count(b"\xef\xbf\xbd") if encoding == "utf-8" else 0)
    text = _checked(name, data, text)
    if lost > 0:
        places = _lines(name, text)
        facts: dict[str, Fact] = {"file": name, "bytes": lost, "encoding": encoding}
        problems.append(Problem("intake-bytes-lost", facts, places, "warning"))
    plain, count = ungarble(text)
    if count:
        problems.append(Problem("intake-mended-garbled", {"file": name, "letters": count}, (Place(name),), "note"))
    return plain, tuple(problems)


def encoding_of(name: str, head: bytes) -> tuple[str, int]:
    """The encoding that the first bytes of a long file show, and how many bytes its mark takes; for streams."""
    for mark, encoding in MARKED:
        if head.startswith(mark):
            return encoding, len(mark)
    if b"\x00" in head and (wide := _without_mark(name, head[: len(head) // 4 * 4] or head)):
        return wide, 0
    return ("utf-8" if _is_utf8(head) else _single(head)), 0


def _encoding(name: str, data: bytes, declared: str) -> tuple[str, int, list[Problem]]:
    head, skip = data[:4], 0
    if head.startswith(tuple(mark for mark, _ in MARKED)):
        encoding, skip = encoding_of(name, head)
        return encoding, skip, []
    if b"\x00" in data and (wide := _without_mark(name, data)):
        return _guessed(name, wide)
    said = _known(declared)
    if _valid(data, "utf-8"):
        return "utf-8", 0, [_differs(name, declared, "utf-8")] if _differing(said, data) else []
    # every byte is valid Latin-1, whatever letters it stands for
    seen = _single(data) if said == "windows-1252" else said
    if seen and seen != "utf-8" and _valid(data, seen):
        return seen, 0, [_differs(name, declared, seen)] if seen != said else []
    if _is_utf8(data):
        return "utf-8", 0, []
    return _guessed(name, _single(data))


def _guessed(name: str, encoding: str) -> tuple[str, int, list[Problem]]:
    told = Problem("intake-encoding-guessed", {"file": name, "encoding": encoding}, (Place(name),), "note")
    return encoding, 0, [told]


def _differs(name: str, declared: str, encoding: str) -> Problem:
    facts = {"file": name, "declared": declared, "encoding": encoding}
    return Problem("intake-encoding-differs", facts, (Place(name),), "note")


def _differing(said: str, data: bytes) -> bool:
    return said not in {"", "utf-8"} and not data.isascii()


def _known(declared: str) -> str:
    """The codec for a declared name; '' for none, for one that Python lacks, and for one that makes no text."""
    try:
        found = codecs.lookup(declared.strip().strip("\"'")).name if declared.strip() else ""
    except (LookupError, ValueError):
        return ""
    if found.startswith(("utf-16", "utf-32")):
        return ""
    return SEEN_AS.get(found, found) if found == "utf-8" or found in SEEN_AS or found.startswith(("cp", "iso")) else ""


def _valid(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _is_utf8(data: bytes) -> bool:
    """Whether it was UTF-8 before some bytes were lost: ten right letters for every wrong one.

    >>> _is_utf8("المجلس قرر".encode() + bytes([0xD8])), _is_utf8("élevé".encode("cp1252"))
    (True, False)
    """
    text = data.decode("utf-8", errors="replace")
    wrong = text.count("\ufffd")
    if not wrong:
        return True
    right = len(data) - sum(len(piece) for piece in text.split("\ufffd")) - wrong
    return right >= 10 * wrong or (wrong == 1 and right >= 4 and data[-1:] >= b"\xc0")


def _without_mark(name: str, data: bytes) -> str:
    """UTF-16 or 32 without a byte order mark: the high bytes of Latin and Arabic letters are 00 and 06; '' for an accident.

    >>> _without_mark("", "قرار المجلس".encode("utf-16-le")), _without_mark("", b"The Council\\x00 decides")
    ('utf-16-le', '')
    """
    if len(data) % 4 == 0 and data:
        for encoding, zeros in (("utf-32-le", (2, 3)), ("utf-32-be", (0, 1))):
            if all(data[n::4].count(0) == len(data) // 4 for n in zeros) and _valid(data, encoding):
                return encoding
    if len(data) % 2 == 0:
        for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
            highs = data[first::2]
            if highs.count(0) + highs.count(6) > 0.9 * len(highs):
                return encoding
    if data.count(0) <= max(3, len(data) // 200):
        return ""
    raise refuse("intake-not-text", name, kind="binary")


def _single(data: bytes) -> str:
    """Which encoding of one byte a letter: Arabic words are high bytes alone, French ones have them among others.

    >>> _single("قرار المجلس".encode("iso-8859-6")), _single("État préoccupé à".encode("cp1252"))
    ('iso-8859-6', 'windows-1252')
    """
    sample = data[:SAMPLE]
    if len(MAC_WORD.findall(sample)) > len(WINDOWS_WORD.findall(sample)):
        return "mac-roman"
    arabic = latin = 0
    for token in TOKEN.findall(sample):
        if HIGH_WORD.fullmatch(token):
            arabic += len(token)
        elif len(token) > 1:
            latin += len(token)
    if arabic <= latin:
        return "windows-1252"
    return max(("windows-1256", "iso-8859-6", "mac-arabic"), key=lambda encoding: _frequent(sample, encoding))


def _frequent(sample: bytes, encoding: str) -> int:
    text = sample.decode(encoding, errors="replace")
    signs = len(MAC_SIGNS.findall(sample)) if encoding == "mac-arabic" else 0
    return sum(text.count(letter) for letter in FREQUENT) - 3 * (text.count("\ufffd") + signs)


def _checked(name: str, data: bytes, text: str) -> str:
    """The text without its few stray control characters; raises NotReadable where they are no accident."""
    lost = text.count("\ufffd")
    if not lost and len(data.translate(None, CONTROLS)) == len(data):
        return text
    before = min(lost, data.count(b"\xef\xbf\xbd"))  # lost by an earlier program, which wrote their sign
    strange = len(CONTROL.findall(text)) + lost - before
    if strange > max(3, len(text) // 50) or before > len(text) // 4:
        raise refuse("intake-not-text", name, kind="binary")
    return CONTROL.sub("", text)


def _lines(name: str, text: str) -> tuple[Place, ...]:
    """The lines in which something was lost."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tuple(Place(name, line=number) for number, line in enumerate(plain, 1) if "\ufffd" in line)
