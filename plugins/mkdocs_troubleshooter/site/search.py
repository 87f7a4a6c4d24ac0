"""What the site's search reads, and its index, so that an exact code is never beaten.

Material's search looks for every word as a prefix and scores all matches alike, so `52` finds 520
first and `1` finds 139. A stub that holds nothing but the code, with a boost that grows with the
number of other codes it is a prefix of, puts the code itself in front and touches no other query.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right

from mkdocs_troubleshooter.site.addresses import address_of, page_url
from mkdocs_troubleshooter.site.pages import Site

_UNINDEXED = re.compile(
    r"<(ts-unindexed|nav|footer|form|pre|svg)\b.*?</\1>"
    r'|<(ol|p|a) class="(?:ts-path|headerlink)[^>]*>.*?</\2>',
    re.DOTALL,
)
_EMPTY = re.compile(r"<(h[2-6]) id=[^>]*>[^<]*</\1>\s*(?=<h[2-6] id=|\Z)")
_KEPT = re.compile(r"<(/?)(h[1-6])(?:\s[^>]*?(id=\"[^\"]*\"))?[^>]*>|<[^>]*>")
_GAPS = re.compile(r"\s+")


def strip_unindexed(html: str) -> str:
    """Return what of a generated body is to be searched, with little markup and no empty section.

    The search plugin parses every element of every page; it does so three times as fast on this,
    and words that only elements keep apart are not glued together.
    """

    def keep(match: re.Match[str]) -> str:
        if match[2] is None:
            return " "
        return f"<{match[1]}{match[2]}{' ' + match[3] if match[3] else ''}>"

    text = _GAPS.sub(" ", _KEPT.sub(keep, _UNINDEXED.sub(" ", html))).strip()
    previous = ""
    while previous != text:
        previous, text = text, _EMPTY.sub("", text).strip()
    return text


_BASE, _STEP = 1e3, 1e4
_DEEPEST = 3
_SHORTEST = 3
_LAST = "\U0010ffff"


def boost_names(site: Site, index: str) -> str:
    """Return a search index, as JSON, with a stub for every code."""
    data = json.loads(index)
    codes = sorted(code.lower() for code in site.knowledge.numbers)
    for code in site.knowledge.numbers:
        # Words of a query are joined by "or": a short number in a sentence would hit its stub.
        address = address_of(site.knowledge, "code", code)
        if address is None or (code.isdigit() and len(code) < _SHORTEST):
            continue
        prefix = code.lower()
        longer = bisect_right(codes, prefix + _LAST) - bisect_right(codes, prefix)
        url = page_url(address.page, directories=site.directories)
        stub = {
            "location": f"{url}#code",
            "title": code,
            "text": site.view.label(code),
            "boost": _BASE * _STEP ** min(longer, _DEEPEST),
        }
        data["docs"].append(stub)
    return json.dumps(data, separators=(",", ":"))
