"""Every page as plain Markdown, beside its HTML: for programs, for terminals, for other generators.

Knows what is on each page, and how Markdown is written so that no text of an entry is taken for
more than it is.
"""

from mkdocs_troubleshooter.export.twins.documents import (
    Document,
    name_page,
    read_document,
    replace_embeds,
)
from mkdocs_troubleshooter.export.twins.pen import DRAWN
from mkdocs_troubleshooter.export.twins.terminal import explain
from mkdocs_troubleshooter.export.twins.twin import Twins, write_twins

__all__ = [
    "DRAWN",
    "Document",
    "Twins",
    "explain",
    "name_page",
    "read_document",
    "replace_embeds",
    "write_twins",
]
