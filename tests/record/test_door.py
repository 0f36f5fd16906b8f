"""The one door: what is refused leaves no trace, what is entered can never be changed."""

from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connections, transaction
from django.test.utils import CaptureQueriesContext

from amana.acts import keys, record
from amana.acts.keeping import Erase, Grant, RenewKey
from amana.acts.kernel import Entry
from amana.acts.may import CONSOLE
from amana.acts.organization import Cite, CorrectSource, Register
from amana.acts.rows import Rows
from amana.charter.parties import Party, PartyName
from amana.store import models, queries
from amana.values.facts import Source
from amana.values.problems import Refused
from amana.values.words import Words

from .conftest import AMINA, BILAL, CARLA, furnish

pytestmark = pytest.mark.django_db(databases=["default", "postgres"])


def counted(using: str = "default") -> list[int]:
    return [t._base_manager.using(using).count() for t in (*models.RECORD, *models.SHADOW)]


def test_an_entry_gets_the_next_number_and_a_signed_checkpoint_over_all(house: None) -> None:
    before = queries.head()[0]
    entry = record.enter(Cite(Source("S2", "N")), by=AMINA)
    point = queries.checkpoint()
    assert entry.no == before + 1 and point is not None and point.size == entry.no


def test_a_refused_act_leaves_no_trace(using: str) -> None:
    furnish(using)
    before = counted(using)
    for act, by in (
        (Cite(Source("S1", "P")), AMINA),
        (Cite(Source("S9", "P")), CARLA),
        (Grant(BILAL, "king"), CONSOLE),
    ):
        with pytest.raises(Refused):
            record.enter(act, by=by, using=using)
    assert counted(using) == before


def test_a_batch_with_one_bad_act_enters_nothing_and_tells_every_fault(house: None) -> None:
    before = counted()
    bad = Register(Party("bb", "state", (PartyName(Words(en="B")),), sources=("NOWHERE",)))
    with pytest.raises(Refused) as refused:
        record.enter_many([Cite(Source("S3", "N")), bad, Cite(Source("S1", "P"))], by=AMINA)
    assert {p.code for p in refused.value.problems} == {"fact-reference-unknown", "fact-exists"}
    assert counted() == before


def test_an_act_may_rest_on_one_before_it_in_the_same_batch(house: None) -> None:
    new = Register(Party("bb", "state", (PartyName(Words(en="B")),), sources=("S3",)))
    assert len(record.enter_many([Cite(Source("S3", "N")), new], by=AMINA, chunk=1)) == 2


def test_a_correction_names_the_entry_it_corrects_and_both_stay(house: None) -> None:
    first = record.enter(Cite(Source("S2", "N")), by=AMINA)
    record.enter(CorrectSource(Source("S2", "P", note="seen whole")), by=AMINA, corrects=first.no)
    versions = models.Fact.objects.filter(kind="source", key="S2").order_by("id")
    assert [v.content.count("seen whole") for v in versions] == [0, 1]
    with pytest.raises(Refused):
        record.enter(CorrectSource(Source("S2", "O")), by=AMINA, corrects=10_000)


CHANGES = (
    "UPDATE store_entry SET day = '1999-01-01' WHERE no = 1",
    "DELETE FROM store_entry WHERE no = 1",
    "UPDATE store_body SET body = '{}' WHERE no = 1",
    "DELETE FROM store_body WHERE no = 1",
    "UPDATE store_node SET hash = '' WHERE id = 0",
    "DELETE FROM store_checkpoint",
    "UPDATE store_checkpoint SET note = ''",
    "DELETE FROM store_head",
    "INSERT INTO store_head (id, size, edge) VALUES (1, 999, '')",
    "UPDATE store_head SET size = 0",
)


@pytest.mark.parametrize("statement", CHANGES)
def test_the_record_refuses_to_be_changed_in_the_database_itself(using: str, statement: str) -> None:
    furnish(using)
    with pytest.raises(DatabaseError), transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute(statement)


def test_the_embedded_record_refuses_to_be_replaced_even_without_recursive_triggers(house: None) -> None:
    with connections["default"].cursor() as cursor:
        cursor.execute("PRAGMA recursive_triggers=OFF")
        with pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute("INSERT OR REPLACE INTO store_body (no, salt, body, batch) VALUES (1, '', '{}', '')")
        cursor.execute("PRAGMA recursive_triggers=ON")


def test_postgresql_refuses_to_forget_the_whole_table() -> None:
    furnish("postgres")
    with pytest.raises(DatabaseError), transaction.atomic(using="postgres"):
        connections["postgres"].cursor().execute("TRUNCATE store_entry")


