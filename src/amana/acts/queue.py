"""Whose turn it is: a fair queue before SQLite's one write lock, one moment of the record to read, and the record kept still."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections, transaction

from amana.store import models


@contextmanager
def turn(using: str) -> Iterator[None]:
    """Hold the turn to write to the database `using`. PostgreSQL queues by itself; a database in memory has nobody else.

    Without it SQLite would let a writer starve. `flock` gives the turn back when the process dies, however it dies.
    """
    connection = connections[using]
    name = str(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite" or ":memory:" in name or "mode=memory" in name or connection.in_atomic_block:
        yield
        return
    handle = os.open(f"{name}.queue", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


@contextmanager
def moment(using: str) -> Iterator[None]:
    """Read one moment of the record, whoever enters meanwhile; nobody waits for the reader.

    Inside a transaction that is open already it is that transaction's moment.
    """
    connection = connections[using]
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        connection.ensure_connection()
        writing = connection.transaction_mode  # type: ignore[attr-defined]
        connection.transaction_mode = "DEFERRED"  # type: ignore[attr-defined]
        try:
            with transaction.atomic(using=using):
                yield
        finally:
            connection.transaction_mode = writing  # type: ignore[attr-defined]
    else:
        with transaction.atomic(using=using):
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield


@contextmanager
def still(using: str) -> Iterator[None]:
    """Keep the record still: nobody enters until this ends."""
    if connections[using].vendor == "sqlite":
        with turn(using):
            yield
    else:
        with transaction.atomic(using=using):
            models.Head.objects.using(using).select_for_update().filter(id=1).first()
            yield
