"""Which files are read, and how: nothing that lies in a folder stops the others from being read."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_troubleshooter.links import Directory, Survey, Surveyor, read_home
from mkdocs_troubleshooter.links import files as reading
from tests.conftest import WriteFiles
from tests.links.guide import INVENTORY, SITE

WRONG = f"{SITE}x/\n"


def survey(*paths: Path, skip: Path | None = None) -> Survey:
    surveyor = Surveyor(Directory(INVENTORY), [read_home(SITE)], strict=False)
    return surveyor.survey(paths, skip=skip)


def names(found: Survey, root: Path) -> list[str]:
    return [Path(problem.path).relative_to(root).as_posix() for problem in found.problems]


def test_folders_are_read_whatever_the_files_are_called(write_files: WriteFiles) -> None:
    wanted = ["a/b/c/rules.yaml", "b.md", "chart/templates/x.tpl", "notes", "panel.json", "x.TXT"]
    root = write_files(dict.fromkeys(reversed(wanted), WRONG))
    found = survey(root)
    assert names(found, root) == sorted(wanted)
    assert (found.links, found.files, found.has_errors) == (6, 6, True)


def test_what_others_have_written_is_left_out_unless_it_is_named(write_files: WriteFiles) -> None:
    read = [".github/workflows/a.yml", ".gitlab/b.yml", ".gitlab-ci.yml"]
    left = [".git/config", "node_modules/a/b.md", ".venv/c.md", ".cache/d", "x/.hidden/e.md"]
    root = write_files(dict.fromkeys([*read, *left], WRONG))
    assert names(survey(root), root) == sorted(read)
    assert names(survey(root / ".cache", root / ".git/config"), root) == [".cache/d", ".git/config"]


def test_the_built_site_is_left_out(write_files: WriteFiles) -> None:
    root = write_files({"site/index.html": WRONG, "docs/site/a.md": WRONG})
    assert names(survey(root, skip=root / "site"), root) == ["docs/site/a.md"]


def test_a_file_is_read_once_however_often_it_is_named(write_files: WriteFiles) -> None:
    root = write_files({"a/b.md": WRONG})
    assert survey(root, root / "a", root / "a/b.md", root / "a/../a/b.md").links == 1


def test_links_between_folders_lead_round_in_no_circle(write_files: WriteFiles) -> None:
    root = write_files({"a/b.md": WRONG})
    (root / "a/round").symlink_to(root, target_is_directory=True)
    (root / "a/self").symlink_to("self")
    (root / "a/gone").symlink_to("nowhere")
    assert names(survey(root), root) == ["a/b.md"]
    assert survey(root / "a/round/a/b.md").links == 1


def test_pipes_are_not_waited_for(write_files: WriteFiles) -> None:
    root = write_files({"b.md": WRONG})
    os.mkfifo(root / "a.md")
    assert names(survey(root), root) == ["b.md"]


@pytest.mark.parametrize(
    "content",
    [
        f"é {WRONG}".encode(),
        codecs.BOM_UTF8 + f"é {WRONG}".encode(),
        f"é {WRONG}".encode("utf-16"),
        codecs.BOM_UTF16_BE + f"é {WRONG}".encode("utf-16-be"),
        f"é {WRONG}".encode("utf-32"),
        f"é {WRONG}".encode("latin-1"),
    ],
)
def test_texts_are_read_in_any_encoding_that_tells_itself(
    content: bytes, write_files: WriteFiles
) -> None:
    (problem,) = survey(write_files({"a.txt": content})).problems
    assert (problem.line, problem.column, problem.message) == (1, 3, f"{SITE}x/ leads nowhere")


def test_what_is_no_text_is_left_out(write_files: WriteFiles) -> None:
    root = write_files({"a.png": b"\x89PNG\0" + WRONG.encode(), "b.md": "", "c.md": WRONG})
    found = survey(root)
    assert names(found, root) == ["c.md"]
    assert found.files == 2


def test_a_huge_file_is_named_and_not_read(
    write_files: WriteFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LARGEST", 30)
    root = write_files({"a.log": WRONG * 2, "b.md": WRONG})
    assert [str(problem).removeprefix(f"{root}/") for problem in survey(root).problems] == [
        "a.log:1:1: 58 bytes; files of up to 30 are read",
        f"b.md:1:1: {SITE}x/ leads nowhere",
    ]
    assert not survey(root / "a.log").has_errors


def test_what_cannot_be_read_is_an_error_and_stops_nothing(
    write_files: WriteFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_files({"a.md": WRONG, "b/c.md": WRONG, "d.md": WRONG})
    read_bytes, scandir = Path.read_bytes, os.scandir

    def refuse_file(path: Path) -> bytes:
        # Tests may run as root, whom no permission stops.
        if path.name == "a.md":
            raise PermissionError(13, "Permission denied", str(path))
        return read_bytes(path)

    def refuse_folder(path: str) -> object:
        if str(path).endswith("/b"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(Path, "read_bytes", refuse_file)
    monkeypatch.setattr(os, "scandir", refuse_folder)
    assert [str(problem).removeprefix(f"{root}/") for problem in survey(root).problems] == [
        "a.md:1:1: cannot be read: Permission denied",
        "b:1:1: cannot be read: Permission denied",
        f"d.md:1:1: {SITE}x/ leads nowhere",
    ]


def test_a_line_of_a_megabyte_is_read_like_any_other(write_files: WriteFiles) -> None:
    for number, gap in enumerate((" ", ",", "{{", "(", "{% ", "\\")):
        path = write_files({f"{number}.txt": f"{SITE}522/{gap}" * 40_000}) / f"{number}.txt"
        assert (survey(path).links, survey(path).problems) == (40_000, ())


def test_an_endless_link_is_named_in_short(write_files: WriteFiles) -> None:
    (problem,) = survey(write_files({"a.txt": f"{SITE}522/" * 40_000})).problems
    assert problem.message == f"{(SITE + '522/') * 9}"[:200] + "… leads nowhere"


@given(st.binary(max_size=200))
def test_no_content_stops_the_survey(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(content + WRONG.encode())
    assert survey(path).files <= 1
