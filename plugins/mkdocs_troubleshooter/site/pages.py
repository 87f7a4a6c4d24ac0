"""Which pages there are, and what each of them shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from typing import NamedTuple

from jinja2 import Environment
from markupsafe import Markup

from mkdocs_troubleshooter.draw import Chart, lay_out
from mkdocs_troubleshooter.model.entries import Entry
from mkdocs_troubleshooter.model.kinds import KINDS, KindName
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.site.addresses import (
    DIAGNOSE,
    OWN_PAGE,
    entry_page,
    index_page,
    page_key,
    write_links,
)
from mkdocs_troubleshooter.site.ledger import Ledger
from mkdocs_troubleshooter.site.moves import Moves
from mkdocs_troubleshooter.site.prose import Prose
from mkdocs_troubleshooter.site.view import View
from mkdocs_troubleshooter.source import Problem

INDEX_TITLES: Mapping[KindName, str] = {
    "code": "Codes",
    "cause": "Causes",
    "check": "Checks",
    "resolution": "Resolutions",
    "support": "Evidence for support",
    "fact": "Facts",
    "case": "Cases",
    "sign": "Signs",
    "topic": "Background",
    "source": "Sources",
    "catalogue": "Coverage",
}
"""Kinds with a page that lists them, by the page's title."""
_INDEXES: Mapping[KindName, str] = {
    "code": "Every code with its meaning, in the order of the places where codes fail.",
    "cause": "The faults behind the codes, by where they sit: how to recognise and remove each.",
    "check": "What tells causes apart, by who can do it, quickest first: what to run or look at, "
    "and what each answer means.",
    "resolution": "How to remove each cause, or to live with it for a while: steps, risk, proof "
    "that it worked, and how to undo it.",
    "support": "What support asks for: why each item is wanted, how to collect it, and what to "
    "remove before it is shared.",
    "fact": "Numbers and limits: who states which value, in which document, and when it was last "
    "compared with it.",
    "case": "Worked examples: what was seen, what checks showed, and what it turned out to be.",
    "sign": "What shows who wrote a response, which code it is, or that it is something else; the "
    "most reliable sign first.",
    "topic": "What several codes have in common, and what to know beyond them.",
    "source": "The documents and reports that everything here rests on, each in the edition that "
    "was read, and how far to trust it.",
    "catalogue": "Every code that somebody lists, and the entry that stands for it, or why there "
    "is none.",
}
"""What is said of those pages where only their links are shown."""


@dataclass(frozen=True)
class Page:
    """A generated page, before it is rendered."""

    path: str
    """Its source path without ending, such as codes/522."""
    title: str
    template: str
    description: str = ""
    kind: KindName | None = None
    entry: Entry | None = None
    source: str | None = None
    """The file it is made from, below the knowledge base."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with that file; shown on the page while the site is being edited."""
    wide: bool = False
    """Whether it has no table of contents."""

    @property
    def is_index(self) -> bool:
        """Whether it belongs in the navigation."""
        return (self.entry is None and not self.problems) or self.kind == "guide"


@dataclass(frozen=True)
class Heading:
    """A heading of a rendered page."""

    level: int
    anchor: str
    title: str


class Drawn(NamedTuple):
    """A drawn flowchart: what stands inside its svg element, and how large that is."""

    width: int
    height: int
    inside: Markup


