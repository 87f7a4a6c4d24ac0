"""The regular expressions of entries: where they stand, and how they are read.

Browsers read them too, with the same flags, so they keep to what both engines know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_troubleshooter.model.entries import Check, Code, Entry, Sign
from mkdocs_troubleshooter.model.kinds import KindName
from mkdocs_troubleshooter.source import Location

WITH_PATTERNS: tuple[KindName, ...] = ("code", "check", "sign")
FLAGS = re.MULTILINE | re.IGNORECASE


def patterns_of(entry: Entry) -> Iterator[tuple[Location, str]]:
    """Yield every pattern of an entry and where it stands."""
    if isinstance(entry, Check):
        for index, outcome in enumerate(entry.outcomes):
            for number, pattern in enumerate(outcome.patterns):
                yield ("outcomes", index, "patterns", number), pattern
    elif isinstance(entry, Code):
        for number, pattern in enumerate(entry.signatures):
            yield ("signatures", number), pattern
    elif isinstance(entry, Sign):
        for number, pattern in enumerate(entry.patterns):
            yield ("patterns", number), pattern


def compile_pattern(pattern: str) -> re.Pattern[str] | None:
    """Return a pattern ready for use, or None for one that is no regular expression."""
    try:
        return re.compile(pattern, FLAGS)
    except re.error:
        return None
