"""Acts on findings: all of a kind settled by a rule for a session or an organ, and a rule lifted."""

from __future__ import annotations

from collections.abc import Iterable

from amana.acts.kernel import Act, Entry, act
from amana.acts.rows import Rows
from amana.acts.view import View
from amana.resolutions.settled import Rule
from amana.values.problems import Problem


@act("finding.rule", audience="house")
class SettleAll(Act):
    """Settle all findings of a kind in the texts of a session, or of an organ, for one reason. Single reasons go before it."""

    rule: Rule

    def check(self, now: View) -> Iterable[Problem]:
        rule = self.rule
        yield from self.reasoned(rule.reason)
        if not (rule.session or rule.organ):
            yield Problem("finding-rule-too-wide", {"code": rule.code})
        for kind, key in (("session", rule.session), ("organ", rule.organ)):
            if key and now.fact(kind, key) is None:
                yield Problem("fact-reference-unknown", {"kind": kind, "key": key, "of": rule.code})
        if now.rule(rule.id) is not None:
            yield Problem("finding-rule-exists", {"code": rule.code})

    def apply(self, rows: Rows, entry: Entry) -> None:
        rule = self.rule
        rows.finding_rules.add(
            entry.no,
            key=rule.id,
            code=rule.code,
            session=rule.session,
            organ=rule.organ,
            facts=dict(rule.facts),
            reason=rule.reason,
            by=entry.by,
            since=entry.day,
        )


@act("finding.lift", audience="house")
class Lift(Act):
    """Lift a rule: what it settled is open again in texts not accepted yet; what was accepted stays as accepted."""

    rule: str
    why: str

    def check(self, now: View) -> Iterable[Problem]:
        if not now.rule(self.rule):
            yield Problem("finding-rule-unknown", {"rule": self.rule})
        yield from self.reasoned(self.why)

    def apply(self, rows: Rows, entry: Entry) -> None:
        rows.finding_rules.add(
            entry.no, key=self.rule, code="", reason=self.why, by=entry.by, since=entry.day, gone=True
        )
