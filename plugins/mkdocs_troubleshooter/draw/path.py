"""The request path: actors and the phases at or between them, in the order of the way there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from mkdocs_troubleshooter.model.base import Actor, Base, Phase


@dataclass(frozen=True)
class Mark:
    """A code at a stage."""

    code: str
    usual: bool
    """Whether this is the first place at which the code fails."""


@dataclass(frozen=True)
class Stage:
    """An actor or a phase on the path, with the codes that fail there."""

    kind: Literal["actor", "phase"]
    id: str
    label: str
    text: str
    codes: tuple[Mark, ...] = ()
    phases: tuple[Stage, ...] = ()
    """Of an actor: the phases that happen at it alone."""


def draw_path(base: Base, codes: Mapping[str, Sequence[str]]) -> tuple[Stage, ...]:
    """Return the stages in order; `codes` gives each code's phases, the usual one first."""
    stages: list[Stage] = []
    for position, actor in enumerate(base.actors):
        stages.append(_place_actor(actor, base, codes))
        following = {later.id for later in base.actors[position + 1 :]}
        stages.extend(
            _place_phase(phase, codes)
            for phase in base.phases
            if len(phase.at) > 1 and _leaves(phase, actor, following)
        )
    return tuple(stages)


def _leaves(phase: Phase, actor: Actor, following: set[str]) -> bool:
    """Tell whether a phase lies between an actor and one further on."""
    return actor.id in phase.at and bool(following & set(phase.at))


def _place_actor(actor: Actor, base: Base, codes: Mapping[str, Sequence[str]]) -> Stage:
    own = tuple(_place_phase(phase, codes) for phase in base.phases if phase.at == (actor.id,))
    return Stage("actor", actor.id, actor.label, actor.text, phases=own)


def _place_phase(phase: Phase, codes: Mapping[str, Sequence[str]]) -> Stage:
    marks = tuple(
        Mark(code, phases[0] == phase.id) for code, phases in codes.items() if phase.id in phases
    )
    usual_first = tuple(sorted(marks, key=lambda mark: not mark.usual))
    return Stage("phase", phase.id, phase.label, phase.text, codes=usual_first)
