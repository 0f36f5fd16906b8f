"""Findings told by the command line as lines for programs."""

from __future__ import annotations

from collections.abc import Iterable

from amana.clerk.lines import finding_line
from amana.cli.saying import language
from amana.cli.telling import tell_line
from amana.values.problems import Problem


def tell_findings(findings: Iterable[Problem]) -> None:
    """Each as the JSON line that programs may rely on."""
    for found in findings:
        tell_line(finding_line(found, language()))
