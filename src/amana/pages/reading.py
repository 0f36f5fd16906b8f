"""Who reads, in which language, on which day, and the organization they may see: asked once a request."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from django.http import Http404, HttpRequest

from amana.acts import clock, known
from amana.charter.presence import Present, present_on
from amana.folder.organization import Organization
from amana.sessions.equated import Equated
from amana.store import queries
from amana.store.queries.public import Reader


class Reading:
    """What a page of this request shows from. Everything is asked when first needed, and once."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self.language: str = getattr(request, "reading_language", "en")
        self.as_of: date | None = getattr(request, "as_of", None)

    @cached_property
    def reader(self) -> Reader:
        """Who reads. One query for who is signed in."""
        return queries.reader_of(getattr(self._request, "user", None))

    @cached_property
    def known(self) -> Organization | None:
        """The organization as this reader may see it; None until one is loaded. One query."""
        return known.organization(self.reader)

    @property
    def equated(self) -> Mapping[date, Equated]:
        """The Hijri day that sessions state for a Gregorian one."""
        return self.known.equated if self.known else {}

    @property
    def organization(self) -> Organization:
        """The organization; where none is loaded there is no page."""
        if self.known is None:
            raise Http404
        return self.known

    @cached_property
    def today(self) -> date:
        """The day at the seat. One query."""
        return clock.today()

    @property
    def day(self) -> date:
        """The day for which the page is shown: the one chosen, else today."""
        return self.as_of or self.today

    @cached_property
    def size(self) -> int:
        """How many entries the record has. One query."""
        return queries.head()[0]

    @property
    def beyond(self) -> bool:
        """The day shown lies after the day until which the organization is known."""
        until = self.known.profile.known_until if self.known else None
        return bool(until and until.last and self.day > until.last)

    @cached_property
    def present(self) -> Present:
        """The organs of the day: those certainly there, and those that may have been."""
        return there(self.organization, self.day)

    @property
    def path(self) -> str:
        """The address after language and day."""
        return self._request.path_info

    @property
    def query(self) -> str:
        """What the address says after the question mark, with it; '' for nothing."""
        said = self._request.META.get("QUERY_STRING", "")
        return f"?{said}" if said else ""


class Aside(Reading):
    """A reading without a page: of the command line, for one audience."""

    def __init__(self, reader: Reader, language: str) -> None:
        super().__init__(HttpRequest())
        self.reader, self.language = reader, language


def there(org: Organization, day: date) -> Present:
    """The organs of an organization on a day: those certainly there, and those that may have been."""
    return present_on(
        day,
        org.organs,
        sessions=org.sessions_by_id,
        instruments=org.instruments,
        founded=org.profile.founded,
        known_until=org.profile.known_until,
    )


def reading_of(request: HttpRequest) -> Reading:
    """The reading of this request."""
    found: Reading | None = getattr(request, "reading", None)
    if found is None:
        found = request.reading = Reading(request)  # type: ignore[attr-defined]
    return found
