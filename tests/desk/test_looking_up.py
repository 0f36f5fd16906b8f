"""Terms looked up at the desk: the names of the house stand beside its term base."""

from __future__ import annotations

from typing import Any

from .conftest import As


def test_the_name_of_an_organ_is_found_in_every_language(signed_in: As, django_assert_max_num_queries: Any) -> None:
    tara = signed_in("Tara")
    tara.get("/en/desk/terms/")
    with django_assert_max_num_queries(9):
        page = tara.get("/en/desk/terms/?q=ministers").content.decode()
    assert "<h2>Names</h2>" in page and 'dir="rtl"' in page.split("<h2>Names</h2>")[1]
    assert "<h2>Names</h2>" not in tara.get("/en/desk/terms/?q=zzzz").content.decode()
