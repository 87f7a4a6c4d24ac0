"""Everything that is written beside the pages of a site, into the folder of the built site."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path

from mkdocs_troubleshooter.export.api import write_api
from mkdocs_troubleshooter.export.copies import copy_former
from mkdocs_troubleshooter.export.inventory import INVENTORY, Inventory, write_inventory
from mkdocs_troubleshooter.export.opensearch import write_opensearch
from mkdocs_troubleshooter.site import Site, boost_names, write_files

INDEX = "search/search_index.json"
"""The index of the theme's search, if it has one by then."""


def write_output(site: Site, inventory: Inventory, root: Path) -> None:
    """Write all files, let exact codes win in the search, and list what the site answers to."""
    files = chain(write_files(site), *(write(site) for write in _WRITERS))
    for path, content in copy_former(site, files):
        _write(root / path, content)
    index = root / INDEX
    if index.is_file():
        _write(index, boost_names(site, index.read_text("utf-8")))
    written = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    listed = sorted(path for path in {*written, INVENTORY} if not path.endswith(".html"))
    _write(root / INVENTORY, write_inventory(inventory.model_copy(update={"files": listed})))


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


_WRITERS: tuple[Callable[[Site], Iterable[tuple[str, str | bytes]]], ...] = (
    write_api,
    write_opensearch,
)
"""What writes the forms for programs, each as paths below the root and contents."""
