"""The engine and the planner agree on made-up knowledge too: few causes, many, and too many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_troubleshooter.plan.search import AHEAD, WIDTH, Search, State
from mkdocs_troubleshooter.plan.suspects import Line, Suspect
from tests.diagnosis.engine import Engine
from tests.plan.riddles import lines, make_check, make_line

Answers = dict[str, str]
STATES = 60


def write_line(line: Line, states: int) -> dict[str, Any]:
    """Return a line of suspects as the knowledge of one code."""
    checks = {trial.check: list(trial.outcomes) for trial in line.trials}
    numbers = {check: place for place, check in enumerate(checks)}
    return {
        "other": line.other,
        "begin": 0,
        "search": {"states": states, "ahead": AHEAD, "width": WIDTH},
        "roles": {"near": {"label": "near"}, "far": {"label": "far", "outside": True}},
        "likelihoods": {
            str(suspect.weight): {"label": "", "weight": suspect.weight}
            for suspect in line.suspects
        },
        "signs": {},
        "support": {},
        "codes": {
            "1": {
                "who": [],
                "causes": [
                    {"id": suspect.cause, "likelihood": str(suspect.weight)}
                    for suspect in line.suspects
                ],
            }
        },
        "causes": {
            suspect.cause: {
                "expects": [
                    [numbers[check], *sorted(checks[check].index(item) for item in outcomes)]
                    for check, outcomes in suspect.expects.items()
                ]
            }
            for suspect in line.suspects
        },
        "checks": {
            trial.check: {
                "question": "",
                "minutes": trial.minutes,
                "who": "far" if trial.last else "near",
                "outcomes": {outcome: {"label": ""} for outcome in trial.outcomes},
            }
            for trial in line.trials
        },
    }


def order_trials(line: Line) -> Line:
    """Return a line whose trials stand in the order in which suspects name them, as in a base."""
    named = list(dict.fromkeys(check for item in line.suspects for check in item.expects))
    trials = sorted(
        (trial for trial in line.trials if trial.check in named),
        key=lambda trial: named.index(trial.check),
    )
    return Line(line.suspects, tuple(trials), line.other)


def walk(search: Search, state: State, answers: Answers) -> Iterator[tuple[Answers, str | None]]:
    """Yield the answers that lead to each state, and the check that is best there."""
    trial = search.choose(state).trial
    yield answers, trial.check if trial else None
    if trial:
        for branch in search.follow(state, trial):
            yield from walk(search, branch.state, {**answers, trial.check: branch.outcomes[0]})


def compare(engine: Engine, line: Line, states: int) -> None:
    line = order_trials(line)
    knowledge = write_line(line, states)
    search = Search(line, states)
    for number, (answers, check) in enumerate(walk(search, search.start, {})):
        if number < STATES:
            said = engine.call("diagnose", {"code": "1", "answers": answers}, knowledge)
            assert (said["next"] or {}).get("check") == check, answers


@given(line=lines(most_suspects=7, most_checks=6))
@settings(max_examples=150, deadline=None)
def test_the_best_check_is_the_same(engine: Engine, line: Line) -> None:
    compare(engine, line, states=4000)


@given(line=lines(most_suspects=7, most_checks=6))
@settings(max_examples=60, deadline=None)
def test_looking_ahead_chooses_the_same(engine: Engine, line: Line) -> None:
    compare(engine, line, states=0)


@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_more_causes_than_bits_of_a_number_are_kept_apart(
    engine: Engine, data: st.DataObject
) -> None:
    checks = [make_check(f"check-{number}", ["a", "b", "c"], number + 1) for number in range(4)]
    suspects = [
        Suspect(
            f"suspect-{number}",
            float(data.draw(st.sampled_from([1, 3, 6]))),
            {
                check.id: frozenset({data.draw(st.sampled_from("abc"))})
                for check in checks
                if data.draw(st.booleans())
            },
        )
        for number in range(40)
    ]
    compare(engine, make_line(suspects, checks), states=4000)
