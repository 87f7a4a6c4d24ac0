"""ProperDocs runs the plugin as MkDocs does."""

from __future__ import annotations

import re
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.conftest import ROOT, BuiltSite
from tests.generators.sites import ADDRESS, EDIT, list_addresses, run

GENERATOR = re.compile(r'<meta name="generator" content="([^"]*)">')


@pytest.fixture(scope="module")
def properdocs_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    folder = tmp_path_factory.mktemp("properdocs")
    config = ["-f", str(ROOT / "mkdocs.yml"), "-d", str(folder)]
    run("properdocs", "build", "--strict", *config, folder=ROOT, SITE_URL=ADDRESS, EDIT_URI=EDIT)
    return BuiltSite(folder)


def test_it_leaves_mkdocs_alone() -> None:
    assert packages_distributions()["mkdocs"] == ["mkdocs"]
    assert packages_distributions()["properdocs"] == ["properdocs"]


def test_it_builds_the_same_pages(properdocs_site: BuiltSite, real_site: BuiltSite) -> None:
    assert list_addresses(properdocs_site) == list_addresses(real_site)
    for page in real_site.pages:
        made = properdocs_site.read(page)
        said = GENERATOR.search(made)
        assert said is not None
        assert "ProperDocs" in said[1]
        assert GENERATOR.sub("", made) == GENERATOR.sub("", real_site.read(page)), page


def test_it_writes_the_same_files(properdocs_site: BuiltSite, real_site: BuiltSite) -> None:
    def list_files(root: Path) -> set[str]:
        return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}

    assert list_files(properdocs_site.folder) == list_files(real_site.folder)
