"""Two builds of the same files are the same, byte for byte."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import POSTGRESQL

BUILD = """
import sys, time_machine
from mkdocs.__main__ import cli
with time_machine.travel(sys.argv.pop(1)):
    cli()
"""
Tree = dict[str, bytes]


def build(source: Path, folder: Path, day: str, **environment: str) -> Tree:
    """Build a site on some day, in a process of its own; return the contents of all its files."""
    clean = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    subprocess.run(
        [sys.executable, "-c", BUILD, day, "build", "-q", "-f", "mkdocs.yml", "-d", str(folder)],
        cwd=source,
        env={**clean, "SITE_URL": "https://example.com/x/", **environment},
        check=True,
    )
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def build_twice(root: Path, **environment: str) -> tuple[Tree, Tree]:
    """Build the same files in two folders, under everything else that should not matter."""
    for place in ("one", "another/place"):
        shutil.copytree(POSTGRESQL, root / place)
        with (root / place / "mkdocs.yml").open("a") as options:
            options.write('\nsite_url: !ENV [SITE_URL, ""]\n')
    here = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Apia", "LC_ALL": "C"} | environment
    there = {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C.UTF-8"} | environment
    return (
        build(root / "one", root / "a", "2027-01-01T00:30Z", **here),
        build(root / "another/place", root / "deep/down/b", "2031-07-31T22:15Z", **there),
    )


def differ(one: Tree, other: Tree) -> list[str]:
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


def days(tree: Tree) -> dict[str, str]:
    """Return the day of each page that the sitemap gives one."""
    listed = re.findall(
        r"<loc>(.*?)</loc>\s*(?:<lastmod>(.*?)</lastmod>)?", tree["sitemap.xml"].decode()
    )
    return {url.removeprefix("https://example.com/x/"): day for url, day in listed}


def test_neither_day_nor_place_nor_chance_changes_a_byte(tmp_path: Path) -> None:
    one, other = build_twice(tmp_path)
    assert differ(one, other) == []
    # Nobody knows when a page that is written by hand was changed.
    assert days(one)[""] == ""
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", days(one)["codes/28P01/"])


def test_a_given_day_is_that_of_pages_written_by_hand(tmp_path: Path) -> None:
    one, other = build_twice(tmp_path, SOURCE_DATE_EPOCH="1790000000")
    assert differ(one, other) == []
    assert days(one)[""] == "2026-09-21"


def test_a_build_over_an_older_one_is_the_same(tmp_path: Path) -> None:
    first = build(POSTGRESQL, tmp_path, "2027-01-01T00:30Z")
    assert differ(first, build(POSTGRESQL, tmp_path, "2027-01-02T00:30Z")) == []
