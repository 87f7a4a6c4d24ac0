"""Schemas and OpenAPI: they fit every document, leave nothing out, and keep what they promise."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from tests.conftest import BuiltSite
from tests.export.api import (
    KINDS,
    V1,
    Documents,
    described,
    list_fields,
    pattern_of,
    schema_of,
    validators,
    walk,
)
from tests.serving import serve

PROMISED = Path(__file__).with_name("api-v1.txt")


def test_every_document_fits_its_schema(api: tuple[str, Documents]) -> None:
    _, documents = api
    checks = validators(documents)
    seen = set()
    for path, document in described(documents).items():
        name = schema_of(path)
        seen.add(name)
        problems = [error.message for error in checks[name].iter_errors(document)]
        assert problems == [], path
    assert seen == set(checks)


def test_schemas_are_schemas(api: tuple[str, Documents]) -> None:
    _, documents = api
    for validator in validators(documents).values():
        Draft202012Validator.check_schema(validator.schema)


def test_schemas_name_every_field_and_demand_it(
    real_api: Documents,
) -> None:
    shapes = [
        part
        for name, validator in validators(real_api).items()
        for part in walk(validator.schema)
        if isinstance(part, dict) and part.get("type") == "object" and "properties" in part
    ]
    assert len(shapes) > 50
    for shape in shapes:
        assert shape["additionalProperties"] is False, shape["title"]
        assert set(shape["required"]) == set(shape["properties"]), shape["title"]


def test_no_field_of_version_1_goes_or_changes(real_api: Documents) -> None:
    promised = PROMISED.read_text("utf-8").splitlines()
    fields = list_fields(real_api)
    gone = [line for line in promised if line not in fields]
    assert gone == [], "fields of v1 stay; removals and renamings need a v2"
    known = {line.partition(":")[0] for line in promised}
    new = [line for line in fields if line not in promised]
    assert [line for line in new if line.partition(":")[0] in known] == [], "types of v1 stay"
    assert new == [], f"promise the new fields: add these lines to {PROMISED.name}"


def test_the_description_is_valid_openapi(api: tuple[str, Documents]) -> None:
    _, documents = api
    errors = OpenAPIV31SpecValidator(documents["openapi.json"]).iter_errors()
    assert [error.message for error in errors] == []


def test_the_description_names_where_the_site_is(api: tuple[str, Documents]) -> None:
    base, documents = api
    description = documents["openapi.json"]
    assert description["servers"] == [{"url": f"{base}api/v1" if base else "../v1"}]
    assert description["info"]["version"] == documents["index.json"]["version"]
    assert description["info"]["title"] == documents["index.json"]["name"]


def test_paths_describe_every_file_and_nothing_else(api: tuple[str, Documents]) -> None:
    _, documents = api
    left = set(documents)
    for path in documents["openapi.json"]["paths"]:
        matching = {name for name in documents if pattern_of(path).fullmatch(name)}
        assert matching, path
        left -= matching
        folder = path.strip("/").partition("/")[0]
        if "{id}" in path:
            items = documents[f"{folder}.json"]["items"]
            assert {path.strip("/").replace("{id}", item["id"]) for item in items} <= matching
    assert left == set()


def test_components_are_the_shapes_of_the_schemas_and_leave_room(real_api: Documents) -> None:
    description = json.dumps(real_api["openapi.json"]["components"]["schemas"])
    components = json.loads(description.replace("#/components/schemas/", "#/$defs/"))
    for name, validator in validators(real_api).items():
        schema: Any = validator.schema
        shapes = {**schema.get("$defs", {}), schema["title"]: schema}
        for title, shape in shapes.items():
            assert components[title]["properties"] == shape["properties"], f"{name}: {title}"
            assert components[title]["required"] == shape["required"], f"{name}: {title}"
            assert "additionalProperties" not in components[title]


def test_examples_are_taken_from_the_data(real_api: Documents) -> None:
    checks = validators(real_api)
    paths = real_api["openapi.json"]["paths"]
    shown = 0
    for path, item in paths.items():
        content = item["get"]["responses"]["200"]["content"]["application/json"]
        if "example" in content:
            example = content["example"]
            name = path.strip("/").replace("{id}", str(example.get("id", "400")))
            assert [error.message for error in checks[schema_of(name)].iter_errors(example)] == []
            assert _is_part(example, real_api[name]), path
            shown += 1
        for parameter in item.get("parameters", ()):
            for value in parameter.get("examples", {}):
                assert path.strip("/").replace("{id}", value) in real_api
    assert shown == 2 + 2 * len(KINDS) + 1


def _is_part(part: Any, whole: Any) -> bool:
    """Tell whether a value is another one with its lists cut short."""
    if isinstance(part, dict):
        return part.keys() == whole.keys() and all(_is_part(part[key], whole[key]) for key in part)
    if isinstance(part, list):
        return all(map(_is_part, part, whole[: len(part)]))
    return bool(part == whole)


def test_a_served_copy_answers_as_described(real_site: BuiltSite, tmp_path: Path) -> None:
    with serve(real_site.folder) as address:
        done = subprocess.run(
            [
                str(Path(sys.executable).with_name("schemathesis")),
                *("run", f"{address}{V1}openapi.json", "--url", f"{address}{V1}".rstrip("/")),
                *("--phases", "examples,fuzzing", "--mode", "positive", "--max-examples", "5"),
                *("--seed", "522", "--checks", "status_code_conformance"),
                *("--checks", "content_type_conformance,response_schema_conformance"),
            ],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stdout
