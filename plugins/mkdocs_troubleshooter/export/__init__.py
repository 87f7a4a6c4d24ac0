"""The knowledge for programs: the same entries as data, feeds, inventories and plain Markdown.

Knows entries, pages and their addresses; knows no site generator. Each module writes one form.
"""

from mkdocs_troubleshooter.export.inventory import (
    INVENTORY,
    Inventory,
    read_inventory,
    write_inventory,
)

__all__ = ["INVENTORY", "Inventory", "read_inventory", "write_inventory"]
