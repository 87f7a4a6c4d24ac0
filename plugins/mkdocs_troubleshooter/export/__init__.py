"""The knowledge for programs: the same entries as data, feeds, inventories and plain Markdown.

Knows entries, pages and their addresses; knows no site generator. Each module writes one form.
"""

from mkdocs_troubleshooter.export.folder import FolderError
from mkdocs_troubleshooter.export.head import add_head
from mkdocs_troubleshooter.export.hosting import prepare_hosting
from mkdocs_troubleshooter.export.inventory import (
    INVENTORY,
    Inventory,
    make_inventory,
    read_inventory,
)
from mkdocs_troubleshooter.export.manuscript import EXTENSIONS, materialise, write_settings
from mkdocs_troubleshooter.export.meaning import Shown
from mkdocs_troubleshooter.export.output import write_output
from mkdocs_troubleshooter.export.policy import find_wrong_sources
from mkdocs_troubleshooter.export.promises import (
    extend_ledger,
    find_broken,
    find_false_moves,
    find_new,
)
from mkdocs_troubleshooter.export.twins import Document, explain, name_page

__all__ = [
    "EXTENSIONS",
    "INVENTORY",
    "Document",
    "FolderError",
    "Inventory",
    "Shown",
    "add_head",
    "explain",
    "extend_ledger",
    "find_broken",
    "find_false_moves",
    "find_new",
    "find_wrong_sources",
    "make_inventory",
    "materialise",
    "name_page",
    "prepare_hosting",
    "read_inventory",
    "write_output",
    "write_settings",
]