@dataclass(frozen=True)
class Site:
    """A knowledge base as pages."""

    view: View
    templates: Environment
    directories: bool = True
    """Whether addresses end in a slash instead of .html."""
    base: str = ""
    """The address of the site's root, where it is known."""
    problems: Sequence[Problem] = ()
    written: Sequence[str] = ()
    """The source paths, without ending, of the pages that are written by hand."""
    ledger: Ledger = field(default_factory=Ledger)
    """The addresses that the site has promised."""

    @property
    def knowledge(self) -> KnowledgeBase:
        """The knowledge base that the pages show."""
        return self.view.knowledge

    @cached_property
    def pages(self) -> dict[str, Page]:
        """All pages by path."""
        return {page.path: page for page in self._list_pages()}

    @cached_property
    def top(self) -> frozenset[str]:
        """The names at the root of the site that pages have taken."""
        return frozenset(path.partition("/")[0] for path in (*self.pages, *self.written))

    @cached_property
    def moves(self) -> Moves:
        """Where former addresses lead."""
        return Moves(self.view)

    def render(self, page: Page) -> tuple[str, list[Heading]]:
        """Return the HTML of a page's body, its links written out, and its headings."""
        html = self.templates.get_template(page.template).render(
            view=self.view,
            kb=self.knowledge,
            words=self.view.words,
            relations=self.view.relations,
            prose=self.view.prose.block,
            line=self.view.prose.inline,
            command=self.view.prose.command,
            draw=self.draw,
            page=page,
            entry=page.entry,
        )
        return self.finish(html, page.path), find_headings(html)

    def finish(self, html: str, path: str) -> str:
        """Return a page's body with its links written out, and with the anchors it had before."""
        promised = self.ledger.anchors.get(page_key(path), ())
        kept = self.moves.keep_anchors(html, path, promised)
        return write_links(kept, path, directories=self.directories)

    @cached_property
    def _drawn(self) -> dict[Chart, Drawn]:
        return {}

    def draw(self, chart: Chart) -> Drawn:
        """Return a drawn flowchart, its links pending; each is drawn once."""
        if chart not in self._drawn:
            drawing = lay_out(chart)
            template = self.templates.get_template("troubleshooter/flowchart.svg")
            inside = Markup(template.render(drawing=drawing))  # noqa: S704 - the template escapes
            self._drawn[chart] = Drawn(drawing.width, drawing.height, inside)
        return self._drawn[chart]

    def render_part(self, name: str, page: str) -> str:
        """Return a fragment, such as the request path, for a hand-written page."""
        template = self.templates.get_template(f"troubleshooter/embeds/{name}.html")
        html = template.render(view=self.view, kb=self.knowledge, words=self.view.words)
        return write_links(html, page, directories=self.directories)

    def _list_pages(self) -> Iterator[Page]:
        by_path: dict[str, list[Problem]] = {}
        for problem in self.problems:
            by_path.setdefault(problem.path, []).append(problem)
        for kind, title in INDEX_TITLES.items():
            if self.knowledge.entries[kind] or kind == "code":
                template = f"troubleshooter/indexes/{kind}.html"
                yield Page(index_page(kind), title, template, _INDEXES[kind], kind)
        if self.knowledge.codes:
            yield Page(
                DIAGNOSE, "Diagnose", f"troubleshooter/{DIAGNOSE}.html", _DIAGNOSE, wide=True
            )
        for kind in OWN_PAGE:
            for entry in self.knowledge.entries[kind].values():
                document = self.knowledge.documents[kind, entry.id]
                wrong = tuple(by_path.get(document.path, ()))
                yield self._describe_entry(kind, entry, wrong)
        for (kind, entry_id), problems in self.knowledge.broken.items():
            if kind in OWN_PAGE:
                path = entry_page(kind, entry_id)
                title = f"{entry_id}: cannot be shown"
                template = "troubleshooter/broken.html"
                source = f"{KINDS[kind].folder}/{entry_id}.yaml"
                yield Page(path, title, template, kind=kind, source=source, problems=problems)

    def _describe_entry(self, kind: KindName, entry: Entry, wrong: tuple[Problem, ...]) -> Page:
        summary = str(getattr(entry, "summary", None) or getattr(entry, "description", ""))
        return Page(
            path=entry_page(kind, entry.id),
            title=self.view.title(entry),
            template=f"troubleshooter/{kind}.html",
            description=self.view.prose.plain(summary, _DESCRIPTION),
            kind=kind,
            entry=entry,
            source=f"{KINDS[kind].folder}/{entry.id}.yaml",
            problems=wrong,
        )


def make_site(  # noqa: PLR0913 - a site is made in one place
    knowledge: KnowledgeBase,
    *,
    templates: Environment,
    extensions: Sequence[object] = (),
    configs: Mapping[str, object] | None = None,
    directories: bool = True,
    base: str = "",
    problems: Sequence[Problem] = (),
    written: Sequence[str] = (),
    ledger: Ledger | None = None,
) -> Site:
    """Return a knowledge base as pages, its prose rendered by the given Markdown extensions."""
    prose = Prose(knowledge, extensions, configs)
    return Site(
        View(knowledge, prose),
        templates,
        directories,
        base,
        problems,
        written,
        ledger or Ledger(),
    )


def find_headings(html: str) -> list[Heading]:
    """Return the headings with anchors below the page's title."""
    return [
        Heading(int(match[1]), match[2], unescape(_TAG.sub("", match[3])).strip())
        for match in _HEADING.finditer(html)
    ]


_DESCRIPTION = 160
_DIAGNOSE = (
    "Paste an error page, headers, curl output or a log and get the code, its likely causes and "
    "the next check. It runs in your browser and sends nothing."
)
_TAG = re.compile(r"<[^>]*>")
_HEADING = re.compile(
    r'<h([23]) id="([^"]+)"[^>]*>(.*?)(?:<a class="headerlink"|</h[23]>)', re.DOTALL
)
