"""The site's search index, so that an exact code is never beaten by a longer number.

Material's search looks for every word as a prefix and scores all matches alike, so `52` finds 520
first and `1` finds 139. A stub that holds nothing but the code, with a boost that grows with the
number of other codes it is a prefix of, puts the code itself in front and touches no other query.
"""

from __future__ import annotations

import json

from mkdocs_troubleshooter.site.addresses import address_of, page_url
from mkdocs_troubleshooter.site.pages import Site

_BASE, _STEP = 1e3, 1e4
_SHORTEST = 3


def boost_names(site: Site, index: str) -> str:
    """Return a search index, as JSON, with a stub for every code."""
    data = json.loads(index)
    codes = sorted(site.knowledge.codes)
    for code in codes:
        # Words of a query are joined by "or": a short number in a sentence would hit its stub.
        address = address_of(site.knowledge, "code", code)
        if address is None or (code.isdigit() and len(code) < _SHORTEST):
            continue
        longer = sum(other != code and other.lower().startswith(code.lower()) for other in codes)
        url = page_url(address.page, directories=site.directories)
        boost = _BASE * _STEP ** min(longer, 3)
        title = site.view.label(code)
        stub = {"location": f"{url}#code", "title": f"{code}", "text": title, "boost": boost}
        data["docs"].append(stub)
    return json.dumps(data, separators=(",", ":"))
