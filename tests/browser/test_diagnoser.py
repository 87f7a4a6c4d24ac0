"""The diagnoser as readers use it: paste, answer, conclude; by keyboard, on a phone, offline."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations_beyond
from tests.browser.conftest import OpenPage
from tests.browser.diagnoser import HEADERS, PHONE, box, paste, press, question
from tests.conftest import ROOT, build_site


def test_a_paste_gives_code_sender_marks_and_the_first_question(open_page: OpenPage) -> None:
    page = paste(open_page, HEADERS)
    expect(page.locator("#verdict")).to_have_text("Error 522: Connection timed out")
    expect(page.locator(".ts-emitter")).to_contain_text("Sent by the edge")
    expect(page.locator(".ts-read mark").filter(has_text="HTTP/2 522")).to_be_visible()
    expect(page.locator(".ts-values-read")).to_contain_text("230b030023ae2822")
    expect(question(page)).to_have_text("What does the origin answer when the edge is left out?")
    expect(page.locator("[role=status]").first).to_contain_text("Error 522")
    expect(page.locator("[role=status]").first).to_contain_text("Next check")


def test_the_host_of_the_paste_stands_in_the_command(open_page: OpenPage) -> None:
    page = paste(open_page, HEADERS)
    command = page.locator(".ts-ask pre")
    expect(command).to_contain_text("https://shop.example.org/path")
    page.get_by_label("Origin address").fill("203.0.113.9")
    expect(command).to_contain_text("::203.0.113.9")
    # The next text may be about another site; what the reader types is the reader's own.
    box(page).fill(HEADERS.replace("shop.example.org", "blog.example.net"))
    expect(command).to_contain_text("https://blog.example.net/path")
    assert "blog" not in page.evaluate("localStorage.getItem('troubleshooter.values')")
    page.get_by_label("Host name of the site").fill("mine.example.com")
    box(page).fill(HEADERS)
    expect(command).to_contain_text("https://mine.example.com/path")


def conclude(page: Page) -> None:
    """Answer every question until there is none left."""
    for _ in range(12):
        if page.locator("#end").count():
            return
        asked = question(page).inner_text()
        page.locator(".ts-outcomes button").first.click()
        expect(page.locator("#next, #end").first).not_to_have_text(asked)
    pytest.fail("the questions never end")


def test_answers_lead_to_a_cause_with_its_resolution_and_proof(open_page: OpenPage) -> None:
    page = paste(open_page, "Error 521")
    press(page, "I run it")
    conclude(page)
    end = page.locator(".ts-end")
    expect(end.locator("h3 a").first).to_have_attribute("href", re.compile("/causes/"))
    expect(end.locator(".ts-remedy a").first).to_have_attribute("href", re.compile("/resolutions/"))
    expect(end).to_contain_text("Proof that it worked")
    page.locator(".ts-support summary").click()
    expect(page.locator(".ts-ticks li").first).to_be_visible()


def test_nothing_is_asked_of_any_server_from_load_to_conclusion(open_page: OpenPage) -> None:
    page = open_page("diagnose/")
    page.wait_for_load_state("networkidle")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    box(page).fill(HEADERS)
    press(page, "I run it")
    conclude(page)
    page.locator(".ts-support summary").click()
    assert requests == []


@pytest.mark.parametrize(
    "payload",
    [
        "<script>window.hacked = true</script>",
        "<img src=x onerror='window.hacked = true'>",
        "<svg onload='window.hacked = true'></svg>",
        '"><iframe srcdoc="<script>parent.hacked = true</script>"></iframe>',
        "javascript:window.hacked=true",
    ],
)
def test_a_paste_stays_text(payload: str, open_page: OpenPage) -> None:
    page = paste(open_page, f"Error 522\n{payload}\n< server: cloudflare\n{payload} Error 525")
    expect(page.locator(".ts-read")).to_contain_text(payload)
    page.wait_for_timeout(200)
    assert page.evaluate("window.hacked") is None
    assert page.locator("[data-ts-result] :is(script, img, svg, iframe)").count() == 0


def test_a_link_holds_answers_and_not_the_text(open_page: OpenPage) -> None:
    page = paste(open_page, f"{HEADERS}\ncurl: (28) Failed to connect to x: Timeout was reached")
    press(page, "I run it")
    asked = question(page).inner_text()
    link = page.url
    assert "code=522" in link
    assert "r.request-origin-directly=connect-timeout" in link
    assert "shop.example" not in link
    assert "reader=owner" in link
    # Another browser: nothing but the link.
    other = open_page(f"diagnose/#{link.partition('#')[2]}")
    expect(question(other)).to_have_text(asked)
    expect(box(other)).to_have_value("")
    expect(other.get_by_role("button", name="I run it")).to_have_attribute("aria-pressed", "true")


def test_the_text_goes_into_the_link_only_on_demand(open_page: OpenPage) -> None:
    page = paste(open_page, HEADERS)
    page.get_by_label("Put the pasted text into the link too").check()
    expect(page.get_by_label("Put the pasted text into the link too")).to_be_checked()
    assert "shop.example.org" in page.url
    other = open_page(f"diagnose/#{page.url.partition('#')[2]}")
    expect(box(other)).to_have_value(HEADERS)
    expect(other.locator(".ts-read mark").first).to_be_visible()
    page.get_by_label("Put the pasted text into the link too").uncheck()
    page.wait_for_function("!location.hash.includes('shop')")


def test_back_forward_and_reload_keep_the_place(open_page: OpenPage) -> None:
    page = paste(open_page, HEADERS)
    first = question(page).inner_text()
    press(page, "A normal answer")
    expect(question(page)).not_to_have_text(first)
    second = question(page).inner_text()
    page.go_back()
    expect(question(page)).to_have_text(first)
    expect(box(page)).to_have_value(HEADERS)
    page.go_forward()
    expect(question(page)).to_have_text(second)
    page.reload()
    expect(question(page)).to_have_text(second)
    expect(box(page)).to_have_value(HEADERS)


def test_what_a_command_printed_answers_its_check(open_page: OpenPage) -> None:
    page = paste(open_page, "Error 522")
    first = question(page).inner_text()
    output = page.get_by_label("What the command printed")
    output.fill("nothing that is known")
    expect(page.locator(".ts-paste-back [role=status]")).to_contain_text("No known outcome")
    output.fill("curl: (28) Failed to connect to 192.0.2.10 port 443: Timeout was reached")
    expect(question(page)).not_to_have_text(first)
    expect(page.locator(".ts-trail-so-far")).to_contain_text("Timed out while connecting")
    expect(page.locator(".ts-way__done")).to_contain_text("Timed out while connecting")


def test_not_knowing_is_an_answer_and_can_be_taken_back(open_page: OpenPage) -> None:
    page = paste(open_page, "Error 522")
    first = question(page).inner_text()
    press(page, "I can't tell")
    expect(question(page)).not_to_have_text(first)
    press(page, "I have no access")
    expect(page.locator(".ts-trail-so-far li")).to_have_count(2)
    for _ in range(2):
        page.get_by_role("button", name="Take back").last.click()
    expect(question(page)).to_have_text(first)


def test_what_was_read_can_be_denied(open_page: OpenPage) -> None:
    page = paste(open_page, "Error 522\ncurl: (28) Failed to connect to x: Timeout was reached")
    expect(page.locator(".ts-trail-so-far")).to_contain_text("read from the text")
    press(page, "Not so")
    expect(page.locator(".ts-trail-so-far")).to_contain_text("I can't tell")
    expect(page.locator(".ts-trail-so-far")).not_to_contain_text("read from the text")
    expect(page.locator(".ts-causes")).not_to_contain_text("Timed out while connecting")


def test_a_visitor_is_told_that_it_is_not_them(open_page: OpenPage) -> None:
    page = paste(open_page, "Error 522")
    press(page, "I only visit it")
    expect(page.locator(".ts-visitor")).to_contain_text("522")
    expect(page.locator(".ts-ask .ts-quiet").first).not_to_contain_text("On a machine")
    # It is asked once.
    page.goto(page.url.partition("#")[0] + "#code=525")
    page.reload()
    expect(page.get_by_role("button", name="I only visit it")).to_have_attribute(
        "aria-pressed", "true"
    )


def test_of_two_codes_the_reader_chooses(open_page: OpenPage) -> None:
    page = paste(open_page, "Error 522 in the morning, Error 525 at noon")
    expect(page.locator("#several")).to_contain_text("2 codes")
    assert "code=" not in page.url
    # Who gets the link is asked as well.
    other = open_page(f"diagnose/#{page.url.partition('#')[2]}")
    expect(other.locator("#several")).to_contain_text("2 codes")
    press(page, "Error 525: SSL handshake failed")
    expect(page.locator("#verdict")).to_contain_text("525")
    assert "code=525" in page.url
    # The choice can be made again.
    press(page, "Error 522: Connection timed out")
    expect(page.locator("#verdict")).to_contain_text("522")


def test_what_is_no_error_of_ours_is_said(open_page: OpenPage) -> None:
    page = paste(open_page, "ERROR 1045 (28000): Access denied for user 'shop'@'localhost'")
    expect(page.locator("#verdict")).to_have_text("This comes from somewhere else")
    box(page).fill("the quick brown fox")
    expect(page.locator("#verdict")).to_have_text("No code in this text")
    box(page).fill("HTTP/2 403\nserver: cloudflare")
    expect(page.locator("#verdict")).to_contain_text("A 403")
    press(page, "Diagnose it")
    expect(page.locator("#verdict")).to_contain_text("Error 403")


def test_it_works_with_the_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page("diagnose/")
    box(page).focus()
    page.keyboard.insert_text("Error 522")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Diagnose", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#verdict")).to_be_focused()
    asked = question(page).inner_text()
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.ts-outcomes') !== null"):
            break
    page.keyboard.press("Enter")
    expect(question(page)).not_to_have_text(asked)
    expect(question(page)).to_be_focused()


def test_on_a_phone_everything_fits_and_can_be_hit(open_page: OpenPage) -> None:
    page = paste(open_page, HEADERS, **PHONE)
    press(page, "I run it")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for button in page.locator("[data-ts-diagnose] :is(button, select, summary):visible").all():
        size = button.bounding_box()
        assert size is not None
        assert size["height"] >= 44, button.inner_text()
    # Phones zoom into fields with letters below 16 px when they are tapped.
    for field in page.locator("[data-ts-diagnose] :is(textarea, select, input[type=text])").all():
        assert field.evaluate("field => parseFloat(getComputedStyle(field).fontSize)") >= 16
    conclude(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("options", [{}, PHONE], ids=["desk", "phone"])
def test_axe_finds_nothing_at_any_stage(
    scheme: str, options: dict[str, Any], open_page: OpenPage, bare_violations: dict[str, set[str]]
) -> None:
    page = paste(open_page, f"{HEADERS}\nError 525", color_scheme=scheme, **options)

    def look() -> None:
        assert violations_beyond(page, bare_violations[scheme]) == {}

    look()
    press(page, "Error 522: Connection timed out")
    press(page, "I only visit it")
    look()
    press(page, "I run it")
    press(page, "A normal answer")
    conclude(page)
    page.locator(".ts-support summary").click()
    look()


def write_har(entries: int, size: int) -> str:
    """Return a HAR file in which one request in ten failed."""
    filler = "x" * size
    return json.dumps(
        {
            "log": {
                "version": "1.2",
                "entries": [
                    {
                        "startedDateTime": "2026-11-22T07:41:09Z",
                        "time": 19012.5,
                        "request": {"method": "GET", "url": f"https://shop.example.org/{number}"},
                        "response": {
                            "status": 200 if number % 10 else 522,
                            "statusText": "",
                            "httpVersion": "http/2.0",
                            "headers": [{"name": "server", "value": "cloudflare"}],
                            "content": {"text": f'{filler}"}}]{{'},
                        },
                    }
                    for number in range(entries)
                ],
            }
        }
    )


def test_of_a_har_file_the_failed_requests_are_listed(open_page: OpenPage, tmp_path: Path) -> None:
    file = tmp_path / "visit.har"
    file.write_text(write_har(20, 100))
    page = open_page("diagnose/")
    page.locator("input[type=file]").set_input_files(file)
    expect(page.locator("#har")).to_contain_text("2 of 20 requests failed")
    page.get_by_role("button", name="https://shop.example.org/10").click()
    expect(page.locator("#verdict")).to_contain_text("Error 522")
    expect(page.locator(".ts-emitter")).to_contain_text("edge")
    # The other failed request is one step back, or one button away.
    page.go_back()
    expect(page.locator("#har")).to_contain_text("2 of 20 requests failed")
    page.go_forward()
    expect(page.locator("#verdict")).to_contain_text("Error 522")
    press(page, "Another request of this file")
    page.get_by_role("button", name="https://shop.example.org/0").click()
    expect(page.locator("#verdict")).to_contain_text("Error 522")
    # Pasting it does the same.
    box(page).fill(file.read_text())
    expect(page.locator("#har")).to_contain_text("2 of 20 requests failed")


def test_a_large_har_file_does_not_freeze_the_page(open_page: OpenPage, tmp_path: Path) -> None:
    file = tmp_path / "large.har"
    file.write_text(write_har(500, 100_000))
    assert file.stat().st_size > 50_000_000
    page = open_page("diagnose/")
    page.evaluate("window.beats = 0; setInterval(() => { window.beats += 1; }, 5)")
    page.locator("input[type=file]").set_input_files(file)
    expect(page.locator("#har")).to_contain_text("50 of 500 requests failed", timeout=60_000)
    # The page went on living while the file was read, piece by piece.
    assert page.evaluate("window.beats") > 20


def test_a_dropped_file_is_read_like_a_paste(open_page: OpenPage) -> None:
    page = open_page("diagnose/")
    page.evaluate(
        """text => {
            const data = new DataTransfer();
            data.items.add(new File([text], "headers.txt"));
            const zone = document.querySelector("[data-ts-diagnose]");
            zone.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true}));
        }""",
        HEADERS,
    )
    expect(page.locator("#verdict")).to_contain_text("Error 522")
    expect(box(page)).to_have_value(HEADERS)


def test_the_home_box_hands_over_what_it_does_not_know(open_page: OpenPage) -> None:
    page = open_page()
    words = "my shop has shown error 522 and error 525"
    page.get_by_label("Type a code, or what you see").fill(words)
    page.keyboard.press("Enter")
    page.wait_for_url("**/diagnose/**")
    expect(page.locator("#several")).to_be_visible()
    # Nothing of it stays behind for the next visit.
    later = page.url.partition("#")[0]
    page.goto(later.replace("diagnose/", ""))
    page.goto(later)
    expect(box(page)).to_have_value("")


def test_lines_pasted_into_the_home_box_go_to_the_diagnoser(open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_label("Type a code, or what you see").focus()
    page.evaluate(
        """text => {
            const data = new DataTransfer();
            data.setData("text", text);
            const options = {clipboardData: data, bubbles: true, cancelable: true};
            document.activeElement.dispatchEvent(new ClipboardEvent("paste", options));
        }""",
        HEADERS,
    )
    page.wait_for_url("**/diagnose/**")
    expect(box(page)).to_have_value(HEADERS)
    expect(page.locator("#verdict")).to_contain_text("Error 522")


def test_without_scripts_the_page_leads_elsewhere(open_page: OpenPage) -> None:
    page = open_page("diagnose/", java_script_enabled=False)
    expect(page.get_by_text("This page needs JavaScript")).to_be_visible()
    page.get_by_role("link", name="start from what you see").first.click()
    page.wait_for_url("**/start/")


def test_it_works_from_the_file_system(browser: Browser, tmp_path: Path) -> None:
    site = build_site(ROOT / "mkdocs.yml", tmp_path / "site", use_directory_urls=False, site_url="")
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((site.folder / "diagnose.html").as_uri())
    box(page).fill(HEADERS)
    expect(page.locator("#verdict")).to_contain_text("Error 522")
    press(page, "A normal answer")
    conclude(page)
    page.locator("#verdict a").click()
    page.wait_for_url("**/codes/522.html")
    context.close()


def test_the_engine_can_be_used_by_another_page(open_page: OpenPage) -> None:
    page = open_page("diagnose/")
    said = page.evaluate("troubleshooter.diagnose({text: 'Error 522', answers: {}})")
    assert (said["code"], said["emitted_by"]) == ("522", "edge")
    assert {"id", "probability", "because"} <= set(said["causes"][0])
    assert said["next"]["check"]
    assert said["found"][0]["line"] == "Error 522"
    assert page.evaluate("JSON.stringify(troubleshooter.diagnose())")


def ranked(page: Page) -> list[str]:
    """Return the causes as they are ranked."""
    return page.locator(".ts-ranked > li > a, .ts-ranked .ts-chance").all_inner_texts()


def test_a_reload_and_a_link_change_no_conclusion(open_page: OpenPage) -> None:
    text = (
        f"{HEADERS}\ncurl: (28) Failed to connect to x: Timeout was reached\ncf-cache-status: HIT"
    )
    page = paste(open_page, text)
    before = ranked(page)
    page.reload()
    assert ranked(page) == before
    expect(page.get_by_role("button", name="Not so").first).to_be_visible()
    other = open_page(f"diagnose/#{page.url.partition('#')[2]}")
    expect(other.get_by_role("button", name="Not so").first).to_be_visible()
    assert ranked(other)[0] == before[0]


def test_giving_up_rules_nothing_out_and_the_page_says_so(open_page: OpenPage) -> None:
    page = paste(open_page, "Error 522")
    press(page, "I run it")
    for _ in range(8):
        if page.locator("#end").count():
            break
        press(page, "I have no access")
    expect(page.locator("#end")).to_have_text("No further check helps")
    expect(page.locator(".ts-end")).to_contain_text("Nothing is ruled out")
    assert page.locator(".ts-end .ts-remedy").count() == 0


def test_a_code_without_known_causes_says_so(open_page: OpenPage) -> None:
    page = open_page("diagnose/#code=1022")
    expect(page.locator("#end")).to_have_text("No cause is known for this code")
    expect(page.locator(".ts-ticks li").first).to_be_visible()


@pytest.mark.parametrize("fragment", ["", "#code=522", "#codes=522&codes=525", "#code=999"])
def test_clear_begins_anew(fragment: str, open_page: OpenPage) -> None:
    page = open_page(f"diagnose/{fragment}")
    press(page, "Clear")
    expect(page.locator("#verdict")).to_have_count(0)
    expect(page.get_by_label("Nothing to paste?")).to_be_visible()
    assert "code" not in page.url


@pytest.mark.parametrize(
    "fragment",
    [
        "code=522&a.constructor=x&a.toString=y&r.__proto__=z",
        "code=522&a.request-origin-directly=constructor",
        "code=522&a.no-such-check=works&reader=nobody",
    ],
)
def test_an_old_or_odd_link_still_works(fragment: str, open_page: OpenPage) -> None:
    page = open_page(f"diagnose/#{fragment}")
    expect(question(page)).to_have_text("What does the origin answer when the edge is left out?")
    expect(page.locator(".ts-trail-so-far")).to_have_count(0)


def test_an_unknown_code_in_a_link_is_called_that(open_page: OpenPage) -> None:
    page = open_page("diagnose/#code=999")
    expect(page.locator("#verdict")).to_have_text("999 is not known here")


def test_the_list_of_codes_waits_for_the_button(open_page: OpenPage) -> None:
    page = open_page("diagnose/")
    page.get_by_label("Nothing to paste?").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.type("522")
    expect(page.locator("#verdict")).to_have_count(0)
    press(page, "Diagnose this code")
    expect(page.locator("#verdict")).to_contain_text("Error 522")


def test_somebody_else_s_link_does_not_change_who_i_am(open_page: OpenPage) -> None:
    page = paste(open_page, "Error 522")
    press(page, "I run it")
    page.goto(page.url.partition("#")[0].replace("diagnose/", ""))
    page.goto(f"{page.url}diagnose/#code=522&reader=visitor")
    expect(page.locator(".ts-visitor")).to_be_visible()
    assert page.evaluate("localStorage.getItem('troubleshooter.reader')") == "owner"
    press(page, "I only visit it")
    expect(page.locator(".ts-visitor")).to_have_count(0)


def test_lines_of_another_system_lose_no_answers(open_page: OpenPage, tmp_path: Path) -> None:
    file = tmp_path / "headers.txt"
    file.write_bytes(HEADERS.replace("\n", "\r\n").encode())
    page = open_page("diagnose/")
    page.locator("input[type=file]").set_input_files(file)
    press(page, "A normal answer")
    press(page, "Diagnose")
    expect(page.locator(".ts-trail-so-far")).to_contain_text("A normal answer")


def test_more_text_about_the_same_keeps_the_answers(open_page: OpenPage) -> None:
    page = paste(open_page, "Error 522")
    press(page, "A normal answer")
    box(page).fill("Error 522\nIt began after the firewall was replaced")
    expect(page.locator(".ts-read")).to_contain_text("firewall")
    expect(page.locator(".ts-trail-so-far")).to_contain_text("A normal answer")
    box(page).fill("Error 525")
    expect(page.locator("#verdict")).to_contain_text("525")
    expect(page.locator(".ts-trail-so-far")).to_have_count(0)


def test_the_last_press_counts_and_not_a_paste_before_it(open_page: OpenPage) -> None:
    page = paste(open_page, "Error 522")
    # At once, so that the press comes before the paste is looked at.
    page.evaluate(
        """() => {
            const output = document.getElementById("ts-output");
            output.value = "curl: (52) Empty reply from server";
            output.dispatchEvent(new Event("input", {bubbles: true}));
            const buttons = [...document.querySelectorAll(".ts-outcomes button")];
            buttons.find((button) => button.textContent === "A normal answer").click();
        }"""
    )
    page.wait_for_timeout(400)
    expect(page.locator(".ts-trail-so-far")).to_contain_text("A normal answer")
    expect(page.locator(".ts-trail-so-far li")).to_have_count(1)


def test_readings_that_contradict_each_other_can_be_settled(open_page: OpenPage) -> None:
    text = (
        "Error 522\ncurl: (28) Failed to connect to x: Timeout was reached\ncurl: (52) Empty reply"
    )
    page = paste(open_page, text)
    row = page.locator(".ts-trail-so-far li").first
    expect(row).to_contain_text("Timed out while connecting (curl exit 28) / Closed without a byte")
    row.get_by_role("button", name="Only: Closed without a byte").click()
    expect(page.locator(".ts-trail-so-far")).not_to_contain_text("Timed out")


def test_a_long_text_survives_going_back(open_page: OpenPage, tmp_path: Path) -> None:
    file = tmp_path / "long.log"
    file.write_text(HEADERS + "198.51.100.7 nothing\n" * 40_000)
    page = open_page("diagnose/")
    page.locator("input[type=file]").set_input_files(file)
    press(page, "A normal answer")
    page.go_back()
    expect(page.locator(".ts-trail-so-far")).not_to_contain_text("A normal answer")
    assert len(box(page).input_value()) > 800_000
    page.reload()
    expect(page.locator("[data-ts-result]")).to_be_visible()


def test_a_file_that_is_no_text_is_refused(open_page: OpenPage, tmp_path: Path) -> None:
    file = tmp_path / "picture.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    page = open_page("diagnose/")
    page.locator("input[type=file]").set_input_files(file)
    expect(page.locator("[role=status]").first).to_have_text(
        "picture.png could not be read: it is no text"
    )


def test_the_case_as_text_says_everything_and_no_secret(open_page: OpenPage) -> None:
    page = paste(
        open_page,
        f"{HEADERS}\nhttps://shop.example.org/cb?token=SECRET&x=1",
        permissions=["clipboard-read", "clipboard-write"],
    )
    press(page, "I can't tell")
    page.locator(".ts-support summary").click()
    press(page, "Copy the case as text")
    expect(page.locator("[role=status]").first).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Error 522: Connection timed out" in copied
    assert "230b030023ae2822" in copied
    assert "I can't tell" in copied
    assert "[x] The exact code and message, with the Ray ID" in copied
    assert "SECRET" not in copied
