"""Short addresses in a browser: they lead on, keep the anchor, and need no scripts."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage


def test_a_short_address_keeps_the_anchor_and_leaves_no_step_behind(open_page: OpenPage) -> None:
    page = open_page("start/")
    page.goto(page.url.replace("start/", "522/#causes"))
    page.wait_for_url("**/codes/522/#causes")
    page.go_back()
    page.wait_for_url("**/start/")


def test_a_short_address_works_without_scripts(open_page: OpenPage) -> None:
    page = open_page("error-522/", java_script_enabled=False)
    page.wait_for_url("**/codes/522/")


def test_an_anchor_cannot_lead_to_another_place(open_page: OpenPage) -> None:
    page = open_page("522/#//evil.example/x")
    page.wait_for_url("**/codes/522/#**")
    assert "127.0.0.1" in page.url.partition("#")[0]


def test_a_number_with_two_meanings_waits_for_a_choice(open_page: OpenPage) -> None:
    page = open_page("1002/")
    expect(page.get_by_role("heading")).to_have_text("Which one?")
    page.get_by_role("link", name="Restricted").click()
    page.wait_for_url("**/codes/1002/#variant-restricted")
