"""Finds the browser the tests need, or brings one: an installed Chromium, else Debian's package, else playwright's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def installed() -> str:
    """The path of an installed Chromium, or ''."""
    if named := os.environ.get("AMANA_CHROMIUM"):
        return named
    for name in NAMES:
        if found := shutil.which(name):
            return found
    caches = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", Path.home() / ".cache/ms-playwright"))
    found_ = sorted(caches.glob("chromium-*/chrome-linux*/chrome")) if caches.is_dir() else []
    return str(found_[-1]) if found_ else ""


def bring() -> str:
    """Install a Chromium the way this machine allows; its path, or '' where none is to be had."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        print("no Chromium here: installing Debian's …", flush=True)
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "check": False}
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-q"], env=environment, **quiet)
        subprocess.run(["apt-get", "install", "-qy", "--no-install-recommends", "chromium"], env=environment, **quiet)
    if not installed():
        print("no Chromium here: asking playwright for one …", flush=True)
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    return installed()


if __name__ == "__main__":
    if not (installed() or bring()):
        sys.exit(
            "The tests need a Chromium and none could be had: install the package `chromium` (as root: apt-get install "
            "chromium), or set AMANA_CHROMIUM to the path of one."
        )
