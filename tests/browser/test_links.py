"""Links to a page, as readers follow and copy them: old anchors, odd addresses, citations."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.conftest import BuiltSite

OLD = "cis-html-5xx-errors/"


class _Host(SimpleHTTPRequestHandler):
    """Answers with the site's own page where nothing is, as static hosts do."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name upstream
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002 - as upstream
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="module")
def host(real_site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return where the site is served below /guide/, the path that it was built for."""
    root = tmp_path_factory.mktemp("host")
    (root / "guide").symlink_to(real_site.folder)
    (root / "404.html").symlink_to(real_site.folder / "404.html")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(root)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/guide/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def ask(browser: Any, host: str) -> Iterator[Any]:
    """Return a function that opens an address which may not exist."""
    contexts = []

    def open_one(path: str, **options: Any) -> Page:
        context = browser.new_context(**options)
        contexts.append(context)
        page: Page = context.new_page()
        page.goto(host + path)
        return page

    yield open_one
    for context in contexts:
        context.close()


@pytest.mark.parametrize("number", [500, 502, 503, *range(520, 527), 530])
def test_an_anchor_of_the_old_page_lands_on_the_code(number: int, open_page: OpenPage) -> None:
    page = open_page(f"{OLD}#{number}-error")
    page.wait_for_url(f"**/codes/{number}/")


@pytest.mark.parametrize("number", [500, 502, 503, *range(520, 527)])
def test_an_old_resolution_lands_on_the_resolutions(number: int, open_page: OpenPage) -> None:
    page = open_page(f"{OLD}#{number}-resolution")
    page.wait_for_url(f"**/codes/{number}/#resolutions")
    expect(page.locator("#resolutions")).to_be_in_viewport()


def test_the_old_page_without_an_anchor_leads_to_the_codes(open_page: OpenPage) -> None:
    page = open_page("start/")
    page.goto(page.url.replace("start/", OLD))
    page.wait_for_url("**/codes/")
    page.go_back()
    page.wait_for_url("**/start/")


def test_without_scripts_the_old_page_shows_the_line_of_the_anchor(open_page: OpenPage) -> None:
    page = open_page(f"{OLD}#526-resolution", java_script_enabled=False)
    line = page.locator("[id='526-resolution']")
    expect(line).to_be_in_viewport()
    line.get_by_role("link").click()
    page.wait_for_url("**/codes/526/#resolutions")


def test_the_evidence_section_of_the_old_page_is_kept_too(open_page: OpenPage) -> None:
    page = open_page(f"{OLD}#5xx-prereqs")
    page.wait_for_url("**/support/#always")


@pytest.mark.parametrize(
    ("asked", "target"),
    [
        ("HTTP-522/", "codes/522/"),
        ("Error-522", "codes/522/"),
        ("Connection-Timed-Out/", "codes/522/"),
        ("connection%20timed%20out", "codes/522/"),
        ("Codes/522/", "codes/522/"),
        ("CAUSES/Edge-IPs-Blocked/#signs", "causes/edge-ips-blocked/#signs"),
        ("522.html", "codes/522/"),
    ],
)
def test_an_address_in_other_letters_leads_to_its_page(asked: str, target: str, ask: Any) -> None:
    page = ask(asked)
    page.wait_for_url(f"**/guide/{target}")


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ("codes/52/", "Error 520: Web server returns an unknown error"),
        ("wiki/errors/522", "Error 522: Connection timed out"),
        ("cause/edge-ips-bloked/", "A firewall at the origin blocks the edge's addresses"),
        ("connection-time-out", "Error 522: Connection timed out"),
    ],
)
def test_a_lost_reader_is_offered_what_fits(asked: str, offered: str, ask: Any) -> None:
    page = ask(asked)
    expect(page.get_by_text("You asked for")).to_contain_text(f"/guide/{asked}")
    links = page.locator(".ts-lost__near a")
    expect(links.filter(has_text=offered)).to_be_visible()
    links.filter(has_text=offered).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(offered.partition(":")[0])


def test_a_lost_reader_can_type_at_once_and_has_ways_on(ask: Any) -> None:
    page = ask("zzz/qqq/")
    expect(page.locator(".ts-lost__near")).to_be_hidden()
    page.get_by_label("Type a code, or what you see").fill("524")
    page.keyboard.press("Enter")
    page.wait_for_url("**/guide/codes/524/")


def test_without_scripts_the_ways_on_are_links_that_work_at_any_depth(ask: Any) -> None:
    page = ask("a/b/c/d/", java_script_enabled=False)
    expect(page.get_by_role("heading", level=1)).to_have_text("There is nothing at this address")
    page.get_by_role("link", name="All codes").click()
    page.wait_for_url("**/guide/codes/")


def test_a_hostile_address_is_shown_as_text(ask: Any) -> None:
    page = ask("%3Cimg%20src=x%20onerror=alert(1)%3E/%E0%A4%A/")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is nothing at this address")
    expect(page.locator(".ts-lost img")).to_have_count(0)


def test_the_address_bar_finds_a_code_and_the_way_back_is_short(open_page: OpenPage) -> None:
    page = open_page("start/")
    page.goto(page.url.replace("start/", "#find=http+522"))
    page.wait_for_url("**/codes/522/")
    page.go_back()
    page.wait_for_url("**/start/")


def test_the_address_bar_searches_for_other_words(open_page: OpenPage) -> None:
    page = open_page("#find=conntrack")
    expect(page.locator("[data-md-component=search-query]")).to_have_value("conntrack")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert "#find" not in page.url


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("", "Type a code, or what you see"),
        ("%E0%A4%A", "An error page, headers"),
        ("%3Cscript%3Ealert(1)%3C/script%3E", "An error page, headers"),
    ],
)
def test_the_address_bar_may_bring_anything(words: str, field: str, open_page: OpenPage) -> None:
    page = open_page(f"#find={words}")
    expect(page.get_by_label(field)).to_be_visible()


ALLOWED = {"permissions": ["clipboard-read", "clipboard-write"]}
SHORT = "https://example.com/guide/522/"


@pytest.mark.parametrize(
    ("button", "text"),
    [
        ("Link", SHORT),
        ("Markdown", f"[Error 522: Connection timed out]({SHORT})"),
        ("runbook_url", f'runbook_url: "{SHORT}"'),
    ],
)
def test_a_code_is_cited_with_one_click(button: str, text: str, open_page: OpenPage) -> None:
    page = open_page("codes/522/", **ALLOWED)
    page.locator(".ts-cite").get_by_role("button", name=button, exact=True).click()
    expect(page.locator(".ts-cite [role=status]")).to_have_text(f"Copied: {text}")
    assert page.evaluate("navigator.clipboard.readText()") == text


def test_the_flowchart_is_cited_as_a_block_for_a_runbook(
    open_page: OpenPage, real_site: BuiltSite
) -> None:
    page = open_page("codes/522/", **ALLOWED)
    page.locator(".ts-cite").get_by_role("button", name="Mermaid").click()
    expect(page.locator(".ts-cite [role=status]")).to_contain_text("lines")
    source = (real_site.folder / "codes/522/flowchart.mmd").read_text("utf-8").strip()
    assert page.evaluate("navigator.clipboard.readText()") == f"```mermaid\n{source}\n```\n"


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("causes/edge-ips-blocked/", "A firewall at the origin blocks the edge's addresses"),
        ("guide/use/", "Use the site"),
        ("facts/", "Facts"),
        ("", "From an edge error to its cause"),
    ],
)
def test_every_other_page_is_cited_by_its_own_address(
    path: str, title: str, open_page: OpenPage
) -> None:
    page = open_page(path, **ALLOWED)
    page.locator(".ts-cite").get_by_role("button", name="Markdown").click()
    expect(page.locator(".ts-cite [role=status]")).to_have_text(
        f"Copied: [{title}](https://example.com/guide/{path})"
    )


def test_a_page_that_is_not_served_securely_can_be_cited_too(open_page: OpenPage) -> None:
    page = open_page("codes/522/")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.locator(".ts-cite").get_by_role("button", name="Link", exact=True).click()
    expect(page.locator(".ts-cite [role=status]")).to_contain_text(SHORT)
