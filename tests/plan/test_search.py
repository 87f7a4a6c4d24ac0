"""The next check: never slower than any other order, and never a silly question."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings

from mkdocs_troubleshooter.plan.search import Search, State
from mkdocs_troubleshooter.plan.suspects import Line, Suspect, line_up
from mkdocs_troubleshooter.rules import examine
from tests.conftest import KB
from tests.plan.judge import judge
from tests.plan.riddles import lines, make_check, make_line, make_riddle

KNOWLEDGE = examine(KB).knowledge
assert KNOWLEDGE is not None


def suspect(cause: str, weight: float = 1, **expects: str) -> Suspect:
    spelled = {name: frozenset(outcomes.split()) for name, outcomes in expects.items()}
    return Suspect(cause, weight, spelled)


def first(line: Line) -> str | None:
    search = Search(line)
    trial = search.choose(search.start).trial
    return trial.check if trial else None


@pytest.mark.parametrize("code", KNOWLEDGE.codes)
def test_no_order_of_checks_is_faster_for_a_real_code(code: str) -> None:
    assert KNOWLEDGE is not None
    line = line_up(KNOWLEDGE, KNOWLEDGE.codes[code])
    search = Search(line)
    assert search.choose(search.start).minutes == pytest.approx(float(judge(make_riddle(line))))


@settings(max_examples=300, deadline=None)
@given(lines())
def test_no_order_of_checks_is_faster_for_random_ones(line: Line) -> None:
    search = Search(line)
    assert search.exact
    assert search.choose(search.start).minutes == pytest.approx(float(judge(make_riddle(line))))


@settings(max_examples=200, deadline=None)
@given(lines(most_suspects=5, most_checks=5))
def test_looking_ahead_ends_in_the_same_places_and_is_never_faster(line: Line) -> None:
    search = Search(line, states=0)
    best = judge(make_riddle(line))
    assert search.choose(search.start).minutes >= float(best) - 1e-9
    seen = [search.start]
    for state in seen:
        trial = search.choose(state).trial
        if trial is not None:
            seen += [branch.state for branch in search.follow(state, trial)]
    assert len(seen) < 5000


@pytest.mark.parametrize("code", ["500", "502", "520", "521", "522", "525"])
def test_looking_ahead_stays_within_a_twentieth_for_the_largest_codes(code: str) -> None:
    assert KNOWLEDGE is not None
    line = line_up(KNOWLEDGE, KNOWLEDGE.codes[code])
    exact, ahead = Search(line), Search(line, states=0)
    assert not ahead.exact
    best = exact.choose(exact.start).minutes
    assert best <= ahead.choose(ahead.start).minutes <= best * 1.05


@settings(max_examples=200, deadline=None)
@given(lines())
def test_the_chances_of_the_answers_add_up(line: Line) -> None:
    search = Search(line)
    for trial in search.list_trials(search.start):
        assert sum(branch.chance for branch in search.follow(search.start, trial)) == pytest.approx(
            1
        )


@settings(max_examples=200, deadline=None)
@given(lines())
def test_every_answer_to_a_deciding_check_rules_somebody_out(line: Line) -> None:
    search = Search(line)
    trial = search.choose(search.start).trial
    if trial is not None and trial.decides(search.start.left):
        for branch in search.follow(search.start, trial):
            assert branch.state.left != search.start.left


def test_of_two_checks_that_tell_the_same_the_quicker_one_is_chosen() -> None:
    suspects = [suspect("a", slow="x", quick="x"), suspect("b", slow="y", quick="y")]
    checks = [make_check("slow", ["x", "y"], 5), make_check("quick", ["x", "y"], 2)]
    assert first(make_line(suspects, checks)) == "quick"


def test_of_two_checks_that_are_as_good_the_first_one_is_chosen() -> None:
    suspects = [suspect("a", one="x", two="x"), suspect("b", one="y", two="y")]
    checks = [make_check("one", ["x", "y"], 2), make_check("two", ["x", "y"], 2)]
    assert first(make_line(suspects, checks)) == "one"


def test_a_likely_cause_is_split_off_before_unlikely_ones() -> None:
    suspects = [
        suspect("likely", 12, likely="x", rest="x"),
        suspect("b", 1, likely="y", rest="y"),
        suspect("c", 1, likely="y", rest="z"),
    ]
    checks = [
        make_check("rest", ["x", "y", "z"], 10),
        make_check("likely", ["x", "y"], 2),
    ]
    assert first(make_line(suspects, checks)) == "likely"


def test_a_check_that_waits_comes_only_where_nothing_else_decides() -> None:
    suspects = [suspect("a", risky="x", safe="x"), suspect("b", risky="y", safe="y")]
    checks = [make_check("risky", ["x", "y"], 1), make_check("safe", ["x", "y"], 30)]
    assert first(make_line(suspects, checks, last=("risky",))) == "safe"
    assert first(make_line(suspects, checks[:1], last=("risky",))) == "risky"


def test_a_check_that_all_causes_answer_alike_is_not_asked() -> None:
    suspects = [suspect("a", same="x", other="x"), suspect("b", same="x", other="y")]
    checks = [make_check("same", ["x", "y"], 1), make_check("other", ["x", "y"], 9)]
    assert first(make_line(suspects, checks)) == "other"


def test_a_single_cause_is_confirmed_and_can_be_refuted() -> None:
    line = make_line([suspect("a", look="x")], [make_check("look", ["x", "y"], 3)])
    search = Search(line)
    trial = search.choose(search.start).trial
    assert trial is not None
    left = {branch.outcomes: branch.state.left for branch in search.follow(search.start, trial)}
    assert left == {("x",): 1, ("y",): 0}
    assert search.choose(State(1, 1)).trial is None


def test_silence_of_a_cause_tells_nothing_for_or_against_it() -> None:
    suspects = [suspect("a", 3, look="x"), suspect("b", 1, look="y"), suspect("silent", 4)]
    line = make_line(suspects, [make_check("look", ["x", "y"])], other=1e-9)
    search = Search(line)
    chances = {b.outcomes[0]: b.chance for b in search.follow(search.start, line.trials[0])}
    assert chances == pytest.approx({"x": 0.75, "y": 0.25})


def test_a_code_without_causes_has_nothing_to_ask() -> None:
    assert first(make_line([], [])) is None
    assert judge(make_riddle(make_line([], []))) == Fraction(0)


@given(line=lines(most_suspects=5, most_checks=5))
@settings(max_examples=50, deadline=None)
def test_states_off_the_plan_are_answered_however_many_there_are(line: Line) -> None:
    needed = len(Search(line)._known)
    search = Search(line, states=needed)
    assert search.exact
    for left in range(1 << len(line.suspects)):
        trial = search.choose(State(left, 0)).trial
        assert trial is None or trial in search.list_trials(State(left, 0))
