"""Facts of one unit beside one another, to a logarithmic scale.

Waits differ by a factor of a thousand: on a linear scale the short ones would be one dot.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log10

from mkdocs_troubleshooter.model.entries import Fact

_STEPS = (1, 2, 5)
_LEFT = 2.0
"""Per cent of the width before the first tick, so that its label has room."""


@dataclass(frozen=True)
class Tick:
    """A line across the drawing."""

    at: float
    """Per cent of the width."""
    label: str


@dataclass(frozen=True)
class Bar:
    """One value of one fact, with all who state it."""

    fact: Fact
    owners: tuple[str, ...]
    amount: float
    start: float
    """Where the bar begins and ends, in per cent of the width."""
    end: float


@dataclass(frozen=True)
class Scale:
    """A drawing: ticks, and bars from the shortest to the longest."""

    unit: str
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]


def draw_scale(facts: Sequence[Fact], owners: Mapping[str | None, str]) -> Scale | None:
    """Return the values of some facts to scale; None if none is a number above zero."""
    stated: dict[tuple[str, float], dict[str, None]] = {}
    by_id = {fact.id: fact for fact in facts}
    for fact in facts:
        for value in fact.values:
            if isinstance(value.value, (int, float)) and value.value > 0:
                key = (fact.id, float(value.upto or value.value))
                stated.setdefault(key, {})[owners.get(value.provider, "")] = None
    if not stated:
        return None
    amounts = [amount for _, amount in stated]
    ticks = _choose_ticks(min(amounts), max(amounts))
    low, high = log10(ticks[0]), log10(ticks[-1])

    def place(amount: float) -> float:
        share = (log10(amount) - low) / (high - low)
        return round(_LEFT + share * (100 - 2 * _LEFT), 2)

    bars = [
        Bar(by_id[name], tuple(filter(None, who)), amount, place(ticks[0]), place(amount))
        for (name, amount), who in stated.items()
    ]
    return Scale(
        unit=facts[0].unit or "",
        ticks=tuple(Tick(place(tick), f"{tick:g}") for tick in ticks),
        bars=tuple(sorted(bars, key=lambda bar: bar.amount)),
    )


def _choose_ticks(low: float, high: float) -> list[float]:
    """Return round numbers from at most the lowest value to at least the highest."""
    first, last = int(log10(low)) - 1, int(log10(high)) + 1
    ticks = [step * 10.0**power for power in range(first, last + 1) for step in _STEPS]
    below = [tick for tick in ticks if tick < low]
    above = [tick for tick in ticks if tick >= high]
    between = [tick for tick in ticks if low <= tick < high]
    return [below[-1], *between, above[0]]
