"""The index of what is searched follows the record, tells nobody what is not his, and finds the same in both databases."""

from __future__ import annotations

from typing import Any

import pytest

from amana import folder
from amana.acts import record, searching
from amana.acts.keeping import Erase
from amana.acts.may import CONSOLE
from amana.acts.organization import CorrectOrgan, CorrectSubject
from amana.acts.resolutions import CorrectResolution, Release
from amana.charter.organs import OrganName
from amana.store import models, sight
from amana.store.queries.search import Question, facet, find, rarity, some
from amana.store.sight import VISITOR, Reader
from amana.values.stemming import asked
from amana.values.words import Words

from .everything import EXAMPLE, enter_everything

pytestmark = pytest.mark.django_db(databases=["default", "postgres"])
MEMBER, STAFF = Reader(roles=frozenset({("delegate", "aa")})), Reader(roles=frozenset({("registrar", "")}))
READERS = (VISITOR, MEMBER, STAFF)
QUESTIONS = (
    "storms", "العواصف", "early warning", "member states", "الدول الأعضاء", "للقرارات", "Conseil", "Kelmora", "كلمورة",
    "2025", "٢٠٢٥", "Secretary-General report", "recalling charter", "council 4", "Valmar", "sumber", "nothing such",
)  # fmt: skip


def indexed(using: str) -> list[tuple[Any, ...]]:
    """Every document, without the number that tells it from others of its day."""
    columns = ("thing", "entry", "row", "kind", "key", "part", "language", "organ", "seen", "stems")
    rows = models.Document.objects.using(using).values_list("id", *columns)
    return sorted((row[0] >> 38, *row[1:]) for row in rows)


def keys(text: str, reader: Reader = VISITOR, **more: Any) -> set[str]:
    """What a reader finds."""
    return {c.key for c in find(reader, Question(tuple(asked(text)), **more)).candidates}


def test_an_index_that_followed_every_act_is_the_one_made_anew(using: str) -> None:
    enter_everything(using)
    followed = indexed(using)
    assert len(followed) > 100
    assert searching.rebuild(using) == len(followed)
    assert indexed(using) == followed


def test_the_index_holds_for_each_reader_the_versions_he_may_see_and_no_other() -> None:
    enter_everything()
    for reader, bit in zip(READERS, (1, 2, 4), strict=True):
        seen = [d for d in models.Document.objects.all() if d.seen & bit]
        titles = {d.row for d in seen if d.thing.startswith("resolution/") and not d.part}
        assert titles == set(sight.resolutions(reader).values_list("id", flat=True))
        facts = sight.facts(reader).filter(kind__in=searching.documents.FACTS).exclude(kind="term")
        named = {d.row for d in seen if d.thing.split("/")[0] in searching.documents.FACTS[:2] or d.kind == "organ"}
        assert {row.id for row in facts if row.kind in ("party", "person", "organ")} == {
            id_ for id_ in named if not models.Fact.objects.filter(id=id_, kind="term").exists()
        }


def test_both_databases_find_the_same_in_the_same_order() -> None:
    for using in ("default", "postgres"):
        enter_everything(using)
        searching.rebuild(using)
    some = 0
    for text in QUESTIONS:
        for reader in READERS:
            question = Question(tuple(asked(text)))
            one, other = (
                [(c.kind, c.key, c.part, c.language, c.row) for c in find(reader, question, using=using).candidates]
                for using in ("default", "postgres")
            )
            assert sorted(one) == sorted(other), text
            some += bool(one)
    assert some > len(QUESTIONS)


def test_what_is_found_is_what_has_every_word_and_nothing_else() -> None:
    enter_everything(org=folder.read(EXAMPLE))
    documents = list(models.Document.objects.all())
    for text in QUESTIONS:
        words = asked(text)
        right = {
            d.id
            for d in documents
            if d.seen & 1 and all(any(s in d.stems.split() for s in several) for several in words)
        }
        assert {c.id for c in find(VISITOR, Question(tuple(words))).candidates} == right, text


def test_a_correction_is_found_by_the_house_until_it_is_released() -> None:
    enter_everything(org=folder.read(EXAMPLE))
    old = folder.read(EXAMPLE).resolution("lc-c-4-res-1")
    row = old.rows[0]
    changed = (type(row)(row.id, row.key, row.part, Words(en="Zanzibarian lighthouses"), row.labels, row.places),)
    fields = {name: getattr(old, name) for name in old.__dataclass_fields__}
    record.enter(
        CorrectResolution(type(old)(**{**fields, "rows": (*changed, *old.rows[1:])}), "as printed"), by=CONSOLE
    )
    assert keys("zanzibarian", STAFF) == {old.id} and not keys("zanzibarian") and not keys("zanzibarian", MEMBER)
    record.enter(Release(old.id, "public"), by=CONSOLE)
    assert keys("zanzibarian") == {old.id}


