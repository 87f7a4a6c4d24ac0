"""The command: checking, schemas, skeletons and explanations without a site."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from mkdocs_troubleshooter.cli import main
from mkdocs_troubleshooter.model.kinds import KINDS
from mkdocs_troubleshooter.rules import examine
from tests.conftest import KB, POSTGRESQL, WriteFiles
from tests.small import kb_files


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def broken(write_files: WriteFiles) -> Path:
    content = kb_files()
    content["kb/facts/wait.yaml"]["unit"] = 5
    content["kb/codes/10.yaml"]["aliases"] = "100%, a\nb"
    return write_files(content) / "kb"


def test_check_says_what_is_there_when_all_is_well(write_files: WriteFiles) -> None:
    done = run("check", write_files(kb_files()) / "kb")
    assert done.exit_code == 0
    assert done.output == (
        "1 code, 2 causes, 1 check, 2 resolutions, 1 support requirement, 1 fact, 1 source, "
        "1 case, 1 sign, 0 topics, 1 guide, 0 catalogues, no problems\n"
    )


def test_check_prints_a_line_a_problem_and_exits_with_1(broken: Path) -> None:
    done = run("check", broken)
    assert done.exit_code == 1
    first, second, count = done.output.splitlines()
    hint = "(each item on its own line, after '- ')"
    assert first == f"{broken}/codes/10.yaml:4:10: 'aliases' must be a list {hint} [shape]"
    assert second.startswith(f"{broken}/facts/wait.yaml:6:7: 'unit' must be text")
    assert count == "2 problems in 2 files"


def test_check_prints_json_for_programs(broken: Path) -> None:
    done = run("check", broken, "--format", "json")
    assert done.exit_code == 1
    problems = json.loads(done.output)["problems"]
    assert [(item["line"], item["column"], item["rule"]) for item in problems] == [
        (4, 10, "shape"),
        (6, 7, "shape"),
    ]


def test_check_prints_annotations_for_github(broken: Path) -> None:
    done = run("check", broken, "--format", "github")
    assert done.exit_code == 1
    first, second = done.output.splitlines()
    assert first.startswith(f"::error file={broken}/codes/10.yaml,line=4,col=10,title=shape::")
    assert second.endswith("::'unit' must be text (write \"5\" in quotes)")


def test_check_of_a_missing_folder_is_one_clear_line(tmp_path: Path) -> None:
    done = run("check", tmp_path / "nowhere")
    assert done.exit_code == 1
    assert "there is no such folder" in done.output
    assert done.exception is None or isinstance(done.exception, SystemExit)


def test_the_project_s_own_knowledge_bases_are_clean() -> None:
    for folder in (KB, POSTGRESQL / "kb"):
        assert [str(problem) for problem in examine(folder).problems] == []


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_new_entry_passes_but_for_what_only_its_author_knows(
    kind: str, write_files: WriteFiles
) -> None:
    kb = write_files(kb_files()) / "kb"
    name = "99" if kind == "code" else "something-new"
    done = run("new", kind, name, "--kb", kb)
    assert done.exit_code == 0, done.output
    said = {problem.rule for problem in examine(kb).problems}
    # A new code has no case yet, and nothing names a new cause: both are the next steps.
    assert said <= {"codes-have-cases", "entries-are-used", "signs-agree-with-cases"}


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_skeleton_fits_every_knowledge_base(kind: str, tmp_path: Path) -> None:
    kb = tmp_path / "kb"
    shutil.copytree(POSTGRESQL / "kb", kb)
    name = "99999" if kind == "code" else "something-new"
    assert run("new", kind, name, "--kb", kb).exit_code == 0
    said = {problem.rule for problem in examine(kb).problems}
    assert said <= {"codes-have-cases", "entries-are-used", "signs-agree-with-cases"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("new", "cause", "unplugged"), "exists already"),
        (("new", "cause", "Not An Id"), "cannot be an id"),
        (("new", "code", "../../etc/passwd"), "cannot be an id"),
        (("new", "thing", "x"), "is not one of"),
        (("explain", "silense"), "did you mean 'silence'?"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    arguments: tuple[str, ...], words: str, write_files: WriteFiles
) -> None:
    done = run(*arguments, "--kb", write_files(kb_files()) / "kb")
    assert done.exit_code != 0
    assert words in done.output
    assert "Traceback" not in done.output


@pytest.mark.parametrize("name", ["10", "Error 10", "no answer", "SILENCE", "error 10: no answer"])
def test_explain_finds_a_code_by_any_name(name: str, write_files: WriteFiles) -> None:
    done = run("explain", name, "--kb", write_files(kb_files()) / "kb")
    assert done.exit_code == 0
    lines = done.output.splitlines()
    assert lines[0] == "Error 10: No answer"
    said = done.output.replace("\u202f", " ")
    assert "Nobody answers within 15 s (Maker) or 19 s (Seller)." in said
    assert "Look at the lamp [look], 1 minute, at the server" in lines
    assert "    ping www.example.com" in lines
    assert "1. Look at the lamp (1 min. At the server)" in lines
    assert lines[lines.index("The plug is out") + 1] == "~" * 15
    assert "Common. Seen most." in lines
    assert not [line for line in lines if "](" in line or line.startswith("#")]


@pytest.mark.parametrize("folder", [KB, POSTGRESQL / "kb"])
def test_every_entry_can_be_explained(folder: Path) -> None:
    knowledge = examine(folder).knowledge
    assert knowledge is not None
    from mkdocs_troubleshooter.export import explain
    from mkdocs_troubleshooter.site import load_templates, make_site

    site = make_site(knowledge, templates=load_templates(), extensions=["tables", "fenced_code"])
    for entries in knowledge.entries.values():
        for entry in entries.values():
            text = explain(site, entry)
            assert text.startswith(site.view.title(entry))
            assert not re.search(r"\bts:[a-z]+/", text)


def test_schemas_are_written_and_then_up_to_date(tmp_path: Path) -> None:
    assert run("schema", "--check", tmp_path).exit_code == 1
    assert run("schema", tmp_path).exit_code == 0
    assert run("schema", "--check", tmp_path).exit_code == 0
    assert {path.stem for path in tmp_path.iterdir()} == {*KINDS, "base"}


def test_the_committed_schemas_are_up_to_date() -> None:
    assert run("schema", "--check", KB / "schemas").exit_code == 0


def test_the_schemas_accept_the_knowledge_base_and_refuse_mistakes() -> None:
    from jsonschema import Draft202012Validator

    from mkdocs_troubleshooter.model.schema import describe_schemas
    from mkdocs_troubleshooter.source import read_document

    validators: dict[str, Any] = {
        name.removesuffix(".json"): Draft202012Validator(schema)
        for name, schema in describe_schemas().items()
    }
    for kind in KINDS.values():
        paths = sorted((KB / kind.folder).glob("*.yaml"))
        assert paths
        for path in paths:
            # Dates are texts to JSON, as they are to editors.
            value = json.loads(json.dumps(read_document("x", path.read_bytes()).value, default=str))
            validators[kind.name].validate(value)
            wrong = value | {"couses": []}
            assert not validators[kind.name].is_valid(wrong)


def test_facts_lists_what_was_checked_long_ago(write_files: WriteFiles) -> None:
    content = kb_files()
    content["kb/facts/wait.yaml"]["values"][1]["checked"] = "2020-01-01"
    kb = write_files(content) / "kb"
    everything = run("facts", "--kb", kb).output.replace("\u202f", " ").splitlines()
    assert len(everything) == 3
    assert "wait: 19 s (Seller), The manual, 1.0" in everything[0]
    assert everything[-1] == "2 of 2 values"
    old = run("facts", "--older-than", "4y", "--kb", kb).output.splitlines()
    assert len(old) == 2
    assert old[0].startswith("2020-01-01")


def test_facts_refuses_what_is_no_age(write_files: WriteFiles) -> None:
    done = run("facts", "--older-than", "soon", "--kb", write_files(kb_files()) / "kb")
    assert done.exit_code == 1
    assert "'soon' is not an age: write 365d, 52w, 12m or 1y" in done.output
