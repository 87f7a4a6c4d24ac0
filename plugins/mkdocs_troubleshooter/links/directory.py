"""What a site answers to, arranged for looking up links, and what is said of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import NamedTuple
from urllib.parse import unquote

from mkdocs_troubleshooter.export import Inventory
from mkdocs_troubleshooter.links.mentions import WILD, Target
from mkdocs_troubleshooter.site.ledger import HOME
from mkdocs_troubleshooter.source import Severity

INDEX = "index.html"


class Verdict(NamedTuple):
    """What is wrong with a link."""

    rule: str
    says: str
    """Follows the link in a sentence."""
    advises: str = ""
    """Comes before the addresses."""
    leads: tuple[str, ...] = ()
    """Addresses below the root that can stand in its place."""
    severity: Severity = "error"


@dataclass(frozen=True)
class Directory:
    """The inventory of a site."""

    inventory: Inventory

    def judge(self, target: Target) -> Verdict | None:
        """Return what is wrong with a link, or nothing."""
        path, anchor = target.path, _read_anchor(target.fragment)
        if WILD in path:
            return self._judge_template(path, anchor)
        if path in self._pages:
            return self._judge_anchor(self._pages[path], anchor)
        if path in self._redirects:
            return self._judge_redirect(self._redirects[path], anchor)
        return None if path in self._files else self._judge_unknown(path, anchor)

    def _judge_unknown(self, path: str, anchor: str) -> Verdict:
        other = self._folded.get(path.casefold())
        if other is not None and other in self.inventory.redirects:
            says = "is in a letter case that not every host accepts"
            return Verdict("letter-case", says, "write", (_join(other, anchor),), "advice")
        near = self._find_near(path) if other is None else (other,)
        return Verdict("unknown-page", "leads nowhere", "did you mean", near)

    def _judge_anchor(self, page: str, anchor: str) -> Verdict | None:
        anchors = self.inventory.pages.get(page, ())
        if anchor in {"", "top"} or anchor in anchors:
            return None
        moved = self.inventory.anchors.get(_join(page or HOME, anchor))
        if moved is not None:
            return Verdict("moved", "has moved", "it is now", (moved,), "advice")
        near = get_close_matches(anchor.lower(), anchors, 1) if anchors else []
        leads = tuple(_join(page, name) for name in near)
        return Verdict("unknown-anchor", f"has no place '#{anchor}'", "did you mean", leads)

    def _judge_redirect(self, path: str, anchor: str) -> Verdict | None:
        moved = self.inventory.anchors.get(_join(path, anchor)) if anchor else None
        leads = (moved,) if moved is not None else self.inventory.redirects[path]
        if len(leads) != 1:
            return Verdict("ambiguous", "asks what is meant", "choose", leads, "advice")
        page, _, own = leads[0].partition("#")
        wrong = None if moved else self._judge_anchor(page, anchor)
        if wrong or path in self._short:
            return wrong
        leads = (_join(page, anchor if anchor and not moved else own),)
        return Verdict("moved", "has moved", "it is now", leads, "advice")

    def _judge_template(self, path: str, anchor: str) -> Verdict | None:
        """Check what is fixed in an address: it is wrong if nothing on the site can come of it."""
        pattern = re.compile(".*".join(map(re.escape, path.split(WILD))))
        known = [*self._pages, *self._redirects, *self._files]
        targets = [Target(name, anchor) for name in known if pattern.fullmatch(name)]
        if not targets:
            return Verdict("unknown-page", "leads nowhere, whatever is filled in")
        # Advice about one way of filling it in says nothing of the others.
        verdicts = map(self.judge, targets)
        if any(verdict is None or verdict.severity == "advice" for verdict in verdicts):
            return None
        return Verdict("unknown-anchor", f"has no place '#{anchor}', whatever is filled in")

    def _find_near(self, path: str) -> tuple[str, ...]:
        """Return the address most like one that does not exist; its last part counts most."""
        same = self._by_name.get(_name(path))
        if same:
            return tuple(get_close_matches(path.lower(), same, 1, cutoff=0))
        # To compare with every address would take an hour where ten thousands of links are wrong.
        shared: Counter[str] = Counter()
        for part in _cut(path):
            addresses = self._by_part.get(part, ())
            shared.update(addresses if len(addresses) <= _COMMON else ())
        likely = [address for address, _ in shared.most_common(_LIKELY)]
        return tuple(get_close_matches(path.lower(), likely, 1))

    @cached_property
    def _pages(self) -> Mapping[str, str]:
        """Every way to write the address of a page, and the one that the inventory has."""
        return {way: page for page in self.inventory.pages for way in _spell(page)}

    @cached_property
    def _redirects(self) -> Mapping[str, str]:
        return {way: path for path in self.inventory.redirects for way in _spell(path)}

    @cached_property
    def _files(self) -> frozenset[str]:
        return frozenset(self.inventory.files)

    @cached_property
    def _short(self) -> frozenset[str]:
        return frozenset(self.inventory.short)

    @cached_property
    def _addresses(self) -> tuple[str, ...]:
        """Everything that may be suggested."""
        return (*self.inventory.pages, *self.inventory.short, *self.inventory.files)

    @cached_property
    def _folded(self) -> Mapping[str, str]:
        ways = {**self._pages, **self._redirects}
        return {way.casefold(): address for way, address in ways.items()}

    @cached_property
    def _by_name(self) -> Mapping[str, list[str]]:
        grouped: dict[str, list[str]] = {}
        for address in self._addresses:
            grouped.setdefault(_name(address), []).append(address)
        return grouped

    @cached_property
    def _by_part(self) -> Mapping[str, list[str]]:
        grouped: dict[str, list[str]] = {}
        for address in self._addresses:
            for part in _cut(address):
                grouped.setdefault(part, []).append(address)
        return grouped


_COMMON = 200
"""Addresses that share three letters; more say nothing about which of them is meant."""
_LIKELY = 4


def _spell(address: str) -> Iterator[str]:
    """Yield every way in which hosts let an address be written, its own way last.

    Without the slash at its end, a host leads to the address that has it, and keeps the fragment.
    """
    folder = address.removesuffix(INDEX)
    if folder.endswith("/") or not folder:
        yield from (folder, folder.rstrip("/"), f"{folder}{INDEX}")
    yield address


def _read_anchor(fragment: str) -> str:
    """Return the anchor that a fragment names; one with `=` is for a script, such as a state."""
    return "" if WILD in fragment or "=" in fragment else unquote(fragment)


def _join(page: str, anchor: str) -> str:
    return f"{page}#{anchor}" if anchor else page


def _cut(address: str) -> Iterator[str]:
    """Yield each three letters that follow one another."""
    text = f"/{address.lower()}"
    return (text[place : place + 3] for place in range(len(text) - 2))


def _name(address: str) -> str:
    """Return the last part of an address, by which people know it."""
    path = address.removesuffix(INDEX).rstrip("/")
    return path.rpartition("/")[2].removesuffix(".html").lower()
