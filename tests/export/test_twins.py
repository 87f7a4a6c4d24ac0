"""Every page as plain Markdown: the same content in the same order, with links that lead on."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from markdown import Markdown
from markdown_it import MarkdownIt

from mkdocs_troubleshooter.export.twins import Document, Twins, read_document
from mkdocs_troubleshooter.model.prose import walk_prose
from mkdocs_troubleshooter.rules import examine
from mkdocs_troubleshooter.site import Site, find_anchors, load_templates, make_site
from mkdocs_troubleshooter.site.markdown import CODE
from tests.conftest import KB, POSTGRESQL, BuiltSite, WriteFiles, build_site
from tests.pages.test_hostile_data import NASTY, poison
from tests.small import files, kb_files

HEADING = re.compile(r"^#+ .* \{#([^}]+)\}$", re.MULTILINE)
LINK = re.compile(r"(?<!\\)\]\(([^)\s]+)\)")
COMMONMARK = MarkdownIt("commonmark").enable("table")


def read_site(folder: Path, **options: Any) -> Site:
    knowledge = examine(folder).knowledge
    assert knowledge is not None
    extensions = ["tables", "fenced_code", "attr_list"]
    return make_site(knowledge, templates=load_templates(), extensions=extensions, **options)


@pytest.fixture(scope="module", params=[KB, POSTGRESQL / "kb"], ids=["real", "postgresql"])
def site(request: pytest.FixtureRequest) -> Site:
    return read_site(request.param)


def words(html: str) -> str:
    """Return what a reader sees, with single spaces."""
    return " ".join(BeautifulSoup(html, "html.parser").get_text().split())


def test_a_twin_has_the_anchors_of_its_page_in_their_order(site: Site) -> None:
    twins = Twins(site, {})
    for page in site.pages.values():
        anchors = HEADING.findall(CODE.sub("", twins.write(page.path)))
        former = set(site.moves.aliases) | {
            alias for aliases in site.moves.aliases.values() for alias in aliases
        }
        promised = find_anchors(site.render(page)[0])
        assert anchors == [anchor for anchor in promised if anchor in anchors], page.path
        assert set(promised) - set(anchors) <= former, page.path


def test_a_twin_holds_every_text_of_its_entry(site: Site) -> None:
    twins = Twins(site, {})
    for page in site.pages.values():
        if page.entry is None:
            continue
        seen = words(COMMONMARK.render(twins.write(page.path)))
        for location, text in walk_prose(page.entry):
            said = " ".join(site.view.prose.plain(text.replace("{code}", page.entry.id)).split())
            assert said in seen, (page.path, location)


def test_commands_stand_in_fences_with_their_language(site: Site) -> None:
    twins = Twins(site, {})
    for check in site.knowledge.checks.values():
        tokens = COMMONMARK.parse(twins.write(f"checks/{check.id}"))
        fenced = [
            (token.info, token.content.strip("\n")) for token in tokens if token.type == "fence"
        ]
        for step in check.steps:
            if step.run:
                run = site.view.prose.fill_in(step.run).strip("\n")
                assert (step.language, run) in fenced, check.id


def test_the_plan_stands_as_text_and_as_mermaid(real_site: BuiltSite) -> None:
    for code in ("522", "1002"):
        folder = real_site.folder / "codes" / code
        tokens = COMMONMARK.parse((folder / "index.md").read_text("utf-8"))
        (drawn,) = [token.content for token in tokens if token.info == "mermaid"]
        assert drawn == (folder / "flowchart.mmd").read_text("utf-8")
        starts = [place for place, token in enumerate(tokens) if token.type == "ordered_list_open"]
        questions = [
            token for token in tokens[starts[0] :] if token.type == "list_item_open" and token.info
        ]
        assert len(questions) == len(re.findall(r"^  q\d+\[", drawn, re.MULTILINE))


def test_every_page_has_its_twin_and_every_link_between_twins_leads_somewhere(
    real_site: BuiltSite,
) -> None:
    check_twins(real_site, {page.removesuffix("html") + "md" for page in real_site.pages})


def test_twins_of_files_lie_beside_them(tmp_path: Path) -> None:
    config = POSTGRESQL / "mkdocs.yml"
    site = build_site(config, tmp_path / "site", use_directory_urls=False)
    check_twins(site, {page.removesuffix("html") + "md" for page in site.pages})
    assert (site.folder / "codes/28P01.md").is_file()


def check_twins(site: BuiltSite, expected: set[str]) -> None:
    paths = {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*.md")}
    assert expected <= paths
    texts = {path: (site.folder / path).read_text("utf-8") for path in expected}
    for path, text in texts.items():
        assert text.startswith("# "), path
        assert "ts:" not in [target[:3] for target in LINK.findall(text)], path
        # What other renderers take for a link is what is checked.
        for target in list_links(text):
            if re.match(r"[a-z]+:", target):
                continue
            where, _, anchor = target.partition("#")
            found = posixpath.normpath(posixpath.join(posixpath.dirname(path), where or path))
            found = posixpath.basename(path) if not where else found
            place = site.folder / (path if not where else found)
            assert place.is_file(), (path, target)
            if anchor and place.suffix == ".md" and HEADING.search(place.read_text("utf-8")):
                assert anchor in HEADING.findall(place.read_text("utf-8")), (path, target)


def list_links(text: str) -> Iterator[str]:
    for token in COMMONMARK.parse(text):
        for child in token.children or ():
            if child.type in ("link_open", "image"):
                yield str(child.attrs.get("href") or child.attrs.get("src"))


def test_twins_are_alike_in_every_build() -> None:
    first, second = (Twins(read_site(POSTGRESQL / "kb"), {}) for _ in range(2))
    assert [first.write(page) for page in first.paths] == [
        second.write(page) for page in second.paths
    ]


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_no_text_of_an_entry_becomes_more_than_text(text: str, write_files: WriteFiles) -> None:
    root = write_files({name: poison(content, text) for name, content in kb_files().items()})
    site = read_site(root / "kb")
    twins = Twins(site, {})
    python = Markdown(extensions=["attr_list", "md_in_html", "tables", "pymdownx.superfences"])
    for page in site.pages.values():
        source = twins.write(page.path)
        for html in (COMMONMARK.render(source), python.reset().convert(source)):
            soup = BeautifulSoup(html, "html.parser")
            assert not soup.find_all(["script", "img", "i", "b", "style", "iframe"]), page.path
            assert not soup.find_all("svg"), page.path
            for tag in soup.find_all(True):
                acting = [name for name in tag.attrs if name.startswith("on") or name == "style"]
                assert not acting, (page.path, tag)
                assert not str(tag.get("href", "")).lower().startswith("javascript:"), page.path
        if page.entry is not None:
            shown = BeautifulSoup(COMMONMARK.render(source), "html.parser").find("h1")
            assert isinstance(shown, Tag)
            assert shown.get_text().split() == page.title.split()


def test_plain_text_is_never_markup() -> None:
    title = "1. # *a* _b_ `c` [d](e) | f | <b>g</b> &amp; \\h ~~i~~ {: .j } snake_case"
    knowledge = read_site(POSTGRESQL / "kb")
    pen = Twins(knowledge, {})._pen
    table = COMMONMARK.render(pen.table(["Name"], [[pen.line(title)]]))
    for html in (COMMONMARK.render(f"- {pen.line(title)}"), table):
        assert title in " ".join(BeautifulSoup(html, "html.parser").get_text().split())
    assert "snake_case" in pen.line(title)


PAGE = """\
---
title: Ours
description: What we do.
---
Read [the start](../start.md "first"), [us](index.md#top), [that][1] and [elsewhere](https://x.example/a.md).

![A picture](../assets/x.png) [not there](gone.md) [a folder](../codes/)

<!-- troubleshooter: lookup -->

<!-- troubleshooter: path -->

```html
<!-- troubleshooter: path -->
[kept](../start.md)
```

[1]: ../codes/index.md
"""


def test_a_page_written_by_hand_is_taken_along(write_files: WriteFiles) -> None:
    site = read_site(write_files(kb_files()) / "kb")
    document = read_document(PAGE, "guide/use")
    assert (document.title, document.description) == ("Ours", "What we do.")
    twins = Twins(site, {"guide/use": document, "guide/index": Document("Guide", "# Guide")})
    text = twins.write("guide/use")
    assert text.startswith(
        '# Ours\n\nRead [the start](../../start/index.md "first"), [us](../index.md#top)'
    )
    assert "[elsewhere](https://x.example/a.md)" in text
    assert "![A picture](../../assets/x.png) [not there](gone.md) [a folder](../codes/)" in text
    assert "[1]: ../../codes/index.md" in text
    assert "such as [Error 10](../../codes/10/index.md)" in text
    assert "- Connect: **[10](../../codes/10/index.md)**" in text
    fenced = "```html\n<!-- troubleshooter: path -->\n[kept](../start.md)\n```"
    assert fenced in text


def test_pages_written_by_hand_have_twins_in_a_site(write_files: WriteFiles) -> None:
    content = files()
    content["docs/README.md"] = content.pop("docs/index.md").replace("# Small\n", "")
    content["docs/more/own.md"] = "---\ntitle: Own\n---\nBack [home](../README.md)."
    content["docs/causes/unplugged.md"] = "# By hand\n"
    root = write_files(content)
    site = build_site(root / "mkdocs.yml", root / "site")
    assert "[10](codes/10/index.md)" in (site.folder / "index.md").read_text("utf-8")
    own = (site.folder / "more/own/index.md").read_text("utf-8")
    assert own == "# Own\n\nBack [home](../../index.md).\n"
    assert (site.folder / "causes/unplugged/index.md").read_text("utf-8") == "# By hand\n"
