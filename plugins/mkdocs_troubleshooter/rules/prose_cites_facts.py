"""Quantities in prose come from facts, so that they carry a source and a date.

Code in backticks and commands are left alone: there a number is part of what is typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.model.prose import CODE, REFERENCE, walk_prose
from mkdocs_troubleshooter.source import Document, Problem

RULE = "prose-cites-facts"

_QUANTITY = re.compile(
    r"(?<![\w.,-])\d[\d.,]*\s?-?(?:%|(?:ms|milliseconds?|s|secs?|seconds?|mins?|minutes?|hours?|"
    r"days?|weeks?|months?|years?|bytes?|[KMG]i?B|requests?|hops?|characters?)\b)"
)


def check(knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Yield a problem for each quantity that is written out."""
    yield from _check_model(knowledge.base, knowledge.base_document)
    for kind, entries in knowledge.entries.items():
        # A fact's own note may spell out its value, and a case tells what happened once.
        if kind in ("fact", "case", "source"):
            continue
        for entry in entries.values():
            yield from _check_model(entry, knowledge.documents[kind, entry.id])


def _check_model(model: BaseModel, document: Document) -> Iterator[Problem]:
    for location, text in walk_prose(model):
        bare = REFERENCE.sub(" ", CODE.sub(" ", text))
        for match in _QUANTITY.finditer(bare):
            yield document.problem(
                location,
                f"'{match.group()}' is written out",
                rule=RULE,
                hint="cite it as {fact:...}, so that it has a source and a date",
            )
