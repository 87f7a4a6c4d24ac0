"""Flowcharts as browsers draw them, and as the real Mermaid does."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import OpenPage
from tests.conftest import KB, BuiltSite
from tests.npm import MERMAID

PAGES = [*sorted(f"codes/{path.stem}" for path in KB.glob("codes/*.yaml")), "start"]

OVERFLOWING = """
() => {
  const wrong = [];
  for (const group of document.querySelectorAll("svg.ts-chart g")) {
    const box = group.querySelector("rect").getBBox();
    for (const text of group.querySelectorAll("text")) {
      const inner = text.getBBox();
      if (inner.x < box.x || inner.x + inner.width > box.x + box.width
          || inner.y < box.y || inner.y + inner.height > box.y + box.height) {
        wrong.push(`${text.textContent}: ${inner.width} in ${box.width}`);
      }
    }
  }
  const boxes = [...document.querySelectorAll("svg.ts-chart rect")].map((rect) => rect.getBBox());
  const labels = [...document.querySelectorAll("svg.ts-chart text.l")];
  const places = labels.map((label) => label.getBBox());
  places.forEach((place, index) => {
    for (const other of [...boxes, ...places.slice(0, index)]) {
      if (place.x < other.x + other.width && other.x < place.x + place.width
          && place.y + 1 < other.y + other.height && other.y + 1 < place.y + place.height
          && other.width < 590) {
        wrong.push("overlaps: " + labels[index].textContent);
      }
    }
  });
  return wrong;
}
"""


def test_every_text_stays_inside_its_box(browser: Browser, address: str) -> None:
    page = browser.new_page()
    wrong = {}
    for path in PAGES:
        page.goto(f"{address}{path}/flowchart.svg")
        found = page.evaluate(OVERFLOWING)
        if found:
            wrong[path] = found
    page.close()
    assert wrong == {}


@pytest.mark.parametrize("path", ["codes/522/", "codes/502/", "start/"])
def test_it_stays_inside_in_the_pages_own_font(path: str, open_page: OpenPage) -> None:
    page = open_page(path)
    page.evaluate("document.fonts.ready")
    assert page.evaluate(OVERFLOWING) == []


@pytest.mark.parametrize("path", ["codes/522/", "start/"])
def test_on_a_phone_only_the_chart_scrolls_sideways(path: str, open_page: OpenPage) -> None:
    page = open_page(path, viewport={"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    frame = page.locator(".ts-chart-frame")
    assert frame.evaluate("frame => frame.scrollWidth > frame.clientWidth")
    assert frame.evaluate("frame => getComputedStyle(frame).overflowY") != "hidden"


@pytest.mark.parametrize("path", ["codes/522/", "start/"])
def test_on_a_phone_the_steps_as_text_come_opened(path: str, open_page: OpenPage) -> None:
    phone = open_page(path, viewport={"width": 390, "height": 844})
    phone.locator("#plan[open]").wait_for()
    phone.locator("ol.ts-plan > li").first.wait_for()
    assert open_page(path).locator("#plan[open]").count() == 0


def test_every_box_is_reached_and_opened_with_the_keyboard(open_page: OpenPage) -> None:
    page = open_page("codes/1020/")
    page.locator(".ts-chart-frame").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('svg.ts-chart') !== null")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/checks/[a-z0-9-]+/$"))
    page.wait_for_load_state("networkidle")


def test_a_connector_leads_to_the_question_with_its_number(open_page: OpenPage) -> None:
    page = open_page("codes/502/")
    link = page.locator("svg.ts-chart g.go a").first
    number = link.text_content()
    link.click()
    assert page.url.endswith(f"#step-{(number or '').split()[-1]}")


def test_the_mermaid_source_is_copied(browser: Browser, address: str, real_site: BuiltSite) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}codes/522/")
    page.get_by_role("button", name="Copy Mermaid source").click()
    page.get_by_text("Copied", exact=False).wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == real_site.read("codes/522/flowchart.mmd")
    context.close()


@pytest.fixture(scope="module")
def mermaid(browser: Browser) -> Page:
    page = browser.new_page()
    page.set_content("<div id=chart></div>")
    page.add_script_tag(path=MERMAID.fetch("dist/mermaid.min.js"))
    # As hosts of repositories set it up.
    page.evaluate("mermaid.initialize({startOnLoad: false, securityLevel: 'strict'})")
    return page


def test_mermaid_itself_draws_every_source(mermaid: Page, real_site: BuiltSite) -> None:
    for path in PAGES:
        source = real_site.read(f"{path}/flowchart.mmd")
        drawn = mermaid.evaluate(
            "async (source) => (await mermaid.render('chart-drawn', source)).svg", source
        )
        mermaid.evaluate("svg => document.getElementById('chart').innerHTML = svg", drawn)
        boxes = source.count('["') + source.count('{{"')
        assert mermaid.locator("#chart .node").count() == boxes, path
        assert mermaid.locator("#chart a").count() == source.count("  click "), path
        text = mermaid.locator("#chart").text_content() or ""
        assert "#39;" not in text
        assert "Syntax error" not in text
