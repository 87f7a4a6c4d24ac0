"""Words of the tests that use the diagnoser's page."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from tests.browser.conftest import OpenPage

HEADERS = """> GET /cart HTTP/2
> Host: shop.example.org
< HTTP/2 522
< date: Sun, 22 Nov 2026 07:41:09 GMT
< server: cloudflare
< cf-ray: 230b030023ae2822-SJC
"""
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def box(page: Page) -> Locator:
    """Return the field for what was seen."""
    return page.get_by_label("An error page, headers")


def question(page: Page) -> Locator:
    """Return the heading of the next check."""
    return page.locator("#next")


def press(page: Page, name: str) -> None:
    """Press the button of an outcome, a code or a reader."""
    part = page.locator("[data-ts-diagnose]")
    part.get_by_role("button", name=name, exact=True).click()


def paste(open_page: OpenPage, text: str, **options: object) -> Page:
    """Open the diagnoser and paste a text."""
    page = open_page("diagnose/", **options)
    box(page).fill(text)
    page.locator("#verdict, #har").first.wait_for()
    return page
