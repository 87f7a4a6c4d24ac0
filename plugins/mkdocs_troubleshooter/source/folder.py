"""The files of a knowledge base on disk. Reads; never writes, never interprets a value."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs_troubleshooter.source.document import Document
from mkdocs_troubleshooter.source.problem import Problem
from mkdocs_troubleshooter.source.reader import read_document

Memo = MutableMapping[tuple[Path, int, int], Document]
"""Documents by file, time of change and size, so that an unchanged file is read once."""

LARGEST = 2_000_000
"""Bytes in one file."""


@dataclass(frozen=True)
class Folder:
    """Everything that was found below one folder."""

    root: Path
    shown_as: str
    """How the folder is written in messages."""
    files: dict[str, Document]
    """Documents by their path below the root, with forward slashes, in sorted order."""
    problems: tuple[Problem, ...] = ()


def read_folder(root: Path, *, shown_as: str | None = None, memo: Memo | None = None) -> Folder:
    """Read every YAML file below a folder; what cannot be read becomes a problem."""
    shown = (shown_as if shown_as is not None else root.as_posix()).rstrip("/")
    if not root.is_dir():
        missing = Problem(shown, 1, 1, "there is no such folder", "files")
        return Folder(root, shown, {}, (missing,))
    files: dict[str, Document] = {}
    problems: list[Problem] = []
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.name.startswith(".") or not path.is_file():
            continue
        place = f"{shown}/{name}" if shown else name
        if path.suffix == ".yml":
            problems.append(Problem(place, 1, 1, "entries end in .yaml", "files", "rename it"))
        elif path.suffix == ".yaml":
            files[name] = _read_file(path, place, memo)
    return Folder(root, shown, files, tuple(problems))


def _read_file(path: Path, place: str, memo: Memo | None) -> Document:
    try:
        status = path.stat()
        key = (path, status.st_mtime_ns, status.st_size)
        if memo is not None and key in memo:
            return memo[key]
        if status.st_size > LARGEST:
            message = f"{status.st_size:,} bytes; an entry may have {LARGEST:,}"
            return Document(place, problems=(Problem(place, 1, 1, message, "files"),))
        document = read_document(place, path.read_bytes())
    except OSError as error:
        problem = Problem(place, 1, 1, f"cannot be read: {error.strerror}", "files")
        return Document(place, problems=(problem,))
    if memo is not None:
        memo[key] = document
    return document
