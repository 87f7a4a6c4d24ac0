"""Everything that a site answers to, as one file: what links to it are checked against, offline.

Addresses are written as they stand behind the address of the site, so `codes/522/` and
`codes/522/#causes`; those of a site without directory addresses end in `.html`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

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
    anchors: Mapping[str, str] = {}
    """Where a former anchor leads: `causes/#old` to `causes/#new`."""
    files: tuple[str, ...] = ()
    """Everything else that can be asked for, such as drawings and data."""


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
