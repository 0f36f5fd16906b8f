"""Terms looked up at the desk: the names of the house stand beside its term base."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest

from .conftest import As
from .test_walk import receive


def test_the_name_of_an_organ_is_found_in_every_language(signed_in: As, django_assert_max_num_queries: Any) -> None:
    tara = signed_in("Tara")
    tara.get("/en/desk/terms/")
    with django_assert_max_num_queries(9):
        page = tara.get("/en/desk/terms/?q=ministers").content.decode()
    assert "<h2>Names</h2>" in page and 'dir="rtl"' in page.split("<h2>Names</h2>")[1]
    assert "<h2>Names</h2>" not in tara.get("/en/desk/terms/?q=zzzz").content.decode()


@pytest.mark.parametrize(
    ("language", "said"), [("en", "in every text of the 5th session of"), ("fr", "textes de la 5e session d")]
)
def test_a_session_has_its_article_in_a_sentence(signed_in: As, language: str, said: str) -> None:
    amina = signed_in("Amina")
    draft = str(receive(amina, *(f"lc-c-5-res-2.{x}.docx" for x in ("ar", "en", "fr"))))
    page = amina.get(draft.replace("/en/", f"/{language}/")).content.decode()
    assert said in unescape(page)
