"""Every row of a table has as many cells as the table has columns."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.source import Problem

RULE = "tables-are-even"


def check(knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Yield a problem for each row that is too short or too long."""
    for topic in knowledge.topics.values():
        document = knowledge.documents["topic", topic.id]
        for index, section in enumerate(topic.sections):
            if section.table is None:
                continue
            wanted = len(section.table.columns)
            for row, cells in enumerate(section.table.rows):
                if len(cells) != wanted:
                    location = ("sections", index, "table", "rows", row)
                    message = f"{len(cells)} cells in a table of {wanted} columns"
                    yield document.problem(location, message, rule=RULE)
