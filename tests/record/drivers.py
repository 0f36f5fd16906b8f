"""Houses in processes of their own that write at once, or are killed in the middle: run as a program by the tests.

    python tests/record/drivers.py writers|desk|load SEED TIMES     prints what it saw as one JSON object

Children are forked, with no connection open, so that fifty of them start in no time.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
OIC = ROOT / "organizations/oic"


def main(what: str, seed: int, times: int) -> dict[str, Any]:
    """Open the house of the environment and do one of the three."""
    sys.path.insert(0, str(ROOT))
    from amana.cli import housed

    housed.set_up()
    housed.open_house()
    return {"writers": writers, "desk": desk, "load": load}[what](random.Random(seed), times)


def fork(work: Callable[[int], None]) -> tuple[int, int]:
    """Do `work` in a child that writes to a pipe: its number, and where to read."""
    from django.db import connections

    connections.close_all()
    read, write = os.pipe()
    if child := os.fork():
        os.close(write)
        return child, read
    os.close(read)
    code = 1
    try:
        work(write)
        code = 0
    finally:
        os._exit(code)


def said(read: int) -> list[list[str]]:
    """Every whole line a child wrote until it ended, as words."""
    with os.fdopen(read, "rb") as pipe:
        lines = pipe.read().decode().splitlines(keepends=True)
    return [line.split() for line in lines if line.endswith("\n")]


def writers(rng: random.Random, times: int) -> dict[str, Any]:
    """Six processes that enter at once, while a seventh exports, backs up and rebuilds."""
    from django.conf import settings

    from amana.acts import backup, exporting, proving, rebuilding, record
    from amana.acts.organization import Cite
    from amana.ledger.verify import verify
    from amana.store import models
    from amana.values.facts import Source

    record.enter(Cite(Source("first", "N")), by="console")
    go, start = os.pipe()

    def work(name: str) -> Callable[[int], None]:
        def enter(out: int) -> None:
            os.close(start)
            os.read(go, 1)  # ends when the parent lets go: all begin at once
            for number in range(times):
                no = record.enter(Cite(Source(f"{name}-{number}", "N")), by="console").no
                os.write(out, f"{no} {name}-{number}\n".encode())

        return enter

    children = [fork(work(f"w{number}")) for number in range(6)]
    os.close(start)
    beside = Path(settings.VAR)
    sizes = [exporting.export(beside / f"out{n}", audience="house").entries for n in range(4)]
    backup.backup(beside / "backup.tar.gz")
    differing = rebuilding.rebuild(swap=False).differing
    lines = [line for _, read in children for line in said(read)]
    codes = [os.waitpid(child, 0)[1] for child, _ in children]
    return {
        "codes": codes,
        "numbers": sorted(int(no) for no, _ in lines),
        "passed": max(_passed(lines, f"w{number}-") for number in range(6)),
        "lost": sorted(
            {key for _, key in lines} ^ set(models.Fact.objects.exclude(key="first").values_list("key", flat=True))
        ),
        "sizes": sizes,
        "beside": [p.message() for n in range(4) for p in verify(beside / f"out{n}").problems] + list(differing),
        "problems": [p.message() for p in proving.prove().problems],
    }


def _passed(lines: list[list[str]], name: str) -> int:
    """How many entries of others went in, at the most, while a writer waited: all begin at once, after entry 2."""
    own = [2, *(int(no) for no, key in lines if key.startswith(name))]
    return max(after - before - 1 for before, after in pairwise(own))


def desk(rng: random.Random, times: int) -> dict[str, Any]:
    """Somebody at a desk, killed again and again: sources cited, files kept, the key renewed."""
    from amana.acts import files, proving, record
    from amana.acts.organization import Cite
    from amana.store import models
    from amana.values.facts import Source

    def work(run: int) -> Callable[[int], None]:
        def enter(out: int) -> None:
            for number in range(10_000):
                name = f"{run}-{number}"
                if number % 5 == 3:
                    record.renew_key(name, by="console")
                elif number % 5 == 4:
                    files.keep(name, "text/plain", name.encode(), by="console")
                no = record.enter(Cite(Source(name, "N")), by="console").no
                os.write(out, f"{no} {name}\n".encode())

        return enter

    seen: dict[str, Any] = {"killed": 0, "acknowledged": 0, "lost": [], "problems": []}
    longest = 0.25
    for run in range(times):
        child, read = fork(work(run))
        time.sleep(rng.uniform(0.0, longest))
        seen["killed"] += _kill(child)
        lines = said(read)
        longest += 0.0 if lines else 0.5  # on a slow machine one gets something done too
        seen["acknowledged"] += len(lines)
        here = dict(models.Fact.objects.filter(kind="source").values_list("key", "entry"))
        seen["lost"] += [line for line in lines if here.get(line[1]) != int(line[0])]
        seen["problems"] += [p.message() for p in proving.prove().problems]
    record.enter(Cite(Source("afterwards", "N")), by="console")
    return {**seen, "rows": _rows_differ(), "entries": proving.prove().entries}


def load(rng: random.Random, times: int) -> dict[str, Any]:
    """The OIC loaded into one new house after the other, killed until it gets through."""
    from django.conf import settings
    from django.db import connections

    from amana import folder
    from amana.acts import dumping, loading, proving, record

    record.enter_many.__kwdefaults__["chunk"] = 40  # more moments between two chunks
    org, empty = folder.read(OIC), Path(settings.VAR)
    seen: dict[str, Any] = {"killed": 0, "midway": 0, "through": 0, "problems": [], "unequal": []}
    while seen["killed"] < times:
        connections.close_all()
        with tempfile.TemporaryDirectory(dir=empty.parent) as name:
            house = Path(name)
            _move_to(house, empty)
            for attempt in range(100):  # the later, the longer it may run: it gets through in the end
                child, read = fork(lambda _: loading.load(org) and None)
                time.sleep(rng.uniform(0.0, 0.12 + 0.08 * attempt))
                killed = _kill(child)
                said(read)
                made = proving.prove()
                seen["killed"] += killed
                seen["midway"] += killed and 1 < made.entries < 786
                seen["problems"] += [p.message() for p in made.problems]
                if not killed:
                    break
            dumping.dump(house / "dumped")
            seen["through"] += 1
            seen["unequal"] += [] if _bytes(house / "dumped") == _bytes(OIC) else [name]
            seen["problems"] += [str(loading.plan(org).acts)] if loading.plan(org).acts else []
            connections.close_all()
    return seen


def _move_to(house: Path, empty: Path) -> None:
    """Point this process to a new house with empty tables."""
    from django.conf import settings
    from django.db import connections

    shutil.copy(empty / "amana.sqlite3", house / "amana.sqlite3")
    connections["default"].settings_dict["NAME"] = str(house / "amana.sqlite3")
    settings.VAR, settings.FILES, settings.RECORD_KEY = house, house / "files", house / "record.key"


def _kill(child: int) -> int:
    """Kill a child without a warning; 1 where it was still at work, 0 where it had ended well."""
    os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise SystemExit("a child failed by itself")
    return int(os.WIFSIGNALED(status))


def _rows_differ() -> dict[str, str]:
    from amana.acts import rebuilding

    return rebuilding.rebuild(swap=False).differing


def _bytes(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))))
