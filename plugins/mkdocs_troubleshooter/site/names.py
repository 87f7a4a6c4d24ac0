"""Every name under which an entry can be looked up, and where it leads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_troubleshooter.model.entries import Code
from mkdocs_troubleshooter.model.kinds import KINDS, KindName
from mkdocs_troubleshooter.site.addresses import address_of, address_url
from mkdocs_troubleshooter.site.pages import Site

LOOKED_UP: tuple[KindName, ...] = (
    "code",
    "cause",
    "check",
    "resolution",
    "topic",
    "fact",
    "support",
)
"""Kinds whose names lead somewhere, the likeliest to be meant first."""
_GAPS = re.compile(r"[\W_]+")


class Name(NamedTuple):
    """One name of one entry."""

    text: str
    """As written."""
    kind: KindName
    title: str
    url: str
    """Below the root of the site."""
    exact: bool
    """Whether it is the entry's own id or title, not an alias."""


def normalise(text: str) -> str:
    """Return a name as it is compared: lower case, punctuation as single spaces."""
    return _GAPS.sub(" ", text.lower()).strip()


def list_names(site: Site) -> Iterator[Name]:
    """Yield every id, title and alias of the entries that readers look up, and earlier ids."""
    knowledge = site.knowledge
    for kind in LOOKED_UP:
        for entry in knowledge.entries[kind].values():
            address = address_of(knowledge, kind, entry.id)
            if address is None:
                continue
            url = address_url(address, directories=site.directories)
            title = site.view.title(entry)
            own = [entry.id, entry.title, title]
            if isinstance(entry, Code):
                own.extend(site.view.label(number) for number in (entry.id, *entry.also))
                own.extend(entry.also)
                own.extend(variant.title for variant in entry.variants)
            for text in own:
                yield Name(text, kind, title, url, exact=True)
            former = [item.address for item in entry.formerly if item.is_id]
            for text in (*getattr(entry, "aliases", ()), *former):
                yield Name(text, kind, title, url, exact=False)


def write_names(site: Site) -> str:
    """Return a script that holds the lookup table: entries, and entries by normalised name.

    It is a script, not JSON, so that it can be loaded from the file system too.
    """
    entries: dict[tuple[str, str, str], int] = {}
    table: dict[str, dict[int, None]] = {}
    names = sorted(list_names(site), key=lambda name: (not name.exact, LOOKED_UP.index(name.kind)))
    for name in names:
        number = entries.setdefault((KINDS[name.kind].label, name.title, name.url), len(entries))
        table.setdefault(normalise(name.text), {})[number] = None
    data = {
        "entries": [list(entry) for entry in entries],
        "names": {text: list(numbers) for text, numbers in table.items() if text},
    }
    content = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    return f"window.troubleshooterNames={content};\n"
