"""How fast the arithmetic of the record is, without a database: appends, proofs, export and verification."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from amana.ledger.entries import Header, body_bytes, commit, header_bytes, leaf_hash
from amana.ledger.export import Exported, export
from amana.ledger.keys import Signer
from amana.ledger.manifest import KeySince
from amana.ledger.notes import Checkpoint, sign
from amana.ledger.proof import check_proof, make_proof
from amana.ledger.tree import Edge, MemoryHashes, consistency_proof, inclusion_proof
from amana.ledger.verify import verify

SIZE = 100_000
ENTRIES = 20_000
PROOFS = 500


def entries(count: int) -> Iterator[Exported]:
    """Entries as a desk makes them."""
    for no in range(1, count + 1):
        salt = no.to_bytes(16, "big")
        body = body_bytes({"mandate": f"m-{no}", "officer": "p-0123456789ab"}, at="2026-11-22T10:00:00Z", by="p-0")
        yield Exported(
            header_bytes(Header(no, "2026-11-22", "mandate.assign", 1, "house", commit(salt, body))), salt, body
        )


def figures() -> dict[str, float]:
    """The name of each figure, with its unit, and its value."""
    found: dict[str, float] = {}
    headers = [entry.header for entry in entries(1000)]
    edge, hashes, started = Edge(), MemoryHashes(), time.perf_counter()
    for no in range(SIZE):
        edge, nodes = edge.grow(leaf_hash(headers[no % 1000]))
        hashes.put(nodes)
    found["appends in memory, leaves/s"] = SIZE / (time.perf_counter() - started)
    found["root at 100,000, ms"] = _ms(lambda _: edge.root())
    found["inclusion proof at 100,000, ms"] = _ms(lambda n: inclusion_proof(SIZE, n * 199, hashes))
    found["consistency proof at 100,000, ms"] = _ms(lambda n: consistency_proof(n * 199 + 1, SIZE, hashes))
    signer = Signer.new("records.example/house")
    point = Checkpoint(signer.name, SIZE, edge.root())
    found["checkpoint signed, ms"] = _ms(lambda _: sign(point, signer))
    note = sign(point, signer)
    made = make_proof(headers[9], note, signer.vkey, hashes)
    found["proof checked by its reader, ms"] = _ms(lambda _: check_proof(made))
    return found | _folder(signer)


def _folder(signer: Signer) -> dict[str, float]:
    """An export and its verification, entries a second."""
    edge = Edge()
    for entry in entries(ENTRIES):
        edge = edge.append(leaf_hash(entry.header))
    note = sign(Checkpoint(signer.name, ENTRIES, edge.root()), signer)
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        export(Path(folder), entries(ENTRIES), [note], [KeySince(1, signer.vkey)], audience="house")
        between = time.perf_counter()
        report = verify(Path(folder), note)
        ended = time.perf_counter()
    if report.problems:
        raise AssertionError(report.problems)
    return {"exported, entries/s": ENTRIES / (between - started), "verified, entries/s": ENTRIES / (ended - between)}


def _ms(step: Callable[[int], object]) -> float:
    started = time.perf_counter()
    for n in range(PROOFS):
        step(n)
    return (time.perf_counter() - started) / PROOFS * 1000


if __name__ == "__main__":
    for name, value in figures().items():
        print(f"{name:40} {value:12,.3f}")
