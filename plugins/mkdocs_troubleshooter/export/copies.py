"""Files beside pages, kept at the addresses that they had before.

A page can lead on to another; a drawing or a data file cannot, so it stands in both places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_troubleshooter.site.pages import Site

API = "api/v1/"
"""Where data files of entries lie; their paths go on as those of pages do."""
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
            for folder in ("", API):
                beside = path.removeprefix(f"{folder}{new}")
                if beside != path and beside[0] in "/." and not path.endswith(_PAGE):
                    yield f"{folder}{old}{beside}", content
