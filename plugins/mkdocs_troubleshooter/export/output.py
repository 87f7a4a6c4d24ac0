"""Everything that is written beside the pages of a site, into the folder of the built site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from mkdocs_troubleshooter.export.api import write_api
from mkdocs_troubleshooter.export.copies import copy_former
from mkdocs_troubleshooter.export.feed import write_feed
from mkdocs_troubleshooter.export.inventory import INVENTORY, Inventory, write_inventory
from mkdocs_troubleshooter.export.labels import write_labels
from mkdocs_troubleshooter.export.llms import Readings
from mkdocs_troubleshooter.export.opensearch import write_opensearch
from mkdocs_troubleshooter.export.twins import Document, Twins, write_twins
from mkdocs_troubleshooter.site import Site, boost_names, write_files

INDEX = "search/search_index.json"
"""The index of the theme's search, if it has one by then."""


def write_output(
    site: Site, inventory: Inventory, documents: Mapping[str, Document], root: Path
) -> None:
    """Write all files, let exact codes win in the search, and list what the site answers to."""
    twins = Twins(site, documents)
    readings = Readings(twins, twins.place)
    files = chain(write_data(site), write_twins(twins), readings.write())
    for path, content in copy_former(site, files):
        _write(root / path, content)
    index = root / INDEX
    if index.is_file():
        _write(index, boost_names(site, index.read_text("utf-8")))
    _write(root / INVENTORY, write_inventory(list_files(inventory, root)))


def list_files(inventory: Inventory, root: Path) -> Inventory:
    """Return an inventory with everything in a built site that is no page and leads to none."""
    pages = {*inventory.pages, *inventory.redirects}
    html = {f"{url}index.html" if url.endswith("/") or not url else url for url in pages}
    found = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    # What lies in a hidden folder is for web servers, and so is the page of what is not there.
    files = {*found, INVENTORY} - html - {"404.html"}
    kept = (path for path in files if not path.startswith("."))
    return inventory.model_copy(update={"files": tuple(sorted(kept))})


def write_data(site: Site) -> Iterator[tuple[str, str | bytes]]:
    """Yield what does not depend on how pages are made: drawings, data, what leads on."""
    yield from write_files(site)
    for write in _WRITERS:
        yield from write(site)


def _write(path: Path, content: str | bytes) -> None:
    data = content if isinstance(content, bytes) else content.encode()
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        # Most files lie in a folder that is there already; asking first takes as long as writing.
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


_WRITERS: tuple[Callable[[Site], Iterable[tuple[str, str | bytes]]], ...] = (
    write_api,
    write_feed,
    write_labels,
    write_opensearch,
)
"""What writes the forms for programs, each as paths below the root and contents."""
