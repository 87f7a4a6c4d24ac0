"""An exact name comes first: in the theme's search, and in the box on the home page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.conftest import KB

CODES = sorted(path.stem for path in (KB / "codes").glob("*.yaml"))
SEARCH = "[data-md-component=search-query]"


def search(page: Page, words: str) -> None:
    page.keyboard.press("s")
    page.locator(SEARCH).press_sequentially(words, delay=5)
    expect(page.locator(".md-search-result__meta")).not_to_have_text("Initializing search")


@pytest.mark.parametrize("code", CODES)
def test_a_code_typed_into_the_search_comes_first(code: str, open_page: OpenPage) -> None:
    page = open_page()
    search(page, code)
    expect(page.locator(".ts-exact a").first).to_contain_text(f"Error {code}")
    # The theme's own first result is the code's page too.
    first = page.locator(".md-search-result__item a").first
    expect(first).to_have_attribute("href", _contains(f"codes/{code}/"))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/codes/{code}/**")


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("Error 522", "codes/522/"),
        ("error code: 522", "codes/522/"),
        ("ERROR 525: SSL handshake failed", "codes/525/"),
        ("SSL handshake failed", "codes/525/"),
        ("edge-ips-blocked", "causes/edge-ips-blocked/"),
        ("fail2ban banned cloudflare", "causes/edge-ips-blocked/"),
        ("request origin directly", "checks/request-origin-directly/"),
        ("TLS modes in both vendors' words", "topics/tls-modes/"),
    ],
)
def test_a_title_or_alias_typed_in_full_comes_first(
    words: str, target: str, open_page: OpenPage
) -> None:
    page = open_page("guide/")
    search(page, words)
    expect(page.locator(".ts-exact a").first).to_have_attribute("href", _contains(target))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{target}**")


def test_the_exact_row_goes_when_the_words_go_on(open_page: OpenPage) -> None:
    page = open_page()
    search(page, "52")
    expect(page.locator(".ts-exact")).to_be_hidden()
    page.keyboard.type("2")
    expect(page.locator(".ts-exact")).to_be_visible()
    page.keyboard.type(" keepalive")
    expect(page.locator(".ts-exact")).to_be_hidden()


def test_the_arrow_reaches_the_exact_row(open_page: OpenPage) -> None:
    page = open_page()
    search(page, "522")
    expect(page.locator(".ts-exact a").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".ts-exact a").first).to_be_focused()


@pytest.mark.parametrize("words", ["524", " 524 ", "Error 524", "http 524 on export"])
def test_enter_in_the_home_box_opens_a_known_code(words: str, open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_label("Type a code, or what you see").fill(words)
    page.keyboard.press("Enter")
    page.wait_for_url("**/codes/524/")


def test_the_home_box_offers_what_fits_while_one_types(open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_label("Type a code, or what you see").press_sequentially("fail2")
    found = page.locator(".ts-lookup__found a")
    expect(found.first).to_contain_text("blocks the edge's addresses")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(found.first).to_be_focused()


def test_two_codes_in_the_home_box_are_both_offered(open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_label("Type a code, or what you see").fill("521 then 522")
    expect(page.locator(".ts-lookup__found a")).to_have_count(2)


def test_other_words_in_the_home_box_are_searched_for(open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_label("Type a code, or what you see").fill("conntrack")
    page.keyboard.press("Enter")
    expect(page.locator(SEARCH)).to_be_focused()
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def _contains(part: str) -> re.Pattern[str]:
    return re.compile(re.escape(part))
