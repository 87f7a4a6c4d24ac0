"""Shared pieces: tiny knowledge bases on disk, and sites built from them by MkDocs itself."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests import nginx

ROOT = Path(__file__).resolve().parent.parent
KB = ROOT / "kb"
POSTGRESQL = ROOT / "tests" / "fields" / "postgresql"

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


@dataclass(frozen=True)
class BuiltSite:
    """A site on disk."""

    folder: Path

    def read(self, page: str) -> str:
        """Return the HTML of a page, given as its address below the root."""
        path = self.folder / page
        return (path / "index.html" if path.is_dir() else path).read_text("utf-8")

    def soup(self, page: str) -> BeautifulSoup:
        """Return a page parsed."""
        return BeautifulSoup(self.read(page), "html.parser")

    @property
    def pages(self) -> Iterator[str]:
        """Return the addresses of all pages; 404 and short addresses that lead on are aside."""
        for path in sorted(self.folder.rglob("*.html")):
            if path.name != "404.html" and '<meta name="robots" content="noindex">' not in (
                path.read_text("utf-8")
            ):
                yield path.relative_to(self.folder).as_posix()


def build_site(
    config_file: Path, folder: Path, *, serving: bool = False, **options: Any
) -> BuiltSite:
    """Build a site as `mkdocs build` does, or as `mkdocs serve` does on a change."""
    config = load_config(str(config_file), site_dir=str(folder), **options)
    config.plugins.on_startup(command="serve" if serving else "build", dirty=False)
    build(config)
    return BuiltSite(folder)


@pytest.fixture(autouse=True)
def _quiet_logs() -> Iterator[None]:
    yield
    # MkDocs keeps handlers between builds in one process.
    logging.getLogger("mkdocs").handlers.clear()


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Return the project's own site."""
    folder = tmp_path_factory.mktemp("real")
    return build_site(
        ROOT / "mkdocs.yml",
        folder,
        edit_uri="https://github.com/example/guide/edit/main/docs/",
        site_url="https://example.com/guide/",
    )


@pytest.fixture(scope="session")
def postgresql_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Return the site of a knowledge base from another field."""
    return build_site(POSTGRESQL / "mkdocs.yml", tmp_path_factory.mktemp("postgresql"))


@pytest.fixture(scope="session")
def nginx_address(real_site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return where nginx serves the project's own site, below the path of its address."""
    with nginx.serve(real_site.folder, tmp_path_factory.mktemp("nginx"), "guide/") as url:
        yield url


WriteFiles = Callable[[Mapping[str, Any]], Path]


@pytest.fixture
def write_files(tmp_path: Path) -> WriteFiles:
    """Return a function that writes files below a folder: text, bytes, or data as YAML."""

    def write(files: Mapping[str, Any]) -> Path:
        write_tree(tmp_path, files)
        return tmp_path

    return write


def write_tree(root: Path, files: Mapping[str, Any]) -> None:
    """Write files below a folder: text, bytes, or data as YAML."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        elif isinstance(content, str):
            path.write_text(content, "utf-8")
        else:
            path.write_text(dump(path, content), "utf-8")


def dump(path: Path, content: Any) -> str:
    """Return an entry as YAML, the line for editors included."""
    from mkdocs_troubleshooter.model.kinds import FOLDERS
    from mkdocs_troubleshooter.model.schema import modeline

    kind = FOLDERS.get(path.parent.name)
    first = modeline(kind.name if kind else "base")
    return f"{first}\n{yaml.safe_dump(content, allow_unicode=True, sort_keys=False)}"
