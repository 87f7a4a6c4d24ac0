"""Every entry is reached from a code, a topic or another entry.

Codes, topics and cases are what readers come for, so nothing has to point at them.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_troubleshooter.model.kinds import KINDS
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.model.links import links_of, links_of_base
from mkdocs_troubleshooter.source import Problem

RULE = "entries-are-used"
ENTRANCES = frozenset({"code", "topic", "case"})


def check(knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Yield a problem for each entry that nothing names."""
    named = {(link.kind, link.target) for link in links_of_base(knowledge.base)}
    for kind, entries in knowledge.entries.items():
        for entry in entries.values():
            named.update(
                (link.kind, link.target)
                for link in links_of(entry)
                if (link.kind, link.target) != (kind, entry.id)
            )
    for kind, entries in knowledge.entries.items():
        if kind in ENTRANCES:
            continue
        for entry_id in entries:
            if (kind, entry_id) not in named:
                document = knowledge.documents[kind, entry_id]
                message = f"nothing names the {KINDS[kind].label} '{entry_id}'"
                hint = "name it where it belongs, or remove the file"
                yield document.problem(("id",), message, rule=RULE, hint=hint)
