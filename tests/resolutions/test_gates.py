"""Cheap looks before close ones: whatever an expression behind a gate reads, its gate lets through."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amana.resolutions import (
    addressees,
    adoption,
    citations,
    citations_ar,
    citations_houses,
    contrasts_apart,
    deadline_forms,
    deadlines,
    labels,
    marks_apart,
    measures_apart,
    negation,
    openings,
    opposites_apart,
    report_duties,
)
from amana.resolutions.deadlines import Plain, deadline_of
from amana.values import numbers_units
from amana.values.days import read_days
from amana.values.folding import Folded, fold, folded_once
from amana.values.lexicons import contrasts, phrases
from tests.shapes import texts_of

LANGUAGES = ("ar", "en", "fr", "id")
SAID = {
    "ar": ("الثالثة", "ثلاثين", "1 مارس 2027", "5"),
    "en": ("third", "thirty", "1 march 2027"),
    "fr": ("troisieme", "trente", "1 mars 2027", "mars"),
    "id": ("ketiga", "tiga", "1 maret 2027"),
}
"""What stands where an expression takes any word: a rank, a number, a day."""
COUNTED = {"ar": ("عشرة", "5"), "en": ("ten", "none"), "fr": ("dix", "aucune"), "id": ("sepuluh", "nol")}
AHEAD = "… " * 80
"""So that what is read does not stand where the text begins."""
NEXT_ALONE = re.compile(r"(?:sa|la) prochaine(?: ordinaire)?$")
"""French: "à la prochaine" is a session where one is named in the text, and else anything."""
EVERYTHING = ("",)


def read_of(text: str, language: str) -> object:
    """The deadline, with months in capitals where the language writes them so."""
    printed = text.title() if language in ("en", "id") else text
    return deadline_of(Plain.of(text), language, read_days(printed, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_of_writing_a_deadline_is_let_in(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    forms = deadline_forms.forms(language)
    ways = [[AHEAD + text for text in texts_of(form.pattern, *SAID[language])] for form in forms]
    gated = {text: read_of(text, language) for texts in ways for text in texts}
    monkeypatch.setattr(deadlines, "GATES", {language: dict.fromkeys(deadlines.GATES[language], EVERYTHING)})
    monkeypatch.setattr(deadlines, "forms", lambda _: tuple(replace(form, needs=()) for form in forms))
    free = {text: read_of(text, language) for text in gated if not NEXT_ALONE.search(text)}
    assert [text for text, said in free.items() if said != gated[text]] == []
    assert [
        form.pattern.pattern for form, texts in zip(forms, ways, strict=True) if not any(map(free.get, texts))
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_duty_to_report_is_let_in(language: str) -> None:
    ways = list(texts_of(report_duties.REPORTS[language], *SAID[language]))
    owed = [report_duties.report_of(Plain.of(AHEAD + w), language, "request", (), "", "sg") for w in ways]
    assert len(ways) >= 4 and None not in owed


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_adoption_has_one_of_its_verbs(language: str) -> None:
    ways = list(texts_of(adoption.LINE[language], *SAID[language]))
    assert len(ways) > 40
    assert [w for w in ways if not any(verb in w for verb in adoption.VERBS[language])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_of_counting_votes_is_let_in(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    patterns = (*adoption.VOTES[language], adoption.ONLY_FOR[language], adoption.ABSTAIN[language])
    ways = [
        f"{w}{end}" for p in patterns for w in texts_of(p, *COUNTED[language]) for end in ("", ", with 2 abstentions")
    ]
    gated = [adoption._votes(w, language) for w in ways]
    monkeypatch.setattr(adoption, "COUNTING", {language: EVERYTHING})
    assert gated == [adoption._votes(w, language) for w in ways] and sum(map(bool, gated)) > 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verb_that_asks_again_is_known_by_its_word(language: str) -> None:
    ways = list(texts_of(addressees.AGAIN[language]))
    assert len(ways) >= 20
    assert [w for w in ways if addressees.ASKING[language].isdisjoint(folded_once(w).words)] == []


ORDINALS = ("أول", "اول", *labels.ORDINALS[1:], "حادي عشر", "ثاني عشر", "تاسع عشرة")


def labelled() -> Iterator[str]:
    shapes = (text for pattern in (labels.LABEL, labels.ALONE) for text in texts_of(pattern, "يقرر"))
    for label in (*shapes, *(f"{the}{n}{end}" for the in ("", "ال") for n in ORDINALS for end in (":", "اً:", "ا -"))):
        yield from (label + words for words in ("", " Requests it", " يطلب", "Requests"))


def test_nothing_that_begins_like_a_word_is_a_label(monkeypatch: pytest.MonkeyPatch) -> None:
    ways = list(labelled())
    gated = [labels.take_label(w) for w in ways]
    monkeypatch.setattr(labels, "_begins_with_word", lambda _: False)
    assert gated == [labels.take_label(w) for w in ways] and sum(label is not None for label, _ in gated) > 400


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_of_the_lexicon_opens_a_paragraph(language: str) -> None:
    meant: dict[str, set[str]] = defaultdict(set)
    opened: dict[str, openings.Opening | None] = {}
    for row in phrases(language):
        folded = fold(row.phrase, accents=False).strip()
        in_text = row.part != "header" and (row.function != "header" or row.part == "preambular")
        if in_text:
            meant[folded].add(row.function)
            behind = "x" if row.phrase.endswith("ـ") else " x"
            opened[folded] = openings.opening_of(row.phrase.rstrip("ـ") + behind, language)
    assert len(meant) > 100
    assert [p for p, found in opened.items() if found is None or found.function not in meant[p]] == []


def test_what_a_communique_tells_means_what_its_words_mean_there() -> None:
    told = ("جدد المؤتمر التزامه", "جدد المؤتمر دعم", "جدد المجلس ولاية اللجنة", "وافق الاجتماع", "وافق المجلس على")
    opened = [openings.opening_of(f"{words} كذا", "ar") for words in told]
    assert [o and o.function for o in opened] == ["reaffirm", "reaffirm", "extend", "approve", "approve"]


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_every_modifier_within_a_phrase_is_let_in(language: str) -> None:
    lexicon = openings._lexicon(language, ())
    ways = [f"x{w}{end}" for w in texts_of(lexicon.inner) for end in ("", " y", ", y")]
    said = [w for w in ways if lexicon.inner.search(w)]
    assert len(said) > 40 and all(openings._may_be_modified(w, lexicon.first) for w in said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_an_organ_is_let_in(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ways = [f"{w}{end}" for w in texts_of(openings.ORGAN_LINE[language], "a", "ب") for end in ("", ",", "،", ":")]
    gated = [openings.is_organ_line(w, language) for w in ways]
    monkeypatch.setattr(openings, "_may_be_organ_line", lambda text, language: True)
    assert gated == [openings.is_organ_line(w, language) for w in ways] and sum(gated) > 20


def test_every_symbol_is_let_in() -> None:
    symbols = list(texts_of(citations.DOCUMENT, "A"))
    assert len(symbols) > 40
    assert [s for s in symbols if "/" not in s and not citations.HYPHEN.search(s)] == []
    numbered = list(texts_of(citations.NUMBERED))
    assert len(numbered) > 20 and all(citations.ENDS_LIKE_NUMBERED.search(w) for w in numbered)
    assert all(citations.DIRECT.search(w) for w in citations.RIGHT_BEFORE)


def test_every_symbol_of_another_house_is_let_in() -> None:
    arabic = [w for p in (citations_ar.LEAGUE, citations_ar.FORMS) for w in texts_of(p)]
    others = list(texts_of(citations_houses.FORMS, "A"))
    assert len(arabic) > 40 and len(others) > 40
    assert [w for w in arabic if not any(citations_ar.found_in(w, w))] == []
    assert [w for w in others if not any(citations_houses.found_in(*[f"resolution {w}"] * 2))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_negation_is_let_in_whatever_mark_stands_beside_it(language: str) -> None:
    ways = texts_of(negation._pattern(language, "verb"), "applique")
    said = [t for w in ways for t in (w, f"{w}, x", f"“{w}”", f"({w})") if negation._verb(t, language)]
    assert len(said) > 40
    assert [t for t in said if not negation.denied(t, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mark_of_drafting_is_let_in(language: str) -> None:
    within = [pattern for pattern, _, where in marks_apart._table() if where != "damage"]
    ways = {p.pattern: list(texts_of(p, "a", "12")) for p in (*within, marks_apart.HEADING)}
    assert [p for p, texts in ways.items() if not texts] == []
    assert [t for texts in ways.values() for t in texts if not marks_apart._may_be_marked(t, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verb_that_has_its_opposite_is_let_in(language: str) -> None:
    said = list(texts_of(opposites_apart._pattern(language), "e"))
    assert len(said) > 10
    assert [text for text in said if not opposites_apart._may_say(text, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_contrast_is_let_in(language: str) -> None:
    ways = [
        (n, text)
        for n in range(len(contrasts()))
        for text in texts_of(contrasts_apart._pattern(n, language), "e", "12")
        if contrasts_apart._pattern(n, language).search(text)
    ]
    assert len(ways) > 200
    passed = [text for n, text in ways if not contrasts_apart.MAY_SAY[language].at(folded_once(text)) >> n & 1]
    assert passed == []


NO_VERB = re.compile(
    r"\bne(?:depass|exced)|\b(?:(?:multipli|accroiss|augment|diminu|depass|exced)(?:t|12)|redui(?:e|12))\b"
)
"""What the fillings make of a French stem and no word of French is."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_measure_is_let_in(language: str) -> None:
    ways = [
        (row.kind, text)
        for row in measures_apart._rows(language)
        for said in texts_of(row.pattern, "e", "t", "12")
        for text in (said, f"{AHEAD}{said} {AHEAD}")
        if row.pattern.search(folded_once(text).folded) and not NO_VERB.search(said)
    ]
    assert len(ways) > 100
    passed = [
        text for kind, text in ways if not any(m.kind == kind for m in measures_apart.measures_in(text, language))
    ]
    assert sorted({t.strip("… ") for t in passed}) == []


@given(
    st.lists(
        st.sampled_from(["12", "٣٤", "5", "ab", "à", "ق", "_", " ", "-", "/", ". ", "ـ", "é", "²", "☃"]), max_size=9
    )
)
def test_digits_are_found_where_they_stand(pieces: list[str]) -> None:
    seen = Folded("".join(pieces))
    assert [seen.folded[a:b] for a, b in seen.runs] == re.findall("[0-9]+", seen.folded)
    assert seen.figures == any(c.isdecimal() for c in seen.folded)
    beside = re.search("[0-9_][a-z\u0620-\u064a]|[a-z\u0620-\u064a][0-9_]", seen.folded) is not None
    assert seen.mixed == beside


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_money_is_let_in(language: str) -> None:
    named = [name for forms in numbers_units.MONEY.values() for form in forms for name in texts_of(re.compile(form))]
    assert len(named) > 60
    assert [name for name in named if not numbers_units.may_name_money(folded_once(f"de 10 {name} 5"), language)] == []
