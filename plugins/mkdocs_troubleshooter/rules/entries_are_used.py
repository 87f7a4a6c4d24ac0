"""Every entry is reached from a code, a topic or another entry.

Codes, topics and cases are what readers come for, so nothing has to point at them; what support
wants with every case is part of every code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_troubleshooter.model.entries import Entry, Requirement
from mkdocs_troubleshooter.model.kinds import KINDS, KindName
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.model.links import links_of, links_of_base
from mkdocs_troubleshooter.source import Problem

RULE = "entries-are-used"
ENTRANCES = frozenset({"code", "topic", "case", "sign", "guide", "catalogue"})


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
    # An entry that could not be read may name anything: its words count, so that one mistake does
    # not turn up as many.
    words = set(_WORDS.findall(" ".join(knowledge.documents[key].text for key in knowledge.broken)))
    for kind, entries in knowledge.entries.items():
        for entry_id, entry in entries.items():
            if (kind, entry_id) in named or entry_id in words or _is_entrance(kind, entry):
                continue
            document = knowledge.documents[kind, entry_id]
            message = f"nothing names the {KINDS[kind].label} '{entry_id}'"
            hint = "name it where it belongs, or remove the file"
            yield document.problem(("id",), message, rule=RULE, hint=hint)


def _is_entrance(kind: KindName, entry: Entry) -> bool:
    return kind in ENTRANCES or (isinstance(entry, Requirement) and entry.always)


_WORDS = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
