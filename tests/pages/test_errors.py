"""A broken entry stops a build with one clean error, and never takes a served site down."""

from __future__ import annotations

import logging
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from tests.conftest import WriteFiles, build_site, dump
from tests.small import files


def test_a_build_stops_with_all_problems_at_once(
    write_files: WriteFiles, caplog: pytest.LogCaptureFixture
) -> None:
    content = files()
    content["kb/causes/unplugged.yaml"]["titel"] = content["kb/causes/unplugged.yaml"].pop("title")
    content["kb/facts/wait.yaml"]["unit"] = 5
    root = write_files(content)
    with pytest.raises(Abort):
        build_site(root / "mkdocs.yml", root / "site")
    (record,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert record.getMessage().splitlines() == [
        "3 problems in the knowledge base:",
        "  kb/causes/unplugged.yaml:2:1: 'title' is missing",
        "  kb/causes/unplugged.yaml:16:1: unknown key 'titel' (did you mean 'title'?)",
        "  kb/facts/wait.yaml:6:7: 'unit' must be text (write \"5\" in quotes)",
    ]


def test_the_command_prints_no_traceback(write_files: WriteFiles) -> None:
    content = files()
    content["kb/codes/10.yaml"] = "id: [\n"
    root = write_files(content)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-f", str(root / "mkdocs.yml")],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    assert done.returncode == 1
    assert "kb/codes/10.yaml:2:1: not YAML" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout


@pytest.mark.parametrize("name", sorted(name for name in files() if name.startswith("kb/")))
def test_while_serving_any_broken_file_leaves_the_rest_up(
    name: str, write_files: WriteFiles, caplog: pytest.LogCaptureFixture
) -> None:
    content = files()
    content[name] = "id: [\n"
    root = write_files(content)
    site = build_site(root / "mkdocs.yml", root / "site", serving=True)
    assert f"{name}:2:1: not YAML" in caplog.text
    assert "Small" in site.read("index.html")
    own = name.removeprefix("kb/").removesuffix(".yaml")
    if own.split("/")[0] in ("codes", "causes", "checks", "resolutions"):
        page = site.soup(f"{own}/").get_text(" ")
        assert f"{name}:2:1" in page
        assert "The rest of the site is up to date" in page
    if name not in ("kb/base.yaml", "kb/codes/10.yaml"):
        assert "No answer" in site.read("codes/10/")


def test_while_serving_an_entry_that_breaks_a_rule_is_shown_with_its_problem(
    write_files: WriteFiles,
) -> None:
    content = files()
    content["kb/codes/10.yaml"]["workarounds"] = ["opendoor"]
    root = write_files(content)
    site = build_site(root / "mkdocs.yml", root / "site", serving=True)
    page = site.soup("codes/10/").get_text(" ")
    assert "there is no resolution 'opendoor'" in page
    assert "did you mean 'open-door'?" in page
    assert "Nobody answers within" in page


def test_while_serving_a_guide_with_a_missing_step_is_shown_with_its_problem(
    write_files: WriteFiles,
) -> None:
    content = files()
    content["kb/guides/start.yaml"]["steps"][0]["answers"][1]["next"] = "suond"
    root = write_files(content)
    site = build_site(root / "mkdocs.yml", root / "site", serving=True)
    page = site.soup("start/").get_text(" ")
    assert "there is no step 'suond'" in page
    assert "did you mean 'sound'?" in page
    assert "Is it dark?" in page
    assert "No answer" in site.read("codes/10/")


@pytest.fixture
def served(write_files: WriteFiles) -> Iterator[tuple[Path, str]]:
    """Return the folder and the address of a small site that `mkdocs serve` serves."""
    root = write_files(files())
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"127.0.0.1:{port}"
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(root / "mkdocs.yml")]
    log = (root / "serve.log").open("w")
    process = subprocess.Popen(
        [*command, "--livereload", "-a", address],
        stdout=log,
        stderr=subprocess.STDOUT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    try:
        yield root, f"http://{address}/"
    finally:
        process.terminate()
        process.wait(10)
        log.close()


def test_a_mended_entry_comes_back_without_a_restart(served: tuple[Path, str]) -> None:
    root, url = served
    entry = root / "kb/causes/unplugged.yaml"
    wait_for(f"{url}causes/unplugged/", "The plug is out")
    entry.write_text("id: [\n", "utf-8")
    wait_for(f"{url}causes/unplugged/", "The rest of the site is up to date")
    wait_for(f"{url}codes/10/", "No answer")
    mended = files()["kb/causes/unplugged.yaml"] | {"title": "The plug was out"}
    entry.write_text(dump(entry, mended), "utf-8")
    wait_for(f"{url}causes/unplugged/", "The plug was out")


def wait_for(url: str, words: str) -> None:
    """Wait until a page shows some words."""
    deadline = time.monotonic() + 30
    page = ""
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=10) as response:  # noqa: S310 - loopback
                page = response.read().decode()
            if words in page:
                return
        except OSError:
            pass
        time.sleep(0.2)
    pytest.fail(f"{url} never showed {words!r}; it showed {page[-300:]!r}")
