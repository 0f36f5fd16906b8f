"""Accounts beside the record, and the roles granted in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from amana.acts import record
from amana.acts.keeping import Grant, Revoke
from amana.acts.may import CONSOLE
from amana.store import models, queries
from amana.values.ids import PersonId
from amana.values.problems import Problem, Refused

DEMO: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("amina@demo.invalid", "Amina", "ar", ("registrar", "conference-officer", "editor")),
    ("bilal@demo.invalid", "Bilal", "en", ("desk-officer",)),
    ("dalia@demo.invalid", "Dalia", "ar", ("department-head",)),
    ("tara@demo.invalid", "Tara", "fr", ("translator",)),
    ("rami@demo.invalid", "Rami", "ar", ("reviser",)),
    ("sg@demo.invalid", "Cabinet", "fr", ("secretary-general",)),
)
"""The demo people: e-mail, name, language, roles."""


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody with an account and the roles held now."""

    person: PersonId
    email: str
    name: str
    roles: tuple[str, ...]
    demo: bool = False


def add(
    email: str,
    name: str,
    password: str,
    roles: Iterable[str],
    *,
    party: str = "",
    language: str = "en",
    demo: bool = False,
) -> PersonId:
    """A new account, with roles granted in the record. Refused, with nothing made, for any reason at all."""
    problems = list(_faults(email, password, demo=demo))
    if problems:
        raise Refused(problems)
    with transaction.atomic():
        user = models.User.objects.create_user(email, name, password, language=language, demo=demo)
    try:
        record.enter_many(
            [Grant(user.person, role, party if role in ("focal-point", "delegate") else "") for role in roles],
            by=CONSOLE,
        )
    except Refused:
        user.delete()
        raise
    return user.person


def _faults(email: str, password: str, *, demo: bool) -> Iterable[Problem]:
    try:
        validate_email(email)
    except ValidationError:
        yield Problem("person-email", {"email": email})
    if models.User.objects.filter(email=email.lower()).exists():
        yield Problem("person-exists", {"email": email})
    if not demo:
        try:
            validate_password(password)
        except ValidationError as error:
            yield Problem("person-password", {"why": " ".join(error.messages)})


def grant(email: str, role: str, *, party: str = "", by: PersonId = CONSOLE) -> None:
    """Grant a role to somebody with an account."""
    record.enter(Grant(_person(email), role, party), by=by)


def revoke(email: str, role: str, *, party: str = "", by: PersonId = CONSOLE) -> None:
    """Take a role back."""
    record.enter(Revoke(_person(email), role, party), by=by)


def _person(email: str) -> PersonId:
    user = models.User.objects.filter(email=email.lower()).first()
    if user is None:
        raise Refused([Problem("person-unknown", {"email": email})])
    return user.person


def everybody() -> Sequence[Known]:
    """Everybody with an account, and the roles held now. Two queries."""
    held = queries.roles_held()
    return [
        Known(user.person, user.email, user.name, tuple(held.get(user.person, ())), user.demo)
        for user in models.User.objects.order_by("email")
    ]


def ensure_demo() -> None:
    """The demo people, for `make serve` only. Their password is the word 'demo'."""
    for email, name, language, roles in DEMO:
        if not models.User.objects.filter(email=email).exists():
            add(email, name, "demo", roles, language=language, demo=True)


def demo_people() -> bool:
    """Whether any demo people have accounts here."""
    return models.User.objects.filter(demo=True).exists()
