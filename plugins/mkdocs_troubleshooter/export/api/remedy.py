"""Resolutions and what support wants as documents."""

from __future__ import annotations

from mkdocs_troubleshooter.export.api.links import Links
from mkdocs_troubleshooter.export.api.shapes import (
    Command,
    Link,
    Listing,
    Markdown,
    Risk,
    Sourced,
    SummarisedItem,
)
from mkdocs_troubleshooter.model import entries


class ResolutionItem(SummarisedItem):
    """How to remove a cause, or to live with it for a while."""

    aliases: tuple[str, ...]
    who: str
    """The role that is needed: an id of the vocabulary's `roles`."""
    temporary: bool
    """Whether it is a workaround that has to be undone."""


class ResolutionList(Listing[ResolutionItem]):
    """All resolutions."""


class ResolutionDocument(Sourced, ResolutionItem):
    """A resolution: its risk, its steps, how to prove it and how to undo it."""

    risk: Risk
    steps: tuple[Command, ...]
    proof: tuple[Command, ...]
    """How to see that it worked."""
    undo: tuple[Command, ...]
    causes: tuple[Link, ...]
    """The causes that it removes."""
    codes: tuple[Link, ...]
    """The codes that it helps with."""


class SupportItem(SummarisedItem):
    """One item that support asks for. Its summary says what support learns from it."""

    always: bool
    """Whether it is part of every case, whatever the code."""


class SupportList(Listing[SupportItem]):
    """Everything that support asks for, what every case needs first."""


class SupportDocument(Sourced, SupportItem):
    """One item that support asks for, and how to collect it."""

    collect: tuple[Command, ...]
    redact: Markdown | None
    """What to remove before sharing."""
    example: str | None
    codes: tuple[Link, ...]
    """The codes with which it is asked for, besides `always`."""


def describe_resolution(links: Links, resolution: entries.Resolution) -> ResolutionDocument:
    """Return the document of a resolution."""
    relations = links.site.view.relations
    return ResolutionDocument(
        **links.item("resolution", resolution),
        **links.summary(resolution.summary),
        **links.sourced(resolution),
        aliases=resolution.aliases,
        who=resolution.who,
        temporary=resolution.temporary,
        risk=links.risk(resolution.risk),
        steps=links.commands(resolution.steps),
        proof=links.commands(resolution.proof),
        undo=links.commands(resolution.undo),
        causes=links.pick("cause", relations.causes_of_resolution.get(resolution.id, ())),
        codes=links.pick("code", relations.codes_of_resolution.get(resolution.id, ())),
    )


def describe_support(links: Links, item: entries.Requirement) -> SupportDocument:
    """Return the document of a support requirement."""
    codes = links.site.view.relations.codes_of_support.get(item.id, ())
    return SupportDocument(
        **links.item("support", item),
        **links.summary(item.why),
        **links.sourced(item),
        always=item.always,
        collect=links.commands(item.collect),
        redact=links.note(item.redact),
        example=item.example,
        codes=links.pick("code", codes),
    )
