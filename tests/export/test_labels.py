"""Labels for other documentation, read back by the programs that read them."""

from __future__ import annotations

import functools
import http.server
import io
import os
import posixpath
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import escape
from pathlib import Path

import pytest
import sphobjinv
from bs4 import BeautifulSoup
from sphinx.util.inventory import InventoryFile

from mkdocs_troubleshooter.export.labels import LABELS, write_labels
from mkdocs_troubleshooter.site import Site
from tests.conftest import KB, POSTGRESQL, BuiltSite, WriteFiles
from tests.export.api import make
from tests.small import kb_files

ADDRESS = "https://example.com/guide/"
KINDS = {
    "codes": "code",
    "causes": "cause",
    "checks": "check",
    "resolutions": "resolution",
    "topics": "topic",
    "support": "support",
    "facts": "fact",
    "guides": "guide",
}


@pytest.fixture(scope="module", params=["real_site", "postgresql_site"])
def site(request: pytest.FixtureRequest) -> BuiltSite:
    built: BuiltSite = request.getfixturevalue(request.param)
    return built


def labels_of(site: BuiltSite) -> dict[str, sphobjinv.DataObjStr]:
    inventory = sphobjinv.Inventory(str(site.folder / LABELS))
    return {label.name: label for label in inventory.objects}


def load(site: Site) -> Mapping[str, object]:
    """Return the labels of a site as Sphinx reads them."""
    (_, content), *_ = write_labels(site)
    inventory = InventoryFile.load(io.BytesIO(content), "", posixpath.join)
    return inventory["std:label"]


def test_every_label_leads_to_a_page_and_an_anchor(site: BuiltSite) -> None:
    read = functools.cache(site.read)
    for name, label in labels_of(site).items():
        path, _, anchor = label.uri.partition("#")
        shown = f' id="{anchor}"' if anchor else f"<title>{escape(label.dispname)} - "
        assert shown in read(path), name


@pytest.mark.parametrize("kb", [KB, POSTGRESQL / "kb"])
def test_every_entry_has_a_label(kb: Path) -> None:
    labels = load(make(kb))
    for folder, kind in KINDS.items():
        for path in (kb / folder).glob("*.yaml"):
            assert f"{kind}:{path.stem}" in labels
            assert kind != "code" or path.stem in labels


def test_other_numbers_lead_to_their_code(real_site: BuiltSite) -> None:
    labels = labels_of(real_site)
    assert labels["1106"].uri == labels["1006"].uri == labels["code:1006"].uri == "codes/1006/"


def test_addresses_can_end_in_html() -> None:
    (_, content), *_ = write_labels(make(KB, directories=False))
    inventory = sphobjinv.Inventory(zlib=content)
    labels = {label.name: label.uri for label in inventory.objects}
    assert labels["522"] == "codes/522.html"
    assert labels["support:full-url"] == "support/index.html#support-full-url"


def test_no_title_breaks_the_inventory(write_files: WriteFiles) -> None:
    content = kb_files()
    content["kb/causes/asleep.yaml"]["title"] = "It\u2028sleeps\x85and \u2029 std:label 1 x"
    content["kb/base.yaml"]["name"] = "Small\u2028# Version: 2"
    site = make(write_files(content) / "kb")
    names = [entry for entries in site.knowledge.entries.values() for entry in entries]
    labels = load(site)
    assert len(labels) == len(names) + len(site.knowledge.codes)
    assert "It sleeps and std:label 1 x" in repr(labels["cause:asleep"])


def test_sphinx_resolves_every_label(site: BuiltSite, tmp_path: Path) -> None:
    labels = labels_of(site)
    listed = "\n".join(f"- :external+guide:ref:`{name}`" for name in labels)
    prefixed = "\n".join(f"- :ref:`words <guide:{name}>`" for name in labels)
    mapping = {"guide": (ADDRESS, str(site.folder / LABELS))}
    settings = f"extensions = ['sphinx.ext.intersphinx']\nintersphinx_mapping = {mapping!r}\n"
    (tmp_path / "conf.py").write_text(f"{settings}html_theme = 'basic'\n", "utf-8")
    (tmp_path / "index.rst").write_text(f"Runbook\n=======\n\n{listed}\n\nAgain:\n\n{prefixed}\n")
    run(["-m", "sphinx", "-W", "-q", "-b", "html", ".", "out"], tmp_path)
    soup = BeautifulSoup((tmp_path / "out/index.html").read_text("utf-8"), "html.parser")
    links = [(str(a["href"]), a.get_text()) for a in soup.select("li a.reference.external")]
    named = [(f"{ADDRESS}{label.uri}", label.dispname_expanded) for label in labels.values()]
    assert links[: len(named)] == named
    assert links[len(named) :] == [(href, "words") for href, _ in named]


def test_sphinx_takes_any_case(postgresql_site: BuiltSite, tmp_path: Path) -> None:
    assert labels_of(postgresql_site)["28P01"].uri == "codes/28P01/"
    mapping = {"guide": (ADDRESS, str(postgresql_site.folder / LABELS))}
    settings = f"extensions = ['sphinx.ext.intersphinx']\nintersphinx_mapping = {mapping!r}\n"
    (tmp_path / "conf.py").write_text(f"{settings}html_theme = 'basic'\n", "utf-8")
    (tmp_path / "index.rst").write_text("Runbook\n=======\n\n:ref:`28p01` and :ref:`Code:28P01`\n")
    run(["-m", "sphinx", "-W", "-q", "-b", "html", ".", "out"], tmp_path)
    html = (tmp_path / "out/index.html").read_text("utf-8")
    assert html.count(f'href="{ADDRESS}codes/28P01/"') == 2


def test_mkdocstrings_resolves_every_label(site: BuiltSite, tmp_path: Path) -> None:
    labels = labels_of(site)
    lines = [f"- [{name}][] and [words][{name}]" for name in labels]
    with serve(site.folder) as address:
        (tmp_path / "docs").mkdir()
        (tmp_path / "docs/index.md").write_text("# Runbook\n\n" + "\n".join(lines) + "\n", "utf-8")
        (tmp_path / "mkdocs.yml").write_text(
            "site_name: Runbooks\n"
            "theme: mkdocs\n"
            "plugins:\n"
            "  - autorefs\n"
            "  - mkdocstrings:\n"
            "      handlers:\n"
            "        python:\n"
            "          inventories:\n"
            f"            - {{url: '{address}{LABELS}', domains: [std]}}\n"
        )
        run(["-m", "mkdocs", "build", "--strict"], tmp_path)
    soup = BeautifulSoup((tmp_path / "site/index.html").read_text("utf-8"), "html.parser")
    links = [(a["href"], a.get_text()) for a in soup.select("li a.autorefs-external")]
    urls = [(name, f"{address}{label.uri}") for name, label in labels.items()]
    assert links == [pair for name, url in urls for pair in ((url, name), (url, "words"))]


def run(command: list[str], folder: Path) -> None:
    # A home of its own: what these programs keep from one run to the next is not to be believed.
    home = {"HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={**os.environ, **home},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name
        pass


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
