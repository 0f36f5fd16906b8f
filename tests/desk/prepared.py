"""A desk with a resolution accepted and a draft waiting, served for a browser, in a process of its own.

Writes a line of JSON to the file named second: the sessions of the cast and the addresses to look at.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import django
from django.conf import settings

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


class Quiet(WSGIRequestHandler):
    """Says nothing of each request."""

    def log_message(self, *args: object) -> None:
        """Nothing."""


def prepare() -> dict[str, Any]:
    """Load the folder, sign the demo people in, walk half of the way."""
    from django.test import Client

    from amana import folder
    from amana.acts import loading, people
    from amana.store import models
    from amana.store.queries import desk as queries
    from tests.desk.test_walk import accept

    loading.load(folder.read(settings.ORGANIZATION))
    people.ensure_demo()
    people.add("focal@demo.invalid", "Focal", "demo", ("focal-point",), party="miravel", demo=True)
    clients = {}
    for name in ("amina", "bilal", "dalia", "tara", "rami", "focal"):
        clients[name] = Client(HTTP_HOST="127.0.0.1")
        clients[name].post("/en/desk/sign-in/", {"username": f"{name}@demo.invalid", "password": "demo"})
    drafts = [
        _receive(clients["amina"], stem)
        for stem in ("example/lc-c-5-res-2", "drought-early-warning/drought-early-warning")
    ]
    accept(clients["amina"], drafts[0], despite="on")
    for language in ("ar", "fr"):
        _name(clients["amina"], drafts[1], language)
    clients["amina"].post("/en/desk/decisions/lc-c-5-res-9/confirm/")
    mandate = next(m for m in queries.of_resolution("lc-c-5-res-9") if m.kind == "act" and m.implementers)
    officer = models.User.objects.get(email="bilal@demo.invalid").person
    clients["dalia"].post(f"/en/desk/mandates/{mandate.key}/assign/", {"assign-officer": officer})
    clients["bilal"].post(f"/en/desk/mandates/{mandate.key}/report/", {"report-words_en": "It was issued."})
    return {
        "sessions": {name: client.cookies["sessionid"].value for name, client in clients.items()},
        "draft": drafts[1].removeprefix("/en"),
        "row": drafts[1].removeprefix("/en") + "rows/o1/",
        "mandate": f"/desk/mandates/{mandate.key}/",
    }


def _receive(client: Any, stem: str) -> str:
    from django.core.files.uploadedfile import SimpleUploadedFile

    files = [SAMPLES / f"{stem}.{language}.docx" for language in ("ar", "en", "fr")]
    sent = [SimpleUploadedFile(file.name, file.read_bytes()) for file in files]
    return str(client.post("/en/desk/receive/", {"files": sent})["Location"])


def _name(client: Any, draft: str, language: str) -> None:
    """Tara translates, Rami revises, by Thursday."""
    from amana.store import models

    who = {name: models.User.objects.get(email=f"{name}@demo.invalid").person for name in ("tara", "rami")}
    said = {"translator": who["tara"], "reviser": who["rami"], "due": "2026-11-26"}
    client.post(f"/en/desk/versions/{draft.rstrip('/').rsplit('/', 1)[1]}/{language}/", said)


def main(port: int, told: Path) -> None:
    """Prepare and serve until ended."""
    django.setup()
    from django.core.management import call_command

    from amana.site.wsgi import application

    call_command("migrate", verbosity=0)
    with make_server("127.0.0.1", port, application, handler_class=Quiet) as server:
        told.write_text(json.dumps(prepare()))
        server.serve_forever()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amana.site.settings")
    main(int(sys.argv[1]), Path(sys.argv[2]))
