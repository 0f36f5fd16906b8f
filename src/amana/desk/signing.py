"""Signing in and out, and what somebody is told who tried too often."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import views as auth
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amana.acts.people import DEMO
from amana.desk import holding
from amana.desk.vocabulary import word
from amana.pages.middleware import LANGUAGES
from amana.pages.templatetags.words import AS_OF
from amana.store.queries import desk as queries
from amana.store.queries import reader_of

LANGUAGE = re.compile(rf"^/(?:{'|'.join(LANGUAGES)})(?=/|$)")
DEMO_PASSWORD = "demo"


class SignInForm(AuthenticationForm):
    """E-mail and password."""

    username = forms.CharField(
        label=_("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True, "dir": "ltr"})
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "dir": "ltr"}),
    )
    error_messages = {
        "invalid_login": _(
            "No account has this e-mail and this password. Check both; capital letters count in the password."
        ),
        "inactive": _("This account is closed. Ask the administrator of this site."),
    }

    def clean_username(self) -> str:
        """The address as accounts keep it."""
        return str(self.cleaned_data["username"]).strip().lower()


class SignIn(auth.LoginView):
    """The sign-in page; after it the desk, what concerns the capital for who is of one, home for anybody else."""

    template_name = "desk/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_default_redirect_url(self) -> str:
        """My work."""
        return AS_OF.sub(r"\1", reverse("desk:my-work"))

    def get_success_url(self) -> str:
        """Where one wanted to go, in the language of this page; home instead of a desk that one may not open."""
        wanted = LANGUAGE.sub(f"/{self.request.reading_language}", super().get_success_url())  # type: ignore[attr-defined]
        desk, home = (AS_OF.sub(r"\1", reverse(name)) for name in ("desk:my-work", "portal:home"))
        reader = reader_of(self.request.user)
        if not wanted.startswith(desk) or reader.is_staff:
            return wanted
        return desk if reader.parties else home

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """With the demo people, where there are any."""
        to, fields = holding.held(self.request)
        held = {"held": fields, "held_to": to, "held_files": "held-files" in self.request.POST}
        return {**super().get_context_data(**more), **demo_context(), **held}

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Signed in: on where one wanted to go, or what was typed when one was signed out, to be sent again."""
        to, fields = holding.held(self.request)
        response = super().form_valid(form)
        if not to:
            return response
        quiet = [name for name, _ in fields if holding.UNSEEN.fullmatch(name)]
        context = {"to": to, "fields": fields, "quiet": quiet, "files": "held-files" in self.request.POST}
        return render(self.request, "desk/send_again.html", context)


def demo_context() -> dict[str, Any]:
    """What the page of a demonstration shows: the people whom one may choose to be."""
    return {"demo": demo_people() if settings.DEMO else (), "demo_password": DEMO_PASSWORD}


def demo_people() -> list[dict[str, Any]]:
    """The demo people that have accounts: e-mail, name, language, roles in words."""
    known = {user.email for user in queries.demo_accounts()}
    return [
        {"email": email, "name": name, "language": language, "roles": [word(role, "role") for role in roles]}
        for email, name, language, roles in DEMO
        if email in known
    ]


class SignOut(auth.LogoutView):
    """Signs out; by a form, never by a link."""

    http_method_names = ["post", "options"]

    def get_success_url(self) -> str:
        """The home page."""
        return AS_OF.sub(r"\1", reverse("portal:home"))


def locked_out(request: HttpRequest, *_more: Any) -> HttpResponse:
    """Somebody gave a wrong password too often: what that means and when to try again."""
    minutes = round(float(settings.AXES_COOLOFF_TIME) * 60)
    return render(
        request, "desk/locked_out.html", {"minutes": minutes, "tries": settings.AXES_FAILURE_LIMIT}, status=429
    )
