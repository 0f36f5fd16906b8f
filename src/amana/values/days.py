"""Days as sources state them: kept (`Day`, `Span`), found in running text (`read_days`), written out (`write_day`).

The two calendars meet in `values.hijri`.
"""

from __future__ import annotations

from amana.values.days_edtf import Day, Numbers, Precision, Span

__all__ = ["Day", "Numbers", "Precision", "Span"]
