"""A plan: which check to do first, and what each answer leads to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_troubleshooter.model.entries import Code
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.plan.listed_order import measure_listed_order
from mkdocs_troubleshooter.plan.search import Search, State
from mkdocs_troubleshooter.plan.suspects import Left, Line, Trial, line_up


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
    """Whether they remain because the others are ruled out, and no answer spoke for them."""


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
    known: dict[tuple[State, Left], int] = {}

    def place(step: Step) -> int:
        return places.setdefault(step, len(places))

    def build(state: State, backed: Left) -> int:
        """Return the place of a state's step; `backed` are suspects that an answer spoke for."""
        if (state, backed) in known:
            return known[state, backed]
        trial = search.choose(state).trial
        if trial is None:
            step: Step = _end(line, state, backed)
        else:
            answers: dict[int, tuple[list[str], bool]] = {}
            for branch in search.follow(state, trial):
                told = backed | _back(knowledge, trial, branch.outcomes)
                leads = build(branch.state, told & branch.state.left)
                expected = bool(branch.state.left & trial.speaks)
                names, before = answers.get(leads, ([], False))
                answers[leads] = ([*names, *branch.outcomes], before or expected)
            step = _question(trial, answers)
        known[state, backed] = place(step)
        return known[state, backed]

    first = build(search.start, 0)
    steps = _number(list(places), first)
    return Plan(
        code=code.id,
        steps=steps,
        minutes=search.choose(search.start).minutes,
        minutes_in_order=measure_listed_order(search),
        exact=search.exact,
    )


def _end(line: Line, state: State, backed: Left) -> End:
    likely = sorted(line.pick(state.left), key=lambda suspect: -suspect.weight)
    return End(tuple(suspect.cause for suspect in likely), bool(likely) and not backed)


def _question(trial: Trial, answers: dict[int, tuple[list[str], bool]]) -> Question:
    order = {name: index for index, name in enumerate(trial.outcomes)}
    return Question(
        trial.check,
        tuple(
            Answer(tuple(sorted(names, key=order.__getitem__)), expected, leads)
            for leads, (names, expected) in answers.items()
        ),
        trial.last,
    )


def _back(knowledge: KnowledgeBase, trial: Trial, outcomes: Sequence[str]) -> Left:
    """Return the suspects that some outcomes speak for.

    An outcome that a sound system shows speaks for nobody, and one that most causes show neither.
    """
    sound = {item.id for item in knowledge.checks[trial.check].outcomes if item.sound}
    if sound.intersection(outcomes):
        return 0
    shown = 0
    for outcome in outcomes:
        shown |= trial.allows[trial.outcomes.index(outcome)] & trial.speaks
    few = shown.bit_count() == 1 or shown.bit_count() * 2 <= trial.speaks.bit_count()
    return shown if few else 0


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
