"""Who may open which page of the desk: a visitor is asked to sign in, somebody without the role is told so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.utils.cache import add_never_cache_headers

from amana.acts import clock
from amana.acts.view import Role, View
from amana.desk import holding
from amana.desk.signing import SignInForm, demo_context
from amana.pages.reading import reading_of
from amana.pages.templatetags.words import AS_OF

P = ParamSpec("P")
Page = Callable[Concatenate[HttpRequest, P], HttpResponseBase]

HEADS = ("department-head", "secretary-general")
OVERSEERS = (*HEADS, "auditor", "administrator")
CONFERENCE = ("conference-officer",)
REGISTRAR = ("registrar",)
EDITORS = ("editor",)


def desk(*roles: str, members: bool = False) -> Callable[[Page[P]], Page[P]]:
    """A page of the desk, for whoever of the house holds one of these roles; for the whole house where none is named.

    With `members` for focal points and delegates too.
    """

    def guarded(page: Page[P]) -> Page[P]:
        @wraps(page)
        def enter(request: HttpRequest, /, *args: P.args, **named: P.kwargs) -> HttpResponseBase:
            reader = reading_of(request).reader
            if not reader.person:
                return to_sign_in(request)
            within = reader.is_staff or (members and bool(reader.parties))
            if not within or (roles and not reader.has(*roles)):
                return refused(request, roles)
            if reading_of(request).as_of and request.method == "GET":
                return HttpResponseRedirect(_here(request))
            response = page(request, *args, **named)
            if isinstance(response, HttpResponseNotAllowed) and request.method in ("GET", "HEAD"):
                response = HttpResponseRedirect(_above(request))
            add_never_cache_headers(response)
            return response

        return enter

    return guarded


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """To the sign-in page, and from there back here; what was typed goes along and is sent again from there."""
    if fields := holding.typed(request):
        context = {
            "form": SignInForm(),
            "held": fields,
            "held_to": _here(request),
            "held_files": bool(request.FILES),
            **demo_context(),
        }
        response = render(request, "desk/sign_in.html", context, status=401)
        add_never_cache_headers(response)
        return response
    return redirect_to_login(_here(request), AS_OF.sub(r"\1", reverse("desk:sign-in")))


def refused(request: HttpRequest, roles: Iterable[str] = ()) -> HttpResponse:
    """403, in words: what this page is for, and whom to ask."""
    response = render(request, "desk/refused.html", {"roles": list(roles)}, status=403)
    add_never_cache_headers(response)
    return response


def view_of(request: HttpRequest) -> View:
    """What an act of this person would be checked against now."""
    reader = reading_of(request).reader
    now = View(by=reader.person, day=clock.today().isoformat())
    now.know_roles(reader.person, (Role(name, party) for name, party in reader.roles))
    return now


def page_of(subject: str) -> str:
    """The page of a draft, or of the resolution that has this id."""
    try:
        return reverse("desk:draft", args=[UUID(subject)])
    except ValueError:
        return reverse("desk:decision", args=[subject])


def _above(request: HttpRequest) -> str:
    """Where somebody belongs who opens an address that only takes forms, as after another language was chosen: the page
    on which the form stands.
    """
    if request.resolver_match and "subject" in request.resolver_match.kwargs:
        return page_of(request.resolver_match.kwargs["subject"])
    within, outside = request.path_info, request.path.removesuffix(request.path_info)
    while within.count("/") > 2:
        within = within.rstrip("/").rpartition("/")[0] + "/"
        try:
            resolve(within)
        except Resolver404:
            continue
        return outside + within
    return reverse("desk:my-work")


def _here(request: HttpRequest) -> str:
    """This page of today: the desk is never seen as of another day."""
    return AS_OF.sub(r"\1", request.get_full_path() if request.method == "GET" else request.path)
