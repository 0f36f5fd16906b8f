"""What is public is documented: acts, commands, settings, check codes."""

import re
from pathlib import Path

import pytest

from amana.acts import catalogue
from amana.acts.kernel import REGISTRY
from amana.acts.may import TABLE
from amana.cli.main import COMMANDS
from amana.site.options import OPTIONS

CODE = re.compile(r"""(?:Problem|problem|(?<!made\.)add|_refused|_problem|fault)\(\s*["']([a-z]+(?:-[a-z0-9]+)+)["']""")


def codes_in(root: Path) -> set[str]:
    """Every code a problem is made with; the folder room writes its own without the room's name."""
    found: set[str] = set()
    for path in (root / "src").rglob("*.py"):
        prefix = "folder-" if path.parent.name == "folder" else ""
        for code in CODE.findall(path.read_text(encoding="utf-8")):
            found.add(code if code.startswith(prefix) else prefix + code)
    return found


@pytest.mark.parametrize("name", catalogue.NAMES)
def test_every_act_is_documented_and_says_what_it_does(root: Path, name: str) -> None:
    assert f"`{name}`" in (root / "docs/acts.md").read_text(encoding="utf-8")
    assert REGISTRY[name].__doc__


def test_every_act_is_in_the_table_of_permissions_and_nothing_else_is() -> None:
    assert set(TABLE) == set(catalogue.NAMES)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.name)
def test_every_command_is_documented(root: Path, command: object) -> None:
    assert f"`amana {command.name}" in (root / "docs/commands.md").read_text(encoding="utf-8")  # type: ignore[attr-defined]


@pytest.mark.parametrize("option", OPTIONS, ids=lambda o: o.name)
def test_every_setting_is_documented(root: Path, option: object) -> None:
    assert f"`{option.name}`" in (root / "docs/operators.md").read_text(encoding="utf-8")  # type: ignore[attr-defined]


def test_every_check_code_is_documented(root: Path) -> None:
    pages = "".join(page.read_text(encoding="utf-8") for page in (root / "docs/checks").glob("*.md"))
    assert sorted(code for code in codes_in(root) if f"`{code}`" not in pages) == []
