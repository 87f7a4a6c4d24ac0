"""Addresses last: what was published answers for ever, or the build says what is missing."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

import pytest
from bs4 import Tag
from click.testing import CliRunner
from mkdocs.exceptions import Abort

from mkdocs_troubleshooter.cli import main
from mkdocs_troubleshooter.export import find_broken, find_new, read_inventory
from mkdocs_troubleshooter.export.inventory import Inventory
from mkdocs_troubleshooter.site import read_ledger
from tests.conftest import KB, BuiltSite, WriteFiles, build_site
from tests.small import files


def inventory_of(site: BuiltSite) -> Inventory:
    return read_inventory((site.folder / "api/v1/addresses.json").read_text("utf-8"))


def write_ledger(root: Path, site: BuiltSite) -> None:
    done = CliRunner().invoke(
        main, ["addresses", "--update", "--site", str(site.folder), "--kb", str(root / "kb")]
    )
    assert done.exit_code == 0, done.output


def rename(content: dict[str, Any], old: str, new: str, **more: Any) -> None:
    """Rename the cause `asleep` everywhere, as somebody would who knows of no ledger."""
    entry = content.pop(f"kb/causes/{old}.yaml")
    content[f"kb/causes/{new}.yaml"] = {**entry, "id": new, **more}
    content["kb/codes/10.yaml"]["causes"][1]["cause"] = new
    content["kb/guides/start.yaml"]["steps"][1]["answers"][0]["see"] = ["code:10", f"cause:{new}"]


@pytest.fixture
def published(write_files: WriteFiles, tmp_path: Path) -> Path:
    """Return a site that has been published once, and has a ledger."""
    root = write_files(files())
    write_ledger(root, build_site(root / "mkdocs.yml", tmp_path / "site"))
    return root


def complaint(root: Path, site: Path, log: pytest.LogCaptureFixture) -> list[str]:
    """Return the lines that a build fails with, the first one of which counts them."""
    with pytest.raises(Abort):
        build_site(root / "mkdocs.yml", site)
    return str(log.records[-1].getMessage()).splitlines()


def replace(root: Path, content: dict[str, Any], write: WriteFiles) -> None:
    for path in (root / "kb").rglob("*.yaml"):
        path.unlink()
    write(content)


def publish_again(root: Path, content: dict[str, Any], write: WriteFiles) -> BuiltSite:
    replace(root, content, write)
    return build_site(root / "mkdocs.yml", root / "site")


def test_the_committed_ledger_holds_every_address_of_the_site(real_site: BuiltSite) -> None:
    ledger = read_ledger(KB, "kb")
    assert ledger is not None
    inventory = inventory_of(real_site)
    assert [str(problem) for problem in find_broken(ledger, inventory)] == []
    assert find_new(ledger, inventory) == [], "run `troubleshooter addresses --update`"


def test_an_entry_renamed_without_a_word_fails_the_build(
    published: Path, write_files: WriteFiles, caplog: pytest.LogCaptureFixture
) -> None:
    content = files()
    rename(content, "asleep", "sleeping")
    replace(published, content, write_files)
    lines = (published / "kb/addresses.txt").read_text("utf-8").splitlines()
    page, anchor = (
        lines.index(address) + 1 for address in ("causes/asleep/", "codes/10/#cause-asleep")
    )
    gone = "has been published and would be gone"
    advice = "name it under 'formerly' of what replaces it; did you mean"
    first, *others = complaint(published, published / "site", caplog)
    assert first == "2 problems in addresses:"
    assert others == [
        f"  kb/addresses.txt:{line}:1: '{old}' {gone} ({advice} '{new}'?)"
        for line, old, new in (
            (page, "causes/asleep/", "causes/sleeping/"),
            (anchor, "codes/10/#cause-asleep", "codes/10/#cause-sleeping"),
        )
    ]


def test_an_earlier_id_keeps_its_page_and_every_anchor_made_from_it(
    published: Path, write_files: WriteFiles
) -> None:
    content = files()
    rename(content, "asleep", "sleeping", formerly=["asleep"])
    site = publish_again(published, content, write_files)
    assert [str(a["href"]) for a in site.soup("causes/asleep").find_all("a")] == [
        "../../causes/sleeping/"
    ]
    alias = site.soup("codes/10").find(id="cause-asleep")
    assert isinstance(alias, Tag)
    assert alias.find_parent(id="cause-sleeping") or alias.find_next_sibling(id="cause-sleeping")
    inventory = inventory_of(site)
    assert inventory.redirects["causes/asleep/"] == ("causes/sleeping/",)
    assert inventory.anchors["codes/10/#cause-asleep"] == "codes/10/#cause-sleeping"
    assert "cause-asleep" not in inventory.pages["codes/10/"]


def test_a_former_code_keeps_its_short_address_its_drawing_and_its_data(
    published: Path, write_files: WriteFiles
) -> None:
    content = files()
    code = content.pop("kb/codes/10.yaml")
    content["kb/codes/11.yaml"] = {**code, "id": "11", "formerly": ["10"]}
    content["kb/cases/10-dark.yaml"]["code"] = "11"
    content["kb/guides/start.yaml"]["steps"][0]["answers"][0]["see"] = ["code:11"]
    content["kb/guides/start.yaml"]["steps"][1]["answers"][0]["see"] = ["code:11"]
    site = publish_again(published, content, write_files)
    assert [str(a["href"]) for a in site.soup("10").find_all("a")] == ["../codes/11/"]
    for name in ("flowchart.svg", "flowchart.mmd"):
        old, new = (site.folder / "codes" / code / name for code in ("10", "11"))
        assert old.read_bytes() == new.read_bytes()
    assert site.soup("cases").find(id="code-10")


def test_an_entry_that_a_page_no_longer_lists_is_still_found_from_there(
    published: Path, write_files: WriteFiles
) -> None:
    content = files()
    del content["kb/codes/10.yaml"]["causes"][1]
    content["kb/causes/unplugged.yaml"]["summary"] += " Compare {cause:asleep}."
    content["kb/causes/asleep.yaml"]["formerly"] = [
        {"address": "causes/asleep/#codes", "part": "resolutions"}
    ]
    content["kb/checks/look.yaml"]["outcomes"][1]["sound"] = True
    site = publish_again(published, content, write_files)
    post = site.soup("codes/10").find(id="cause-asleep")
    assert isinstance(post, Tag)
    assert post.find_parent("ul", class_="ts-signposts")
    link = post.find("a")
    assert isinstance(link, Tag)
    assert link["href"] == "../../causes/asleep/"


def test_parts_of_pages_and_hand_written_pages_can_move_too(
    published: Path, write_files: WriteFiles
) -> None:
    content = files()
    content["kb/checks/look.yaml"]["outcomes"][1]["id"] = "bright"
    content["kb/causes/asleep.yaml"]["expects"] = {"look": "bright"}
    content["kb/checks/look.yaml"]["formerly"] = [
        {"address": "checks/look/#outcome-lit", "part": "outcome-bright"}
    ]
    content["kb/base.yaml"]["formerly"] = [
        {"address": "handbook/", "now": "codes/10/#causes"},
        {"address": "handbook/#lamp", "now": "checks/look/"},
    ]
    site = publish_again(published, content, write_files)
    assert site.soup("checks/look").find(id="outcome-lit")
    lines = site.soup("handbook")
    assert [str(a["href"]) for a in lines.find_all("a")] == [
        "../codes/10/#causes",
        "../checks/look/",
    ]
    assert lines.find("meta", attrs={"http-equiv": "refresh"}) is None
    part = lines.find(id="lamp")
    assert isinstance(part, Tag)
    assert part.name == "li"


@pytest.mark.parametrize(
    ("former", "said"),
    [
        (["causes/unplugged/"], "'causes/unplugged/' is still there"),
        (["causes/unplugged/#signs"], "'causes/unplugged/#signs' is still there"),
        (
            [{"address": "old/", "part": "sings"}],
            "'causes/asleep/' has no part 'sings' (did you mean 'signs'?)",
        ),
    ],
)
def test_a_former_address_that_cannot_be_one_is_refused(
    former: list[Any],
    said: str,
    write_files: WriteFiles,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    content = files()
    content["kb/causes/asleep.yaml"]["formerly"] = former
    _, line = complaint(write_files(content), tmp_path / "site", caplog)
    assert line.startswith("  kb/causes/asleep.yaml:")
    assert said in line


def test_a_move_to_a_page_that_is_not_there_names_the_nearest(
    write_files: WriteFiles, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    content = files()
    content["kb/base.yaml"]["formerly"] = [{"address": "old/", "now": "codes/1/"}]
    _, line = complaint(write_files(content), tmp_path / "site", caplog)
    assert line.endswith("there is no page 'codes/1/' (did you mean 'codes/10/'?)")


def test_while_serving_a_gone_address_is_a_warning_and_the_site_stays_up(
    published: Path, write_files: WriteFiles, caplog: pytest.LogCaptureFixture
) -> None:
    content = files()
    rename(content, "asleep", "sleeping")
    replace(published, content, write_files)
    with caplog.at_level(logging.WARNING, "mkdocs"):
        site = build_site(published / "mkdocs.yml", published / "site", serving=True)
    assert any("'causes/asleep/' has been published" in text for text in caplog.messages)
    assert site.soup("causes/sleeping").find("h1")


def test_update_adds_and_never_takes_out(published: Path, write_files: WriteFiles) -> None:
    ledger = published / "kb/addresses.txt"
    before = ledger.read_text("utf-8")
    content = files()
    content["kb/topics/lamps.yaml"] = {
        "id": "lamps",
        "title": "Lamps",
        "summary": "About lamps.",
        "sections": [{"id": "kinds", "title": "Kinds", "text": "Two."}],
        "sources": ["manual"],
        "checked": "2026-01-31",
    }
    site = publish_again(published, content, write_files)
    arguments = ["addresses", "--site", str(site.folder), "--kb", str(published / "kb")]
    listed = CliRunner().invoke(main, arguments)
    assert listed.exit_code == 1
    assert "+ topics/lamps/#kinds" in listed.output.splitlines()
    write_ledger(published, site)
    after = ledger.read_text("utf-8")
    assert set(before.splitlines()) < set(after.splitlines())
    assert CliRunner().invoke(main, arguments).exit_code == 0
    gone = publish_again(published, content, write_files).folder / "api/v1/addresses.json"
    data = json.loads(gone.read_text("utf-8"))
    del data["pages"]["topics/lamps/"]
    gone.write_text(json.dumps(data), "utf-8")
    done = CliRunner().invoke(main, [*arguments, "--update"])
    assert done.exit_code == 1
    assert "'topics/lamps/' has been published and would be gone" in done.output
    assert ledger.read_text("utf-8") == after


@pytest.mark.parametrize("text", ["", "[]", '{"version": 9, "name": "x", "pages": {}}', "\x00"])
def test_an_inventory_that_is_none_is_refused_in_one_line(
    text: str, published: Path, tmp_path: Path
) -> None:
    path = tmp_path / "other/api/v1/addresses.json"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    done = CliRunner().invoke(
        main, ["addresses", "--site", str(tmp_path / "other"), "--kb", str(published / "kb")]
    )
    assert done.exit_code == 1
    assert done.output.startswith("Error: ")
    assert len(done.output.splitlines()) == 1


def test_a_ledger_may_hold_anything(published: Path, caplog: pytest.LogCaptureFixture) -> None:
    ledger = published / "kb/addresses.txt"
    ledger.write_bytes(ledger.read_bytes() + b"\xff\xfe nonsense\n<script>/\n")
    said = complaint(published, published / "site", caplog)
    assert any("'<script>/' has been published and would be gone" in line for line in said)
