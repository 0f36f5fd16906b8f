"""The implementation report of a session, gathered for one reader: what the page, the Word file and the command line tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from amana.folder.order import natural
from amana.pages.reading import Reading
from amana.pages.templatetags.names import implementer_words, session_title, session_words
from amana.reports.implementation import Report, ResolutionTold, Told, report
from amana.resolutions.paragraph_names import called
from amana.sessions import order
from amana.sessions.session import Session
from amana.store.queries import public
from amana.values.days import Day, write_day
from amana.values.words import Words

LANGUAGES = ("ar", "en", "fr")


def by_symbol(rows: Iterable[Any]) -> list[Any]:
    """Resolutions in the order of their symbols, 2 before 10."""
    return sorted(rows, key=lambda row: natural(row.symbol))


def made_for(reading: Reading, session: str) -> Report:
    """The report on the resolutions of a session that this reader may see; KeyError where there is no such session."""
    org = reading.organization
    held = org.session(session)
    adopted = public.decisions(reading.reader, reading.day, session=session)
    told: dict[str, list[public.Told]] = {}
    for one in public.mandates_for_report(reading.reader, session):
        told.setdefault(one.row.resolution, []).append(one)
    if not reading.reader.is_staff:  # what was not released of a resolution is not told as nothing
        adopted = adopted.filter(key__in=sorted(told))
    rows = by_symbol(adopted)
    due = order.following(held, org.sessions) if held.kind == "ordinary" else None
    labels = public.labels(rows, (one.row.paragraph for several in told.values() for one in several)) if told else {}
    resolutions = [
        ResolutionTold(
            row.symbol,
            Words(row.title),
            tuple(_told(reading, m, labels.get(row.key, {})) for m in told.get(row.key, ())),
        )
        for row in rows
    ]
    return report(
        session_title(reading, session),
        resolutions,
        day=reading.day,
        audience=reading.reader.audiences[-1],
        organization=org.profile.names,
        place=held.place,
        days=_days(held),
        reported_to=session_words(reading, due) if due else Words(),
        known_until=org.profile.known_until,
        official=org.profile.official,
    )


def _days(session: Session) -> Words:
    return Words({code: write_day(session.days, code) for code in LANGUAGES}) if session.days else Words()


def _told(reading: Reading, one: public.Told, labels: Mapping[str, Words]) -> Told:
    """A mandate as rows → as the report wants it, its paragraph called as each version prints its label."""
    row, last = one.row, one.last
    saying = [step for step in one.steps if step.words]
    latest = {language: text for step in saying for language, text in step.words.items()}  # in each language the latest
    received = next((s.since for s in one.steps if s.status == "reported"), "") if row.kind == "state" else ""
    return Told(
        key=row.place,
        text=Words(row.words),
        label=Words({code: called(row.place, code, labels) for code in LANGUAGES}),
        kind="follow_up" if row.recurring else row.kind,
        who=tuple(implementer_words(reading, key) for key in row.implementers),
        stated=Words(row.deadline_text),
        due=Day.parse(row.due_day) if row.due_day else None,
        due_session=session_title(reading, row.due_session) if row.due_session else Words(),
        inferred=row.inferred,
        status=last.status if last else "proposed",
        how=last.outcome if last else "",
        progress=Words(latest),
        progress_day=Day.parse(saying[-1].since) if saying and saying[-1].since else None,
        evidence=tuple(filter(None, (proof.reference or Words(proof.words) for proof in one.evidence))),
        released=one.released,
        received=Day.parse(received) if received else None,
    )
