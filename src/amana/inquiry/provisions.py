"""What the rules say: how often an organ meets, quorum and majority, terms of office, admission, languages."""

from __future__ import annotations

from datetime import date

from amana.charter.instruments import Rule
from amana.charter.rules import RuleInForce, in_force
from amana.inquiry.asked import Asked
from amana.inquiry.card import Card, Line, Ref
from amana.inquiry.grounds import disputes_about, merged
from amana.inquiry.known import Known
from amana.inquiry.telling import (
    article_of,
    capital,
    duration,
    instrument_name,
    office_name,
    organ_name,
    say,
    words_in,
)

_INTERVALS = {"islamic-summit": "summit", "cfm": "council"}
"""Rules are named by what jurists call an organ; another organ's rule bears its id."""


def try_(asked: Asked, known: Known, day: date) -> Card | None:
    """A card where the question is what a rule says on the day."""
    took = asked.take(
        frozenset({"how-many", "who", "do", "member", "state", "observer", "now"}), rule=1, organ=1, office=1
    )
    if took and took.one("rule"):
        return _of(asked, known, tuple(took.one("rule").split()), day, took.one("organ"))
    took = asked.take(frozenset({"how-often", "meet", "session", "how-many", "now", "term", "when", "period"}), organ=1)
    if took and took.one("organ") and asked.says("how-often"):
        organ = took.one("organ")
        return _interval(asked, known, organ, _INTERVALS.get(organ, organ) + ".interval", day)
    took = asked.take(frozenset({"how-long", "term", "hold", "renewable", "period", "how-many"}), office=1)
    if took and took.one("office") and asked.says("how-long", "term", "renewable"):
        return _term(asked, known, took.one("office"), day)
    return None


def _organs(rule: Rule) -> tuple[str, ...]:
    """The organs to whose work a rule applies; () where it does not say."""
    named = tuple(organ for organ, word in _INTERVALS.items() if rule.key.startswith(f"{word}."))
    return rule.organs or named


def _of(asked: Asked, known: Known, keys: tuple[str, ...], day: date, organ: str) -> Card | None:
    rules = in_force(known.instruments, day)
    if organ:
        rules = {key: held for key, held in rules.items() if organ in _organs(held.rule)}
    mine = [rules[key] for key in keys if key in rules and rules[key].rule.words and rules[key].rule.sources]
    if not mine:
        return None
    language = asked.language
    first = mine[0]
    statement = capital(
        say(
            "rule",
            language,
            words=_words(first.rule, first.instrument, language).rstrip("."),
            article=_article(known, first, language),
        )
    )
    return _card(asked, known, mine, statement)


def _interval(asked: Asked, known: Known, organ: str, key: str, day: date) -> Card | None:
    """The text that holds, and an amendment that is adopted and not known to be in force beside it."""
    held = in_force(known.instruments, day).get(key)
    if held is None or not held.rule.every or not held.rule.sources:
        return None
    language = asked.language
    name = organ_name(known, organ, language)
    statement = say(
        "interval",
        language,
        organ=name,
        every=duration(held.rule.every, language, each=True),
        article=_article(known, held, language),
    )
    for amendment in held.pending:
        instrument = known.instruments_by_id[amendment]
        for rule in instrument.replaces:
            if rule.key == key and rule.every:
                statement += " " + say(
                    "interval-pending",
                    language,
                    every=duration(rule.every, language, each=True),
                    instrument=instrument_name(instrument, language),
                )
    return _card(asked, known, [held], statement)


def _term(asked: Asked, known: Known, office: str, day: date) -> Card | None:
    held = in_force(known.instruments, day).get(f"{office}.term")
    if held is None or not held.rule.term or not held.rule.sources:
        return None
    language = asked.language
    code = "term-renewable" if held.rule.renewable == 1 else "term"
    statement = say(
        code, language, office=office_name(known, office, language), term=duration(held.rule.term, language),
        article=_article(known, held, language),
    )  # fmt: skip
    return _card(asked, known, [held], statement)


def _card(asked: Asked, known: Known, mine: list[RuleInForce], statement: str) -> Card:
    language = asked.language
    lines, sources, marks = [], [], []
    for held in mine:
        lines.append(
            Line(
                _article(known, held, language),
                _words(held.rule, held.instrument, language),
                Ref("instrument", held.instrument),
                unsourced=bool(held.rule.unsourced),
            )
        )
        sources.append(held.rule.sources)
        marks.append(held.rule.unsourced)
        for amendment in held.pending:
            instrument = known.instruments_by_id[amendment]
            rule = next(r for r in instrument.replaces if r.key == held.rule.key)
            label = say("pending", language, instrument=instrument_name(instrument, language))
            words = _words(rule, amendment, language)
            lines.append(Line(label, words, Ref("instrument", amendment), certain=False))
            sources.append(rule.sources)
    facts = [f"charter/{i}#{h.rule.key}" for h in mine for i in (h.instrument, *h.pending)]
    return Card(
        "rule", language, asked.text, statement, facts=tuple(lines), sources=merged(*sources), unsourced=merged(*marks),
        disputes=disputes_about(known, *facts), address=Ref("instrument", mine[0].instrument),
    )  # fmt: skip


def _words(rule: Rule, instrument: str, language: str) -> str:
    return words_in(rule.words, language, "rule-words", f"{instrument}/{rule.key}")


def _article(known: Known, held: RuleInForce, language: str) -> str:
    return article_of(known.instruments_by_id[held.instrument], held.rule.article, language)
