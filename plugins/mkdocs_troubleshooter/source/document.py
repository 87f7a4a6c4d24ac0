"""One YAML file, read: its value, and the position of every key and value in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from mkdocs_troubleshooter.source.problem import Problem, Severity

Location = tuple[str | int, ...]
"""Keys and indexes from the top of a document to one value."""


class Position(NamedTuple):
    """Line and column, both counted from 1, the column in characters."""

    line: int
    column: int


START = Position(1, 1)


@dataclass(frozen=True)
class Document:
    """A file's value with positions; `value` is None when nothing usable was read."""

    path: str
    """As it is to be shown in messages, with forward slashes."""
    value: Any = None
    text: str = ""
    values: dict[Location, Position] = field(default_factory=dict)
    """Where each value starts."""
    keys: dict[Location, Position] = field(default_factory=dict)
    """Where the key of each mapping value starts."""
    problems: tuple[Problem, ...] = ()

    def find(self, location: Location, *, at_key: bool = False) -> Position:
        """Return the position of a location, or of its closest ancestor in the file.

        Locations from validators may hold segments that are not in the file (tags of unions,
        keys that are missing); those are skipped over or answered by the parent's key.
        """
        known = self._existing(location)
        if at_key or len(known) < len(location):
            return self.keys.get(known) or self.values.get(known, START)
        return self.values.get(known, START)

    def problem(  # noqa: PLR0913 - each part of a problem is named by its caller
        self,
        location: Location,
        message: str,
        *,
        rule: str,
        hint: str = "",
        at_key: bool = False,
        severity: Severity = "error",
    ) -> Problem:
        """Return a problem that points at a location of this file."""
        line, column = self.find(location, at_key=at_key)
        return Problem(self.path, line, column, message, rule, hint, severity)

    def _existing(self, location: Location) -> Location:
        known: Location = ()
        for segment in location:
            if (*known, segment) in self.values:
                known = (*known, segment)
        return known
