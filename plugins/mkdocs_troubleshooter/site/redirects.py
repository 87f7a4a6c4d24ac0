"""Short addresses of codes: /522/ and every other name; of several codes, the reader chooses.

Each is a file of its own that works without scripts, since not every host can redirect. It holds
its targets, so nothing in an address can lead a reader elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_troubleshooter.model.entries import Code
from mkdocs_troubleshooter.site.addresses import (
    ASSET_FOLDER,
    Address,
    address_url,
    entry_page,
    page_url,
    relative_url,
)
from mkdocs_troubleshooter.site.pages import Site

SCRIPT = f"{ASSET_FOLDER}/redirect.js"
LONGEST = 60
"""Characters of a short address; nobody types more."""
_GAPS = re.compile(r"[^a-z0-9]+")


class Choice(NamedTuple):
    """Somewhere that a short address can lead to."""

    target: Address
    title: str


class Redirect(NamedTuple):
    """A short address, and where it leads: to its one choice, else the reader is asked."""

    path: str
    """Below the root, without slashes at the ends."""
    choices: tuple[Choice, ...]


def list_redirects(site: Site) -> list[Redirect]:
    """Return the short addresses, those left out under which something else is found already."""
    taken = {part for path in site.pages for part in (path, path.partition("/")[0])}
    codes = site.knowledge.codes.values()
    owners = {_spell(code.id): code for code in codes}
    found: dict[str, dict[Choice, None]] = {}
    for code in codes:
        choices = _list_choices(site, code)
        numbers = (code.id, *code.also)
        for name in (*numbers, *map(site.view.label, numbers), *code.aliases):
            path = _spell(name)
            # An id belongs to its code alone, whatever others are called.
            if 0 < len(path) <= LONGEST and path not in taken and owners.get(path, code) is code:
                found.setdefault(path, {}).update(dict.fromkeys(choices))
    return [Redirect(path, tuple(choices)) for path, choices in sorted(found.items())]


def _spell(name: str) -> str:
    """Return a name as a path: lower case, anything but letters and digits as single hyphens."""
    return _GAPS.sub("-", name.lower()).strip("-")


def write_redirects(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the path below the site's root and the text of each short address."""
    template = site.templates.get_template("troubleshooter/redirect.html")
    for redirect in list_redirects(site):
        url = page_url(redirect.path, directories=site.directories)
        html = template.render(
            name=site.knowledge.base.name,
            links=[
                (
                    relative_url(address_url(choice.target, directories=site.directories), url),
                    choice.title,
                )
                for choice in redirect.choices
            ],
            script=relative_url(SCRIPT, url),
            canonical=_canonical(site, redirect),
        )
        yield (f"{url}index.html" if url.endswith("/") else url), html


def _list_choices(site: Site, code: Code) -> list[Choice]:
    page, title = entry_page("code", code.id), site.view.title(code)
    if len(code.variants) < _SEVERAL:
        return [Choice(Address(page), title)]
    label = site.view.label(code.id)
    return [
        Choice(Address(page, f"variant-{variant.id}"), f"{label}: {variant.title}")
        for variant in code.variants
    ]


def _canonical(site: Site, redirect: Redirect) -> str:
    """Return the full address of the page that is meant, where both are known."""
    if not site.base or len(redirect.choices) > 1:
        return ""
    url = address_url(redirect.choices[0].target, directories=site.directories)
    return f"{site.base.rstrip('/')}/{url}"


_SEVERAL = 2
