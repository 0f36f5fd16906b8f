"""Every example of docs/api.md, asked of the invented organization, answers what is printed there."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from amana.values.problems import messages
from tests.api.conftest import Ask

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = re.compile(r"```\nGET (?P<address>\S+)\n```\n```json\n(?P<answer>.*?)\n```", re.DOTALL)
EXAMPLES = EXAMPLE.findall((ROOT / "docs" / "api.md").read_text(encoding="utf-8"))
MORE = "…"


def differs(printed: Any, told: Any, where: str = "") -> list[str]:
    """Where an answer is not as printed; '…' stands for anything, and in an object or at the end of a list for more."""
    if printed == MORE:
        return []
    if isinstance(printed, dict) and isinstance(told, dict):
        missing = [f"{where}/{name}" for name in printed if name not in told and name != MORE]
        more = [f"{where}/{name} is not printed" for name in told if name not in printed and MORE not in printed]
        return missing + more + [d for k in printed if k in told for d in differs(printed[k], told[k], f"{where}/{k}")]
    if isinstance(printed, list) and isinstance(told, list):
        open_ended = printed[-1:] == [MORE]
        several = printed[:-1] if open_ended else printed
        if len(told) < len(several) or (len(told) > len(several) and not open_ended):
            return [f"{where}: {len(told)} instead of {len(several)}"]
        return [
            d
            for at, (one, other) in enumerate(zip(several, told, strict=False))
            for d in differs(one, other, f"{where}/{at}")
        ]
    return [] if printed == told else [f"{where}: {told!r} instead of {printed!r}"]


@pytest.mark.parametrize(("address", "answer"), EXAMPLES)
def test_the_example_answers_what_is_printed(ask: Ask, address: str, answer: str) -> None:
    printed, parts = json.loads(answer), urlsplit(address)
    told = ask(parts.path.removeprefix("/api/v1/"), printed.get("status", 200), **dict(parse_qsl(parts.query)))
    assert differs(printed, told) == []


def test_there_are_examples_and_they_can_fail() -> None:
    assert len(EXAMPLES) > 7
    assert differs({"a": 1}, {"a": 2}) and differs({"a": 1}, {"a": 1, "b": 2}) and differs([1], [1, 2])


def test_every_fault_has_its_sentence_in_each_language_and_is_explained() -> None:
    explained = set(re.findall(r"^- `(api-[a-z-]+)`", (ROOT / "docs/checks/api.md").read_text(), re.MULTILINE))
    used = {
        code
        for file in (ROOT / "src/amana/api").glob("*.py")
        for code in re.findall(r'"(api-[a-z-]+)"', file.read_text())
    }
    for language in ("en", "ar", "fr", "id"):
        assert {code for code in messages(language) if code.startswith("api-")} == explained, language
    assert used - {"api-v"} <= explained | {"api-root"} and len(used) > 8
