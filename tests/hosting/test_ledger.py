"""Every address that has ever been published, asked of nginx with the shipped configuration."""

from __future__ import annotations

from functools import cache

from mkdocs_troubleshooter.site import read_ledger
from tests.conftest import KB
from tests.hosting.conftest import Client


def test_every_published_address_answers_with_and_without_its_slash(client: Client) -> None:
    ledger = read_ledger(KB, "kb")
    assert ledger is not None
    assert len(ledger.lines) > 3900

    @cache
    def follow(path: str) -> str:
        """Return the page in the end; a fragment in a Location is for browsers to keep."""
        for _ in range(3):
            answer = client.ask(path)
            if answer.status not in {301, 302}:
                break
            assert answer.location.startswith(client.base), path
            path = answer.location.partition("#")[0]
        assert answer.status == 200, path
        return answer.body.decode()

    for address in ledger.lines:
        page, _, anchor = address.removeprefix("./").partition("#")
        for path in {page, page.rstrip("/")}:
            html = follow(client.base + path)
            assert not anchor or f' id="{anchor}"' in html, address


def test_no_line_of_the_ledger_has_a_twin() -> None:
    ledger = read_ledger(KB, "kb")
    assert ledger is not None
    assert len(ledger.keys) == len(ledger.lines)
