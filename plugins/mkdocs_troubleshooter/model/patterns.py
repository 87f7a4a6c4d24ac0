"""The regular expressions of entries: where they stand, and how they are read.

Browsers read them too, with the same flags, so they keep to what both engines know.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from mkdocs_troubleshooter.model.cues import find_cues
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


class Shelf:
    """Texts that are searched together: a pattern is tried only on those that have its words."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = list(texts.items())
        self._starts: list[int] = []
        length = 0
        for text in texts.values():
            self._starts.append(length)
            length += len(text.lower()) + 1
        self._folded = "\n".join(texts.values()).lower()

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[str, re.Match[str]]]:
        """Yield each match and the name of the text that it is in."""
        words = find_cues(pattern.pattern, FLAGS)
        places = sorted({place for word in words for place in self._list_places(word)})
        for place in places if words else range(len(self._texts)):
            name, text = self._texts[place]
            for match in pattern.finditer(text):
                yield name, match

    def _list_places(self, literal: str) -> list[int]:
        """Return the places of the texts that a literal is in."""
        places: list[int] = []
        at = self._folded.find(literal)
        while at >= 0:
            places.append(bisect_right(self._starts, at) - 1)
            following = places[-1] + 1
            if following == len(self._starts):
                break
            at = self._folded.find(literal, self._starts[following])
        return places
