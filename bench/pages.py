"""Pages made anew, nothing kept: processor time and queries at 20,000 resolutions, and what it is of that at 1,000."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import Any

from bench.__main__ import Goal
from bench.archive import RESOLUTIONS, ROOT, archive, environment

SMALL = 1_000
"""Enough that every list is as long as it gets on a page; what is measured is the archive behind it."""
TIMES = 15
PAGES = (
    "/en/",
    "/ar/",
    "/en/members/",
    "/ar/on/1980-01-01/members/",
    "/en/members/eg/",
    "/en/organs/",
    "/en/organs/cfm/",
    "/ar/sessions/",
    "/en/sessions/cfm-51/",
    "/en/sessions/cfm-51/implementation/",
    "/en/decisions/",
    "/ar/decisions/list/organ/cfm/",
    "/fr/decisions/list/session/cfm-51/",
    "/en/decisions/archive-440/",
    "/ar/decisions/archive-440/in/ar-en-fr/",
    "/en/mandates/",
    "/en/record/",
    "/en/record/before/1000/",
    "/en/record/900/",
    "/en/sources/",
    "/en/programme/",
    "/ar/relations/",
    "/en/decisions/subjects/",
    "/en/data/",
    "/en/corrections/",
)
"""Every kind of page a visitor may open."""
FACTOR = 1.5
GOALS = {
    **{f"{page} ms": Goal(50) for page in PAGES},
    **{f"{page} / in the small house": Goal(FACTOR) for page in PAGES},
    "slowest page ms": Goal(50),
    "most queries on a page": Goal(15),
}


def figures() -> dict[str, float]:
    """Milliseconds of the processor in the archive (median of 15), what that is of the small house, queries."""
    large, small = measured(archive(RESOLUTIONS)), measured(archive(SMALL))
    told: dict[str, float] = {f"{page} ms": large[page]["ms"] for page in PAGES}
    told |= {f"{page} / in the small house": large[page]["ms"] / small[page]["ms"] for page in PAGES}
    told["slowest page ms"] = max(one["ms"] for one in large.values())
    told["most queries on a page"] = max(one["queries"] for one in large.values())
    return told


def measured(var: Path) -> Mapping[str, Mapping[str, float]]:
    """Page → its figures, in a process over the house in `var`."""
    code = "import json, django; django.setup(); from bench.pages import timed; print(json.dumps(timed()))"
    around = environment(var) | {"AMANA_PAGES_KEPT": "0"}
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=around, check=True, stdout=subprocess.PIPE)
    found: dict[str, dict[str, float]] = json.loads(out.stdout.splitlines()[-1])
    return found


def timed() -> dict[str, dict[str, float]]:
    """The figures of one process that has Django set up: every page in turn, and again, so that none is hot alone."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client, times = Client(), {page: list[float]() for page in PAGES}
    queries: dict[str, int] = {}
    for page in PAGES:
        response: Any = client.get(page)
        if response.status_code != 200:
            raise SystemExit(f"{page} answers {response.status_code}")
        with CaptureQueriesContext(connection) as asked:
            client.get(page)
        queries[page] = len(asked)
    for _ in range(TIMES):
        for page in PAGES:
            began = time.process_time()
            client.get(page)
            times[page].append(1000 * (time.process_time() - began))
    return {page: {"ms": median(times[page]), "queries": queries[page]} for page in PAGES}


if __name__ == "__main__":
    for name, value in figures().items():
        print(f"{name:60} {value:12,.3f}")
