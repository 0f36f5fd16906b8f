"""Loading reconciles a folder with the record: nothing twice, nothing of the desk overwritten, byte for byte back."""

from dataclasses import replace
from pathlib import Path

import pytest

from amana import folder
from amana.acts import dumping, loading, record
from amana.acts.facts import Strike
from amana.acts.keeping import Grant
from amana.acts.known import accepted_now
from amana.acts.may import CONSOLE
from amana.acts.organization import Cite, CorrectSource
from amana.acts.resolutions import Accept, CorrectResolution, Release
from amana.acts.view import View
from amana.folder.loadable import FIELDS
from amana.folder.organization import Organization
from amana.resolutions.accepted import Accepted
from amana.store import models, queries
from amana.values.facts import Source
from amana.values.problems import Refused
from amana.values.words import Words

from .everything import AMINA, DALIA, EXAMPLE, ROOT

pytestmark = pytest.mark.django_db(databases=["default", "postgres"])


@pytest.fixture
def example() -> Organization:
    """The example organization as its folder has it."""
    return folder.read(EXAMPLE)


@pytest.fixture
def loaded(db: None, example: Organization) -> Organization:
    """The same, entered; Amina is registrar and editor, Dalia the Secretary-General."""
    loading.load(example)
    for person, role in ((AMINA, "registrar"), (AMINA, "editor"), (DALIA, "secretary-general")):
        record.enter(Grant(person, role), by=CONSOLE)
    return example


def bytes_in(path: Path) -> dict[str, bytes]:
    return {p.relative_to(path).as_posix(): p.read_bytes() for p in sorted(path.rglob("*")) if p.is_file()}


@pytest.mark.parametrize("name", ["example", "oic"])
def test_what_was_loaded_is_dumped_byte_for_byte(using: str, tmp_path: Path, name: str) -> None:
    loading.load(folder.read(ROOT / "organizations" / name), using=using)
    dumping.dump(tmp_path / name, using=using)
    assert bytes_in(tmp_path / name) == bytes_in(ROOT / "organizations" / name)


def test_loading_twice_enters_nothing(loaded: Organization) -> None:
    before = queries.head()
    again = loading.load(loaded)
    assert again.acts == () and again.same > 50 and queries.head() == before


def test_a_fact_changed_in_the_folder_is_corrected(loaded: Organization) -> None:
    first = loaded.sources[0]
    other = replace(loaded, sources=(replace(first, note="seen again"), *loaded.sources[1:]))
    assert [act.NAME for act in loading.load(other).acts] == ["source.correct"]
    assert loading.plan(other).acts == ()


def test_a_fact_changed_at_the_desk_is_refused_with_both_values_and_nothing_is_entered(loaded: Organization) -> None:
    first = loaded.sources[0]
    record.enter(CorrectSource(replace(first, note="as the desk says")), by=AMINA)
    other = replace(
        loaded, sources=(replace(first, note="as the folder says"), *loaded.sources[1:], Source("new", "P"))
    )
    before = queries.head()
    with pytest.raises(Refused) as refused:
        loading.load(other)
    (problem,) = refused.value.problems
    assert "as the desk says" in problem.message() and "as the folder says" in problem.message()
    assert queries.head() == before


def test_what_the_desk_changed_as_the_folder_has_it_stands(loaded: Organization) -> None:
    new = replace(loaded.sources[0], note="both say so")
    record.enter(CorrectSource(new), by=AMINA)
    assert loading.load(replace(loaded, sources=(new, *loaded.sources[1:]))).acts == ()


def test_what_the_desk_entered_in_a_batch_is_not_taken_for_a_load(loaded: Organization) -> None:
    record.enter_many([CorrectSource(replace(loaded.sources[0], note="by the desk"))], by=AMINA)
    assert [p.code for p in loading.plan(loaded).refused] == ["load-changed-at-desk"]


def test_a_fact_struck_at_the_desk_does_not_come_back_by_itself(loaded: Organization) -> None:
    record.enter(Strike("termbase", loaded.terms_base[0].id, "no term of ours"), by=AMINA)
    plan = loading.plan(loaded)
    assert [p.code for p in plan.refused] == ["load-struck-at-desk"] and plan.acts == ()


def test_a_resolution_corrected_at_the_desk_is_not_overwritten(loaded: Organization) -> None:
    first = loaded.resolutions[0]
    record.enter(CorrectResolution(replace(first, note="corrigendum"), "a slip"), by=AMINA)
    assert [p.facts["fields"] for p in loading.plan(loaded).refused] == ["note"]


def test_a_resolution_withdrawn_at_the_desk_is_not_published_by_a_load(loaded: Organization) -> None:
    public = next(r for r in loaded.resolutions if r.audience == "public")
    record.enter(Release(public.id, "house"), by=DALIA)
    plan = loading.plan(loaded)
    assert [p.facts["fields"] for p in plan.refused] == ["audience"] and plan.acts == ()


