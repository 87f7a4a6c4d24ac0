"""The knowledge as JSON documents: each as described, all linked, none changed without notice."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from mkdocs_troubleshooter.export.api import write_api
from mkdocs_troubleshooter.plan import Question
from mkdocs_troubleshooter.site import Site
from tests.conftest import KB, POSTGRESQL, BuiltSite, WriteFiles
from tests.export.api import (
    V1,
    Documents,
    described,
    documents_of,
    list_fields,
    make,
    pattern_of,
    schema_of,
    validators,
    walk,
)
from tests.pages.test_hostile_data import NASTY, poison
from tests.serving import serve
from tests.small import kb_files

PROMISED = Path(__file__).with_name("api-v1.txt")
KINDS = ("codes", "causes", "checks", "resolutions", "support", "facts", "cases", "sources")


@pytest.fixture(scope="module")
def real(real_site: BuiltSite) -> Documents:
    """Return the documents of the project's own site."""
    return documents_of(real_site)


@pytest.fixture(scope="module", params=["real", "postgresql"])
def built(
    request: pytest.FixtureRequest, real: Documents, postgresql_site: BuiltSite
) -> tuple[str, Documents]:
    """Return the address of a site and its documents: one that knows its address, one that not."""
    if request.param == "real":
        return "https://example.com/guide/", real
    return "", documents_of(postgresql_site)


@pytest.fixture
def small(write_files: WriteFiles) -> Site:
    """Return a tiny site that answers under an earlier id and another number too."""
    content = kb_files()
    content["kb/codes/10.yaml"] |= {"also": ["11"], "formerly": ["ten"]}
    content["kb/facts/wait.yaml"] |= {"formerly": ["patience"]}
    return make(write_files(content) / "kb")


def test_every_document_fits_its_schema(built: tuple[str, Documents]) -> None:
    _, documents = built
    checks = validators(documents)
    seen = set()
    for path, document in described(documents).items():
        name = schema_of(path)
        seen.add(name)
        problems = [error.message for error in checks[name].iter_errors(document)]
        assert problems == [], path
    assert seen == set(checks)


def test_schemas_are_schemas(built: tuple[str, Documents]) -> None:
    _, documents = built
    for validator in validators(documents).values():
        Draft202012Validator.check_schema(validator.schema)


def test_schemas_forbid_what_they_do_not_name_and_demand_what_they_name(real: Documents) -> None:
    shapes = [
        part
        for name, validator in validators(real).items()
        for part in walk(validator.schema)
        if isinstance(part, dict) and part.get("type") == "object" and "properties" in part
    ]
    assert len(shapes) > 50
    for shape in shapes:
        assert shape["additionalProperties"] is False, shape["title"]
        assert set(shape["required"]) == set(shape["properties"]), shape["title"]


def test_no_field_of_version_1_goes_or_changes(real: Documents) -> None:
    promised = PROMISED.read_text("utf-8").splitlines()
    fields = list_fields(real)
    gone = [line for line in promised if line not in fields]
    assert gone == [], "fields of v1 stay; removals and renamings need a v2"
    known = {line.partition(":")[0] for line in promised}
    new = [line for line in fields if line not in promised]
    assert [line for line in new if line.partition(":")[0] in known] == [], "types of v1 stay"
    assert new == [], f"promise the new fields: add these lines to {PROMISED.name}"


def test_the_description_is_valid_openapi(built: tuple[str, Documents]) -> None:
    _, documents = built
    errors = OpenAPIV31SpecValidator(documents["openapi.json"]).iter_errors()
    assert [error.message for error in errors] == []


def test_the_description_names_where_the_site_is(built: tuple[str, Documents]) -> None:
    base, documents = built
    description = documents["openapi.json"]
    assert description["servers"] == [{"url": f"{base}api/v1" if base else "../v1"}]
    assert description["info"]["version"] == documents["index.json"]["version"]
    assert description["info"]["title"] == documents["index.json"]["name"]


def test_paths_describe_every_file_and_nothing_else(built: tuple[str, Documents]) -> None:
    _, documents = built
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


def test_components_are_the_shapes_of_the_schemas_and_leave_room(real: Documents) -> None:
    description = json.dumps(real["openapi.json"]["components"]["schemas"])
    components = json.loads(description.replace("#/components/schemas/", "#/$defs/"))
    for name, validator in validators(real).items():
        schema: Any = validator.schema
        shapes = {**schema.get("$defs", {}), schema["title"]: schema}
        for title, shape in shapes.items():
            assert components[title]["properties"] == shape["properties"], f"{name}: {title}"
            assert components[title]["required"] == shape["required"], f"{name}: {title}"
            assert "additionalProperties" not in components[title]


