"""Addresses of pages and documents, links to entries, and texts with their links written out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypedDict

from mkdocs_troubleshooter.export.api.shapes import Command, Link, Risk
from mkdocs_troubleshooter.model import entries
from mkdocs_troubleshooter.model.expectations import Expectations, merge_expectations
from mkdocs_troubleshooter.model.kinds import KINDS, KindName
from mkdocs_troubleshooter.model.prose import PLACEHOLDER
from mkdocs_troubleshooter.site.addresses import (
    Address,
    address_of,
    address_url,
    index_page,
    write_links_of_markdown,
)
from mkdocs_troubleshooter.site.pages import Site

FOLDER = "api/v1"
"""Where all documents lie below the root of a site."""


class LinkFields(TypedDict):
    """The fields of a link, to be taken over by what extends one."""

    id: str
    title: str
    url: str
    api_url: str


class ItemFields(LinkFields):
    """What items of every kind have."""

    formerly: tuple[str, ...]


class SummaryFields(TypedDict):
    """What an entry is about."""

    summary: str
    summary_plain: str


class SourcedFields(TypedDict):
    """What the claims of an entry rest on."""

    sources: tuple[Link, ...]
    checked: date


@dataclass(frozen=True)
class Links:
    """The addresses of one site, as its documents give them."""

    site: Site

    def below_root(self, path: str) -> str:
        """Return an address below the root in full, where the site's own address is known."""
        base = self.site.base
        return f"{base.rstrip('/')}/{path}" if base else path or "./"

    def document(self, path: str) -> str:
        """Return the address of a document, given as its path among the documents."""
        return self.below_root(f"{FOLDER}/{path}")

    def page(self, address: Address) -> str:
        """Return the address of a page or of a place on it."""
        return self.below_root(address_url(address, directories=self.site.directories))

    def index(self, kind: KindName) -> str | None:
        """Return the address of the page that lists a kind, if there is one."""
        page = index_page(kind)
        return self.page(Address(page)) if page in self.site.pages else None

    @cached_property
    def _known(self) -> dict[tuple[KindName, str], Link | None]:
        return {}

    def find(self, kind: KindName, entry_id: str) -> Link | None:
        """Return a link to an entry; None where there is none that could be read."""
        key = (kind, entry_id)
        if key not in self._known:
            entry = self.site.knowledge.find(kind, entry_id)
            address = address_of(self.site.knowledge, kind, entry_id)
            self._known[key] = self._link(kind, entry, address) if entry and address else None
        return self._known[key]

    def pick(self, kind: KindName, ids: Iterable[str]) -> tuple[Link, ...]:
        """Return links to the entries that exist among some ids."""
        return tuple(link for entry_id in ids if (link := self.find(kind, entry_id)))

    def _link(self, kind: KindName, entry: entries.Entry, address: Address) -> Link:
        api_url = self.document(f"{KINDS[kind].folder}/{entry.id}.json")
        return Link(id=entry.id, title=entry.title, url=self.page(address), api_url=api_url)

    def item(self, kind: KindName, entry: entries.Entry) -> ItemFields:
        """Return the fields of an entry that items of every kind have."""
        link = self.find(kind, entry.id)
        assert link is not None  # noqa: S101 - the entry exists
        formerly = tuple(former.address for former in entry.formerly if former.is_id)
        return {**spread(link), "formerly": formerly}

    def summary(self, text: str) -> SummaryFields:
        """Return a summary in both of its forms."""
        plain = self.site.view.prose.plain(text)
        return {"summary": self.markdown(text), "summary_plain": plain}

    def sourced(self, entry: entries.SourcedEntry) -> SourcedFields:
        """Return what an entry's claims rest on."""
        return {"sources": self.pick("source", entry.sources), "checked": entry.checked}

    def markdown(self, text: str) -> str:
        """Return a text as Markdown, its links as addresses."""
        return write_links_of_markdown(self.site.view.prose.markdown(text), self.page)

    def note(self, text: str | None) -> str | None:
        """Return a text as Markdown, or None where there is none."""
        return None if text is None else self.markdown(text)

    def texts(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return several texts as Markdown."""
        return tuple(self.markdown(text) for text in texts)

    @cached_property
    def _expected(self) -> dict[str, dict[str, tuple[str, ...]]]:
        return {}

    def expects(
        self, cause: entries.Cause, item: entries.CodeCause | None = None
    ) -> dict[str, tuple[str, ...]]:
        """Return what checks would show if a cause were the fault, in general or behind a code."""
        if item is not None and item.expects:
            return self._order(merge_expectations(cause, item))
        if cause.id not in self._expected:
            self._expected[cause.id] = self._order(merge_expectations(cause, None))
        return self._expected[cause.id]

    def _order(self, expects: Expectations) -> dict[str, tuple[str, ...]]:
        """Return expectations with the outcomes of each check in the check's own order."""
        return {
            name: tuple(item.id for item in check.outcomes if item.id in possible)
            for name, possible in expects.items()
            if (check := self.site.knowledge.checks.get(name))
        }

    @cached_property
    def _examples(self) -> dict[str, str]:
        return {item.id: item.example for item in self.site.knowledge.base.placeholders}

    @cached_property
    def _commands(self) -> dict[entries.Command, Command]:
        return {}

    def command(self, step: entries.Command) -> Command:
        """Return a step with the placeholders that its command holds."""
        if step not in self._commands:
            self._commands[step] = self._describe_command(step)
        return self._commands[step]

    def _describe_command(self, step: entries.Command) -> Command:
        names = (match["id"] for match in PLACEHOLDER.finditer(step.run or ""))
        return Command(
            text=self.markdown(step.text),
            run=step.run,
            language=step.language,
            placeholders={name: self._examples[name] for name in names if name in self._examples},
        )

    def commands(self, steps: Iterable[entries.Command]) -> tuple[Command, ...]:
        """Return several steps."""
        return tuple(self.command(step) for step in steps)

    def risk(self, risk: entries.Risk) -> Risk:
        """Return a risk with its text as Markdown."""
        return Risk(level=risk.level, text=self.markdown(risk.text))


def spread(link: Link) -> LinkFields:
    """Return the fields of a link."""
    return {"id": link.id, "title": link.title, "url": link.url, "api_url": link.api_url}
