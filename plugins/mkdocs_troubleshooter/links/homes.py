"""Homes: the addresses under which a site is reached, its own and those of its mirrors."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import unquote, urlsplit


class Home(NamedTuple):
    """One address of a site. http and https are the same to it, and so are their usual ports."""

    url: str
    """As links are written, with the slash at its end."""
    host: str
    """In lower case. `www.example.com` is another host than `example.com`."""
    port: int | None
    """None for the usual one."""
    path: str
    """Decoded; begins and ends with a slash."""

    def fits(self, port: int | None, path: str) -> bool:
        """Tell whether a path on a port of this host lies below this address."""
        return port == self.port and f"{path}/".startswith(self.path)


def read_home(text: str) -> Home:
    """Return the home that an address stands for.

    Raises ValueError, with a message in one line, for anything that no site can be reached under.
    """
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ValueError(f"'{text}' is no address of a site: {error}") from error
    if parts.scheme not in {"http", "https"} or not host:
        raise ValueError(f"'{text}' is no address of a site: write it like {_EXAMPLE}")
    path = f"{parts.path.rstrip('/')}/"
    place = parts.netloc.rpartition("@")[2]
    return Home(f"{parts.scheme}://{place}{path}", host, drop_usual(port), unquote(path))


def drop_usual(port: int | None) -> int | None:
    """Return a port, or None for one that can as well be left out."""
    return None if port in _USUAL else port


_EXAMPLE = "https://guide.example.com/"
_USUAL = (80, 443)
