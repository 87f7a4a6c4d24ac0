"""The document to begin with: what there is, and where."""

from __future__ import annotations

from mkdocs_troubleshooter.export.api.kinds import PUBLISHED, Published
from mkdocs_troubleshooter.export.api.links import Links
from mkdocs_troubleshooter.export.api.plan import plan_path
from mkdocs_troubleshooter.export.api.shapes import Markdown, Shape, Url, UrlTemplate

VERSION = "1.0.0"
"""Of the documents' form: new fields and documents raise the second number, and nothing is removed
or renamed below /v1/."""
INDEX = "index.json"
VOCABULARY = "vocabulary.json"
ADDRESSES = "addresses.json"
DESCRIPTION = "openapi.json"
ANY = "{id}"


def schema_path(name: str) -> str:
    """Return where a JSON Schema lies among the documents."""
    return f"schemas/{name}.json"


class Collection(Shape):
    """One kind of entry."""

    kind: str
    count: int
    """How many entries there are."""
    url: Url | None
    """The page that lists them; null where there is none."""
    api_url: Url
    """The list."""
    document_url: UrlTemplate
    """The document of each entry; `{id}` stands for the entry's id."""


class IndexDocument(Shape):
    """What there is, and where."""

    version: str
    """Of the form of the documents, in the manner of semantic versioning."""
    name: str
    """Of the knowledge base."""
    summary: Markdown
    summary_plain: str
    url: Url
    """The root of the site."""
    api_url: Url
    """This document."""
    collections: tuple[Collection, ...]
    plan_url: UrlTemplate
    """The plan of each code; `{id}` stands for the code's id."""
    vocabulary_url: Url
    """What ids of roles, phases and the like stand for."""
    addresses_url: Url
    """All addresses of the site."""
    openapi_url: Url
    """The description of all documents in the form of OpenAPI."""
    schemas_url: UrlTemplate
    """The JSON Schemas; `{name}` stands for the name of one, as the OpenAPI document lists them."""


def describe_index(links: Links) -> IndexDocument:
    """Return the document to begin with."""
    base = links.site.knowledge.base
    return IndexDocument(
        version=VERSION,
        name=base.name,
        **links.summary(base.summary),
        url=links.below_root(""),
        api_url=links.document(INDEX),
        collections=tuple(_describe_collection(links, published) for published in PUBLISHED),
        plan_url=links.document(plan_path(ANY)),
        vocabulary_url=links.document(VOCABULARY),
        addresses_url=links.document(ADDRESSES),
        openapi_url=links.document(DESCRIPTION),
        schemas_url=links.document(schema_path("{name}")),
    )


def _describe_collection(links: Links, published: Published) -> Collection:
    return Collection(
        kind=published.kind,
        count=len(links.site.knowledge.entries[published.kind]),
        url=links.index(published.kind),
        api_url=links.document(published.list_path),
        document_url=links.document(published.path(ANY)),
    )
