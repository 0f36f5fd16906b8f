"""One resolution all the way through the faces: received, accepted, confirmed, assigned, done, closed, released."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from amana.store import models
from amana.store.queries import desk as queries

from .conftest import SAMPLES, As

FOLDER = SAMPLES / "example"
WORD = ("lc-c-5-res-2.ar.docx", "lc-c-5-res-2.en.docx", "lc-c-5-res-2.fr.docx")


def sent(*names: str) -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(name, (FOLDER / name).read_bytes()) for name in names]


def receive(amina: Client, *names: str) -> str:
    reply = amina.post("/en/desk/receive/", {"files": sent(*names)})
    assert reply.status_code == 302
    return str(reply["Location"])


def form_of(amina: Client, address: str, **more: str) -> dict[str, Any]:
    """What the review page would send: every field as it stands."""
    text = amina.get(address).content.decode()
    values: dict[str, Any] = {}
    for tag in re.findall(r"<input[^>]*>", text):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and 'type="checkbox"' not in tag and name[1] not in ("file", "csrfmiddlewaretoken"):
            values[unescape(name[1])] = unescape(value[1]) if value else ""
    for name, options in re.findall(r'<select name="([^"]*)"[^>]*>(.*?)</select>', text, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', options)
        values[name] = chosen[1] if chosen else ""
    return {**values, **more}


def accept(amina: Client, address: str, **more: str) -> Any:
    """Accept it as LC/C.5/RES/9; where its text bears another symbol that asks for the tick: `despite="on"`."""
    said = form_of(amina, address, symbol="LC/C.5/RES/9", **more)
    said = {
        name: value or "as agreed in the drafting group" if name.startswith("reason:") else value
        for name, value in said.items()
    }
    return amina.post(address + "settle/", {**said, "do": "accept"})


def duty(kind: str = "act") -> Any:
    return queries.of_resolution("lc-c-5-res-9") and next(
        m for m in queries.of_resolution("lc-c-5-res-9") if m.kind == kind and "secretary-general" in m.implementers
    )


def entered(reply: Any) -> None:
    assert reply.status_code == 302, re.findall(r'class="problem[^>]*>(.*?)</', reply.content.decode(), re.DOTALL)


def test_three_files_become_a_resolution_whose_duty_is_done_and_told(signed_in: As, house: dict[str, str]) -> None:
    amina, bilal, dalia, carla = (signed_in(name) for name in ("Amina", "Bilal", "Dalia", "Carla"))
    draft = receive(amina, *WORD)
    entered(accept(amina, draft, despite="on"))
    assert models.Finding.objects.filter(resolution="lc-c-5-res-9", reason__startswith="as agreed").count() >= 5
    page = amina.get("/en/desk/decisions/lc-c-5-res-9/").content.decode()
    assert '<span class="mark">settled</span>' in page and '<span class="mark">to settle</span>' not in page
    entered(amina.post("/en/desk/decisions/lc-c-5-res-9/confirm/"))
    mandate = f"/en/desk/mandates/{duty().key}/"
    entered(dalia.post(mandate + "assign/", {"assign-officer": house["Bilal"]}))
    told = {
        "words_en": "A first draft was sent to the harbours.",
        "internal": "The fisheries desk is slow.",
        "evidence_kind": "letter",
        "evidence_reference": "NV 12/2026",
    }
    entered(bilal.post(mandate + "progress/", {f"progress-{name}": value for name, value in told.items()}))
    entered(bilal.post(mandate + "report/", {"report-words_en": "The model regulation was issued."}))
    assert bilal.post(mandate + "close/", {"close-outcome": "implemented"}).status_code == 403
    entered(dalia.post(mandate + "close/", {"close-outcome": "implemented", "close-words_en": "Done."}))
    assert carla.get("/en/decisions/lc-c-5-res-9/").status_code == 404
    assert amina.post("/en/desk/decisions/lc-c-5-res-9/release/", {"to": "public"}).status_code == 422
    entered(signed_in("Cabinet").post("/en/desk/decisions/lc-c-5-res-9/release/", {"to": "public"}))
    entered(dalia.post(mandate + "release/", {"release-to": "public"}))
    page = carla.get(f"/en/mandates/{duty().key}/").content.decode()
    assert "The model regulation was issued." in page and "NV 12/2026" in page
    assert "fisheries desk" not in page and "Bilal" not in page


def test_a_text_is_not_accepted_while_a_finding_has_no_reason(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = receive(amina, *WORD)
    reply = amina.post(draft + "settle/", {**form_of(amina, draft, symbol="LC/C.5/RES/9"), "do": "accept"})
    assert reply.status_code == 422 and "Findings without a reason: " in reply.content.decode()
    assert not models.Resolution.objects.filter(symbol="LC/C.5/RES/9").exists()


def test_what_was_typed_is_kept_for_later(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = receive(amina, "lc-c-5-res-3.en.txt")
    amina.post(
        draft + "settle/", {**form_of(amina, draft), "adopted": "١٢ رجب ١٣٨٩", "note": "to be asked", "do": "keep"}
    )
    page = amina.get(draft).content.decode()
    assert "١٢ رجب ١٣٨٩" in page and "to be asked" in page and "1969-09-23" in page


def test_a_picture_called_word_is_told_and_kept_and_the_good_file_stays(signed_in: As) -> None:
    amina = signed_in("Amina")
    files = [
        *sent("lc-c-5-res-3.en.txt"),
        SimpleUploadedFile("fr.docx", b"\x89PNG\r\n\x1a\n" + b"0" * 60),
        SimpleUploadedFile("ar.txt", b""),
    ]
    draft = str(amina.post("/en/desk/receive/", {"files": files})["Location"])
    page = amina.get(draft).content.decode()
    assert page.count("not read; kept as it came") == 2 and "Side by side" in page
    row = models.Draft.objects.get()
    assert [file["name"] for file in row.files] == ["lc-c-5-res-3.en.txt", "fr.docx", "ar.txt"]
    assert all(models.File.objects.filter(sha256=file["sha256"]).exists() for file in row.files if file["size"])


def test_a_better_file_takes_the_place_of_the_one_in_its_language(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = receive(amina, "lc-c-5-res-3.en.txt", "lc-c-5-res-3.fr.txt")
    amina.post(draft + "files/", {"files": sent("lc-c-5-res-3.en.docx", "lc-c-5-res-3.ar.docx")})
    assert {file["name"] for file in models.Draft.objects.get().files} == {
        "lc-c-5-res-3.fr.txt", "lc-c-5-res-3.en.docx", "lc-c-5-res-3.ar.docx",
    }  # fmt: skip


def test_accepting_what_is_there_already_is_refused_with_everything_typed(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = receive(amina, "lc-c-5-res-3.en.txt")
    said = {
        n: v or "so it is" if n.startswith("reason:") else v
        for n, v in form_of(amina, draft, note="typed here").items()
    }
    reply = amina.post(draft + "settle/", {**said, "do": "accept"})
    page = reply.content.decode()
    assert reply.status_code == 422 and "was accepted already" in page and "typed here" in page
