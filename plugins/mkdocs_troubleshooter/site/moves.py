"""Where former addresses lead, whole pages and single anchors.

An earlier id stands for every address that is made from it: the entry's own page, its place on
shared pages, and the anchors by which other pages have it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from mkdocs_troubleshooter.model.entries import Entry
from mkdocs_troubleshooter.model.kinds import KINDS, KindName
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.site.addresses import (
    OWN_PAGE,
    Address,
    address_of,
    entry_page,
    index_page,
    page_key,
    read_address,
)
from mkdocs_troubleshooter.site.anchors import add_aliases, add_signposts, find_anchors, has_anchor
from mkdocs_troubleshooter.site.view import View
from mkdocs_troubleshooter.source import Problem

RULE = "addresses-last"


@dataclass(frozen=True)
class Move:
    """One former address, and what it leads to now."""

    old: Address
    new: Address
    title: str
    """Of what it leads to; empty where nobody says."""
    problem: Problem
    """What is wrong where this move turns out to be; its message is still open."""


@dataclass(frozen=True)
class Moves:
    """All former addresses of a knowledge base."""

    view: View

    @property
    def _knowledge(self) -> KnowledgeBase:
        return self.view.knowledge

    @cached_property
    def listed(self) -> tuple[Move, ...]:
        """Every former address that entries and the base name."""
        return (*self._list_of_entries(), *self._list_of_base())

    @cached_property
    def by_page(self) -> Mapping[str, tuple[Move, ...]]:
        """The moves away from each page, by the page's key."""
        grouped: dict[str, tuple[Move, ...]] = {}
        for move in self.listed:
            key = page_key(move.old.page)
            grouped[key] = (*grouped.get(key, ()), move)
        return grouped

    @cached_property
    def anchors(self) -> Mapping[str, tuple[KindName, str]]:
        """The entry behind every anchor that is made from a kind and an earlier id."""
        return {
            f"{kind}-{former.address}": (kind, entry.id)
            for kind, entry in self._entries()
            for former in entry.formerly
            if former.is_id
        }

    @cached_property
    def aliases(self) -> Mapping[str, tuple[str, ...]]:
        """The earlier anchors of each anchor that is made from a kind and an id."""
        grouped: dict[str, tuple[str, ...]] = {}
        for old, (kind, entry_id) in self.anchors.items():
            new = f"{kind}-{entry_id}"
            grouped[new] = (*grouped.get(new, ()), old)
        return grouped

    def find_entry(self, anchor: str) -> tuple[Address, str] | None:
        """Return where the entry of an anchor such as cause-port-closed stands, and its title.

        So an entry that a page no longer lists is still found from there.
        """
        key = self.anchors.get(anchor)
        if key is None:
            kind, _, entry_id = anchor.partition("-")
            if kind not in KINDS:
                return None
            key = (kind, entry_id)
        entry = self._knowledge.find(*key)
        address = address_of(self._knowledge, *key)
        return (address, self.view.title(entry)) if entry and address else None

    def find_kept(
        self, page: str, present: Iterable[str], promised: Iterable[str]
    ) -> Mapping[str, tuple[Address, str]]:
        """Return the anchors that a page had before, with where each leads and what is there.

        `present` are those that it has, `promised` those that were published. Of the latter, those
        of entries that the page no longer has lead to where the entry stands.
        """
        own = {*present}
        kept: dict[str, tuple[Address, str]] = {}
        for new, others in self.aliases.items():
            if new in own:
                kept.update(dict.fromkeys(others, (Address(page, new), "")))
        kept = {**self._list_moved(page, promised), **kept}
        return {anchor: target for anchor, target in kept.items() if anchor not in own}

    def _list_moved(self, page: str, promised: Iterable[str]) -> dict[str, tuple[Address, str]]:
        """Return where anchors lead that a page had, or was promised to have, if it lacks them."""
        moved = {
            anchor: found for anchor in promised if (found := self.find_entry(anchor)) is not None
        }
        for move in self.by_page.get(page_key(page), ()):
            if move.old.anchor:
                moved[move.old.anchor] = (move.new, move.title)
        return moved

    def keep_anchors(self, html: str, page: str, promised: Iterable[str]) -> str:
        """Return a page's body with every anchor that it had before; links are pending."""
        moved = self._list_moved(page, promised)
        if not self.aliases and all(has_anchor(html, anchor) for anchor in moved):
            return html
        present = find_anchors(html)
        aliases: dict[str, list[str]] = {}
        signposts: dict[str, tuple[Address, str]] = {}
        for anchor, (address, title) in self.find_kept(page, present, promised).items():
            if page_key(address.page) == page_key(page) and address.anchor in present:
                aliases.setdefault(address.anchor, []).append(anchor)
            else:
                signposts[anchor] = (address, title)
        return add_signposts(add_aliases(html, aliases), signposts)

    def _entries(self) -> Iterator[tuple[KindName, Entry]]:
        for kind, entries in self._knowledge.entries.items():
            for entry in entries.values():
                yield kind, entry

    def _list_of_entries(self) -> Iterator[Move]:
        for kind, entry in self._entries():
            new = address_of(self._knowledge, kind, entry.id)
            if new is None:
                continue
            document = self._knowledge.documents[kind, entry.id]
            for index, former in enumerate(entry.formerly):
                if former.is_id:
                    old = _address_of_id(kind, former.address)
                else:
                    old = read_address(former.address)
                now = Address(new.page, former.part) if former.part else new
                problem = document.problem(("formerly", index), "", rule=RULE)
                yield Move(old, now, self.view.title(entry), problem)

    def _list_of_base(self) -> Iterator[Move]:
        document = self._knowledge.base_document
        for index, moved in enumerate(self._knowledge.base.formerly):
            problem = document.problem(("formerly", index), "", rule=RULE)
            yield Move(read_address(moved.address), read_address(moved.now), "", problem)


def _address_of_id(kind: KindName, entry_id: str) -> Address:
    if kind in OWN_PAGE:
        return Address(entry_page(kind, entry_id))
    return Address(index_page(kind), f"{kind}-{entry_id}")
