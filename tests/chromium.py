"""Find a Chromium for the browser tests, or get one; print its path.

Looked for in this order: $CHROMIUM, the system's browsers, the one that Playwright keeps. If there
is none, Playwright downloads one, or the system's packages provide it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")


def find() -> str | None:
    """Return the path of a browser that starts."""
    for path in _candidates():
        if path and Path(path).is_file() and _starts(path):
            return path
    return None


def fetch() -> None:
    """Get a browser by the first way that works."""
    playwright = [sys.executable, "-m", "playwright", "install"]
    ways = [[*playwright, "--with-deps", "chromium"], [*playwright, "chromium"]]
    if shutil.which("apt-get"):
        root = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
        update = [*root, "apt-get", "update", "-qq"]
        install = [*root, "apt-get", "install", "-y", "-qq", "chromium"]
        ways.append([*update, "&&", *install])
    for way in ways:
        print("Chromium:", " ".join(way), file=sys.stderr)
        done = subprocess.run(["sh", "-c", " ".join(way)], stdout=sys.stderr, check=False)
        if done.returncode == 0 and find():
            return


def _candidates() -> Iterator[str | None]:
    yield os.environ.get("CHROMIUM")
    for name in NAMES:
        yield shutil.which(name)
    yield "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def _starts(path: str) -> bool:
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


if __name__ == "__main__":
    if find() is None:
        fetch()
    found = find()
    if found is None:
        sys.exit("No Chromium found or fetched: install one, or name it in CHROMIUM.")
    print(found)
