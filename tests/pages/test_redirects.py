"""Short addresses: guessable, harmless, and never in the way of a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from mkdocs_troubleshooter.rules import examine
from mkdocs_troubleshooter.site.pages import Site, make_site
from mkdocs_troubleshooter.site.redirects import list_redirects
from mkdocs_troubleshooter.site.templates import load_templates
from tests.conftest import KB, ROOT, BuiltSite, WriteFiles, build_site
from tests.small import kb_files


def targets(site: BuiltSite, path: str) -> list[str]:
    return [str(link["href"]) for link in site.soup(path).find_all("a")]


@pytest.mark.parametrize("code", sorted(path.stem for path in (KB / "codes").glob("*.yaml")))
def test_every_code_has_its_short_address(code: str, real_site: BuiltSite) -> None:
    for href in targets(real_site, code):
        assert href.partition("#")[0] == f"../codes/{code}/"


@pytest.mark.parametrize(
    ("path", "code"),
    [("error-522", "522"), ("1106", "1006"), ("http-502", "502"), ("connection-timed-out", "522")],
)
def test_other_names_lead_there_too(path: str, code: str, real_site: BuiltSite) -> None:
    soup = real_site.soup(path)
    assert targets(real_site, path) == [f"../codes/{code}/"]
    refresh = soup.find("meta", attrs={"http-equiv": "refresh"})
    assert isinstance(refresh, Tag)
    assert refresh["content"] == f"0; url=../codes/{code}/"
    canonical = soup.find("link", rel="canonical")
    assert isinstance(canonical, Tag)
    assert canonical["href"] == f"https://example.com/guide/codes/{code}/"


def test_a_number_with_two_meanings_asks_which(real_site: BuiltSite) -> None:
    soup = real_site.soup("1002")
    assert targets(real_site, "1002") == [
        "../codes/1002/#variant-prohibited-ip",
        "../codes/1002/#variant-restricted",
    ]
    assert soup.find("meta", attrs={"http-equiv": "refresh"}) is None
    page = real_site.soup("codes/1002")
    assert page.find(id="variant-restricted")


def test_short_addresses_are_neither_searched_nor_listed(real_site: BuiltSite) -> None:
    assert "/522/" not in (real_site.folder / "sitemap.xml").read_text("utf-8").replace(
        "codes/522/", ""
    )
    robots = BeautifulSoup(real_site.read("522"), "html.parser").find("meta", {"name": "robots"})
    assert isinstance(robots, Tag)
    assert robots["content"] == "noindex"


def small_site(root: Path) -> Site:
    knowledge = examine(root / "kb").knowledge
    assert knowledge is not None
    return make_site(knowledge, templates=load_templates())


def test_names_of_pages_stay_with_their_pages(write_files: WriteFiles) -> None:
    content = kb_files()
    content["kb/codes/10.yaml"]["aliases"] = ["Causes", "diagnose", "...", "Größe <b>"]
    paths = [redirect.path for redirect in list_redirects(small_site(write_files(content)))]
    assert "causes" not in paths
    assert "diagnose" not in paths
    assert "" not in paths
    assert all(path.replace("-", "").isalnum() for path in paths)


def test_a_name_of_two_codes_asks_and_an_id_is_its_code_s_alone(write_files: WriteFiles) -> None:
    content = kb_files()
    content["kb/codes/10.yaml"]["aliases"] = ["silence", "11"]
    content["kb/codes/11.yaml"] = {
        **content["kb/codes/10.yaml"],
        "id": "11",
        "title": "Other",
        "aliases": ["Silence!"],
        "signatures": [],
    }
    redirects = {item.path: item for item in list_redirects(small_site(write_files(content)))}
    assert [choice.target.page for choice in redirects["silence"].choices] == [
        "codes/10",
        "codes/11",
    ]
    assert [choice.target.page for choice in redirects["11"].choices] == ["codes/11"]


def test_they_work_with_html_addresses_too(tmp_path: Path) -> None:
    site = build_site(ROOT / "mkdocs.yml", tmp_path / "site", use_directory_urls=False, site_url="")
    assert targets(site, "522.html") == ["codes/522.html"]
