"""The documents described: as JSON Schemas, and all together in the form of OpenAPI.

Both are made from the same shapes as the documents themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from mkdocs_troubleshooter.export.api.index import (
    ADDRESSES,
    ANY,
    DESCRIPTION,
    INDEX,
    VERSION,
    VOCABULARY,
    IndexDocument,
    schema_path,
)
from mkdocs_troubleshooter.export.api.kinds import PUBLISHED
from mkdocs_troubleshooter.export.api.links import Links
from mkdocs_troubleshooter.export.api.plan import PlanDocument, plan_path
from mkdocs_troubleshooter.export.api.vocabulary import VocabularyDocument
from mkdocs_troubleshooter.export.inventory import Inventory
from mkdocs_troubleshooter.model.kinds import KINDS
from mkdocs_troubleshooter.model.schema import DIALECT

Json = dict[str, Any]


class AddressesDocument(Inventory):
    """All addresses of the site: its pages with their anchors, what leads on, and its files."""

    model_config = ConfigDict(extra="forbid", json_schema_serialization_defaults_required=True)


@dataclass(frozen=True)
class Described:
    """One document, or the documents of all entries of a kind."""

    path: str
    """Among the documents; with `{id}` for entries."""
    name: str
    """Of its schema."""
    model: type[BaseModel]
    summary: str
    tag: str


def list_described() -> Iterator[Described]:
    """Yield everything that has a shape of its own."""
    yield Described(INDEX, "index", IndexDocument, "What there is, and where", "start")
    yield Described(
        VOCABULARY, "vocabulary", VocabularyDocument, "What ids of roles and phases mean", "start"
    )
    yield Described(ADDRESSES, "addresses", AddressesDocument, "All addresses of the site", "start")
    for published in PUBLISHED:
        kind, folder = KINDS[published.kind], published.folder
        every = f"Every {kind.label}, in short"
        yield Described(published.list_path, f"{kind.name}-list", published.listing, every, folder)
        one = f"One {kind.label}"
        yield Described(published.path(ANY), kind.name, published.document, one, folder)
        if kind.name == "code":
            plan = "What to check first for a code, and what each answer leads to"
            yield Described(plan_path(ANY), "plan", PlanDocument, plan, folder)


def describe_schemas(links: Links) -> Iterator[tuple[str, Json]]:
    """Yield the path and the JSON Schema of every document."""
    for described in list_described():
        path = schema_path(described.name)
        address = links.document(path) if links.site.base else f"{described.name}.json"
        yield path, {"$schema": DIALECT, "$id": address, **_describe_model(described.model)}


def describe_api(links: Links, examples: Mapping[str, BaseModel]) -> Json:
    """Return the OpenAPI document, given an example by the path of what is described."""
    base = links.site.knowledge.base
    ids = {
        published.folder: list(links.site.knowledge.entries[published.kind])[:_SHOWN]
        for published in PUBLISHED
    }
    paths = {
        f"/{described.path}": _describe_path(
            described, ids.get(described.tag, []), examples.get(described.path)
        )
        for described in list_described()
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": base.name,
            "version": VERSION,
            "description": f"{links.site.view.prose.plain(base.summary)}\n\n{_POLICY}",
        },
        # Without an address of its own, the site is where this document was found.
        "servers": [{"url": links.document("").rstrip("/") if links.site.base else "../v1"}],
        "paths": {**paths, **_describe_descriptions()},
        "components": {"schemas": _describe_components()},
    }


_POLICY = (
    "All documents are static files. Below /v1/, fields and documents are added and never removed "
    "or renamed: ignore what you do not know. Ids are the keys between documents. Addresses are "
    "absolute where the site knows its own, else relative to the root of the site. Texts are "
    "Markdown where their schema says so, and plain words elsewhere."
)
_SHOWN = 3
"""Items of lists in examples."""


def _describe_path(described: Described, ids: list[str], example: BaseModel | None) -> Json:
    reference = {"$ref": f"#/components/schemas/{described.model.__name__}"}
    content: Json = {"schema": reference}
    if example:
        content["example"] = _cut(example.model_dump(mode="json"))
    single = ANY not in described.path
    operation = _describe_operation(
        f"get_{described.name.replace('-', '_')}", described.summary, described.tag, content
    )
    if single:
        return {"get": operation}
    operation["responses"]["404"] = {"description": "There is no such entry."}
    parameter: Json = {
        "name": ANY.strip("{}"),
        "in": "path",
        "required": True,
        "description": "The id of the entry, an earlier id of it, or another number of the code.",
        "schema": {"type": "string"},
    }
    if ids:
        parameter["examples"] = {name: {"value": name} for name in ids}
    return {"parameters": [parameter], "get": operation}


def _cut(value: Any) -> Any:
    """Return a value with no more than the first items of every list."""
    if isinstance(value, list):
        return [_cut(item) for item in value[:_SHOWN]]
    if isinstance(value, dict):
        return {name: _cut(item) for name, item in value.items()}
    return value


def _describe_operation(name: str, summary: str, tag: str, content: Json) -> Json:
    return {
        "operationId": name,
        "summary": summary,
        "tags": [tag],
        "responses": {
            "200": {"description": summary, "content": {"application/json": content}},
        },
    }


def _describe_descriptions() -> Json:
    """Return the paths of the descriptions themselves."""
    names = [described.name for described in list_described()]
    content: Json = {"schema": {"type": "object"}}
    return {
        f"/{DESCRIPTION}": {
            "get": _describe_operation("get_openapi", "This description", "start", content)
        },
        f"/{schema_path('{name}')}": {
            "parameters": [
                {
                    "name": "name",
                    "in": "path",
                    "required": True,
                    "description": "The kind of document.",
                    "schema": {"type": "string", "enum": names},
                }
            ],
            "get": _describe_operation(
                "get_schema", "The JSON Schema of a document", "start", content
            ),
        },
    }


class _Untitled(GenerateJsonSchema):
    """Leaves out the titles that only repeat the names of fields."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic asks
        return False


@cache
def _describe_model(model: type[BaseModel]) -> Json:
    return model.model_json_schema(mode="serialization", schema_generator=_Untitled)


@cache
def _describe_components() -> Json:
    _, schemas = models_json_schema(
        [(described.model, "serialization") for described in list_described()],
        ref_template="#/components/schemas/{model}",
        schema_generator=_Untitled,
    )
    components: Json = schemas["$defs"]
    for shape in components.values():
        # Clients are made from these: they should accept fields that come later.
        if shape.get("additionalProperties") is False:
            del shape["additionalProperties"]
    return components
