"""The invented organization with five mandates on their way, and a small server of it for a browser."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import django


def prepare(folder: Path) -> None:
    """Load the folder; bring mandates on their way and release them; then enter what was not released."""
    from amana import folder as folders
    from amana.acts import loading, mandates, record
    from amana.acts.keeping import Grant
    from amana.values.words import Words

    loading.load(folders.read(folder))
    for person, role in (
        ("p-officer", "conference-officer"),
        ("p-desk", "desk-officer"),
        ("p-head", "department-head"),
    ):
        record.enter(Grant(person, role), by="console")
    for duty in _duties():
        record.enter(mandates.Propose(duty), by="p-officer")
        record.enter(mandates.Confirm(duty.id), by="p-officer")
        record.enter(mandates.Assign(duty.id, "p-desk"), by="p-head")
    told = Words(en="The list was published.", ar="نُشرت القائمة.", fr="La liste a été publiée.")
    proof = (mandates.Proof("document", "LC/SG/2025/7"),)
    record.enter(mandates.Progress("m-list", words=told), by="p-desk")
    record.enter(mandates.Report("m-list", words=told, evidence=proof), by="p-desk")
    record.enter(mandates.Close("m-list", "implemented"), by="p-head")
    record.enter(
        mandates.Progress("m-model", words=Words(en="A draft is being read."), internal="INTERNAL NOTE"), by="p-desk"
    )
    for key in ("m-list", "m-model", "m-states", "m-follow"):
        record.enter(mandates.Release(key, "public"), by="p-head")
    record.enter(mandates.Progress("m-model", words=Words(en="TOLD AFTER THE RELEASE")), by="p-desk")


def _duties() -> list[Any]:
    from amana.values.words import Words

    return [
        _duty(
            "m-list", "lc-c-4-res-1", "o4", due_day="2025-06-30", deadline_text=Words(en="not later than 30 June 2025")
        ),
        _duty(
            "m-follow",
            "lc-c-4-res-1",
            "o6",
            kind="follow_up",
            report_session="co-5",
            report_to="council",
            recurring=True,
        ),
        _duty("m-model", "lc-c-5-res-2", "o4", due_day="2026-02-11", inferred=True),
        _duty("m-states", "lc-c-5-res-2", "o2a", kind="state", implementers=("member-states",), due_day="2026-03-31"),
        _duty("m-secret", "lc-c-5-res-2", "o6", kind="follow_up", report_session="co-6"),
    ]


def _duty(key: str, resolution: str, place: str, **more: Any) -> Any:
    from amana.acts.mandates import Duty
    from amana.store import models
    from amana.values.words import Words

    row = models.Paragraph.objects.filter(resolution=resolution, place=place).latest("id")
    more = {"implementers": ("secretary_general",), **more}
    return Duty(id=key, resolution=resolution, paragraph=row.key, place=place, words=Words(row.texts), **more)


class Quiet(WSGIRequestHandler):
    """Says nothing of requests."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - as the parent calls it
        """Nothing."""


def serve(port: int) -> None:
    """Migrate, prepare, serve until ended."""
    django.setup()
    from django.core.management import call_command
    from django.core.wsgi import get_wsgi_application

    call_command("migrate", verbosity=0)
    prepare(Path(os.environ["AMANA_ORGANIZATION"]))
    make_server("127.0.0.1", port, get_wsgi_application(), handler_class=Quiet).serve_forever()


if __name__ == "__main__":
    serve(int(sys.argv[1]))
