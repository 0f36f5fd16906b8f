"""A proof that one entry is in the record: a small file that anybody can check without the record."""

from __future__ import annotations

import json
from typing import Any

from amana.ledger.entries import canonical, commit, leaf_hash, read_header
from amana.ledger.keys import Vkey
from amana.ledger.notes import SignedNote, read_note
from amana.ledger.tree import Hashes, inclusion_proof, verify_inclusion
from amana.values.problems import Fact, Problem

FORMAT = "amana-proof/1"
_FIELDS = {"checkpoint", "format", "header", "index", "key", "proof", "size"}
_BODY = {"body", "salt"}


def make_proof(
    header: bytes, checkpoint: str, key: Vkey, hashes: Hashes, *, salt: bytes | None = None, body: bytes | None = None
) -> str:
    """The proof that the entry with this header is under a signed checkpoint, as canonical JSON.

    `key` signed the checkpoint. With `salt` and `body` it proves the body too: only for those who may see it.
    IndexError where the entry came after the checkpoint.
    """
    size, index = read_note(checkpoint).checkpoint.size, read_header(header).no - 1
    said: dict[str, Any] = {
        "checkpoint": checkpoint,
        "format": FORMAT,
        "header": header.decode(),
        "index": index,
        "key": str(key),
        "proof": [step.hex() for step in inclusion_proof(size, index, hashes)],
        "size": size,
    }
    if salt is not None and body is not None:
        said |= {"body": body.decode(), "salt": salt.hex()}
    return canonical(said).decode() + "\n"


def check_proof(text: str, key: Vkey | None = None) -> tuple[Problem, ...]:
    """What is wrong with a proof: nothing, where it holds.

    Without `key`, known from elsewhere, it is checked against the key in the proof: that shows only that the proof
    agrees with itself.
    """
    try:
        said = _read(text)
        note, header = read_note(said["checkpoint"]), said["header"].encode()
        entry, steps, theirs = read_header(header), [bytes.fromhex(s) for s in said["proof"]], Vkey.parse(said["key"])
        _agree(said, note, entry.no)
    except (ValueError, TypeError, AttributeError, RecursionError) as why:
        return (_problem("ledger-proof-unreadable", why=str(why)),)
    problems, point, signer = [], note.checkpoint, key or theirs
    if signer != theirs or signer.name != point.origin or not note.signed_by(signer):
        problems.append(_problem("ledger-proof-unsigned", key=str(signer)))
    if not verify_inclusion(leaf_hash(header), said["index"], point.size, steps, point.root):
        problems.append(_problem("ledger-proof-differs", entry=entry.no, size=point.size))
    if "body" in said and commit(bytes.fromhex(said["salt"]), said["body"].encode()) != entry.body:
        problems.append(_problem("ledger-body-differs", entry=entry.no))
    return tuple(problems)


def _read(text: str) -> dict[str, Any]:
    said = json.loads(text)
    if not isinstance(said, dict) or set(said) - _BODY != _FIELDS or said["format"] != FORMAT:
        raise ValueError(f"it is not written as {FORMAT}")
    if canonical(said).decode() != text.strip():
        raise ValueError("it is not written in canonical JSON (RFC 8785)")
    if set(said) & _BODY not in (set(), _BODY):
        raise ValueError("a body and its salt come together")
    return said


def _agree(said: dict[str, Any], note: SignedNote, no: int) -> None:
    """What a proof says twice, it says the same; and it is written in one way only."""
    twice = (said["index"], said["size"])
    if not all(type(n) is int for n in twice) or twice != (no - 1, note.checkpoint.size):
        raise ValueError("its index or size is not that of its header or checkpoint")
    if any(bytes.fromhex(step).hex() != step for step in (*said["proof"], said.get("salt", ""))):
        raise ValueError("hashes are written in small hex digits")


def _problem(code: str, **facts: Fact) -> Problem:
    return Problem(code, {"file": "proof", **facts})
