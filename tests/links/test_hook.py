"""The pre-commit hook, run by pre-commit itself; only its installation is left out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from mkdocs_troubleshooter.export.inventory import write_inventory
from tests.conftest import ROOT, WriteFiles
from tests.links.guide import INVENTORY, SITE

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
BIN = Path(sys.executable).parent


def pre_commit(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", *arguments],
        cwd=folder,
        env={**kept, "PRE_COMMIT_HOME": str(folder / ".kept"), "PRE_COMMIT_COLOR": "never"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def repository(write_files: WriteFiles) -> Path:
    (hook,) = yaml.safe_load(MANIFEST.read_text("utf-8"))
    command, rest = hook["entry"].split(" ", 1)
    # What pre-commit would install from here is what runs these tests.
    here = {
        "entry": f"{BIN / command} {rest}",
        "language": "system",
        "args": ["--inventory", "addresses.json"],
        "require_serial": True,
    }
    folder = write_files(
        {
            ".pre-commit-config.yaml": yaml.safe_dump(
                {"repos": [{"repo": "local", "hooks": [hook | here]}]}
            ),
            "addresses.json": write_inventory(INVENTORY),
            "rules with spaces.yaml": f"runbook_url: {SITE}522/#causes\n",
            "picture.png": b"\x89PNG\0" + f"{SITE}x/".encode(),
        }
    )
    subprocess.run(["git", "init", "--quiet", folder], check=True)
    subprocess.run(["git", "add", "."], cwd=folder, check=True)
    return folder


def test_the_manifest_is_one(tmp_path: Path) -> None:
    done = pre_commit(tmp_path, "validate-manifest", str(MANIFEST))
    assert done.returncode == 0, done.stdout


def test_good_links_pass(repository: Path) -> None:
    done = pre_commit(repository, "run", "--all-files", "--verbose")
    assert done.returncode == 0, done.stdout
    assert f"2 links to {SITE} in 3 files, no problems" in done.stdout


def test_a_link_that_leads_nowhere_stops_the_commit(repository: Path) -> None:
    (repository / "new.md").write_text(f"[522]({SITE}codes/599/)\n", "utf-8")
    subprocess.run(["git", "add", "new.md"], cwd=repository, check=True)
    done = pre_commit(repository, "run")
    assert done.returncode == 1
    assert f"new.md:1:7: {SITE}codes/599/ leads nowhere" in done.stdout


def test_a_missing_inventory_is_one_clear_line(repository: Path) -> None:
    subprocess.run(["git", "rm", "--quiet", "-f", "addresses.json"], cwd=repository, check=True)
    done = pre_commit(repository, "run", "--all-files")
    assert "- exit code: 2\n\nError: addresses.json: there is no such file" in done.stdout
