"""Find promtool and amtool, which check alert rules and where alerts go, or get them; print paths.

Looked for in this order: $PROMTOOL and $AMTOOL, the system's programs, those that were unpacked
before. What is missing is taken from the system's packages, unpacked and not installed, so that no
service starts.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

KEPT = Path(sys.prefix) / "share" / "prometheus"
PACKAGES = {"promtool": "prometheus", "amtool": "prometheus-alertmanager"}


def find(name: str) -> str | None:
    """Return the path of one of the programs, if there is one that starts."""
    for path in (os.environ.get(name.upper()), shutil.which(name), KEPT / name):
        if path and Path(path).is_file() and _starts(str(path)):
            return str(path)
    return None


def fetch(name: str) -> None:
    """Unpack the package that holds a program, and keep the program."""
    root = "" if os.geteuid() == 0 else "sudo --non-interactive "
    for before in ("", f"{root}apt-get -qq update && "):
        way = f"{before}apt-get -qq download {PACKAGES[name]} && dpkg-deb -x *.deb ."
        print(f"{name}:", way, file=sys.stderr)
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["sh", "-c", way], cwd=folder, stdout=sys.stderr, check=False)
            program = Path(folder, "usr/bin", name)
            if _starts(str(program)):
                KEPT.mkdir(parents=True, exist_ok=True)
                shutil.copy(program, KEPT / name)
                return


def run(name: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run one of the programs."""
    program = find(name)
    if program is None:
        raise LookupError(f"no {name}: run `make test`, which finds or fetches it")
    command = [program, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _starts(path: str) -> bool:
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


if __name__ == "__main__":
    for tool in PACKAGES:
        if find(tool) is None:
            fetch(tool)
        found = find(tool)
        if found is None:
            sys.exit(f"No {tool} found or fetched: install it, or name it in {tool.upper()}.")
        print(found)
