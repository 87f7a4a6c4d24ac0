"""An error code: what it means, where it fails, what causes it."""

from __future__ import annotations

from pydantic import Field

from mkdocs_troubleshooter.model.entry import SourcedEntry
from mkdocs_troubleshooter.model.values import CodeId, Flag, Line, Model, OneOrMore, Prose, Slug


class Tell(Model):
    """Something that tells who wrote the response."""

    text: Prose
    says: Slug
    """The actor that it points at, or unknown."""


class Emitter(Model):
    """Who can have written the response that the reader saw."""

    who: OneOrMore
    """Actors, the usual one first."""
    tell: tuple[Tell, ...] = Field(min_length=1)
    """How to tell, the most reliable sign first."""


class Variant(Model):
    """One of several errors that share a number."""

    id: Slug
    title: Line
    tell: Prose
    """How to tell it from the others."""
    summary: Prose


class CodeCause(Model):
    """A cause of this code."""

    cause: Slug
    variant: Slug | None = None
    """The variant that it gives, where the code has several."""
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
    also: tuple[CodeId, ...] = ()
    """Other numbers of the same error."""
    aliases: tuple[Line, ...] = ()
    """Other words under which people look for it."""
    signatures: tuple[str, ...] = ()
    """Regular expressions by which pasted text is known to show it, besides its number."""
    status: tuple[Line, ...] = ()
    """What else the response carries, such as the HTTP status, where it is not the code itself."""
    aside: Flag = False
    """Whether people meet it only beside the others: the diagnoser takes it for a mere status."""
    carried_by: tuple[CodeId, ...] = ()
    """Codes in whose responses this one stands."""
    acts: tuple[Slug, ...] = ()
    """The roles that can do something about it."""
    phases: tuple[Slug, ...] = Field(min_length=1)
    """Where on the path it fails, the usual place first."""
    summary: Prose
    """What it means, in two or three sentences."""
    condition: tuple[Prose, ...] = ()
    """Exactly when it is sent."""
    emitter: Emitter
    variants: tuple[Variant, ...] = ()
    """The errors that share this number, where there are several."""
    causes: tuple[CodeCause, ...] = ()
    """In the order of the vendors' documents; none where the documents name none."""
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

    @property
    def carriers(self) -> frozenset[str]:
        """Numbers that a response of this code can show beside its own, such as a status."""
        return frozenset(self.carried_by) | {word for line in self.status for word in line.split()}
