"""Which check to do next: the one that reaches the cause in the fewest expected minutes.

The search is exact: it weighs every order of checks, for every set of suspects that can be left,
and remembers each set. Where a code has so many sets that this would take long, it looks three
checks ahead, tries only the most promising ones at each step, and estimates the rest from the bits
of information that are missing.

Sources: D. Heckerman, J. Breese, K. Rommelse, Decision-theoretic troubleshooting, CACM 38(3), 1995;
M. R. Garey, Optimal binary identification procedures, SIAM J. Appl. Math. 23(2), 1972.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from math import log2
from typing import NamedTuple

from mkdocs_troubleshooter.plan.suspects import Left, Line, Trial

EXACT_STATES = 4000
"""Sets of suspects that an exact search may look at."""
AHEAD = 3
"""How many checks the search looks ahead beyond that."""
WIDTH = 5
"""How many checks it then tries at each step: those that tell the most for each minute."""


class State(NamedTuple):
    """What is known at one point of a plan."""

    left: Left
    """The suspects that are not ruled out."""
    spoken: Left
    """The suspects that have said what some answered check would show."""


class Branch(NamedTuple):
    """Where some outcomes of a trial lead."""

    outcomes: tuple[str, ...]
    chance: float
    state: State


class Choice(NamedTuple):
    """The best next step in a state."""

    minutes: float
    """What is expected from here on."""
    trial: Trial | None
    """None where no check helps any more."""


class TooLargeError(Exception):
    """The exact search would look at too many states."""


class Search:
    """Finds the best next check for any state of one line of suspects."""

    def __init__(self, line: Line, states: int = EXACT_STATES) -> None:
        self.line = line
        self._states = states
        self._known: dict[State, Choice] = {}
        self._guessed: dict[State, Choice] = {}
        self._ahead: dict[tuple[State, int], Choice] = {}
        self._weights: dict[Left, float] = {}
        self._usable: dict[Left, tuple[Trial, ...]] = {}
        self.exact = True
        everyone = (1 << len(line.suspects)) - 1
        self.start = State(everyone, 0)
        try:
            self._solve(self.start)
        except TooLargeError:
            self.exact = False
            self._known.clear()

    def choose(self, state: State) -> Choice:
        """Return the best next step in a state, and the minutes that remain.

        A state off the plan can lead to more sets than an exact search looks at, even where the
        plan itself is exact.
        """
        if self.exact:
            with suppress(TooLargeError):
                return self._solve(state)
        if state not in self._guessed:
            trial = self._look(state, AHEAD).trial
            self._guessed[state] = Choice(self.rate(state, trial) if trial else 0.0, trial)
        return self._guessed[state]

    def rate(self, state: State, trial: Trial) -> float:
        """Return the minutes that remain if a trial is made next."""
        return trial.minutes + sum(
            branch.chance * self.choose(branch.state).minutes
            for branch in self.follow(state, trial)
        )

    def follow(self, state: State, trial: Trial) -> list[Branch]:
        """Return where a trial leads, outcomes that leave the same suspects together."""
        merged: dict[Left, tuple[list[str], float]] = {}
        for outcome, chance, left in self._answers(state.left, trial):
            if left in merged:
                names, before = merged[left]
                names.append(outcome)
                merged[left] = (names, before + chance)
            else:
                merged[left] = ([outcome], chance)
        spoken = state.spoken | trial.speaks
        return [
            Branch(tuple(names), chance, State(left, spoken & left))
            for left, (names, chance) in merged.items()
        ]

    def list_trials(self, state: State) -> tuple[Trial, ...]:
        """Return the trials to choose from; none where the plan ends.

        Trials that have to wait come only where nothing else decides. Where nothing decides, a
        suspect that no answer has spoken for is still confirmed, if some check can.
        """
        left = state.left
        if left not in self._usable:
            deciding = [trial for trial in self.line.trials if trial.decides(left)]
            at_once = [trial for trial in deciding if not trial.last]
            self._usable[left] = tuple(at_once or deciding)
        if self._usable[left] or not left or left & state.spoken:
            return self._usable[left]
        return tuple(self._confirm(left))

    def _confirm(self, left: Left) -> list[Trial]:
        """Return the trial that refutes the suspects most readily if they are not the fault."""
        best: tuple[bool, float, Trial] | None = None
        for trial in self.line.trials:
            refuting = sum(1 for allowed in trial.allows if not left & allowed)
            if refuting:
                cost = trial.minutes * len(trial.outcomes) / refuting
                if best is None or (trial.last, cost) < best[:2]:
                    best = (trial.last, cost, trial)
        return [best[2]] if best else []

    def _answers(self, left: Left, trial: Trial) -> Iterator[tuple[str, float, Left]]:
        """Yield every outcome with its chance and the suspects that it leaves."""
        speaking = self._weigh(left & trial.speaks)
        total = self._weigh(left) + self.line.other
        # Silent suspects show what the speaking ones do; an unlisted fault could show anything.
        known = total - self.line.other
        other = self.line.other / len(trial.outcomes)
        for outcome, allowed, shares in zip(
            trial.outcomes, trial.allows, trial.shares, strict=True
        ):
            shown = 0.0
            for bit, share in shares:
                if left & bit:
                    shown += share
            chance = (known * shown / speaking if speaking else 0.0) + other
            yield outcome, chance / total, left & allowed

    def _weigh(self, left: Left) -> float:
        if left not in self._weights:
            self._weights[left] = self.line.weigh(left)
        return self._weights[left]

    def _solve(self, state: State) -> Choice:
        known = self._known.get(state)
        if known is not None:
            return known
        if len(self._known) > self._states:
            raise TooLargeError
        best = Choice(0.0, None)
        for trial in self.list_trials(state):
            minutes = trial.minutes
            if best.trial is not None and minutes >= best.minutes - _TIE:
                continue
            for branch in self.follow(state, trial):
                minutes += branch.chance * self._solve(branch.state).minutes
                if best.trial is not None and minutes >= best.minutes - _TIE:
                    break
            else:
                best = Choice(minutes, trial)
        self._known[state] = best
        return best

    def _look(self, state: State, depth: int) -> Choice:
        """Return the best next step as far as a few checks ahead tell."""
        key = (state, depth)
        if key in self._ahead:
            return self._ahead[key]
        rated = sorted(
            (
                (self._estimate(state, trial), index, trial)
                for index, trial in enumerate(self.list_trials(state))
            ),
            key=lambda item: item[:2],
        )
        best = Choice(0.0, None)
        if rated and depth == 0:
            best = Choice(rated[0][0], rated[0][2])
        for _, _, trial in rated[:WIDTH] if depth else ():
            minutes = trial.minutes + sum(
                branch.chance * self._look(branch.state, depth - 1).minutes
                for branch in self.follow(state, trial)
            )
            if best.trial is None or minutes < best.minutes - _TIE:
                best = Choice(minutes, trial)
        self._ahead[key] = best
        return best

    def _estimate(self, state: State, trial: Trial) -> float:
        """Return minutes for the bits that are missing, at the rate at which a check tells them."""
        total = self._weigh(state.left)
        shares = [suspect.weight / total for suspect in self.line.pick(state.left)]
        missing = -sum(share * log2(share) for share in shares)
        branches = self.follow(state, trial)
        told = -sum(branch.chance * log2(branch.chance) for branch in branches)
        return trial.minutes * missing / max(_FEW, told)


_TIE = 1e-9
_FEW = 0.05
