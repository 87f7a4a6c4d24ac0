"""A Content-Security-Policy that lets through what the built pages hold, and nothing else.

Inline scripts and styles are let through by their hashes, so whatever finds its way into a page
later does not run. What the build itself put into a page is trusted: hashes do not judge it.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from html import unescape
from pathlib import Path
from typing import NamedTuple

from mkdocs_troubleshooter.source import nearest

POLICY = "Content-Security-Policy"
Allowed = Mapping[str, Sequence[str]]
"""Sources that a site lets through beyond its own, by directive."""

_OWN: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    # Themes keep their icons in style sheets, as data.
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "media-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
}
_MORE = ("frame-src", "script-src-attr", "style-src-attr", "report-uri")
_ONLY_IN_HEADERS = ("frame-ancestors", "report-uri")
"""Browsers ignore these in a page, and complain."""
_UNSAFE = "'unsafe-inline'"
_SOURCE = re.compile(r"[^\s;,\"<>&$\\]+")

_BLOCK = re.compile(
    r"<(script|style)\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE
)
_TYPE = re.compile(r"\stype\s*=\s*[\"']?([^\s\"'>]+)", re.IGNORECASE)
_RUN = re.compile(r"module|importmap|speculationrules|(?:text|application)/(?:java|ecma)script")
_STYLE = re.compile(r"\sstyle=(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_HEAD = re.compile(r"<head\b[^>]*>(?:\s*<meta charset=[^>]*>)?", re.IGNORECASE)
_META = re.compile(rf'<meta http-equiv="{POLICY}"[^>]*>')


class Inline(NamedTuple):
    """The hashes of what stands inside pages, as policies name them."""

    scripts: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()
    """Of style attributes, such as those by which tables align their cells."""


def find_inline(texts: Iterable[str]) -> Inline:
    """Return the hashes of everything inline in HTML and SVG texts that browsers ask a policy for.

    Data in a script element is not run, so it needs none.
    """
    scripts: set[str] = set()
    styles: set[str] = set()
    attributes: set[str] = set()
    for text in texts:
        for name, attrs, content in _BLOCK.findall(text):
            if name.lower() == "style":
                styles.add(content)
            elif content and _is_run(attrs):
                scripts.add(content)
        if "style=" in text:
            attributes.update(unescape(one or other) for one, other in _STYLE.findall(text))
    return Inline(*(frozenset(map(_hash, found)) for found in (scripts, styles, attributes)))


def write_policy(inline: Inline, allowed: Allowed, *, in_page: bool = False) -> str:
    """Return the policy as the value of a header, or of the tag that stands in a page for it."""
    directives = {name: own.split() for name, own in _OWN.items()}
    for name, hashes in (("script-src", inline.scripts), ("style-src", inline.styles)):
        directives[name] += sorted(hashes)
    if inline.attributes:
        directives["style-src-attr"] = ["'unsafe-hashes'", *sorted(inline.attributes)]
    for name, sources in allowed.items():
        listed = [*directives.get(name, ()), *sources]
        if _UNSAFE in sources:
            # Beside a hash, browsers would ignore it.
            listed = [source for source in listed if not source.startswith("'sha")]
        directives[name] = [source for source in listed if source != "'none'"] or ["'none'"]
    return "; ".join(
        f"{name} {' '.join(dict.fromkeys(sources))}"
        for name, sources in directives.items()
        if not (in_page and name in _ONLY_IN_HEADERS)
    )


def find_wrong_sources(allowed: Allowed) -> list[str]:
    """Return what is wrong with the sources that a site lets through, as messages."""
    known = (*_OWN, *_MORE)
    wrong = []
    for name, sources in allowed.items():
        if name not in known:
            wrong.append(
                f"'{name}' is no directive of a policy; {nearest(name, known)}".rstrip("; ")
            )
        wrong += [
            f"{name}: '{source}' is no source: write one a line, without ; or ,"
            for source in sources
            if not _SOURCE.fullmatch(source)
        ]
    return wrong


def read_pages(root: Path) -> list[tuple[Path, str]]:
    """Return the path and text of everything in a built site that browsers show as a page."""
    return [
        (path, path.read_text("utf-8", errors="replace"))
        for path in sorted(root.rglob("*"))
        if path.suffix in {".html", ".svg"} and path.is_file()
    ]


def put_into_page(html: str, policy: str) -> str:
    """Return a page that holds a policy, for hosts that send no headers; it replaces an older one.

    It stands before any script, and behind the character set, which browsers want early.
    """
    tag = f'<meta http-equiv="{POLICY}" content="{policy}">'
    return _HEAD.sub(lambda match: match[0] + tag, _META.sub("", html), count=1)


def _is_run(attributes: str) -> bool:
    found = _TYPE.search(f" {attributes}")
    return found is None or _RUN.fullmatch(found[1].lower()) is not None


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
