"""The peer of the served pages: a Django of one view, one middleware and no database, behind the same server."""

from __future__ import annotations

import sys

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import MPServer

if not settings.configured:
    settings.configure(
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF=__name__,
        SECRET_KEY="a bench has no secrets",
        MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
    )


def hello(request: HttpRequest) -> HttpResponse:
    """A page of 20 kB that is always the same."""
    return HttpResponse("<p>As-salamu alaykum.</p>" * 800)


urlpatterns = [path("", hello)]
application = get_wsgi_application()

if __name__ == "__main__":
    MPServer(
        "bench.hello:application",
        address="127.0.0.1",
        port=int(sys.argv[1]),
        interface=Interfaces.WSGI,
        workers=2,
        blocking_threads=4,
        log_level=LogLevels.warning,
    ).serve()
