"""The words that belong to a knowledge base as a whole, as a document.

Other documents name roles, phases and the like by their ids; this one says what they mean.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from mkdocs_troubleshooter.export.api.links import Links
from mkdocs_troubleshooter.export.api.shapes import Markdown, Number, Shape, Url
from mkdocs_troubleshooter.model import base
from mkdocs_troubleshooter.site.addresses import Address, address_of, index_page


class Provider(Shape):
    """Someone who runs the service and publishes documents and limits."""

    id: str
    name: str
    """In full."""
    short: str
    """As it stands beside a value."""


class Role(Shape):
    """Somebody who can do a check or apply a resolution."""

    id: str
    label: str
    outside: bool
    """Whether readers depend on somebody else to do it."""
    visitor: bool
    """Whether somebody who owns nothing can do it."""


class Likelihood(Shape):
    """A word for how often a cause is behind a code."""

    id: str
    label: str
    weight: Number
    """Relative: a cause of weight 6 is expected three times as often as one of weight 2."""


class Actor(Shape):
    """A party on the request path."""

    id: str
    label: str
    text: str
    """What it is, in a few words."""
    sends: bool
    """Whether it can have written the response that the reader saw."""


class Phase(Shape):
    """A stage of the request path at which codes fail."""

    id: str
    label: str
    text: str
    """What happens at this stage."""
    at: tuple[str, ...]
    """The actor at which it happens, or the two between which it happens."""
    url: Url


class RiskLevel(Shape):
    """A word for what a measure can break."""

    id: str
    label: str
    tone: Literal["none", "caution", "danger"]
    undo: bool
    """Whether measures of this risk say how to undo them."""


class EvidenceKind(Shape):
    """A form in which an error shows itself."""

    id: str
    label: str
    language: str
    """For highlighting."""


class Placeholder(Shape):
    """A value that differs for each reader; commands hold it as `{id}`."""

    id: str
    label: str
    example: str
    accepts: str
    """A regular expression for the whole value. What it accepts is safe inside a command."""
    hint: str | None
    """Where to find the value."""


class Term(Shape):
    """One thing that providers call by different names."""

    id: str
    names: Mapping[str, str]
    """The name by provider; the first one is the one that texts use."""
    note: Markdown | None


class Visitor(Shape):
    """What to tell a reader who only met the error and owns nothing."""

    heading: str
    text: Markdown
    """`{code}` stands for the code."""


class VocabularyDocument(Shape):
    """The words of this knowledge base: what the ids in other documents stand for."""

    api_url: Url
    code_label: str
    """How a code is called; `{code}` stands for its id."""
    providers: tuple[Provider, ...]
    roles: tuple[Role, ...]
    likelihoods: tuple[Likelihood, ...]
    """Most likely first."""
    something_else: Number
    """The weight of a cause that nobody has listed, to be added to those of every code."""
    minutes_to_begin: Number
    """What every check costs besides its own minutes; plans count it."""
    actors: tuple[Actor, ...]
    """In their order on the request path."""
    phases: tuple[Phase, ...]
    """In their order in time."""
    risks: tuple[RiskLevel, ...]
    evidence: tuple[EvidenceKind, ...]
    placeholders: tuple[Placeholder, ...]
    terms: tuple[Term, ...]
    visitor: Visitor
    support_intro: Markdown
    """What to know before evidence is collected."""


def describe_vocabulary(links: Links, path: str) -> VocabularyDocument:
    """Return the words of a knowledge base; the path is that of the document."""
    words = links.site.knowledge.base
    return VocabularyDocument(
        api_url=links.document(path),
        code_label=words.code_label,
        providers=tuple(Provider(**item.model_dump()) for item in words.providers),
        roles=tuple(Role(**item.model_dump()) for item in words.roles),
        likelihoods=tuple(Likelihood(**item.model_dump()) for item in words.likelihoods),
        something_else=words.something_else,
        minutes_to_begin=words.minutes_to_begin,
        actors=tuple(Actor(**item.model_dump()) for item in words.actors),
        phases=tuple(_describe_phase(links, item) for item in words.phases),
        risks=tuple(RiskLevel(**item.model_dump()) for item in words.risks),
        evidence=tuple(EvidenceKind(**item.model_dump()) for item in words.evidence),
        placeholders=tuple(
            Placeholder(**item.model_dump(exclude={"ask"})) for item in words.placeholders
        ),
        terms=tuple(
            Term(id=item.id, names=item.names, note=links.note(item.note)) for item in words.terms
        ),
        visitor=Visitor(heading=words.visitor.heading, text=links.markdown(words.visitor.text)),
        support_intro=links.markdown(words.support_intro),
    )


def _describe_phase(links: Links, phase: base.Phase) -> Phase:
    address = address_of(links.site.knowledge, "phase", phase.id)
    page = address or Address(index_page("code"))
    return Phase(**phase.model_dump(), url=links.page(page))
