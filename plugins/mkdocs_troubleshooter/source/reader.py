"""One YAML text to a document: values, positions, and everything YAML lets pass but we do not.

The parser's events are read one by one instead of letting PyYAML build objects: duplicate keys,
anchors, tags and depth are visible there, positions come for free, and no input, however deep,
can exhaust the stack. Only the C parser is used, so that its wording can be relied on.
"""

from __future__ import annotations

from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from mkdocs_troubleshooter.source.document import Document, Location, Position
from mkdocs_troubleshooter.source.problem import Problem
from mkdocs_troubleshooter.source.surprises import find_ambiguity, resolve_plain

DEEPEST = 12
"""Mappings and lists inside one another; an entry needs seven."""
LONGEST = 100_000
"""Characters in one scalar."""


def read_document(path: str, data: bytes) -> Document:
    """Read the bytes of one file; everything that is wrong with them is in `problems`."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Document(path, problems=(_describe_encoding(path, data, error),))
    reader = _Reader(path)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            reader.read(event)
            if reader.abandoned:
                break
    except yaml.YAMLError as error:
        reader.report(*_describe_syntax(error))
        return Document(path, None, text, reader.values, reader.keys, tuple(reader.problems))
    if reader.documents == 0 and not reader.problems:
        reader.report(Position(1, 1), "the file is empty")
    value = None if reader.abandoned else reader.root
    return Document(path, value, text, reader.values, reader.keys, tuple(reader.problems))


class _Reader:
    """Builds a value from parser events, with a stack of open containers instead of recursion."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.root: Any = None
        self.values: dict[Location, Position] = {}
        self.keys: dict[Location, Position] = {}
        self.problems: list[Problem] = []
        self.documents = 0
        self.abandoned = False
        # Each open container with its location and, for a mapping, the key that waits for a value.
        self._open: list[tuple[dict[str, Any] | list[Any], Location]] = []
        self._key: list[tuple[str, Position] | None] = []

    def report(self, position: Position, message: str, hint: str = "") -> None:
        self.problems.append(Problem(self.path, *position, message, "yaml", hint))

    def read(self, event: yaml.Event) -> None:
        if isinstance(event, ScalarEvent):
            self._read_scalar(event)
        elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            self._open_container(event)
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            self._open.pop()
            self._key.pop()
        elif isinstance(event, AliasEvent):
            position = _position(event)
            self.report(position, f"aliases are not allowed: write out what *{event.anchor} means")
            self._place(None, position)
        elif isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.report(_position(event), "one file holds one entry: remove the second '---'")
                self.abandoned = True

    def _open_container(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        position = _position(event)
        self._refuse_properties(event, position)
        if len(self._open) >= DEEPEST:
            self.report(position, f"nested more than {DEEPEST} levels deep")
            self.abandoned = True
            return
        container: dict[str, Any] | list[Any]
        container = {} if isinstance(event, MappingStartEvent) else []
        if self._awaits_key():
            self.report(position, "a key must be plain text")
            self.abandoned = True
            return
        location = self._place(container, position)
        self._open.append((container, location))
        self._key.append(None)

    def _read_scalar(self, event: ScalarEvent) -> None:
        position = _position(event)
        self._refuse_properties(event, position)
        text: str = event.value
        plain = event.implicit[0] and not event.tag
        if len(text) > LONGEST:
            self.report(position, f"{len(text):,} characters of text; {LONGEST:,} are allowed")
            text = text[:LONGEST]
        if plain and (meaning := find_ambiguity(text)):
            self.report(position, f"unquoted {text} is {meaning}", f"write '{text}' in quotes")
        if self._awaits_key():
            self._take_key(text, position)
        else:
            self._place(resolve_plain(text) if plain else text, position)

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1][0], dict) and self._key[-1] is None

    def _take_key(self, key: str, position: Position) -> None:
        container, location = self._open[-1]
        if key in container:
            line = self.keys[(*location, key)].line
            self.report(position, f"'{key}' is here twice", f"first on line {line}")
        self._key[-1] = (key, position)

    def _place(self, value: Any, position: Position) -> Location:
        if not self._open:
            self.root = value
            self.values[()] = position
            return ()
        container, parent = self._open[-1]
        if isinstance(container, list):
            location: Location = (*parent, len(container))
            container.append(value)
        else:
            waiting = self._key[-1]
            assert waiting is not None  # noqa: S101 - events alternate between key and value
            key, key_position = waiting
            self._key[-1] = None
            location = (*parent, key)
            # The first of two equal keys stays, so that its position does too.
            if key not in container:
                container[key] = value
                self.keys[location] = key_position
            elif location in self.values:
                return location
        self.values[location] = position
        return location

    def _refuse_properties(self, event: NodeEvent, position: Position) -> None:
        if event.anchor:
            self.report(position, f"anchors are not allowed: remove &{event.anchor}")
        tag = getattr(event, "tag", None)
        if tag:
            self.report(position, f"tags are not allowed: remove {_short_tag(tag)}")


def _position(event: yaml.Event) -> Position:
    mark = event.start_mark
    assert mark is not None  # noqa: S101 - the parser marks every event
    return Position(mark.line + 1, mark.column + 1)


def _short_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _describe_syntax(error: yaml.YAMLError) -> tuple[Position, str, str]:
    if isinstance(error, yaml.reader.ReaderError):
        return Position(1, 1), f"not YAML: {error.reason} (character {error.character!r})", ""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    position = Position(mark.line + 1, mark.column + 1) if mark else Position(1, 1)
    problem = getattr(error, "problem", None) or str(error)
    context = getattr(error, "context", None)
    hint = "a text that holds ': ' or starts with one of @`%&*!{[ needs quotes"
    return position, f"not YAML: {problem}" + (f" {context}" if context else ""), hint


def _describe_encoding(path: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Problem(path, 1, 1, "the file is UTF-16", "yaml", "save it as UTF-8")
    before = data[: error.start]
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    message = f"byte 0x{data[error.start]:02x} is not UTF-8"
    return Problem(path, line, column, message, "yaml", "save the file as UTF-8")
