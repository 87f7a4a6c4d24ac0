"""Fragments of the knowledge base inside hand-written pages: <!-- troubleshooter: path -->."""

from __future__ import annotations

import re

from mkdocs_troubleshooter.site.pages import Site
from mkdocs_troubleshooter.site.templates import TEMPLATES
from mkdocs_troubleshooter.source import nearest

_COMMENT = re.compile(r"(?:<p>)?<!--\s*troubleshooter:\s*([\w-]+)\s*-->(?:</p>)?")


def list_embeds() -> list[str]:
    """Return the names of the fragments that there are."""
    folder = TEMPLATES / "troubleshooter" / "embeds"
    return sorted(path.stem for path in folder.glob("*.html"))


def fill_embeds(site: Site, html: str, source: str) -> tuple[str, list[str]]:
    """Return a page's HTML with its fragments in place, and what is wrong with the rest."""
    if "troubleshooter:" not in html:
        return html, []
    known = list_embeds()
    wrong: list[str] = []

    def fill(match: re.Match[str]) -> str:
        name = match[1]
        if name in known:
            return site.render_part(name, source.removesuffix(".md"))
        hint = nearest(name, known)
        wrong.append(f"there is no fragment '{name}'" + (f" ({hint})" if hint else ""))
        return match.group()

    return _COMMENT.sub(fill, html), wrong
