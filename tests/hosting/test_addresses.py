"""Every address of a built site, asked of nginx with the shipped configuration."""

from __future__ import annotations

import pytest

from mkdocs_troubleshooter.export import Inventory
from tests.hosting.conftest import Client


def test_every_page_answers_with_and_without_its_slash(
    client: Client, inventory: Inventory
) -> None:
    assert len(inventory.pages) > 300
    for page in inventory.pages:
        assert client.get(page).status == 200, page
        if page:
            without = client.get(page.removesuffix("/"))
            assert (without.status, without.location) == (301, client.base + page)
            index = client.get(f"{page}index.html")
            assert (index.status, index.location) == (301, client.base + page)


def test_every_file_answers(client: Client, inventory: Inventory) -> None:
    assert len(inventory.files) > 200
    assert [file for file in inventory.files if client.get(file).status != 200] == []


def test_an_address_that_leads_on_does_so_in_any_letters(
    client: Client, inventory: Inventory
) -> None:
    asking = {anchor.partition("#")[0] for anchor in inventory.anchors}
    single = {
        short: targets[0]
        for short, targets in inventory.redirects.items()
        if len(targets) == 1 and short not in asking
    }
    assert len(single) > 300
    for short, target in single.items():
        for spelled in (short, short.removesuffix("/"), short.upper(), short.title()):
            answer = client.get(spelled)
            assert (answer.status, answer.location) == (301, client.base + target), spelled


def test_an_address_of_several_things_leads_to_the_page_that_asks(client: Client) -> None:
    assert client.get("error-1002/").status == 200
    for spelled in ("error-1002", "ERROR-1002", "Error-1002/", "error-1002/index.html"):
        assert client.get(spelled).location == "/guide/error-1002/"


def test_what_stands_behind_a_short_address_does_not_change_where_it_leads(client: Client) -> None:
    answer = client.get("522?next=//evil.example")
    assert (answer.status, answer.location) == (301, "/guide/codes/522/")
    assert client.get("1002/?x=1").status == 200


@pytest.mark.parametrize("path", ["nothing", "codes/5222/", "assets/", "404.html", "522/more"])
def test_what_is_not_there_gets_the_page_for_it(path: str, client: Client) -> None:
    answer = client.get(path)
    assert answer.status == 404
    assert b'class="md-header__inner' in answer.body


@pytest.mark.parametrize(
    "path",
    [
        "/.hosting/headers.txt",
        "/guide/.hosting/nginx/redirects.map",
        "/guide/.git/config",
        "/guide/codes/../.hosting/headers.txt",
        "/guide/%2ehosting/headers.txt",
    ],
)
def test_hidden_files_are_not_served(path: str, client: Client) -> None:
    assert client.ask(path).status == 404


@pytest.mark.parametrize(
    "path",
    [
        "//evil.example",
        "//evil.example/",
        "//evil.example/index.html",
        "/\\evil.example/index.html",
        "/%5cevil.example/index.html",
        "/%2f%2fevil.example/index.html",
        "//evil.example/guide/522",
        "/guide//evil.example/%2e%2e/522",
        "/guide/522//evil.example",
        "/guide/522/\\evil.example",
        "/guide/522%0d%0aLocation:%20https://evil.example",
        "/guide/%0d%0aSet-Cookie:%20a=b/index.html",
        "/guide/codes/522%0d%0aSet-Cookie:%20a=b",
        "/guide/522?https://evil.example",
        "/guide/522%3fhttps://evil.example",
        "/guide/codes/522;//evil.example",
        "https://evil.example/guide/522",
    ],
)
def test_no_address_leads_to_another_host(path: str, client: Client) -> None:
    answer = client.ask(path)
    assert answer.status in {301, 400, 404}
    assert answer.headers["Set-Cookie"] is None
    if answer.status == 301:
        assert answer.location.startswith("/guide/codes/522/")
        assert "evil" not in answer.location


def test_a_site_at_the_root_of_its_host_leads_on_alike(root_address: str) -> None:
    client = Client(root_address)
    for spelled in ("/28P01", "/28p01", "/28p01/"):
        assert client.ask(spelled).location == "/codes/28P01/"
    assert client.ask("/codes/28P01").location == "/codes/28P01/"
    assert client.ask("/codes/28P01/index.html").location == "/codes/28P01/"
    missing = client.ask("/nothing")
    assert missing.status == 404
    assert b'class="md-header__inner' in missing.body
    client.close()


def test_addresses_that_end_in_html_lead_on_alike(file_address: str) -> None:
    client = Client(file_address)
    for spelled in ("/10", "/10/", "/10.html", "/SILENCE", "/Silence.html"):
        assert client.ask(spelled).location == "/codes/10.html"
    assert client.ask("/codes/10.html").status == 200
    client.close()
