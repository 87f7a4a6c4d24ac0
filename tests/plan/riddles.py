"""Knowledge bases to plan for: real lines of suspects as riddles, and random ones."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from mkdocs_troubleshooter.model.entries import Check as CheckEntry
from mkdocs_troubleshooter.plan.suspects import Line, Suspect, make_trial
from tests.plan.judge import Check, Riddle
from tests.small import kb_files


def make_check(name: str, outcomes: list[str], minutes: float = 1) -> CheckEntry:
    return CheckEntry.model_validate(
        {
            **kb_files()["kb/checks/look.yaml"],
            "id": name,
            "minutes": minutes,
            "outcomes": [{"id": item, "label": item, "means": item} for item in outcomes],
        }
    )


def make_line(
    suspects: list[Suspect],
    checks: list[CheckEntry],
    *,
    other: float = 1,
    last: tuple[str, ...] = (),
) -> Line:
    trials = tuple(make_trial(suspects, check, last=check.id in last) for check in checks)
    return Line(tuple(suspects), trials, other)


def make_riddle(line: Line) -> Riddle:
    """Return what the second planner needs, from the expectations and not from the bit sets."""
    return Riddle(
        tuple((suspect.cause, Fraction(suspect.weight)) for suspect in line.suspects),
        tuple(
            Check(
                trial.check,
                Fraction(trial.minutes),
                trial.outcomes,
                trial.last,
                tuple(
                    (suspect.cause, suspect.expects[trial.check] & frozenset(trial.outcomes))
                    for suspect in line.suspects
                    if suspect.expects.get(trial.check, frozenset()) & frozenset(trial.outcomes)
                ),
            )
            for trial in line.trials
        ),
        Fraction(line.other),
    )


@st.composite
def lines(draw: st.DrawFn, most_suspects: int = 6, most_checks: int = 6) -> Line:
    """Draw suspects that say something, several things or nothing about some checks."""
    checks = [
        make_check(
            f"check-{number}",
            [f"o{index}" for index in range(draw(st.integers(2, 4)))],
            draw(st.sampled_from([1, 2, 3, 5, 10])),
        )
        for number in range(draw(st.integers(0, most_checks)))
    ]
    suspects = []
    for number in range(draw(st.integers(0, most_suspects))):
        expects = {}
        for check in checks:
            known = [outcome.id for outcome in check.outcomes]
            shown = draw(st.sets(st.sampled_from(known), max_size=2))
            if shown:
                expects[check.id] = frozenset(shown)
        suspects.append(
            Suspect(f"suspect-{number}", draw(st.sampled_from([1.0, 3.0, 6.0, 12.0])), expects)
        )
    last = tuple(check.id for check in checks if draw(st.booleans()) and draw(st.booleans()))
    return make_line(suspects, checks, last=last)
