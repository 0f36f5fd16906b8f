"""Entries of the record in words: what was entered and of what, for those who may see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from amana.pages.marks import days_in
from amana.pages.reading import Reading
from amana.pages.templatetags.names import organ_words, party_words, session_title
from amana.values.days import Span
from amana.values.words import Words

SENTENCES: Mapping[str, Promise] = {
    "record.begin": _("The record was opened"),
    "record.renew-key": _("The signing key was renewed"),
    "record.erase": _("What some entries say was erased"),
    "fact.strike": _("A fact was struck"),
    "fact.release": _("A fact that waited was released"),
    "person.register": _("A person was registered"),
    "person.correct": _("What is kept of a person was corrected"),
    "subject.define": _("A subject was defined"),
    "subject.correct": _("A subject was corrected"),
    "programme.adopt": _("A programme was entered"),
    "programme.correct": _("A programme was corrected"),
    "partner.register": _("A partner was registered"),
    "partner.correct": _("What is kept of a partner was corrected"),
    "group.create": _("A contact group was entered"),
    "group.correct": _("A contact group was corrected"),
    "organization.describe": _("The organization was described"),
    "organization.correct": _("The description of the organization was corrected"),
    "source.cite": _("A source was cited"),
    "source.correct": _("A source was corrected"),
    "party.register": _("A party was registered"),
    "party.correct": _("A party was corrected"),
    "standing.admit": _("A member was admitted"),
    "standing.observe": _("An observer was admitted"),
    "standing.suspend": _("A membership was suspended"),
    "standing.restore": _("A membership was restored"),
    "standing.end": _("A standing ended"),
    "standing.correct": _("A standing was corrected"),
    "organ.found": _("An organ was founded"),
    "organ.correct": _("An organ was corrected"),
    "instrument.adopt": _("An instrument was adopted"),
    "instrument.correct": _("An instrument was corrected"),
    "session.convene": _("A session was convened"),
    "session.correct": _("A session was corrected"),
    "office.appoint": _("An office was filled"),
    "office.correct": _("A term of office was corrected"),
    "symbol.define": _("A form of symbols was defined"),
    "symbol.correct": _("A form of symbols was corrected"),
    "phrase.define": _("An opening phrase was defined"),
    "phrase.correct": _("An opening phrase was corrected"),
    "term.define": _("A term was defined"),
    "term.correct": _("A term was corrected"),
    "dispute.note": _("It was noted that sources differ"),
    "dispute.correct": _("A note that sources differ was corrected"),
    "file.keep": _("A file was kept"),
    "resolution.accept": _("A resolution was accepted"),
    "resolution.correct": _("A resolution was corrected"),
    "resolution.release": _("A resolution was released"),
    "finding.rule": _("Findings of a kind were settled by a rule"),
    "finding.lift": _("A rule on findings was lifted"),
    "version.issue": _("A language version was issued"),
    "version.recall": _("A language version was called back"),
    "mandate.propose": _("A mandate was proposed"),
    "mandate.amend": _("A mandate was amended"),
    "mandate.confirm": _("A mandate was confirmed"),
    "mandate.dismiss": _("A proposed mandate was dismissed"),
    "mandate.assign": _("A mandate was assigned"),
    "mandate.progress": _("Progress on a mandate was told"),
    "mandate.report": _("A mandate was reported"),
    "mandate.return": _("A report was sent back"),
    "mandate.close": _("A mandate was closed"),
    "mandate.release": _("A mandate was released"),
    "role.grant": _("A role was given"),
    "role.revoke": _("A role was taken back"),
}


NO_TITLES: Mapping[str, Words] = {}
CORRECTIONS = tuple(act for act in SENTENCES if act.endswith(".correct"))
"""The acts by which something entered before is put right."""


def sentence(act: str) -> str:
    """What an act is, in words; its permanent name where there are none."""
    found = SENTENCES.get(act)
    return str(found) if found is not None else act


def resolution_of(envelope: Mapping[str, Any]) -> str:
    """The id of the resolution that an entry names without telling of it; '' where there is none."""
    named = (envelope.get("act") or {}).get("resolution")
    return named if isinstance(named, str) else ""


def subject(
    reading: Reading, act: str, envelope: Mapping[str, Any] | None, titles: Mapping[str, Words] = NO_TITLES
) -> Words:
    """Of what the entry is, as far as its body, which this reader may see, says so. `titles` by id of the resolution.

    What is an id stands as of no language.
    """
    body = (envelope or {}).get("act") or {}
    fact = body.get("fact", body.get("resolution", body.get("content")))
    if isinstance(fact, str):
        return titles.get(fact, Words())
    if not isinstance(fact, dict):
        return Words()
    kind = str(body.get("kind", "")) if act == "fact.release" else act.split(".")[0]
    return _SUBJECTS.get(kind, _any)(reading, fact)


def _any(reading: Reading, fact: Mapping[str, Any]) -> Words:
    for name in ("name", "names", "title", "words"):
        if isinstance(fact.get(name), dict) and any(fact[name].values()):
            return Words(fact[name])
    return Words(zxx=str(fact.get("symbol") or fact.get("id") or ""))


def _party(reading: Reading, fact: Mapping[str, Any]) -> Words:
    return party_words(reading, str(fact.get("id", "")))


def _standing(reading: Reading, fact: Mapping[str, Any]) -> Words:
    return _since(party_words(reading, str(fact.get("party", ""))), fact)


def _organ(reading: Reading, fact: Mapping[str, Any]) -> Words:
    return organ_words(reading, str(fact.get("id", "")))


def _session(reading: Reading, fact: Mapping[str, Any]) -> Words:
    return session_title(reading, str(fact.get("id", "")))


def _appointed(reading: Reading, fact: Mapping[str, Any]) -> Words:
    return _since(_any(reading, fact), fact)


def _phrase(reading: Reading, fact: Mapping[str, Any]) -> Words:
    return Words({str(fact.get("language", "zxx")): str(fact.get("phrase", ""))})


def _dispute(reading: Reading, fact: Mapping[str, Any]) -> Words:
    """The title of the dispute, else of whom or of what it is."""
    if isinstance(fact.get("title"), dict) and fact["title"]:
        return Words(fact["title"])
    table, _slash, row = str(fact.get("fact", "")).partition("#")[0].partition("/")
    org = reading.known
    if org is None:
        return Words()
    if table == "standings":
        return next((party_words(reading, one.party) for one in org.standings if one.id == row), Words())
    if table == "terms":
        return next((one.name for one in org.terms if one.id == row), Words())
    named = {"parties": party_words, "organs": organ_words, "sessions": session_title}.get(table)
    return named(reading, row) if named else Words()


def _since(words: Words, fact: Mapping[str, Any]) -> Words:
    """The words with the day since when, in brackets, in each language that can write it."""
    since = fact.get("since")
    if not words or not since or since == "?":
        return words
    day = Span.parse(str(since))
    return Words({code: f"{said} ({days_in(day, code)})" for code, said in words.items()})


_SUBJECTS: Mapping[str, Callable[[Reading, Mapping[str, Any]], Words]] = {
    "party": _party,
    "standing": _standing,
    "organ": _organ,
    "session": _session,
    "office": _appointed,
    "phrase": _phrase,
    "dispute": _dispute,
}
