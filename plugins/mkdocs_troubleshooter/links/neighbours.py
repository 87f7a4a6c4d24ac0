"""The address that is most like one that does not exist, out of thousands, in no time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from heapq import nlargest

INDEX = "index.html"
"""The name of a folder's own page."""
COMMON = 200
"""Addresses that share three letters; more say nothing about which of them is meant."""
LIKELY = 4
"""Addresses that are compared in full."""


@dataclass(frozen=True)
class Neighbours:
    """Addresses that can be suggested."""

    addresses: Sequence[str]

    def find(self, path: str) -> tuple[str, ...]:
        """Return the address most like a path, if any is; the last part counts most."""
        same = self._by_name.get(_name(path))
        if same:
            return tuple(get_close_matches(path.lower(), same, 1, cutoff=0))
        # To compare with every address would take an hour where ten thousands of links are wrong.
        shared: Counter[str] = Counter()
        for part in _cut(path):
            addresses = self._by_part.get(part, ())
            shared.update(addresses if len(addresses) <= COMMON else ())
        # A longer address shares more by chance.
        alike = {address: count / (len(path) + len(address)) for address, count in shared.items()}
        likely = nlargest(LIKELY, alike, key=alike.__getitem__)
        return tuple(get_close_matches(path.lower(), likely, 1))

    @cached_property
    def _by_name(self) -> Mapping[str, list[str]]:
        grouped: dict[str, list[str]] = {}
        for address in self.addresses:
            grouped.setdefault(_name(address), []).append(address)
        return grouped

    @cached_property
    def _by_part(self) -> Mapping[str, list[str]]:
        grouped: dict[str, list[str]] = {}
        for address in self.addresses:
            for part in _cut(address):
                grouped.setdefault(part, []).append(address)
        return grouped


def _cut(address: str) -> Iterator[str]:
    """Yield each three letters that follow one another."""
    text = f"/{address.lower()}"
    return (text[place : place + 3] for place in range(len(text) - 2))


def _name(address: str) -> str:
    """Return the last part of an address, by which people know it."""
    path = address.removesuffix(INDEX).rstrip("/")
    return path.rpartition("/")[2].removesuffix(".html").lower()
