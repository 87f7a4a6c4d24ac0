"""Every way an entry can be wrong, and exactly what is said about it.

A case changes the small knowledge base: `edits` replaces text in a file, `files` sets whole files
(null removes one). `UPDATE_GOLDEN=1` rewrites the expected problems; the diff is then reviewed.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_troubleshooter.rules import RULES, examine
from tests.conftest import WriteFiles
from tests.small import kb_files

GOLDEN = sorted((Path(__file__).parent.parent / "golden").glob("*.yaml"))


def _cases() -> list[Any]:
    return [
        pytest.param(path, number, id=f"{path.stem}: {case['name']}")
        for path in GOLDEN
        for number, case in enumerate(yaml.safe_load(path.read_text("utf-8")))
    ]


@pytest.mark.parametrize(("path", "number"), _cases())
def test_problems(path: Path, number: int, write_files: WriteFiles) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))[number]
    root = write_files(kb_files())
    for name, replacements in case.get("edits", {}).items():
        text = (root / name).read_text("utf-8")
        for old, new in replacements.items():
            assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {name}"
            text = text.replace(old, new)
        (root / name).write_text(text, "utf-8")
    for name, text in case.get("files", {}).items():
        if text is None:
            (root / name).unlink()
        else:
            write_files({name: text})
    found = [str(problem) for problem in examine(root / "kb", shown_as="kb").problems]
    if os.environ.get("UPDATE_GOLDEN"):
        _update(path, number, found)
    else:
        assert found == case["problems"]


def test_every_rule_has_a_failing_case() -> None:
    said = {path.stem for path in GOLDEN}
    assert {rule.name for rule in RULES} <= said


def _update(path: Path, number: int, found: list[str]) -> None:
    cases = yaml.safe_load(path.read_text("utf-8"))
    cases[number]["problems"] = found
    path.write_text(
        yaml.safe_dump(cases, sort_keys=False, allow_unicode=True, width=10_000), "utf-8"
    )
