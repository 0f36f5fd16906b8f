"""Every code and every fixed sentence of the kernels is said in all three languages, with the same facts."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MESSAGES = ROOT / "src" / "amana" / "messages"
ROOMS = ("charter", "sessions", "mandates", "reports")


def table(language: str, room: str) -> dict[str, str]:
    return tomllib.loads((MESSAGES / language / f"{room}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_languages_say_the_same_codes_with_the_same_facts(room, language):
    def facts(sentence: str) -> set[str]:
        return set(re.findall(r"\{(\w+?)(?:_nom|_gen|_acc)?\}", sentence))  # Arabic may ask for a case

    english, other = table("en", room), table(language, room)
    assert list(english) == list(other)
    assert [code for code in english if facts(english[code]) != facts(other[code])] == []


@pytest.mark.parametrize("room", ["charter", "sessions", "mandates"])
def test_every_problem_that_a_kernel_finds_has_a_sentence_and_a_line_in_the_docs(room):
    sources = "\n".join(f.read_text(encoding="utf-8") for f in (ROOT / "src" / "amana" / room).glob("*.py"))
    codes = set(re.findall(r'Problem\(\s*"([a-z-]+)"', sources))
    documented = "".join(f.read_text(encoding="utf-8") for f in (ROOT / "docs" / "checks").glob("*.md"))
    assert codes
    assert {code for code in codes if code not in table("en", room) or f"`{code}`" not in documented} == set()
