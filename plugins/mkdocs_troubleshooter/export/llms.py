"""The site for language models, in the form of llmstxt.org: what there is, and all of it at once.

`llms.txt` names what to begin with and every code; lists lead to the rest. `llms-full.txt` holds
the pages themselves, without drawings, which say what the text beside them says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from mkdocs_troubleshooter.export.api import DESCRIPTION, FOLDER
from mkdocs_troubleshooter.export.twins import DRAWN, Twins
from mkdocs_troubleshooter.model.kinds import KindName
from mkdocs_troubleshooter.site.addresses import (
    entry_page,
    find_target,
    index_page,
    page_url,
)

LIST = "llms.txt"
FULL = "llms-full.txt"
_LISTED: tuple[KindName, ...] = ("cause", "check", "resolution", "support", "fact")
"""Kinds whose list stands among what to begin with."""
_LESS: tuple[KindName, ...] = ("case", "sign", "source", "catalogue")
"""Kinds whose list is only needed for details."""
_OWN: tuple[KindName, ...] = ("guide", "code", "cause", "check", "resolution", "topic")
_BRACKETS = str.maketrans("[]", "()")
_DRAWING = re.compile(
    rf"{re.escape(DRAWN)}\n\n(?P<ticks>`{{3,}})mermaid\n.*?\n(?P=ticks)\n\n", re.DOTALL
)


@dataclass(frozen=True)
class Readings:
    """A site for language models; `locate` says where the form of a page lies that they read."""

    twins: Twins
    locate: Callable[[str], str]

    def write(self) -> Iterator[tuple[str, str]]:
        """Yield the path below the site's root and the text of both files."""
        full = self._write_full()
        yield LIST, "\n".join(self._list(len(full.encode()))) + "\n"
        yield FULL, full

    def _list(self, size: int) -> Iterator[str]:
        site, twins = self.twins.site, self.twins
        base = site.knowledge.base
        plain = site.view.prose.plain
        yield from (f"# {base.name}", "", f"> {plain(base.summary)}", "")
        yield (
            "Every page is there as plain Markdown too. A code's page says what the code means, "
            "who sent it, what to check first, all causes with how likely they are, and what "
            "removes them. Facts name who states them and when that was compared with the source."
        )
        yield from ("", "## Begin here", "")
        for name in twins.documents:
            yield from self._list_page(name)
        for guide in site.knowledge.guides:
            yield from self._list_page(entry_page("guide", guide))
        for kind in ("code", *_LISTED):
            yield from self._list_page(index_page(kind))
        for kind in ("code", "topic"):
            if site.knowledge.entries[kind]:
                yield from ("", f"## {site.pages[index_page(kind)].title}", "")
            for entry in site.knowledge.entries[kind]:
                yield from self._list_page(entry_page(kind, entry))
        yield from ("", "## Optional", "")
        for kind in _LESS:
            yield from self._list_page(index_page(kind))
        yield self._item("All pages in one file", FULL, f"{size / 1e6:.1f} MB of Markdown")
        api = f"{FOLDER}/{DESCRIPTION}"
        yield self._item("The same as JSON documents", api, "their description, as OpenAPI")

    def _list_page(self, name: str) -> Iterator[str]:
        document = self.twins.documents.get(name)
        page = self.twins.site.pages.get(name)
        if document is not None:
            yield self._item(document.title, self.locate(name), document.description)
        elif page is not None:
            yield self._item(page.title, self.locate(name), page.description)

    def _item(self, title: str, path: str, description: str) -> str:
        # Readers of this form know no escapes.
        base = self.twins.site.base
        url = f"{base.rstrip('/')}/{path}" if base else path
        link = f"- [{title.translate(_BRACKETS)}]({url})"
        return f"{link}: {description}" if description else link

    def _write_full(self) -> str:
        site = self.twins.site
        base = site.knowledge.base
        where = f"<{site.base.rstrip('/')}/>" if site.base else "the root of the site"
        # In full, addresses would be a third of the file.
        below = f"Addresses stand as they are below {where}."
        parts = [f"# {base.name}\n\n> {site.view.prose.plain(base.summary)}\n\n{below}\n"]
        names = [entry_page(kind, entry) for kind in _OWN for entry in site.knowledge.entries[kind]]
        names += [index_page(kind) for kind in ("support", "fact", "sign", "source")]
        for name in names:
            if name in self.twins.paths:
                text = self.twins.write_with(name, partial(find_target, locate=self.locate))
                title, _, rest = _DRAWING.sub("", text).partition("\n")
                url = page_url(name, directories=site.directories)
                parts.append(f"{title}\n\nAddress: {url}\n{rest}")
        return "\n".join(parts)
