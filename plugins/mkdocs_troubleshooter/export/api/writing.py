"""All documents of a site, as files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from mkdocs_troubleshooter.export.api.description import describe_api, describe_schemas
from mkdocs_troubleshooter.export.api.index import (
    ANY,
    DESCRIPTION,
    INDEX,
    VOCABULARY,
    describe_index,
)
from mkdocs_troubleshooter.export.api.kinds import PUBLISHED, Published, list_names
from mkdocs_troubleshooter.export.api.links import FOLDER, Links
from mkdocs_troubleshooter.export.api.plan import describe_plan, plan_path
from mkdocs_troubleshooter.export.api.shapes import Item, Listing
from mkdocs_troubleshooter.export.api.vocabulary import describe_vocabulary
from mkdocs_troubleshooter.site.pages import Site

File = tuple[str, str]
"""A path and a text."""


def write_api(site: Site) -> Iterator[File]:
    """Yield the path below the site's root and the text of each document."""
    for path, text in _write(Links(site)):
        yield f"{FOLDER}/{path}", text


def _write(links: Links) -> Iterator[File]:
    examples: dict[str, BaseModel] = {}
    for published in PUBLISHED:
        yield from _write_kind(links, published, examples)
    yield from _write_plans(links, examples)
    for path, document in (
        (INDEX, describe_index(links)),
        (VOCABULARY, describe_vocabulary(links, VOCABULARY)),
    ):
        examples[path] = document
        yield path, _spell(document)
    for path, schema in describe_schemas(links):
        yield path, _spell_description(schema)
    yield DESCRIPTION, _spell_description(describe_api(links, examples))


def _write_kind(
    links: Links, published: Published, examples: dict[str, BaseModel]
) -> Iterator[File]:
    """Yield the documents of a kind and their list, and keep one of them as an example."""
    items: list[Item] = []
    for entry in links.site.knowledge.entries[published.kind].values():
        document = published.describe(links, entry)
        examples.setdefault(published.path(ANY), document)
        items.append(published.shorten(document))
        text = _spell(document)
        for name in list_names(entry):
            yield published.path(name), text
    listing = _list(links, published, items)
    examples[published.list_path] = _list(links, published, items[:1])
    yield published.list_path, _spell(listing)


def _list(links: Links, published: Published, items: list[Item]) -> Listing[Any]:
    return published.listing(
        url=links.index(published.kind),
        api_url=links.document(published.list_path),
        items=tuple(items),
    )


def _write_plans(links: Links, examples: dict[str, BaseModel]) -> Iterator[File]:
    for code in links.site.knowledge.codes.values():
        plan = describe_plan(links, code)
        examples.setdefault(plan_path(ANY), plan)
        text = _spell(plan)
        for name in list_names(code):
            yield plan_path(name), text


def _spell(document: BaseModel) -> str:
    return document.model_dump_json(indent=1) + "\n"


def _spell_description(description: dict[str, Any]) -> str:
    return json.dumps(description, ensure_ascii=False, indent=1) + "\n"