def test_examples_are_taken_from_the_data(real: Documents) -> None:
    checks = validators(real)
    paths = real["openapi.json"]["paths"]
    shown = 0
    for path, item in paths.items():
        content = item["get"]["responses"]["200"]["content"]["application/json"]
        if "example" in content:
            example = content["example"]
            name = path.strip("/").replace("{id}", str(example.get("id", "400")))
            assert [error.message for error in checks[schema_of(name)].iter_errors(example)] == []
            assert _is_part(example, real[name]), path
            shown += 1
        for parameter in item.get("parameters", ()):
            for value in parameter.get("examples", {}):
                assert path.strip("/").replace("{id}", value) in real
    assert shown == 2 + 2 * len(KINDS) + 1


def _is_part(part: Any, whole: Any) -> bool:
    """Tell whether a value is another one with its lists cut short."""
    if isinstance(part, dict):
        return part.keys() == whole.keys() and all(_is_part(part[key], whole[key]) for key in part)
    if isinstance(part, list):
        return all(map(_is_part, part, whole[: len(part)]))
    return bool(part == whole)


def test_every_link_leads_to_the_document_of_its_id(built: tuple[str, Documents]) -> None:
    base, documents = built
    followed = 0
    for path, document in described(documents).items():
        for part in walk(document):
            if isinstance(part, dict) and "api_url" in part:
                target = part["api_url"].removeprefix(f"{base}{V1}")
                if "id" in part:
                    assert documents[target]["id"] == part["id"], path
                    assert documents[target]["title"] == part["title"], path
                    assert documents[target]["url"] == part["url"], path
                elif "{id}" not in target:
                    assert target in documents, path
                followed += 1
    assert followed > 100


def test_every_bare_id_is_known(built: tuple[str, Documents]) -> None:
    _, documents = built
    for path, document in described(documents).items():
        for kind, name in _list_ids(path, document, documents["vocabulary.json"]):
            known = (
                f"{kind}/{name}.json" in documents
                if kind in KINDS
                else name in {item["id"] for item in documents["vocabulary.json"][kind]}
            )
            assert known, f"{path}: {kind} {name}"


def _list_ids(path: str, document: Any, words: Any) -> Iterator[tuple[str, str]]:
    """Yield the ids that stand without a link, each with what it is an id of."""
    for part in walk(document):
        if not isinstance(part, dict):
            continue
        yield from (
            ("phases", name) for name in part.get("phases", ()) if path != "vocabulary.json"
        )
        yield from (("roles", name) for name in part.get("acts", ()))
        yield from (("causes", name) for group in part.get("inseparable", ()) for name in group)
        yield from (("checks", name) for name in part.get("expects", ()))
        yield from (("checks", name) for name in part.get("answers", ()) if "story" in part)
        yield from (
            ("placeholders", name) for name in part.get("placeholders", ()) if "run" in part
        )
        if isinstance(part.get("who"), str):
            yield "roles", part["who"]
        if isinstance(part.get("at"), str):
            yield "actors", part["at"]
        if "likelihood" in part:
            yield "likelihoods", part["likelihood"]
        if "level" in part:
            yield "risks", part["level"]
        if part.get("provider"):
            yield "providers", part["provider"]


def test_outcomes_are_those_of_their_check(built: tuple[str, Documents]) -> None:
    _, documents = built
    known = {
        (document["id"], outcome["id"])
        for path, document in documents.items()
        if path.startswith("checks/")
        for outcome in document["outcomes"]
    }
    for path, document in described(documents).items():
        assert set(_list_outcomes(document)) <= known, path


def _list_outcomes(document: Any) -> Iterator[tuple[str, str]]:
    """Yield the outcomes that are named away from their check, each with the check."""
    for part in walk(document):
        if isinstance(part, dict) and "expects" in part:
            yield from ((check, name) for check, names in part["expects"].items() for name in names)
        elif isinstance(part, dict) and part.get("kind") == "question":
            for answer in part["answers"]:
                yield from ((part["check"]["id"], name) for name in answer["outcomes"])


