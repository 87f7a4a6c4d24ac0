"""How long ago facts were compared with their sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from mkdocs_troubleshooter.model.entries import Fact, FactValue
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase

_AGE = re.compile(r"(\d{1,5})\s*(d|w|m|y)?")
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365, None: 1}


class Ageing(NamedTuple):
    """A value that was last checked long ago."""

    fact: Fact
    value: FactValue
    days: int


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
