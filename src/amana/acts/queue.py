"""A fair queue before SQLite's one write lock: who waits is served in turn, where SQLite would let him starve."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections


@contextmanager
def turn(using: str) -> Iterator[None]:
    """Hold the turn to write to the database `using`. PostgreSQL queues by itself; a database in memory has nobody else.

    `flock` gives the turn back when the process dies, however it dies.
    """
    connection = connections[using]
    name = str(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite" or ":memory:" in name or "mode=memory" in name or connection.in_atomic_block:
        yield
        return
    handle = os.open(f"{name}.queue", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
