"""The causes of a code as suspects, and its checks as trials of them.

The model is deliberately plain, so that a reader can follow it: exactly one suspect, or something
that nobody has listed, is the fault. An answer rules out every suspect that would have shown
another one; those that remain keep their weights relative to one another. A suspect that says
nothing about a trial is never ruled out by it, and is taken to show what the others do on average.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_troubleshooter.model.entries import Check, Code
from mkdocs_troubleshooter.model.expectations import Expectations, merge_expectations
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase

Left = int
"""A set of suspects, one bit for each, in their order."""


@dataclass(frozen=True)
class Suspect:
    """A cause of a code, with its weight and what checks would show."""

    cause: str
    weight: float
    expects: Expectations


@dataclass(frozen=True)
class Trial:
    """A check, as far as it concerns the suspects of one code."""

    check: str
    minutes: float
    """What it costs, the minutes to begin it included."""
    last: bool
    """Whether it waits until nothing else helps: it carries a risk, or needs somebody else."""
    outcomes: tuple[str, ...]
    speaks: Left
    """The suspects that say something about it."""
    allows: tuple[Left, ...]
    """By outcome, the suspects that remain when it is seen."""
    shares: tuple[tuple[tuple[Left, float], ...], ...]
    """By outcome, the speaking suspects that can show it, and the weight with which they do."""

    def decides(self, left: Left) -> bool:
        """Tell whether every answer rules out one of the suspects that are left."""
        # A loop: this is asked more often than anything else, and all() takes twice as long.
        for allowed in self.allows:  # noqa: SIM110
            if not left & ~allowed:
                return False
        return True


@dataclass(frozen=True)
class Line:
    """The suspects and trials of one code: everything a plan is made from."""

    suspects: tuple[Suspect, ...]
    trials: tuple[Trial, ...]
    """In the order in which the data names them."""
    other: float
    """The weight of something that nobody has listed."""

    def weigh(self, left: Left) -> float:
        """Return the weight of the suspects in a set, without that of something else."""
        return sum(suspect.weight for suspect in self.pick(left))

    def pick(self, left: Left) -> list[Suspect]:
        """Return the suspects in a set, in their order."""
        return [item for index, item in enumerate(self.suspects) if left >> index & 1]


def line_up(knowledge: KnowledgeBase, code: Code) -> Line:
    """Return the suspects and trials of a code; causes and checks that do not exist are left out.

    An outcome that a check does not have is ignored, and so is an expectation that has none left.
    """
    weights = {word.id: float(word.weight) for word in knowledge.base.likelihoods}
    suspects = []
    for item in code.causes:
        cause = knowledge.causes.get(item.cause)
        if cause is not None:
            expects = merge_expectations(cause, item)
            suspects.append(Suspect(cause.id, weights.get(item.likelihood, 1.0), expects))
    outside = {role.id for role in knowledge.base.roles if role.outside}
    named = dict.fromkeys(check for suspect in suspects for check in suspect.expects)
    trials = [
        make_trial(
            suspects,
            knowledge.checks[name],
            begin=knowledge.base.minutes_to_begin,
            last=knowledge.checks[name].risk is not None or knowledge.checks[name].who in outside,
        )
        for name in named
        if name in knowledge.checks
    ]
    return Line(tuple(suspects), tuple(trials), float(knowledge.base.something_else))


def make_trial(
    suspects: Sequence[Suspect], check: Check, *, begin: float = 0, last: bool = False
) -> Trial:
    """Return a check as it concerns some suspects."""
    places = {outcome.id: place for place, outcome in enumerate(check.outcomes)}
    speaks: Left = 0
    allows: list[Left] = [0] * len(places)
    shares: list[list[tuple[Left, float]]] = [[] for _ in places]
    for index, suspect in enumerate(suspects):
        shown = [places[name] for name in suspect.expects.get(check.id, ()) if name in places]
        speaks |= bool(shown) << index
        for place in shown:
            allows[place] |= 1 << index
            shares[place].append((1 << index, suspect.weight / len(shown)))
    silent = (1 << len(suspects)) - 1 & ~speaks
    return Trial(
        check=check.id,
        minutes=float(check.minutes) + begin,
        last=last,
        outcomes=tuple(places),
        speaks=speaks,
        allows=tuple(silent | allowed for allowed in allows),
        shares=tuple(map(tuple, shares)),
    )
