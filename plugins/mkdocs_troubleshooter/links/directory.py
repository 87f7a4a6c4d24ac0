"""What a site answers to, arranged for looking up links, and what is said of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import NamedTuple
from urllib.parse import unquote

from mkdocs_troubleshooter.export import Inventory
from mkdocs_troubleshooter.links.mentions import WILD, Target
from mkdocs_troubleshooter.links.neighbours import INDEX, Neighbours
from mkdocs_troubleshooter.site.ledger import HOME
from mkdocs_troubleshooter.source import Severity

_FILE = re.compile(r"\.\w+$")


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
        pages, files = self._neighbours
        return (_FILE.search(path) and files.find(path)) or pages.find(path)

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
    def _neighbours(self) -> tuple[Neighbours, Neighbours]:
        """What may be suggested in place of a page, and in place of a file."""
        pages = (*self.inventory.pages, *self.inventory.short)
        return Neighbours(pages), Neighbours(self.inventory.files)

    @cached_property
    def _folded(self) -> Mapping[str, str]:
        ways = {**self._pages, **self._redirects}
        return {way.casefold(): address for way, address in ways.items()}


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
