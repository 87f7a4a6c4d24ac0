"""What is known from where: facts, sources, and cases."""

from __future__ import annotations

from pydantic import Field

from mkdocs_troubleshooter.model.entry import Entry, SourcedEntry
from mkdocs_troubleshooter.model.values import (
    Amount,
    CodeId,
    Day,
    Line,
    Model,
    Prose,
    Slug,
    Url,
    Version,
)


class FactValue(Model):
    """The value that one provider states."""

    provider: Slug | None = None
    """None where the value belongs to nobody in particular."""
    value: Amount | Line
    upto: Amount | None = None
    """The other end, where the value is a range."""
    condition: Line | None = None
    """When it applies, such as a plan."""
    source: Slug
    checked: Day
    note: Prose | None = None


class Fact(Entry):
    """A number or limit, with its unit, providers, sources and dates."""

    topic: Line
    """Facts are grouped by it."""
    text: Prose
    """What is measured."""
    unit: Line | None = None
    values: tuple[FactValue, ...] = Field(min_length=1)


class Source(Entry):
    """A document that claims rest on."""

    publisher: Line
    provider: Slug | None = None
    kind: Line
    """Such as documentation, source code, field report, measurement, practice."""
    document: Line
    """What it is and where in it, such as a repository and a path."""
    version: Version
    """Its own date or commit."""
    url: Url | None = None
    trust: Prose | None = None
    """How far to rely on it."""


class Listed(Model):
    """One number of a list that somebody publishes."""

    code: CodeId
    title: Line | None = None
    """As the list has it."""
    left_out: Prose | None = None
    """Why no entry stands for it."""


class Catalogue(SourcedEntry):
    """A published list of codes: none of it may be missing in silence."""

    provider: Slug | None = None
    summary: Prose
    codes: tuple[Listed, ...] = Field(min_length=1)


class Evidence(Model):
    """One thing that was seen."""

    kind: Slug
    """One of the base's kinds of evidence."""
    text: str = Field(min_length=1)
    note: Prose | None = None


class Case(SourcedEntry):
    """A worked example: what was seen, and what it was."""

    code: CodeId | None = None
    """The code; none where the evidence shows none."""
    emitted_by: Slug | None = None
    """The actor that wrote the response; none where it cannot be told."""
    causes: tuple[Slug, ...] = ()
    """What it was, the best fitting first; empty where the evidence does not decide."""
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    description: Prose
    """What a person would say next to it, without the cause."""
    story: Prose
    """What it turned out to be, and how that was found."""
    answers: dict[Slug, Slug] = Field(default_factory=dict)
    """Outcomes of checks in this case."""

    @property
    def text(self) -> str:
        """All that was seen, as patterns search it."""
        return "\n".join(evidence.text for evidence in self.evidence)
