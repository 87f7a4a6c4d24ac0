"""Entries may say anything: no text of theirs breaks or scripts a page."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from tests.conftest import BuiltSite, build_site, dump
from tests.small import files

NASTY = [
    "<script>window.hit=1</script>",
    '"><img src=x onerror="window.hit=1">',
    "</title></style></textarea><svg onload=window.hit=1>",
    "{{ config }} {% raw %} {# x #}",
    "[click](javascript:window.hit=1) ![x](javascript:window.hit=1)",
    "a <b onmouseover=window.hit=1>bold</b> & 'quotes' \"too\"",
    "word{: onclick=window.hit=1 style=color:red }",
    "مرحبا بالعالم \u202e reversed \u2066",
    "😀 👩‍🚒 é \u200b",
    "`code <script>` and ```` ``` ````",
    '{fact:wait|<i>x</i>} {cause:unplugged|"><script>} {host}',
    "<!-- comment --> <![CDATA[ x ]]> <?php ?>",
    "--- ... # not YAML: a, [b], {c}",
    "w" * 10_000,
]
ADDRESSES = {"id", "url", "cause", "item", "checked", "source", "version", "accepts"}


def poison(value: Any, text: str, *, key: str = "") -> Any:
    """Return data in which every text that readers see has something nasty behind it."""
    if isinstance(value, dict):
        # Neither a pattern nor what a placeholder accepts would match a poisoned example.
        dropped = {"signatures"} if "reads" in value else {"signatures", "patterns"}
        kept = {name: item for name, item in value.items() if name not in dropped}
        if "accepts" in kept:
            return kept
        return {name: poison(item, text, key=name) for name, item in kept.items()}
    if isinstance(value, list):
        return [poison(item, text, key=key) for item in value]
    if isinstance(value, str) and key in SEEN:
        return f"{value} {text}"
    return value


SEEN = set(
    """
    title aliases summary note text label means example why collect redact symptoms signs steps
    proof undo condition traps publisher document topic question where heading name short
    start hint say
    description story support_intro
    """.split()
)


@pytest.fixture(scope="module", params=range(len(NASTY)))
def nasty_site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, BuiltSite]:
    text = NASTY[request.param]
    root = tmp_path_factory.mktemp("nasty")
    for name, content in files().items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        poisoned = poison(content, text) if name.startswith("kb/") else content
        path.write_text(poisoned if isinstance(poisoned, str) else dump(path, poisoned), "utf-8")
    return text, build_site(root / "mkdocs.yml", root / "site")


def test_no_text_becomes_markup_that_acts(nasty_site: tuple[str, BuiltSite]) -> None:
    _, site = nasty_site
    for page in site.pages:
        soup = site.soup(page)
        article = soup.find("article", class_="md-content__inner")
        assert isinstance(article, Tag)
        drawn = [svg for svg in article.find_all("svg") if svg.get("class") == ["ts-chart"]]
        scripts = {str(script.get("src")) for script in article.find_all("script")}
        assert all(src.startswith("../assets/troubleshooter/") for src in scripts), page
        assert not scripts or page == "diagnose/index.html"
        assert not article.find_all(["img", "i"]), page
        assert not article.find_all("b", string="bold"), page
        assert article.find_all("svg") == drawn, page
        # Nor outside the body's own part: titles and descriptions stand in the head and the header.
        assert not [tag for tag in soup.find_all("script") if "window.hit" in tag.get_text()], page
        assert not soup.find_all(onerror=True), page
        assert not soup.find_all(onload=True), page
        for tag in article.find_all(True):
            acting = [name for name in tag.attrs if name.startswith("on") or name == "style"]
            assert not acting, (page, tag)
            for name in ("href", "src", "action"):
                assert not str(tag.get(name, "")).lower().startswith("javascript:"), page


def test_every_page_is_whole(nasty_site: tuple[str, BuiltSite]) -> None:
    text, site = nasty_site
    soup = site.soup("codes/10/")
    for anchor in ("emitter", "causes", "resolutions", "workaround", "facts", "support", "sources"):
        assert soup.find(id=anchor), f"{anchor} is gone"
    heading = soup.find("h1")
    assert isinstance(heading, Tag)
    assert "No answer" in heading.get_text()
    assert heading.get_text().strip().endswith(text.strip())
    assert soup.title is not None
    assert text.strip() in soup.title.get_text()
    description = soup.find("meta", attrs={"name": "description"})
    assert isinstance(description, Tag)
    assert str(description["content"]).startswith("Nobody answers within")


def test_a_drawing_stays_a_drawing(nasty_site: tuple[str, BuiltSite]) -> None:
    _, site = nasty_site
    for page in ("codes/10", "start"):
        root = ET.fromstring(site.read(f"{page}/flowchart.svg"))  # noqa: S314 - ours
        names = {node.tag.rpartition("}")[2] for node in root.iter()}
        assert names <= {"svg", "title", "desc", "style", "rect", "path", "g", "a", "text", "tspan"}
        assert not [name for node in root.iter() for name in node.attrib if name.startswith("on")]
        for line in site.read(f"{page}/flowchart.mmd").splitlines()[2:]:
            assert line.count('"') in (0, 2), line


def test_the_data_files_stay_data(nasty_site: tuple[str, BuiltSite]) -> None:
    _, site = nasty_site
    script = (site.folder / "assets/troubleshooter/names.js").read_text("utf-8")
    json.loads(script.removeprefix("window.troubleshooterNames=").removesuffix(";\n"))
    script = (site.folder / "assets/troubleshooter/knowledge.js").read_text("utf-8")
    json.loads(script.removeprefix("globalThis.troubleshooterKnowledge=").removesuffix(";\n"))
    assert "</" not in script
    index = json.loads((site.folder / "search/search_index.json").read_text("utf-8"))
    for entry in index["docs"]:
        assert "<script" not in entry["title"]
        assert not BeautifulSoup(entry["text"], "html.parser").find_all(["script", "img", "svg"])


def test_lines_that_only_look_like_addresses_are_listed() -> None:
    assert not SEEN & ADDRESSES
