"""Where everything is found: page and anchor of every entry, and links between pages.

Until a page is written out, a link is kept as `ts:page#anchor`, so that rendered texts can be
shared by pages at different depths. Anchors come from ids, never from titles.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from mkdocs_troubleshooter.model.entries import Case
from mkdocs_troubleshooter.model.kinds import KINDS, KindName
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase

SCHEME = "ts:"
ASSET_FOLDER = "assets/troubleshooter"
"""Where the plugin's own scripts and styles lie, below the root of the site."""
DIAGNOSE = "diagnose"
"""The page of the diagnoser."""
OWN_PAGE: tuple[KindName, ...] = ("code", "cause", "check", "resolution", "topic", "guide")
"""Kinds whose entries have a page each; the others share their kind's page."""


class Address(NamedTuple):
    """A page, as its source path without ending, and an anchor on it."""

    page: str
    anchor: str = ""

    @property
    def pending(self) -> str:
        """The link as it stands in a page that has not been written out."""
        return f"{SCHEME}{self.page}" + (f"#{self.anchor}" if self.anchor else "")


def entry_page(kind: KindName, entry_id: str) -> str:
    """Return the page of an entry that has one; guides stand at the root of the site."""
    return entry_id if kind == "guide" else f"{KINDS[kind].folder}/{entry_id}"


def index_page(kind: KindName) -> str:
    """Return the page that lists all entries of a kind."""
    return f"{KINDS[kind].folder}/index"


def address_of(knowledge: KnowledgeBase, kind: str, entry_id: str) -> Address | None:
    """Return where an entry or phase is found, or None if there is nothing to link to."""
    if kind == "phase":
        return Address(index_page("code"), f"phase-{entry_id}")
    if kind not in KINDS or not knowledge.has_file(kind, entry_id):
        return None
    name: KindName = kind
    if name == "code":
        entry_id = knowledge.numbers.get(entry_id, entry_id)
    if name in OWN_PAGE:
        return Address(entry_page(name, entry_id))
    entry = knowledge.find(name, entry_id)
    if isinstance(entry, Case) and entry.causes and knowledge.has_file("cause", entry.causes[0]):
        # A case is an example of what it turned out to be.
        return Address(entry_page("cause", entry.causes[0]), f"case-{entry_id}")
    return Address(index_page(name), f"{name}-{entry_id}")


def read_address(text: str) -> Address:
    """Return the address that a text below the root of the site stands for, however it ends."""
    path, _, anchor = text.removeprefix("./").partition("#")
    return Address(path.strip("/").removesuffix(".html") or "index", anchor)


def address_key(text: str) -> str:
    """Return an address as addresses are compared: how that of its page ends makes no difference.

    So a copy of a site for a folder, whose pages end in .html, keeps what the site has promised.
    """
    page, anchor = read_address(text)
    return f"{page_key(page)}#{anchor}" if anchor else page_key(page)


def page_key(page: str) -> str:
    """Return a page's path as pages are compared: a folder and its index are the same."""
    return "" if page == "index" else page.removesuffix("/index")


def page_url(page: str, *, directories: bool) -> str:
    """Return the address of a page below the root of the site, as MkDocs makes it."""
    if page == "index" or page.endswith("/index"):
        folder = page.removesuffix("index")
        return folder if directories else f"{folder}index.html"
    return f"{page}/" if directories else f"{page}.html"


def twin_path(page: str, *, directories: bool) -> str:
    """Return where the Markdown twin of a page lies below the root of the site."""
    url = page_url(page, directories=directories)
    return f"{url}index.md" if url.endswith("/") or not url else f"{url.removesuffix('.html')}.md"


def address_url(address: Address, *, directories: bool) -> str:
    """Return an address below the root of the site, its anchor included."""
    url = page_url(address.page, directories=directories)
    return f"{url}#{address.anchor}" if address.anchor else url


def relative_url(target: str, origin: str) -> str:
    """Return the link from the page at one address to another, both below the root."""
    return "../" * origin.count("/") + target or "./"


def file_link(page: str, name: str) -> str:
    """Return the pending link to a file that belongs to a page."""
    return file_address(file_path(page, name)).pending


def file_address(path: str) -> Address:
    """Return a file below the root of the site as if it were a page."""
    return Address(f"{_FILE}{path}")


def file_path(page: str, name: str) -> str:
    """Return where a file that belongs to a page lies below the root."""
    return f"{page}/{name}"


_FILE = "file:"
_PENDING_MARKDOWN = re.compile(
    # Begins with what is rare, which makes it five times as fast.
    rf"{SCHEME}(?:(?<=\]\({SCHEME})|(?<=\]: {SCHEME}))([^)#\s]*)(?:#([^)\s]*))?"
)
_PENDING = re.compile(rf'(href=|src=|action=|href )"{SCHEME}([^"#]*)(#[^"]*)?"')


def write_links(html: str, page: str, *, directories: bool) -> str:
    """Return a page's HTML with every pending link made relative to the page."""
    origin = page_url(page, directories=directories)
    urls: dict[str, str] = {}

    def write(match: re.Match[str]) -> str:
        attribute, target, anchor = match[1], match[2], match[3] or ""
        if target == page and anchor:
            return f'{attribute}"{anchor}"'
        if target not in urls:
            urls[target] = relative_url(_url_of(target, directories=directories), origin)
        return f'{attribute}"{urls[target]}{anchor}"'

    return _PENDING.sub(write, html)


def write_links_of_file(text: str, path: str, *, base: str, directories: bool) -> str:
    """Return a file's text with every pending link written out.

    Files are taken elsewhere, so links are absolute where the site's own address is known; if it is
    not, they are relative to the file.
    """

    def write(match: re.Match[str]) -> str:
        url = _url_of(match[2], directories=directories)
        url = f"{base.rstrip('/')}/{url}" if base else relative_url(url, path)
        return f'{match[1]}"{url}{match[3] or ""}"'

    return _PENDING.sub(write, text)


def write_links_of_markdown(text: str, write: Callable[[Address], str]) -> str:
    """Return Markdown with every pending link written out; what to write is given by a function."""
    return _PENDING_MARKDOWN.sub(lambda match: write(Address(match[1], match[2] or "")), text)


def find_target(address: Address, locate: Callable[[str], str]) -> str:
    """Return where an address leads below the root; where pages lie is given by a function."""
    if address.page.startswith(_FILE):
        return address.page.removeprefix(_FILE)
    path = locate(address.page)
    return f"{path}#{address.anchor}" if address.anchor else path


def _url_of(target: str, *, directories: bool) -> str:
    if target.startswith(_FILE):
        return target.removeprefix(_FILE)
    return page_url(target, directories=directories)
