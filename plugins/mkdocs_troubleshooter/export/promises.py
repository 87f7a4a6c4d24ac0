"""Whether a site still answers to every address in its ledger, and what is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mkdocs_troubleshooter.export.inventory import Inventory
from mkdocs_troubleshooter.site.addresses import Address, page_key, read_address
from mkdocs_troubleshooter.site.ledger import HEAD, HOME, Ledger
from mkdocs_troubleshooter.site.moves import RULE, Moves
from mkdocs_troubleshooter.source import Problem, nearest


def list_addresses(inventory: Inventory) -> Iterator[str]:
    """Yield every address of a site that is promised: pages, short addresses and anchors."""
    for page, anchors in inventory.pages.items():
        yield page or HOME
        yield from (f"{page or './'}#{anchor}" for anchor in anchors)
    yield from inventory.redirects
    yield from inventory.anchors


def find_broken(ledger: Ledger, inventory: Inventory) -> list[Problem]:
    """Return a problem for each address that was published and would be gone.

    Of a page that is gone, the page alone is named, and not each of its anchors.
    """
    known = dict.fromkeys(list_addresses(inventory))
    new = [address for address in known if address not in ledger.lines]
    pages = {*inventory.pages, *inventory.redirects, HOME}
    problems = []
    for address, line in ledger.lines.items():
        page, _, anchor = address.partition("#")
        if address in known or (anchor and page in inventory.redirects):
            continue
        if anchor and page not in pages and page in ledger.lines:
            continue
        problems.append(
            Problem(
                ledger.shown_as,
                line,
                1,
                f"'{address}' has been published and would be gone",
                RULE,
                _advise(address, page, new, known),
            )
        )
    return problems


def find_false_moves(moves: Moves, inventory: Inventory) -> list[Problem]:
    """Return a problem for each former address that is still in use, or that leads nowhere."""
    known = {
        page_key(read_address(page).page): anchors for page, anchors in inventory.pages.items()
    }
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
    return [address for address in list_addresses(inventory) if address not in ledger.lines]


def extend_ledger(ledger: Ledger, inventory: Inventory) -> str:
    """Return the text of the ledger with what is new; nothing is taken out."""
    lines = sorted({*ledger.lines, *list_addresses(inventory)})
    return HEAD + "".join(f"{line}\n" for line in lines)


def _advise(address: str, page: str, new: Iterable[str], known: Iterable[str]) -> str:
    """Return what to write, and where, by what is new in the same place."""
    if "#" in address:
        near = nearest(address, [other for other in new if other.startswith(f"{page}#")])
    else:
        folder = page.rstrip("/").rpartition("/")[0]
        beside = [
            other
            for other in new
            if "#" not in other and other.rstrip("/").rpartition("/")[0] == folder
        ]
        near = nearest(address, beside)
        near = near or nearest(address, [other for other in known if "#" not in other])
    advice = "name it under 'formerly' of what replaces it"
    return f"{advice}; {near}" if near else advice
