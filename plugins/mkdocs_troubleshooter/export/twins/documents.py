"""Hand-written pages taken elsewhere: their fragments filled in, their links led on."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import yaml

from mkdocs_troubleshooter.site.addresses import Address, file_address
from mkdocs_troubleshooter.site.markdown import escape_line, replace_outside_code

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)\n---[ \t]*\n", re.DOTALL)
_EMBED = re.compile(r"^<!--\s*troubleshooter:\s*([\w-]+)\s*-->[ \t]*$", re.MULTILINE)
_TARGET = re.compile(
    r"(?P<before>\]\(|^\[[^\]\n]+\]: )(?P<target>[^\s:#)<>]+)(?P<anchor>#[^\s)]*)?(?=[\s)]|\Z)",
    re.MULTILINE,
)


def name_page(path: str) -> str:
    """Return a page's source path without ending; a read-me file is the page of its folder."""
    folder, name = posixpath.split(path.removesuffix(".md"))
    return posixpath.join(folder, "index" if name == "README" else name)


@dataclass(frozen=True)
class Document:
    """A page that is written by hand."""

    title: str
    text: str
    """Markdown, without what stands before it about the page."""
    description: str = ""
    front_matter: str = ""
    """What stands before the text about the page, as it was found."""

    @property
    def titled(self) -> str:
        """The text with its title as the first line, if it has none there."""
        text = self.text.strip("\n")
        return text if text.startswith("# ") else f"# {escape_line(self.title)}\n\n{text}"


def read_document(source: str, name: str) -> Document:
    """Return the page that a file holds; its name stands in for a title that is nowhere said."""
    match = _FRONT_MATTER.match(source)
    meta = _read_meta(match[1]) if match else None
    front, text = (
        ("", source) if match is None or meta is None else (match[0], source[match.end() :])
    )
    heading = re.search(r"^# (.+)$", text, re.MULTILINE)
    title = (meta or {}).get("title") or (heading[1] if heading else posixpath.basename(name))
    return Document(str(title), text, str((meta or {}).get("description") or ""), front)


def _read_meta(text: str) -> dict[str, object] | None:
    try:
        meta = yaml.safe_load(text)
    except yaml.YAMLError:
        return None
    return meta if isinstance(meta, dict) else None


def replace_embeds(text: str, render: Callable[[str], str]) -> str:
    """Return Markdown with each fragment of the knowledge base replaced by what a function says."""
    return replace_outside_code(_EMBED, lambda match: render(match[1]), text)


def lead_on(text: str, page: str, pages: Mapping[str, object]) -> str:
    """Return a page's Markdown with links to files beside it pending, as entries have them.

    Takes the page's source path and all pages by theirs.
    """
    return replace_outside_code(_TARGET, partial(_make_pending, page, pages), text)


def _make_pending(page: str, pages: Mapping[str, object], match: re.Match[str]) -> str:
    target = match["target"]
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), target))
    if target.startswith("/") or target.endswith("/") or path.startswith(".."):
        return match.group()
    if path.endswith(".md") and name_page(path) not in pages:
        return match.group()
    address = Address(name_page(path)) if path.endswith(".md") else file_address(path)
    return f"{match['before']}{address.pending}{match['anchor'] or ''}"
