"""A folder of written files: it is brought up to date as a whole, and holds nothing of others.

A list in it says which files were written, each with its digest, in the form of `sha256sum`. What
is not in the list, or has been changed since, belongs to somebody else and is never touched.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

LIST = ".troubleshooter-files"
_NAMED = 5


class FolderError(Exception):
    """Why a folder is left as it is, in one line."""


class Kept(NamedTuple):
    """What has been done to a folder."""

    written: int
    removed: int
    unchanged: int


def read_folder(root: Path) -> dict[str, bytes]:
    """Return the files of a folder by their paths, without hidden ones; none if it is not there."""
    files = {}
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            if not name.startswith(".") and path.is_file():
                files[path.relative_to(root).as_posix()] = path.read_bytes()
    return files


def keep_folder(root: Path, files: Mapping[str, bytes]) -> Kept:
    """Bring a folder up to date: write files, remove those that were written before and are gone.

    Raises FolderError before anything is touched.
    """
    before = _read_list(root)
    if before is None and root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise FolderError(f"{root} is not empty and was not made by this command; name another")
    known = before or {}
    digests = {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}
    present = {path: _digest(root, path) for path in {*known, *digests}}
    foreign = sorted(
        path
        for path, digest in present.items()
        if digest not in (None, known.get(path), digests.get(path))
    )
    if foreign:
        more = f" and {len(foreign) - _NAMED} more" if len(foreign) > _NAMED else ""
        listed = ", ".join(foreign[:_NAMED]) + more
        raise FolderError(f"{root} holds files that somebody else wrote or changed: {listed}")
    for path, content in files.items():
        if present[path] != digests[path]:
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    gone = [path for path in known if path not in files and present[path] is not None]
    for path in gone:
        _remove(root, path)
    _write_list(root, digests)
    unchanged = sum(present[path] == digest for path, digest in digests.items())
    return Kept(len(files) - unchanged, len(gone), unchanged)


def _digest(root: Path, path: str) -> str | None:
    """Return the digest of a file; None if there is none, and nothing's if it cannot be ours."""
    target = root / path
    if not target.resolve().is_relative_to(root.resolve()) or target.is_symlink():
        return "elsewhere"
    if target.is_dir():
        return "folder"
    return hashlib.sha256(target.read_bytes()).hexdigest() if target.is_file() else None


def _remove(root: Path, path: str) -> None:
    target = root / path
    target.unlink()
    for folder in target.parents:
        if folder == root or any(folder.iterdir()):
            return
        folder.rmdir()


def _read_list(root: Path) -> dict[str, str] | None:
    path = root / LIST
    if not path.is_file():
        return None
    lines = (line.partition("  ") for line in path.read_text("utf-8").splitlines())
    return {name: digest for digest, _, name in lines if name}


def _write_list(root: Path, digests: Mapping[str, str]) -> None:
    lines = (f"{digest}  {path}\n" for path, digest in sorted(digests.items()))
    root.mkdir(parents=True, exist_ok=True)
    (root / LIST).write_text("".join(lines), "utf-8")
