"""Why a plan asks what it asks: what is still possible at each step, and the next best check."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_troubleshooter.model.entries import Code
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.plan.plan import Plan, Question
from mkdocs_troubleshooter.plan.search import Search, State
from mkdocs_troubleshooter.plan.suspects import line_up


@dataclass(frozen=True)
class Alternative:
    """A check that could have been asked instead."""

    check: str
    minutes: float
    """What would be expected from there on."""


@dataclass(frozen=True)
class Reason:
    """Why a step asks its question, the first time that a reader comes to it."""

    step: int
    left: tuple[tuple[str, float], ...]
    """The causes that are still possible with their chances, likeliest first."""
    minutes: float
    """What is expected from here on."""
    instead: Alternative | None
    """The next best check; None if no other one decides anything here."""
    confirms: bool
    """Whether it only confirms the one cause that is left."""


def give_reasons(knowledge: KnowledgeBase, code: Code, plan: Plan) -> list[Reason]:
    """Return a reason for each question of a code's plan, in the order of the plan."""
    search = Search(line_up(knowledge, code))
    states: dict[int, State] = {0: search.start}
    reasons = []
    for number, step in enumerate(plan.steps):
        state = states.get(number)
        if state is None or not isinstance(step, Question):
            continue
        leads = {name: answer.leads for answer in step.answers for name in answer.outcomes}
        trials = search.list_trials(state)
        chosen = next(trial for trial in trials if trial.check == step.check)
        for branch in search.follow(state, chosen):
            states.setdefault(leads[branch.outcomes[0]], branch.state)
        rated = [
            Alternative(trial.check, search.rate(state, trial))
            for trial in trials
            if trial is not chosen
        ]
        reasons.append(
            Reason(
                step=number,
                left=_list_left(search, state),
                minutes=search.rate(state, chosen),
                instead=min(rated, key=lambda other: other.minutes, default=None),
                confirms=not chosen.decides(state.left),
            )
        )
    return reasons


def _list_left(search: Search, state: State) -> tuple[tuple[str, float], ...]:
    total = search.line.weigh(state.left) + search.line.other
    left = [(suspect.cause, suspect.weight / total) for suspect in search.line.pick(state.left)]
    return tuple(sorted(left, key=lambda item: -item[1]))
