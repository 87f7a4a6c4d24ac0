"""A problem as data. Where it is printed, and what it stops, is decided elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Severity = Literal["error", "advice"]
"""An error stops a build; advice is printed and changes nothing."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong with one place in one file."""

    path: str
    line: int
    """Counted from 1."""
    column: int
    """In characters, counted from 1."""
    message: str
    rule: str = "yaml"
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        """Return the one-line form that editors and terminals turn into a link."""
        tail = f" ({self.hint})" if self.hint else ""
        return f"{self.path}:{self.line}:{self.column}: {self.message}{tail}"


def nearest(wanted: str, known: Iterable[str]) -> str:
    """Return a hint that names the known value most like the wanted one, or nothing."""
    names = list(dict.fromkeys(known))
    found = get_close_matches(wanted.lower(), [name.lower() for name in names], n=1, cutoff=0.6)
    if found:
        match = next(name for name in names if name.lower() == found[0])
        return f"did you mean '{match}'?"
    if 0 < len(names) <= _SHORT_LIST:
        return "one of: " + ", ".join(names)
    return ""


_SHORT_LIST = 8
