"""What axe finds on a page."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def violations(page: Page) -> dict[str, list[str]]:
    """Return what axe finds, as the places of each rule that is broken."""
    results = Axe().run(page).response["violations"]
    return {item["id"]: [node["html"][:200] for node in item["nodes"]] for item in results}


def violations_beyond(page: Page, known: set[str]) -> dict[str, list[str]]:
    """Return what axe finds, the rules aside that are broken elsewhere anyway."""
    return {rule: nodes for rule, nodes in violations(page).items() if rule not in known}
