"""Everything that a site answers to, as one file: what links to it are checked against, offline.

Addresses are written as they stand behind the address of the site, so `codes/522/` and
`codes/522/#causes`; those of a site without directory addresses end in `.html`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from mkdocs_troubleshooter.site.addresses import (
    Address,
    address_url,
    page_key,
    page_url,
    read_address,
)
from mkdocs_troubleshooter.site.anchors import find_anchors
from mkdocs_troubleshooter.site.ledger import HOME
from mkdocs_troubleshooter.site.pages import Site
from mkdocs_troubleshooter.site.redirects import list_redirects

INVENTORY = "api/v1/addresses.json"
"""Where it lies below the root of a site."""


class Inventory(BaseModel):
    """The addresses of one site."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    version: Annotated[int, Field(ge=1, le=1)] = 1
    """Of this form."""
    name: str
    """Of the site."""
    site: str = ""
    """The address of the site's root, with its slash; empty where the site does not know it."""
    pages: Mapping[str, tuple[str, ...]]
    """The anchors of each page."""
    redirects: Mapping[str, tuple[str, ...]] = {}
    """Where a short or former address leads; of several places, the reader chooses."""
    short: tuple[str, ...] = ()
    """Those of them that are made to be written down, such as `522/`; the others have moved."""
    anchors: Mapping[str, str] = {}
    """Where a former anchor leads: `causes/#old` to `causes/#new`."""
    files: tuple[str, ...] = ()
    """Everything else that can be asked for, such as drawings and data."""


def make_inventory(site: Site, bodies: Mapping[str, str]) -> Inventory:
    """Return the addresses of a site, given the body of each page by the page's address.

    Pages that lead on are added. Files are not known before all of them are written.
    """

    def spell(address: Address) -> str:
        return address_url(address, directories=site.directories)

    pages: dict[str, tuple[str, ...]] = {}
    anchors: dict[str, str] = {}
    for url, body in bodies.items():
        pages[url] = tuple(find_anchors(body))
        page = read_address(url).page
        promised = site.ledger.anchors.get(page_key(page), ())
        for anchor, (target, _) in site.moves.find_kept(page, pages[url], promised).items():
            anchors[f"{url or HOME}#{anchor}"] = spell(target)
    redirects: dict[str, tuple[str, ...]] = {}
    short: list[str] = []
    for redirect in list_redirects(site):
        url = page_url(redirect.path, directories=site.directories)
        redirects[url] = tuple(spell(choice.target) for choice in redirect.choices)
        if page_key(redirect.path) not in site.moves.by_page:
            short.append(url)
        for anchor, choice in redirect.parts.items():
            anchors[f"{url}#{anchor}"] = spell(choice.target)
    return Inventory(
        name=site.knowledge.base.name,
        site=f"{site.base.rstrip('/')}/" if site.base else "",
        pages=dict(sorted(pages.items())),
        redirects=redirects,
        short=tuple(short),
        anchors=dict(sorted(anchors.items())),
    )


def write_inventory(inventory: Inventory) -> str:
    """Return an inventory as JSON."""
    return inventory.model_dump_json(indent=1) + "\n"


def read_inventory(text: str) -> Inventory:
    """Return the inventory that a JSON text holds.

    Raises ValueError, with a message in one line, for any other text.
    """
    try:
        return Inventory.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise ValueError(f"{place + ': ' if place else ''}{first['msg']}") from error
