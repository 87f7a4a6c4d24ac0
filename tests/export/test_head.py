"""What the head of every page says, and that it leads where it says."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from tests.conftest import BuiltSite, WriteFiles, build_site
from tests.small import files

ADDRESS = "https://example.com/guide/"
HEAD = re.compile(r"<head>.*?</head>", re.DOTALL)


@pytest.fixture(scope="module")
def heads(real_site: BuiltSite) -> dict[str, BeautifulSoup]:
    """Return the head of every page by the page's address."""
    heads = {}
    for page in real_site.pages:
        match = HEAD.search(real_site.read(page))
        assert match, page
        heads[page.removesuffix("index.html")] = BeautifulSoup(match.group(), "html.parser")
    return heads


def said(head: BeautifulSoup, name: str) -> str:
    """Return what a head says under a name, once."""
    (tag,) = head.select(f'meta[property="{name}"], meta[name="{name}"]')
    return str(tag["content"])


def link(head: BeautifulSoup, selector: str) -> str:
    (tag,) = head.select(f"link{selector}")
    return str(tag["href"])


def test_every_page_is_described_in_a_sentence_or_two(heads: dict[str, BeautifulSoup]) -> None:
    for page, head in heads.items():
        assert 50 <= len(said(head, "description")) <= 161, page


def test_titles_say_what_and_where(heads: dict[str, BeautifulSoup]) -> None:
    titles = {page: head.title.get_text() for page, head in heads.items() if head.title}
    assert len(titles) == len(heads) == len(set(titles.values()))
    assert all(title.endswith(" - Edge error guide") for title in titles.values())
    assert titles["codes/522/"] == "Error 522: Connection timed out - Edge error guide"
    assert titles["codes/"] == "Codes - Edge error guide"


def test_a_shown_link_says_the_same_as_the_page(heads: dict[str, BeautifulSoup]) -> None:
    for page, head in heads.items():
        assert isinstance(head.title, Tag)
        assert f"{said(head, 'og:title')} - Edge error guide" == head.title.get_text(), page
        assert said(head, "og:description") == said(head, "description"), page
        assert said(head, "og:url") == link(head, '[rel="canonical"]') == f"{ADDRESS}{page}", page
        assert said(head, "og:site_name") == "Edge error guide"
        assert said(head, "twitter:card") == "summary"


def test_entries_are_articles(heads: dict[str, BeautifulSoup]) -> None:
    articles = {page for page, head in heads.items() if said(head, "og:type") == "article"}
    assert {"codes/522/", "causes/edge-ips-blocked/", "start/"} <= articles
    assert not {"", "codes/", "diagnose/", "guide/use/"} & articles


@pytest.mark.parametrize(
    ("selector", "target"),
    [
        ('[type="application/atom+xml"]', "feed.xml"),
        ('[type="application/opensearchdescription+xml"]', "opensearch.xml"),
        ('[type="text/markdown"]', None),
    ],
)
def test_links_lead_to_files(
    selector: str, target: str | None, real_site: BuiltSite, heads: dict[str, BeautifulSoup]
) -> None:
    for page, head in heads.items():
        path = urlsplit(urljoin(f"/{page}", link(head, selector))).path.removeprefix("/")
        assert path == (target or f"{page}index.md")
        assert (real_site.folder / path).is_file(), path


def test_addresses_can_end_in_html(write_files: WriteFiles) -> None:
    root = write_files(files())
    site = build_site(
        root / "mkdocs.yml", root / "site", use_directory_urls=False, site_url=ADDRESS
    )
    head = site.soup("codes/10.html")
    assert said(head, "og:url") == f"{ADDRESS}codes/10.html"
    assert link(head, '[type="text/markdown"]') == "10.md"
    assert link(head, '[type="application/atom+xml"]') == "../feed.xml"
    assert link(site.soup("codes/index.html"), '[type="text/markdown"]') == "index.md"
    assert (site.folder / "codes/10.md").is_file()


def test_without_an_address_only_the_markdown_is_named(
    write_files: WriteFiles, tmp_path: Path
) -> None:
    root = write_files(files())
    site = build_site(root / "mkdocs.yml", tmp_path / "site")
    for page in ("index.html", "codes/10/", "causes/"):
        head = site.soup(page)
        assert link(head, '[type="text/markdown"]') == "index.md"
        assert not head.select('meta[property^="og:"], script[type="application/ld+json"]')
        assert not head.select('link[rel="search"], link[type="application/atom+xml"]')
