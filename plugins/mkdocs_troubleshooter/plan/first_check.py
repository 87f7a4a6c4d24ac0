"""The check to begin with: the one that tells the most about the cause for each minute."""

from __future__ import annotations

from math import log2

from mkdocs_troubleshooter.model.entries import Check, Code, Outcome
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.plan.expectations import Suspect, list_suspects, predict

SWITCHING = 2.0
"""Minutes that any check costs besides its own: to read it, to get there, to judge the answer."""


def choose_first_check(knowledge: KnowledgeBase, code: Code) -> Check | None:
    """Return the check with the highest information gain per minute, or None if there is none.

    Checks that carry a risk are left out; ties go to the check that is named first, which is also
    the answer where there is only one cause to confirm.
    """
    suspects = list_suspects(knowledge, code)
    named = dict.fromkeys(check for suspect in suspects for check in suspect.expects)
    best: tuple[float, Check] | None = None
    for name in named:
        check = knowledge.checks.get(name)
        if check is None or check.risk is not None:
            continue
        rate = measure_gain(suspects, check) / (check.minutes + SWITCHING)
        if best is None or rate > best[0] + _NOTHING:
            best = (rate, check)
    return best[1] if best else None


def weigh_outcomes(
    knowledge: KnowledgeBase, code: Code, check: Check
) -> list[tuple[Outcome, float, list[str]]]:
    """Return each outcome of a check with its chance and the causes it leaves, likeliest first.

    Causes that a check says nothing about are not named; nor are those that an outcome leaves
    with less than a tenth of the likeliest one's chance.
    """
    suspects = list_suspects(knowledge, code)
    total = sum(suspect.weight for suspect in suspects) or 1.0
    chances = predict(suspects, check)
    weighed = []
    for outcome in check.outcomes:
        joint = [
            (suspect.weight * chance, suspect)
            for suspect, chance in zip(suspects, chances[outcome.id], strict=True)
        ]
        chance = sum(part for part, _ in joint) / total
        named = sorted(
            ((part, suspect.cause) for part, suspect in joint if check.id in suspect.expects),
            key=lambda item: -item[0],
        )
        most = named[0][0] if named else 0.0
        left = [cause for part, cause in named if part > 0 and part >= most / _MUCH_LESS]
        weighed.append((outcome, chance, left[:_NAMED]))
    return weighed


def measure_gain(suspects: list[Suspect], check: Check) -> float:
    """Return by how many bits a check is expected to narrow the causes down."""
    total = sum(suspect.weight for suspect in suspects)
    if not total:
        return 0.0
    gain = _entropy([suspect.weight / total for suspect in suspects])
    for chances in predict(suspects, check).values():
        joint = [
            suspect.weight / total * chance
            for suspect, chance in zip(suspects, chances, strict=True)
        ]
        chance = sum(joint)
        if chance > 0:
            gain -= chance * _entropy([part / chance for part in joint])
    return gain


def _entropy(chances: list[float]) -> float:
    return -sum(chance * log2(chance) for chance in chances if chance > 0)


_NOTHING = 1e-9
_MUCH_LESS = 10
_NAMED = 4
