"""Files beside pages, kept at the addresses that they had before.

A page can lead on to another; a drawing cannot, so it stands in both places. Documents for programs
know the former ids of their entries themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_troubleshooter.site.pages import Site

_PAGE = ".html"


def copy_former(
    site: Site, files: Iterable[tuple[str, str | bytes]]
) -> Iterator[tuple[str, str | bytes]]:
    """Yield each file, and again under every former address of the page that it belongs to."""
    moved = [
        (move.new.page, move.old.page)
        for move in site.moves.listed
        if not move.old.anchor and not move.new.anchor
    ]
    for path, content in files:
        yield path, content
        for new, old in moved:
            beside = path.removeprefix(new)
            # What lies deeper belongs to pages of its own.
            own = beside != path and beside[0] in "/." and "/" not in beside[1:]
            if own and not path.endswith(_PAGE):
                yield f"{old}{beside}", content
