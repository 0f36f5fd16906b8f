"""Checkpoints: what the record said of itself at a size, signed (C2SP tlog-checkpoint and signed-note).

records.example/house          the origin: which log
17                             its size
sDkZ…=                         its root, base64
                               (further lines say more; they are signed too)

— records.example/house Az3g…  a signature: base64(key hash ‖ Ed25519 over all lines before the blank one)
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable
from dataclasses import dataclass

from amana.ledger.keys import Signer, Vkey, is_name
from amana.ledger.tree import HASH

_DASH = "— "


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The root of the log `origin` at `size`."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def text(self) -> str:
        """The lines that are signed."""
        lines = (self.origin, str(self.size), base64.b64encode(self.root).decode(), *self.extensions)
        return "".join(f"{line}\n" for line in lines)

    @classmethod
    def parse(cls, text: str) -> Checkpoint:
        """The checkpoint that these lines are; ValueError where they are none, byte for byte."""
        lines = text.split("\n")
        if len(lines) < 4 or lines.pop() != "":
            raise ValueError("a checkpoint has a line for its origin, its size and its root")
        origin, size, root, *more = lines
        if not (size.isascii() and size.isdigit()):
            raise ValueError(f"{size!r} is not a size")
        try:
            point = cls(origin, int(size), base64.b64decode(root, validate=True), tuple(more))
        except binascii.Error as why:
            raise ValueError(f"the root is not base64: {why}") from None
        if not origin or "" in more or len(point.root) != HASH or point.text() != text:
            raise ValueError("a checkpoint is not written so")
        return point


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line: whose, by which key (four bytes), the 64 bytes themselves."""

    name: str
    key: bytes
    signature: bytes

    def __str__(self) -> str:
        return f"{_DASH}{self.name} {base64.b64encode(self.key + self.signature).decode()}"


@dataclass(frozen=True, slots=True)
class SignedNote:
    """A checkpoint with its signatures, not yet verified."""

    checkpoint: Checkpoint
    signatures: tuple[Signature, ...]

    def signed_by(self, key: Vkey) -> bool:
        """Whether `key` signed this checkpoint."""
        message = self.checkpoint.text().encode()
        mine = [s for s in self.signatures if s.name == key.name and s.key == key.hash]
        return any(key.verifies(s.signature, message) for s in mine)

    def __str__(self) -> str:
        return self.checkpoint.text() + "\n" + "".join(f"{s}\n" for s in self.signatures)


def sign(checkpoint: Checkpoint, *signers: Signer) -> str:
    """The signed note of a checkpoint. Two signers where a key hands over to the next.

    >>> key = Signer.new("records.example/house")
    >>> note = sign(Checkpoint("records.example/house", 0, bytes(32)), key)
    >>> read_note(note).signed_by(key.vkey)
    True
    """
    message = checkpoint.text().encode()
    if Checkpoint.parse(message.decode()) != checkpoint:
        raise ValueError(f"not a checkpoint: {checkpoint!r}")
    made = (Signature(s.name, s.vkey.hash, s.sign(message)) for s in signers)
    return str(SignedNote(checkpoint, tuple(made)))


def read_note(text: str) -> SignedNote:
    """The signed checkpoint that `text` is; ValueError where it is none, byte for byte. Signatures are not verified."""
    head, blank, tail = text.rpartition("\n\n")
    if not blank or not tail.endswith("\n"):
        raise ValueError("a signed note is its lines, a blank line, and signatures")
    note = SignedNote(Checkpoint.parse(head + "\n"), tuple(_signature(line) for line in tail[:-1].split("\n")))
    if str(note) != text:
        raise ValueError("a signed note is not written so")
    return note


def open_note(text: str, keys: Iterable[Vkey]) -> Checkpoint:
    """The checkpoint in a signed note that at least one of `keys` signed; ValueError where none did."""
    note = read_note(text)
    if not any(note.signed_by(key) for key in keys):
        raise ValueError("no known key signed this checkpoint")
    return note.checkpoint


def _signature(line: str) -> Signature:
    name, space, encoded = line.removeprefix(_DASH).partition(" ")
    if not line.startswith(_DASH) or not space or not is_name(name):
        raise ValueError("a signature line is '— name base64'")
    try:
        raw = base64.b64decode(encoded, validate=True)
    except binascii.Error as why:
        raise ValueError(f"a signature is not base64: {why}") from None
    if len(raw) < 5:
        raise ValueError("a signature is too short")
    return Signature(name, raw[:4], raw[4:])
