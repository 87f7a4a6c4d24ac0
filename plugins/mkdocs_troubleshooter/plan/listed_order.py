"""What it costs to go through the listed causes in their order: what a plan is compared with.

Each cause is confirmed or excluded, by its own cheapest checks first, before the next one is looked
at. Nothing is asked twice, and a cause that an earlier answer has ruled out is passed over.
"""

from __future__ import annotations

from mkdocs_troubleshooter.plan.search import Search, State
from mkdocs_troubleshooter.plan.suspects import Left, Trial


def measure_listed_order(search: Search) -> float:
    """Return the expected minutes until the cause is known."""
    known: dict[State, float] = {}

    def measure(state: State) -> float:
        if state not in known:
            trial = _choose(search, state)
            known[state] = 0.0
            if trial is not None:
                known[state] = trial.minutes + sum(
                    branch.chance * measure(branch.state) for branch in search.follow(state, trial)
                )
        return known[state]

    return measure(search.start)


def _choose(search: Search, state: State) -> Trial | None:
    """Return the cheapest check that tells the first listed cause from another one."""
    trials = search.list_trials(state)
    for index in range(len(search.line.suspects)):
        one: Left = 1 << index
        if not state.left & one:
            continue
        telling = [trial for trial in trials if _concerns(trial, one, state.left)]
        if telling:
            return min(telling, key=lambda trial: trial.minutes)
    return min(trials, key=lambda trial: trial.minutes) if trials else None


def _concerns(trial: Trial, one: Left, left: Left) -> bool:
    """Tell whether some outcome fits a suspect but not another one that is left."""
    return bool(trial.speaks & one) and any(
        allowed & one and left & ~allowed for allowed in trial.allows
    )
