"""What belongs to a knowledge base as a whole: its words, people, path and providers."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from mkdocs_troubleshooter.model.former import Moved
from mkdocs_troubleshooter.model.values import Amount, Flag, Line, Model, OneOrMore, Prose, Slug


class Provider(Model):
    """Someone who runs the service and publishes documents and limits."""

    id: Slug
    name: Line
    """In full."""
    short: Line
    """As it stands beside a value, such as "15 s (Maker)"."""


class Role(Model):
    """Somebody who can do a check or apply a resolution."""

    id: Slug
    label: Line
    """Completes "Who can do this: ..."."""
    outside: Flag = False
    """Whether readers depend on somebody else to do it: plans put such checks off."""
    visitor: Flag = False
    """Whether somebody who owns nothing can do it: the diagnoser asks visitors nothing else."""


class Likelihood(Model):
    """A word for how often a cause is behind a code."""

    id: Slug
    label: Line
    weight: Amount = Field(gt=0)
    """Relative: a cause of weight 6 is expected three times as often as one of weight 2."""


class Actor(Model):
    """A party on the request path; the order in the file is the order on the path."""

    id: Slug
    label: Line
    text: Line
    """What it is, in a few words."""
    sends: Flag = False
    """Whether it can have written the response that the reader saw."""


class Phase(Model):
    """A stage of the request path at which codes fail; the order is the order in time."""

    id: Slug
    label: Line
    """One or two words: it stands inside the drawing."""
    text: Line
    """What happens at this stage."""
    at: OneOrMore = Field(max_length=2)
    """The actor at which it happens, or the two between which it happens."""


class Placeholder(Model):
    """A value that differs for each reader, written {id} in commands."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: Line
    """The label of the field in which a reader types it."""
    example: Line
    """What commands show until the reader has typed a value; a documentation address."""
    accepts: Line
    """A regular expression for the whole value. It must keep shell characters out."""
    ask: Flag = True
    """Whether readers are offered a field for it."""
    hint: Line | None = None
    """Where to find the value."""


class Term(Model):
    """One thing that providers call by different names."""

    id: Slug
    names: dict[Slug, Line] = Field(min_length=2)
    """The name by provider; the first one is the one that prose uses."""
    note: Prose | None = None


class EvidenceKind(Model):
    """A form in which an error shows itself."""

    id: Slug
    label: Line
    """The caption of an example, such as "The error page"."""
    language: Line = "text"
    """For highlighting, such as "http" or "json"."""


class RiskLevel(Model):
    """A word for what a measure can break."""

    id: Slug
    label: Line
    tone: Literal["none", "caution", "danger"] = "caution"
    undo: Flag = True
    """Whether a measure of this risk must say how to undo it."""


class Visitor(Model):
    """What to tell a reader who only met the error and owns nothing."""

    heading: Line
    text: Prose
    """Two honest sentences: whose fault it is not, and what to do. {code} stands for the code."""


class Base(Model):
    """The file base.yaml: everything that is true of the whole knowledge base."""

    name: Line
    """Of the knowledge base, such as "Errors at the edge"."""
    code_label: Line = "Error {code}"
    """How a code is called in titles; {code} is replaced."""
    summary: Prose
    providers: tuple[Provider, ...] = ()
    roles: tuple[Role, ...] = Field(min_length=1)
    likelihoods: tuple[Likelihood, ...] = Field(min_length=1)
    """Most likely first."""
    something_else: Amount = Field(default=1, gt=0)
    """The weight of a cause that nobody has listed, added to every code."""
    minutes_to_begin: Amount = Field(default=2, ge=0)
    """What every check costs besides its own minutes: to read it, get there, judge the answer."""
    actors: tuple[Actor, ...] = Field(min_length=2)
    phases: tuple[Phase, ...] = Field(min_length=1)
    placeholders: tuple[Placeholder, ...] = ()
    terms: tuple[Term, ...] = ()
    evidence: tuple[EvidenceKind, ...] = Field(min_length=1)
    risks: tuple[RiskLevel, ...] = Field(min_length=1)
    visitor: Visitor
    support_intro: Prose
    """Opens the page that lists all evidence to collect."""
    formerly: tuple[Moved, ...] = ()
    """Addresses of what is not an entry, such as hand-written pages, and where they lead."""
