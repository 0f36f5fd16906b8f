"""Every command: help that teaches, exit codes that scripts can trust, one JSON object a line, quiet in a pipe."""

import io
import os
import pty
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path

import pytest

from amana.acts import files, keys, loading, people, record
from amana.acts.keeping import Keep
from amana.acts.may import CONSOLE
from amana.acts.organization import Cite
from amana.cli.main import COMMANDS
from amana.ledger import notes
from amana.ledger.keys import Signer
from amana.store import models, queries
from amana.values.facts import Source
from tests.postgres import empty_database

from .conftest import Run

EXAMPLE = "organizations/example"


@pytest.fixture
def loaded(db: None, amana: Run) -> None:
    """The example organization in the record."""
    assert amana("load", EXAMPLE).code == 0


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.name)
def test_the_help_of_every_command_says_what_it_does_and_shows_examples(amana: Run, command: object) -> None:
    ran = amana(command.name, "--help")  # type: ignore[attr-defined]
    assert ran.code == 0 and "examples:" in ran.out and f"amana {command.name}" in ran.out  # type: ignore[attr-defined]


def test_the_help_names_every_command_and_every_exit_code(amana: Run) -> None:
    ran = amana("--help")
    assert ran.code == 0 and all(command.name in ran.out for command in COMMANDS)
    assert "0 nothing found, 1 findings, 2 not readable or refused" in ran.out


@pytest.mark.parametrize("words", [["nonsense"], [], ["check"], ["load", "--nonsense"]])
def test_what_is_not_a_command_exits_2(amana: Run, words: list[str]) -> None:
    assert amana(*words).code == 2


# a folder


def test_a_folder_without_faults_exits_0(amana: Run) -> None:
    assert amana("check", EXAMPLE).code == 0


FAULTS = (
    ("sources.csv", "id,tier", "id,rank"),
    ("standings.csv", "member", "friend"),
    ("standings.csv", "19", "99"),
    ("parties.csv", "state", "planet"),
    ("sessions.csv", "/", "\\"),
    ("offices.csv", ",", ";"),
    ("organization.toml", "time_zone = ", "time_zome = "),
    ("organs.toml", "kind = ", "kin = "),
    ("symbols.toml", "normal = ", "normal = x"),
    ("terms.csv", "id,", "id,id,"),
)


def test_a_folder_with_ten_faults_tells_ten_with_their_places(amana: Run, root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / EXAMPLE, tmp_path / "example")
    for name, old, new in FAULTS:
        path = tmp_path / "example" / name
        text = path.read_text("utf-8")
        assert old in text, name
        path.write_text(text.replace(old, new), encoding="utf-8")
    ran = amana("check", tmp_path / "example", "--json")
    errors = [one for one in ran.objects if one["severity"] == "error"]
    assert ran.code == 1 and len(errors) >= 10 and all(one["message"] and one["places"] for one in errors)
    assert {Path(p["source"]).name for one in errors for p in one["places"]} >= {name for name, _, _ in FAULTS}


@pytest.mark.parametrize("where", ["nowhere", "README.md", "docs"])
def test_what_is_no_folder_of_an_organization_exits_2(amana: Run, where: str) -> None:
    ran = amana("check", where)
    assert ran.code == 2 and "folder-not-a-folder" in ran.err and "Traceback" not in ran.err


def test_a_new_folder_checks_clean_and_is_not_made_twice(amana: Run, tmp_path: Path) -> None:
    words = ("new", tmp_path / "nile", "--name", "Nile Council", "--languages", "en", "ar")
    assert amana(*words).code == 0 and amana("check", tmp_path / "nile").code == 0
    assert amana(*words).code == 2


# the record


@pytest.mark.django_db
def test_a_plan_exits_1_while_something_would_be_entered_and_0_after(amana: Run) -> None:
    plan = amana("load", EXAMPLE, "--plan")
    assert plan.code == 1 and "source.cite" in plan.out and not models.Entry.objects.exists()
    assert amana("load", EXAMPLE).code == 0
    assert amana("load", EXAMPLE, "--plan").code == 0


