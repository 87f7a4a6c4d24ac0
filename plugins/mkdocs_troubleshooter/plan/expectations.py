"""What every check would show for every cause of a code, as probabilities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_troubleshooter.model.entries import Check, Code
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase


@dataclass(frozen=True)
class Suspect:
    """A cause of a code, with its prior and what checks would show."""

    cause: str
    weight: float
    expects: Mapping[str, frozenset[str]]

    def chance(self, check: Check, outcome: str) -> float:
        """Return how probable an outcome is if this is the fault.

        Several expected outcomes are equally probable; a check that the cause says nothing about
        may show anything.
        """
        expected = self.expects.get(check.id)
        if expected is None:
            return 1 / len(check.outcomes)
        return 1 / len(expected) if outcome in expected else 0.0


def list_suspects(knowledge: KnowledgeBase, code: Code) -> list[Suspect]:
    """Return the causes of a code that exist, in the order of the entry."""
    weights = {word.id: float(word.weight) for word in knowledge.base.likelihoods}
    suspects = []
    for item in code.causes:
        cause = knowledge.causes.get(item.cause)
        if cause is None:
            continue
        merged = {**cause.expects, **item.expects}
        suspects.append(
            Suspect(
                cause.id,
                weights.get(item.likelihood, 1.0),
                {check: frozenset(outcomes) for check, outcomes in merged.items()},
            )
        )
    return suspects
