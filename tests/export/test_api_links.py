"""Ids and addresses in documents: each leads to a document or page that exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.conftest import BuiltSite, WriteFiles
from tests.export.api import KINDS, V1, Documents, described, documents_of, make, walk
from tests.small import kb_files


def test_every_link_leads_to_the_document_of_its_id(api: tuple[str, Documents]) -> None:
    base, documents = api
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


def test_every_bare_id_is_known(api: tuple[str, Documents]) -> None:
    _, documents = api
    for path, document in described(documents).items():
        for kind, name in _list_ids(path, document):
            known = (
                f"{kind}/{name}.json" in documents
                if kind in KINDS
                else name in {item["id"] for item in documents["vocabulary.json"][kind]}
            )
            assert known, f"{path}: {kind} {name}"


def _list_ids(path: str, document: Any) -> Iterator[tuple[str, str]]:
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


def test_outcomes_are_those_of_their_check(api: tuple[str, Documents]) -> None:
    _, documents = api
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


def test_everything_is_reached_from_the_index(api: tuple[str, Documents]) -> None:
    base, documents = api
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
    real_api: Documents, real_site: BuiltSite
) -> None:
    targets = {
        target
        for document in described(real_api).values()
        for value in walk(document)
        if isinstance(value, str)
        for target in re.findall(r"\]\((https://example\.com/guide/[^)]*)\)", value)
    }
    assert len(targets) > 100
    for target in targets:
        page, _, anchor = target.removeprefix("https://example.com/guide/").partition("#")
        assert not anchor or f'id="{anchor}"' in real_site.read(page), target


def test_no_link_is_left_pending(api: tuple[str, Documents]) -> None:
    _, documents = api
    for path, document in described(documents).items():
        assert not [
            value for value in walk(document) if isinstance(value, str) and "](ts:" in value
        ], path


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
