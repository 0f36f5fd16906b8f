"""`amana serve`: the pages, behind granian."""

from __future__ import annotations

import argparse
import ipaddress
import os
from pathlib import Path

from django.conf import settings
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import MPServer

from amana import folder
from amana.acts import keys, loading, people
from amana.acts.may import CONSOLE
from amana.cli.housed import alone, open_house
from amana.cli.saying import about, many, say
from amana.cli.telling import Progress, tell_problems
from amana.store import queries
from amana.values.problems import Problem, Refused

EXAMPLES = """examples:
  amana serve                                  on 127.0.0.1:8000
  amana serve --host 10.0.0.5 --port 8001      behind a TLS proxy: see docs/operators.md
  amana serve --load --demo                    load the folder first, with demo people (what `make serve` does)"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=0, help="processes; default: as many as cores, at most 4")
    parser.add_argument("--threads", type=int, default=4, help="threads a process")
    parser.add_argument("--load", action="store_true", help="load the folder of AMANA_ORGANIZATION before serving")
    parser.add_argument("--demo", action="store_true", help=argparse.SUPPRESS)


def run(args: argparse.Namespace) -> int:
    """Serve until interrupted."""
    open_house()
    refuse_demo(args.host, wanted=args.demo)
    if args.load:
        load()
    if queries.keys():
        keys.check_in_step(str(keys.chain()[-1].vkey))
    if args.demo:
        people.ensure_demo()
    workers = args.workers or min(os.cpu_count() or 1, 4)
    print(say("serving", address=f"http://{args.host}:{args.port}/"), flush=True)
    server(args.host, args.port, workers, args.threads).serve()
    return 0


def refuse_demo(host: str, *, wanted: bool) -> None:
    """Demo people have passwords that everybody knows: they exist only where `make serve` asked for them, on this
    machine alone. Refused anywhere else, also where they are left over in the database.
    """
    if wanted and not settings.DEMO:
        raise Refused([Problem("serve-demo-unset", {})])
    if wanted and not _is_this_machine(host):
        raise Refused([Problem("serve-demo-refused", {"host": host})])
    if not wanted and people.demo_people():
        raise Refused([Problem("serve-demo-people", {"folder": str(settings.VAR)})])


def load() -> None:
    """Load the folder that the settings name."""
    path, progress = Path(settings.ORGANIZATION), Progress("load")
    try:
        with alone("load"):
            made = loading.load(folder.read(path), by=CONSOLE, told=lambda _, done, total: progress(done, total))
    except Refused as refused:
        if not queries.last_fact_entry():
            raise  # there is nothing to serve yet
        tell_problems(refused.problems)
        print(about(path, say("not-loaded")), flush=True)
        return
    if made.acts:
        print(about(path, say("entered", acts=many("acts", len(made.acts)))), flush=True)


def server(host: str, port: int, workers: int, threads: int) -> MPServer:
    """The server of pages."""
    return MPServer(
        "amana.site.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=threads,
        log_access=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
    )


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
