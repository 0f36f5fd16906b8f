"""What comes a second time: the same files, a better one, a text whose rows were put right."""

from __future__ import annotations

from django.test import Client

from amana.store import models

from .conftest import As
from .test_versions import ENGLISH, FRENCH, file, received, seen
from .test_walk import accept, entered


def sent(amina: Client, draft: str, text: str, name: str) -> str:
    reply = amina.post(draft + "files/", {"files": [file(text, name)]}, follow=True)
    return reply.content.decode()


def test_the_same_files_received_twice_are_one_draft(signed_in: As) -> None:
    amina = signed_in("Amina")
    first = received(amina, ENGLISH, FRENCH)
    assert received(amina, ENGLISH, FRENCH) == received(amina, FRENCH) == first
    assert "This draft is kept already" in seen(amina, first) and models.Draft.objects.count() == 1
    assert received(amina, ENGLISH, FRENCH.replace("13", "12")) != first


def test_the_same_file_put_in_again_changes_nothing_and_that_is_said(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH, FRENCH)
    before = models.Draft.objects.get().files
    assert "is here already, byte for byte" in sent(amina, draft, FRENCH, "again.txt")
    assert models.Draft.objects.get().files == before
    assert "Read again." in sent(amina, draft, FRENCH.replace("13", "12"), "better.txt")


def test_a_paragraph_put_right_leaves_the_order_of_the_languages(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH, FRENCH.replace("2. Décide", "2. Ne décide pas"))
    amina.post(draft + "rows/o2/", {"text:en": "Decides not to meet again in 5 years."})
    page = seen(amina, draft)
    assert list(models.Draft.objects.get().sheet["readings"]) == ["en", "fr"]
    assert page.index("English: \u206812") < page.index("French: \u206813")


def test_of_a_row_put_right_whose_paragraph_is_gone_it_is_said(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH, FRENCH)
    amina.post(draft + "rows/o2/move/", {"language": "fr", "to": "above"})
    assert "put right and whose paragraph" not in sent(amina, draft, FRENCH.replace("de nouveau", "encore"), "b.txt")
    assert len(models.Draft.objects.get().sheet["corrections"]) == 1
    gone = FRENCH.split("\n\n2.")[0] + "\n"
    assert "put right and whose paragraph is no longer there: 1" in sent(amina, draft, gone, "c.txt")


def test_a_text_whose_symbol_is_held_already_says_where(signed_in: As) -> None:
    amina = signed_in("Amina")
    entered(accept(amina, received(amina, ENGLISH), organ="council", session="co-5", title_en="On ports"))
    page = seen(amina, received(amina, ENGLISH.replace("12", "22")))
    assert "A resolution with this symbol is held already" in page and "/en/desk/decisions/lc-c-5-res-9/" in page
