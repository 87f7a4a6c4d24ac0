"""The plugin knows nothing of the knowledge base that it was first made for."""

from __future__ import annotations

import re

from bs4 import Tag

from tests.conftest import POSTGRESQL, ROOT, BuiltSite

WORDS = ("CIS", "Cloudflare", "edge", "origin", "visitor", "HTTP", "Ray ID", "DNS", "proxy", "IBM")


def test_a_site_of_another_field_has_none_of_the_first_ones_words(
    postgresql_site: BuiltSite,
) -> None:
    for page in postgresql_site.pages:
        article = postgresql_site.soup(page).find("article")
        assert isinstance(article, Tag)
        for word in WORDS:
            assert not re.search(rf"\b{word}\b", article.get_text(" ")), f"{word} on {page}"


def test_it_is_a_full_site(postgresql_site: BuiltSite) -> None:
    pages = set(postgresql_site.pages)
    for folder in ("codes", "causes", "checks", "resolutions"):
        for entry in (POSTGRESQL / "kb" / folder).glob("*.yaml"):
            assert f"{folder}/{entry.stem}/index.html" in pages


def test_the_plugin_has_none_of_those_words_either() -> None:
    files = [
        path
        for path in (ROOT / "plugins").rglob("*")
        if path.suffix in {".py", ".html", ".js", ".css"} and "__pycache__" not in path.parts
    ]
    assert files
    for path in files:
        for word in ("CIS", "Cloudflare", "cloudflare", "Ray ID", "IBM"):
            assert not re.search(rf"\b{word}\b", path.read_text("utf-8")), f"{word} in {path}"
