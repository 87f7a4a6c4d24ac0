"""The site, built by other generators: each as its own command does it, in a folder of its own."""

from __future__ import annotations

import os
import posixpath
import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner

from mkdocs_troubleshooter.cli import main
from mkdocs_troubleshooter.site import find_anchors
from tests.conftest import ROOT, BuiltSite

ADDRESS = "https://example.com/guide/"
EDIT = "https://github.com/example/guide/edit/main/docs/"
_LINK = re.compile(r' (?:href|src|action)="(?![a-z][a-z0-9+.-]*:|#|/)([^"#]+)')
_BODY = re.compile(r"<article[^>]*>.*</article>", re.DOTALL)


def run(*command: str, folder: Path, **variables: str) -> str:
    """Run a command of the environment that the tests run in; return what it said."""
    program = Path(sys.executable).with_name(command[0])
    environment = {**os.environ, **variables, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [str(program), *command[1:]],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def materialise(site: Path, folder: Path, *options: str) -> dict[str, Any]:
    """Write the pages of a site into `pages`; return the settings that were printed."""
    places = ["--kb", str(site / "kb"), "--docs", str(site / "docs")]
    arguments = ["materialize", str(folder / "pages"), *places, "--site-url", ADDRESS, *options]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    settings: dict[str, Any] = yaml.safe_load(done.output)
    return settings


def write_config(folder: Path, settings: dict[str, Any], **more: Any) -> Path:
    """Write the settings of a site that has no plugin of ours."""
    config = {"site_name": "Elsewhere", "site_url": ADDRESS, **settings, **more}
    config["docs_dir"] = "pages"
    path = folder / "mkdocs.yml"
    path.write_text(yaml.safe_dump(config, sort_keys=False), "utf-8")
    return path


def list_addresses(site: BuiltSite) -> set[str]:
    """Return all pages of a site, those that lead on included, but for the one of lost readers."""
    paths = (path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*.html"))
    return {path for path in paths if path != "404.html"}


def list_anchors(site: BuiltSite, page: str) -> list[str]:
    """Return the anchors in the body of a page that are promised."""
    body = _BODY.search(site.read(page))
    return find_anchors(body.group() if body else site.read(page))


def find_lost_links(site: BuiltSite) -> list[tuple[str, str]]:
    """Return the links in bodies that lead to no file, each with its page."""
    lost = []
    for page in site.pages:
        body = _BODY.search(site.read(page))
        for target in set(_LINK.findall(body.group() if body else "")):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unescape(target)))
            place = site.folder / path
            if not (place / "index.html" if place.is_dir() else place).is_file():
                lost.append((page, target))
    return lost


def read_theme() -> dict[str, Any]:
    """Return the look of this project's site."""
    text = re.sub(r"!ENV \[.*?\]", "null", (ROOT / "mkdocs.yml").read_text("utf-8"))
    config = yaml.safe_load(text)
    return {name: config[name] for name in ("theme", "nav", "extra_css")}
