"""MkDocs without the plugin, and with a theme of its own, builds the materialised plain pages."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT, BuiltSite, build_site
from tests.generators.sites import list_addresses, list_anchors, materialise, write_config


@pytest.fixture(scope="module")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    folder = tmp_path_factory.mktemp("plain")
    settings = materialise(ROOT, folder)
    # Any link or anchor that leads nowhere ends the build.
    links = {"not_found": "warn", "anchors": "warn", "unrecognized_links": "warn"}
    config = write_config(
        folder, settings, plugins=[], theme={"name": "mkdocs"}, validation={"links": links}
    )
    return build_site(config, folder / "site", strict=True)


def test_pages_keep_their_addresses(plain_site: BuiltSite, real_site: BuiltSite) -> None:
    assert list_addresses(plain_site) == list_addresses(real_site)


def test_pages_keep_their_anchors(plain_site: BuiltSite, real_site: BuiltSite) -> None:
    for page in real_site.pages:
        missing = set(list_anchors(real_site, page)) - set(list_anchors(plain_site, page))
        assert not missing, page
