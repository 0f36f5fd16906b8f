"""Addresses: the portal at the root of a language, the desk below it."""

from django.urls import include, path

urlpatterns = [
    path("api/", include("amana.api.urls")),
    path("desk/", include("amana.desk.urls")),
    path("", include("amana.portal.urls")),
]
