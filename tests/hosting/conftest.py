"""Sites behind a real nginx with the shipped configuration, and a client that sends anything."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest

from mkdocs_troubleshooter.export import INVENTORY, Inventory, read_inventory
from tests import nginx, small
from tests.conftest import BuiltSite, build_site, write_tree


class Answer(NamedTuple):
    """What a server sent."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def location(self) -> str:
        """Where it leads on."""
        return self.headers["Location"] or ""


class Client:
    """Asks one server, over one connection; paths go out as they are, and nothing is followed."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self.base = parts.path
        self._connection = http.client.HTTPConnection(parts.netloc, timeout=20)

    def ask(self, path: str, *, method: str = "GET", **headers: str) -> Answer:
        """Return the answer to a path from the root; underscores in headers stand for hyphens."""
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        self._connection.request(method, path, headers=fields)
        answer = self._connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())

    def get(self, path: str, **headers: str) -> Answer:
        """Return the answer to a path below the site's own address."""
        return self.ask(self.base + path, **headers)

    def close(self) -> None:
        """End the connection."""
        self._connection.close()


@pytest.fixture
def client(nginx_address: str) -> Iterator[Client]:
    """Return a client of the project's own site, which lies at /guide/."""
    client = Client(nginx_address)
    yield client
    client.close()


@pytest.fixture(scope="session")
def inventory(real_site: BuiltSite) -> Inventory:
    """Return all addresses of the project's own site."""
    return read_inventory(real_site.read(INVENTORY))


@pytest.fixture(scope="session")
def root_address(
    postgresql_site: BuiltSite, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Return where a site that does not know its own address lies, at the root of its host."""
    with nginx.serve(postgresql_site.folder, tmp_path_factory.mktemp("nginx")) as url:
        yield url


@pytest.fixture(scope="session")
def file_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return where a site lies whose addresses end in .html."""
    root = tmp_path_factory.mktemp("small")
    write_tree(root, small.files())
    site = build_site(root / "mkdocs.yml", root / "site", use_directory_urls=False)
    with nginx.serve(site.folder, tmp_path_factory.mktemp("nginx")) as url:
        yield url
