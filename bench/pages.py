"""Pages of the loaded OIC: server time, queries, memory; the peer is an empty Django page through the same middleware."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any
from urllib.request import urlopen

from bench.__main__ import Goal

ROOT = Path(__file__).resolve().parent.parent
PAGES = (
    "/en/",
    "/ar/",
    "/en/members/",
    "/ar/on/1980-01-01/members/",
    "/en/members/eg/",
    "/en/organs/",
    "/en/organs/cfm/",
    "/ar/sessions/",
    "/en/sessions/cfm-50/",
    "/en/decisions/",
    "/en/mandates/",
    "/en/record/",
)
GOALS = {
    **{f"{page} ms": Goal(50) for page in PAGES},
    "slowest page ms": Goal(50),
    "most queries on a page": Goal(15),
    "one process MB": Goal(200),
}
SECONDS = 20


def figures() -> dict[str, float]:
    """Milliseconds of server time (median of 15), the most queries of a page, the memory of one process."""
    with tempfile.TemporaryDirectory(prefix="amana-bench-") as folder:
        os.environ.update(
            AMANA_VAR=folder, AMANA_ORGANIZATION=str(ROOT / "organizations/oic"), AMANA_HOSTS="testserver 127.0.0.1"
        )
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amana.site.settings")
        subprocess.run([sys.executable, "-m", "amana.cli.main", "load"], cwd=ROOT, check=True, capture_output=True)
        told = _in_process()
        told["one process MB"] = _memory()
    return told


def _in_process() -> dict[str, float]:
    code = "import json, django; django.setup(); from bench.pages import timed; print(json.dumps(timed()))"  # a process of its own: the other benches may have set Django up over another house
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(out.stdout.splitlines()[-1])
    return figures


def timed() -> dict[str, float]:
    """The figures of one process that has Django set up."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client, told, most = Client(), {}, 0
    peer = _median(client, "/en/no-such-page/")
    for page in PAGES:
        response: Any = client.get(page)
        if response.status_code != 200:
            raise SystemExit(f"{page} answers {response.status_code}")
        with CaptureQueriesContext(connection) as queries:
            client.get(page)
        most = max(most, len(queries))
        told[f"{page} ms"] = _median(client, page)
    told["slowest page ms"] = max(told.values())
    told["slowest page / page that is not there"] = told["slowest page ms"] / peer
    told["most queries on a page"] = most
    return told


def _median(client: Any, page: str) -> float:
    times = []
    for _ in range(15):
        start = time.perf_counter()
        client.get(page)
        times.append(1000 * (time.perf_counter() - start))
    return median(times)


def _memory() -> float:
    """Megabytes of one serving process after every page was asked for thrice."""
    port = "8199"
    server = subprocess.Popen(
        [sys.executable, "-m", "amana.cli.main", "serve", "--port", port, "--workers", "1"],
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _wait(f"http://127.0.0.1:{port}/en/")
        for page in PAGES * 3:
            urlopen(f"http://127.0.0.1:{port}{page}", timeout=SECONDS).read()
        return max(_rss(pid) for pid in _family(server.pid))
    finally:
        server.terminate()
        server.wait(timeout=SECONDS)


def _wait(address: str) -> None:
    for _ in range(SECONDS * 10):
        try:
            urlopen(address, timeout=2).read()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"{address} does not answer")


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [pid, *(p for child in children for p in _family(int(child)))]


def _rss(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else 0.0
