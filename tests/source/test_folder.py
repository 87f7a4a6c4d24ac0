"""What is found on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_troubleshooter.source import Document, read_folder
from mkdocs_troubleshooter.source.folder import LARGEST
from tests.conftest import WriteFiles


def test_a_missing_folder_is_one_clear_line(tmp_path: Path) -> None:
    (problem,) = read_folder(tmp_path / "kb", shown_as="kb").problems
    assert str(problem) == "kb:1:1: there is no such folder"


def test_hidden_and_foreign_files_are_left_alone(write_files: WriteFiles) -> None:
    root = write_files({"codes/.x.yaml": "a: [", "codes/readme.md": "#", "codes/a.yaml": "a: 1"})
    assert list(read_folder(root).files) == ["codes/a.yaml"]


def test_a_huge_file_is_not_read(write_files: WriteFiles) -> None:
    root = write_files({"codes/a.yaml": "a" * (LARGEST + 1)})
    (problem,) = read_folder(root, shown_as="kb").files["codes/a.yaml"].problems
    assert "an entry may have" in problem.message


def test_an_unreadable_file_is_one_clear_line(
    write_files: WriteFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    root = write_files({"codes/a.yaml": "a: 1"})
    monkeypatch.setattr(Path, "read_bytes", refuse)
    (problem,) = read_folder(root, shown_as="kb").files["codes/a.yaml"].problems
    assert str(problem) == "kb/codes/a.yaml:1:1: cannot be read: Permission denied"


def test_a_broken_link_is_passed_over(write_files: WriteFiles) -> None:
    root = write_files({"codes/a.yaml": "a: 1"})
    (root / "codes/b.yaml").symlink_to(root / "nowhere.yaml")
    assert list(read_folder(root).files) == ["codes/a.yaml"]


def test_an_unchanged_file_is_read_once(write_files: WriteFiles) -> None:
    root = write_files({"codes/a.yaml": "a: 1", "codes/b.yaml": "b: 1"})
    memo: dict[tuple[Path, int, int], Document] = {}
    first = read_folder(root, memo=memo)
    (root / "codes/b.yaml").write_text("b: 22")
    second = read_folder(root, memo=memo)
    assert second.files["codes/a.yaml"] is first.files["codes/a.yaml"]
    assert second.files["codes/b.yaml"].value == {"b": 22}
