"""The Content-Security-Policy: what it takes from pages, what sites add, where it stands."""

from __future__ import annotations

import base64
import hashlib
import logging

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from mkdocs_troubleshooter.export.foreign import find_kept_out
from mkdocs_troubleshooter.export.policy import (
    Inline,
    find_inline,
    find_wrong_sources,
    put_into_page,
    write_policy,
)
from tests import small
from tests.conftest import ROOT, WriteFiles, build_site


def hashed(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def directives(policy: str) -> dict[str, str]:
    return dict(item.split(" ", 1) for item in policy.split("; "))


@pytest.mark.parametrize(
    "tag",
    [
        "<script>go()</script>",
        "<SCRIPT>go()</Script >",
        '<script type="module">go()</script>',
        "<script type=text/javascript>go()</script>",
        '<script data-x="a>b" async>go()</script>',
    ],
)
def test_what_runs_in_a_page_is_named_by_its_hash(tag: str) -> None:
    assert find_inline([f"<p>{tag}</p>"]).scripts == {hashed("go()")}


@pytest.mark.parametrize(
    "tag",
    [
        '<script src="x.js"></script>',
        '<script type="application/json">{"a": 1}</script>',
        '<script id="x" type="application/ld+json">{}</script>',
        "&lt;script>go()&lt;/script>",
    ],
)
def test_data_and_files_need_no_hash(tag: str) -> None:
    assert find_inline([tag]) == Inline()


def test_styles_of_pages_drawings_and_cells_are_named_by_their_hashes() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><style>\n.a { fill: red }</style></svg>'
    cell = """<td style="text-align: right;">1</td><p STYLE='font: "x"'>"""
    inline = find_inline([svg, cell])
    assert inline.styles == {hashed("\n.a { fill: red }")}
    assert inline.attributes == {hashed("text-align: right;"), hashed('font: "x"')}
    policy = directives(write_policy(inline, {}))
    assert policy["style-src-attr"].startswith("'unsafe-hashes' 'sha256-")
    assert "'unsafe" not in policy["style-src"] + policy["script-src"]


def test_a_site_without_anything_inline_gets_the_strictest_policy() -> None:
    policy = directives(write_policy(Inline(), {}))
    assert policy["default-src"] == policy["object-src"] == policy["base-uri"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == "'self'"
    assert "style-src-attr" not in policy


def test_a_site_lets_more_through_by_directive() -> None:
    inline = Inline(frozenset({"'sha256-a'"}))
    allowed = {
        "img-src": ["https://img.example"],
        "frame-src": ["https://video.example"],
        "object-src": ["'self'"],
        "frame-ancestors": ["https://grafana.example"],
    }
    policy = directives(write_policy(inline, allowed))
    assert policy["img-src"] == "'self' data: https://img.example"
    assert policy["frame-src"] == "https://video.example"
    assert policy["object-src"] == "'self'"
    assert policy["frame-ancestors"] == "'self' https://grafana.example"
    assert policy["script-src"] == "'self' 'sha256-a'"
    unsafe = directives(write_policy(inline, {"script-src": ["'unsafe-inline'"]}))
    assert unsafe["script-src"] == "'self' 'unsafe-inline'"


def test_wrong_sources_are_all_named() -> None:
    allowed = {"image-src": ["x"], "img-src": ["https://a.example; script-src *", "https://b"]}
    assert find_wrong_sources(allowed) == [
        "'image-src' is no directive of a policy; did you mean 'img-src'?",
        "img-src: 'https://a.example; script-src *' is no source: write one a line, without ; or ,",
    ]


def test_the_tag_stands_before_scripts_and_behind_the_character_set() -> None:
    page = '<html><head>\n<meta charset="utf-8">\n<script>go()</script></head></html>'
    tagged = put_into_page(page, "default-src 'none'")
    tag = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'">"""
    assert tagged == page.replace('"utf-8">', f'"utf-8">{tag}')
    assert put_into_page(tagged, "x").count("http-equiv") == 1
    assert put_into_page("<html><head><title>", "x").startswith("<html><head><meta http-equiv")
    policy = write_policy(Inline(), {"report-uri": ["/x"]}, in_page=True)
    assert "frame-ancestors" not in policy
    assert "report-uri" not in policy


def test_what_other_hosts_serve_is_named_with_the_switch_for_it() -> None:
    page = """
        <link rel="canonical" href="https://else.example/"><a href="https://linked.example/">
        <link rel="stylesheet" href="https://fonts.example/css?family=X">
        <script async src="//cdn.example/x.js"></script><script src="assets/own.js"></script>
        <img alt="" src="https://own.example/guide/a.png"><img src="https://img.example/b.png">
    """
    base = "https://own.example/guide/"
    pages = [("index.html", page), ("more/index.html", page)]
    assert list(find_kept_out(pages, base, {})) == [
        ("style-src", "fonts.example", "index.html"),
        ("script-src", "cdn.example", "index.html"),
        ("img-src", "img.example", "index.html"),
    ]
    allowed = {
        "style-src": ["https://fonts.example"],
        "script-src": ["*.example"],
        "img-src": ["https:"],
    }
    assert list(find_kept_out(pages, base, allowed)) == []


def site_with(write_files: WriteFiles, **options: object) -> dict[str, str]:
    """Build a small site with options of the plugin; return all its files that are text."""
    files = small.files()
    files["mkdocs.yml"]["plugins"] = ["search", {"troubleshooter": options}]
    files["docs/page.md"] = "# Page\n\n![x](https://img.example/x.png)\n\n<script>mine()</script>\n"
    root = write_files(files)
    site = build_site(root / "mkdocs.yml", root / "site")
    paths = [*site.folder.rglob("*.html"), *(site.folder / ".hosting").rglob("*.*")]
    return {path.relative_to(site.folder).as_posix(): path.read_text("utf-8") for path in paths}


def test_by_default_only_web_servers_get_the_policy(
    write_files: WriteFiles, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        built = site_with(write_files)
    assert hashed("mine()") in built[".hosting/headers.txt"]
    assert not any(
        "http-equiv" in text for name, text in built.items() if name == "page/index.html"
    )
    assert (
        "page/index.html loads from img.example, which the Content-Security-Policy keeps out;"
        " csp_allow lets it through: img-src: [https://img.example]"
    ) in caplog.text


def test_every_page_can_carry_the_policy_itself(
    write_files: WriteFiles, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        built = site_with(write_files, csp="page", csp_allow={"img-src": ["https://img.example"]})
    pages = {name: text for name, text in built.items() if name.endswith(".html")}
    assert {"404.html", "10/index.html", "codes/10/index.html"} < {*pages}
    for text in pages.values():
        assert text.count('<meta http-equiv="Content-Security-Policy" content="default-src') == 1
        assert text.index("Content-Security-Policy") < text.index("<script")
        assert hashed("mine()") in text
    assert "loads from" not in caplog.text


def test_a_site_can_do_without(write_files: WriteFiles) -> None:
    built = site_with(write_files, csp="none")
    assert not any("Content-Security-Policy" in text for text in built.values())
    assert "nosniff" in built[".hosting/headers.txt"]


def test_a_wrong_option_stops_the_build(write_files: WriteFiles) -> None:
    with pytest.raises(Abort):
        site_with(write_files, csp_allow={"scripts-src": ["x"]})


def test_while_a_site_is_edited_nothing_is_added(write_files: WriteFiles) -> None:
    root = write_files(small.files())
    site = build_site(root / "mkdocs.yml", root / "site", serving=True)
    assert not (site.folder / ".hosting").exists()


def test_the_project_takes_the_option_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CSP", "page")
    config = load_config(str(ROOT / "mkdocs.yml"))
    assert config.plugins["troubleshooter"].config["csp"] == "page"
