"""A small record, exported: Arabic and English bodies, some withheld, one erased, a key that hands over to the next."""

from dataclasses import dataclass

import pytest

from amana.ledger.entries import Header, body_bytes, commit, header_bytes, leaf_hash
from amana.ledger.export import Exported, export
from amana.ledger.keys import Signer
from amana.ledger.manifest import KeySince
from amana.ledger.notes import Checkpoint, sign
from amana.ledger.tree import Edge, MemoryHashes

ORIGIN = "records.example/house"
AT = "2026-11-22T10:00:00Z"


@pytest.fixture(scope="session")
def make():
    """Makes a record: `make(size, renewed, points)`."""
    return record


@dataclass
class Record:
    """What a store would hand to the ledger."""

    entries: list
    points: list
    keys: list
    signers: list
    hashes: MemoryHashes

    def export(self, folder, audience="public", **more):
        return export(folder, self.entries, self.points, self.keys, audience=audience, **more)


def record(size, renewed, points, origin=ORIGIN, erased=2, withheld=(3,), said="تكليف", signers=()):
    """`size` entries; the second key is announced by entry `renewed`; checkpoints at `points`."""
    first, second = signers or (Signer.new(origin), Signer.new(origin))
    edge, hashes, entries, notes = Edge(), MemoryHashes(), [], []
    for no in range(1, size + 1):
        act = {"key": str(second.vkey)} if no == renewed else {"officer": "p-1", "note": f"{said} {no}"}
        salt, body = bytes([no % 256]) * 16, body_bytes(act, at=AT, by="p-2")
        name, audience = ("record.renew", "public") if no == renewed else ("mandate.assign", "house")
        header = header_bytes(Header(no, "2026-11-22", name, 1, audience, commit(salt, body)))
        gone = no == erased or no in withheld
        entries.append(Exported(header, None if gone else salt, None if gone else body, erased=no == erased))
        edge, nodes = edge.grow(leaf_hash(header))
        hashes.put(nodes)
        if no in points:
            by = [first] * (no <= renewed) + [second] * (no >= renewed)
            notes.append(sign(Checkpoint(origin, no, edge.root()), *by))
    return Record(entries, notes, [KeySince(1, first.vkey), KeySince(renewed, second.vkey)], [first, second], hashes)


@pytest.fixture(scope="session")
def small():
    """Five entries: few enough to try every byte of them."""
    return record(5, 4, (1, 4, 5))


@pytest.fixture(scope="session")
def large():
    """2,300 entries: whole tiles, partial ones, three files of bodies."""
    return record(2300, 700, (1, 500, 700, 1999, 2300), withheld=range(20, 2000, 7))
