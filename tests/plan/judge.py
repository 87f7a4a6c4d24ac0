"""A second planner that shares no line with the first: it tries everything, and is slow.

It is written from the description of the model alone: one fault, or something that nobody has
listed; an answer rules out whoever would have shown another one; silence rules nothing out and
shows what the others show on average; an unlisted fault shows anything. A check may be done where
every answer rules somebody out, those that have to wait only where no other one can be done; where
none can, suspects that no check has spoken of yet are confirmed by the check that refutes best.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache


@dataclass(frozen=True)
class Check:
    name: str
    minutes: Fraction
    outcomes: tuple[str, ...]
    last: bool
    expects: tuple[tuple[str, frozenset[str]], ...]
    """By suspect; those that are missing say nothing."""


@dataclass(frozen=True)
class Riddle:
    weights: tuple[tuple[str, Fraction], ...]
    checks: tuple[Check, ...]
    other: Fraction


def judge(riddle: Riddle) -> Fraction:
    """Return the fewest minutes in which the cause can be expected to be known."""
    weights = dict(riddle.weights)
    tables = {check: dict(check.expects) for check in riddle.checks}

    def remain(left: frozenset[str], check: Check, outcome: str) -> frozenset[str]:
        table = tables[check]
        return frozenset(who for who in left if who not in table or outcome in table[who])

    def choices(left: frozenset[str], heard: frozenset[str]) -> list[Check]:
        useful = [
            check
            for check in riddle.checks
            if all(remain(left, check, outcome) != left for outcome in check.outcomes)
        ]
        useful = [check for check in useful if not check.last] or useful
        if useful or not left or left & heard:
            return useful
        rated = []
        for place, check in enumerate(riddle.checks):
            refuting = sum(not remain(left, check, outcome) for outcome in check.outcomes)
            if refuting:
                price = check.minutes * len(check.outcomes) / refuting
                rated.append((check.last, price, place))
        return [riddle.checks[min(rated)[2]]] if rated else []

    @cache
    def best(left: frozenset[str], heard: frozenset[str]) -> Fraction:
        values = []
        for check in choices(left, heard):
            table = tables[check]
            known = sum((weights[who] for who in left), Fraction(0))
            speaking = sum((weights[who] for who in left if who in table), Fraction(0))
            value = check.minutes
            for outcome in check.outcomes:
                shown = sum(
                    (
                        weights[who] / len(table[who])
                        for who in left
                        if who in table and outcome in table[who]
                    ),
                    Fraction(0),
                )
                chance = known * shown / speaking if speaking else Fraction(0)
                chance = (chance + riddle.other / len(check.outcomes)) / (known + riddle.other)
                after = remain(left, check, outcome)
                value += chance * best(after, (heard | frozenset(table)) & after)
            values.append(value)
        return min(values, default=Fraction(0))

    return best(frozenset(weights), frozenset())
