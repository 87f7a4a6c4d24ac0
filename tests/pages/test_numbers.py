"""Every quantity on every page comes from a fact, and every fact names its source and its day.

Left aside is what is no statement: what is typed or was printed (code, evidence), what happened in
a case, dates and editions, and the effort of checks, which is the knowledge base's own estimate.
"""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup, Tag

from mkdocs_troubleshooter.rules import examine
from tests.conftest import KB, BuiltSite

QUANTITY = re.compile(
    r"(?<![\w.,:/-])\d[\d.,\u202f]*\s?-?(?:%|(?:ms|milliseconds?|s|secs?|seconds?|min|mins?|minutes?|"
    r"hours?|days?|weeks?|months?|years?|bytes?|[KMG]i?B|requests?|hops?|characters?)\b)"
)
ASIDE = (
    "pre, code, time, figure, .ts-case, .ts-sources, .ts-effort, .ts-checked, svg.ts-chart,"
    " .ts-plan > li > span,"
    " .md-nav, section.ts-fact, .ts-scale, td .ts-amount, td .ts-amount + .ts-quiet"
)


@pytest.fixture(scope="module")
def facts_page(real_site: BuiltSite) -> BeautifulSoup:
    return real_site.soup("facts/")


def test_every_quantity_on_every_page_is_a_link_to_its_fact(
    real_site: BuiltSite, facts_page: BeautifulSoup
) -> None:
    written_out: dict[str, list[str]] = {}
    cited = 0
    for page in real_site.pages:
        article = real_site.soup(page).find("article")
        assert isinstance(article, Tag)
        for link in article.select('a[href*="#fact-"]'):
            anchor = str(link["href"]).partition("#")[2]
            assert facts_page.find(id=anchor), (page, anchor)
            cited += bool(QUANTITY.search(link.get_text()))
            link.decompose()
        for tag in article.select(ASIDE):
            if not tag.decomposed:
                tag.decompose()
        found = [match.group() for match in QUANTITY.finditer(article.get_text(" "))]
        if found:
            written_out[page] = found
    assert written_out == {}
    assert cited > 100


def test_every_fact_on_the_page_names_its_source_and_its_day(facts_page: BeautifulSoup) -> None:
    knowledge = examine(KB).knowledge
    assert knowledge is not None
    for fact in knowledge.facts.values():
        section = facts_page.find(id=f"fact-{fact.id}")
        assert isinstance(section, Tag)
        rows = section.select("tbody tr")
        assert len(rows) == len(fact.values)
        for row in rows:
            assert row.select_one('a[href*="sources/#source-"]'), fact.id
            assert row.select_one("time[datetime]"), fact.id
