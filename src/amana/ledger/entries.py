"""One entry of the record: a public header, and a body to which the header is bound by a salted hash.

The header goes to everybody, for ever; the body goes to its audience and may be withheld or erased, and the record
still verifies. Both are canonical JSON (RFC 8785) and are kept byte for byte as they were entered.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass
from datetime import date
from typing import Any

import rfc8785

from amana.values.audiences import AUDIENCES
from amana.values.codec import Plain
from amana.values.ids import EntryNo, PersonId

SALT = 16
"""Bytes of salt before a body: a short body cannot be guessed from its hash."""

FIELDS = ("act", "audience", "body", "day", "no", "version")
LONGEST = 0xFFFF
"""Bytes a header may have: its length is told in two bytes in an export."""


@dataclass(frozen=True, slots=True)
class Header:
    """What everybody may know of an entry.

    `no` counts from 1; `day` is a day in the organization's time zone ('2026-11-22'); `act` the permanent name of the
    act and `version` that of its body; `body` the commitment: 64 hex digits of `commit(salt, body)`.
    """

    no: EntryNo
    day: str
    act: str
    version: int
    audience: str
    body: str


def new_salt() -> bytes:
    """Sixteen random bytes."""
    return secrets.token_bytes(SALT)


def canonical(plain: Plain) -> bytes:
    """The one way of writing a JSON value (RFC 8785).

    >>> canonical({"b": "ميثاق", "a": 1}).decode()
    '{"a":1,"b":"ميثاق"}'
    """
    written: bytes = rfc8785.dumps(plain)
    return written


def body_bytes(
    act: Plain, *, at: str, by: PersonId, batch: str | None = None, corrects: EntryNo | None = None
) -> bytes:
    """The body of an entry: the act, the moment it was entered (UTC, '…Z'), by whom, its batch, what it corrects."""
    return canonical({"act": act, "at": at, "batch": batch, "by": by, "corrects": corrects})


def commit(salt: bytes, body: bytes) -> str:
    """What binds a header to its body: SHA-256 over salt and body, in hex."""
    return hashlib.sha256(salt + body).hexdigest()


def header_bytes(header: Header) -> bytes:
    """The header as it enters the tree.

    >>> header_bytes(Header(17, "2026-11-22", "mandate.assign", 1, "house", "00" * 32))[:40]
    b'{"act":"mandate.assign","audience":"hous'
    """
    return canonical({name: getattr(header, name) for name in FIELDS})


def read_header(data: bytes) -> Header:
    """The header that `data` is; ValueError, with the reason, where it is not one byte for byte."""
    plain = _object(data)
    if set(plain) != set(FIELDS):
        raise ValueError(f"a header has the fields {', '.join(FIELDS)}, not {', '.join(sorted(plain))}")
    header = Header(**plain)
    for reason in _faults(header):
        raise ValueError(reason)
    if header_bytes(header) != data:
        raise ValueError("it is not written in canonical JSON (RFC 8785)")
    return header


def leaf_hash(header: bytes) -> bytes:
    """The leaf of an entry in the tree, from its header's bytes (RFC 9162, 2.1.1)."""
    return hashlib.sha256(b"\x00" + header).digest()


def _object(data: bytes) -> dict[str, Any]:
    try:
        plain = json.loads(data)
    except (ValueError, RecursionError) as why:  # UnicodeDecodeError is a ValueError
        raise ValueError(f"it is not JSON: {why}") from None
    if not isinstance(plain, dict):
        raise ValueError("it is not a JSON object")
    return plain


def _faults(header: Header) -> list[str]:
    """What a header says that cannot be."""
    faults = []
    for name in ("no", "version"):
        if type(getattr(header, name)) is not int or getattr(header, name) < 1:
            faults.append(f"'{name}' is not a whole number from 1")
    if not isinstance(header.act, str) or not header.act:
        faults.append("'act' is not a name")
    if header.audience not in AUDIENCES:
        faults.append(f"'audience' is none of {', '.join(AUDIENCES)}")
    if not is_digest(header.body):
        faults.append("'body' is not 64 small hex digits")
    if not _is_day(header.day):
        faults.append("'day' is not a day like 2026-11-22")
    return faults


def is_digest(text: object) -> bool:
    """A SHA-256 hash in small hex digits.

    >>> is_digest("0a" * 32), is_digest("0A" * 32)
    (True, False)
    """
    return isinstance(text, str) and len(text) == 64 and all(c in "0123456789abcdef" for c in text)


def _is_day(text: object) -> bool:
    try:
        return isinstance(text, str) and date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
