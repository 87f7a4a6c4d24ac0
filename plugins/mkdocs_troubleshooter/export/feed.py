"""An Atom feed of what changed: entries by the day on which they were compared with their sources.

That day is all that an entry says of its own history, so it is all that the feed claims.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple
from xml.etree import ElementTree as ET

from mkdocs_troubleshooter.model.entries import Entry, Fact, Requirement
from mkdocs_troubleshooter.model.kinds import KINDS, KindName
from mkdocs_troubleshooter.site.addresses import address_of, address_url
from mkdocs_troubleshooter.site.ages import compared_on
from mkdocs_troubleshooter.site.pages import Site
from mkdocs_troubleshooter.site.quantities import spell_fact

FEED = "feed.xml"
MOST = 100
"""Entries of a feed."""
_TOLD: tuple[KindName, ...] = (
    *("code", "cause", "check", "resolution"),
    *("topic", "support", "fact"),
)
_SUMMARY = 300
_ABOUT = "Entries by the day on which they were last compared with their sources, newest first."
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may hold; the escapes of YAML can spell it."""


class News(NamedTuple):
    """An entry, and the day on which it was compared with its sources."""

    day: date
    kind: KindName
    entry: Entry


def has_feed(site: Site) -> bool:
    """Tell whether a site has a feed: its links are absolute, so the site must know its address."""
    return bool(site.base) and any(site.knowledge.entries[kind] for kind in _TOLD)


def list_news(site: Site) -> list[News]:
    """Return the entries that a feed tells of, newest first, else in their own order."""
    news = [
        News(day, kind, entry)
        for kind in _TOLD
        for entry in site.knowledge.entries[kind].values()
        if (day := compared_on(entry)) is not None
    ]
    return sorted(news, key=lambda item: item.day, reverse=True)[:MOST]


def write_feed(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the feed."""
    if not has_feed(site):
        return
    home = site.base.rstrip("/") + "/"
    news = list_news(site)
    feed = ET.Element("feed", xmlns="http://www.w3.org/2005/Atom")
    _add(feed, "id", home)
    _add(feed, "title", site.knowledge.base.name)
    _add(feed, "subtitle", _ABOUT)
    _add(feed, "updated", _spell(news[0].day))
    _add(ET.SubElement(feed, "author"), "name", site.knowledge.base.name)
    ET.SubElement(feed, "link", rel="self", type="application/atom+xml", href=f"{home}{FEED}")
    ET.SubElement(feed, "link", rel="alternate", type="text/html", href=home)
    for item in news:
        _add_entry(feed, site, item, home)
    ET.indent(feed, " ")
    yield FEED, f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(feed, "unicode")}\n'


def _add_entry(feed: ET.Element, site: Site, item: News, home: str) -> None:
    address = address_of(site.knowledge, item.kind, item.entry.id)
    if address is None:
        return
    url = f"{home}{address_url(address, directories=site.directories)}"
    entry = ET.SubElement(feed, "entry")
    # Addresses are promised to last, so they are the names of entries too.
    _add(entry, "id", url)
    _add(entry, "title", site.view.title(item.entry))
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=url)
    _add(entry, "updated", _spell(item.day))
    ET.SubElement(entry, "category", term=item.kind, label=KINDS[item.kind].label)
    _add(
        entry, "summary", f"{_summarise(site, item.entry)} Compared with its sources on {item.day}."
    )


def _summarise(site: Site, entry: Entry) -> str:
    prose = site.view.prose
    if isinstance(entry, Fact):
        stated = spell_fact(entry, site.knowledge.base)
        return f"{stated}. {prose.plain(entry.text, _SUMMARY)}"
    text = entry.why if isinstance(entry, Requirement) else str(getattr(entry, "summary", ""))
    return prose.plain(text, _SUMMARY)


def _add(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = _FORBIDDEN.sub("", text)


def _spell(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
