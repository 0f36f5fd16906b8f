"""Entries of the record in words: whom they are about, by name, in the reader's language."""

from __future__ import annotations

import pytest
from django.test import Client

from amana.acts import record
from amana.acts.keeping import Erase, Grant
from amana.acts.may import CONSOLE
from amana.pages.reading import Aside
from amana.portal.record import newest_told, told_of
from amana.store import queries
from amana.store.queries.public import Reader


def subjects(language: str) -> dict[str, str]:
    """Act → of what its first entry is, for a visitor."""
    told = told_of(Aside(Reader(), language), queries.entries(None, 1000))
    return {one.act: one.subject.best(language) for one in told if one.sentence}


@pytest.mark.parametrize(
    ("language", "standing", "dispute", "person"),
    [
        ("en", "Miravel (14 March 2018)", "Kelmora", "Idris Valmar"),
        ("ar", "ميرافيل (14 مارس 2018)", "كلمورة", "إدريس فالمار"),
    ],
)
def test_entries_name_states_persons_and_days_and_no_ids(
    visitor: Client, language: str, standing: str, dispute: str, person: str
) -> None:
    told = [one.subject.best(language) for one in told_of(Aside(Reader(), language), queries.entries(None, 1000))]
    assert standing in told and person in told and "kelmora-accession" not in told
    assert subjects(language)["dispute.note"] == dispute
    assert subjects(language)["resolution.release"] not in ("", "lc-c-4-res-1")


def test_the_newest_entries_at_home_are_those_that_may_be_told(visitor: Client) -> None:
    noise = [record.enter(Grant(f"p-{n}", "auditor"), by=CONSOLE).no for n in range(3)]
    record.enter(Erase((noise[0],), "the wrong person"), by=CONSOLE)
    told = newest_told(Aside(Reader(), "en"), 5)
    assert len(told) == 5 and all(one.sentence for one in told) and told[0].act == "record.erase"
    page = visitor.get("/en/").content.decode()
    assert not any(one.leaf[:16] in page for one in told) and "What some entries say was erased" in page
