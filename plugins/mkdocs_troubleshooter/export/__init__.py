"""The knowledge for programs: the same entries as data, feeds, inventories and plain Markdown.

Knows entries, pages and their addresses; knows no site generator. Each module writes one form.
"""

from mkdocs_troubleshooter.export.inventory import (
    INVENTORY,
    Inventory,
    make_inventory,
    read_inventory,
)
from mkdocs_troubleshooter.export.output import write_output
from mkdocs_troubleshooter.export.promises import (
    extend_ledger,
    find_broken,
    find_false_moves,
    find_new,
)

__all__ = [
    "INVENTORY",
    "Inventory",
    "extend_ledger",
    "find_broken",
    "find_false_moves",
    "find_new",
    "make_inventory",
    "read_inventory",
    "write_output",
]
