"""Where links to a site begin and end in a text of any kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_troubleshooter.links import Directory, Surveyor, read_home
from tests.links.guide import INVENTORY, SITE, check, count

# Each has one link, which is well.
SYNTAX = {
    "markdown": f"[the page]({SITE}codes/522/#causes)",
    "markdown with a title": f'[the page]({SITE}codes/522/ "Error 522")',
    "two markdown links in a row": f"[a]({SITE}522/)[b](https://example.org/)",
    "markdown reference": f"[522]: {SITE}codes/522/#causes",
    "markdown in angle brackets": f"[522](<{SITE}codes/522/#causes>)",
    "autolink": f"<{SITE}codes/522/>",
    "bold": f"**{SITE}522/**",
    "emphasis": f"_{SITE}522/#causes_",
    "struck out": f"~~{SITE}522/~~",
    "escaped markdown": f"{SITE}http\\-522/",
    "code": f"`{SITE}522/`",
    "table": f"|{SITE}522/|x|",
    "table with a line break": f"| {SITE}522/<br>more |",
    "sentence": f"See {SITE}codes/522/.",
    "question": f"Did you read {SITE}codes/522/?",
    "brackets": f"(see {SITE}codes/522/#causes).",
    "address in brackets": f"[{SITE}522/]",
    "quotes": f"“{SITE}codes/522/”",
    "chinese": f"请看{SITE}codes/522/。",
    "chinese without a gap": f"请看{SITE}codes/522/的页面",
    "list of values": f"522,{SITE}522/,page",
    "asciidoc": f"{SITE}codes/522/[Error 522]",
    "restructured text": f"`Error 522 <{SITE}codes/522/>`_",
    "org": f"[[{SITE}codes/522/][522]]",
    "slack": f"<{SITE}codes/522/|Error 522>",
    "latex": f"\\href{{{SITE}codes/522/}}{{522}}",
    "yaml": f"runbook_url: {SITE}codes/522/#causes # the page",
    "yaml in quotes": f"runbook_url: '{SITE}codes/522/'",
    "yaml flow": f"{{runbook_url: {SITE}codes/522/}}",
    "broken yaml": f"- {{{{ if x }}}}\n\trunbook_url: {SITE}522/\n  - : :",
    "helm": f'runbook_url: {{{{ .Values.base | default "{SITE}522/" }}}}',
    "json": f'{{"url":"{SITE}codes/522/"}}',
    "json with escaped slashes": f'{{"url":"{SITE}codes/522/"}}'.replace("/", "\\/"),
    "json with escaped lines": f'{{"text":"See\\n{SITE}codes/522/\\nthen"}}',
    "json from go": f'{{"text":"\\u003c{SITE}codes/522/\\u003e"}}',
    "html": f'<a href="{SITE}codes/522/?a=b&amp;c=d#causes">522</a>',
    "html without quotes": f"<a href={SITE}522/>522</a>",
    "html as text": f"&lt;{SITE}522/&gt;",
    "environment": f"RUNBOOK={SITE}522/",
    "no scheme": "[522](//guide.example.com/codes/522/)",
}


@pytest.mark.parametrize("text", SYNTAX.values(), ids=SYNTAX.keys())
def test_a_link_is_found_in_any_syntax(text: str) -> None:
    assert count(text) == 1
    assert check(text) == []
    assert len(check(text.replace("522", "599"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "HTTPS://GUIDE.EXAMPLE.COM/522/",
        "http://guide.example.com/522/",
        "https://guide.example.com:443/522/",
        "http://guide.example.com:80/522/",
        "https://guide.example.com",
        "https://guide.example.com?q=522",
        "https://guide.example.com: the guide",
        "https://guide.example.com.",
        "请看https://guide.example.com的页面",
    ],
)
def test_the_same_site_can_be_written_in_several_ways(text: str) -> None:
    assert (count(text), check(text)) == (1, [])


@pytest.mark.parametrize(
    "text",
    [
        "https://www.guide.example.com/x/",
        "https://guide.example.com.example.org/x/",
        "https://guide.example.community/x/",
        "https://guide.example.com@example.org/x/",
        "https://guide.example.com:x@example.org/x/",
        "https://guide.example.com:8443/x/",
        "https://web.archive.org/web/2026/https://guide.example.com/x/",
        "ftp://guide.example.com/x/",
        "guide.example.com/x/",
        "../codes/x/",
        "[522](codes/x.md)",
        "https://{{ .Values.host }}/x/",
    ],
)
def test_other_links_are_let_alone(text: str) -> None:
    assert count(text) == 0


def test_letters_that_only_look_alike_make_another_host() -> None:
    home = "https://errors.example.com/"
    assert count("https://ERRORS.example.com/x/", home) == 1
    assert count("https://error\u017f.example.com/x/ http\u017f://errors.example.com/x/", home) == 0


def test_a_site_below_a_path_has_no_other_links() -> None:
    home = "https://example.com/guide"
    for text in ("/guide", "/guide/522/", "/g%75ide/", "/guide?x", "/guide/#where"):
        assert (count(f"https://example.com{text}", home), check(text, home)) == (1, [])
    for text in ("/", "/guidebook/", "/Guide/522/", "/other/guide/", "{{ .Path }}"):
        assert count(f"https://example.com{text}", home) == 0


def test_of_several_addresses_the_nearest_counts() -> None:
    homes = ("https://example.com/", "https://example.com/guide/", "http://[::1]:8000/")
    text = "https://example.com/guide/522/ https://example.com/522/ http://[::1]:8000/522/"
    assert (count(text, *homes), check(text, *homes)) == (3, [])


def test_positions_are_those_of_an_editor() -> None:
    text = (
        "é\t日本 [a](https://guide.example.com/x/)[b](https://guide.example.com/y/)\r\n"
        "😀 <https://guide.example.com/522/>, https://guide.example.com/z/\r"
        "\u2028\x0c https://guide.example.com/z/\n\nhttps:\\/\\/guide.example.com\\/z\\/"
    )
    assert check(text) == [
        "1:10 unknown-page",
        "1:43 unknown-page",
        "2:37 unknown-page",
        "3:4 unknown-page",
        "5:1 unknown-page",
    ]


def test_two_links_without_a_gap_are_two() -> None:
    assert check(f"{SITE}522/,{SITE}x/,{SITE}codes/522/?next={SITE}y/") == [
        "1:32 unknown-page",
        "1:103 unknown-page",
    ]


def test_a_line_can_ask_to_be_left_alone() -> None:
    text = f"{SITE}x/ # troubleshooter-ignore\n{SITE}y/\n<!-- troubleshooter-ignore --> {SITE}z/"
    assert check(text) == ["2:1 unknown-page"]


WORDS = [SITE, "//guide.example.com", "codes/522/", "#causes", "{{", "}}", "\r\n", "\u2028"]
PIECES = st.sampled_from([*WORDS, *"{%\\/\r\n(),[]$é。😀\0\ufeff"])
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=30).map("".join)


VERBS = (" leads ", " has ", " asks ", " is ")


@given(TEXTS)
def test_whatever_is_reported_stands_where_it_is_said_to(text: str) -> None:
    links, problems = Surveyor(Directory(INVENTORY), [read_home(SITE)], strict=False).check(
        "", text
    )
    assert len(problems) <= links
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        rest = lines[problem.line - 1][problem.column - 1 :]
        verb = next(word for word in VERBS if word in problem.message)
        assert rest.startswith(problem.message.partition(verb)[0].removesuffix("…"))
        assert "guide.example.com" in rest
