"""Causes, and the checks that tell them apart."""

from __future__ import annotations

from pydantic import Field

from mkdocs_troubleshooter.model.entry import Risk, SourcedEntry, Step
from mkdocs_troubleshooter.model.values import Amount, Flag, Line, Model, OneOrMore, Prose, Slug


class Cause(SourcedEntry):
    """A fault that can produce one or more codes."""

    aliases: tuple[Line, ...] = ()
    at: Slug
    """The actor where the fault sits."""
    summary: Prose
    symptoms: tuple[Line, ...] = ()
    """How people who see it put it, such as "works in a private window"."""
    signs: tuple[Prose, ...] = Field(min_length=1)
    """How to recognise it."""
    expects: dict[Slug, OneOrMore] = Field(default_factory=dict)
    """What each check would show if this were the fault."""
    resolutions: tuple[Slug, ...] = Field(min_length=1)
    """The most fitting first."""


class Outcome(Model):
    """One result that a check can have."""

    id: Slug
    label: Line
    """As an answer to the check's question."""
    sound: Flag = False
    """Whether it is what a sound system shows: a cause that it leaves is left over, not proven."""
    means: Prose
    patterns: tuple[str, ...] = ()
    """Regular expressions by which pasted output is recognised."""
    example: str | None = None
    """What the output looks like."""


class Check(SourcedEntry):
    """One thing a person can do to tell causes apart."""

    aliases: tuple[Line, ...] = ()
    question: Line
    """Outcomes are its answers."""
    summary: Prose
    """What is learned and why it decides."""
    minutes: Amount = Field(gt=0)
    """The effort for somebody who has access."""
    who: Slug
    """The role that is needed."""
    where: Line
    """The machine or place to do it, such as "on the origin"."""
    risk: Risk | None = None
    steps: tuple[Step, ...] = Field(min_length=1)
    """The first command is the one shown where there is room for one."""
    outcomes: tuple[Outcome, ...] = Field(min_length=2)
