"""The JSON Schemas by which editors complete and check entries."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from mkdocs_troubleshooter.model.base import Base
from mkdocs_troubleshooter.model.kinds import KINDS

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "schemas"
"""Below the knowledge base; entries name it in their yaml-language-server line."""


def describe_schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of every kind of file by the name of the schema's own file."""
    models: dict[str, type[BaseModel]] = {kind.name: kind.model for kind in KINDS.values()}
    models["base"] = Base
    return {f"{name}.json": _describe(name, model) for name, model in models.items()}


def _describe(name: str, model: type[BaseModel]) -> dict[str, Any]:
    schema = model.model_json_schema()
    return {"$schema": DIALECT, "$id": f"{name}.json", **schema}


def modeline(name: str) -> str:
    """Return the first line of a file of a kind, or of the base."""
    way = f"{FOLDER}/" if name == "base" else f"../{FOLDER}/"
    return f"# yaml-language-server: $schema={way}{name}.json"
