"""A description by which browsers offer the site as a search engine of their address bar.

What is typed there stands behind the # of the home page, so no server ever sees it.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from mkdocs_troubleshooter.site.pages import Site

OPENSEARCH = "opensearch.xml"
FIND = "#find="
"""Behind the home page's address, in front of what is looked for."""
_NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
_SHORT_NAME, _LONG_NAME, _DESCRIPTION = 16, 48, 1024
"""The most characters that the specification allows."""


def write_opensearch(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the description, where the site knows its own address: it has to be absolute."""
    if not site.base:
        return
    base = site.base.rstrip("/") + "/"
    name = site.knowledge.base.name
    root = ET.Element("OpenSearchDescription", xmlns=_NAMESPACE)
    for tag, text in (
        ("ShortName", _shorten(name, _SHORT_NAME)),
        ("LongName", _shorten(name, _LONG_NAME)),
        ("Description", site.view.prose.plain(site.knowledge.base.summary, _DESCRIPTION)),
        ("InputEncoding", "UTF-8"),
    ):
        ET.SubElement(root, tag).text = text
    ET.SubElement(root, "Url", type="text/html", template=f"{base}{FIND}{{searchTerms}}")
    text = ET.tostring(root, encoding="unicode")
    yield OPENSEARCH, f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _shorten(text: str, most: int) -> str:
    """Return the first words of a text that fit."""
    return text if len(text) <= most else text[: most + 1].rpartition(" ")[0] or text[:most]
