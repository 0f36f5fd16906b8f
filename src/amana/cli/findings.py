"""Findings told by the command line: as lines for programs, and counted in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from amana.clerk.lines import finding_line
from amana.cli.telling import language, tell_line
from amana.values.problems import Problem


def tell_findings(findings: Iterable[Problem]) -> None:
    """Each as the JSON line that programs may rely on."""
    for found in findings:
        tell_line(finding_line(found, language()))


def told(severities: Mapping[str, int]) -> str:
    """
    >>> told({"error": 2, "note": 1})
    '2 errors, 1 note'
    """
    said = {s: severities.get(s, 0) for s in ("error", "warning", "note", "info")}
    return ", ".join(f"{n} {s}{'s' if n > 1 and s != 'info' else ''}" for s, n in said.items() if n) or "nothing found"
