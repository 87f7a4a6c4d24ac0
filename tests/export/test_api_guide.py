"""The guide for programs: every example in it runs against the built site."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mkdocs_troubleshooter.export.api.description import list_described
from tests.conftest import ROOT, BuiltSite
from tests.programs import CURL, JQ
from tests.serving import serve

GUIDE = (ROOT / "docs/guide/api.md").read_text("utf-8")
ADDRESS = "https://guide.example.com/"
EXAMPLES = re.findall(r"^```(sh|python)\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
SAID = {
    0: ["Error 522", "Connection timed out", "codes/522/"],
    1: ["521 Web server is down", "522 Connection timed out"],
    2: ["ibm 15 s, checked 2", "cloudflare 19 s, checked 2"],
    3: ["{host}", "- Anything else: step "],
    4: ["shop.example.com", "found"],
    5: ["Error 1006: "],
    6: ["ok -- validation done"],
    7: [],
}
"""What each example prints, among other things."""


@pytest.fixture(scope="module")
def address(real_site: BuiltSite) -> Iterator[str]:
    """Return where the project's own site is served."""
    with serve(real_site.folder) as url:
        yield url


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_examples_run(number: int, address: str, tmp_path: Path) -> None:
    language, text = EXAMPLES[number]
    assert ADDRESS in text
    script = text.replace(ADDRESS, address)
    commands = {"sh": ["bash", "-euo", "pipefail", "-c"], "python": [sys.executable, "-c"]}
    tools = os.pathsep.join(str(Path(path).parent) for path in (sys.executable, JQ.path, CURL.path))
    done = subprocess.run(
        [*commands[language], script],
        cwd=tmp_path,
        env={**os.environ, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for words in SAID[number]:
        assert words in done.stdout


def test_the_table_names_every_document_and_schema() -> None:
    rows = [line for line in GUIDE.splitlines() if line.startswith("| `")]
    named = {word for row in rows for word in re.findall(r"`([^`]+)`", row)}
    paths = {re.sub(r"<\w+>|\b522\b", "{id}", word) for word in named if word.endswith(".json")}
    schemas = {word for word in named if not word.endswith(".json")}
    assert {described.path for described in list_described()} <= paths
    assert {described.name for described in list_described()} == schemas
