"""Rules of an instrument as data: exact shares, durations, and amendments that replace something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amana.charter.rules import Rule
from amana.folder.faults import Spot, fault
from amana.folder.found import Found
from amana.values.problems import Problem

_SHARE = re.compile(r"([1-9][0-9]*)/([1-9][0-9]*)")
_SEASON = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", re.ASCII)
_DURATION = re.compile(r"P(?=[0-9])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+W)?(?:[0-9]+D)?")


def shares(found: Found) -> Iterator[Problem]:
    """A share that is no exact part of a whole: '2/3', '55/100', never 0.55 or more than one."""
    for rule, spot in _rules(found):
        stated = [("quorum", rule.quorum.share)] if rule.quorum else []
        stated += [("steps", step.share) for step in rule.steps if step.share]
        for key, share in stated:
            parts = _SHARE.fullmatch(share)
            if parts is None or int(parts[1]) > int(parts[2]):
                yield fault("bad-share", spot, key, field=key, value=share)
        for step in rule.steps:
            if step.kind in ("majority", "more_than") and not (step.share and step.of):
                yield fault("step-without-share", spot, "steps", key=rule.key, kind=step.kind)


def durations(found: Found) -> Iterator[Problem]:
    """An interval or a term that is no ISO 8601 duration ('P3Y')."""
    for rule, spot in _rules(found):
        for key, value in (("every", rule.every), ("term", rule.term)):
            if value and not _DURATION.fullmatch(value):
                yield fault("bad-duration", spot, key, field=key, value=value)
        if rule.season and not _SEASON.fullmatch(rule.season):
            yield fault("bad-season", spot, "season", field="season", value=rule.season)
    for instrument in found.organization.instruments:
        for index, office in enumerate(instrument.offices):
            if office.term and not _DURATION.fullmatch(office.term):
                spot = found.spot("instrument", instrument.id).child("office", index)
                yield fault("bad-duration", spot, "term", field="term", value=office.term)


def replaces(found: Found) -> Iterator[Problem]:
    """A `[[replace]]` that replaces nothing: the instrument amended, or those it amends, have no such rule."""
    instruments = found.organization.instruments_by_id
    for instrument in instruments.values():
        known = {r.key for one in instruments.values() if one is not instrument for r in (*one.rules, *one.replaces)}
        for index, rule in enumerate(instrument.replaces):
            if rule.key not in known:
                spot = found.spot("instrument", instrument.id).child("replace", index)
                yield fault("replaces-nothing", spot, "key", "warning", id=instrument.id, key=rule.key)


def _rules(found: Found) -> Iterator[tuple[Rule, Spot]]:
    for instrument in found.organization.instruments:
        top = found.spot("instrument", instrument.id)
        for header, rules in (("rule", instrument.rules), ("replace", instrument.replaces)):
            for index, rule in enumerate(rules):
                yield rule, top.child(header, index)
