"""Files for web servers: headers, and addresses that lead on without a page in between.

They lie in a hidden folder of the site. Servers include them; nobody is meant to ask for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from mkdocs_troubleshooter.export.foreign import find_kept_out
from mkdocs_troubleshooter.export.inventory import Inventory
from mkdocs_troubleshooter.export.policy import (
    POLICY,
    Allowed,
    find_inline,
    put_into_page,
    read_pages,
    write_policy,
)
from mkdocs_troubleshooter.site.addresses import page_key, read_address

HOSTING = ".hosting"
"""The folder, below the root of the site."""
_HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def prepare_hosting(inventory: Inventory, root: Path, *, csp: str, allowed: Allowed) -> list[str]:
    """Write the files for web servers into a built site, the last thing that a build does.

    `csp` says where the policy goes: `header`, `page` (there too) or `none`. Returns remarks.
    """
    pages = read_pages(root) if csp != "none" else []
    inline = find_inline(text for _, text in pages)
    if csp == "page":
        policy = write_policy(inline, allowed, in_page=True)
        for path, text in pages:
            if path.suffix == ".html":
                path.write_text(put_into_page(text, policy), "utf-8", newline="\n")
    policy = write_policy(inline, allowed) if csp != "none" else ""
    for name, text in write_hosting(inventory, policy):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8", newline="\n")
    shown = ((path.relative_to(root).as_posix(), text) for path, text in pages)
    return [
        f"{path} loads from {host}, which the {POLICY} keeps out;"
        f" csp_allow lets it through: {directive}: [https://{host}]"
        for directive, host, path in find_kept_out(shown, inventory.site, allowed)
    ]


def write_hosting(inventory: Inventory, policy: str) -> Iterator[tuple[str, str]]:
    """Yield the path below the site's root and the text of each file; the policy may be empty."""
    headers = {POLICY: policy, **_HEADERS} if policy else _HEADERS
    yield f"{HOSTING}/headers.txt", "".join(f"{name}: {headers[name]}\n" for name in headers)
    lines = (f'add_header {name} "{headers[name]}" always;\n' for name in headers)
    yield f"{HOSTING}/nginx/headers.conf", "".join(lines)
    missing = _quote(f"{_find_base(inventory)}404.html")
    yield (
        f"{HOSTING}/nginx/errors.conf",
        f"error_page 403 404 =404 {missing};\nlocation = {missing} {{ internal; }}\n",
    )
    moves = list_moves(inventory)
    lines = (f"{_quote(path)} {_quote(moves[path])};\n" for path in sorted(moves))
    yield f"{HOSTING}/nginx/redirects.map", "".join(lines)


def list_moves(inventory: Inventory) -> Mapping[str, str]:
    """Return where each short or former address leads: a path in lower case to an address.

    Both begin at the root of the host. Only readers know what they mean by an address of several
    things, and only browsers know the part behind the #, so these lead to the page that asks.
    """
    base = _find_base(inventory)
    taken = {_bare(page).lower() for page in inventory.pages}
    asking = {anchor.partition("#")[0] for anchor in inventory.anchors}
    moves: dict[str, str] = {}
    for url, targets in sorted(inventory.redirects.items()):
        path = _bare(url).lower()
        # A page may differ from a short address in nothing but capitals.
        if path not in taken:
            target = targets[0] if len(targets) == 1 and url not in asking else url
            moves.setdefault(f"{base}{path}", quote(f"{base}{target}", safe="/#"))
    return moves


def _bare(url: str) -> str:
    return page_key(read_address(url).page)


def _find_base(inventory: Inventory) -> str:
    return unquote(urlsplit(inventory.site).path) or "/"


def _quote(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
