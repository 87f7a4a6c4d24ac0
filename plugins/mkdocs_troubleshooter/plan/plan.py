"""A plan: which check to do first, and what each answer leads to."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_troubleshooter.model.entries import Code
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.plan.listed_order import measure_listed_order
from mkdocs_troubleshooter.plan.search import Search, State
from mkdocs_troubleshooter.plan.suspects import line_up


@dataclass(frozen=True)
class Answer:
    """Outcomes of a check that lead to the same place."""

    outcomes: tuple[str, ...]
    expected: bool
    """Whether one of the listed causes can show them."""
    leads: int
    """The place in the plan."""


@dataclass(frozen=True)
class Question:
    """A check to do."""

    check: str
    answers: tuple[Answer, ...]
    last: bool
    """Whether it was put off until nothing else helped."""


@dataclass(frozen=True)
class End:
    """Where a plan ends: at causes that no check tells apart, or at none of them."""

    causes: tuple[str, ...]
    """Most likely first; empty where every listed cause is ruled out."""
    left_over: bool = False
    """Whether the last answer found nothing: the others are ruled out, and nothing is proven."""


Step = Question | End


@dataclass(frozen=True)
class Plan:
    """The order of checks for one code; steps that are the same stand in it once."""

    code: str
    steps: tuple[Step, ...]
    """The first one is where to begin; an answer leads to a later one."""
    minutes: float
    """What is expected until the cause is known."""
    minutes_in_order: float
    """What is expected when the listed causes are gone through in their order."""
    exact: bool
    """Whether no other order of checks takes fewer minutes."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """The checks of the plan, each where it stands."""
        return tuple(step for step in self.steps if isinstance(step, Question))


def make_plan(knowledge: KnowledgeBase, code: Code) -> Plan:
    """Return the plan for a code, computed from its causes, likelihoods, checks and efforts."""
    line = line_up(knowledge, code)
    search = Search(line)
    places: dict[Step, int] = {}
    by_state: dict[tuple[State, bool], int] = {}
    sound = {
        (check.id, outcome.id)
        for check in knowledge.checks.values()
        for outcome in check.outcomes
        if outcome.sound
    }

    def place(step: Step) -> int:
        return places.setdefault(step, len(places))

    def build(state: State, *, found_nothing: bool = False) -> int:
        trial = search.choose(state).trial
        key = (state, found_nothing and trial is None)
        if key in by_state:
            return by_state[key]
        if trial is None:
            left = [
                suspect for index, suspect in enumerate(line.suspects) if state.left >> index & 1
            ]
            likely = sorted(left, key=lambda suspect: -suspect.weight)
            causes = tuple(suspect.cause for suspect in likely)
            number = place(End(causes, bool(causes) and found_nothing))
        else:
            answers: dict[int, tuple[list[str], bool]] = {}
            for branch in search.follow(state, trial):
                leads = build(
                    branch.state,
                    found_nothing=all((trial.check, name) in sound for name in branch.outcomes),
                )
                expected = bool(branch.state.left & trial.speaks)
                names, before = answers.get(leads, ([], False))
                answers[leads] = ([*names, *branch.outcomes], before or expected)
            order = {name: index for index, name in enumerate(trial.outcomes)}
            number = place(
                Question(
                    trial.check,
                    tuple(
                        Answer(tuple(sorted(names, key=order.__getitem__)), expected, leads)
                        for leads, (names, expected) in answers.items()
                    ),
                    trial.last,
                )
            )
        by_state[key] = number
        return number

    first = build(search.start)
    steps = _number(list(places), first)
    return Plan(
        code=code.id,
        steps=steps,
        minutes=search.choose(search.start).minutes,
        minutes_in_order=measure_listed_order(search),
        exact=search.exact,
    )


def _number(steps: list[Step], first: int) -> tuple[Step, ...]:
    """Return the steps in the order in which a reader comes to them, ends last."""
    order: dict[int, None] = {}

    def visit(number: int) -> None:
        step = steps[number]
        if isinstance(step, Question):
            for answer in reversed(step.answers):
                if answer.leads not in order:
                    visit(answer.leads)
        order[number] = None

    visit(first)
    # Reversed post-order: every answer leads to a step that comes later.
    visited = list(reversed(order))
    questions = [number for number in visited if isinstance(steps[number], Question)]
    ends = [number for number in visited if isinstance(steps[number], End)]
    ranked = [*questions, *sorted(ends, key=lambda number: not steps[number].causes)]  # type: ignore[union-attr]
    places = {number: index for index, number in enumerate(ranked)}
    return tuple(_renumber(steps[number], places) for number in ranked)


def _renumber(step: Step, places: dict[int, int]) -> Step:
    if isinstance(step, End):
        return step
    return Question(
        step.check,
        tuple(
            Answer(answer.outcomes, answer.expected, places[answer.leads])
            for answer in step.answers
        ),
        step.last,
    )
