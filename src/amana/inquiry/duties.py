"""Which organ does what, and by which article."""

from __future__ import annotations

from datetime import date

from amana.charter.instruments import Instrument, Power
from amana.charter.rules import holds_on, in_force
from amana.inquiry.asked import Asked
from amana.inquiry.card import Card, Line, Ref
from amana.inquiry.grounds import merged
from amana.inquiry.known import Known
from amana.inquiry.lexicon import shown
from amana.inquiry.telling import article_of, house_name, listed, organ_name, say, words_in

_WORDS = frozenset({"who", "do", "institution", "now"})
_JUDGE = "judge"
_CARRIED_OUT = "follow-up.resolutions"
"""The power by which an executive organ is one."""


def try_(asked: Asked, known: Known, day: date) -> Card | None:
    """A card where the question is which organ has a power, or what an organ may do."""
    took = asked.take(_WORDS, role=1)
    if took and took.one("role"):
        return _with_role(asked, known, took.one("role"), day)
    took = asked.take(_WORDS, power=1)
    if took and took.one("power"):
        return _with_power(asked, known, took.one("power"), day)
    took = asked.take(_WORDS, organ=1)
    if took and took.one("organ") and asked.says("do"):
        return _powers(asked, known, took.one("organ"), day)
    took = asked.take(frozenset({"force", "now"}), organ=1)
    if took and asked.says("force") and is_pending(known, took.one("organ")):
        return _with_power(asked, known, _JUDGE, day)
    return None


def is_pending(known: Known, organ: str) -> bool:
    """It judges from the entry into force of a statute, of which no entry into force is recorded."""
    return any(p.organ == organ and p.power == _JUDGE for i in known.instruments for p in i.powers)


def _with_role(asked: Asked, known: Known, organ: str, day: date) -> Card | None:
    """The organ that is called so, once it was there, with the power of its own that says it."""
    found, language = known.organs_by_id.get(organ), asked.language
    founded = found.founded.last if found and found.founded else None
    if found is None or founded is None or day < founded or not found.sources:
        return None
    mine = [(i, p) for i, p in _given(known, day) if p.power == _CARRIED_OUT and p.organ == organ]
    name = organ_name(known, organ, language)
    statement = say(
        "role", language, organ=name, role=shown(language)["role", organ], house=house_name(known, language, day)
    )
    return Card(
        "power", language, asked.text, statement, facts=tuple(_line(i, p, language) for i, p in mine),
        sources=merged(found.sources, *(p.sources for _, p in mine)), address=Ref("organ", organ),
    )  # fmt: skip


def _given(known: Known, day: date) -> list[tuple[Instrument, Power]]:
    """Powers by instruments that hold and are not wholly replaced by later ones; the one that gives most first."""
    rules = in_force(known.instruments, day)
    ruling = {held.instrument for held in rules.values()}
    holding = [i for i in known.instruments if holds_on(day, i) and (not i.rules or i.id in ruling)]
    holding.sort(key=lambda i: -len(i.powers))
    return [(i, p) for i in holding for p in i.powers]


def _with_power(asked: Asked, known: Known, power: str, day: date) -> Card | None:
    """The organs that have it by an instrument that holds on the day."""
    mine = [(i, p) for i, p in _given(known, day) if p.power == power and p.sources]
    organs = list(dict.fromkeys(p.organ for _, p in mine))
    if not organs:
        return None
    language = asked.language
    said = listed((organ_name(known, o, language) for o in organs), language)
    article = _article(*mine[0], language)
    statement = say("power", language, organ=said, article=article, words=_words(mine[0][1], language))
    if power == _JUDGE:
        statement += " " + say("judge-pending", language)
    return Card(
        "power", language, asked.text, statement,
        facts=tuple(_line(i, p, language) for i, p in mine),
        rows=tuple(Line(organ_name(known, o, language), ref=Ref("organ", o)) for o in organs) if len(organs) > 1 else (),
        rows_label=say("label-organ", language) if len(organs) > 1 else "",
        sources=merged(*(p.sources for _, p in mine)), unsourced=merged(*(p.unsourced for _, p in mine)),
        address=Ref("organ", organs[0]),
    )  # fmt: skip


def _powers(asked: Asked, known: Known, organ: str, day: date) -> Card | None:
    mine = [(i, p) for i, p in _given(known, day) if p.organ == organ]
    if not mine:
        return None
    language, name = asked.language, organ_name(known, organ, asked.language)
    return Card(
        "power", language, name, say("powers", language, organ=name, n=len(mine)),
        facts=tuple(_line(i, p, language) for i, p in mine), sources=merged(*(p.sources for _, p in mine)),
        unsourced=merged(*(p.unsourced for _, p in mine)), address=Ref("organ", organ),
    )  # fmt: skip


def _article(instrument: Instrument, power: Power, language: str) -> str:
    return article_of(instrument, power.article, language)


def _words(power: Power, language: str) -> str:
    return words_in(power.words, language, "power-words", power.power).rstrip(".")


def _line(instrument: Instrument, power: Power, language: str) -> Line:
    unsourced = bool(power.unsourced)
    return Line(
        _article(instrument, power, language),
        words_in(power.words, language, "power-words", power.power),
        Ref("instrument", instrument.id),
        unsourced=unsourced,
    )
