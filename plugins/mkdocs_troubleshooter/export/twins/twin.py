"""The Markdown of every page, generated or written by hand, and where its links lead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from mkdocs_troubleshooter.export.twins.documents import Document, lead_on, replace_embeds
from mkdocs_troubleshooter.export.twins.embeds import write_embed
from mkdocs_troubleshooter.export.twins.pages import write_page
from mkdocs_troubleshooter.export.twins.pen import Pen, join
from mkdocs_troubleshooter.site import Site
from mkdocs_troubleshooter.site.addresses import (
    Address,
    find_target,
    twin_path,
    write_links_of_markdown,
)

_NARROW = "\u202f"


@dataclass(frozen=True)
class Twins:
    """The pages of a site as Markdown."""

    site: Site
    documents: Mapping[str, Document]
    """The pages that are written by hand, by their source paths without ending."""
    as_sources: bool = False
    """Whether they lie where the sources of pages lie, not beside the pages themselves."""

    @cached_property
    def paths(self) -> dict[str, str]:
        """Where the twin of each page lies, by the page's source path."""
        return {page: self.place(page) for page in (*self.documents, *self.site.pages)}

    def write(self, page: str) -> str:
        """Return a page as Markdown, its links leading to twins."""
        *folders, _ = self.paths[page].split("/")
        # Each folder on the way to the root, with the way there; the nearest one first.
        ways = [
            ("".join(f"{name}/" for name in folders[:depth]), "../" * (len(folders) - depth))
            for depth in range(len(folders), -1, -1)
        ]

        def link(address: Address) -> str:
            if address.page == page and address.anchor:
                return f"#{address.anchor}"
            target = find_target(address, self.place)
            folder, up = next(way for way in ways if target.startswith(way[0]))
            return up + target.removeprefix(folder)

        return self.write_with(page, link)

    def write_with(self, page: str, link: Callable[[Address], str]) -> str:
        """Return a page as Markdown; what links say is given by a function."""
        return write_links_of_markdown(self._describe(page), link)

    def fill(self, text: str) -> str:
        """Return hand-written Markdown with its fragments in place, their links pending."""
        return replace_embeds(text, lambda name: join(write_embed(self._pen, name)))

    def place(self, page: str) -> str:
        """Return where the twin of a page lies, below the root; links may lead to a broken one."""
        # Sources are named after pages, and so are pages that are files.
        directories = self.site.directories and not self.as_sources
        return twin_path(page, directories=directories)

    def _describe(self, page: str) -> str:
        """Return a page's Markdown, its links pending; made once for all of its forms."""
        if page not in self._described:
            document = self.documents.get(page)
            if document is None:
                text = join(write_page(self._pen, self.site.pages[page]))
            else:
                text = self.fill(lead_on(document.titled, page, self.paths))
            self._described[page] = text.replace(_NARROW, " ") + "\n"
        return self._described[page]

    @cached_property
    def _described(self) -> dict[str, str]:
        return {}

    @cached_property
    def _pen(self) -> Pen:
        return Pen(self.site)


def write_twins(twins: Twins) -> Iterator[tuple[str, str]]:
    """Yield the path below the site's root and the text of each page's twin."""
    for page, path in twins.paths.items():
        yield path, twins.write(page)
