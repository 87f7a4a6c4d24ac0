"""The ledger: every address that a site has published, one a line, as it stands behind the root.

Lines are only ever added, so what is promised once stays promised.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from mkdocs_troubleshooter.site.addresses import address_key, page_key, read_address

LEDGER = "addresses.txt"
"""Its name in the folder of the knowledge base. Without the file, nothing is promised."""
HOME = "./"
"""The first page of a site, whose address below the root is empty."""
HEAD = """\
# Every address that this site has published: pages, and the anchors on them.
# `troubleshooter addresses --update` adds new ones. Lines are never removed: where something has
# been renamed or removed, what replaces it names the old address under `formerly`.
"""


@dataclass(frozen=True)
class Ledger:
    """The addresses that a site has published."""

    shown_as: str = LEDGER
    """How the file is written in messages."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line of each address, counted from 1."""

    @cached_property
    def keys(self) -> frozenset[str]:
        """The addresses as they are compared."""
        return frozenset(map(address_key, self.lines))

    @cached_property
    def anchors(self) -> Mapping[str, tuple[str, ...]]:
        """The anchors of each page, by the page's key."""
        grouped: dict[str, list[str]] = {}
        for address in self.lines:
            page, anchor = read_address(address)
            if anchor:
                grouped.setdefault(page_key(page), []).append(anchor)
        return {page: tuple(anchors) for page, anchors in grouped.items()}


def read_ledger(folder: Path, shown_as: str) -> Ledger | None:
    """Return the ledger of a knowledge base; None if there is no such file.

    Whatever stands in a line is taken for an address: one that never was is reported as missing.
    """
    path = folder / LEDGER
    if not path.is_file():
        return None
    text = path.read_text("utf-8", errors="replace")
    lines: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        address = line.strip()
        if address and not address.startswith("#"):
            lines.setdefault(address, number)
    return Ledger(f"{shown_as}/{LEDGER}", lines)
