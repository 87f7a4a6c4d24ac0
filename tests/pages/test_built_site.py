"""Properties of every page of a built site."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from mkdocs_troubleshooter.rules import examine
from tests.conftest import KB, BuiltSite

GENERATED = (
    *("codes", "causes", "checks", "resolutions", "topics"),
    *("cases", "support", "facts", "sources"),
)


@pytest.fixture(scope="session", params=["real_site", "postgresql_site"])
def site(request: pytest.FixtureRequest) -> BuiltSite:
    built: BuiltSite = request.getfixturevalue(request.param)
    return built


@pytest.fixture(scope="session")
def soups(site: BuiltSite) -> dict[str, BeautifulSoup]:
    return {page: site.soup(page) for page in site.pages}


def links(soup: BeautifulSoup, base: str) -> Iterator[tuple[str, str]]:
    """Yield each link within the site as the file it leads to and its anchor."""
    for tag in soup.find_all("a", href=True):
        parts = urlsplit(str(tag["href"]))
        if parts.scheme or parts.netloc or str(tag["href"]).startswith("javascript:"):
            continue
        path = Path(base).parent / unquote(parts.path) if parts.path else Path(base)
        resolved = Path(*_normalise(path.parts))
        if parts.path.endswith("/") or parts.path in (".", "..") or not resolved.suffix:
            resolved /= "index.html"
        yield resolved.as_posix(), unquote(parts.fragment)


def _normalise(parts: tuple[str, ...]) -> list[str]:
    kept: list[str] = []
    for part in parts:
        if part == "..":
            kept.pop()
        elif part != ".":
            kept.append(part)
    return kept


def test_every_internal_link_leads_to_a_page_and_an_anchor(
    site: BuiltSite, soups: dict[str, BeautifulSoup]
) -> None:
    anchors = {page: {tag["id"] for tag in soup.find_all(id=True)} for page, soup in soups.items()}
    dead = {
        (page, target, anchor)
        for page, soup in soups.items()
        for target, anchor in links(soup, page)
        if not (site.folder / target).is_file()
        or (anchor and target in anchors and anchor not in anchors[target])
    }
    assert dead == set()


def test_ids_are_unique(soups: dict[str, BeautifulSoup]) -> None:
    for page, soup in soups.items():
        ids = [tag["id"] for tag in soup.find_all(id=True)]
        assert len(ids) == len(set(ids)), page


def test_one_first_heading_and_no_level_left_out(soups: dict[str, BeautifulSoup]) -> None:
    for page, soup in soups.items():
        article = soup.find("article", class_="md-content__inner")
        assert isinstance(article, Tag)
        levels = [int(tag.name[1]) for tag in article.find_all(re.compile(r"^h[1-6]$"))]
        assert levels.count(1) == 1, page
        assert levels[0] == 1, page
        steps = pairwise(levels)
        assert all(later - earlier <= 1 for earlier, later in steps), page


def test_nothing_is_loaded_from_another_host(soups: dict[str, BeautifulSoup]) -> None:
    for page, soup in soups.items():
        for tag in soup.find_all(["script", "img", "iframe", "source", "video"]):
            assert not urlsplit(str(tag.get("src", ""))).netloc, page
        for tag in soup.find_all("link", href=True):
            # These two say where the page is; nothing is loaded from there.
            if not {"canonical", "shortlink"} & set(tag.get("rel") or ()):
                assert not urlsplit(str(tag["href"])).netloc, page


def test_styles_load_nothing_from_another_host(site: BuiltSite) -> None:
    for path in site.folder.rglob("*.css"):
        urls = re.findall(r"url\(([^)]*)\)|@import\s+([^;]+)", path.read_text("utf-8"))
        assert not [url for pair in urls for url in pair if "//" in url.split("data:")[0]], path


def test_pages_are_light_and_their_navigation_is_short(
    site: BuiltSite, soups: dict[str, BeautifulSoup]
) -> None:
    for page, soup in soups.items():
        single = page.count("/") == 2 and page.startswith(GENERATED)
        if single:
            # A flowchart has a limit of its own, compressed: see test_charts.
            page_alone = re.sub(
                r"<svg class=\"ts-chart.*?</svg>", "", site.read(page), flags=re.DOTALL
            )
            assert len(page_alone.encode()) < 60_000, page
        navigation = soup.find_all("a", class_=["md-nav__link", "md-tabs__link"])
        contents = soup.find_all("nav", class_="md-nav--secondary")
        in_contents = {id(tag) for nav in contents for tag in nav.find_all("a")}
        assert len([tag for tag in navigation if id(tag) not in in_contents]) < 60, page


def test_no_reference_is_left_unresolved(site: BuiltSite, soups: dict[str, BeautifulSoup]) -> None:
    for page in soups:
        html = site.read(page)
        assert 'href="ts:' not in html, page
        if page.startswith(GENERATED):  # the guide shows references as they are written
            assert not re.search(r"\{(code|cause|check|resolution|fact|topic|term):", html), page


def test_every_page_says_what_it_is_about(soups: dict[str, BeautifulSoup]) -> None:
    titles = [soup.title.get_text() for soup in soups.values() if soup.title]
    assert len(titles) == len(soups) == len(set(titles))
    for page, soup in soups.items():
        if page.startswith(GENERATED):
            tag = soup.find("meta", attrs={"name": "description"})
            assert isinstance(tag, Tag), page
            assert tag["content"], page


def test_every_name_leads_to_a_page(site: BuiltSite, soups: dict[str, BeautifulSoup]) -> None:
    script = (site.folder / "assets/troubleshooter/names.js").read_text("utf-8")
    data = json.loads(script.removeprefix("window.troubleshooterNames=").removesuffix(";\n"))
    assert {number for numbers in data["names"].values() for number in numbers} == set(
        range(len(data["entries"]))
    )
    for _, title, url in data["entries"]:
        page, _, anchor = url.partition("#")
        soup = soups[f"{page}index.html"]
        assert not anchor or soup.find(id=anchor), url
        assert title


def test_edit_links_open_the_yaml_file(real_site: BuiltSite) -> None:
    for page in ("codes/522", "causes/edge-ips-blocked", "checks/origin-firewall"):
        link = real_site.soup(f"{page}/").find("a", title="Edit this page")
        assert isinstance(link, Tag)
        assert link["href"] == f"https://github.com/example/guide/edit/main/kb/{page}.yaml"


def test_the_home_page_shows_every_code_at_its_phase(real_site: BuiltSite) -> None:
    path = real_site.soup("index.html").find("ol", class_="ts-path")
    assert isinstance(path, Tag)
    shown = {tag.get_text() for tag in path.find_all("a")}
    assert shown == {entry.stem for entry in (KB / "codes").glob("*.yaml")}


def test_the_first_screen_of_a_code_answers(real_site: BuiltSite) -> None:
    knowledge = examine(KB).knowledge
    assert knowledge is not None
    for code in knowledge.codes.values():
        soup = real_site.soup(f"codes/{code.id}/")
        article = soup.find("article", class_="ts-entry--code")
        assert isinstance(article, Tag)
        before = str(article).split('<h2 id="emitter"')[0]
        for landmark in ("ts-lead", "ts-path--small", "Where it broke", "Who sent it"):
            assert landmark in before, code.id
        visitor = article.find("aside", class_="ts-visitor")
        assert isinstance(visitor, Tag)
        assert len(visitor.get_text()) > 60, code.id
        # What a vendor documents only by name has no causes, and so nothing to check.
        assert bool(article.find("section", class_="ts-first")) is bool(code.causes), code.id


def test_the_first_check_of_every_5xx_code_has_a_command(real_site: BuiltSite) -> None:
    for name in ("500", "502", "503", "504", *map(str, range(520, 527)), "530"):
        first = real_site.soup(f"codes/{name}/").find("section", class_="ts-first")
        assert isinstance(first, Tag)
        assert first.find("pre"), name


def test_generated_pages_stay_out_of_the_navigation(real_site: BuiltSite) -> None:
    soup = real_site.soup("index.html")
    targets = {str(tag.get("href")) for tag in soup.find_all("a", class_="md-nav__link")}
    assert "codes/" in targets
    assert "codes/522/" not in targets
