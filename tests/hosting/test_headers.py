"""What nginx with the shipped configuration says about each kind of file."""

from __future__ import annotations

import gzip
import re

import pytest

from tests.conftest import BuiltSite
from tests.hosting.conftest import Client

POLICY = "Content-Security-Policy"
BUNDLE = "assets/javascripts/bundle.*.min.js"


def written(site: BuiltSite) -> dict[str, str]:
    """Return the headers that the build wrote down."""
    lines = site.read(".hosting/headers.txt").splitlines()
    return dict(line.split(": ", 1) for line in lines)


def test_the_policy_names_hashes_and_lets_nothing_inline_through_else(real_site: BuiltSite) -> None:
    directives = dict(item.split(" ", 1) for item in written(real_site)[POLICY].split("; "))
    assert directives["default-src"] == "'none'"
    assert re.fullmatch(r"'self'( 'sha256-[\w+/]{43}=')+", directives["script-src"])
    assert re.fullmatch(r"'self'( 'sha256-[\w+/]{43}=')+", directives["style-src"])
    assert "unsafe" not in written(real_site)[POLICY]
    assert "http" not in written(real_site)[POLICY]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("", 200),
        ("codes/522/", 200),
        ("codes/522/flowchart.svg", 200),
        ("assets/troubleshooter/engine.js", 200),
        ("search/search_index.json", 200),
        ("opensearch.xml", 200),
        ("522", 301),
        ("codes/522", 301),
        ("codes/index.html", 301),
        ("nothing", 404),
        ("assets/", 404),
        (".hosting/headers.txt", 404),
    ],
)
def test_every_answer_has_all_security_headers(
    path: str, status: int, client: Client, real_site: BuiltSite
) -> None:
    answer = client.get(path)
    assert answer.status == status
    assert len(written(real_site)) == 5
    for name, value in written(real_site).items():
        assert answer.headers.get_all(name) == [value]
    assert answer.headers["Server"] == "nginx"


@pytest.mark.parametrize("path", ["codes/522/", "codes/522/flowchart.svg", "api/v1/addresses.json"])
def test_what_has_not_changed_is_not_sent_again(path: str, client: Client) -> None:
    for coding in ("identity", "gzip"):
        first = client.get(path, Accept_Encoding=coding)
        again = client.get(path, Accept_Encoding=coding, If_None_Match=first.headers["ETag"])
        assert (again.status, again.body) == (304, b"")
        for name in (POLICY, "Cache-Control", "X-Content-Type-Options"):
            assert again.headers[name] == first.headers[name]


@pytest.mark.parametrize(
    ("pattern", "caching"),
    [
        (BUNDLE, "public, max-age=31536000, immutable"),
        ("assets/javascripts/workers/search.*.min.js", "public, max-age=31536000, immutable"),
        ("assets/stylesheets/main.*.min.css", "public, max-age=31536000, immutable"),
        ("assets/fonts/plex-sans.woff2", "public, max-age=86400"),
        ("codes/522/index.md", "no-cache"),
        ("codes/522/flowchart.mmd", "no-cache"),
        ("assets/troubleshooter/knowledge.js", "no-cache"),
        ("search/search_index.json", "no-cache"),
        ("sitemap.xml", "no-cache"),
    ],
)
def test_only_what_has_its_hash_in_its_name_is_kept_unasked(
    pattern: str, caching: str, client: Client, real_site: BuiltSite
) -> None:
    (path,) = real_site.folder.glob(pattern)
    answer = client.get(path.relative_to(real_site.folder).as_posix())
    assert answer.status == 200
    assert answer.headers.get_all("Cache-Control") == [caching]


@pytest.mark.parametrize("path", ["", "codes/522/", "522", "nothing", "assets/x.0a1b2c3d.min.js"])
def test_pages_and_errors_are_asked_for_each_time(path: str, client: Client) -> None:
    assert client.get(path).headers.get_all("Cache-Control") == ["no-cache"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("codes/522/flowchart.svg", "image/svg+xml; charset=utf-8"),
        ("codes/522/flowchart.mmd", "text/plain; charset=utf-8"),
        ("codes/522/index.md", "text/markdown; charset=utf-8"),
        ("assets/troubleshooter/engine.js", "text/javascript; charset=utf-8"),
        ("assets/troubleshooter/troubleshooter.css", "text/css; charset=utf-8"),
        ("assets/fonts/plex-sans.woff2", "font/woff2"),
        ("assets/screenshot.png", "image/png"),
        ("api/v1/addresses.json", "application/json"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("sitemap.xml.gz", "application/gzip"),
        ("opensearch.xml", "application/opensearchdescription+xml; charset=utf-8"),
        ("feed.xml", "application/atom+xml; charset=utf-8"),
        ("objects.inv", "application/octet-stream"),
        ("examples/hosting/nginx.Containerfile", "text/plain; charset=utf-8"),
        ("examples/hosting/github-pages.yml", "application/yaml; charset=utf-8"),
        ("llms.txt", "text/plain; charset=utf-8"),
    ],
)
def test_every_kind_of_file_says_what_it_is(path: str, kind: str, client: Client) -> None:
    answer = client.get(path)
    assert answer.status == 200
    assert answer.headers["Content-Type"] == kind


@pytest.mark.parametrize(
    "path",
    [
        "codes/522/",
        "codes/522/index.md",
        "codes/522/flowchart.svg",
        "assets/troubleshooter/troubleshooter.css",
        "assets/troubleshooter/knowledge.js",
        "search/search_index.json",
        "sitemap.xml",
        "nothing",
    ],
)
def test_text_travels_compressed(path: str, client: Client) -> None:
    plain, packed = client.get(path), client.get(path, Accept_Encoding="gzip")
    assert packed.status == plain.status == (404 if path == "nothing" else 200)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert "Accept-Encoding" in plain.headers["Vary"]
    assert gzip.decompress(packed.body) == plain.body
    assert len(packed.body) < len(plain.body) / 2


def test_what_is_packed_already_is_not_packed_again(client: Client) -> None:
    for path in ("assets/fonts/plex-sans.woff2", "assets/screenshot.png"):
        assert client.get(path, Accept_Encoding="gzip").headers["Content-Encoding"] is None


@pytest.mark.parametrize(
    ("path", "origin"),
    [
        ("api/v1/addresses.json", "*"),
        ("objects.inv", "*"),
        ("feed.xml", "*"),
        ("llms.txt", "*"),
        ("codes/522/index.md", "*"),
        ("codes/522/flowchart.mmd", "*"),
        ("codes/522/flowchart.svg", "*"),
        ("assets/troubleshooter/engine.js", "*"),
        ("assets/troubleshooter/knowledge.js", "*"),
        ("", None),
        ("codes/522/", None),
        ("search/search_index.json", None),
        ("api/v1/nothing.json", None),
    ],
)
def test_other_sites_may_read_what_is_made_for_programs(
    path: str, origin: str | None, client: Client
) -> None:
    answer = client.get(path, Origin="https://other.example")
    assert answer.headers["Access-Control-Allow-Origin"] == origin
