"""Errors that readers report, and the public list of what was corrected and answered."""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from amana.pages.addresses import address_of
from amana.pages.reading import reading_of
from amana.portal import telling
from amana.portal.record import told_of
from amana.store import queries
from amana.store.queries import errors

PAGE = 50
A_READER, EVERYBODY = 5, 200
"""How many reports are taken in a day from one reader, and in all."""
SECONDS_A_DAY = 86_400


class ReportForm(forms.Form):
    """What is wrong, by which source, and where to write to. `website` is left empty by people."""

    words = forms.CharField(
        label=_("What is wrong, and what would be right"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
    )
    source = forms.CharField(
        label=_("By which source"),
        help_text=_("A document, a page of it, an address."),
        max_length=1000,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    reply_to = forms.EmailField(
        label=_("Your e-mail"),
        help_text=_("Only for questions; never shown to the public."),
        max_length=200,
        required=False,
        widget=forms.EmailInput(attrs={"dir": "ltr", "autocomplete": "email"}),
    )
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )


@never_cache
def report(request: HttpRequest, page: str = "") -> HttpResponse:
    """The form for an error on a page; what is sent is kept for the house. Three queries."""
    form = ReportForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["website"] or _keep(request, page, form.cleaned_data):
            return HttpResponseRedirect(reverse("portal:reported"))
        status = 429
    address = f"/{page}/" if page else "/"
    context = {"form": form, "address": address, "too_many": status == 429}
    return render(request, "portal/report_error.html", context, status=status)


def reported(request: HttpRequest) -> HttpResponse:
    """Thanks, and where the answer will stand."""
    return render(request, "portal/reported.html")


def _keep(request: HttpRequest, page: str, said: dict[str, Any]) -> bool:
    """Keep a report, unless its reader, or all together, sent too many within a day."""
    reading = reading_of(request)
    who = hashlib.sha256(f"{reading.today} {address_of(request)}".encode()).hexdigest()
    cache.add(f"reports-{who}", 0, SECONDS_A_DAY)
    if cache.incr(f"reports-{who}") > A_READER or errors.reported_lately() >= EVERYBODY:
        return False
    errors.report(f"/{page}/" if page else "/", reading.language, said["words"], said["source"], said["reply_to"])
    return True


def corrections(request: HttpRequest, before: int | None = None) -> HttpResponse:
    """What was corrected in the record, newest first, and the reports that were answered. Four queries; for a visitor
    two, until something is entered or answered.
    """
    if before is not None and before < 2:
        raise Http404
    if request.COOKIES:
        return _corrections(request, before)
    reading = reading_of(request)
    name = (
        f"{queries.root()} {errors.last_answered()} {request.get_host()} {request.path} {reading.today} {reading.as_of}"
    )
    key = f"corrections-{hashlib.sha256(name.encode()).hexdigest()}"
    body = cache.get(key)
    if body is None:
        body = _corrections(request, before).content
        cache.set(key, body, SECONDS_A_DAY)
    return HttpResponse(body)


def _corrections(request: HttpRequest, before: int | None) -> HttpResponse:
    reading = reading_of(request)
    rows = errors.corrections(telling.CORRECTIONS, before, PAGE + 1)
    context = {
        "entries": told_of(reading, rows[:PAGE]),
        "before": before,
        "older": rows[PAGE - 1].no if len(rows) > PAGE else None,
        "answered": errors.answered(PAGE) if before is None else [],
    }
    return render(request, "portal/corrections.html", context)
