"""The house keeps its order: imports, no trace of a workplace, no address of a registry."""

import re
import subprocess
import sys
from pathlib import Path

HOSTS = re.compile(r"(?:pypi\.org|pythonhosted|npmjs|debian\.org/|deb\.debian)", re.I)


def tracked(root: Path) -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    return [root / name for name in listed if name and (root / name).is_file()]


def test_no_file_names_a_registry(root: Path) -> None:
    texts = (
        (p, p.read_bytes().decode("utf-8", "replace"))
        for p in tracked(root)
        if p.suffix not in (".woff2", ".docx", ".png")
    )
    assert [str(p) for p, text in texts if HOSTS.search(text) and p.name != "test_order.py"] == []


def test_every_requirement_has_its_hash(root: Path) -> None:
    for name in ("run.txt", "dev.txt"):
        text = (root / "requirements" / name).read_text(encoding="utf-8")
        pinned = re.findall(r"^[a-z0-9][^\s=]*==", text, re.M)
        assert pinned and len(re.findall(r"^[a-z0-9][^\n]*\\\n    --hash=", text, re.M)) == len(pinned)


def test_commands_without_a_house_start_without_django() -> None:
    code = "import sys; from amana.cli.main import main; main(['check', 'organizations/example']); sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0
