"""What a site generator has to know of a page besides its body: title, description, contents."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from mkdocs_troubleshooter.site.pages import Heading, Page


def write_front_matter(page: Page) -> str:
    """Return a page's source: themes put titles and descriptions into pages as they are."""
    meta: dict[str, Any] = {
        "title": escape(page.title),
        "hide": ["navigation", "toc"] if page.wide else ["navigation"],
    }
    if page.description:
        meta["description"] = escape(page.description)
    if page.problems and page.entry is None:
        meta["search"] = {"exclude": True}
    # JSON is YAML, and quotes whatever a title may hold.
    return f"---\n{json.dumps(meta, ensure_ascii=False)}\n---\n"


def nest_headings(headings: list[Heading]) -> list[Any]:
    """Return headings as the nested tokens of Markdown's table of contents."""
    tokens: list[Any] = []
    for heading in headings:
        token = {
            "level": heading.level,
            "id": heading.anchor,
            "name": escape(heading.title),
            "children": [],
        }
        if heading.level > 2 and tokens:  # noqa: PLR2004 - sections are second-level headings
            tokens[-1]["children"].append(token)
        else:
            tokens.append(token)
    return tokens
