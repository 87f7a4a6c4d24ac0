"""The sitemap: valid, and dated by what pages say, not by when they were built."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import KB, BuiltSite, WriteFiles, build_site
from tests.npm import SITEMAP
from tests.small import DAY, files

ADDRESS = "https://example.com/guide/"
NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """Return the schema of sitemaps.org."""
    return etree.XMLSchema(etree.parse(str(SITEMAP.fetch("schema/sitemap.xsd"))))


def dates_of(site: BuiltSite) -> dict[str, str]:
    """Return the date of each page by its address below the root."""
    root = etree.fromstring((site.folder / "sitemap.xml").read_bytes())
    return {
        str(url.findtext("s:loc", "", NAMESPACE)).removeprefix(ADDRESS): str(
            url.findtext("s:lastmod", "", NAMESPACE)
        )
        for url in root.findall("s:url", NAMESPACE)
    }


def test_it_is_valid(real_site: BuiltSite, schema: etree.XMLSchema) -> None:
    text = (real_site.folder / "sitemap.xml").read_text("utf-8")
    assert schema.validate(etree.fromstring(text.encode())), schema.error_log
    wrong = text.replace("<lastmod>2026-11-22</lastmod>", "<lastmod>today</lastmod>", 1)
    assert wrong != text
    assert not schema.validate(etree.fromstring(wrong.encode()))


def test_it_lists_every_page_and_nothing_else(real_site: BuiltSite) -> None:
    assert set(dates_of(real_site)) == {page.removesuffix("index.html") for page in real_site.pages}
    assert "404.html" not in dates_of(real_site)
    assert {f"codes/{path.stem}/" for path in (KB / "codes").glob("*.yaml")} <= set(
        dates_of(real_site)
    )


def test_a_page_has_the_date_of_its_entry_and_a_list_that_of_its_newest(
    write_files: WriteFiles, tmp_path: Path
) -> None:
    content = files()
    content["kb/causes/asleep.yaml"]["checked"] = "2026-03-01"
    content["kb/facts/wait.yaml"]["values"][1]["checked"] = "2026-05-01"
    root = write_files(content)
    site = build_site(root / "mkdocs.yml", tmp_path / "site", site_url=ADDRESS)
    dates = dates_of(site)
    assert dates["causes/asleep/"] == dates["causes/"] == "2026-03-01"
    assert dates["causes/unplugged/"] == dates["codes/10/"] == dates["codes/"] == DAY
    assert dates["facts/"] == dates["diagnose/"] == dates["sources/"] == "2026-05-01"
