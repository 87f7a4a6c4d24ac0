"""What all documents are made of: links, texts and commands.

Every field is always there, with null or an empty list where there is nothing. Docstrings are the
descriptions of the JSON Schemas and of the OpenAPI document.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, WithJsonSchema

Markdown = Annotated[str, WithJsonSchema({"type": "string", "contentMediaType": "text/markdown"})]
"""Markdown whose links are written out as addresses; placeholders show their examples."""
Url = Annotated[str, WithJsonSchema({"type": "string", "format": "uri-reference"})]
"""An address: absolute where the site knows its own, else below the root of the site."""
UrlTemplate = Annotated[str, WithJsonSchema({"type": "string", "format": "uri-template"})]
"""An address with a part in braces to be filled in."""
Number = Annotated[int | float, WithJsonSchema({"type": "number"})]
"""A JSON number."""


class Shape(BaseModel):
    """Part of a document: frozen, with no unknown field."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Link(Shape):
    """Another entry."""

    id: str
    """Its key in the lists, and the name of its document."""
    title: str
    url: Url
    """Its page, or its place on a page."""
    api_url: Url
    """Its document."""


class Command(Shape):
    """Something to do, with the command for it where there is one."""

    text: Markdown
    run: str | None
    """The command. Values that differ for each reader stand in it as `{host}`."""
    language: str
    """Of the command, such as `sh`."""
    placeholders: Mapping[str, str]
    """What stands in the command as `{name}`, each with an example to put there instead; what a
    value may look like is in the vocabulary."""


class Risk(Shape):
    """What a measure can break or expose."""

    level: str
    """An id of the vocabulary's `risks`."""
    text: Markdown


class Item(Link):
    """What an entry of any kind has in the list of its kind, and in its own document."""

    formerly: tuple[str, ...]
    """Its earlier ids. Its document is found under them too."""


class SummarisedItem(Item):
    """An entry that says in short what it is about."""

    summary: Markdown
    summary_plain: str
    """The summary in bare words, on one line."""


class Sourced(Shape):
    """What the claims of a document rest on."""

    sources: tuple[Link, ...]
    checked: date
    """The day on which it was last compared with its sources; of several, the earliest."""


ItemT = TypeVar("ItemT", bound=Item)


class Listing(Shape, Generic[ItemT]):
    """All entries of one kind."""

    url: Url | None
    """The page that lists them; null where there is none."""
    api_url: Url
    """This document."""
    items: tuple[ItemT, ...]
    """In the order of the site. The document of each says more."""
