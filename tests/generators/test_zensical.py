"""Zensical builds the materialised pages. It ignores unknown plugins, so pages are counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import POSTGRESQL, ROOT, BuiltSite
from tests.generators.sites import (
    find_lost_links,
    list_addresses,
    list_anchors,
    materialise,
    read_theme,
    run,
    write_config,
)


def build(site: Path, folder: Path, *options: str) -> BuiltSite:
    settings = materialise(site, folder, *options)
    look = read_theme() if site == ROOT else {"theme": {"name": "material", "font": False}}
    styles = settings.pop("extra_css", []) + look.pop("extra_css", [])
    config = write_config(folder, settings, **look, extra_css=styles)
    run("zensical", "build", "-f", str(config), folder=folder)
    return BuiltSite(folder / "site")


@pytest.fixture(scope="module")
def html_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return build(ROOT, tmp_path_factory.mktemp("zensical"), "--html")


@pytest.fixture(scope="module")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return build(POSTGRESQL, tmp_path_factory.mktemp("zensical-plain"))


def test_every_page_is_built_at_its_address(html_site: BuiltSite, real_site: BuiltSite) -> None:
    addresses = list_addresses(real_site)
    assert len(addresses) > 700
    assert len(list_addresses(html_site)) == len(addresses)
    assert list_addresses(html_site) == addresses


def test_every_anchor_is_kept(html_site: BuiltSite, real_site: BuiltSite) -> None:
    for page in real_site.pages:
        kept = list_anchors(html_site, page)
        assert set(list_anchors(real_site, page)) <= set(kept), page


def test_no_link_is_lost(html_site: BuiltSite, plain_site: BuiltSite, real_site: BuiltSite) -> None:
    # That the search for lost links finds none in our own site shows that it judges rightly.
    for site in (real_site, html_site, plain_site):
        assert not find_lost_links(site)


@pytest.mark.parametrize("page", ["codes/522/", "codes/1002/", "facts/", "diagnose/", "start/"])
def test_bodies_come_through_unchanged(
    page: str, html_site: BuiltSite, real_site: BuiltSite
) -> None:
    ours = real_site.soup(page).find("article", class_="ts-entry")
    theirs = html_site.soup(page).find("article", class_="ts-entry")
    assert ours is not None
    assert theirs is not None
    assert theirs.get_text().split() == ours.get_text().split()
    for name in ("svg", "a", "pre", "form", "input", "link", "script"):
        assert [tag.attrs for tag in theirs.find_all(name)] == [
            tag.attrs for tag in ours.find_all(name)
        ]


def test_styles_scripts_and_drawings_are_there(html_site: BuiltSite) -> None:
    soup = html_site.soup("codes/522/")
    linked = {
        *(str(tag["href"]) for tag in soup.find_all("link", rel="stylesheet")),
        *(str(tag["src"]) for tag in soup.find_all("script", src=True)),
    }
    for name in ("flowchart.css", "troubleshooter.css", "flowchart.js", "lookup.js"):
        address = f"../../assets/troubleshooter/{name}"
        assert address in linked
        assert (html_site.folder / "codes/522" / address).resolve().is_file()
    assert soup.select_one("svg.ts-chart a[href]")
    assert (html_site.folder / "codes/522/flowchart.svg").is_file()
    assert (html_site.folder / "api/v1/codes/522.json").is_file()


def test_plain_pages_are_built_with_their_anchors(
    plain_site: BuiltSite, postgresql_site: BuiltSite
) -> None:
    assert list_addresses(plain_site) == list_addresses(postgresql_site)
    for page in postgresql_site.pages:
        kept = list_anchors(plain_site, page)
        assert set(list_anchors(postgresql_site, page)) <= set(kept), page
    soup = plain_site.soup("codes/28P01/")
    assert soup.select_one("h2#causes")
    assert soup.select_one('a[href^="../../causes/"]')
