"""What a page is, in the words of schema.org: for search engines and whatever else reads pages.

Entries are articles; checks and resolutions are instructions, for they have steps. Nothing is a
page of questions and answers: what entries ask, readers answer.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from mkdocs_troubleshooter.export.opensearch import FIND
from mkdocs_troubleshooter.model.entries import (
    Cause,
    Check,
    Code,
    Command,
    Entry,
    Resolution,
    SourcedEntry,
)
from mkdocs_troubleshooter.model.kinds import KindName
from mkdocs_troubleshooter.site.addresses import index_page, page_url
from mkdocs_troubleshooter.site.ages import day_of
from mkdocs_troubleshooter.site.pages import INDEX_TITLES, Page, Site

Node = dict[str, Any]
"""A thing and what is said about it."""


class Shown(NamedTuple):
    """A page as it is announced to others, written by hand or generated."""

    url: str
    """Below the root; empty for the home page."""
    title: str
    description: str
    page: Page | None = None
    """None for a page that is written by hand."""


def describe_page(site: Site, shown: Shown) -> Node:
    """Return what is to be said about a page of a site that knows its own address."""
    home = site.base.rstrip("/") + "/"
    name = site.knowledge.base.name
    described = {"description": shown.description, "url": f"{home}{shown.url}"}
    if not shown.url:
        search = _describe_search(home)
        return _say({"@type": "WebSite", "name": name, **described, "potentialAction": search})
    page = shown.page
    entry = page.entry if page else None
    part_of = {"@type": "WebSite", "name": name, "url": home}
    common = {**described, "dateModified": _date(site, page), "isPartOf": part_of}
    if page is None or page.kind is None:
        return _say({"@type": "WebPage", "name": shown.title, **common})
    if entry is None:
        return _say({"@type": "CollectionPage", "name": shown.title, **common})
    if isinstance(entry, Check | Resolution):
        node = {"@type": "HowTo", "name": shown.title, **common, **_instruct(site, entry)}
    else:
        node = {"@type": "TechArticle", "headline": shown.title, **common}
    node |= {"about": _list_subjects(site, entry), "citation": _list_citations(site, entry)}
    return _say(node, _describe_trail(site, page.kind, shown.title, home))


def _say(*nodes: Node | None) -> Node:
    """Return statements as one document, without those that would be empty."""
    graph = [{key: value for key, value in node.items() if value} for node in nodes if node]
    return {"@context": "https://schema.org", "@graph": graph}


def _date(site: Site, page: Page | None) -> str:
    day = day_of(site, page) if page else None
    return day.isoformat() if day else ""


def _describe_search(home: str) -> Node:
    """Return how the home page is asked: what is looked for stands behind its #."""
    return {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{home}{FIND}{{search_term_string}}"},
        "query-input": "required name=search_term_string",
    }


def _instruct(site: Site, entry: Check | Resolution) -> Node:
    """Return the steps of an entry, and how long they take where that is known."""
    steps = [{"@type": "HowToStep", "text": _spell_step(site, step)} for step in entry.steps]
    if isinstance(entry, Resolution):
        return {"step": steps}
    # A duration has no fractions of minutes.
    minutes, seconds = divmod(round(entry.minutes * 60), 60)
    return {"totalTime": f"PT{minutes}M{f'{seconds}S' if seconds else ''}", "step": steps}


def _spell_step(site: Site, step: Command) -> str:
    text = site.view.prose.plain(step.text)
    return f"{text}\n{site.view.prose.fill_in(step.run).strip()}" if step.run else text


def _list_subjects(site: Site, entry: Entry) -> list[Node]:
    """Return the codes that an entry is about, and for a code what else it is called."""
    view = site.view
    if isinstance(entry, Code):
        others = [*map(view.label, entry.also), *entry.aliases]
        thing: Node = {"@type": "Thing", "name": view.label(entry.id)}
        return [thing | {"alternateName": others} if others else thing]
    if isinstance(entry, Cause):
        codes = view.relations.codes_of_cause.get(entry.id, ())
        return [{"@type": "Thing", "name": view.label(code)} for code in codes]
    return []


def _list_citations(site: Site, entry: Entry) -> list[str]:
    """Return the addresses of an entry's sources; some are not on the web."""
    sources = site.view.sources(entry.sources) if isinstance(entry, SourcedEntry) else []
    return list(dict.fromkeys(source.url for source in sources if source.url))


def _describe_trail(site: Site, kind: KindName, title: str, home: str) -> Node | None:
    """Return the way from the page that lists a kind of entries to one of them."""
    if kind not in INDEX_TITLES:
        return None
    index = f"{home}{page_url(index_page(kind), directories=site.directories)}"
    steps = [{"name": INDEX_TITLES[kind], "item": index}, {"name": title}]
    items = [
        {"@type": "ListItem", "position": position, **step}
        for position, step in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
