"""A flowchart before it is drawn: questions, the answers that lead on, and ends.

Every form of a flowchart, drawn, as text or as Mermaid source, is made from this one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

ANYTHING_ELSE = "Anything else"
BETWEEN = " / "
"""Stands between the outcomes of one answer."""


@dataclass(frozen=True)
class Target:
    """A page that an end or a question names."""

    title: str
    href: str


@dataclass(frozen=True)
class Arrow:
    """What leads from a question to the next box."""

    label: str
    outcomes: tuple[str, ...]
    """The ids of the outcomes that it stands for."""
    leads: int
    """The place of the box in the chart."""


@dataclass(frozen=True)
class Ask:
    """A question: something to look at or to do."""

    id: str
    target: Target
    note: str
    """What it costs and where it is done."""
    warning: str
    """Why it comes late, if it does: what it can break, or who has to do it."""
    arrows: tuple[Arrow, ...]


@dataclass(frozen=True)
class Stop:
    """An end: where to read on."""

    id: str
    said: str
    """What is known now, where that is more than the targets say."""
    targets: tuple[Target, ...]
    """Where to read on, the most likely first."""
    kind: Literal["found", "left", "none"]
    """Found: a cause. Left: a cause that was left over. None: what to do without one."""


Box = Ask | Stop


@dataclass(frozen=True)
class Chart:
    """A flowchart: its questions in the order of their numbers, then its ends."""

    title: str
    description: str
    start: str
    """What the reader has seen."""
    boxes: tuple[Box, ...]
    """The first one is where to begin; arrows lead to later ones."""

    @property
    def questions(self) -> tuple[Ask, ...]:
        """The questions; the number of each is its place, from 1."""
        return tuple(box for box in self.boxes if isinstance(box, Ask))


def label_answers(answers: Sequence[tuple[Sequence[str], bool]]) -> list[str]:
    """Return a label for each answer of a question, given the labels of its outcomes.

    The flag says whether a listed cause explains them. One answer of many outcomes becomes
    "Anything else", those that nothing explains first; no two answers have the same label.
    """
    many = [index for index, (labels, _) in enumerate(answers) if len(labels) > _SPELLED]
    rest = next((index for index in many if not answers[index][1]), None)
    if rest is None and many:
        rest = max(many, key=lambda index: len(answers[index][0]))
    return [
        ANYTHING_ELSE if index == rest else BETWEEN.join(labels)
        for index, (labels, _) in enumerate(answers)
    ]


_SPELLED = 2
