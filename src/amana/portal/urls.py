"""The addresses of the public face; none needs anything after a question mark."""

from __future__ import annotations

from django.urls import path, re_path

from amana.portal import ways

app_name = "portal"
urlpatterns = [
    path("", ways.home, name="home"),
    path("as-of/", ways.as_of, name="as-of"),
    re_path(r"^look/(?P<colour>[0-9a-fA-F]{6})\.css$", ways.look, name="look"),
]
