"""What pages say about themselves in the words of schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from mkdocs_troubleshooter.export.head import write_head
from mkdocs_troubleshooter.export.meaning import Shown, describe_page
from mkdocs_troubleshooter.site import Site
from mkdocs_troubleshooter.site.addresses import page_url
from tests.conftest import POSTGRESQL, BuiltSite, WriteFiles, build_site
from tests.export.api import make
from tests.export.schema_org import Vocabulary
from tests.small import DAY, files, kb_files

ADDRESS = "https://example.com/guide/"


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary()


def documents_in(html: str) -> Iterator[Any]:
    soup = BeautifulSoup(html, "html.parser")
    for script in soup.find_all("script", type="application/ld+json"):
        yield json.loads(script.get_text())


def describe(site: Site, path: str) -> dict[str, dict[str, Any]]:
    """Return what is said about a generated page, by type."""
    page = site.pages[path]
    url = page_url(path, directories=site.directories)
    shown = Shown(url, page.title, page.description, page)
    return {node["@type"]: node for node in describe_page(site, shown)["@graph"]}


@pytest.fixture
def small(write_files: WriteFiles) -> Site:
    return make(write_files(kb_files()) / "kb", base=ADDRESS)


def test_every_page_keeps_to_the_vocabulary(real_site: BuiltSite, vocabulary: Vocabulary) -> None:
    documents = {page: list(documents_in(real_site.read(page))) for page in real_site.pages}
    assert {len(found) for found in documents.values()} == {1}
    assert vocabulary.find_wrong({page: found[0] for page, found in documents.items()}) == {}


def test_so_does_another_field(vocabulary: Vocabulary) -> None:
    site = make(POSTGRESQL / "kb", base=ADDRESS, directories=False)
    documents = {}
    for path, page in site.pages.items():
        url = page_url(path, directories=False)
        head = write_head(site, Shown(url, page.title, page.description, page))
        (documents[path],) = documents_in(head)
    assert len(documents) > 30
    assert vocabulary.find_wrong(documents) == {}


@pytest.mark.parametrize(
    ("page", "right", "wrong"),
    [
        ("codes/10", '"headline"', '"headlin"'),
        ("codes/10", '"about": [{"@type": "Thing"', '"about": [{"@type": "Thingy"'),
        ("codes/10", '"isPartOf": {"@type": "WebSite"', '"isPartOf": {"@type": "Person"'),
        ("codes/10", '"position": 1', '"position": {"@type": "Thing"}'),
        ("codes/10", '"item"', '"items"'),
        ("checks/look", '"totalTime": "PT1M"', '"totalTime": 1'),
        ("checks/look", '"HowToStep"', '"HowToSteps"'),
        ("codes/index", "CollectionPage", "CollectionPages"),
        ("", '"urlTemplate"', '"template"'),
        ("", '"query-input"', '"querys-input"'),
    ],
)
def test_the_vocabulary_tells_right_from_wrong(
    page: str, right: str, wrong: str, small: Site, vocabulary: Vocabulary
) -> None:
    shown = Shown(f"{page}/" if page else "", "Title", "About it.", small.pages.get(page))
    text = json.dumps(describe_page(small, shown))
    assert right in text
    documents = {"right": json.loads(text), "wrong": json.loads(text.replace(right, wrong))}
    assert list(vocabulary.find_wrong(documents)) == ["wrong"]


def test_a_code_is_an_article_about_an_error(small: Site) -> None:
    article = describe(small, "codes/10")["TechArticle"]
    assert article == {
        "@type": "TechArticle",
        "headline": "Error 10: No answer",
        "description": "Nobody answers within 15 s (Maker) or 19 s (Seller).",
        "url": f"{ADDRESS}codes/10/",
        "dateModified": DAY,
        "isPartOf": {"@type": "WebSite", "name": "Small", "url": ADDRESS},
        "about": [{"@type": "Thing", "name": "Error 10", "alternateName": ["silence"]}],
        "citation": ["https://example.com/manual"],
    }


def test_a_cause_is_about_the_codes_that_it_gives(small: Site) -> None:
    article = describe(small, "causes/asleep")["TechArticle"]
    assert article["about"] == [{"@type": "Thing", "name": "Error 10"}]


def test_a_check_is_done_in_steps_and_takes_its_time(small: Site) -> None:
    how_to = describe(small, "checks/look")["HowTo"]
    assert how_to["totalTime"] == "PT1M"
    assert how_to["step"] == [{"@type": "HowToStep", "text": "Look.\nping www.example.com"}]


def test_half_a_minute_is_spelled_in_seconds(write_files: WriteFiles) -> None:
    content = kb_files()
    content["kb/checks/look.yaml"]["minutes"] = 1.5
    site = make(write_files(content) / "kb", base=ADDRESS)
    assert describe(site, "checks/look")["HowTo"]["totalTime"] == "PT1M30S"


def test_a_resolution_is_done_in_steps(small: Site) -> None:
    how_to = describe(small, "resolutions/plug-in")["HowTo"]
    assert [step["text"] for step in how_to["step"]] == ["Put it in."]
    assert "totalTime" not in how_to


def test_the_trail_leads_from_the_index_to_the_entry(small: Site) -> None:
    trail = describe(small, "causes/asleep")["BreadcrumbList"]["itemListElement"]
    assert [(item["position"], item["name"], item.get("item")) for item in trail] == [
        (1, "Causes", f"{ADDRESS}causes/"),
        (2, "It sleeps", None),
    ]


def test_only_entries_have_a_trail_and_an_index_is_a_collection(small: Site) -> None:
    assert list(describe(small, "causes/index")) == ["CollectionPage"]
    assert list(describe(small, "diagnose")) == ["WebPage"]
    assert list(describe(small, "start")) == ["TechArticle"]


def test_the_home_page_can_be_asked(real_site: BuiltSite) -> None:
    (document,) = documents_in(real_site.read("index.html"))
    (node,) = document["@graph"]
    assert (node["@type"], node["name"], node["url"]) == ("WebSite", "Edge error guide", ADDRESS)
    template = node["potentialAction"]["target"]["urlTemplate"]
    assert template == f"{ADDRESS}#find={{search_term_string}}"


NASTY = "</script><script>window.hit=1</script><!-- \u2028 ]]> & <b>"


def test_no_text_ends_the_script_that_it_stands_in(write_files: WriteFiles) -> None:
    content = files()
    content["kb/codes/10.yaml"] |= {"title": NASTY, "aliases": [NASTY], "summary": NASTY}
    root = write_files(content)
    site = build_site(root / "mkdocs.yml", root / "site", site_url=ADDRESS)
    html = site.read("codes/10/")
    start = html.index("application/ld+json")
    assert "<" not in html[start : html.index("</script>", start)]
    (document,) = documents_in(html)
    shown = " ".join(NASTY.split())
    assert document["@graph"][0]["headline"] == f"Error 10: {shown}"
    assert document["@graph"][0]["about"][0]["alternateName"] == [NASTY]
    soup = site.soup("codes/10/")
    title = soup.find("meta", property="og:title")
    assert isinstance(title, Tag)
    assert title["content"] == f"Error 10: {shown}"
    assert not [tag for tag in soup.find_all("script") if tag.get_text().startswith("window.hit")]


def test_it_says_the_same_each_time(tmp_path: Path) -> None:
    heads = []
    for _ in range(2):
        site = make(POSTGRESQL / "kb", base=ADDRESS)
        page = site.pages["codes/28P01"]
        heads.append(write_head(site, Shown("codes/28P01/", page.title, page.description, page)))
    assert heads[0] == heads[1]
