"""The site says what IBM's page of 2025-02-20 said, section by section.

Each section of that page is known by its anchor. Its statements are kept as short phrases of the
site's own words: every number, condition, cause, tip and item that support asks for has one.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup, Tag

from tests.conftest import BuiltSite
from tests.pages.test_built_site import links

ANCHORS = (
    "html-5xx-errors",
    "5xx-prereqs",
    "500-error",
    "500-resolution",
    "502-error",
    "502-resolution",
    "503-error",
    "503-resolution",
    "520-error",
    "520-resolution",
    "521-error",
    "521-resolution",
    "522-error",
    "522-resolution",
    "523-error",
    "523-resolution",
    "524-error",
    "524-resolution",
    "525-error",
    "525-resolution",
    "526-error",
    "526-resolution",
    "530-error",
)
"""The anchors of IBM's page of 2025-02-20, in its order."""

STATEMENTS: dict[str, dict[str, tuple[str, ...]]] = {
    "html-5xx-errors": {
        "": ("IBM Cloud Internet Services", "5xx", "what to check first", "how to fix it"),
        "codes/500/": ("Error 500: Internal server error",),
        "codes/502/": ("Error 502: Bad gateway",),
        "codes/503/": ("Error 503: Service temporarily unavailable",),
        "codes/504/": ("Error 504: Gateway timeout",),
        "codes/520/": ("Error 520: Web server returns an unknown error",),
        "codes/521/": ("Error 521: Web server is down",),
        "codes/522/": ("Error 522: Connection timed out",),
        "codes/523/": ("Error 523: Origin is unreachable",),
        "codes/524/": ("Error 524: A timeout occurred",),
        "codes/525/": ("Error 525: SSL handshake failed",),
        "codes/526/": ("Error 526: Invalid SSL certificate",),
        "codes/530/": ("Error 530: A 1xxx error",),
    },
    "5xx-prereqs": {
        "support/": (
            "The exact code and message, with the Ray ID",
            "The Ray ID is the value of cf-ray",
            "The time of the error, with its time zone",
            "The full URL and the method",
            "Logs of every hop between the edge and the application matter",
            "load balancers, caches, proxies and firewalls included",
            "Ask its administrator",
        ),
        "topics/origin-logs/": (
            "Read the logs of every hop between the edge and the application",
            "firewall, load balancer, proxy, web server",
        ),
        "codes/500/": ("send the owner the code 500, the Ray ID", "the time with your time zone"),
    },
    "500-error": {
        "codes/500/": (
            "Nearly always it runs at the origin",
            "Error establishing a database connection",
            "best known 500 of all",
            "read the origin's error log",
            "check the origin's logs first",
        ),
        "causes/database-unavailable/": ("Error establishing a database connection",),
    },
    "500-resolution": {
        "codes/500/": (
            "The body names cloudflare or cloudflare-nginx",
            "Open a case if the body names Cloudflare",
            "the domain ID and the instance CRN",
            "the time with its zone and the trace output",
            "from the very browser that saw the error",
            "For blank or white pages",
            "pause CIS for a moment and see whether they disappear",
        ),
        "support/": (
            "https://www.example.com/cdn-cgi/trace with the host name that fails",
            "The instance CRN and the domain",
        ),
        "resolutions/pause-cis/": ("ibmcloud cis domain-pause", "ibmcloud cis domain-resume"),
    },
    "502-error": {
        "codes/502/": (
            "CIS could not establish contact with the origin",
            "as the most common case",
            "Case A, the usual one: the origin",
            "Case B: the edge",
        ),
        "codes/504/": (
            "treats 502 and 504 together",
            "Case A, the usual one: a proxy at the origin",
            "Case B, less often: the edge",
        ),
    },
    "502-resolution": {
        "codes/502/": (
            "answers 502. The edge keeps the status",
            "no site for the host name of the failing address",
            "the origin must answer for exactly that name",
            "fail or are taken out of service under load",
            "A worker dies in the middle of a request",
            "the network or the machines behind it are gone",
            "stopped, on another port, or blocked by a firewall",
            "Read the logs of every hop",
            "the time with its zone, the full URL",
            "such as https://www.example.com/images/icons/image1.png",
            "the trace output",
            "on the host name that returned the 502",
        ),
        "codes/504/": (
            "The edge keeps the status",
            "asks first whether the origin answers for the host name",
            "services behind the origin that timed out or are blocked",
            "wait for a free worker until the proxy gives up",
            "the network or the machines behind it are gone",
            "the time with its zone, the full URL that returned the error and the trace output",
            "on the host name that returned the 504",
        ),
        "causes/hostname-not-served/": ("no virtual host",),
        "support/": ("https://www.example.com/cdn-cgi/trace with the host name that fails",),
    },
    "503-error": {
        "codes/503/": ("Usually the origin does: it is overloaded", "an overloaded origin"),
    },
    "503-resolution": {
        "codes/503/": (
            "does not name Cloudflare, read the origin's logs",
            "The body names cloudflare or cloudflare-nginx: trouble in a Cloudflare data centre",
            "connectivity inside a Cloudflare data centre fails",
            "Open a case if the body names Cloudflare",
            "the domain ID and the instance CRN, the time with its zone and the trace output",
            "from the very browser that saw the error",
        ),
        "support/": ("https://www.example.com/cdn-cgi/trace with the host name that fails",),
    },
    "520-error": {
        "codes/520/": ("is empty, unknown or unexpected",),
    },
    "520-resolution": {
        "codes/520/": (
            "IBM's quick workaround, un-proxying the record or pausing CIS",
            "Turn the proxy off for one record",
            "Pause CIS for the whole domain",
            "Crashes first, at the minute of the error",
            "A program at the origin crashes",
            "A firewall at the origin blocks the edge's addresses",
            "headers are larger than 16 KB (IBM)",
            "Cookies that grow with every visit are the usual reason",
            "without a status line or body",
            "missing headers, an error message printed into the socket",
            "PHP applications that take the web server down",
            "accepts HTTP/2 and then does not keep to the protocol",
            "Reliability > Advanced",
            "the full URLs, the cf-ray of a failed request, the trace and both HAR files",
            "taken from the host name that shows the 520",
            "one with CIS on and one with it off",
        ),
        "resolutions/unproxy-record/": ("--proxied false", "--proxied true"),
        "resolutions/pause-cis/": ("ibmcloud cis domain-pause", "ibmcloud cis domain-resume"),
        "resolutions/correct-http2/": ("announces HTTP/2 in the TLS handshake has to speak it",),
        "resolutions/cap-http-version/": (
            "open Reliability, tab Advanced",
            "the maximum origin HTTP version",
        ),
        "resolutions/send-proper-http/": ("must still send a status line and headers",),
        "support/": (
            "https://www.example.com/cdn-cgi/trace with the host name that fails",
            "IBM's list for 520 writes http://",
            "Two HAR files, one through the proxy and one past it",
        ),
    },
    "521-error": {
        "codes/521/": (
            "The origin refused the connection",
            "the web server is not running",
            "security software at the origin turns away some or all of the edge's addresses",
            "The server or its web server is off",
            "A firewall at the origin blocks the edge's addresses",
        ),
    },
    "521-resolution": {
        "codes/521/": (
            "no web server listens",
            "The web server itself died",
            "The error log shows when and why",
            "The log shows whether the web server ran at that minute",
            "The origin rate limits the edge's addresses",
            "Let the edge's ranges through every firewall",
            "check for a CIS origin certificate in the modes End-to-end flexible",
            "End-to-end CA signed and HTTPS only origin pull",
            "Install a certificate at the origin",
        ),
        "causes/origin-app-crash/": ("521 when nothing listens any more",),
        "resolutions/allow-edge-ranges/": (
            "Allow all published ranges",
            "in every layer that filters by address",
            "security plugins",
        ),
        "resolutions/exempt-edge-from-limits/": (
            "a limit for each address trips on ordinary traffic",
        ),
        "resolutions/install-certificate/": ("An origin certificate of CIS is enough",),
    },
    "522-error": {
        "codes/522/": (
            "Either nobody answered the opening SYN, or the connection opened",
            "no SYN+ACK within 15 s (IBM)",
            "of the edge's SYN",
            "does not acknowledge the request within 90 s",
        ),
    },
    "522-resolution": {
        "codes/522/": (
            "blocked or limited edge addresses are the most common cause",
            "Allow all ranges",
            "names .htaccess among the places",
            "new SYNs are dropped",
            "The whole machine is off",
            "Keepalives are disabled",
            "With keep-alive off altogether",
            "its address changed, and nothing answers at the old one",
            "Packets are lost on the way or at the origin",
            "MTR or traceroute from the origin to the edge",
            "towards an edge address that connected before the incident",
            "IBM asks for the relevant lines",
        ),
        "resolutions/allow-edge-ranges/": ("iptables", ".htaccess", "cloud security groups"),
        "topics/run-mtr/": (
            "Take it from the web server's log: the address of the connection",
            "The most frequent peers",
            "traceroute -T",
        ),
    },
    "523-error": {
        "codes/523/": (
            "The edge cannot contact the origin",
            "a network device on the way has no route to its address",
        ),
    },
    "523-resolution": {
        "codes/523/": (
            "IBM's page sends you to the origin's error log",
            "The A or AAAA record holds an address",
            "The route between edge and origin is broken, at the origin's network or on the way",
            "MTR or traceroute from the origin to the edge",
            "towards an edge address that connected before the incident",
            "find one in the web server's log",
        ),
        "resolutions/correct-dns-record/": ("AAAA", "the address that the origin really has"),
        "resolutions/repair-routes/": ("Find the route that swallows the edge's ranges",),
    },
    "524-error": {
        "codes/524/": (
            "The edge connected to the origin and sent the request",
            "no HTTP response came in time",
            "by default 100 s (IBM)",
            "Enterprise plans can raise it",
            "600 s (IBM)",
        ),
        "resolutions/raise-read-timeout/": ("-f proxy_read_timeout -v",),
    },
    "524-resolution": {
        "codes/524/": (
            "An export, a report, an import",
            "no worker is free to answer",
            "Without durations in the origin's log this is guesswork",
            "move long requests to a name that is not proxied",
        ),
        "resolutions/unproxied-host-for-slow-requests/": (
            "serve exports and the like under a host name of its own",
            "does not pass the edge",
        ),
    },
    "525-error": {
        "codes/525/": (
            "mostly in the origin's TLS configuration",
            "The TLS handshake between the edge and the origin fails, and",
            "the TLS mode is End-to-end flexible (Cloudflare: Full), End-to-end CA signed",
            "or HTTPS only origin pull",
        ),
    },
    "525-resolution": {
        "codes/525/": (
            "has no certificate to show for the name",
            "no valid SSL certificate installed",
            "a port 443, or other secure port, that is not open",
            "a server without SNI",
            "accepts none of the TLS versions, cipher suites",
            "cipher suites accepted by Cloudflare",
            "For errors that come and go, that log is the first place to look",
            "log mod_ssl with LogLevel ssl:info",
            "nginx's log at its default level: set error_log ... info",
        ),
        "topics/addresses-and-ports/": ("443, 2053, 2083, 2087, 2096, 8443",),
    },
    "526-error": {
        "codes/526/": (
            "The edge cannot validate the certificate that the origin presents, and",
            "the TLS mode is End-to-end CA signed (Cloudflare: Full (strict)) or HTTPS only origin",
        ),
    },
    "526-resolution": {
        "codes/526/": (
            "IBM's first advice, the mode End-to-end flexible, does end 526",
            "The origin's certificate has expired",
            "The origin's certificate has been revoked",
            "The authority withdrew the certificate",
            "The edge trusts public authorities",
            "a self-signed certificate fails",
            "lacks the requested name",
            "IBM lists an open port 443 among the checks",
            "pausing CIS to run a public checker",
            "https://www.sslshopper.com/ssl-checker.html#hostname=www.example.com",
        ),
        "causes/cert-hostname-mismatch/": ("Common Name", "Subject Alternative Names"),
        "resolutions/accept-any-certificate/": ("--mode end-to-end-flexible",),
        "resolutions/renew-certificate/": (
            "expired, revoked, not yet valid or made for other names",
        ),
    },
    "530-error": {
        "codes/530/": (
            "a number between 1000 and 1999 in the body names the fault",
            "530 comes with such a number",
            "look it up in Troubleshooting 1000 class errors",
        ),
    },
}
"""The words by anchor and page; the first page is the one on which readers arrive."""

