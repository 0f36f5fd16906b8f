"""Every sentence of the pages is said in Arabic and in French."""

from __future__ import annotations

import re
from gettext import c2py
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

SAID = re.compile(r"{%\s*translate\s+(?:\"([^\"]+)\"|'([^']+)')")
BLOCK = re.compile(r"{%\s*blocktranslate[^%]*trimmed\s*%}(.*?)(?:{%\s*plural|{%\s*endblocktranslate)", re.DOTALL)


@pytest.mark.parametrize("room", ["pages", "portal"])
@pytest.mark.parametrize("language", ["ar", "fr"])
def test_every_sentence_of_the_templates_has_its_translation(root: Path, room: str, language: str) -> None:
    home = root / "src" / "amana" / room
    with (home / "locale" / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        catalogue = read_po(file)
    known = {m.id if isinstance(m.id, str) else m.id[0] for m in catalogue if m.id and m.string}
    asked = set()
    for template in home.rglob("*.html"):
        text = template.read_text(encoding="utf-8")
        asked |= {one or other for one, other in SAID.findall(text)}
        asked |= {re.sub(r"{{\s*(\w+)\s*}}", r"%(\1)s", block.strip()) for block in BLOCK.findall(text)}
    assert asked and sorted(asked - known) == []


@pytest.mark.parametrize("room", ["pages", "portal"])
def test_arabic_counts_in_six_forms(root: Path, room: str) -> None:
    with (root / f"src/amana/{room}/locale/ar/LC_MESSAGES/django.po").open("rb") as file:
        plurals = [m for m in read_po(file) if isinstance(m.id, tuple)]
    assert plurals and all(len(m.string) == 6 and all(m.string) for m in plurals)


@pytest.mark.parametrize("room", ["pages", "portal", "desk", "api"])
def test_an_arabic_number_takes_its_own_form(root: Path, room: str) -> None:
    with (root / f"src/amana/{room}/locale/ar/LC_MESSAGES/django.po").open("rb") as file:
        form = c2py(read_po(file).plural_expr)
    assert [form(n) for n in (0, 1, 2, 3, 10, 103, 11, 99, 111, 100, 102)] == [0, 1, 2, 3, 3, 3, 4, 4, 4, 5, 5]
