"""The knowledge for programs: the same entries as data, feeds, inventories and plain Markdown.

Knows entries, pages and their addresses; knows no site generator. Each module writes one form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mkdocs_troubleshooter.export.inventory import (
    INVENTORY,
    Inventory,
    read_inventory,
    write_inventory,
)
from mkdocs_troubleshooter.export.opensearch import write_opensearch
from mkdocs_troubleshooter.site import Site

__all__ = ["INVENTORY", "Inventory", "read_inventory", "write_exports", "write_inventory"]

_WRITERS: tuple[Callable[[Site], Iterator[tuple[str, str | bytes]]], ...] = (write_opensearch,)


def write_exports(site: Site) -> Iterator[tuple[str, str | bytes]]:
    """Yield the path below the site's root and the content of each file for programs."""
    for write in _WRITERS:
        yield from write(site)
