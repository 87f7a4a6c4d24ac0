"""Guides: flowcharts for readers who do not know yet which code they have."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from mkdocs_troubleshooter.model.entry import SourcedEntry
from mkdocs_troubleshooter.model.values import Line, Model, Prose, Slug

Pointer = Annotated[
    str, StringConstraints(pattern=r"^(code|cause|check|resolution|topic|support):[^\s:]+$")
]
"""An entry, as its kind and id: code:522."""


class GuideAnswer(Model):
    """One answer, and what it leads to: another step, or an end."""

    label: Line
    next: Slug | None = None
    """The step to go to; it stands further down."""
    say: Line | None = None
    """What is known now, in a few words; shown at the end."""
    see: tuple[Pointer, ...] = ()
    """Where to read on, the most likely first."""


class GuideStep(Model):
    """Something to look at."""

    id: Slug
    question: Line
    hint: Line | None = None
    """How or where to look."""
    answers: tuple[GuideAnswer, ...] = Field(min_length=2)


class Guide(SourcedEntry):
    """A flowchart from what a reader sees to an entry; its page is at the root of the site."""

    aliases: tuple[Line, ...] = ()
    summary: Prose
    start: Line
    """What the reader has seen: the first box."""
    steps: tuple[GuideStep, ...] = Field(min_length=1)
    """The first one is where to begin."""