def test_an_export_verifies_alone_and_against_an_old_checkpoint(loaded: None, amana: Run, tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_text(models.Checkpoint.objects.latest("size").note, encoding="utf-8")
    people.add("a@example.org", "A", "a very long secret", ["registrar"])
    assert amana("export", tmp_path / "out").code == 0
    assert amana("export", tmp_path / "out").code == 2
    ran = amana("verify", tmp_path / "out", "--checkpoint", old)
    assert ran.code == 0 and "nothing was rewritten since" in ran.out
    vkey = amana("key").out.split()[0]
    assert amana("verify", tmp_path / "out", "--key", vkey).code == 0
    assert amana("verify", tmp_path / "out", "--key", "nonsense").code == 2
    assert amana("verify", tmp_path / "out", "--checkpoint", tmp_path / "nowhere").code == 2


def test_a_changed_export_exits_1_and_says_where(loaded: None, amana: Run, tmp_path: Path) -> None:
    amana("export", tmp_path / "out")
    path = tmp_path / "out/bodies/000.jsonl"
    path.write_bytes(path.read_bytes().replace(b"organization", b"0rganization", 1))
    ran = amana("verify", tmp_path / "out", "--json")
    assert ran.code == 1 and ran.objects[-1]["holds"] is False
    assert "ledger-body-differs" in {one.get("code") for one in ran.objects}
    assert amana("verify", tmp_path).code == 2


def test_the_live_record_is_verified_without_a_folder(loaded: None, amana: Run) -> None:
    ran = amana("verify", "--json")
    assert ran.code == 0 and ran.objects[-1]["holds"] is True
    assert amana("verify", "--key", "x").code == 2
    line = amana("key").out.strip()
    assert [amana("verify", "--key", key).code for key in (line, line.partition(" ")[0])] == [0, 0]
    assert "ledger-key-unknown" in amana("verify", "--key", str(Signer.new("other").vkey)).err
    sha = files.store(b"kept")
    record.enter(Keep(sha, "a.txt", "text/plain", 4), by=CONSOLE)
    files.place_of(sha).write_bytes(b"lost")
    assert "file-bytes-differ" in amana("verify").err
    files.place_of(sha).unlink()
    ran = amana("verify")
    assert ran.code == 1 and "file-bytes-missing" in ran.err and "DOES NOT HOLD" in ran.out


def test_the_live_record_is_verified_against_an_old_checkpoint(loaded: None, amana: Run, tmp_path: Path) -> None:
    old = tmp_path / "old.txt"
    old.write_text(list(queries.checkpoints())[-1])
    record.enter(Cite(Source("after", "N")), by=CONSOLE)
    ran = amana("verify", "--checkpoint", old)
    assert ran.code == 0 and f"nothing was rewritten since {old}" in ran.out
    other = Signer.new(keys.chain()[0].vkey.name)
    old.write_text(notes.sign(notes.Checkpoint(other.name, 3, bytes(32)), other))
    ran = amana("verify", "--checkpoint", old)
    assert ran.code == 1 and "ledger-rewritten" in ran.err and "ledger-checkpoint-unsigned" in ran.err
    old.write_text("no checkpoint")
    assert "ledger-checkpoint-unreadable" in amana("verify", "--checkpoint", old).err


def test_an_entry_is_erased_at_the_command_line_with_a_reason(loaded: None, amana: Run) -> None:
    no = record.enter(Cite(Source("told-in-confidence", "N")), by=CONSOLE).no
    assert amana("erase", no, "--why", " ").code == 2 and amana("erase", 99999, "--why", "x").code == 2
    assert amana("erase", no, "--why", "entered by mistake").code == 0
    assert not models.Body.objects.filter(no=no).exists() and amana("verify").code == 0
    ran = amana("erase", no, "--why", "again")
    assert ran.code == 2 and "record-erased-already" in ran.err
    assert "must name nobody" in amana("erase", "--help").out


def test_demo_people_are_refused_for_the_reason_that_holds(amana: Run, settings: object, db: None) -> None:
    assert "AMANA_DEMO=1" in amana("serve", "--demo").err
    settings.DEMO = True  # type: ignore[attr-defined]
    assert "not on 10.0.0.5" in amana("serve", "--demo", "--host", "10.0.0.5").err


@pytest.mark.parametrize("name", ["", "  "])
def test_an_organization_without_a_name_is_not_made(amana: Run, tmp_path: Path, name: str) -> None:
    ran = amana("new", tmp_path / "nile", "--name", name)
    assert ran.code == 2 and "folder-name-empty" in ran.err and not (tmp_path / "nile").exists()


@pytest.mark.django_db
@pytest.mark.parametrize("words", [["export"], ["dump"], ["key", "--renew", "yearly"], ["restore"]])
def test_an_empty_house_refuses_in_words(amana: Run, tmp_path: Path, words: list[str]) -> None:
    ran = amana(*words, *([] if words[0] == "key" else [tmp_path / "out"]))
    assert ran.code == 2 and "error: " in ran.err and "Traceback" not in ran.err


def test_a_dump_gives_the_folder_back(loaded: None, amana: Run, root: Path, tmp_path: Path) -> None:
    assert amana("dump", tmp_path / "example").code == 0
    assert subprocess.run(["diff", "-r", root / EXAMPLE, tmp_path / "example"], check=False).returncode == 0


def test_a_fact_changed_at_the_desk_stops_a_load_with_both_values(loaded: None, amana: Run) -> None:
    key = models.Fact.objects.filter(kind="source").first().key  # type: ignore[union-attr]
    record.enter(loading.CORRECT["source"](Source(key, "P", note="as the desk says")), by=CONSOLE)
    ran = amana("load", EXAMPLE)
    assert ran.code == 2 and "as the desk says" in ran.err and "load-changed-at-desk" in ran.err


@pytest.mark.django_db
def test_people_are_added_granted_and_listed(amana: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    add = ("person", "add", "Amina@Example.org", "Amina", "--role", "administrator", "--password-stdin")
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert amana(*add).code == 2
    for secret, code in (("a very long secret\n", 0), ("a very long secret\n", 2)):
        monkeypatch.setattr(sys, "stdin", io.StringIO(secret))
        assert amana(*add).code == code
    assert amana("person", "grant", "amina@example.org", "registrar").code == 0
    listed = amana("person", "list")
    assert (
        "administrator, registrar" in listed.out
        and amana("person", "revoke", "nobody@example.org", "auditor").code == 2
    )


# in a process of its own


def test_a_house_from_its_first_command_to_its_restore(process: Run, tmp_path: Path) -> None:
    for words in (
        ["load"],
        ["key", "--renew", "yearly"],
        ["rebuild", "--compare"],
        ["backup", tmp_path / "b.tgz"],
        ["verify"],
    ):
        ran = process(*words)
        assert (ran.code, ran.err) == (0, ""), words  # in a pipe there is no progress
    other = {"AMANA_VAR": str(tmp_path / "deep/two")}
    assert process("restore", tmp_path / "b.tgz", **other).code == 0
    assert "it holds" in process("verify", **other).out
    again = process("restore", tmp_path / "b.tgz", LANGUAGE="ar", **other)
    assert again.code == 2 and "ليست فارغة" in again.err


@pytest.mark.parametrize("address", ["", "postgres"])
def test_two_loads_at_once_into_an_empty_house_both_end_well(process: Run, address: str) -> None:
    with empty_database() if address else nullcontext("") as database, ThreadPoolExecutor() as pool:
        runs = [pool.submit(process, "load", AMANA_DATABASE=database) for _ in range(2)]
        assert [(run.result().code, run.result().err) for run in runs] == [(0, ""), (0, "")]
        assert "it holds" in process("verify", AMANA_DATABASE=database).out


def test_long_work_tells_its_progress_on_a_terminal(root: Path, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    kept = {n: v for n, v in os.environ.items() if not n.startswith(("AMANA", "DJANGO"))}
    env = {**kept, "PYTHONPATH": "src", "AMANA_VAR": str(tmp_path / "var")}
    words = [sys.executable, "-m", "amana.cli.main", "load", EXAMPLE]
    done = subprocess.run(words, cwd=root, env=env, stdout=subprocess.PIPE, stderr=theirs, timeout=120, check=False)
    os.close(theirs)
    told = os.read(ours, 10_000).decode()
    os.close(ours)
    assert done.returncode == 0 and "load: 0 %" in told and "load: 100 %" in told


@pytest.mark.parametrize("command", ["check", "read", "compare", "verify"])
def test_what_needs_no_database_starts_without_django(root: Path, command: str) -> None:
    code = f"import sys; from amana.cli.main import parser; parser(['{command}']); sys.exit('django' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", code], cwd=root, env={"PYTHONPATH": "src"}, check=False).returncode == 0
    )
