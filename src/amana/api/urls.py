"""The addresses of the interface for programs, and the page that lists them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, re_path
from django.utils import translation
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.openapi import get_schema
from ninja.renderers import BaseRenderer

from amana import __version__
from amana.api import decisions, organization, organs, questions, record, search, sessions, whole, works
from amana.api.asking import ROOT, Gone, NotThere, unknown_names
from amana.api.door import door, nothing_here, of_fault, problem
from amana.pages.middleware import LANGUAGES
from amana.values.problems import Problem, Refused

app_name = "api"


class Arabic(BaseRenderer):
    """JSON in UTF-8, Arabic as Arabic."""

    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> str:
        """The bytes of an answer."""
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


api = NinjaAPI(
    title="Amana",
    version="1",
    description="The organization, whole, on any day. Everything is read only; days bear what sources state.",
    docs_url=None,
    openapi_url=None,
    urls_namespace="api-v1",
    renderer=Arabic(),
    openapi_extra={
        "info": {"license": {"name": "Apache-2.0 (the software)", "identifier": "Apache-2.0"}, "x-release": __version__}
    },
)
for rooms in (organization, organs, sessions, decisions, works, record, questions, search, whole):
    api.add_router("", rooms.router)
for fault in (Refused, NotThere, Gone):
    api.exception_handler(fault)(of_fault)


@api.exception_handler(ValidationError)
def _not_valid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """A value that its schema forbids, in our words."""
    found = [
        Problem("api-not-known", {"name": str(one["loc"][-1]), "value": "…", "known": (one["msg"],)})
        for one in error.errors
    ]
    return problem(request, 400, [*unknown_names(request), *found])


@api.exception_handler(Http404)
def _no_page(request: HttpRequest, error: Http404) -> HttpResponse:
    """A thing that is not there."""
    return nothing_here(request)


@cache
def schema() -> dict[str, Any]:
    """The OpenAPI 3.1 description."""
    made: dict[str, Any] = json.loads(json.dumps(get_schema(api, path_prefix=ROOT.lstrip("/") + "/")))
    for methods in made["paths"].values():
        for operation in methods.values():
            for parameter in operation.get("parameters", ()):
                parameter["schema"].pop("default", None)  # nothing asked is not an empty answer
            operation["description"] = _COSTS.sub("", operation["description"]).strip()
            operation["operationId"] = operation["summary"].lower().replace(" ", "_")
            operation["responses"].update({
                status: {"description": words, "content": {"application/problem+json": {"schema": _PROBLEM}}}
                for status, words in _FAULTS.items()
            })  # fmt: skip
    every = made["components"]["schemas"]
    made["components"]["schemas"] = {name: every[name] for name in sorted(_named_in(made["paths"], every))}
    return made


def _named_in(part: Any, every: dict[str, Any]) -> set[str]:
    """The schemas that a part of the description names, and those that these name."""
    todo, found = [part], set()
    while todo:
        one = todo.pop()
        todo += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        if isinstance(one, dict) and isinstance(reference := one.get("$ref"), str):
            name = reference.rpartition("/")[2]
            if name not in found:
                found.add(name)
                todo.append(every[name])
    return found


_COSTS = re.compile(r"[A-Z][^.]*\bqueries\b[^.]*\.")
"""What a docstring says of queries is for us."""
_FAULTS = {
    "400": "Every fault of the question at once",
    "404": "No such thing that you may see",
    "410": "It was to be seen before and is withdrawn: delete your copy",
    "429": "Too many questions in a minute: see Retry-After",
}
_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail", "errors"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
        "errors": {"type": "array", "items": {"type": "object"}},
        "id": {"type": "string"},
        "deleted": {"type": "boolean"},
        "since": {"type": "string"},
        "entry": {"type": "integer"},
    },
}


def openapi(request: HttpRequest) -> HttpResponse:
    """The description itself."""
    return HttpResponse(json.dumps(schema(), ensure_ascii=False), content_type="application/json; charset=utf-8")


def docs(request: HttpRequest) -> HttpResponse:
    """The page for people who write programs: every address, what may be asked of it, and how it answers."""
    if not hasattr(request, "reading_language"):
        wanted = translation.get_language_from_request(request)
        return HttpResponseRedirect(f"/{wanted if wanted in LANGUAGES else 'en'}/api/")
    found = schema()
    tags: dict[str, list[dict[str, Any]]] = {}
    for address, methods in found["paths"].items():
        operation = methods["get"]
        tags.setdefault(operation["tags"][0], []).append({
            "address": address,
            "words": operation["description"] if "description" in operation else operation["summary"],
            "query": [p for p in operation.get("parameters", ()) if p["in"] == "query"],
        })  # fmt: skip
    return render(request, "api/docs.html", {"tags": tags.items(), "root": ROOT})


def _names(route: str) -> Callable[[], Iterable[str]]:
    """The names a question at this address may bear."""
    address = f"{ROOT}/" + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", route)

    def names() -> Iterable[str]:
        operation = schema()["paths"][address]["get"]
        return [p["name"] for p in operation.get("parameters", ()) if p["in"] == "query"]

    return names


def _behind_the_door(patterns: Iterable[Any]) -> list[URLPattern]:
    found = []
    for one in patterns:
        route = str(one.pattern)
        if "api-root" not in (one.name or ""):
            found.append(path(f"v1/{route}", door(_names(route))(one.callback), name=one.name))
    return found


urlpatterns = [
    path("", docs, name="docs"),
    path("v1/openapi.json", door(tuple)(openapi), name="openapi"),
    *_behind_the_door(api.urls[0]),
    re_path(r"^v1(?:/.*)?$", door(tuple)(nothing_here)),
]
