"""Hand-written pages taken elsewhere: their fragments filled in, their links led on."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from functools import partial

from mkdocs_troubleshooter.site.addresses import Address, file_address
from mkdocs_troubleshooter.site.markdown import escape_line, replace_outside_code

_EMBED = re.compile(r"^<!--\s*troubleshooter:\s*([\w-]+)\s*-->[ \t]*$", re.MULTILINE)
_TARGET = re.compile(
    r"(?P<before>\]\(|^\[[^\]\n]+\]: )(?P<target>[^\s:#)<>]+)(?P<anchor>#[^\s)]*)?(?=[\s)]|\Z)",
    re.MULTILINE,
)


def add_title(text: str, title: str) -> str:
    """Return a page's Markdown with its title as its first line, if it has no title there."""
    return text if text.lstrip().startswith("# ") else f"# {escape_line(title)}\n\n{text}"


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
    address = _find_page(path, pages) if path.endswith(".md") else file_address(path)
    if address is None:
        return match.group()
    return f"{match['before']}{address.pending}{match['anchor'] or ''}"


def _find_page(path: str, pages: Mapping[str, object]) -> Address | None:
    page = path.removesuffix(".md")
    # A read-me file is the page of its folder where there is no index.
    names = (page, posixpath.join(posixpath.dirname(page), "index"))
    usual = names if posixpath.basename(page) == "README" else names[:1]
    return next((Address(name) for name in usual if name in pages), None)