def test_everything_is_reached_from_the_index(built: tuple[str, Documents]) -> None:
    base, documents = built
    links = {path: document for path, document in documents.items() if path not in NOT_FOLLOWED}
    reached: set[str] = set()
    waiting = ["index.json"]
    while waiting:
        path = waiting.pop()
        if path not in reached and path in documents:
            reached.add(path)
            waiting += [
                value.removeprefix(f"{base}{V1}")
                for value in walk(links.get(path))
                if isinstance(value, str) and value.startswith(f"{base}{V1}")
            ]
    under_own_name = {path for path in described(documents) if _is_own_name(path, documents)}
    assert reached == {*under_own_name, "openapi.json"}


NOT_FOLLOWED = ("openapi.json", "addresses.json")


def _is_own_name(path: str, documents: Documents) -> bool:
    """Tell whether a document stands under its entry's id, not another number or earlier id."""
    _, _, rest = path.removesuffix(".json").removesuffix("/plan").partition("/")
    document = documents[path]
    entry = document["code"] if path.endswith("/plan.json") else document
    return not rest or bool(entry["id"] == rest)


def test_links_inside_texts_are_addresses_of_pages_that_exist(
    real: Documents, real_site: BuiltSite
) -> None:
    targets = {
        target
        for document in described(real).values()
        for value in walk(document)
        if isinstance(value, str)
        for target in re.findall(r"\]\((https://example\.com/guide/[^)]*)\)", value)
    }
    assert len(targets) > 100
    for target in targets:
        page, _, anchor = target.removeprefix("https://example.com/guide/").partition("#")
        assert not anchor or f'id="{anchor}"' in real_site.read(page), target


def test_no_link_is_left_pending(built: tuple[str, Documents]) -> None:
    _, documents = built
    for path, document in described(documents).items():
        assert not [
            value for value in walk(document) if isinstance(value, str) and "](ts:" in value
        ], path


@pytest.mark.parametrize("kb", [KB, POSTGRESQL / "kb"], ids=["real", "postgresql"])
def test_plans_are_those_of_the_pages(kb: Path) -> None:
    site = make(kb)
    documents = documents_of(site)
    for code in site.knowledge.codes.values():
        plan, document = site.view.plan(code), documents[f"codes/{code.id}/plan.json"]
        assert document["expected_minutes"] == pytest.approx(plan.minutes, abs=0.05)
        assert document["exact"] == plan.exact
        assert len(document["steps"]) == len(plan.steps)
        for place, (step, shown) in enumerate(zip(plan.steps, document["steps"], strict=True)):
            assert shown["number"] == place + 1
            if isinstance(step, Question):
                assert shown["check"]["id"] == step.check
                assert bool(shown["warning"]) == step.last
                assert {
                    (tuple(item["outcomes"]), item["next"], item["expected"])
                    for item in shown["answers"]
                } == {
                    (answer.outcomes, answer.leads + 1, answer.expected) for answer in step.answers
                }
            else:
                assert tuple(cause["id"] for cause in shown["causes"]) == step.causes
                verdict = "left" if step.left_over else "found" if step.causes else "none"
                assert shown["verdict"] == verdict


def test_other_numbers_and_earlier_ids_answer_with_the_same_bytes(small: Site) -> None:
    texts = dict(write_api(small))
    for other in ("11", "ten"):
        for ending in (".json", "/plan.json"):
            assert texts[f"{V1}codes/{other}{ending}"] == texts[f"{V1}codes/10{ending}"]
    assert texts[f"{V1}facts/patience.json"] == texts[f"{V1}facts/wait.json"]
    assert json.loads(texts[f"{V1}codes/ten.json"])["formerly"] == ["ten"]
    assert json.loads(texts[f"{V1}codes/ten.json"])["also"] == ["11"]


def test_two_writes_are_equal(write_files: WriteFiles) -> None:
    kb = write_files(kb_files()) / "kb"
    assert list(write_api(make(kb))) == list(write_api(make(kb)))


def test_a_code_says_what_its_page_says(small: Site) -> None:
    code = documents_of(small)["codes/10.json"]
    assert (code["label"], code["title"], code["phases"]) == ("Error 10", "No answer", ["connect"])
    wait = "15\u202fs (Maker) or 19\u202fs (Seller)"
    assert code["summary"] == f"Nobody answers within [{wait}](facts/#fact-wait)."
    assert code["summary_plain"] == "Nobody answers within 15 s (Maker) or 19 s (Seller)."
    assert [(item["id"], item["likelihood"], item["note"]) for item in code["causes"]] == [
        ("unplugged", "common", "Seen most."),
        ("asleep", "rare", None),
    ]
    assert code["causes"][0]["expects"] == {"look": ["dark"]}
    assert [(item["id"], item["causes"]) for item in code["resolutions"]] == [
        ("plug-in", ["unplugged", "asleep"])
    ]
    assert [item["id"] for item in code["workarounds"]] == ["open-door"]
    assert code["visitor"] == "Not your fault. Tell the owner 10."
    assert (code["checked"], [item["id"] for item in code["sources"]]) == ("2026-01-31", ["manual"])


