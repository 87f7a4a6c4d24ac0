"""Markdown from entries to HTML: references, readers' values, and the short way past Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_troubleshooter.rules import examine
from mkdocs_troubleshooter.site.prose import Prose
from tests.conftest import dump
from tests.small import kb_files

EXTENSIONS = ["attr_list", "tables", "pymdownx.highlight", "pymdownx.superfences"]


@pytest.fixture(scope="module")
def prose(tmp_path_factory: pytest.TempPathFactory) -> Prose:
    return make_prose(tmp_path_factory.mktemp("kb"))


def make_prose(root: Path) -> Prose:
    for name, content in kb_files().items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dump(path, content), "utf-8")
    knowledge = examine(root / "kb").knowledge
    assert knowledge is not None
    return Prose(knowledge, EXTENSIONS)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("See {cause:unplugged}.", 'See <a href="ts:causes/unplugged">The plug is out</a>.'),
        ("See {cause:unplugged|the plug}.", 'See <a href="ts:causes/unplugged">the plug</a>.'),
        ("{code:10}", '<a href="ts:codes/10">10</a>'),
        ("{phase:connect}", '<a href="ts:codes/index#phase-connect">Connect</a>'),
        (
            "{fact:wait}",
            '<a href="ts:facts/index#fact-wait">15\u202fs (Maker) or 19\u202fs (Seller)</a>',
        ),
        ("{fact:wait@maker}", '<a href="ts:facts/index#fact-wait">15\u202fs</a>'),
        ("{term:mode}", "Plain (Seller: Simple)"),
        ("{term:mode@seller}", "Simple"),
        ("{cause:nowhere}", "nowhere"),
        ("`ping {host}`", '<code>ping <span class="ts-value" data-ts-value="host">'),
        ("{unknown} {{ host }}", "{unknown} {{ host }}"),
        ('**{cause:unplugged}** [x](y "{code:10}")', '<a href="y" title="10">x</a>'),
    ],
)
def test_references_become_links_and_placeholders_fields(
    text: str, html: str, prose: Prose
) -> None:
    assert html in prose.block(text)


def test_a_reader_s_value_survives_every_highlighter(prose: Prose) -> None:
    for language in ("sh", "json", "powershell", "nginx", "apache", "yaml", "text", "nosuch"):
        html = prose.command("x {host}:443 \"https://{host}/a\" '{host}'", language)
        assert html.count('<span class="ts-value" data-ts-value="host">www.example.com</span>') == 3


def test_a_fence_inside_a_command_does_not_end_it(prose: Prose) -> None:
    html = prose.command("echo '```'\n````\n<b>", "text")
    assert html.count("<pre>") == 1
    assert "&lt;b&gt;" in html


@pytest.mark.parametrize("scheme", ["javascript:", "data:text/html,", "vbscript:", "file:///"])
def test_links_go_to_web_addresses_only(scheme: str, prose: Prose) -> None:
    assert scheme not in prose.block(f"[x]({scheme}alert(1))")


_ALPHABET = "abc XYZ 019 ,;.()'\"?/%+-: é漢`#!\n"


@given(text=st.text(_ALPHABET, min_size=1, max_size=60))
def test_the_short_way_gives_what_markdown_gives(text: str, prose: Prose) -> None:
    source = text.strip()
    if not source:
        return
    direct = prose.block(source)
    assert prose._shortcut
    assert direct == prose._convert(source)


def test_an_extension_that_changes_plain_text_turns_the_short_way_off(
    tmp_path: Path, prose: Prose
) -> None:
    other = make_prose(tmp_path)
    careful = Prose(other._knowledge, [*EXTENSIONS, "pymdownx.smartsymbols"])
    assert "™" in careful.block("Plain (tm) text")
    assert "(tm)" in prose.block("Plain (tm) text")
