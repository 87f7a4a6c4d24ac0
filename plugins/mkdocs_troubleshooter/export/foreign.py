"""What pages load from other hosts: a policy keeps it out unless the site lets it through."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from mkdocs_troubleshooter.export.policy import Allowed

_DIRECTIVES = {
    "script": "script-src",
    "link": "style-src",
    "img": "img-src",
    "iframe": "frame-src",
    "audio": "media-src",
    "video": "media-src",
    "source": "media-src",
}
_LOADING = re.compile(
    rf"<({'|'.join(_DIRECTIVES)})\b([^>]*?\s(?:src|href)=[\"']?((?:https?:)?//[^\s\"'>]+)[^>]*)>",
    re.IGNORECASE,
)
_SHEET = re.compile(r"\srel=[\"']?stylesheet", re.IGNORECASE)


def find_kept_out(
    pages: Iterable[tuple[str, str]], base: str, allowed: Allowed
) -> Iterator[tuple[str, str, str]]:
    """Yield each host that a policy keeps out, with the directive and the first page that loads it.

    Pages are given as their path and their text, `base` is the site's own address.
    """
    seen: set[tuple[str, str]] = set()
    own = urlsplit(base).netloc
    for path, text in pages:
        for tag, attributes, url in _LOADING.findall(text):
            directive, host = _DIRECTIVES[tag.lower()], urlsplit(url).netloc
            loads = tag.lower() != "link" or _SHEET.search(attributes)
            if loads and host != own and (directive, host) not in seen:
                seen.add((directive, host))
                if not any(_lets_through(source, host) for source in allowed.get(directive, ())):
                    yield directive, host, path


def _lets_through(source: str, host: str) -> bool:
    name = source.removeprefix("https://").removeprefix("http://").partition("/")[0]
    return name in {host, "*", "https:"} or (name.startswith("*.") and host.endswith(name[1:]))
