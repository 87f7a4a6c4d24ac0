"""Background pages: sections of text, tables and steps."""

from __future__ import annotations

from pydantic import Field

from mkdocs_troubleshooter.model.entry import SourcedEntry, Step
from mkdocs_troubleshooter.model.values import Line, Model, Prose, Slug, Whole


class Table(Model):
    """A table; cells are Markdown."""

    columns: tuple[Line, ...] = Field(min_length=2)
    rows: tuple[tuple[Prose, ...], ...] = Field(min_length=1)


class Section(Model):
    """A part of a topic."""

    id: Slug
    """Its anchor."""
    title: Line
    text: Prose | None = None
    table: Table | None = None
    steps: tuple[Step, ...] = ()
    facts: tuple[Slug, ...] = ()
    scale: tuple[Slug, ...] = ()
    """Facts of one unit to draw to scale, beside one another."""


class Topic(SourcedEntry):
    """Background that several codes need, such as TLS modes or a list of headers."""

    aliases: tuple[Line, ...] = ()
    summary: Prose
    sections: tuple[Section, ...] = Field(min_length=1)
    order: Whole = 100
    """Topics are listed by it, lowest first."""
