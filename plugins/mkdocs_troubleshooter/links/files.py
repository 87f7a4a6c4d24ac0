"""Files to read: found below folders, and turned into text."""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

LARGEST = 20_000_000
"""Bytes of one file; what people write is smaller."""
_HIDDEN = frozenset({".github", ".gitlab"})
_FOREIGN = frozenset({"node_modules", "venv", "__pycache__"})
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins like the next one
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF32_BE, "utf-32"),
)


class UnreadError(Exception):
    """A file that was not looked at, with the reason as a message."""


def list_files(
    paths: Sequence[Path], skip: Path | None, fail: Callable[[OSError], None]
) -> Iterator[Path]:
    """Yield the files that are given, and those below folders that are given, in sorted order.

    Left out below folders: links to elsewhere, which may lead round in circles; hidden folders but
    for those of code hosts, since they hold caches and copies; what was installed; `skip`. Each of
    them is read if it is given itself.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, folders, names in os.walk(path, onerror=fail):
            folders[:] = sorted(
                name
                for name in folders
                if name not in _FOREIGN
                and (name in _HIDDEN or not name.startswith("."))
                and not _is_same(Path(folder, name), skip)
            )
            for name in sorted(names):
                file = Path(folder, name)
                if stat.S_ISREG(os.lstat(file).st_mode):
                    yield file


def read_text(path: Path) -> str | None:
    """Return the text of a file; None if it is none.

    Raises UnreadError for a file that is too large, and OSError for one that cannot be read.
    """
    size = path.stat().st_size
    if size > LARGEST:
        raise UnreadError(f"{size:,} bytes; files of up to {LARGEST:,} are read")
    content = path.read_bytes()
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace").removeprefix("\ufeff")
    if b"\0" in content:
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        # Of an older encoding. Addresses are of ASCII, and so a letter a byte gives their places.
        return content.decode("latin-1")


def _is_same(path: Path, other: Path | None) -> bool:
    return other is not None and path.name == other.name and path.resolve() == other
