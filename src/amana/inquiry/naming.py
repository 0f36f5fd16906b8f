"""What the organization and its organs are or were called, and what an acronym stands for."""

from __future__ import annotations

from datetime import date

from amana.charter.instruments import Instrument
from amana.charter.organs import Organ
from amana.inquiry.asked import Asked
from amana.inquiry.card import Card, Line, Ref
from amana.inquiry.grounds import decided_at, disputes_about
from amana.inquiry.known import Known
from amana.inquiry.lexicon import shown
from amana.inquiry.telling import day_in, instrument_name, say, since_until, when, words_in

_WORDS = frozenset(
    {"name", "former", "acronym", "when", "before", "now", "by-what", "in-ar", "in-en", "in-fr", "found"}
)
_TONGUES = {"in-ar": "ar", "in-en": "en", "in-fr": "fr"}


def try_(asked: Asked, known: Known, day: date) -> Card | None:
    """A card where the question is a name."""
    if not asked.says("name", "acronym"):
        return None
    if asked.take(_WORDS) is not None and asked.house and not asked.says("found"):
        return _renamed(asked, known) if asked.says("former", "when", "before") else _house(asked, known)
    took = asked.take(_WORDS, organ=1)
    if took and took.one("organ") and not asked.says("found"):
        return _organ(asked, known, known.organs_by_id[took.one("organ")])
    return None


def _house(asked: Asked, known: Known) -> Card:
    language, profile = asked.language, known.profile
    tongue = next((_TONGUES[w] for w in sorted(_TONGUES) if asked.says(w)), language)
    name = words_in(profile.names, tongue, "house-name", profile.id)
    acronym = words_in(profile.acronyms, tongue, "house", profile.id)
    lines = [
        Line(say(f"language-{code}", language), profile.names[code])
        for code in ("ar", "en", "fr")
        if code in profile.names
    ]
    lines += [
        Line(f"{say('label-acronym', language)} ({say(f'language-{c}', language)})", a)
        for c, a in profile.acronyms.items()
    ]
    return Card(
        "name", language, say("label-name", language), say("name", language, acronym=acronym, name=name), facts=tuple(lines),
        address=Ref("organization", profile.id),
    )  # fmt: skip


def _renamed(asked: Asked, known: Known) -> Card | None:
    """The act that changed the name: an amendment whose title names the name; its title and note say from what to what."""
    language = asked.language
    acts = [i for i in known.instruments if i.amends and _is_renaming(i)]
    if len(acts) != 1 or acts[0].adopted is None:
        return None
    act, session, adopted = acts[0], known.sessions_by_id.get(acts[0].by), acts[0].adopted
    lines = [Line(say("label-adopted", language), day_in(adopted, language), Ref("instrument", act.id), adopted)]
    if session is not None:
        lines.append(decided_at(known, session, language))
    former = shown(language).get(("house-former", known.profile.id), "")
    if not former:
        return None
    statement = say(
        "renamed",
        language,
        name=words_in(known.profile.names, language, "house-name", known.profile.id),
        former=former,
        when=when(adopted, language),
        instrument=instrument_name(act, language),
    )
    return Card(
        "name", language, say("label-former-name", language), statement, facts=tuple(lines), day=adopted,
        sources=act.sources, address=Ref("instrument", act.id),
    )  # fmt: skip


def _is_renaming(instrument: Instrument) -> bool:
    return "name of the" in instrument.title.best("en").lower()


def _organ(asked: Asked, known: Known, organ: Organ) -> Card | None:
    language = asked.language
    if asked.says("former", "before", "when") and len(organ.names) < 2:
        return None
    latest = organ.names[-1]
    tongue = next((_TONGUES[w] for w in sorted(_TONGUES) if asked.says(w)), language)
    if tongue != language and tongue not in latest.name:
        return None
    name = words_in(latest.name, tongue, "organ", organ.id)
    acronym = latest.acronym.get(tongue) or latest.acronym.best("en")
    rows = []
    for at, one in enumerate(organ.names):
        until = organ.names[at + 1].since if at + 1 < len(organ.names) else None
        said = words_in(one.name, language) + (f" ({one.acronym.best(language)})" if one.acronym else "")
        rows.append(Line(said, since_until(one.since, until, language), day=one.since))
    if asked.says("former", "before", "when"):
        former, since = organ.names[-2], latest.since
        statement = say(
            "organ-renamed",
            language,
            name=name,
            former=words_in(former.name, language),
            when=when(since, language) if since else "",
        )
    elif acronym:
        statement = say("name", language, acronym=acronym, name=name)
    else:
        return None
    return Card(
        "name", language, name, statement, rows=tuple(rows) if len(rows) > 1 else (),
        rows_label=say("label-names", language) if len(rows) > 1 else "", sources=organ.sources,
        disputes=disputes_about(known, f"organs/{organ.id}#name"), address=Ref("organ", organ.id),
    )  # fmt: skip
