"""What day it is at the seat. Nothing happens by the clock; an act is dated by it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import DatabaseError

from amana.store import queries


def instant() -> str:
    """This moment in UTC, to the second: '2026-11-22T09:30:00Z'."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def today() -> date:
    """The day in the organization's time zone, or the fixed day of AMANA_TODAY."""
    return date.fromisoformat(settings.TODAY) if settings.TODAY else today_in(zone())


def today_in(place: ZoneInfo) -> date:
    """The day of the clock in a time zone, or the fixed day of AMANA_TODAY."""
    return date.fromisoformat(settings.TODAY) if settings.TODAY else datetime.now(place).date()


def zone() -> ZoneInfo:
    """The organization's time zone; UTC until an organization is loaded."""
    try:
        return ZoneInfo(queries.time_zone() or "UTC")
    except (DatabaseError, KeyError, ValueError):
        return ZoneInfo("UTC")
