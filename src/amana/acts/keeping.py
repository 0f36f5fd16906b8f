"""Acts on the record itself: its beginning, its keys, erasing a body; files kept; roles granted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from amana.acts.kernel import Act, Entry, act
from amana.acts.may import ROLES
from amana.acts.rows import Rows
from amana.acts.view import Role, View
from amana.values.ids import EntryNo, PersonId
from amana.values.problems import Problem


@act("record.begin", audience="public")
class Begin(Act):
    """Open the record of an organization under a key."""

    organization: str
    vkey: str

    def check(self, now: View) -> Iterable[Problem]:
        if now.entry(1):
            yield Problem("record-begun", {})

    def apply(self, rows: Rows, entry: Entry) -> None:
        rows.keys.add(entry.no, vkey=self.vkey)


@act("record.renew-key", audience="public")
class RenewKey(Act):
    """Sign with a new key from now on; the entry itself stands under the old one."""

    vkey: str
    why: str

    def apply(self, rows: Rows, entry: Entry) -> None:
        rows.keys.add(entry.no, vkey=self.vkey)


@act("record.erase", audience="public")
class Erase(Act):
    """Forget what some entries say. Their headers stay and the record still verifies."""

    entries: tuple[EntryNo, ...]
    why: str

    def check(self, now: View) -> Iterable[Problem]:
        for no in self.entries:
            if not now.entry(no):
                yield Problem("record-entry-unknown", {"entry": no})
        yield from self.reasoned(self.why)

    def apply(self, rows: Rows, entry: Entry) -> None:
        for no in self.entries:
            rows.erasures.add(entry.no, no=no, why=self.why)


@act("file.keep", audience="house")
class Keep(Act):
    """Keep a file by its checksum. Its bytes are stored before this is entered."""

    sha256: str
    name: str
    media_type: str
    size: int
    subject: str = ""

    def refs(self) -> Iterator[tuple[str, str]]:
        yield "file", self.sha256

    def apply(self, rows: Rows, entry: Entry) -> None:
        rows.files.add(
            entry.no,
            sha256=self.sha256,
            name=self.name[:255],
            media_type=self.media_type,
            size=self.size,
            subject=self.subject,
        )


@act("role.grant", audience="house")
class Grant(Act):
    """Give somebody a role; a focal point or a delegate for one party."""

    person: PersonId
    role: str
    party: str = ""

    def check(self, now: View) -> Iterable[Problem]:
        if self.role not in ROLES:
            yield Problem("role-unknown", {"role": self.role, "roles": ROLES})
        if self.role in ("focal-point", "delegate") and now.fact("party", self.party) is None:
            yield Problem("fact-reference-unknown", {"kind": "party", "key": self.party or "—", "of": self.role})
        if Role(self.role, self.party) in now.roles(self.person):
            yield Problem("role-held", {"role": self.role})

    def apply(self, rows: Rows, entry: Entry) -> None:
        rows.grants.add(entry.no, person=self.person, role=self.role, party=self.party, since=entry.day)


@act("role.revoke", audience="house")
class Revoke(Act):
    """Take a role back."""

    person: PersonId
    role: str
    party: str = ""

    def check(self, now: View) -> Iterable[Problem]:
        if Role(self.role, self.party) not in now.roles(self.person):
            yield Problem("role-not-held", {"role": self.role})

    def apply(self, rows: Rows, entry: Entry) -> None:
        rows.grants.add(entry.no, person=self.person, role=self.role, party=self.party, since=entry.day, gone=True)
