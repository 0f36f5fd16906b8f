"""What holds for every card: four languages, released disputes only, nothing invented, nothing raised."""

import random
import re
import string
from dataclasses import replace
from datetime import date
from importlib import resources
from pathlib import Path

import pytest

from amana.folder import Organization, read
from amana.inquiry import lexicon
from amana.inquiry.answering import PATTERNS, answer
from amana.inquiry.phrasebook import phrasebook
from amana.inquiry.telling import claim_in
from amana.values.problems import messages

ROOT = Path(__file__).parents[2]
DAY = date(2025, 12, 1)
SLOT = re.compile(r"{(\w+)}")


@pytest.fixture(scope="module")
def example() -> Organization:
    return read(ROOT / "organizations" / "example")


def test_every_sentence_is_there_in_four_languages_and_tells_the_same() -> None:
    tables = {code: {k: v for k, v in messages(code).items() if k.startswith("inquiry-")} for code in lexicon.LANGUAGES}
    assert len({frozenset(table) for table in tables.values()}) == 1
    for key, english in tables["en"].items():
        slots = {code: set(SLOT.findall(tables[code][key])) for code in lexicon.LANGUAGES}
        assert all(its == set(SLOT.findall(english)) for its in slots.values()), key


def test_every_sentence_that_is_said_is_written() -> None:
    folder = resources.files("amana") / "inquiry"
    code = "".join(f.read_text(encoding="utf-8") for f in folder.iterdir() if f.name.endswith(".py"))
    said = set(re.findall(r'\bsay\(\s*"([a-z-]+)"', code))
    assert said and {f"inquiry-{name}" for name in said} <= set(messages("en"))


def test_a_dispute_that_is_not_released_is_not_told(oic: Organization) -> None:
    hidden = next(d for d in oic.disputes if d.fact == "standings/uz-1#since")
    assert not hidden.released
    card = answer("when did Uzbekistan join", oic, language="en", day=DAY)
    assert card and not card.disputes
    released = replace(oic, disputes=(replace(hidden, released=True),))
    card = answer("when did Uzbekistan join", released, language="en", day=DAY)
    assert card and [d.id for d in card.disputes] == [hidden.id]


def test_the_page_decides_where_the_question_has_no_language(oic: Organization) -> None:
    cards = [answer("Taha", oic, language=page, day=DAY) for page in ("ar", "en", "fr", "id")]
    assert [card and card.language for card in cards] == ["ar", "en", "fr", "id"]
    assert answer("الأمين العام 2015", oic, language="fr", day=DAY).language == "ar"  # type: ignore[union-attr]


def test_every_card_leads_to_something_that_is_there(oic: Organization) -> None:
    questions = ("members in 2000", "secretary general 1975", "13th summit", "subsidiary organs", "EU mission")
    sources = {source.id for source in oic.sources}
    for question in questions:
        card = answer(question, oic, language="en", day=DAY)
        assert card is not None
        refs = [line.ref for line in (*card.facts, *card.rows) if line.ref]
        tables = {"party": oic.parties_by_id, "organ": oic.organs_by_id, "session": oic.sessions_by_id}
        assert all(ref.id in tables[ref.kind] for ref in refs if ref.kind in tables) and set(card.sources) <= sources


def test_the_words_of_one_organization_mean_nothing_to_another(example: Organization) -> None:
    for question in ("founding of the OIC", "members of the OIC", "قمة مكة", "executive organ of the OIC"):
        assert answer(question, example, language="en", day=DAY) is None, question


def test_another_organization_is_asked_in_the_same_words(example: Organization) -> None:
    card = answer("members", example, language="en", day=date(2024, 1, 1))
    assert card is not None and card.kind == "members" and card.certain == len(card.rows) > 0


def test_a_phrasebook_is_made_once_for_an_organization(oic: Organization) -> None:
    assert phrasebook(oic, "ar") is phrasebook(oic, "ar")
    assert phrasebook(replace(oic), "ar") is not phrasebook(oic, "ar")


def test_nothing_that_can_be_typed_raises(oic: Organization) -> None:
    chance = random.Random(1969)
    forms = [
        f for said in (*lexicon.words(), *lexicon.names(), *lexicon.rules()) for its in said.forms.values() for f in its
    ]
    forms += [
        "1975",
        "13th",
        "ke-13",
        "الثالثة",
        "1389H",
        "25 September 1969",
        "1/48-POL",
        *string.punctuation,
        "\u200f",
    ]
    for _ in range(1500):
        question = " ".join(chance.choices(forms, k=chance.randint(1, 5)))
        card = answer(question, oic, language=chance.choice(["ar", "en", "fr", "id", None]), day=DAY)
        assert card is None or (card.statement and "{" not in card.statement and card.language in lexicon.LANGUAGES)


def test_a_pattern_takes_a_question_wholly_or_not_at_all(oic: Organization) -> None:
    """One word more that is understood, and asks something else, takes every card away."""
    assert len(PATTERNS) == len(set(PATTERNS))
    for question in (
        "members in 1980 theme",
        "13th summit quorum",
        "seat of the OIC 1980",
        "founding members observers",
    ):
        assert answer(question, oic, language="en", day=DAY) is None, question


def test_only_the_line_that_lacks_a_source_is_marked(oic: Organization) -> None:
    card = answer("الأمين العام 2006", oic, language="ar", day=DAY)
    assert card is not None and not card.unsourced and not any(line.unsourced for line in card.facts)
    assert [line.note for line in card.facts if line.note] == ["الصيغة العربية بلا مصدر"]
    english = answer("secretary general 2006", oic, language="en", day=DAY)
    assert english is not None and not any(line.note for line in english.facts)


def test_a_country_bears_the_name_of_the_day(oic: Organization) -> None:
    cards = [answer(f"secretary general {year}", oic, language="en", day=DAY) for year in (2006, 2013)]
    assert all(card and "Turkey" in [line.value for line in card.facts] for card in cards)


def test_a_claim_is_said_in_words_and_its_hijri_day_as_one(oic: Organization) -> None:
    disputes = {dispute.id: dispute for dispute in oic.disputes}
    hijri, founded = disputes["founding-summit-hijri"], disputes["founded"]
    assert claim_in(hijri, hijri.claims[0], "en") == "9–12 Rajab 1389H"
    assert [claim_in(founded, c, "en") for c in founded.claims][:2] == ["25 September 1969", "21 August 1969"]
    assert not any(re.search(r"\d{4}-\d{2}-\d{2}", claim_in(founded, c, "fr")) for c in founded.claims)


def test_no_card_rests_on_a_term_without_a_source(oic: Organization) -> None:
    silent = [term for term in oic.terms if not term.sources]
    assert silent
    for term in silent:
        card = answer(term.name.best("en"), oic, language="en", day=DAY)
        assert card is None or card.sources, term.id
