"""Signing in: the language of the page, where one wanted to go, the demo people, too many tries."""

from __future__ import annotations

from typing import Any

from django.test import Client

from amana.acts import people

from .conftest import As


def sign_in(client: Client, password: str = "demo", **more: str) -> Any:
    return client.post("/en/desk/sign-in/", {"username": "bilal@test.invalid", "password": password, **more})


def test_after_signing_in_one_is_where_one_wanted_to_go_in_the_language_of_the_page(house: dict[str, str]) -> None:
    people.add("huda@test.invalid", "Huda", "demo", ("auditor",), language="ar", demo=True)
    reply = Client().post(
        "/en/desk/sign-in/", {"username": "huda@test.invalid", "password": "demo", "next": "/en/desk/decisions/"}
    )
    assert (reply.status_code, reply["Location"]) == (302, "/en/desk/decisions/")


def test_a_delegate_or_focal_point_lands_at_what_concerns_the_capital_and_the_rest_of_the_desk_refuses(
    house: dict[str, str],
) -> None:
    for name in ("delegate", "focal"):
        client = Client()
        said = {"username": f"{name}@test.invalid", "password": "demo", "next": "/fr/desk/decisions/"}
        assert client.post("/fr/desk/sign-in/", said)["Location"] == "/fr/desk/"
        assert client.get("/fr/desk/").status_code == 200
        assert client.get("/fr/desk/decisions/").status_code == 403
        assert client.get("/fr/desk/sign-in/")["Location"] == "/fr/desk/"


def test_who_holds_no_role_lands_at_home_and_the_desk_refuses(house: dict[str, str]) -> None:
    people.add("nobody@test.invalid", "Nobody", "demo", (), demo=True)
    client = Client()
    said = {"username": "nobody@test.invalid", "password": "demo"}
    assert client.post("/en/desk/sign-in/", said)["Location"] == "/en/"
    assert client.get("/en/desk/").status_code == 403


def test_one_is_never_sent_to_another_site(house: dict[str, str]) -> None:
    assert sign_in(Client(), next="https://evil.invalid/")["Location"] == "/en/desk/"


def test_a_wrong_password_says_what_to_check_and_keeps_the_e_mail(house: dict[str, str]) -> None:
    page = sign_in(Client(), "wrong").content.decode()
    assert "Check both" in page and 'value="bilal@test.invalid"' in page


def test_after_ten_wrong_passwords_not_even_the_right_one_is_looked_at(house: dict[str, str], client: Client) -> None:
    for _ in range(10):
        sign_in(client, "wrong")
    reply = sign_in(client)
    assert reply.status_code == 429 and "15 minutes" in reply.content.decode()


def test_demo_people_are_shown_only_where_it_is_a_demonstration(house: dict[str, str], settings: Any) -> None:
    people.ensure_demo()
    assert "amina@demo.invalid" not in Client().get("/en/desk/sign-in/").content.decode()
    settings.DEMO = True
    assert "amina@demo.invalid" in Client().get("/en/desk/sign-in/").content.decode()


def test_signing_out_takes_a_form_and_goes_home(signed_in: As) -> None:
    bilal = signed_in("Bilal")
    assert bilal.get("/en/desk/sign-out/").status_code == 405
    assert bilal.post("/en/desk/sign-out/")["Location"] == "/en/"
    assert bilal.get("/en/desk/").status_code == 302


def test_what_was_typed_when_one_was_signed_out_is_held_and_sent_once_more(house: dict[str, str]) -> None:
    lost = Client()
    page = lost.post("/en/desk/rules/r-1/lift/", {"why": "agreed with the drafters"})
    assert page.status_code == 401 and 'name="held:why" value="agreed with the drafters"' in page.content.decode()
    said = {"held-to": "/en/desk/rules/r-1/lift/", "held:why": "agreed with the drafters"}
    assert "agreed with the drafters" in sign_in(lost, "wrong", **said).content.decode()
    again = sign_in(lost, **said).content.decode()
    assert 'action="/en/desk/rules/r-1/lift/"' in again and 'name="why" value="agreed with the drafters"' in again


def test_what_is_held_is_never_sent_to_another_page_or_site(house: dict[str, str]) -> None:
    for address in ("https://evil.invalid/desk/", "//evil.invalid/en/desk/rules/", "/en/members/", "javascript:x"):
        assert sign_in(Client(), **{"held-to": address, "held:why": "x"}).status_code == 302