Article = Callable[[str], Tag]


@pytest.fixture(scope="module")
def article(real_site: BuiltSite) -> Article:
    parsed: dict[str, Tag] = {}

    def parse(page: str) -> Tag:
        if page not in parsed:
            tag = real_site.soup(page).find("article", class_="md-content__inner")
            assert isinstance(tag, Tag), page
            parsed[page] = tag
        return parsed[page]

    return parse


def normalise(text: str) -> str:
    """Return a text with single spaces for all white space, the narrow no-break one included."""
    return " ".join(text.split())


def destinations(article: Tag, page: str) -> set[str]:
    """Return the pages that a page links to, in the form of the keys above."""
    soup = BeautifulSoup(str(article), "html.parser")
    return {target.removesuffix("index.html") for target, _ in links(soup, f"{page}index.html")}


def test_the_old_page_has_23_sections() -> None:
    assert len(ANCHORS) == len(set(ANCHORS)) == 23
    assert tuple(STATEMENTS) == ANCHORS


@pytest.mark.parametrize("anchor", ANCHORS)
def test_the_site_says_what_the_section_said(anchor: str, article: Article) -> None:
    missing = [
        (page, words)
        for page, phrases in STATEMENTS[anchor].items()
        for words in phrases
        if words not in normalise(article(page).get_text())
    ]
    assert missing == []


@pytest.mark.parametrize("anchor", ANCHORS)
def test_nothing_is_more_than_one_link_away(anchor: str, article: Article) -> None:
    pages = set(STATEMENTS[anchor])
    first = next(iter(STATEMENTS[anchor]))
    assert pages - {first} <= destinations(article(first), first)
