"""Lists of ids name each id once, and parts of an entry have ids of their own."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_troubleshooter.model.entries import Check, Code, Entry, Topic
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.model.links import links_of
from mkdocs_troubleshooter.source import Location, Problem

RULE = "lists-do-not-repeat"


def check(knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Yield a problem for each second mention of an id in one list."""
    for kind, entries in knowledge.entries.items():
        for entry in entries.values():
            seen: dict[tuple[Location, str], Location] = {}
            document = knowledge.documents[kind, entry.id]
            for location, name in _named_items(entry):
                first = seen.setdefault((location[:1], name), location)
                if first != location:
                    line = document.find(first).line
                    yield document.problem(
                        location, f"'{name}' is here twice", rule=RULE, hint=f"first on line {line}"
                    )


def _named_items(entry: Entry) -> Iterator[tuple[Location, str]]:
    lists = (
        "sources",
        "phases",
        "carried_by",
        "acts",
        "resolutions",
        "workarounds",
        "facts",
        "support",
        "related",
    )
    for link in links_of(entry):
        if link.location[0] in lists and len(link.location) > 1:
            yield link.location, link.target
    match entry:
        case Code():
            for index, item in enumerate(entry.causes):
                yield ("causes", index, "cause"), item.cause
            for index, variant in enumerate(entry.variants):
                yield ("variants", index, "id"), variant.id
        case Check():
            for index, outcome in enumerate(entry.outcomes):
                yield ("outcomes", index, "id"), outcome.id
        case Topic():
            for index, section in enumerate(entry.sections):
                yield ("sections", index, "id"), section.id
        case _:
            pass
