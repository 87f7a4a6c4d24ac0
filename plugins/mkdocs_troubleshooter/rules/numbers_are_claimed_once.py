"""Every number stands for one entry: its own, or one that lists it as another of its numbers."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.source import Problem

RULE = "numbers-are-claimed-once"


def check(knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Yield a problem for each number that another entry has already."""
    owners = {code: code for code in knowledge.codes}
    for code in knowledge.codes.values():
        for index, number in enumerate(code.also):
            owner = owners.setdefault(number, code.id)
            if owner != code.id or number == code.id:
                document = knowledge.documents["code", code.id]
                message = f"'{number}' is the entry '{owner}' already"
                yield document.problem(("also", index), message, rule=RULE)
