"""The page of an address that does not exist, which hosts show in its place at any depth."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from mkdocs_troubleshooter.site.addresses import write_links_of_file
from mkdocs_troubleshooter.site.pages import Site

_HEADING = re.compile(r"<h1\b.*?</h1>", re.DOTALL)


def fill_not_found(site: Site, html: str) -> str:
    """Return the theme's page with what helps in the place of its heading.

    Its links begin at the root of the host, since nobody knows below which address it is shown.
    """
    template = site.templates.get_template("troubleshooter/not_found.html")
    body = template.render(view=site.view, kb=site.knowledge, words=site.view.words)
    root = urlsplit(site.base).path or "/"
    body = write_links_of_file(body, "", base=root, directories=site.directories)
    return _HEADING.sub(lambda _: body, html, count=1)
