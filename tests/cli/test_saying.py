"""The command line speaks the language of whoever asked, in its summaries, its refusals and its counting."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from amana.cli.main import COMMANDS, Command, parser
from amana.cli.saying import many
from amana.values.problems import messages

from .conftest import Run

EN = "Resolution No. 3/50-POL on Wells\n\n1. Decides to dig 120 wells;\n"
AR = "قرار رقم 3/50-POL بشأن الآبار\n\n1- يقرر حفر 130 بئرا؛\n"
SAID = {
    "en": ("error: ", "2 rows in English, Arabic: 1 error"),
    "ar": ("خطأ: ", "باللغات: الإنجليزية، العربية: خطأ واحد"),
    "fr": ("erreur : ", "lignes en : anglais, arabe : 1 erreur"),
    "id": ("galat: ", "baris dalam bahasa Inggris, bahasa Arab: 1 galat"),
}
ENGLISH = re.compile(r"\b(?:error|warning|note|rows?|found|the|is|no|of|binary|argument|invalid|required|such)\b")
WRONG = (
    ("read",),
    ("nonsense",),
    ("read", "--jobs", "x", "a.txt"),
    ("read", "--language", "de", "a.txt"),
    ("read", "a.txt", "--jobs"),
    ("read", "a.txt", "--colour"),
    ("check-text", "--as-of", "3/4", "a.txt"),
    ("lint", "nowhere.txt", "docs"),
)


def files(folder: Path) -> tuple[Path, Path]:
    made = folder / "a.en.txt", folder / "a.ar.txt"
    for path, text in zip(made, (EN, AR), strict=True):
        path.write_text(text, encoding="utf-8")
    return made


@pytest.mark.parametrize("language", sorted(SAID))
def test_how_grave_and_how_many_are_said_in_the_language_asked(
    amana: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("LANGUAGE", language)
    ran = amana("compare", *files(tmp_path))
    assert ran.code == 1
    grave, summary = SAID[language]
    assert grave in ran.err and summary in ran.out


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_what_was_typed_wrong_is_told_in_arabic_without_an_english_word(
    amana: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("LANGUAGE", "ar")
    ran = amana(*words)
    assert ran.code == 2 and ran.out == "" and "خطأ: " in ran.err
    assert not ENGLISH.search(re.sub(r"\[[a-z-]+\]|--\S+", "", ran.err))


def test_every_fault_of_typing_has_words_of_ours(amana: Run) -> None:
    told = [amana(*words).err for words in WRONG[:-1]]
    assert all("[cli-arguments]" in one and "--help" in one for one in told)
    assert not any(re.search(r"arguments?\b(?!])|choose from", one) for one in told)


def test_every_file_that_cannot_be_read_is_told_at_once(amana: Run, tmp_path: Path) -> None:
    for command in ("compare", "lint"):
        ran = amana(command, tmp_path / "gone.txt", tmp_path)
        assert ran.code == 2 and "gone.txt cannot be read" in ran.err and "it is a folder" in ran.err


@pytest.mark.parametrize("command", ["compare", "lint", "draft"])
def test_a_folder_and_a_file_that_cannot_be_read_are_told_together(amana: Run, tmp_path: Path, command: str) -> None:
    more = ("--session", "cfm-52") if command == "draft" else ()
    ran = amana(command, tmp_path / "a.txt", tmp_path / "b.txt", "--organization", tmp_path, *more)
    told = [code for code in ("folder-not-a-folder", "a.txt cannot be read", "b.txt cannot be read") if code in ran.err]
    assert ran.code == 2 and len(told) == 3


def test_what_is_no_text_is_named_in_the_language(amana: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.docx").write_bytes(bytes(range(256)) * 8)
    monkeypatch.setenv("LANGUAGE", "fr")
    assert "des données binaires" in amana("read", tmp_path / "a.docx").err


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.name)
def test_every_line_of_the_help_is_in_the_table(command: Command) -> None:
    table, lines = messages("en"), [command.words]
    todo: list[argparse.ArgumentParser] = [parser([command.name])]
    while todo:
        for action in todo.pop()._actions:
            if isinstance(action, argparse._SubParsersAction):
                todo += action.choices.values()
                lines += [str(one.help) for one in action._choices_actions]
            elif action.help and action.help != argparse.SUPPRESS:
                lines.append(action.help)
    assert sorted(line for line in lines if f"help: {line}" not in table) == []


def test_the_help_speaks_the_language_asked(amana: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "ar")
    told = amana("compare", "--help").out
    assert told.startswith("الاستعمال: amana compare") and "يعرض النسخ جنبا إلى جنب" in told and "أمثلة:" in told
    assert told.count("الاستعمال: ") == 1
    assert amana("person", "add", "--help").out.startswith("الاستعمال: amana person add")


def test_arabic_counts_with_its_own_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "ar")
    assert [many("rows", n) for n in (1, 2, 3, 11, 100)] == ["سطر واحد", "سطران", "3 أسطر", "11 سطرا", "100 سطر"]


def test_every_saying_is_in_the_table(root: Path) -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (root / "src/amana/cli").glob("*.py"))
    said = {f"say-{name}" for name in re.findall(r"""\bsay\(\s*["']([a-z-]+)["']""", text)}
    counted = {f"many-{name}" for name in re.findall(r"""\bmany\(\s*["']([a-z-]+)["']""", text)}
    assert len(said) > 25 and len(counted) > 6
    assert sorted((said | counted) - messages("en").keys()) == []
    forms = {
        language: [v.count("/") for k, v in messages(language).items() if k.startswith("many-")] for language in SAID
    }
    assert {language: set(n) for language, n in forms.items()} == {"en": {1}, "ar": {4}, "fr": {1}, "id": {0}}
