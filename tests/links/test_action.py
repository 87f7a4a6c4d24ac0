"""The GitHub Action: its description is valid, and its script does what the description says."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_troubleshooter.export.inventory import write_inventory
from tests.conftest import ROOT, WriteFiles
from tests.links.guide import INVENTORY, SITE

ACTION = ROOT / "action.yml"
DESCRIPTION: dict[str, Any] = yaml.safe_load(ACTION.read_text("utf-8"))
# Stands in for curl: it says what it was asked for, and answers with the inventory beside it.
CURL = """\
#!/bin/sh
while [ "$1" != --output ]; do shift; done
echo "$3" >> asked.txt
cp inventory.json "$2"
"""


@pytest.fixture
def root(write_files: WriteFiles) -> Path:
    folder = write_files(
        {
            "inventory.json": write_inventory(INVENTORY),
            "good.md": f"{SITE}522/\n",
            "my rules/bad.yaml": f"runbook_url: {SITE}codes/599/\n",
            "mirror.md": "https://mirror.example.net/codes/599/\n",
            "temp/bin/curl": CURL,
        }
    )
    (folder / "temp/bin/curl").chmod(0o755)
    # The step before installs the package here.
    (folder / "temp/troubleshooter").symlink_to(sys.prefix, target_is_directory=True)
    return folder


def run(root: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the last step as GitHub does, with its inputs put in."""
    step = DESCRIPTION["runs"]["steps"][-1]
    assert step["shell"] == "bash"
    given = {
        name: inputs.get(name, value.get("default", ""))
        for name, value in DESCRIPTION["inputs"].items()
    }
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=root,
        env={
            "PATH": f"{root}/temp/bin:{os.environ['PATH']}",
            "RUNNER_TEMP": str(root / "temp"),
            **_fill_in(step["env"], given),
        },
        capture_output=True,
        text=True,
        check=False,
    )


def _fill_in(variables: Mapping[str, str], inputs: Mapping[str, str]) -> dict[str, str]:
    filled = {}
    for name, value in variables.items():
        text = value
        for key, given in inputs.items():
            text = text.replace(f"${{{{ inputs.{key} }}}}", given)
        filled[name] = text
    return filled


def test_the_description_is_valid() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
    done = subprocess.run(
        [*command, "vendor.github-actions", str(ACTION)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_no_input_is_run() -> None:
    for step in DESCRIPTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_good_links_pass(root: Path) -> None:
    done = run(root, inventory="inventory.json", paths="good.md")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_wrong_links_are_shown_beside_their_lines(root: Path) -> None:
    done = run(root, inventory="inventory.json", paths="good.md\nmy rules\n")
    assert done.returncode == 1
    assert done.stdout.startswith(
        f"::error file=my rules/bad.yaml,line=1,col=14,title=unknown-page::{SITE}codes/599/ "
    )
    assert run(root, inventory="inventory.json").stdout == done.stdout


def test_mirrors_can_be_named(root: Path) -> None:
    addresses = "https://other.example.net/\nhttps://mirror.example.net/"
    done = run(root, inventory="inventory.json", paths="mirror.md", address=addresses)
    assert "::error file=mirror.md,line=1,col=1" in done.stdout


@pytest.mark.parametrize(
    "address", [SITE, SITE.rstrip("/"), f"{SITE}api/v1/addresses.json"], ids=["/", "", "file"]
)
def test_the_inventory_can_be_fetched_from_the_site(root: Path, address: str) -> None:
    done = run(root, inventory=address, paths="good.md")
    assert done.returncode == 0, done.stderr
    assert (root / "asked.txt").read_text() == f"{SITE}api/v1/addresses.json\n"


def test_nothing_in_an_input_is_run(root: Path) -> None:
    done = run(root, inventory="inventory.json", paths='$(touch run)\n"; touch run; "\n--help')
    assert done.returncode == 2
    assert "Error: $(touch run): there is no such file or folder" in done.stderr
    assert not (root / "run").exists()
