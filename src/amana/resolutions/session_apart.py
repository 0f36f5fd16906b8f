"""The symbol on the cover against the session the same version names: 1/48-POL is no resolution of the forty-ninth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from amana.resolutions.paragraphs import Reading
from amana.values.expressions import expression
from amana.values.problems import Place, Problem

SERIAL = expression(r"\d+/(\d{1,3})-\w")
"""A number, the session and the cluster: the one form of symbol that says its session for every house."""


def symbol_of_session(readings: Mapping[str, Reading]) -> Iterator[Problem]:
    """A version bears the symbol of one session and names another as its own."""
    for language, reading in readings.items():
        serial = SERIAL.match(reading.symbol)
        if serial is None or reading.session_number is None or int(serial[1]) == reading.session_number:
            continue
        place = reading.paragraphs[0].place if reading.paragraphs else Place("", language=language)
        said = {"language": language, "symbol": reading.printed_symbol or reading.symbol, "session": reading.session}
        yield Problem("symbol-session-differs", said, (place,), "error")
