"""The site's own policy in a browser: sent by nginx as a header, and standing in the pages."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from mkdocs_troubleshooter.export import INVENTORY, prepare_hosting, read_inventory
from tests.browser.diagnoser import HEADERS, box, press, question
from tests.browser.test_search import search
from tests.conftest import BuiltSite
from tests.serving import serve

PAGES = [
    "",
    "codes/",
    "codes/522/",
    "codes/522/flowchart.svg",
    "causes/edge-ips-blocked/",
    "checks/",
    "facts/",
    "guide/write/",
    "start/",
    "error-1002/",
    "ERROR-522",
]
LISTEN = """
    window.violations = [];
    addEventListener("securitypolicyviolation", (event) => {
      violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
      console.error(`kept out: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
"""
Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Return a function that opens an address; whatever a policy keeps out fails the test."""
    complaints: list[str] = []
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    context.add_init_script(LISTEN)
    context.on(
        "console",
        lambda message: complaints.append(message.text) if message.type == "error" else None,
    )
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    context.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))

    def open_one(address: str) -> Page:
        page = context.new_page()
        page.goto(address)
        return page

    yield open_one
    context.close()
    # The browser says so of the page itself, where that is the one for missing addresses.
    assert [text for text in complaints if "status of 404" not in text] == []


@pytest.fixture(scope="module")
def folder(real_site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the site in guide/, its policy in every page."""
    root = tmp_path_factory.mktemp("pages")
    shutil.copytree(real_site.folder, root / "guide")
    inventory = read_inventory((root / "guide" / INVENTORY).read_text("utf-8"))
    prepare_hosting(inventory, root / "guide", csp="page", allowed={})
    return root


@pytest.fixture(scope="module")
def page_address(folder: Path) -> Iterator[str]:
    """Return where that is served without any header of the site."""
    with serve(folder) as url:
        yield f"{url}guide/"


@pytest.fixture(params=["header", "page"])
def held(request: pytest.FixtureRequest) -> str:
    """Return an address of the site at which its policy holds, in one way and in the other."""
    address: str = request.getfixturevalue(
        "nginx_address" if request.param == "header" else "page_address"
    )
    return address


def test_the_policy_in_pages_lets_the_diagnoser_run_from_a_folder(
    visit: Visit, folder: Path
) -> None:
    page = visit(f"file://{folder}/guide/diagnose/index.html")
    box(page).fill(HEADERS)
    expect(page.locator("#verdict")).to_have_text("Error 522: Connection timed out")
    assert page.evaluate("violations") == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_keeps_to_the_policy(path: str, visit: Visit, nginx_address: str) -> None:
    page = visit(nginx_address + path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("violations") == []
    if not path.endswith(".svg"):
        # Styles have come through, too.
        assert page.evaluate("getComputedStyle(document.body).fontFamily") != '"Times New Roman"'


def test_a_drawing_that_is_opened_by_itself_has_its_colours(
    visit: Visit, nginx_address: str
) -> None:
    page = visit(f"{nginx_address}codes/522/flowchart.svg")
    fills = page.evaluate(
        "[...document.querySelectorAll('.ts-chart rect')].map((box) => getComputedStyle(box).fill)"
    )
    assert len({*fills} - {"rgb(0, 0, 0)"}) > 1


def test_the_diagnoser_keeps_to_the_policy(visit: Visit, held: str) -> None:
    page = visit(f"{held}diagnose/")
    box(page).fill(HEADERS)
    expect(page.locator("#verdict")).to_have_text("Error 522: Connection timed out")
    press(page, "I run it")
    asked = question(page).inner_text()
    press(page, "A normal answer")
    expect(question(page)).not_to_have_text(asked)
    press(page, "Copy a link to this point")
    assert "code=522" in page.evaluate("navigator.clipboard.readText()")


def test_search_and_colours_keep_to_the_policy(visit: Visit, held: str) -> None:
    page = visit(held)
    search(page, "522")
    result = page.locator(".md-search-result__item a").first
    expect(result).to_have_attribute("href", re.compile("/guide/codes/522/"))
    page.keyboard.press("Escape")
    page.locator("label[for=__palette_1]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.reload()
    # An inline script of the theme puts it back before the page is drawn.
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_a_page_that_leads_on_and_one_that_is_missing_keep_to_the_policy(
    visit: Visit, held: str
) -> None:
    page = visit(f"{held}522/#causes")
    page.wait_for_url("**/codes/522/#causes")
    page = visit(f"{held}error-1002/")
    page.get_by_role("link", name="Restricted").click()
    page.wait_for_url("**/codes/1002/#variant-restricted")


def test_a_missing_address_keeps_to_the_policy(visit: Visit, nginx_address: str) -> None:
    page = visit(f"{nginx_address}codes/5222/")
    expect(page.locator("header.md-header")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("violations") == []


INTRUDERS = {
    "script-src-elem inline": """
        const script = document.createElement("script");
        script.textContent = "window.hacked = 1";
        document.body.append(script);
    """,
    "script-src-attr inline": """
        document.body.setAttribute("onclick", "window.hacked = 1");
        document.body.click();
    """,
    "img-src https://evil.example/x": """
        const image = new Image();
        image.src = "https://evil.example/x";
        document.body.append(image);
    """,
    "connect-src https://evil.example/": "fetch('https://evil.example/').catch(() => {});",
    "base-uri https://evil.example/": """
        const base = document.createElement("base");
        base.href = "https://evil.example/";
        document.head.append(base);
    """,
}


@pytest.mark.parametrize("kept_out", INTRUDERS)
def test_what_gets_into_a_page_later_is_kept_out(
    kept_out: str, browser: Browser, held: str
) -> None:
    context = browser.new_context()
    context.add_init_script(LISTEN)
    page = context.new_page()
    page.goto(f"{held}codes/522/")
    page.evaluate(f"() => {{ {INTRUDERS[kept_out]} }}")
    page.wait_for_function("() => violations.length > 0")
    assert page.evaluate("violations") == [kept_out]
    assert page.evaluate("window.hacked") is None
    context.close()


def test_pages_of_other_hosts_cannot_frame_it(
    browser: Browser, nginx_address: str, tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text(f'<iframe src="{nginx_address}"></iframe>')
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    with serve(tmp_path) as other:
        page.goto(other)
        page.wait_for_load_state("networkidle")
    assert any("frame-ancestors" in text for text in said)
    context.close()
