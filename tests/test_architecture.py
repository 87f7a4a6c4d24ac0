"""The shape of the project: layers, sizes, and documents that tell the truth."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from mkdocs_troubleshooter.model.kinds import KINDS
from mkdocs_troubleshooter.rules import RULES
from mkdocs_troubleshooter.site.embeds import list_embeds
from mkdocs_troubleshooter.site.moves import RULE as MOVES
from tests.conftest import ROOT

PACKAGE = ROOT / "plugins" / "mkdocs_troubleshooter"
CODE = [
    path
    for path in PACKAGE.rglob("*")
    if path.suffix in {".py", ".js"} and "__pycache__" not in path.parts
]


def test_imports_point_one_way() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports"))],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.name)
def test_files_stay_small(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 320


def test_every_rule_and_kind_of_problem_is_documented() -> None:
    guide = (ROOT / "docs/guide/write.md").read_text("utf-8")
    documented = set(re.findall(r"^\| `([a-z-]+)` \|", guide, re.MULTILINE))
    said = {rule.name for rule in RULES} | {"yaml", "files", "shape", "ids-match-files"} | {MOVES}
    assert said <= documented
    assert {name for name in documented if "-" in name} <= said | set(KINDS)


def test_every_fragment_is_documented() -> None:
    guide = (ROOT / "docs/guide/write.md").read_text("utf-8")
    for name in list_embeds():
        assert f"`{name}`" in guide or f"troubleshooter: {name}" in guide


def test_the_readme_is_short_and_its_pictures_exist() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert len(readme.splitlines()) < 120
    for target in re.findall(r"\]\(([^)#:]+)\)", readme):
        assert (ROOT / target).exists(), target


def test_the_readme_s_commands_are_targets_of_the_makefile() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    wanted = set(re.findall(r"(?:`|^)make ([a-z]+)\b", readme, re.MULTILINE))
    assert {"serve", "test", "site", "check", "bench"} <= wanted
    for target in wanted:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_nothing_is_installed_from_a_folder_that_git_ignores() -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "plugins"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if tracked.returncode:
        pytest.skip("not a git checkout")
    names = set(tracked.stdout.splitlines())
    for path in CODE:
        assert path.relative_to(ROOT).as_posix() in names
