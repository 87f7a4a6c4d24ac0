"""Files for web servers: where addresses lead, written so that nginx reads what is meant."""

from __future__ import annotations

from mkdocs_troubleshooter.export import Inventory
from mkdocs_troubleshooter.export.hosting import list_moves, write_hosting


def test_an_address_leads_below_the_path_of_the_site() -> None:
    inventory = Inventory(
        name="x",
        site="https://example.com/guide/",
        pages={"codes/522/": ()},
        redirects={"522/": ("codes/522/",), "codes/old/": ("codes/522/#causes",)},
    )
    assert list_moves(inventory) == {
        "/guide/522": "/guide/codes/522/",
        "/guide/codes/old": "/guide/codes/522/#causes",
    }


def test_a_site_that_does_not_know_its_address_is_at_the_root() -> None:
    inventory = Inventory(name="x", pages={}, redirects={"522.html": ("codes/522.html",)})
    assert list_moves(inventory) == {"/522": "/codes/522.html"}


def test_readers_and_browsers_decide_where_a_server_cannot() -> None:
    inventory = Inventory(
        name="x",
        pages={},
        redirects={"1002/": ("codes/1002/#a", "codes/1002/#b"), "old/": ("new/",)},
        anchors={"old/#part": "other/"},
    )
    assert list_moves(inventory) == {"/1002": "/1002/", "/old": "/old/"}


def test_a_page_that_differs_only_in_capitals_is_not_led_away_from() -> None:
    inventory = Inventory(
        name="x",
        pages={"Timeout/": ()},
        redirects={"timeout/": ("codes/10/",), "28P01/": ("a/",), "28p01/": ("a/",)},
    )
    assert list_moves(inventory) == {"/28p01": "/a/"}


def test_no_address_can_say_more_to_nginx_than_where_it_leads() -> None:
    odd = 'a"; return 200 $host; "\\'
    inventory = Inventory(
        name="x", site=f"https://example.com/{odd}/", pages={}, redirects={"1/": ("b/",)}
    )
    files = dict(write_hosting(inventory, ""))
    assert files[".hosting/nginx/redirects.map"] == (
        '"/a\\"; return 200 $host; \\"\\\\/1" "/a%22%3B%20return%20200%20%24host%3B%20%22%5C/b/";\n'
    )
    assert "Content-Security-Policy" not in files[".hosting/headers.txt"]
