"""The documents of an API as tests see them: read from texts, and their schemas walked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from mkdocs_troubleshooter.export.api import write_api
from mkdocs_troubleshooter.rules import examine
from mkdocs_troubleshooter.site import Site, load_templates, make_site
from tests.conftest import BuiltSite

V1 = "api/v1/"
KINDS = ("codes", "causes", "checks", "resolutions", "support", "facts", "cases", "sources")
Documents = Mapping[str, Any]
"""Documents by their path below api/v1/."""


def make(kb: Path, **options: Any) -> Site:
    """Return the site of a knowledge base without building it."""
    knowledge = examine(kb).knowledge
    assert knowledge is not None
    return make_site(knowledge, templates=load_templates(), **options)


def documents_of(site: Site | BuiltSite) -> dict[str, Any]:
    """Return the documents of a site."""
    if isinstance(site, Site):
        texts = dict(write_api(site))
    else:
        paths = (site.folder / V1).rglob("*.json")
        texts = {
            path.relative_to(site.folder).as_posix(): path.read_text("utf-8") for path in paths
        }
    return {path.removeprefix(V1): json.loads(text) for path, text in sorted(texts.items())}


def schema_of(path: str) -> str:
    """Return the name of the schema that a document has to fit."""
    folder, _, rest = path.removesuffix(".json").partition("/")
    if rest.endswith("/plan"):
        return "plan"
    if folder in ("index", "vocabulary", "addresses"):
        return folder
    kind = folder if folder == "support" else folder.removesuffix("s")
    return kind if rest else f"{kind}-list"


def validators(documents: Documents) -> dict[str, Draft202012Validator]:
    """Return a validator for each published schema."""
    return {
        path.removeprefix("schemas/").removesuffix(".json"): Draft202012Validator(schema)
        for path, schema in documents.items()
        if path.startswith("schemas/")
    }


def described(documents: Documents) -> dict[str, Any]:
    """Return the documents that hold knowledge, descriptions left out."""
    return {
        path: document
        for path, document in documents.items()
        if not path.startswith("schemas/") and path != "openapi.json"
    }


def walk(value: Any) -> Iterator[Any]:
    """Yield a value and everything in it."""
    yield value
    children: Iterable[Any] = ()
    if isinstance(value, dict):
        children = value.values()
    elif isinstance(value, list):
        children = value
    for child in children:
        yield from walk(child)


def list_fields(documents: Documents) -> list[str]:
    """Return every field of every document with its type, as the schemas have them."""
    lines = []
    for name, validator in validators(documents).items():
        schema: Any = validator.schema
        lines += sorted({f"{name} {line}" for line in _list_fields(schema, schema, "")})
    return lines


def _list_fields(schema: Any, root: Any, path: str) -> Iterator[str]:
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    for choice in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
        yield from _list_fields(choice, root, path)
    kind = schema.get("type")
    if path and kind:
        yield f"{path}: {kind}"
    if kind == "array" and "items" in schema:
        yield from _list_fields(schema["items"], root, f"{path}[]")
    if isinstance(schema.get("additionalProperties"), dict):
        yield from _list_fields(schema["additionalProperties"], root, f"{path}{{}}")
    for name, field in schema.get("properties", {}).items():
        yield from _list_fields(field, root, f"{path}.{name}".removeprefix("."))


def pattern_of(path: str) -> re.Pattern[str]:
    """Return what the documents of a path of OpenAPI match, given as /codes/{id}.json."""
    parts = re.split(r"\{\w+\}", path.removeprefix("/"))
    return re.compile("([^/]+)".join(map(re.escape, parts)))
