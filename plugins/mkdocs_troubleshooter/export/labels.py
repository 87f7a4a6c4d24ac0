"""Labels for other documentation: Sphinx and mkdocstrings read `objects.inv` and link by name.

A code answers to each of its numbers, and every entry to its kind and id, as in `check:run-mtr`.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_troubleshooter.model.kinds import KindName
from mkdocs_troubleshooter.site.addresses import address_of, address_url
from mkdocs_troubleshooter.site.pages import Site

LABELS = "objects.inv"
_VERSION = "stable"
"""An inventory has to name a version of what it describes; addresses are the same in all."""


def write_labels(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the inventory of labels, in the packed form that Sphinx writes."""
    # It takes a tenth of a second to import, and only builds need it.
    from sphobjinv import DataObjStr, Inventory, compress  # noqa: PLC0415

    inventory = Inventory()
    # Programs split an inventory at every kind of line break.
    inventory.project = " ".join(site.knowledge.base.name.split())
    inventory.version = _VERSION
    for name, url, title in list_labels(site):
        label = DataObjStr(
            name=name,
            domain="std",
            role="label",
            priority="-1",
            uri=url,
            dispname=" ".join(title.split()),
        )
        inventory.objects.append(label)
    yield LABELS, compress(inventory.data_file(contract=True))


def list_labels(site: Site) -> Iterator[tuple[str, str, str]]:
    """Yield each label, the address below the root that it stands for, and a title."""
    names: list[tuple[str, KindName, str]] = [
        (number, "code", code) for number, code in site.knowledge.numbers.items()
    ]
    for kind, entries in site.knowledge.entries.items():
        names += [(f"{kind}:{entry_id}", kind, entry_id) for entry_id in entries]
    for name, kind, entry_id in names:
        address = address_of(site.knowledge, kind, entry_id)
        entry = site.knowledge.find(kind, entry_id)
        if address is not None and entry is not None:
            url = address_url(address, directories=site.directories)
            yield name, url, site.view.title(entry)
