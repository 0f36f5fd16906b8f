"""What was settled stays settled; what changed is looked at again."""

from __future__ import annotations

from dataclasses import replace

from amana.resolutions.concordance import compare
from amana.resolutions.reading import read
from amana.resolutions.settled import Rule, Settlement, fingerprint, look, settle
from amana.resolutions.versions import Row, align
from amana.values.blocks import Block
from amana.values.problems import Place, Problem

ENGLISH = ("The Council,", "Recalling its decision,", "1. Requests a report on 12 ports;", "2. Decides to meet again.")
FRENCH = ("Le Conseil,", "Rappelant sa décision,", "1. Demande un rapport sur 13 ports ;", "2. Décide de se réunir.")


def found(english: tuple[str, ...], french: tuple[str, ...]) -> tuple[tuple[Problem, ...], tuple[Row, ...]]:
    """What is found between two versions, and their rows."""
    readings = {
        x: read([Block(t, Place(x, block=n, language=x)) for n, t in enumerate(texts, 1)], x)
        for x, texts in (("en", english), ("fr", french))
    }
    rows = align(readings)
    return compare(rows, readings), rows


def figures(english: tuple[str, ...] = ENGLISH, french: tuple[str, ...] = FRENCH) -> str:
    """The fingerprint of the one finding on figures."""
    problems, rows = found(english, french)
    return next(one.fingerprint for one in look(problems, rows, ()) if one.problem.code == "figures-differ")


def test_a_finding_settled_alone_is_not_open_any_more_and_the_others_are() -> None:
    problems, rows = found((*ENGLISH[:3], "2. Decides on 7 members."), (*FRENCH[:3], "2. Décide de 8 membres."))
    first = next(look(problems, rows, ()))
    still, done = settle(problems, rows, [Settlement(first.fingerprint, "counted anew", "p-1", "2026-11-22")])
    assert [one.problem for one in done] == [first.problem] and len(still) == len(problems) - 1 > 0


def test_it_stays_settled_when_paragraphs_come_before_it_or_go() -> None:
    more = "Noting that nobody came,", "Notant que personne n'est venu,"
    assert figures() == figures((*ENGLISH[:2], more[0], *ENGLISH[2:]), (*FRENCH[:2], more[1], *FRENCH[2:]))
    assert figures() == figures(ENGLISH[:3], FRENCH[:3])


def test_it_stays_settled_when_the_text_is_only_spaced_anew() -> None:
    assert figures() == figures(tuple(t.replace(" ", "  ") for t in ENGLISH))


def test_it_is_open_again_when_its_paragraph_says_something_else() -> None:
    assert figures() != figures((*ENGLISH[:2], "1. Requests a full report on 12 ports;", ENGLISH[3]))


def test_a_settlement_without_a_reason_settles_nothing() -> None:
    problems, rows = found(ENGLISH, FRENCH)
    assert not settle(problems, rows, [Settlement(one.fingerprint, "  ") for one in look(problems, rows, ())])[1]


def test_a_rule_settles_all_of_its_kind_and_only_where_it_holds() -> None:
    rule = Rule("figures-differ", "ports are counted by each version for itself", session="s-5")
    assert rule.holds_for("s-5", "council") and not rule.holds_for("s-6", "council")
    assert replace(rule, session="", organ="council").holds_for("s-6", "council")
    problems, rows = found(ENGLISH, FRENCH)
    still, done = settle(problems, rows, (), [rule])
    assert [one.by for one in done] == [rule] and "figures-differ" not in {one.problem.code for one in still}


def test_a_rule_with_facts_is_for_findings_that_tell_the_same() -> None:
    rule = Rule("label-differs", "the Arabic counts in letters", facts={"labels": "ar: أ | en: a"})
    alike = Problem("label-differs", {"key": "o1", "labels": ("ar: أ", "en: a")})
    assert rule.settles(alike) and not rule.settles(Problem("label-differs", {"labels": ("ar: ب", "en: a")}))


def test_what_was_said_of_one_finding_counts_before_the_rule() -> None:
    problems, rows = found(ENGLISH, FRENCH)
    one = next(one for one in look(problems, rows, ()) if one.problem.code == "figures-differ")
    alone = Settlement(one.fingerprint, "checked")
    assert settle(problems, rows, [alone], [Rule("figures-differ", "a rule")])[1][0].by is alone


def test_a_finding_in_a_later_block_of_a_paragraph_belongs_to_its_row() -> None:
    _, rows = found(ENGLISH, FRENCH)
    paragraph = replace(rows[2].texts["en"], blocks=(3, 4))
    row = replace(rows[2], texts={**rows[2].texts, "en": paragraph})
    later = Place("en", block=4, start=0, end=3, language="en")
    (one,) = look([Problem("draft-mark", {}, (later,))], [row], ())
    assert one.row is row
    assert one.fingerprint == fingerprint(Problem("draft-mark", {}, (replace(later, start=5, end=9),)), row)


def test_a_finding_of_the_whole_text_is_known_by_what_it_tells() -> None:
    one = Problem("adoption-differs", {"ways": ("en: vote", "fr: consensus")})
    assert fingerprint(one, None) == fingerprint(replace(one, severity="warning"), None)
    assert fingerprint(one, None) != fingerprint(Problem("adoption-differs", {"ways": ("en: vote",)}), None)


def test_a_finding_is_the_same_in_whatever_order_the_versions_came() -> None:
    told = ("en: 5", "fr: 6")
    one, other = (Problem("quotes-differ", {"key": "1", "languages": order}) for order in (told, told[::-1]))
    assert fingerprint(one, None) == fingerprint(other, None)
