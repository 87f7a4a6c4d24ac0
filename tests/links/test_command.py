"""The command: options, reports and exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_troubleshooter.cli import main
from mkdocs_troubleshooter.export.inventory import write_inventory
from tests.conftest import WriteFiles
from tests.links.guide import INVENTORY, SITE


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["links", *map(str, arguments)])


@pytest.fixture
def root(write_files: WriteFiles, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write_files(
        {
            "site/api/v1/addresses.json": write_inventory(INVENTORY),
            "site/index.html": f'<link rel="canonical" href="{SITE}nowhere/">',
            "rules/good.yaml": f"runbook_url: {SITE}522/#causes\n",
            "rules/old.yaml": f"runbook_url: {SITE}causes/port-shut/\n",
            "rules/bad.yaml": f"a:\n  runbook_url: {SITE}codes/599/ # {SITE}522/#cause\n",
            "mirror.md": "[522](https://mirror.example.net/guide/codes/52/)\n",
        }
    )
    monkeypatch.chdir(folder)
    return folder


def test_all_is_well(root: Path) -> None:
    done = run("rules/good.yaml", "mirror.md")
    assert done.exit_code == 0
    assert done.output == f"1 link to {SITE} in 2 files, no problems\n"


def test_a_line_for_each_problem(root: Path) -> None:
    done = run("rules")
    assert done.exit_code == 1
    assert done.output.replace(SITE, "/") == (
        "rules/bad.yaml:2:16: /codes/599/ leads nowhere (did you mean /codes/522/) [unknown-page]\n"
        "rules/bad.yaml:2:55: /522/#cause has no place '#cause' "
        "(did you mean /codes/522/#causes) [unknown-anchor]\n"
        "rules/old.yaml:1:14: /causes/port-shut/ has moved "
        "(it is now /causes/port-closed/) [moved, advice]\n"
        "2 problems in 1 file\n"
    )


def test_what_leads_on_is_advice_unless_one_is_strict(root: Path) -> None:
    done = run("rules/old.yaml")
    assert done.exit_code == 0
    assert done.output.endswith(f"1 link to {SITE} in 1 file, no problems\n")
    done = run("rules/old.yaml", "--strict")
    assert done.exit_code == 1
    assert done.output.endswith("[moved]\n1 problem in 1 file\n")


def test_the_site_is_found_by_default_and_not_checked_itself(root: Path) -> None:
    assert "site/index.html" not in run(".").output
    assert run("site").exit_code == 1


@pytest.mark.parametrize("inventory", ["site", "site/", "site/api/v1/addresses.json"])
def test_the_inventory_is_a_file_or_in_a_folder(root: Path, inventory: str) -> None:
    assert run("rules/good.yaml", "--inventory", inventory).exit_code == 0


def test_mirrors_are_named(root: Path) -> None:
    mirror = "http://MIRROR.example.net/guide"
    done = run("mirror.md", "--address", mirror, "--address", SITE, "--address", mirror)
    assert done.output == (
        "mirror.md:1:7: https://mirror.example.net/guide/codes/52/ leads nowhere "
        "(did you mean http://MIRROR.example.net/guide/codes/522/) [unknown-page]\n"
        "1 problem in 1 file\n"
    )


def test_programs_get_json_or_annotations(root: Path) -> None:
    done = run("rules", "--format", "json")
    assert done.exit_code == 1
    problems = json.loads(done.output)["problems"]
    assert [(item["path"], item["line"], item["column"], item["rule"]) for item in problems] == [
        ("rules/bad.yaml", 2, 16, "unknown-page"),
        ("rules/bad.yaml", 2, 55, "unknown-anchor"),
        ("rules/old.yaml", 1, 14, "moved"),
    ]
    assert json.loads(run("rules/good.yaml", "--format", "json").output) == {"problems": []}
    lines = run("rules", "--format", "github").output.splitlines()
    assert lines[0].startswith(
        f"::error file=rules/bad.yaml,line=2,col=16,title=unknown-page::{SITE}codes/599/ leads"
    )
    assert lines[2].startswith("::notice file=rules/old.yaml,line=1,col=14,title=moved::")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "nowhere: there is no such file or folder"),
        (["rules", "nowhere.md"], "nowhere.md: there is no such file or folder"),
        (["rules", "--inventory", "gone.json"], "gone.json: there is no such file (build the"),
        (["rules", "--inventory", "rules"], "rules/api/v1/addresses.json: there is no such file"),
        (["rules", "--inventory", "mirror.md"], "mirror.md: is no inventory: "),
        (["rules", "--inventory", "other.json"], "other.json: is no inventory: name: "),
        (["rules", "--inventory", "binary"], "binary: is no inventory: "),
        (
            ["rules", "--inventory", "nameless.json"],
            "the inventory does not say where the site is: name it with --address",
        ),
        (
            ["rules", "--address", "guide.example.com"],
            "'guide.example.com' is no address of a site: write it like https://guide.example.com/",
        ),
        (["rules", "--address", "https://[x/"], "'https://[x/' is no address of a site: "),
        (["rules", "--address", "https://x:y/"], "'https://x:y/' is no address of a site: "),
    ],
)
def test_what_cannot_be_checked_is_said_in_one_line(
    root: Path, arguments: list[str], said: str
) -> None:
    (root / "other.json").write_text('{"version": 1}', "utf-8")
    (root / "binary").write_bytes(b"\xff\0\xfe")
    nameless = INVENTORY.model_copy(update={"site": ""})
    (root / "nameless.json").write_text(write_inventory(nameless), "utf-8")
    done = run(*arguments)
    assert done.exit_code == 2
    assert done.output.startswith(f"Error: {said}")
    assert done.output.count("\n") == 1


def test_a_site_that_does_not_know_its_address_is_named(root: Path) -> None:
    nameless = INVENTORY.model_copy(update={"site": ""})
    (root / "nameless.json").write_text(write_inventory(nameless), "utf-8")
    done = run("rules/good.yaml", "--inventory", "nameless.json", "--address", SITE)
    assert (done.exit_code, done.output) == (0, f"1 link to {SITE} in 1 file, no problems\n")


def test_no_default_site_is_one_clear_line(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "rules")
    done = run("good.yaml")
    assert (done.exit_code, done.output.count("\n")) == (2, 1)
    assert done.output.startswith("Error: site/api/v1/addresses.json: there is no such file")
