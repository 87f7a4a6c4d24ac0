"""The whole site as sources for another generator: Markdown with front matter, and all its files.

Addresses stay: every source has the name from which generators make the address of its page. Bodies
are plain Markdown for any of them, or the designed HTML for Zensical, which lets HTML through but
takes the links in it to be relative to the source.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

from mkdocs_troubleshooter.export.copies import copy_former
from mkdocs_troubleshooter.export.folder import FolderError, Kept, keep_folder, read_folder
from mkdocs_troubleshooter.export.llms import Readings
from mkdocs_troubleshooter.export.output import write_data
from mkdocs_troubleshooter.export.twins import (
    Document,
    Twins,
    name_page,
    read_document,
    replace_embeds,
)
from mkdocs_troubleshooter.site import ASSET_FOLDER, ASSETS, LOOKUP, Page, Site, write_scripts
from mkdocs_troubleshooter.site.addresses import page_url

EXTENSIONS: Mapping[bool, tuple[str, ...]] = {
    False: ("attr_list", "tables", "pymdownx.superfences"),
    True: ("attr_list", "md_in_html", "tables", "pymdownx.highlight", "pymdownx.superfences"),
}
"""What the bodies need of Python-Markdown, as plain Markdown and as HTML."""
_MARKDOWN = ".md"
_PRE = re.compile(r"(<pre\b[^>]*>)(.*?)(</pre>)", re.DOTALL)
_BLANKS = re.compile(r"\n(?:[ \t]*\n)+")
_LINE_BEFORE_BLANK = re.compile(r"\n(?=[ \t]*\n)")
_LINK = re.compile(r'\b(href|src)="(?![#/]|[a-z][a-z0-9+.-]*:)([^"]+)"')
_HARMFUL = str.maketrans({"<": "", ">": "", '"': "'", "&": "and"})


@dataclass(frozen=True)
class Manuscript:
    """A site as sources."""

    site: Site
    files: Mapping[str, bytes]
    """The files of the folder of hand-written pages, by their paths."""
    html: bool = False
    """Whether bodies are HTML."""

    def write(self) -> Iterator[tuple[str, bytes]]:
        """Yield the path and content of every file; none comes twice."""
        done = set()
        for path, content in self._list():
            if path not in done:
                done.add(path)
                yield path, content if isinstance(content, bytes) else content.encode()

    def _list(self) -> Iterator[tuple[str, str | bytes]]:
        for path, content in self.files.items():
            name = name_page(path)
            yield path, self._write_document(name) if name in self._documents else content
        for page in self.site.pages.values():
            if page.path not in self._documents:
                yield f"{page.path}{_MARKDOWN}", self._write_page(page)
        for asset in sorted((ASSETS / "troubleshooter").iterdir()):
            yield f"{ASSET_FOLDER}/{asset.name}", asset.read_bytes()
        yield from write_scripts(self.site)
        yield from copy_former(self.site, self._list_data())

    def _list_data(self) -> Iterator[tuple[str, str | bytes]]:
        yield from write_data(self.site)
        yield from Readings(self._twins, self._locate).write()

    def _locate(self, page: str) -> str:
        return page_url(page, directories=self.site.directories)

    @cached_property
    def _documents(self) -> dict[str, Document]:
        return {
            name_page(path): read_document(content.decode("utf-8", "replace"), name_page(path))
            for path, content in self.files.items()
            if path.endswith(_MARKDOWN)
        }

    @cached_property
    def _twins(self) -> Twins:
        return Twins(self.site, self._documents, as_sources=True)

    def _write_document(self, name: str) -> str:
        document = self._documents[name]
        if not self.html:
            return document.front_matter + self._twins.write(name)
        text = replace_embeds(
            document.titled, lambda part: self._settle(self.site.render_part(part, name), name)
        )
        return f"{document.front_matter}{text}\n"

    def _write_page(self, page: Page) -> str:
        if not self.html:
            return _write_front_matter(page, "navigation") + self._twins.write(page.path)
        # A table of contents would be empty: generators look for headings in Markdown alone.
        front_matter = _write_front_matter(page, "navigation", "toc")
        return f"{front_matter}\n{self._settle(self.site.render(page)[0], page.path)}\n"

    def _settle(self, html: str, page: str) -> str:
        _, _, name = page.rpartition("/")
        if self.site.directories and name != "index":
            html = _LINK.sub(lambda match: _lead_from_source(name, match), html)
        return protect(html)


def materialise(site: Site, folder: Path, docs: Path, *, html: bool) -> Kept:
    """Write a site as sources to a folder, hand-written pages included.

    Raises FolderError if the folder is somebody else's.
    """
    inner, outer = folder.resolve(), docs.resolve()
    if inner.is_relative_to(outer) or outer.is_relative_to(inner):
        raise FolderError(f"{folder} and {docs} lie in one another; name a folder beside them")
    if html and find_spec("pymdownx") is None:
        raise FolderError("HTML needs pymdown-extensions: pip install mkdocs-troubleshooter[site]")
    return keep_folder(folder, dict(Manuscript(site, read_folder(docs), html).write()))


def protect(html: str) -> str:
    """Return HTML that Markdown passes through as it is: no line of it is blank.

    Nor does one begin with what Markdown reads before it looks for HTML.
    """
    parts, end = [], 0
    for match in _PRE.finditer(html):
        parts += [_BLANKS.sub("\n", html[end : match.start()]), match[1]]
        text = _LINE_BEFORE_BLANK.sub("&#10;", match[2]).replace("\t", "&#9;")
        parts += [text.replace("```", "&#96;``").replace("~~~", "&#126;~~"), match[3]]
        end = match.end()
    return "".join((*parts, _BLANKS.sub("\n", html[end:]))).strip("\n")


def _lead_from_source(name: str, match: re.Match[str]) -> str:
    """Return a link that leads from a page's source to where it led from the page's folder."""
    attribute, target = match.groups()
    near = target.removeprefix("../")
    return f'{attribute}="{f"{name}/{target}" if near == target else near or "./"}"'


def write_settings(folder: Path, *, html: bool) -> str:
    """Return what the settings of MkDocs or Zensical have to say about the sources, as YAML."""
    lines = [f"docs_dir: {folder}", "markdown_extensions:"]
    lines += [f"  - {name}" for name in EXTENSIONS[html]]
    if html:
        assets = sorted(path.name for path in (ASSETS / "troubleshooter").iterdir())
        styles = [f"  - {ASSET_FOLDER}/{name}" for name in assets if name.endswith(".css")]
        scripts = [name for name in (*assets, f"{LOOKUP}.js") if name.endswith(".js")]
        lines += ["extra_css:", *styles, "extra_javascript:"]
        for name in scripts:
            lines += [f"  - path: {ASSET_FOLDER}/{name}", "    defer: true"]
    return "\n".join(lines) + "\n"


def _write_front_matter(page: Page, *hidden: str) -> str:
    """Return what generators read before a body: they put it into pages as it is."""
    lines = ["---"]
    # Any other title is taken from the first heading, where it is escaped.
    if page.title == page.title.translate(_HARMFUL):
        lines.append(f"title: {json.dumps(page.title, ensure_ascii=False)}")
    if page.description:
        said = page.description.translate(_HARMFUL)
        lines.append(f"description: {json.dumps(said, ensure_ascii=False)}")
    return "\n".join((*lines, "hide:", *(f"  - {name}" for name in hidden), "---", ""))
