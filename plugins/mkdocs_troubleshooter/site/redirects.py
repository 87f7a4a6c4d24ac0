"""Pages that lead on: short addresses such as /522/, and addresses that something had before.

Each is a file of its own that works without scripts, since not every host can redirect. It holds
its targets, so nothing in an address can lead a reader elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mkdocs_troubleshooter.model.entries import Code
from mkdocs_troubleshooter.site.addresses import (
    ASSET_FOLDER,
    Address,
    address_url,
    entry_page,
    file_link,
    page_key,
    page_url,
    relative_url,
    write_links,
)
from mkdocs_troubleshooter.site.moves import Move
from mkdocs_troubleshooter.site.pages import Site

SCRIPT = "signposts.js"
STYLE = "redirect.css"
LONGEST = 60
"""Characters of a short address; nobody types more."""
_GAPS = re.compile(r"[^a-z0-9]+")


class Choice(NamedTuple):
    """Somewhere that an address can lead to."""

    target: Address
    title: str
    hint: str = ""
    """How to tell it from the others."""


class Redirect(NamedTuple):
    """An address that is no page's own, and where it leads: of several places, readers choose."""

    path: str
    """Below the root, without slashes at the ends."""
    choices: tuple[Choice, ...]
    parts: Mapping[str, Choice] = {}
    """Where single anchors lead, if not to the choice."""


def list_redirects(site: Site) -> list[Redirect]:
    """Return what leads on, but for addresses under which something else is found already."""
    redirects = {item.path: item for item in _list_short(site) if item.path not in site.top}
    pages = {page_key(path) for path in (*site.pages, *site.written)}
    for key, moves in site.moves.by_page.items():
        if key not in pages:
            led = [(move.old.anchor, Choice(move.new, _name(site, move))) for move in moves]
            choices = dict.fromkeys(choice for anchor, choice in led if not anchor)
            parts = {anchor: choice for anchor, choice in led if anchor}
            redirects[key] = Redirect(moves[0].old.page, tuple(choices), parts)
    return sorted(redirects.values(), key=lambda redirect: redirect.path)


def _name(site: Site, move: Move) -> str:
    """Return what a reader is led to, in words; of a hand-written page only its path is known."""
    key = page_key(move.new.page)
    titles = {page_key(page.path): page.title for page in site.pages.values()}
    return move.title or titles.get(key, key)


def _list_short(site: Site) -> Iterator[Redirect]:
    """Yield the short addresses: every name of a code, as people type it."""
    codes = site.knowledge.codes.values()
    owners = {_spell(code.id): code for code in codes}
    found: dict[str, dict[Choice, None]] = {}
    for code in codes:
        choices = _list_choices(site, code)
        former = [item.address for item in code.formerly if item.is_id]
        numbers = (code.id, *code.also, *former)
        for name in (*numbers, *map(site.view.label, numbers), *code.aliases):
            path = _spell(name)
            # An id belongs to its code alone, whatever others are called.
            if 0 < len(path) <= LONGEST and owners.get(path, code) is code:
                for spelled in dict.fromkeys((path, name if name in numbers else path)):
                    found.setdefault(spelled, {}).update(dict.fromkeys(choices))
    for path, targets in found.items():
        yield Redirect(path, tuple(targets))


def find_short(site: Site, code: Code) -> Address | None:
    """Return the short address of a code, unless a page has its name."""
    path = _spell(code.id)
    return Address(path) if path and path not in site.top else None


def _spell(name: str) -> str:
    """Return a name as a path: lower case, anything but letters and digits as single hyphens."""
    return _GAPS.sub("-", name.lower()).strip("-")


def write_redirects(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the path below the site's root and the text of each page that leads on."""
    template = site.templates.get_template("troubleshooter/redirect.html")
    for redirect in list_redirects(site):
        url = page_url(redirect.path, directories=site.directories)
        html = template.render(
            name=site.knowledge.base.name,
            choices=redirect.choices,
            parts=redirect.parts,
            script=file_link(ASSET_FOLDER, SCRIPT),
            style=file_link(ASSET_FOLDER, STYLE),
            follow=_follow(site, redirect, url),
            canonical=_canonical(site, redirect),
        )
        path = f"{url}index.html" if url.endswith("/") else url
        yield path, write_links(html, redirect.path, directories=site.directories)


def _list_choices(site: Site, code: Code) -> list[Choice]:
    page, title = entry_page("code", code.id), site.view.title(code)
    if len(code.variants) < _SEVERAL:
        return [Choice(Address(page), title)]
    label = site.view.label(code.id)
    return [
        Choice(
            Address(page, f"variant-{variant.id}"),
            f"{label}: {variant.title}",
            site.view.prose.plain(variant.tell, _HINT),
        )
        for variant in code.variants
    ]


def _follow(site: Site, redirect: Redirect, url: str) -> str:
    """Return the link that is followed without being asked; nothing where there is a choice."""
    if len(redirect.choices) != 1 or redirect.parts:
        return ""
    target = address_url(redirect.choices[0].target, directories=site.directories)
    return relative_url(target, url)


def _canonical(site: Site, redirect: Redirect) -> str:
    """Return the full address of the page that is meant, where both are known."""
    if not site.base or len(redirect.choices) != 1:
        return ""
    url = address_url(redirect.choices[0].target, directories=site.directories)
    return f"{site.base.rstrip('/')}/{url}"


_SEVERAL = 2
_HINT = 240
