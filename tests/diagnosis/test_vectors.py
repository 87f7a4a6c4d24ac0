"""The engine asks what the planner asks: on every path of every code, and off the paths too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from mkdocs_troubleshooter.model.entries import Code
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.plan import End, Plan, Question, make_plan
from mkdocs_troubleshooter.plan.search import Search
from mkdocs_troubleshooter.plan.suspects import Line, line_up
from tests.diagnosis.engine import Engine

Answers = dict[str, str]
REAL = [str(number) for number in (500, 502, 504, 520, 521, 522, 523, 524, 525, 526, 530)]


def walk(
    plan: Plan, place: int = 0, answers: Answers | None = None
) -> Iterator[tuple[Answers, int]]:
    """Yield every state of a plan: the answers that lead there, and the step."""
    answers = answers or {}
    yield answers, place
    step = plan.steps[place]
    if isinstance(step, Question):
        for answer in step.answers:
            for outcome in answer.outcomes:
                yield from walk(plan, answer.leads, {**answers, step.check: outcome})


def describe(plan: Plan) -> list[dict[str, Any]]:
    """Return the steps of a plan as the engine returns them."""
    return [
        {
            "kind": "question",
            "check": step.check,
            "last": step.last,
            "answers": [
                {"outcomes": list(answer.outcomes), "leads": answer.leads}
                for answer in step.answers
            ],
        }
        if isinstance(step, Question)
        else {"kind": name_end(step), "causes": list(step.causes)}
        for step in plan.steps
    ]


def name_end(end: End) -> str:
    if not end.causes:
        return "none"
    return "left" if end.left_over else "found"


def refine(kind: str, end: End, code: Code) -> str:
    """Return the kind of an end as a diagnosis names it: nothing ruled out, nothing listed."""
    if kind == "none" and not code.causes:
        return "unlisted"
    return "open" if kind == "left" and len(end.causes) == len(code.causes) else kind


def test_all_plans_are_the_same(knowledge: KnowledgeBase, engine: Engine) -> None:
    for code in knowledge.codes.values():
        assert engine.plan(code.id) == describe(make_plan(knowledge, code)), code.id


def test_the_same_question_follows_on_every_path(knowledge: KnowledgeBase, engine: Engine) -> None:
    asked = 0
    for code in knowledge.codes.values():
        plan = make_plan(knowledge, code)
        for answers, place in walk(plan):
            step = plan.steps[place]
            said = engine.diagnose(code=code.id, answers=answers)
            if isinstance(step, Question):
                assert said["next"]["check"] == step.check, (code.id, answers)
                assert said["end"] is None
                asked += 1
            else:
                assert said["next"] is None, (code.id, answers)
                kind = refine(name_end(step), step, code)
                assert said["end"] == {"kind": kind, "causes": list(step.causes)}
    assert asked > 100


def without(line: Line, *checks: str) -> Line:
    """Return a line of suspects whose other checks cannot be made."""
    trials = tuple(trial for trial in line.trials if trial.check not in checks)
    return Line(line.suspects, trials, line.other)


def first_check(line: Line) -> str | None:
    search = Search(line)
    trial = search.choose(search.start).trial
    return trial.check if trial else None


@pytest.mark.parametrize("code", REAL)
def test_what_cannot_be_told_is_left_out_and_the_next_best_is_asked(
    code: str, knowledge: KnowledgeBase, engine: Engine
) -> None:
    line = line_up(knowledge, knowledge.codes[code])
    skipped: list[str] = []
    while (expected := first_check(without(line, *skipped))) is not None:
        answers = dict.fromkeys(skipped, "cannot-tell")
        said = engine.diagnose(code=code, answers=answers)
        assert said["next"]["check"] == expected
        skipped.append(expected)
    said = engine.diagnose(code=code, answers=dict.fromkeys(skipped, "cannot-tell"))
    assert said["next"] is None
    assert said["end"]["kind"] == "open", "nothing was refuted"
    assert len(said["end"]["causes"]) == len(line.suspects)


@pytest.mark.parametrize("code", REAL)
def test_no_access_closes_all_checks_of_that_role(
    code: str, knowledge: KnowledgeBase, engine: Engine
) -> None:
    entry: Code = knowledge.codes[code]
    line = line_up(knowledge, entry)
    closed = {check.id for check in knowledge.checks.values() if check.who == "server"}
    refused = next(trial.check for trial in line.trials if trial.check in closed)
    said = engine.diagnose(code=code, answers={refused: "no-access"})
    expected = first_check(without(line, *closed))
    assert (said["next"] or {}).get("check") == expected


@pytest.mark.parametrize("code", REAL)
def test_a_visitor_is_asked_only_what_a_visitor_can_do(
    code: str, knowledge: KnowledgeBase, engine: Engine
) -> None:
    visitors = {role.id for role in knowledge.base.roles if role.visitor}
    asked: dict[str, str] = {}
    while (said := engine.diagnose(code=code, answers=asked, reader="visitor"))["next"]:
        check = said["next"]["check"]
        assert knowledge.checks[check].who in visitors
        asked[check] = "cannot-tell"
