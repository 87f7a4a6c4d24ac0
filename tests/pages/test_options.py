"""What a site can set, and what it can put in place of ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import Tag
from mkdocs.exceptions import Abort

from tests.conftest import WriteFiles, build_site
from tests.small import files


def test_addresses_can_end_in_html(write_files: WriteFiles) -> None:
    root = write_files(files())
    site = build_site(root / "mkdocs.yml", root / "site", use_directory_urls=False)
    code = site.soup("codes/10.html")
    links = {str(tag["href"]) for tag in code.find_all("a", href=True)}
    assert "../causes/unplugged.html" in links
    assert "../checks/look.html" in links
    assert "index.html" in links
    assert (site.folder / "causes/unplugged.html").is_file()
    names = (site.folder / "assets/troubleshooter/names.js").read_text("utf-8")
    assert '"codes/10.html"' in names
    index = (site.folder / "search/search_index.json").read_text("utf-8")
    assert '"codes/10.html#code"' in index or '"10.html' not in index


def test_a_template_of_the_site_takes_the_place_of_ours(write_files: WriteFiles) -> None:
    content = files()
    content["mkdocs.yml"]["theme"]["custom_dir"] = "overrides"
    content["overrides/troubleshooter/cause.html"] = "<h1>Mine: {{ entry.title }}</h1>"
    root = write_files(content)
    site = build_site(root / "mkdocs.yml", root / "site")
    assert "<h1>Mine: The plug is out</h1>" in site.read("causes/unplugged/")
    assert "ts-entry--code" in site.read("codes/10/")


def test_a_page_written_by_hand_takes_the_place_of_ours(write_files: WriteFiles) -> None:
    content = files()
    content["docs/causes/unplugged.md"] = "# By hand\n"
    root = write_files(content)
    site = build_site(root / "mkdocs.yml", root / "site")
    heading = site.soup("causes/unplugged/").find("h1")
    assert isinstance(heading, Tag)
    assert heading.get_text() == "By hand"


def test_a_style_of_the_site_takes_the_place_of_ours(write_files: WriteFiles) -> None:
    content = files()
    content["docs/assets/troubleshooter/troubleshooter.css"] = "/* mine */"
    root = write_files(content)
    site = build_site(root / "mkdocs.yml", root / "site")
    style = site.folder / "assets/troubleshooter/troubleshooter.css"
    assert style.read_text("utf-8") == "/* mine */"


def test_the_plugin_can_be_switched_off(write_files: WriteFiles) -> None:
    content = files()
    content["mkdocs.yml"]["plugins"][1] = {"troubleshooter": {"enabled": False}}
    root = write_files(content)
    site = build_site(root / "mkdocs.yml", root / "site")
    assert not (site.folder / "codes").exists()
    assert not (site.folder / "assets/troubleshooter").exists()


def test_the_knowledge_base_can_lie_elsewhere(write_files: WriteFiles) -> None:
    moved = {name.replace("kb/", "knowledge/errors/"): text for name, text in files().items()}
    moved["mkdocs.yml"]["plugins"][1] = {"troubleshooter": {"kb_dir": "knowledge/errors"}}
    root = write_files(moved)
    build_site(root / "mkdocs.yml", root / "site")


def test_an_unknown_fragment_is_a_warning_with_a_hint(
    write_files: WriteFiles, caplog: pytest.LogCaptureFixture
) -> None:
    content = files()
    content["docs/index.md"] = "# Small\n\n<!-- troubleshooter: pth -->\n"
    root = write_files(content)
    with pytest.raises(Abort, match="strict mode"):
        build_site(root / "mkdocs.yml", root / "site", strict=True)
    assert "index.md: there is no fragment 'pth' (did you mean 'path'?)" in caplog.text


def test_a_fragment_shown_as_code_stays_code(write_files: WriteFiles) -> None:
    content = files()
    content["docs/index.md"] = "# Small\n\n```html\n<!-- troubleshooter: path -->\n```\n"
    root = write_files(content)
    site = build_site(root / "mkdocs.yml", root / "site")
    assert site.soup("index.html").find("ol", class_="ts-path") is None


def test_markdown_extensions_of_the_site_render_the_prose(write_files: WriteFiles) -> None:
    content = files()
    content["mkdocs.yml"]["markdown_extensions"].append("pymdownx.mark")
    content["kb/causes/unplugged.yaml"]["summary"] = "It is ==out==."
    root = write_files(content)
    site = build_site(root / "mkdocs.yml", root / "site")
    assert "<mark>out</mark>" in site.read("causes/unplugged/")


def test_two_builds_are_the_same_to_the_byte(
    write_files: WriteFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    root = write_files(files())
    one, two = (build_site(root / "mkdocs.yml", tmp_path / name).folder for name in ("a", "b"))
    names = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(two) for path in two.rglob("*") if path.is_file())
    differing = [name for name in names if (one / name).read_bytes() != (two / name).read_bytes()]
    assert [str(name) for name in differing if name.suffix != ".gz"] == []
