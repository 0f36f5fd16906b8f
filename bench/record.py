"""The record on a disk: loading, entering, replaying, proving; the peer is plain SQLite writing rows as many and as long."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.__main__ import Goal

ROOT = Path(__file__).resolve().parent.parent
ACTS, LEAVES, CHUNK = 10_000, 100_000, 500
GOALS = {
    "load of the OIC folder, s": Goal(10),
    "10,000 acts through enter_many, s": Goal(6),
    "longest the lock is held by a chunk of 500, s": Goal(0.5),
    "replay, acts/s": Goal(4_000, at_most=False),
    "durable leaves/s, from 10,000 to 100,000": Goal(1_500, at_most=False),
    "proof at 100,000 from the database, ms": Goal(5),
}


def figures() -> dict[str, float]:
    """Seconds, acts a second, milliseconds; each in a process of its own over a new house."""
    with tempfile.TemporaryDirectory(prefix="amana-bench-") as folder:
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("AMANA", "DJANGO"))},
            "PYTHONPATH": "src:.",
            "AMANA_VAR": folder,
            "AMANA_ORGANIZATION": str(ROOT / "organizations/oic"),
        }
        code = "import json; from bench.record import measured; print(json.dumps(measured()))"
        out = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
        )
    told: dict[str, float] = json.loads(out.stdout.splitlines()[-1])
    return told


def measured() -> dict[str, float]:
    """The figures of one process."""
    from amana import folder
    from amana.cli import housed

    housed.set_up()
    housed.open_house()
    from django.conf import settings

    from amana.acts import exporting, loading, proving, rebuilding, record
    from amana.store import queries

    told: dict[str, float] = {}
    told["load of the OIC folder, s"] = timed(lambda: loading.load(folder.read(Path(settings.ORGANIZATION))))
    acts = list(cites(0, ACTS))
    held: list[float] = []
    record._door = _watched(record._door, held)  # type: ignore[assignment]
    seconds = timed(lambda: record.enter_many(acts, by="console"))
    told["10,000 acts through enter_many, s"] = seconds
    told["… / plain SQLite"] = seconds / timed(lambda: plain(Path(settings.VAR) / "peer.sqlite3", ACTS))
    told["longest the lock is held by a chunk of 500, s"] = max(held)
    told["acts entered one by one, each durable, /s"] = 200 / timed(
        lambda: [record.enter(act, by="console") for act in cites(2_000_000, 2_000_200)]
    )
    size, _ = queries.head()
    with rebuilding.second_database("default") as beside:
        told["replay, acts/s"] = size / timed(lambda: rebuilding.replay(beside))
    told["live record verified, entries/s"] = size / timed(proving.prove)
    told["exported, entries/s"] = size / timed(lambda: exporting.export(Path(settings.VAR) / "out", audience="house"))
    rest = timed(lambda: record.enter_many(cites(ACTS, LEAVES), by="console"))
    told["durable leaves/s, from 10,000 to 100,000"] = (LEAVES - ACTS) / rest
    told["proof at 100,000 from the database, ms"] = proof_ms()
    return told


def timed(work: Callable[[], object]) -> float:
    """Seconds that a piece of work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def cites(first: int, last: int) -> Iterator:  # type: ignore[type-arg]
    """Acts as small as they come."""
    from amana.acts.organization import Cite
    from amana.values.facts import Source

    return (Cite(Source(f"source-{number}", "N", f"https://example.org/{number}")) for number in range(first, last))


def proof_ms(times: int = 300) -> float:
    """Milliseconds for the proof that an entry is in the record: its nodes in one query, the proof written."""
    from amana.acts import keys
    from amana.acts.exporting import header_of
    from amana.ledger.proof import check_proof, make_proof
    from amana.ledger.tree import MemoryHashes, inclusion_nodes
    from amana.store import queries

    point = queries.checkpoint()
    assert point is not None
    entries = [queries.entry(1 + number * (point.size // times)) for number in range(times)]
    key, made = keys.chain()[-1].vkey, ""
    began = time.perf_counter()
    for entry in entries:
        assert entry is not None
        nodes = queries.nodes({name for part in inclusion_nodes(entry.no - 1, point.size) for name in part})
        made = make_proof(header_of(entry), point.note, key, MemoryHashes(nodes))
    spent = (time.perf_counter() - began) / times * 1000
    assert not check_proof(made)
    return spent


def plain(path: Path, acts: int) -> None:
    """The peer: for each act a header, a body, a node or two and a row, with a commit for each chunk, as durable."""
    database = sqlite3.connect(path, isolation_level=None)
    database.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)"
    )
    for start in range(0, acts * 5, CHUNK * 5):
        database.execute("BEGIN IMMEDIATE")
        database.executemany(
            "INSERT INTO t VALUES (?, ?)", ((number, "x" * 180) for number in range(start, start + CHUNK * 5))
        )
        database.execute("COMMIT")
    database.close()


def _watched(door: Callable, held: list[float]) -> Callable:  # type: ignore[type-arg]
    @contextmanager
    def watched(using: str) -> Iterator[object]:
        with door(using) as head:
            began = time.perf_counter()
            yield head
        held.append(time.perf_counter() - began)

    return watched


if __name__ == "__main__":
    for name, value in figures().items():
        print(f"{name:60} {value:12,.3f}")
