"""The bodies in an export: a line each, with the salt that binds it to its header, or the word that it was erased."""

from __future__ import annotations

import json
from dataclasses import dataclass

from amana.ledger.entries import SALT


@dataclass(frozen=True, slots=True)
class Body:
    """A body that may be seen; or, with neither salt nor body, one that was erased."""

    no: int
    salt: bytes | None = None
    body: bytes | None = None

    @property
    def erased(self) -> bool:
        """Whether nobody has it any more."""
        return self.body is None

    def to_line(self) -> bytes:
        """The line in a file of bodies, newline included.

        >>> Body(3, bytes(16), b'{"act":{}}').to_line()
        b'{"body":"{\\\\"act\\\\":{}}","no":3,"salt":"00000000000000000000000000000000"}\\n'
        >>> Body(4).to_line()
        b'{"erased":true,"no":4}\\n'
        """
        if self.body is None or self.salt is None:
            return _line({"erased": True, "no": self.no})
        return _line({"body": self.body.decode(), "no": self.no, "salt": self.salt.hex()})

    @classmethod
    def parse(cls, line: bytes) -> Body:
        """The body on a line (newline included); ValueError where there is none, byte for byte."""
        try:
            said = json.loads(line)
        except (ValueError, RecursionError) as why:
            raise ValueError(f"it is not JSON: {why}") from None
        if not isinstance(said, dict) or type(said.get("no")) is not int:
            raise ValueError("it does not name its entry")
        if "erased" in said:
            body = cls(said["no"])
        elif isinstance(said.get("body"), str) and isinstance(said.get("salt"), str):
            body = cls(said["no"], bytes.fromhex(said["salt"]), said["body"].encode())
            if body.salt is None or len(body.salt) != SALT:
                raise ValueError(f"its salt is not of {SALT} bytes")
        else:
            raise ValueError("it has no 'body' and 'salt', nor 'erased'")
        if body.to_line() != line:
            raise ValueError("it is not written in canonical JSON (RFC 8785)")
        return body


def _line(said: dict[str, object]) -> bytes:
    # text and whole numbers only: for these, this is RFC 8785, at a tenth of the time
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"
