"""When entries were compared with their sources, and how long ago that was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from mkdocs_troubleshooter.model.entries import Entry, Fact, FactValue, SourcedEntry
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.site.pages import Page, Site

_AGE = re.compile(r"(\d{1,5})\s*(d|w|m|y)?")
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365, None: 1}


class Ageing(NamedTuple):
    """A value that was last checked long ago."""

    fact: Fact
    value: FactValue
    days: int


def compared_on(entry: Entry) -> date | None:
    """Return the day on which an entry was compared with its sources; a fact's newest."""
    if isinstance(entry, Fact):
        return max(value.checked for value in entry.values)
    return entry.checked if isinstance(entry, SourcedEntry) else None


def day_of(site: Site, page: Page) -> date | None:
    """Return the day of the entry that a page shows, or the latest of those that it lists."""
    if page.entry is not None:
        return compared_on(page.entry)
    entries = site.knowledge.entries
    every = [entry for listed in entries.values() for entry in listed.values()]
    listed = entries[page.kind].values() if page.kind else every
    # Sources have no day of their own: what is compared with them has.
    return _find_latest(listed) or _find_latest(every)


def _find_latest(entries: Iterable[Entry]) -> date | None:
    return max(filter(None, map(compared_on, entries)), default=None)


def read_age(text: str) -> timedelta | None:
    """Return an age such as 365d, 52w, 12m or 1y; None if it is none of these."""
    match = _AGE.fullmatch(text.strip().lower())
    return timedelta(days=int(match[1]) * _DAYS[match[2]]) if match else None


def list_ageing(knowledge: KnowledgeBase, age: timedelta, today: date) -> Iterator[Ageing]:
    """Yield the values that were checked at least so long ago, oldest first."""
    found = [
        Ageing(fact, value, (today - value.checked).days)
        for fact in knowledge.facts.values()
        for value in fact.values
        if today - value.checked >= age
    ]
    yield from sorted(found, key=lambda item: -item.days)
