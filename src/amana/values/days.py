"""Days as sources state them: kept (`Day`, `Span`), found in running text (`read_days`), written out (`write_day`).

The two calendars meet in `values.hijri`.
"""

from __future__ import annotations

from amana.values.days_edtf import Day, Numbers, Precision, Span
from amana.values.days_reading import StatedDays, read_days
from amana.values.days_writing import write_both, write_day

__all__ = ["Day", "Numbers", "Precision", "Span", "StatedDays", "read_days", "write_both", "write_day"]
