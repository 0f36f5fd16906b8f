"""Who may sign a checkpoint of which size: the chain of keys, each handing over to the next."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass

from amana.ledger.findings import Findings
from amana.ledger.keys import Vkey
from amana.ledger.manifest import CHECKPOINTS, KEY, KeySince
from amana.ledger.notes import SignedNote, read_note
from amana.values.problems import Problem


@dataclass(frozen=True, slots=True)
class Chain:
    """The keys of a record, the oldest first."""

    keys: tuple[KeySince, ...]

    def at(self, size: int) -> tuple[KeySince, ...]:
        """Who must sign a checkpoint of `size` entries: one key, or two where one hands over to the other."""
        held = [n for n, key in enumerate(self.keys) if key.first <= max(size, 1)]
        if not held:
            return ()
        last = held[-1]
        handing = last > 0 and self.keys[last].first == size
        return self.keys[last - 1 : last + 1] if handing else self.keys[last : last + 1]

    def check(self, note: SignedNote, origin: str, file: str, found: Findings, *, one: bool = False) -> None:
        """Whether a checkpoint is of this record and signed by whom it must be; `one` of two is enough for an old one."""
        point = note.checkpoint
        if point.origin != origin:
            found.add("ledger-checkpoint-origin", file, found=point.origin, origin=origin)
        signers = self.at(point.size)
        missing = [key for key in signers if key.vkey.name != point.origin or not note.signed_by(key.vkey)]
        for key in () if one and len(missing) < len(signers) else missing:
            found.add("ledger-checkpoint-unsigned", file, first=key.first, key=str(key.vkey))
        if not signers:
            found.add("ledger-checkpoint-unsigned", file, first=1, key="–")

    def announced(self) -> dict[int, Vkey]:
        """The entries that announce a key, and the key that they must say."""
        return {key.first: key.vkey for key in self.keys[1:]}


def read_keys(text: str, found: Findings) -> Chain:
    """The chain in the file `key`; what is wrong with it goes to `found`."""
    keys: list[KeySince] = []
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        try:
            key = KeySince.parse(line)
        except ValueError as why:
            found.add("ledger-key-unreadable", KEY, line=number, why=str(why))
            continue
        if key.first <= keys[-1].first if keys else key.first != 1:
            found.add("ledger-key-order", KEY, line=number)
            continue
        keys.append(key)
    if not text.endswith("\n"):
        found.add("ledger-key-unreadable", KEY, line=text.count("\n") + 1, why="its line does not end")
    return Chain(tuple(keys))


def check_trusted(chain: Chain, trusted: Vkey | None, found: Findings) -> None:
    """Whether the key that the reader knows from elsewhere is one of these."""
    if trusted is not None and trusted not in [key.vkey for key in chain.keys]:
        found.add("ledger-key-unknown", KEY, key=str(trusted), found=tuple(str(k.vkey) for k in chain.keys))


def check_handed_over(chain: Chain, sizes: Sequence[int], said: dict[int, bytes | None], found: Findings) -> None:
    """Whether every later key was announced by its entry, and by a checkpoint that both keys signed.

    `sizes` are those of the checkpoints; `said` has the bodies of the announcing entries, None where there is none.
    """
    kept = set(sizes)
    for first, vkey in chain.announced().items():
        if first not in kept:
            found.add("ledger-key-not-handed-over", KEY, first=first, key=str(vkey), missing=f"{CHECKPOINTS}/{first}")
        body = said.get(first)
        if body is None or str(vkey).encode() not in body:
            found.add("ledger-key-not-announced", KEY, first=first, key=str(vkey))


def check_old(
    old: str, chain: Chain, origin: str, roots: dict[int, bytes], entries: int, found: Findings, file: str
) -> None:
    """Whether the record still begins with what an old checkpoint signed. `roots` has the root at its size."""
    try:
        note = read_note(old)
    except ValueError as why:
        found.add("ledger-checkpoint-unreadable", file, why=str(why))
        return
    point = note.checkpoint
    chain.check(note, origin, file, found, one=True)
    if point.size > entries:
        found.add("ledger-shorter", file, size=point.size, entries=entries)
    elif roots[point.size] != point.root:
        found.add("ledger-rewritten", file, size=point.size, signed=show(point.root), found=show(roots[point.size]))


def show(root: bytes) -> str:
    """A root as checkpoints write it."""
    return base64.b64encode(root).decode()


def is_error(problem: Problem) -> bool:
    """Whether a problem means that the record cannot be trusted as it is."""
    return problem.severity == "error"
