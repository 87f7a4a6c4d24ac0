"""Commands name readers' own values as placeholders, and no real host or address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import ip_address, ip_network

from pydantic import BaseModel

from mkdocs_troubleshooter.model.entries import Command
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.model.prose import PLACEHOLDER
from mkdocs_troubleshooter.source import Document, Location, Problem, nearest

RULE = "commands-use-placeholders"

_DOCUMENTATION = tuple(
    ip_network(text)
    for text in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "127.0.0.0/8", "0.0.0.0/8")
)
_ADDRESS = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])")


def check(knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Yield a problem for each unknown placeholder and each real address in a command."""
    known = [placeholder.id for placeholder in knowledge.base.placeholders]
    for kind, entries in knowledge.entries.items():
        for entry in entries.values():
            document = knowledge.documents[kind, entry.id]
            for location, command in _commands(entry, ()):
                yield from _check_command(command, location, document, known)


def _commands(model: BaseModel, location: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(model, Command) and model.run is not None:
        yield (*location, "run"), model.run
    for name in type(model).model_fields:
        value = getattr(model, name)
        for index, item in enumerate(value if isinstance(value, tuple) else ()):
            if isinstance(item, BaseModel):
                yield from _commands(item, (*location, name, index))


def _check_command(
    command: str, location: Location, document: Document, known: list[str]
) -> Iterator[Problem]:
    for match in PLACEHOLDER.finditer(command):
        before = command[: match.start()]
        # ${name} is the shell's, %{name} curl's and Apache's.
        if match["id"] not in known and not before.endswith(("$", "%")):
            message = f"there is no placeholder {match.group()}"
            hint = nearest(match["id"], known)
            yield document.problem(location, message, rule=RULE, hint=hint)
    for match in _ADDRESS.finditer(command):
        try:
            address = ip_address(match.group())
        except ValueError:
            continue
        if not any(address in network for network in _DOCUMENTATION):
            message = f"{address} may be somebody's address"
            hint = "use a placeholder, or 192.0.2.1 and its neighbours"
            yield document.problem(location, message, rule=RULE, hint=hint)
