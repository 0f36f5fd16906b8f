"""Which organs were there on a day: which certainly, and of which the days stated leave it open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from amana.charter.instruments import Instrument
from amana.charter.organs import Organ
from amana.charter.rules import holds_since
from amana.charter.standing import Sessions
from amana.charter.standing import by_id as sessions_by_id
from amana.values.days import Day

There = Literal["certain", "possible", "not yet"]

CHARTER_RULE = "organs"


@dataclass(frozen=True, slots=True)
class Founding:
    """Between which days an organ was founded, both as precisely as known; None where nothing bounds it on that side."""

    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Present:
    """The organs on a day, in the order given: those certainly there, and those of which it is possible only."""

    certain: tuple[Organ, ...] = ()
    possible: tuple[Organ, ...] = ()

    @property
    def every(self) -> tuple[Organ, ...]:
        """Both, the certain ones first."""
        return self.certain + self.possible


def present_on(
    day: date,
    organs: Iterable[Organ],
    *,
    sessions: Sessions = (),
    instruments: Iterable[Instrument] = (),
    founded: Day | None = None,
    known_until: Day | None = None,
) -> Present:
    """The organs that were there on `day`.

    What founded an organ bounds its beginning: not before the first day of the session or the adoption of the
    instrument named in `by`, not before its parent, and not before the organization itself was `founded`. An organ of
    unknown or unsourced founding is possible from there on, and certain on the day until which the folder is known: it
    is listed as being. One without any source, or of which it is not known whether it goes on, is never certain.

    >>> from amana.charter.organs import Organ
    >>> dated, undated = Organ("a", "other", (), founded=Day("1975"), sources=("S",)), Organ("b", "other", (), sources=("S",))
    >>> on = present_on(date(1976, 1, 1), [dated, undated], founded=Day("1969-09-25"), known_until=Day("2026-01"))
    >>> [o.id for o in on.certain], [o.id for o in on.possible]
    (['a'], ['b'])
    >>> present_on(date(1969, 1, 1), [undated], founded=Day("1969-09-25")).every
    ()
    """
    listed = tuple(organs)
    origins = Origins(listed, sessions, instruments, founded)
    told = [(organ, origins.there(organ, day, known_until)) for organ in listed]
    return Present(
        tuple(organ for organ, there in told if there == "certain"),
        tuple(organ for organ, there in told if there == "possible"),
    )


class Origins:
    """What bounds the beginning of organs: their own days, and those of the sessions and instruments that made them."""

    def __init__(
        self,
        organs: Iterable[Organ],
        sessions: Sessions = (),
        instruments: Iterable[Instrument] = (),
        founded: Day | None = None,
    ) -> None:
        self._organs: Mapping[str, Organ] = {organ.id: organ for organ in organs}
        self._sessions = sessions_by_id(sessions)
        self._instruments = {instrument.id: instrument for instrument in instruments}
        self._first = founded.first if founded else None

    def there(self, organ: Organ, day: date, known_until: Day | None = None) -> There:
        """Whether it was there on `day`."""
        founding = self.founding(organ)
        sourced = "founded" not in organ.unsourced
        if founding.earliest is not None and day < founding.earliest:
            return "not yet"
        known = known_until is not None and known_until.first is not None and known_until.first <= day
        begun = known or (sourced and founding.latest is not None and founding.latest <= day)
        lasts = organ.until is None or (organ.until.first is not None and day <= organ.until.first)
        return "certain" if begun and lasts and organ.sources else "possible"

    def founding(self, organ: Organ) -> Founding:
        """Between which days it was founded.

        >>> from amana.values.words import Words
        >>> charter = Instrument("ch", Words(), adopted=Day("2008-03-14"), applied=Day("2008-03-14"))
        >>> Origins([], (), [charter]).founding(Organ("cpr", "principal", (), by="ch")).earliest
        datetime.date(2008, 3, 14)
        """
        stated, made = _stated(organ.founded), self._made(organ.by)
        if stated.latest is not None and made.earliest is not None and made.earliest > stated.latest:
            made = Founding(None, None)  # what decided it sat after it was founded: the stated day stands
        first = [
            d for d in (stated.earliest, made.earliest, self._parents(organ, stated), self._first) if d is not None
        ]
        latest = stated.latest if organ.founded is not None else made.latest
        if stated.earliest and made.latest and latest and stated.earliest <= made.latest < latest:
            latest = made.latest  # decided by a session within the stated month: from its last day
        return Founding(max(first, default=None), latest)

    def _made(self, by: str) -> Founding:
        """The bounds that lie in what founded it: the days of a session, or from adoption until an instrument holds."""
        session, instrument = self._sessions.get(by), self._instruments.get(by)
        if session is not None and session.days is not None:
            return Founding(session.days.first, session.days.last)
        if instrument is not None:
            return Founding(instrument.adopted.first if instrument.adopted else None, holds_since(instrument))
        return Founding(None, None)

    def _parents(self, organ: Organ, stated: Founding) -> date | None:
        """An organ of unknown founding was not there before the organ above it."""
        above = self._organs.get(organ.parent)
        if stated.earliest is not None or above is None or above.parent == organ.id:
            return None
        return _stated(above.founded).earliest


def is_charter(instrument: Instrument) -> bool:
    """It has the rule by which an instrument is a charter: which organs there are."""
    return any(rule.key == CHARTER_RULE for rule in instrument.rules)


def articles_on(organ: Organ, instruments: Iterable[Instrument], day: date) -> tuple[str, ...]:
    """The articles that speak of the organ, which are those of the latest charter; none before that one holds.

    >>> from amana.charter.instruments import Rule
    >>> from amana.values.words import Words
    >>> charter = Instrument("ch", Words(), applied=Day("2008-03-14"), rules=(Rule(CHARTER_RULE, "5"),))
    >>> council = Organ("cfm", "principal", (), articles=("10",))
    >>> [articles_on(council, [charter], date(year, 6, 1)) for year in (1975, 2010)]
    [(), ('10',)]
    """
    charters = [i for i in instruments if is_charter(i)]
    latest = max((since for i in charters if (since := holds_since(i)) is not None), default=None)
    return organ.articles if latest is None or latest <= day else ()


def _stated(founded: Day | None) -> Founding:
    return Founding(founded.first, founded.last) if founded is not None else Founding(None, None)
