"""The entries of a knowledge base, one class a kind.

Ids of other entries are plain text here: whether they resolve is for the rules to say.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from mkdocs_troubleshooter.model.values import (
    Amount,
    CodeId,
    Day,
    Flag,
    Line,
    Model,
    OneOrMore,
    Prose,
    Slug,
    Url,
    Version,
    Whole,
)


class Command(Model):
    """Something to do, with the command for it where there is one."""

    text: Prose
    run: str | None = None
    """The command; readers' own values stand as {host}."""
    language: Line = "sh"
    """For highlighting."""


def _read_sentence(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


Step = Annotated[
    Command,
    BeforeValidator(_read_sentence),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {
                    "type": "object",
                    "properties": {
                        "text": {"type": "string"},
                        "run": {"type": "string"},
                        "language": {"type": "string"},
                    },
                    "required": ["text"],
                    "additionalProperties": False,
                },
            ]
        }
    ),
]
"""A sentence, or a sentence with the command to run."""


class Entry(Model):
    """What entries of every kind have."""

    id: Slug
    """The name of the file without its ending."""
    title: Line


class SourcedEntry(Entry):
    """An entry that makes claims."""

    sources: tuple[Slug, ...] = Field(min_length=1)
    """Entries of sources/ that carry what is said here."""
    checked: Day
    """The day on which it was last compared with its sources."""


class Risk(Model):
    """What a measure can break or expose."""

    level: Slug
    """One of the base's risks."""
    text: Prose
    """What exactly is exposed or weakened, and for whom."""


class Sign(Model):
    """Something that tells who wrote the response."""

    text: Prose
    says: Slug
    """The actor that it points at, or unknown."""


class Emitter(Model):
    """Who can have written the response that the reader saw."""

    who: OneOrMore
    """Actors, the usual one first."""
    tell: tuple[Sign, ...] = Field(min_length=1)
    """How to tell, the most reliable sign first."""


class CodeCause(Model):
    """A cause of this code."""

    cause: Slug
    likelihood: Slug
    """One of the base's likelihoods."""
    note: Prose | None = None
    """Why this cause gives this code and not another."""
    expects: dict[Slug, OneOrMore] = Field(default_factory=dict)
    """Outcomes of checks that differ here from what the cause says in general."""


class CodeSupport(Model):
    """Something that support wants for this code."""

    item: Slug
    note: Prose | None = None


class RelatedCode(Model):
    """Another code worth a look."""

    code: CodeId
    why: Prose


class Code(SourcedEntry):
    """An error code: what it means, where it fails, what causes it."""

    id: CodeId
    aliases: tuple[Line, ...] = ()
    """Other words under which people look for it."""
    phases: tuple[Slug, ...] = Field(min_length=1)
    """Where on the path it fails, the usual place first."""
    summary: Prose
    """What it means, in two or three sentences."""
    condition: tuple[Prose, ...] = ()
    """Exactly when it is sent."""
    emitter: Emitter
    causes: tuple[CodeCause, ...] = Field(min_length=1)
    """In the order of the vendors' documents."""
    inseparable: tuple[tuple[Slug, ...], ...] = ()
    """Groups of causes that no check can tell apart for this code."""
    workarounds: tuple[Slug, ...] = ()
    """Temporary resolutions that help before the cause is known."""
    traps: tuple[Prose, ...] = ()
    """What misleads, such as outdated advice."""
    facts: tuple[Slug, ...] = ()
    support: tuple[CodeSupport, ...] = Field(min_length=1)
    support_when: Prose | None = None
    """When a support case makes sense, and with whom."""
    visitor: Prose | None = None
    """Replaces the base's two sentences for readers who own nothing."""
    related: tuple[RelatedCode, ...] = ()


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


class Topic(SourcedEntry):
    """Background that several codes need, such as TLS modes or a list of headers."""

    aliases: tuple[Line, ...] = ()
    summary: Prose
    sections: tuple[Section, ...] = Field(min_length=1)
    order: Whole = 100
    """Topics are listed by it, lowest first."""
