"""The knowledge as JSON documents: they say what the pages say, whatever the entries hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from mkdocs_troubleshooter.export.api import write_api
from mkdocs_troubleshooter.plan import Question
from mkdocs_troubleshooter.site import Site
from tests.conftest import KB, POSTGRESQL, WriteFiles
from tests.export.api import V1, described, documents_of, make, schema_of, validators, walk
from tests.pages.test_hostile_data import NASTY, poison
from tests.small import kb_files


@pytest.fixture
def small(write_files: WriteFiles) -> Site:
    """Return a tiny site that answers under an earlier id and another number too."""
    content = kb_files()
    content["kb/codes/10.yaml"] |= {"also": ["11"], "formerly": ["ten"]}
    content["kb/facts/wait.yaml"] |= {"formerly": ["patience"]}
    return make(write_files(content) / "kb")


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
