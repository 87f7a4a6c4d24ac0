"""An earlier id or address belongs to one entry, and to none that still has it."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_troubleshooter.model.kinds import KINDS
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.source import Problem

RULE = "former-ids-are-free"


def check(knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Yield a problem for each earlier id that is in use, and for each address claimed twice."""
    owners: dict[str, str] = {}
    for kind, entries in knowledge.entries.items():
        for entry in entries.values():
            document = knowledge.documents[kind, entry.id]
            for index, former in enumerate(entry.formerly):
                folder = KINDS[kind].folder
                address = f"{folder}/{former.address}/" if former.is_id else former.address
                place = ("formerly", index)
                if former.is_id and knowledge.has_file(kind, former.address):
                    message = f"the {KINDS[kind].label} '{former.address}' still exists"
                    yield document.problem(place, message, rule=RULE)
                owner = owners.setdefault(_spell(address), entry.id)
                if owner != entry.id:
                    message = f"'{former.address}' leads to '{owner}' already"
                    yield document.problem(place, message, rule=RULE)
    for index, moved in enumerate(knowledge.base.formerly):
        owner = owners.setdefault(_spell(moved.address), moved.now)
        if owner != moved.now:
            message = f"'{moved.address}' leads to '{owner}' already"
            yield knowledge.base_document.problem(("formerly", index), message, rule=RULE)


def _spell(address: str) -> str:
    """Return an address as it is compared, with or without the slash that ends its page."""
    page, _, anchor = address.partition("#")
    return f"{page.rstrip('/')}#{anchor}"
