"""Pages as readers use them: with their own values, by keyboard, on a phone, without scripts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import violations_beyond
from tests.browser.conftest import OpenPage
from tests.conftest import ROOT, build_site
from tests.serving import serve

PAGES = {
    "home": "",
    "codes": "codes/",
    "code": "codes/522/",
    "cause": "causes/edge-ips-blocked/",
    "check": "checks/request-origin-directly/",
    "resolution": "resolutions/unproxy-record/",
    "cases": "cases/",
    "topic": "topics/tls-modes/",
    "support": "support/",
    "facts": "facts/",
    "sources": "sources/",
    "signs": "signs/",
    "start": "start/",
    "guide": "guide/write/",
    "diagnose": "diagnose/",
}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def test_a_host_typed_once_stands_in_every_command_on_every_page(open_page: OpenPage) -> None:
    page = open_page("codes/522/")
    page.get_by_label("Host name of the site").first.fill("shop.example.org")
    page.get_by_label("Origin address").first.fill("203.0.113.9")
    command = page.locator(".ts-first pre")
    expect(command).to_contain_text("https://shop.example.org/path")
    expect(command).to_contain_text("::203.0.113.9")
    page.goto(page.url.replace("codes/522", "checks/tls-handshake"))
    expect(page.get_by_label("Host name of the site")).to_have_value("shop.example.org")
    expect(page.locator(".ts-steps pre").first).to_contain_text("-servername shop.example.org")
    page.get_by_label("Host name of the site").fill("")
    expect(page.locator(".ts-steps pre").first).to_contain_text("-servername www.example.com")


def test_the_copy_button_copies_the_reader_s_own_command(open_page: OpenPage) -> None:
    page = open_page("codes/522/", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_label("Host name of the site").first.fill("shop.example.org")
    page.locator(".ts-first").get_by_title("Copy to clipboard").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "https://shop.example.org/path" in copied
    assert copied.startswith("curl ")


@pytest.mark.parametrize("value", ["$(reboot)", "a;b", "x y", "`id`", "-oProxy", '"', "a\u202eb"])
def test_a_value_that_could_act_in_a_shell_is_refused(value: str, open_page: OpenPage) -> None:
    page = open_page("codes/522/")
    host = page.get_by_label("Host name of the site").first
    host.fill(value)
    expect(host).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".ts-first pre")).to_contain_text("https://www.example.com/path")
    stored = page.evaluate("JSON.parse(localStorage.getItem('troubleshooter.values'))")
    assert value not in stored.values()


def test_a_value_planted_in_storage_is_refused_too(open_page: OpenPage) -> None:
    page = open_page("codes/522/")
    planted = '{"host": "$(reboot)", "path": "/;id", "edge_ip": "$(id)"}'
    page.evaluate("text => localStorage.setItem('troubleshooter.values', text)", planted)
    page.goto(page.url.replace("codes/522", "resolutions/allow-edge-ranges"))
    assert "$(id)" not in page.inner_text("article")
    assert "$(reboot)" not in page.inner_text("article")


def test_a_link_to_a_closed_cause_opens_it(open_page: OpenPage) -> None:
    page = open_page("codes/522/#cause-packet-loss")
    expect(page.locator("#cause-packet-loss")).to_have_attribute("open", "")
    page.evaluate("location.hash = '#cause-routing'")
    expect(page.locator("#cause-routing")).to_have_attribute("open", "")


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_nothing_is_wider_than_a_phone(path: str, open_page: OpenPage) -> None:
    page = open_page(path, **PHONE)
    page.wait_for_load_state("load")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_pages_are_readable_without_scripts(path: str, open_page: OpenPage) -> None:
    page = open_page(path, java_script_enabled=False)
    expect(page.locator("h1").first).to_be_visible()
    # Fields that only a script could use are not shown.
    expect(page.locator("[data-ts-values]:visible")).to_have_count(0)


def test_the_home_page_without_scripts_leads_to_every_code(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.locator(".ts-path a", has_text="522").first.click()
    page.wait_for_url("**/codes/522/")


def test_on_a_phone_codes_are_large_enough_to_hit(open_page: OpenPage) -> None:
    page = open_page(**PHONE)
    for link in page.locator(".ts-path .ts-code").all():
        box = link.bounding_box()
        assert box is not None
        assert box["height"] >= 24
        assert box["width"] >= 24


def test_printing_opens_every_cause(open_page: OpenPage) -> None:
    page = open_page("codes/522/")
    assert page.locator("details.ts-cause:not([open])").count() > 0
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details.ts-cause:not([open])").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing_that_the_bare_theme_has_not(
    path: str, scheme: str, open_page: OpenPage, bare_violations: dict[str, set[str]]
) -> None:
    page = open_page(path, color_scheme=scheme)
    page.wait_for_load_state("load")
    assert violations_beyond(page, bare_violations[scheme]) == {}


def test_the_site_works_below_a_path_and_with_html_addresses(
    open_page: OpenPage, tmp_path: Path
) -> None:
    build_site(ROOT / "mkdocs.yml", tmp_path / "docs/guide", use_directory_urls=False, site_url="")
    with serve(tmp_path) as url:
        page = open_page("docs/guide/index.html", base=url)
        page.get_by_label("Type a code, or what you see").fill("522")
        page.keyboard.press("Enter")
        page.wait_for_url("**/docs/guide/codes/522.html")
        page.locator(".ts-first__title a").click()
        page.wait_for_url(re.compile(r"/docs/guide/checks/[a-z0-9-]+\.html$"))
        page.wait_for_load_state("networkidle")


def test_codes_are_found_from_the_file_system_too(browser: Browser, tmp_path: Path) -> None:
    # Not through open_page: without a server the theme's own search fails, and says so.
    site = build_site(ROOT / "mkdocs.yml", tmp_path / "site", use_directory_urls=False, site_url="")
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((site.folder / "index.html").as_uri())
    page.get_by_label("Type a code, or what you see").fill("522")
    page.keyboard.press("Enter")
    page.wait_for_url("**/codes/522.html")
    context.close()
