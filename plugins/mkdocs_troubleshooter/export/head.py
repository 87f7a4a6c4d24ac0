"""What the head of every page says to browsers, to programs and to where its link is shown.

Whatever has to say where the page is needs the address of the site; where that is unknown, only
the page's Markdown is named.
"""

from __future__ import annotations

import json

from markupsafe import Markup

from mkdocs_troubleshooter.export.feed import FEED, has_feed
from mkdocs_troubleshooter.export.meaning import Shown, describe_page
from mkdocs_troubleshooter.export.opensearch import OPENSEARCH
from mkdocs_troubleshooter.model.entries import Code
from mkdocs_troubleshooter.site.addresses import page_url, read_address, relative_url, twin_path
from mkdocs_troubleshooter.site.pages import Site
from mkdocs_troubleshooter.site.redirects import find_short

_TEMPLATE = "troubleshooter/head.html"
_END = "</head>"
_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
"""So that no text of an entry ends the script element that it stands in."""


def add_head(site: Site, html: str, shown: Shown) -> str:
    """Return a whole page with what is said about it at the end of its head.

    Title and description are given as themes get them, which may be HTML.
    """
    before, end, after = html.partition(_END)
    title, description = (Markup(text).striptags() for text in shown[1:3])  # noqa: S704 - it is
    told = shown._replace(title=title, description=description)
    return f"{before}{write_head(site, told)}{end}{after}" if end else html


def write_head(site: Site, shown: Shown) -> str:
    """Return the elements that say what a page is."""
    twin = twin_path(read_address(shown.url).page, directories=site.directories)
    meaning = json.dumps(describe_page(site, shown), ensure_ascii=False, separators=(",", ":"))
    return site.templates.get_template(_TEMPLATE).render(
        shown=shown,
        name=site.knowledge.base.name,
        url=f"{site.base.rstrip('/')}/{shown.url}" if site.base else "",
        short=_find_short(site, shown),
        markdown=twin.rpartition("/")[2],
        feed=relative_url(FEED, shown.url) if has_feed(site) else "",
        search=relative_url(OPENSEARCH, shown.url),
        meaning=Markup(meaning.translate(_ESCAPES)),  # noqa: S704 - nothing in it is markup
    )


def _find_short(site: Site, shown: Shown) -> str:
    """Return the link to write down in place of the page's own, if there is a shorter one."""
    entry = shown.page.entry if shown.page else None
    short = find_short(site, entry) if isinstance(entry, Code) else None
    if short is None:
        return ""
    url = page_url(short.page, directories=site.directories)
    return f"{site.base.rstrip('/')}/{url}" if site.base else relative_url(url, shown.url)
