"""Who may do what: one table of predicates, an act's name against those who may enter it (`domain` 1.2).

Roles are granted in the record. Two persons of the machine have no account: `console` is the operator at the command
line, who has the files anyway, `clock` enters silences that expired.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from amana.acts.kernel import Act
from amana.acts.view import View
from amana.values.problems import Problem

CONSOLE = "console"
CLOCK = "clock"
MACHINES = (CONSOLE, CLOCK)

ROLES = (
    "administrator",
    "registrar",
    "conference-officer",
    "legal-counsel",
    "translator",
    "reviser",
    "editor",
    "budget-officer",
    "desk-officer",
    "department-head",
    "focal-point",
    "delegate",
    "secretary-general",
    "auditor",
)
STAFF = tuple(r for r in ROLES if r not in ("focal-point", "delegate"))

Predicate = Callable[[Act, View], bool]


def role(*names: str) -> Predicate:
    """Somebody who holds one of these roles."""

    def holds(act: Act, now: View) -> bool:
        return any(held.name in names for held in now.roles(now.by))

    holds.__doc__ = "role: " + ", ".join(names)
    return holds


def console(act: Act, now: View) -> bool:
    """The operator at the command line."""
    return now.by == CONSOLE


def assigned(act: Act, now: View) -> bool:
    """The officer to whom the mandate is assigned."""
    mandate = now.mandate(getattr(act, "mandate", ""))
    return mandate is not None and mandate.officer == now.by


REGISTRAR = (console, role("registrar"))
OFFICER = (console, role("conference-officer"))
HEAD = (role("department-head", "secretary-general"),)
ANYONE_AT_THE_DESK = (console, role(*STAFF))

TABLE: Mapping[str, tuple[Predicate, ...]] = {
    "record.begin": (console,),
    "record.renew-key": (console,),
    "record.erase": (console, role("administrator")),
    "fact.strike": REGISTRAR,
    "fact.release": (console, role("editor", "legal-counsel", "secretary-general")),
    "organization.describe": REGISTRAR,
    "organization.correct": REGISTRAR,
    "source.cite": REGISTRAR,
    "source.correct": REGISTRAR,
    "party.register": REGISTRAR,
    "party.correct": REGISTRAR,
    "standing.admit": REGISTRAR,
    "standing.observe": REGISTRAR,
    "standing.suspend": REGISTRAR,
    "standing.restore": REGISTRAR,
    "standing.end": REGISTRAR,
    "standing.correct": REGISTRAR,
    "organ.found": REGISTRAR,
    "organ.correct": REGISTRAR,
    "instrument.adopt": REGISTRAR,
    "instrument.correct": REGISTRAR,
    "session.convene": (*REGISTRAR, role("conference-officer")),
    "session.correct": (*REGISTRAR, role("conference-officer")),
    "office.appoint": REGISTRAR,
    "office.correct": REGISTRAR,
    "symbol.define": REGISTRAR,
    "symbol.correct": REGISTRAR,
    "phrase.define": REGISTRAR,
    "phrase.correct": REGISTRAR,
    "term.define": REGISTRAR,
    "term.correct": REGISTRAR,
    "person.register": REGISTRAR,
    "person.correct": REGISTRAR,
    "subject.define": REGISTRAR,
    "subject.correct": REGISTRAR,
    "programme.adopt": REGISTRAR,
    "programme.correct": REGISTRAR,
    "partner.register": REGISTRAR,
    "partner.correct": REGISTRAR,
    "group.create": REGISTRAR,
    "group.correct": REGISTRAR,
    "dispute.note": REGISTRAR,
    "dispute.correct": REGISTRAR,
    "file.keep": ANYONE_AT_THE_DESK,
    "resolution.accept": OFFICER,
    "resolution.correct": (console, role("editor", "conference-officer")),
    "resolution.release": (console, role("editor", "secretary-general")),
    "finding.rule": (console, role("conference-officer", "editor")),
    "finding.lift": (console, role("conference-officer", "editor")),
    "version.issue": (console, role("conference-officer", "editor")),
    "version.recall": (console, role("conference-officer", "editor")),
    "mandate.propose": OFFICER,
    "mandate.amend": OFFICER,
    "mandate.confirm": (*OFFICER, *HEAD),
    "mandate.dismiss": (*OFFICER, *HEAD),
    "mandate.assign": HEAD,
    "mandate.progress": (assigned,),
    "mandate.report": (assigned,),
    "mandate.return": HEAD,
    "mandate.close": HEAD,
    "mandate.release": (role("secretary-general", "department-head"),),
    "role.grant": (console, role("administrator")),
    "role.revoke": (console, role("administrator")),
}
"""Every act, and who may enter it: any one predicate is enough. An act that is not here may be entered by nobody."""


VERSIONS = ("conference-officer", "editor", "translator", "reviser")
BESIDE: Mapping[str, tuple[str, ...]] = {
    "draft.look": (*VERSIONS, "legal-counsel"),
    "draft.receive": ("conference-officer",),
    "finding.settle": VERSIONS,
    "row.correct": VERSIONS,
    "line.assign": ("conference-officer", "editor"),
    "line.bring": ("conference-officer", "editor"),
    "line.revised": VERSIONS,
    "line.provisional": ("conference-officer", "editor"),
    "line.back": ("conference-officer", "editor", "reviser"),
}
"""What is done to texts that are not in the record yet, and the roles that may. `line.bring` and `line.revised` are open
to the version's own translator and reviser too; that only its reviser says it is revised is said in `issuing.step`."""


def forbidden(act: Act, now: View) -> Problem | None:
    """The problem when this person may not enter this act, else None."""
    allowed = TABLE.get(act.NAME, ())
    if any(predicate(act, now) for predicate in allowed):
        return None
    wanted = tuple((predicate.__doc__ or "").strip().splitlines()[0] for predicate in allowed)
    return Problem("may-not", {"act": act.NAME, "wanted": wanted})


def may(name: str, now: View, act: Act | None = None) -> bool:
    """Whether somebody may enter acts of this name, for buttons. With `act`, exactly that one."""
    if act is not None:
        return forbidden(act, now) is None
    blank = Act()
    return any(predicate(blank, now) for predicate in TABLE.get(name, ()))