def test_a_resolution_changed_in_the_folder_is_corrected_and_keeps_its_paragraphs(loaded: Organization) -> None:
    first = next(r for r in loaded.resolutions if r.rows)
    better = replace(first, title=Words({**first.title, "en": "A better title"}))
    other = replace(loaded, resolutions=tuple(better if r is first else r for r in loaded.resolutions))
    assert [act.NAME for act in loading.load(other).acts] == ["resolution.correct", "resolution.release"]
    assert loading.plan(other).acts == ()


def test_paragraph_ids_and_symbols_belong_to_one_resolution_at_a_time(loaded: Organization) -> None:
    first = next(r for r in loaded.resolutions if r.rows)
    with pytest.raises(Refused) as refused:
        record.enter(Accept(replace(first, id="another", symbol="LC/C.9/RES/9")), by=CONSOLE)
    assert [p.code for p in refused.value.problems] == ["resolution-paragraph-taken"]
    record.enter(CorrectResolution(replace(first, symbol="LC/C.9/RES/8"), "misnumbered"), by=CONSOLE)
    assert View().resolution_of_symbol(first.symbol) is None


def test_a_load_cut_off_between_two_chunks_goes_on(db: None, example: Organization) -> None:
    acts = loading.plan(example).acts
    loading.begin(example.profile.id)
    record.enter_many(acts[:57], by=CONSOLE)
    assert len(loading.load(example).acts) == len(acts) - 57
    assert loading.plan(example).acts == ()


def test_what_only_the_record_has_is_told_and_stays(loaded: Organization) -> None:
    record.enter(Cite(Source("only-here", "N")), by=AMINA)
    assert loading.load(loaded).only_recorded == ("source only-here",)


def with_text(entry: Accepted, like: Accepted) -> Accepted:
    """The entry of the register once its text has come: the paragraphs of another, under ids of its own."""
    rows = tuple(replace(row, id=f"{entry.id}-{row.key}") for row in like.rows)
    return replace(entry, texts=like.texts, rows=rows)


def entry_and_text(org: Organization) -> tuple[Accepted, Accepted]:
    entry = next(r for r in org.resolutions if r.symbol and not r.texts)
    return entry, with_text(entry, next(r for r in org.resolutions if r.texts and not r.findings))


def test_entries_without_a_text_are_accepted_and_released_as_the_register_says(loaded: Organization) -> None:
    entry, _ = entry_and_text(loaded)
    known = accepted_now()[entry.id].value
    assert known == entry and known.basis == "index" and known.audience == "public"
    assert models.Subject.objects.filter(resolution=entry.id).values_list("subject", flat=True)[0] == "navigation"


def test_a_text_that_comes_later_is_a_correction_under_the_same_id(loaded: Organization) -> None:
    entry, held = entry_and_text(loaded)
    others = tuple(r for r in loaded.resolutions if r.id != entry.id)
    later = replace(loaded, resolutions=(*others, held))
    assert [act.NAME for act in loading.load(later).acts] == ["resolution.correct", "resolution.release"]
    assert accepted_now()[entry.id].value == held


def test_an_entry_that_gained_its_text_at_the_desk_is_dumped_as_a_directory(
    loaded: Organization, tmp_path: Path
) -> None:
    entry, held = entry_and_text(loaded)
    record.enter(CorrectResolution(held, "the text was found"), by=AMINA)
    record.enter(Release(entry.id, "public"), by=DALIA)
    dumping.dump(tmp_path / "out")
    assert (tmp_path / "out/resolutions/co-3/lc-c-3-res-2/en.txt").is_file()
    assert entry.symbol not in (tmp_path / "out/register.csv").read_text(encoding="utf-8")
    assert folder.check(tmp_path / "out") == () and folder.read(tmp_path / "out").resolution(entry.id) == held


def test_an_entry_changed_at_the_desk_is_refused_by_its_id_where_it_has_no_symbol(loaded: Organization) -> None:
    entry = next(r for r in loaded.resolutions if not r.symbol)
    record.enter(CorrectResolution(replace(entry, note="as the desk says"), "a slip"), by=AMINA)
    assert [p.facts["key"] for p in loading.plan(loaded).refused] == [entry.id]


@pytest.mark.parametrize("kind", ["person", "subject", "programme", "partner", "group"])
def test_a_new_kind_changed_in_the_folder_is_corrected(loaded: Organization, kind: str) -> None:
    field = FIELDS[kind]  # type: ignore[index]
    first, *rest = getattr(loaded, field)
    other = replace(loaded, **{field: (replace(first, note="seen again"), *rest)})
    assert [act.NAME for act in loading.load(other).acts] == [f"{kind}.correct"]
    assert loading.plan(other).acts == ()
