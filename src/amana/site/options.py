"""Every setting an operator may give, with its default and its meaning: the one table (documented in `docs/operators.md`)."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit


@dataclass(frozen=True, slots=True)
class Option:
    """One environment variable. `default` is what holds where it is not set."""

    name: str
    default: str
    words: str


OPTIONS: tuple[Option, ...] = (
    Option("AMANA_VAR", "var", "Folder for the embedded database, files, keys. Back it up with `amana backup`."),
    Option("AMANA_DATABASE", "", "`postgresql://user:password@host:port/name`; empty: SQLite in AMANA_VAR."),
    Option(
        "AMANA_ORGANIZATION", "organizations/oic", "The organization folder that `load`, `serve` and pages refer to."
    ),
    Option("AMANA_SECRET_FILE", "", "File with the secret of sessions and forms; empty: `secret.key` in AMANA_VAR."),
    Option("AMANA_RECORD_KEY", "", "File with the record's signing key; empty: `record.key` in AMANA_VAR."),
    Option("AMANA_HOSTS", "127.0.0.1 localhost [::1]", "Host names under which the site answers, divided by blanks."),
    Option("AMANA_HTTPS", "", "`1` behind a TLS proxy: secure cookies, HSTS, `X-Forwarded-Proto` believed."),
    Option(
        "AMANA_DEMO",
        "",
        "`1` only under `make serve`: shows the demo people at sign-in. `amana serve` refuses it elsewhere.",
    ),
    Option(
        "AMANA_PAGES_KEPT",
        "24",
        "Megabytes of visitors' pages that a process keeps until the next entry or day; `0`: none.",
    ),
    Option(
        "AMANA_API_RATE",
        "600",
        "Questions a minute from one address to `/api/` (each process counts for itself); 0: without limit.",
    ),
    Option("AMANA_TODAY", "", "A fixed day (YYYY-MM-DD) instead of the clock's, for rehearsals and tests."),
)


def option(name: str) -> str:
    """The value of a setting; raises KeyError for a name not in the table."""
    default = {o.name: o.default for o in OPTIONS}[name]
    return os.environ.get(name) or default


def database(address: str, var: Path) -> dict[str, object]:
    """Django's description of the database at `address` ('' or `sqlite:///path` or `postgresql://…`)."""
    if address.startswith(("postgresql://", "postgres://")):
        parts = urlsplit(address)
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or parse_qs(parts.query).get("host", [""])[0],
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
        }
    path = address.removeprefix("sqlite:///") if address else str(var / "amana.sqlite3")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA recursive_triggers=ON; "
            "PRAGMA foreign_keys=ON; PRAGMA busy_timeout=20000; PRAGMA cache_size=-16000;",
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
        },
        "TEST": {"NAME": None},
    }
