"""The archive served as `make serve` serves: two processes, eight clients; the peer is a Django of one empty view, served alike."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from bench.__main__ import Goal
from bench.archive import ROOT, archive, environment
from bench.pages import PAGES

CLIENTS, SECONDS, PATIENCE = 8, 2.0, 60
ANEW = ("/en/", "/ar/members/", "/en/decisions/", "/ar/decisions/archive-440/in/ar-en-fr/", "/en/mandates/")
"""Pages that are also asked for with nothing kept: what each visitor would wait if all came at once after an entry."""
GOALS = {
    "slowest page, requests/s": Goal(200, at_most=False),
    "largest p95, ms": Goal(100),
    "largest process MB": Goal(250),
}


def figures() -> dict[str, float]:
    """Requests a second and p95 of every page at eight clients, beside the peer's; memory of the largest process."""
    var, told = archive(), dict[str, float]()
    with served(["-m", "bench.hello"], environment(var)) as (port, _):
        peer = asked(port, ["/"])["/"]["rate"]
    told["the empty view, requests/s"] = peer
    with served(["-m", "amana.cli.main", "serve", "--workers", "2", "--port"], environment(var)) as (port, pid):
        kept = asked(port, PAGES)
        told["largest process MB"] = max(_rss(one) for one in _family(pid))
    for page, found in kept.items():
        told[f"{page} requests/s"] = found["rate"]
    slowest = min(found["rate"] for found in kept.values())
    told["slowest page, requests/s"] = slowest
    told["slowest page / the empty view"] = slowest / peer
    told["largest p95, ms"] = max(found["p95"] for found in kept.values())
    around = environment(var) | {"AMANA_PAGES_KEPT": "0"}
    with served(["-m", "amana.cli.main", "serve", "--workers", "2", "--port"], around) as (port, _):
        for page, found in asked(port, ANEW).items():
            told[f"{page} made anew each time, requests/s"] = found["rate"]
            told[f"{page} made anew each time, p95 ms"] = found["p95"]
    return told


def asked(port: int, pages: Sequence[str]) -> Mapping[str, Mapping[str, float]]:
    """Page → its figures, asked for by clients in a process of their own."""
    for page in pages:  # both processes have looked once: what a first look costs stands in bench.pages
        for _ in range(6):
            urlopen(f"http://127.0.0.1:{port}{page}", timeout=PATIENCE).read()
    command = [sys.executable, "-m", "bench.clients", str(port), str(CLIENTS), str(SECONDS), *pages]
    out = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    lines = [json.loads(line) for line in out.stdout.splitlines()]
    return {line["address"]: line for line in lines}


@contextmanager
def served(command: Sequence[str], around: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """A server on a free port, named last in its command: the port and the number of its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, *command, str(port)], cwd=ROOT, env=dict(around), stdout=subprocess.DEVNULL
    )
    try:
        _wait(f"http://127.0.0.1:{port}/", server)
        yield port, server.pid
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(PATIENCE * 10):
        try:
            urlopen(address, timeout=PATIENCE).read()
            return
        except OSError:
            if server.poll() is not None:
                raise SystemExit(f"the server of {address} did not start") from None
            time.sleep(0.1)
    raise SystemExit(f"{address} does not answer")


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [pid, *(p for child in children for p in _family(int(child)))]


def _rss(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    for name, value in figures().items():
        print(f"{name:70} {value:12,.3f}")