def test_an_erased_body_is_gone_with_its_rows_and_its_header_stays(using: str) -> None:
    furnish(using)
    entry = record.enter(Grant(CARLA, "auditor"), by=CONSOLE, using=using)
    record.enter(Erase((entry.no,), "granted to the wrong person"), by=CONSOLE, using=using)
    assert not models.Body.objects.using(using).filter(no=entry.no).exists()
    assert not models.Grant.objects.using(using).filter(person=CARLA).exists()
    assert models.Entry.objects.using(using).filter(no=entry.no).exists()


def test_an_act_that_fails_while_it_writes_leaves_no_trace(using: str, monkeypatch: pytest.MonkeyPatch) -> None:
    furnish(using)
    before = counted(using)

    def breaks(self: Cite, rows: Rows, entry: Entry) -> None:
        rows.facts.add(entry.no, kind="source", key="S9")
        raise RuntimeError("in the middle")

    monkeypatch.setattr(Cite, "apply", breaks)
    with pytest.raises(RuntimeError):
        record.enter(Cite(Source("S9", "N")), by=AMINA, using=using)
    monkeypatch.undo()
    assert counted(using) == before
    assert record.enter(Cite(Source("S9", "N")), by=AMINA, using=using).no == before[1] + 1


def test_an_act_that_fails_after_its_rows_are_written_leaves_no_trace(
    using: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    furnish(using)
    before = counted(using)
    monkeypatch.setattr(Rows, "insert", lambda *_: (_ for _ in ()).throw(IntegrityError("the database says no")))
    with pytest.raises(Refused) as refused:
        record.enter(Cite(Source("S9", "N")), by=AMINA, using=using)
    assert [p.code for p in refused.value.problems] == ["record-rows-refused"] and counted(using) == before


TEXTS = {
    "record-too-long": Source("S" * 121, "N"),
    "record-body-unwritable": Source("S9", "N", note="half a character: \ud83d"),
}


@pytest.mark.parametrize("code", TEXTS)
def test_what_one_database_could_not_keep_is_refused_on_both(using: str, code: str) -> None:
    furnish(using)
    before = counted(using)
    for enter in (record.enter, lambda act, **where: record.enter_many([act], **where)):
        with pytest.raises(Refused) as refused:
            enter(Cite(TEXTS[code]), by=AMINA, using=using)
        assert [p.code for p in refused.value.problems] == [code]
    assert counted(using) == before


def test_the_character_nul_is_refused_and_a_backslash_is_not(using: str) -> None:
    furnish(using)
    record.enter(Cite(Source("S9", "N", note=r"C:\u0000")), by=AMINA, using=using)
    with pytest.raises(Refused) as refused:
        record.enter(Cite(Source("S10", "N", note="\0")), by=AMINA, using=using)
    assert [p.code for p in refused.value.problems] == ["record-body-unwritable"]


def test_a_key_that_is_only_announced_is_refused(house: None) -> None:
    before = counted()
    with pytest.raises(Refused) as refused:
        record.enter(RenewKey(str(keys.signer().vkey), "by mistake"), by=CONSOLE)
    assert [p.code for p in refused.value.problems] == ["record-key-not-held"] and counted() == before


def test_entering_one_act_does_not_read_the_whole_archive(house: None, django_assert_max_num_queries: Any) -> None:
    record.enter_many([Cite(Source(f"many-{n}", "N")) for n in range(300)], by=CONSOLE)
    with django_assert_max_num_queries(24), CaptureQueriesContext(connections["default"]) as asked:
        record.enter(Cite(Source("one", "N")), by=AMINA)
    assert not [q for q in asked.captured_queries if "MAX(" in q["sql"]]


def test_a_batch_asks_as_often_for_a_hundred_acts_as_for_ten(house: None) -> None:
    asked = []
    for count in (10, 100):
        with CaptureQueriesContext(connections["default"]) as queries_made:
            record.enter_many([Cite(Source(f"batch-{count}-{n}", "N")) for n in range(count)], by=AMINA)
        asked.append(len(queries_made))
    assert asked[0] == asked[1]


def test_what_the_record_rests_on_is_never_erased_and_nothing_is_erased_twice(using: str) -> None:
    furnish(using)
    wrong = record.enter(Grant(CARLA, "auditor"), by=CONSOLE, using=using).no
    first = record.enter(Erase((wrong,), "the wrong person"), by=CONSOLE, using=using).no
    before = counted(using)
    for numbers, code in (
        ((1,), "record-not-erasable"),
        ((first,), "record-not-erasable"),
        ((wrong,), "record-erased-already"),
    ):
        with pytest.raises(Refused) as refused:
            record.enter(Erase(numbers, "why not"), by=CONSOLE, using=using)
        assert [p.code for p in refused.value.problems] == [code]
    with pytest.raises(Refused):
        record.enter(Erase((2, 2), "twice"), by=CONSOLE, using=using)
    assert counted(using) == before
