"""What every check would show for every cause of a code, as probabilities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mkdocs_troubleshooter.model.entries import Check, Code
from mkdocs_troubleshooter.model.expectations import merge_expectations
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase


@dataclass(frozen=True)
class Suspect:
    """A cause of a code, with its prior and what checks would show."""

    cause: str
    weight: float
    expects: Mapping[str, frozenset[str]]


def predict(suspects: Sequence[Suspect], check: Check) -> dict[str, list[float]]:
    """Return, for each outcome of a check, how probable it is under each suspect.

    Several expected outcomes are equally probable. A suspect that says nothing about the check
    behaves as the others do on average, so that its silence tells nothing for or against it.
    """
    ids = [outcome.id for outcome in check.outcomes]
    speaking = [suspect for suspect in suspects if check.id in suspect.expects]
    total = sum(suspect.weight for suspect in speaking)
    usual = {name: 1 / len(ids) for name in ids}
    if total:
        usual = {
            name: sum(s.weight * _expected(s, check, name) for s in speaking) / total
            for name in ids
        }
    return {
        name: [
            _expected(suspect, check, name) if check.id in suspect.expects else usual[name]
            for suspect in suspects
        ]
        for name in ids
    }


def _expected(suspect: Suspect, check: Check, outcome: str) -> float:
    expected = suspect.expects[check.id]
    return 1 / len(expected) if outcome in expected else 0.0


def list_suspects(knowledge: KnowledgeBase, code: Code) -> list[Suspect]:
    """Return the causes of a code that exist, in the order of the entry."""
    weights = {word.id: float(word.weight) for word in knowledge.base.likelihoods}
    suspects = []
    for item in code.causes:
        cause = knowledge.causes.get(item.cause)
        if cause is None:
            continue
        expects = merge_expectations(cause, item)
        suspects.append(Suspect(cause.id, weights.get(item.likelihood, 1.0), expects))
    return suspects