def test_what_is_taken_back_to_the_house_is_not_found_outside() -> None:
    enter_everything(org=folder.read(EXAMPLE))
    assert "lc-c-4-res-2" in keys("nautical charts", kind="decision")
    record.enter(Release("lc-c-4-res-2", "members"), by=CONSOLE)
    assert "lc-c-4-res-2" not in keys("nautical charts", kind="decision")
    assert "lc-c-4-res-2" in keys("nautical charts", MEMBER, kind="decision")
    record.enter(Release("lc-c-4-res-2", "house"), by=CONSOLE)
    assert "lc-c-4-res-2" not in keys("nautical charts", MEMBER, kind="decision")


def test_what_was_erased_is_found_by_nobody() -> None:
    enter_everything(org=folder.read(EXAMPLE))
    told = models.Resolution.objects.filter(key="lc-c-4-res-2").latest("id")
    record.enter(Erase((told.entry,), "it was never adopted"), by=CONSOLE)
    assert "lc-c-4-res-2" not in keys("nautical charts", STAFF)
    assert not models.Document.objects.filter(key="lc-c-4-res-2").exists()


def test_sessions_are_found_under_the_new_name_of_their_organ() -> None:
    enter_everything(org=folder.read(EXAMPLE))
    organ = folder.read(EXAMPLE).organ("council")
    fields = {name: getattr(organ, name) for name in organ.__dataclass_fields__}
    renamed = type(organ)(**{**fields, "names": (OrganName(Words(en="Conclave of Navigators")),)})
    record.enter(CorrectOrgan(renamed), by=CONSOLE)
    assert {"co-4", "council"} <= keys("conclave navigators")


def test_a_symbol_an_organ_and_a_year_narrow_what_is_found() -> None:
    enter_everything(org=folder.read(EXAMPLE))
    assert {c.key for c in find(VISITOR, Question(symbols=("LC/C.4/RES/1",))).candidates} == {"lc-c-4-res-1"}
    every = keys("council", kind="decision")
    assert keys("council", kind="decision", since=2024, until=2024) < every
    assert keys("council", kind="decision", organ="assembly") < every
    assert {c.language for c in find(VISITOR, Question(tuple(asked("2024")), language="fr")).candidates} == {"fr"}


def test_words_from_outside_never_leave_their_quotes(using: str) -> None:
    enter_everything(using)
    for text in ('" OR "', "' | 'a", "storms) NOT (", "=hidden=4", "NEAR(a b)", "*", "\\", "a:b", "{x}", "-storms"):
        find(VISITOR, Question(tuple(asked(text)), symbols=(text,), organ=text), using=using)
    assert facet("hidden", "1") not in {stem for several in asked("=hidden=4") for stem in several}


def test_a_decision_is_found_under_the_new_words_of_its_subject() -> None:
    enter_everything(org=folder.read(EXAMPLE))
    subject = folder.read(EXAMPLE).subjects_by_id["navigation"]
    assert "lc-c-3-res-2" in keys("الملاحة", kind="decision")
    record.enter(CorrectSubject(type(subject)(subject.id, Words(en="Zanzibarian pilotage"))), by=CONSOLE)
    assert "lc-c-3-res-2" in keys("zanzibarian pilotage", kind="decision")
    assert "lc-c-3-res-2" not in keys("الملاحة", kind="decision")


MOSTLY = ("storms charts forbidden", "early warning zanzibar", "الملاحة القرارات ممنوع", "zanzibar")


@pytest.mark.parametrize("text", MOSTLY)
def test_where_nothing_has_every_word_both_databases_find_what_has_most(text: str) -> None:
    words, found = tuple(asked(text)), set()
    for using in ("default", "postgres"):
        enter_everything(using)
        searching.rebuild(using)
        met = {
            d.id: sum(not set(d.stems.split()).isdisjoint(word) for word in words)
            for d in models.Document.objects.using(using)
            if d.seen & 1
        }
        candidates = some(VISITOR, Question(words), using=using).candidates
        counts = [met[one.id] for one in candidates]
        assert counts == sorted(counts, reverse=True) and max(counts, default=0) == max(met.values())
        found.add(tuple(sorted((one.kind, one.key, one.part, one.language) for one in candidates)))
    assert len(found) == 1


def test_what_has_most_words_is_never_what_a_reader_must_not_see() -> None:
    enter_everything(org=folder.read(EXAMPLE))
    record.enter(Release("lc-c-4-res-2", "house"), by=CONSOLE)
    asked_for = Question(tuple(asked("nautical charts zanzibar")))
    assert "lc-c-4-res-2" in {c.key for c in some(STAFF, asked_for).candidates}
    assert "lc-c-4-res-2" not in {c.key for c in some(VISITOR, asked_for).candidates if c.kind == "decision"}
    assert rarity(VISITOR, asked_for.words)[asked_for.words[0]] < rarity(STAFF, asked_for.words)[asked_for.words[0]]
