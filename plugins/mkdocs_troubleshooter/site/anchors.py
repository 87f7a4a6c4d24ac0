"""The places on a page that others link to, and those that it had before.

Anchors are promised: they come from ids and stay. What counts steps of a flowchart, footnotes and
fields of forms has ids too, but no promise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape

from mkdocs_troubleshooter.site.addresses import Address

_SIGNPOSTS = '<ul class="ts-signposts" data-search-exclude>'
_ASIDE = re.compile(rf"<svg\b.*?</svg>|{_SIGNPOSTS}.*?</ul>", re.DOTALL)
_FORMER = '<span class="ts-former" '
_ID = re.compile(r' id="([A-Za-z0-9][A-Za-z0-9._-]*)"')
_COUNTED = re.compile(r"(?:plan|step)-\d+|ts-.*|chart-.*")


def find_anchors(html: str) -> list[str]:
    """Return the anchors of a page's body that are promised, in their order."""
    text = _ASIDE.sub("", html)
    found = (match[1] for match in _ID.finditer(text) if _is_in_tag(text, match.start()))
    return [anchor for anchor in dict.fromkeys(found) if not _COUNTED.fullmatch(anchor)]


def has_anchor(html: str, anchor: str) -> bool:
    """Tell whether a body has an anchor, promised or not; quick, and right for ids of entries."""
    return f' id="{anchor}"' in html


def _is_in_tag(text: str, place: int) -> bool:
    """Tell whether a place is inside a tag of an anchor, and not in what readers see."""
    start = text.rfind("<", 0, place)
    return start > text.rfind(">", 0, place) and not text.startswith(_FORMER, start)


def add_aliases(html: str, aliases: Mapping[str, Iterable[str]]) -> str:
    """Return a body with further anchors at the places of some that it has."""
    for anchor, others in aliases.items():
        places = "".join(f'{_FORMER}id="{escape(other)}"></span>' for other in others)
        place = re.compile(rf'<[a-zA-Z][^<>]*?\sid="{re.escape(anchor)}"[^>]*>(?:\s*<summary>)?')
        found = place.search(html)
        if found:
            html = html[: found.end()] + places + html[found.end() :]
    return html


def add_signposts(html: str, signposts: Mapping[str, tuple[Address, str]]) -> str:
    """Return a body with a line for each anchor that has moved to another page; links pending.

    A line shows itself only to who asks for it, also without scripts.
    """
    if not signposts:
        return html
    lines = "".join(
        f'<li id="{escape(anchor)}">This has moved: '
        f'<a href="{escape(address.pending)}">{escape(title)}</a></li>'
        for anchor, (address, title) in signposts.items()
    )
    posts = f"{_SIGNPOSTS}{lines}</ul>"
    body, end, rest = html.rpartition("</article>")
    return f"{body}{posts}{end}{rest}" if end else html + posts
