"""Whether a site still answers to every address in its ledger, and what is new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mkdocs_troubleshooter.export.inventory import Inventory
from mkdocs_troubleshooter.site.addresses import Address, address_key, page_key, read_address
from mkdocs_troubleshooter.site.ledger import HEAD, HOME, Ledger
from mkdocs_troubleshooter.site.moves import RULE, Moves
from mkdocs_troubleshooter.source import Problem, nearest


def list_addresses(inventory: Inventory) -> Iterator[str]:
    """Yield every address of a site that is promised: pages, short addresses and anchors."""
    for page, anchors in inventory.pages.items():
        yield page or HOME
        yield from (f"{page or HOME}#{anchor}" for anchor in anchors)
    yield from inventory.redirects
    yield from inventory.anchors


def find_broken(ledger: Ledger, inventory: Inventory) -> list[Problem]:
    """Return a problem for each address that was published and would be gone.

    Of a page that is gone, the page alone is named, and not each of its anchors.
    """
    known = {address_key(address) for address in list_addresses(inventory)}
    redirects = set(map(address_key, inventory.redirects))
    pages = {*redirects, *map(address_key, inventory.pages)}
    problems = []
    for address, line in ledger.lines.items():
        page, _, anchor = address_key(address).partition("#")
        gone_with_page = page not in pages and page in ledger.keys
        if address_key(address) in known or (anchor and (page in redirects or gone_with_page)):
            continue
        message = f"'{address}' has been published and would be gone"
        advice = _advise(address, inventory, find_new(ledger, inventory))
        problems.append(Problem(ledger.shown_as, line, 1, message, RULE, advice))
    return problems


def find_false_moves(moves: Moves, inventory: Inventory) -> list[Problem]:
    """Return a problem for each former address that is still in use, or that leads nowhere."""
    known = {address_key(page): anchors for page, anchors in inventory.pages.items()}
    problems = []
    for move in moves.listed:
        old, new = known.get(page_key(move.old.page)), known.get(page_key(move.new.page))
        if old is not None and (not move.old.anchor or move.old.anchor in old):
            message, hint = f"'{_spell(move.old)}' is still there", "it leads nowhere else"
        elif new is None:
            pages = [_spell(read_address(page)) for page in inventory.pages]
            message = f"there is no page '{_spell(move.new)}'"
            hint = nearest(_spell(Address(move.new.page)), pages)
        elif move.new.anchor and move.new.anchor not in new:
            message = f"'{_spell(Address(move.new.page))}' has no part '{move.new.anchor}'"
            hint = nearest(move.new.anchor, new)
        else:
            continue
        problems.append(replace(move.problem, message=message, hint=hint))
    return problems


def _spell(address: Address) -> str:
    page = page_key(address.page)
    return f"{page}/" + (f"#{address.anchor}" if address.anchor else "")


def find_new(ledger: Ledger, inventory: Inventory) -> list[str]:
    """Return the addresses that are not in the ledger yet."""
    return [
        address for address in list_addresses(inventory) if address_key(address) not in ledger.keys
    ]


def extend_ledger(ledger: Ledger, inventory: Inventory) -> str:
    """Return the text of the ledger with what is new; nothing is taken out."""
    lines = sorted({*ledger.lines, *find_new(ledger, inventory)})
    return HEAD + "".join(f"{line}\n" for line in lines)


def _advise(address: str, inventory: Inventory, new: Sequence[str]) -> str:
    """Return what to write, and where, by what is new in the same place."""
    page, _, anchor = address.partition("#")
    if anchor:
        near = nearest(address, [other for other in new if other.startswith(f"{page}#")])
    else:
        folder = _folder(page)
        beside = [other for other in new if "#" not in other and _folder(other) == folder]
        near = nearest(address, beside) or nearest(address, inventory.pages)
    advice = "name it under 'formerly' of what replaces it"
    return f"{advice}; {near}" if near else advice


def _folder(page: str) -> str:
    return page.rstrip("/").rpartition("/")[0]