def test_commands_keep_their_placeholders_and_name_them(small: Site) -> None:
    step = documents_of(small)["checks/look.json"]["steps"][0]
    assert step["run"] == "ping {host}"
    assert step["placeholders"] == {"host": "www.example.com"}


def test_facts_are_numbers_with_unit_provider_source_and_day(small: Site) -> None:
    fact = documents_of(small)["facts/wait.json"]
    assert (fact["unit"], fact["providers_differ"]) == ("s", True)
    assert [
        (item["provider"], item["value"], item["source"]["id"], item["checked"])
        for item in fact["values"]
    ] == [("maker", 15, "manual", "2026-01-31"), ("seller", 19, "manual", "2026-01-31")]
    assert [item["id"] for item in fact["codes"]] == ["10"]


@pytest.mark.parametrize(
    ("options", "page", "link"),
    [
        ({}, "codes/10/", "facts/#fact-wait"),
        ({"directories": False}, "codes/10.html", "facts/index.html#fact-wait"),
        (
            {"base": "https://x.org/g/"},
            "https://x.org/g/codes/10/",
            "https://x.org/g/facts/#fact-wait",
        ),
        (
            {"base": "https://x.org/g"},
            "https://x.org/g/codes/10/",
            "https://x.org/g/facts/#fact-wait",
        ),
    ],
)
def test_addresses_are_those_of_the_site(
    options: dict[str, Any], page: str, link: str, write_files: WriteFiles
) -> None:
    documents = documents_of(make(write_files(kb_files()) / "kb", **options))
    code = documents["codes/10.json"]
    assert code["url"] == page
    assert f"]({link})" in code["summary"]
    root = documents["index.json"]["url"].removesuffix("./")
    assert code["api_url"] == f"{root}api/v1/codes/10.json"
    assert code["facts"][0]["url"] == link


def test_a_knowledge_base_without_facts_still_has_a_list_of_them(write_files: WriteFiles) -> None:
    content = kb_files()
    del content["kb/facts/wait.yaml"]
    content["kb/codes/10.yaml"] |= {"facts": [], "summary": "Nobody answers."}
    documents = documents_of(make(write_files(content) / "kb"))
    assert documents["facts.json"] == {"url": None, "api_url": "api/v1/facts.json", "items": []}
    assert "get" in documents["openapi.json"]["paths"]["/facts/{id}.json"]


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_hostile_texts_stay_data(text: str, write_files: WriteFiles) -> None:
    documents = documents_of(make(write_files(poison(kb_files(), text)) / "kb"))
    checks = validators(documents)
    for path, document in described(documents).items():
        assert [error.message for error in checks[schema_of(path)].iter_errors(document)] == []
    errors = OpenAPIV31SpecValidator(documents["openapi.json"]).iter_errors()
    assert [error.message for error in errors] == []
    plain = f"No answer {text}".strip()
    assert documents["codes/10.json"]["title"] == plain
    assert documents["codes.json"]["items"][0]["title"] == plain
    assert documents["cases/10-dark.json"]["evidence"][0]["text"] == f"lamp: off {text}"
    assert documents["index.json"]["name"] == f"Small {text}".strip()


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


@pytest.mark.parametrize("name", [name for name in kb_files() if name != "kb/base.yaml"])
@pytest.mark.parametrize("change", ["broken", "gone"])
def test_while_an_entry_is_being_edited_the_others_are_written(
    name: str, change: str, write_files: WriteFiles
) -> None:
    content = kb_files()
    if change == "broken":
        content[name] |= {"title": ""}
    else:
        del content[name]
    documents = documents_of(make(write_files(content) / "kb"))
    checks = validators(documents)
    assert name.removeprefix("kb/").replace(".yaml", ".json") not in documents
    for path, document in described(documents).items():
        assert [error.message for error in checks[schema_of(path)].iter_errors(document)] == []
        for part in walk(document):
            if isinstance(part, dict) and "id" in part and "api_url" in part:
                assert part["api_url"].removeprefix(V1) in documents, path
