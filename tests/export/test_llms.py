"""The site for language models, read by the parser of the convention's own authors."""

from __future__ import annotations

import re
from typing import Any

import pytest
from llms_txt import parse_llms_file

from tests.conftest import BuiltSite, WriteFiles, build_site
from tests.small import files

BASE = "https://example.com/guide/"


def parse(site: BuiltSite) -> Any:
    return parse_llms_file((site.folder / "llms.txt").read_text("utf-8"))


def test_the_convention_s_own_parser_reads_it(real_site: BuiltSite) -> None:
    parsed = parse(real_site)
    assert parsed.title == "Edge error guide"
    assert parsed.summary.startswith("HTTP 5xx and 1xxx errors")
    assert "plain Markdown" in parsed.info
    assert list(parsed.sections) == ["Begin here", "Codes", "Background", "Optional"]
    titles = [link.title for link in parsed.sections["Codes"]]
    assert "Error 522: Connection timed out" in titles
    assert all(link.desc for links in parsed.sections.values() for link in links)


@pytest.mark.parametrize("name", ["real_site", "postgresql_site"])
def test_every_link_leads_to_a_file(name: str, request: pytest.FixtureRequest) -> None:
    site: BuiltSite = request.getfixturevalue(name)
    base = BASE if name == "real_site" else ""
    links = [link for links in parse(site).sections.values() for link in links]
    assert len({link.url for link in links}) == len(links) > 15
    for link in links:
        assert link.url.startswith(base)
        assert (site.folder / link.url.removeprefix(base)).is_file(), link.url
    codes = [path.name for path in (site.folder / "codes").iterdir() if path.is_dir()]
    assert len(parse(site).sections["Codes"]) == len(codes)


def test_the_full_text_holds_every_page_once(real_site: BuiltSite) -> None:
    full = (real_site.folder / "llms-full.txt").read_text("utf-8")
    said = next(item for item in parse(real_site).sections["Optional"] if "full" in item.url)
    assert said.desc == f"{len(full.encode()) / 1e6:.1f} MB of Markdown"
    assert f"below <{BASE}>" in full
    assert "```mermaid" not in full
    found = re.findall(r"^# .+\n\nAddress: (\S+)$", full, re.MULTILINE)
    assert len(set(found)) == len(found)
    for folder in ("codes", "causes", "checks", "resolutions", "topics"):
        own = {
            f"{folder}/{path.name}/"
            for path in (real_site.folder / folder).iterdir()
            if path.is_dir()
        }
        assert own <= set(found)
    assert {"start/", "support/", "facts/", "signs/", "sources/"} <= set(found)
    for target in re.findall(r"\]\(([a-z][^)#:]*\.md)", full):
        assert (real_site.folder / target).is_file(), target


def test_titles_with_brackets_do_not_break_it(write_files: WriteFiles) -> None:
    content = files()
    content["kb/codes/10.yaml"]["title"] = "No [real] answer"
    root = write_files(content)
    parsed = parse(build_site(root / "mkdocs.yml", root / "site"))
    assert [link.title for link in parsed.sections["Codes"]] == ["Error 10: No (real) answer"]
