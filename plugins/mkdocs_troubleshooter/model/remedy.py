"""What to do: resolutions, and what support wants."""

from __future__ import annotations

from pydantic import Field

from mkdocs_troubleshooter.model.entry import Risk, SourcedEntry, Step
from mkdocs_troubleshooter.model.values import Flag, Line, Prose, Slug


class Resolution(SourcedEntry):
    """How to remove a cause, or to live with it for a while."""

    aliases: tuple[Line, ...] = ()
    summary: Prose
    who: Slug
    temporary: Flag = False
    """A workaround: it has to be undone."""
    risk: Risk
    steps: tuple[Step, ...] = Field(min_length=1)
    proof: tuple[Step, ...] = Field(min_length=1)
    """How to see that it worked."""
    undo: tuple[Step, ...] = ()


class Requirement(SourcedEntry):
    """One item that support asks for."""

    always: Flag = False
    """Part of every case, whatever the code."""
    why: Prose
    collect: tuple[Step, ...] = Field(min_length=1)
    redact: Prose | None = None
    """What to remove before sharing."""
    example: str | None = None
