"""Texts inside entries: where they stand, and the references and placeholders in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from mkdocs_troubleshooter.model.values import Markup

Location = tuple[str | int, ...]

REFERENCE_KINDS = (
    *("code", "cause", "check", "resolution", "support", "fact", "source", "case", "topic"),
    *("catalogue", "term", "phase"),
)
REFERENCE = re.compile(
    rf"\{{(?P<kind>{'|'.join(REFERENCE_KINDS)})"
    r":(?P<id>[A-Za-z0-9._-]+)(?:@(?P<part>[a-z0-9-]+))?(?:\|(?P<label>[^{}|\n]+))?\}"
)
NEARLY = re.compile(r"\{(?P<kind>[a-z]+):(?P<id>[A-Za-z0-9._-]+)(?:@[^{}\n]*)?(?:\|[^{}\n]*)?\}")
"""What looks like a reference, whatever its kind."""
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
"""Code in a Markdown text."""
PLACEHOLDER = re.compile(r"\{(?P<id>[a-z][a-z0-9_]*)\}")


@dataclass(frozen=True)
class Reference:
    """A reference in a text, such as {fact:syn-ack-wait@ibm} or {cause:port-closed|the port}."""

    kind: str
    id: str
    part: str | None = None
    """Of a fact or term: one provider. Of a topic: one section."""
    label: str | None = None
    """The words to show instead of the title."""


def find_references(text: str) -> list[Reference]:
    """Return the references in a text, in order."""
    if "{" not in text:
        return []
    return [Reference(**match.groupdict()) for match in REFERENCE.finditer(text)]


def find_unknown_kinds(text: str) -> list[str]:
    """Return the kinds of what looks like references outside code but is none."""
    if "{" not in text:
        return []
    kinds = (match["kind"] for match in NEARLY.finditer(CODE.sub(" ", text)))
    return [kind for kind in kinds if kind not in REFERENCE_KINDS]


def walk_prose(entry: BaseModel) -> Iterator[tuple[Location, str]]:
    """Yield every Markdown text of an entry with its location."""
    yield from _walk(entry, ())


def _walk(model: BaseModel, location: Location) -> Iterator[tuple[Location, str]]:
    for name, prose in _fields(type(model)):
        yield from _walk_value(getattr(model, name), (*location, name), prose=prose)


def _walk_value(value: Any, location: Location, *, prose: bool) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        if prose:
            yield location, value
    elif isinstance(value, BaseModel):
        yield from _walk(value, location)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk_value(item, (*location, index), prose=prose)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _walk_value(item, (*location, key), prose=prose)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    return tuple((name, _is_prose(field)) for name, field in model.model_fields.items())


def _is_prose(field: FieldInfo) -> bool:
    return any(isinstance(item, Markup) for item in field.metadata) or _holds_markup(
        field.annotation
    )


def _holds_markup(annotation: Any) -> bool:
    if any(isinstance(item, Markup) for item in getattr(annotation, "__metadata__", ())):
        return True
    return any(_holds_markup(part) for part in get_args(annotation) if not isinstance(part, type))
