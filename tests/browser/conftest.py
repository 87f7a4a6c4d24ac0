"""A real Chromium, and the built sites behind a small HTTP server on loopback."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.axe import violations
from tests.chromium import find
from tests.conftest import ROOT, BuiltSite, build_site
from tests.serving import serve

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a running Chromium; without one these tests fail, they are never skipped."""
    path = os.environ.get("CHROMIUM") or find()
    if path is None:
        pytest.fail("no Chromium: run `make test`, which finds or fetches one")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def address(real_site: BuiltSite) -> Iterator[str]:
    """Return where the project's own site is served."""
    with serve(real_site.folder) as url:
        yield url


OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[OpenPage]:
    """Return a function that opens a page of the site.

    Afterwards the test fails if any page logged an error or asked another host for anything.
    """
    complaints: list[str] = []
    contexts = []

    def watch(page: Page, base: str) -> None:
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on(
            "console",
            lambda message: complaints.append(message.text) if message.type == "error" else None,
        )
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((base, "data:", "blob:", "about:"))
                else complaints.append(f"foreign request: {request.url}")
            ),
        )

    def open_one(path: str = "", *, base: str = address, **options: object) -> Page:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        watch(page, base)
        page.goto(base + path)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def bare_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return where a page of Material for MkDocs alone is served, to compare with."""
    root = tmp_path_factory.mktemp("bare")
    (root / "docs").mkdir()
    (root / "docs/index.md").write_text(
        "# Bare\n\n## Two\n\nText with a [link](#two).\n\n```sh\nls\n```\n\n```sh\npwd\n```\n\n"
        "| a | b |\n| - | - |\n| 1 | 2 |\n"
    )
    theme = (ROOT / "mkdocs.yml").read_text("utf-8")
    lines = theme[theme.index("theme:") : theme.index("plugins:")].splitlines()
    kept = [line for line in lines if "logo:" not in line and "favicon:" not in line]
    extensions = "markdown_extensions: [tables, pymdownx.superfences]"
    (root / "mkdocs.yml").write_text("\n".join(["site_name: Bare", *kept, extensions]))
    with serve(build_site(root / "mkdocs.yml", root / "site").folder) as url:
        yield url


@pytest.fixture(scope="session")
def bare_violations(bare_address: str, browser: Browser) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(bare_address)
        found[scheme] = set(violations(page))
        context.close()
    return found
