"""Lines of years: where a day stands between two years, in percent, right to left where the page is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from amana.charter.standing import Change
from amana.values.days import Day

STEPS = (1, 2, 5, 10, 20, 50)


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis, at `x` percent."""

    year: int
    x: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A standing from `x1` to `x2` percent."""

    standing: str
    x1: str
    x2: str


@dataclass(frozen=True, slots=True)
class Axis:
    """From one first of January to another. `mirrored`: later is further left."""

    first: int
    last: int
    mirrored: bool = False

    def at(self, day: date) -> str:
        """The place of a day, as SVG wants it.

        >>> Axis(2000, 2010).at(date(2005, 1, 1)), Axis(2000, 2010, mirrored=True).at(date(2000, 1, 1))
        ('50.0%', '100.0%')
        """
        start, end = date(self.first, 1, 1), date(self.last, 1, 1)
        share = min(max((day - start) / max(end - start, timedelta(days=1)), 0.0), 1.0)
        return f"{(1 - share if self.mirrored else share) * 100:.1f}%"

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """About six round years."""
        step = next((s for s in STEPS if (self.last - self.first) / s <= 7), STEPS[-1])
        years = range(-(-self.first // step) * step, self.last + 1, step)
        return tuple(Tick(year, self.at(date(year, 1, 1))) for year in years)

    def bars(self, changes: Iterable[Change], until: date) -> tuple[Bar, ...]:
        """The standings of one party as bars, the last until the day shown."""
        bars = []
        for change in changes:
            start = change.held.day.last or change.since.first
            end = min((change.until.last if change.until else None) or until, until)
            if start is not None and change.standing != "left" and start <= end:
                bars.append(Bar(change.standing, self.at(start), self.at(end)))
        return tuple(bars)


def axis_over(founded: Day | None, until: date, *, mirrored: bool) -> Axis:
    """From the year of foundation to the year after `until`."""
    first = founded.first.year if founded and founded.first else until.year - 10
    return Axis(min(first, until.year), min(until.year + 1, date.max.year), mirrored)
