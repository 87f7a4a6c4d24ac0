"""Every file opens with the line by which editors find its schema."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.model.schema import modeline
from mkdocs_troubleshooter.source import Document, Problem

RULE = "entries-name-their-schema"


def check(knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Yield a problem for each file without its line."""
    yield from _check_file(knowledge.base_document, modeline("base"))
    for (kind, _), document in knowledge.documents.items():
        yield from _check_file(document, modeline(kind))


def _check_file(document: Document, wanted: str) -> Iterator[Problem]:
    if document.text and document.text.partition("\n")[0].rstrip() != wanted:
        hint = f"put this line first: {wanted}"
        yield Problem(document.path, 1, 1, "the line for editors is missing", RULE, hint)
