"""Find the programs of the system that tests run, or get them; print NAME=path for each.

Looked for in this order: the variable of that name, such as $NGINX, the system's programs, those
that were unpacked before. What is missing is taken from the system's packages and unpacked, so that
no service starts; only what does not run without the rest of its packages is installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

KEPT = Path(sys.prefix) / "share" / "programs"


class Program(NamedTuple):
    """A program, and the packages that may hold it."""

    name: str
    packages: tuple[str, ...]
    ask: str = "--version"
    """With it the program says that it is there, and does nothing."""
    folder: str = "usr/bin"

    def find(self) -> str | None:
        """Return the path of one that starts."""
        return next((path for path in self._list() if self._starts(path)), None)

    def fetch(self) -> None:
        """Get it by the first way that works."""
        root = "" if os.geteuid() == 0 else "sudo --non-interactive "
        update = f"{root}apt-get -qq update && "
        for before in ("", update):
            for package in self.packages:
                way = f"{before}apt-get -qq download {package} && dpkg-deb -x *.deb ."
                with tempfile.TemporaryDirectory() as folder:
                    self._run(way, folder)
                    found = Path(folder, self.folder, self.name)
                    if self._starts(str(found)):
                        KEPT.mkdir(parents=True, exist_ok=True)
                        shutil.copy(found, KEPT / self.name)
                        return
        for package in self.packages:
            self._run(f"{root}apt-get -qq install -y {package}", ".")
            if self.find():
                return

    def run(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        """Run it to its end."""
        command = [self.path, *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    @property
    def path(self) -> str:
        """Where it is; without it tests fail, they are never skipped."""
        path = self.find()
        if path is None:
            raise LookupError(f"no {self.name}: run `make test`, which finds or fetches it")
        return path

    def _list(self) -> Iterator[str]:
        named = os.environ.get(self.name.upper())
        places = (shutil.which(self.name), f"/usr/sbin/{self.name}", str(KEPT / self.name))
        yield from (place for place in (named, *places) if place)

    def _starts(self, path: str) -> bool:
        try:
            done = subprocess.run([path, self.ask], capture_output=True, timeout=30, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return False
        return done.returncode == 0

    def _run(self, way: str, folder: str) -> None:
        print(f"{self.name}: {way}", file=sys.stderr)
        subprocess.run(["sh", "-c", way], cwd=folder, stdout=sys.stderr, check=False)


NGINX = Program("nginx", ("nginx", "nginx-light", "nginx-core"), "-v", "usr/sbin")
PROMTOOL = Program("promtool", ("prometheus",))
AMTOOL = Program("amtool", ("prometheus-alertmanager",))
JQ = Program("jq", ("jq",))
CURL = Program("curl", ("curl",))
PROGRAMS = (NGINX, PROMTOOL, AMTOOL, JQ, CURL)

if __name__ == "__main__":
    for program in PROGRAMS:
        if program.find() is None:
            program.fetch()
        place = program.find()
        if place is None:
            sys.exit(
                f"No {program.name} found or fetched: "
                f"install one, or name it in {program.name.upper()}."
            )
        print(f"{program.name.upper()}={place}")
