"""The keys that sign checkpoints: the public one as C2SP writes it, the private one in a file of its own.

Ed25519 only. A verifier key reads `<name>+<8 hex>+<base64(0x01 ‖ public key)>`, a private key file holds one line
`PRIVATE+KEY+<name>+<8 hex>+<base64(0x01 ‖ seed)>`, as Go's `note` package writes both. The name is the origin of the log.
"""

from __future__ import annotations

import base64
import hashlib
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from amana.values.problems import NotReadable, Place, Problem, Refused

ED25519 = b"\x01"
_PRIVATE = "PRIVATE+KEY+"


@dataclass(frozen=True, slots=True)
class Vkey:
    """A public key and whose it is: what a reader needs to verify a checkpoint.

    >>> key = Signer.new("records.example/house").vkey
    >>> Vkey.parse(str(key)) == key
    True
    """

    name: str
    public: bytes

    @property
    def hash(self) -> bytes:
        """Four bytes by which a signature names its key."""
        return _key_hash(self.name, self.public)

    @classmethod
    def parse(cls, text: str) -> Vkey:
        """The key that `text` writes; ValueError where it writes none."""
        name, digest, encoded = _parts(text)
        key = cls(name, _strict(encoded))
        if key.hash.hex() != digest:
            raise ValueError(f"the key's hash is {key.hash.hex()}, not {digest}")
        return key

    def __str__(self) -> str:
        return f"{self.name}+{self.hash.hex()}+{base64.b64encode(ED25519 + self.public).decode()}"

    def verifies(self, signature: bytes, message: bytes) -> bool:
        """Whether this key signed `message`."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True, slots=True)
class Signer:
    """A private key; it is never shown."""

    name: str
    _seed: bytes = field(repr=False)

    @classmethod
    def new(cls, name: str) -> Signer:
        """A new random key for the log `name`; ValueError where a note cannot carry that name."""
        if not is_name(name):
            raise ValueError(f"{name!r} cannot name a key: no spaces, no '+'")
        return cls(name, Ed25519PrivateKey.generate().private_bytes_raw())

    @property
    def vkey(self) -> Vkey:
        """The public half."""
        return Vkey(self.name, Ed25519PrivateKey.from_private_bytes(self._seed).public_key().public_bytes_raw())

    def sign(self, message: bytes) -> bytes:
        """Sixty-four bytes of signature over `message`."""
        return Ed25519PrivateKey.from_private_bytes(self._seed).sign(message)

    def to_text(self) -> str:
        """The private key as its file holds it: keep it secret."""
        return f"{_PRIVATE}{self.name}+{self.vkey.hash.hex()}+{base64.b64encode(ED25519 + self._seed).decode()}\n"

    @classmethod
    def parse(cls, text: str) -> Signer:
        """The key that a key file's text holds; ValueError where it holds none."""
        if not text.startswith(_PRIVATE):
            raise ValueError(f"it does not begin with {_PRIVATE}")
        name, digest, encoded = _parts(text.removeprefix(_PRIVATE).removesuffix("\n"))
        signer = cls(name, _strict(encoded))
        if signer.vkey.hash.hex() != digest:
            raise ValueError("its hash is another key's")
        return signer


def is_name(name: str) -> bool:
    """Whether a signed note can carry this name.

    >>> is_name("records.example/house"), is_name("my house"), is_name("a+b"), is_name("")
    (True, False, False, False)
    """
    return bool(name) and "+" not in name and name.isprintable() and not any(c.isspace() for c in name)


def new_key(path: Path, name: str) -> Signer:
    """Make a key in a new file that only its owner may read; Refused where the file is there already."""
    signer = Signer.new(name)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise Refused([_problem("ledger-keyfile-exists", path)]) from None
    with open(handle, "w", encoding="utf-8") as file:
        os.fchmod(file.fileno(), 0o600)  # whatever the umask said
        file.write(signer.to_text())
        file.flush()
        os.fsync(file.fileno())
    return signer


def load_key(path: Path) -> Signer:
    """The key in a file; NotReadable where it is missing, damaged, or open to others than its owner."""
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as why:
        raise NotReadable([_problem("ledger-keyfile-unreadable", path, why=str(why))]) from None
    if mode & 0o077:
        raise NotReadable([_problem("ledger-keyfile-open", path, mode=f"{mode:04o}")])
    try:
        return Signer.parse(text)
    except ValueError as why:
        raise NotReadable([_problem("ledger-keyfile-unreadable", path, why=str(why))]) from None


def _problem(code: str, path: Path, **facts: str) -> Problem:
    return Problem(code, {"file": str(path), **facts}, (Place(str(path)),))


def _key_hash(name: str, public: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\n" + ED25519 + public).digest()[:4]


def _parts(text: str) -> tuple[str, str, str]:
    parts = text.split("+", 2)
    if len(parts) != 3 or not is_name(parts[0]):
        raise ValueError("a key is written name+hash+base64")
    return parts[0], parts[1], parts[2]


def _strict(encoded: str) -> bytes:
    """The 32 bytes of an Ed25519 key, from base64 that is written in the one right way."""
    raw = base64.b64decode(encoded, validate=True)
    if base64.b64encode(raw).decode() != encoded or len(raw) != 33 or raw[:1] != ED25519:
        raise ValueError("it is not an Ed25519 key")
    return raw[1:]
