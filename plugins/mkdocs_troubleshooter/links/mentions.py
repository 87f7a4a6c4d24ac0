"""Mentions: the places in a text where an address of the site stands.

The text is scanned; nothing is parsed. So every syntax is covered (Markdown, YAML, JSON, HTML, Helm
templates), broken files are too, and every position is that of the file. The price is that links in
comments and in blocks of code count: they are copied from there sooner or later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from urllib.parse import unquote

from mkdocs_troubleshooter.links.homes import Home, drop_usual

WILD = "\0"
"""Stands for the part of an address that a template fills in."""
LONGEST = 2_000
"""Characters that belong to an address; a page of a site has fewer."""


class Target(NamedTuple):
    """What an address leads to: a page or file below the site's root, and a place on it."""

    path: str
    fragment: str = ""


@dataclass(frozen=True)
class Mention:
    """One link to the site, as it stands in a text."""

    start: int
    """Where it begins, in characters from the start of the text."""
    text: str
    home: Home
    tail: str
    """What stands behind the host and port."""

    def read(self) -> Iterator[Target]:
        """Yield what the link can mean, the longest address first.

        No text says for certain where a link ends: `/522/,` in a table of values is one with a
        comma at its end, or none. A link is wrong only if it is wrong however it is read.
        """
        cuts = [match.start() for match in _MAYBE_END.finditer(self.tail)]
        for end in (len(self.tail), *reversed(cuts)):
            path, fragment = _split(_drop_punctuation(self.tail[:end]))
            if self.home.fits(self.home.port, path):
                # What follows `:~:` names words on the page; browsers can go without.
                place = fragment.partition(":~:")[0]
                yield Target(path[len(self.home.path) :], place)


@dataclass(frozen=True)
class Finder:
    """Finds the links to a site, under any of its addresses."""

    homes: Sequence[Home]

    def find(self, text: str) -> Iterator[Mention]:
        """Yield the mentions in a text, in order."""
        starts = list(self._pattern.finditer(text))
        # A link ends where the next one begins, so that a line of links is read once only.
        bounds = [*(start.start() for start in starts), len(text)]
        for start, end in zip(starts, bounds[1:], strict=True):
            body = _BODY.match(text, start.end(), min(end, start.end() + LONGEST))
            tail = _drop_punctuation(body[0]) if body else ""
            port = drop_usual(int(start["port"])) if start["port"] else None
            home = self._choose(start["host"].lower(), port, _split(tail)[0])
            if home:
                yield Mention(start.start(), start[0] + tail, home, tail)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        hosts = "|".join(re.escape(host) for host in self._by_host)
        # What follows a slash is the end of somebody else's address, such as that of an archive.
        # JSON may write slashes as \/, and a host ends where no further letter makes it another;
        # letters of other scripts are words beside it.
        return re.compile(
            rf"(?:(?<!/)https?:|(?<![\w:/]))\\?/\\?/(?P<host>{hosts})(?::(?P<port>\d{{1,5}}))?"
            r"(?![\w@-]|[.:][\w@-])",
            re.IGNORECASE | re.ASCII,
        )

    @cached_property
    def _by_host(self) -> dict[str, list[Home]]:
        """The homes on each host, as hosts are written; those furthest down come first."""
        grouped: dict[str, list[Home]] = {}
        for home in sorted(self.homes, key=lambda home: -len(home.path)):
            host = f"[{home.host}]" if ":" in home.host else home.host
            grouped.setdefault(host, []).append(home)
        return grouped

    def _choose(self, host: str, port: int | None, path: str) -> Home | None:
        return next((home for home in self._by_host[host] if home.fits(port, path)), None)


_TEMPLATE = (
    r"\$?\{\{[^}\n]{0,200}\}\}"  # {{ $labels.code }} of Prometheus, Helm, Jinja; ${{ }} of GitHub
    r"|\{%[^%\n]{0,200}%\}"  # {% if x %}
    r"|\$?\{[^{}\s]{1,80}\}"  # {code}, ${CODE}
    r"|\{+"  # one that goes on in the next line
)
_FILLED = re.compile(
    rf"{_TEMPLATE}|\$\w+"  # $CODE
    r"|%(?:\(\w{1,60}\)\w|(?![0-9A-Fa-f]{2})\w?)"  # %s, %(code)s: no encoded character
)
_ESCAPED = r"\\[/_.#~-]"  # \/ in JSON, \_ in Markdown
_BODY = re.compile(
    rf"(?=[/?#\\])(?:{_TEMPLATE}|{_ESCAPED}|[^\s\x00-\x20\x7f-\x9f<>\"'`|\\^{{}}\[\]])*"
)
_MAYBE_END = re.compile(r"[,;:!*'()&$=]|[^\x00-\x7f]")
_PUNCTUATION = ".,;:!?*_~"


def _drop_punctuation(tail: str) -> str:
    """Return the end of an address without what belongs to the sentence around it."""
    depth = 0
    for place, letter in enumerate(tail):
        if letter == "(":
            depth += 1
        elif letter == ")":
            depth -= 1
        # A bracket that closes nothing; quotes and full stops of other scripts.
        if depth < 0 or (letter > "\x7f" and not letter.isalnum()):
            tail = tail[:place]
            break
    return tail.rstrip(_PUNCTUATION)


def _split(tail: str) -> tuple[str, str]:
    """Return the decoded path of an address, templates replaced, and its fragment."""
    plain = re.sub(_ESCAPED, lambda match: match[0][1], tail)
    filled = list(_FILLED.finditer(plain))
    if filled:
        # All templates are one: what stands between `{{ if }}` and `{{ else }}` is a choice.
        plain = plain[: filled[0].start()] + WILD + plain[filled[-1].end() :]
    address, _, fragment = plain.partition("#")
    return unquote(address.partition("?")[0]), fragment
