"""The feed of what changed, held against the grammar of the standard and read by a feed reader."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import feedparser
import pytest
import rnc2rng
from lxml import etree

from mkdocs_troubleshooter.export.feed import FEED, MOST, write_feed
from mkdocs_troubleshooter.site import Site
from tests.conftest import KB, POSTGRESQL, BuiltSite, WriteFiles, build_site
from tests.export.api import make
from tests.small import DAY, files, kb_files

ADDRESS = "https://example.com/guide/"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def grammar() -> etree.RelaxNG:
    """Return the grammar of RFC 4287."""
    text = rnc2rng.dumps(rnc2rng.load(str(Path(__file__).with_name("atom.rnc"))))
    # "No namespace" has no prefix in XML.
    return etree.RelaxNG(etree.fromstring(text.replace('xmlns:local=""', "").encode()))


def feed_of(site: Site) -> str:
    ((path, text),) = write_feed(site)
    assert path == FEED
    return text


def entries_of(text: str) -> dict[str, etree._Element]:
    """Return the entries of a feed by their id, which no two of them share."""
    entries = etree.fromstring(text.encode()).findall(f"{ATOM}entry")
    by_id = {str(entry.findtext(f"{ATOM}id")): entry for entry in entries}
    assert len(by_id) == len(entries)
    return by_id


@pytest.mark.parametrize("kb", [KB, POSTGRESQL / "kb"])
@pytest.mark.parametrize("directories", [True, False])
def test_it_is_what_the_standard_says(kb: Path, directories: bool, grammar: etree.RelaxNG) -> None:
    text = feed_of(make(kb, base=ADDRESS, directories=directories))
    feed = etree.fromstring(text.encode())
    assert grammar.validate(feed), grammar.error_log
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    read = feedparser.parse(text)
    assert not read.bozo
    assert read.version == "atom10"
    assert len(read.entries) == len(entries_of(text))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("<title>Small</title>", ""),
        ("<updated>", "<modified>x</modified><updated>"),
        ("T00:00:00Z", ""),
        ("<category term=", "<category turm="),
        ("<summary>", "<summary/><summary>"),
        ("</summary>", "</summary>words"),
    ],
)
def test_the_grammar_tells_right_from_wrong(
    right: str, wrong: str, grammar: etree.RelaxNG, write_files: WriteFiles
) -> None:
    text = feed_of(make(write_files(kb_files()) / "kb", base=ADDRESS))
    assert grammar.validate(etree.fromstring(text.encode()))
    assert right in text
    assert not grammar.validate(etree.fromstring(text.replace(right, wrong).encode()))


def test_every_entry_leads_to_a_page_and_an_anchor(real_site: BuiltSite) -> None:
    for link in entries_of(real_site.read(FEED)):
        path, _, anchor = link.removeprefix(ADDRESS).partition("#")
        html = real_site.read(path)
        assert not anchor or f' id="{anchor}"' in html


def test_an_entry_says_what_it_is_and_when_it_was_compared(write_files: WriteFiles) -> None:
    site = make(write_files(kb_files()) / "kb", base=ADDRESS)
    entries = entries_of(feed_of(site))
    code = entries[f"{ADDRESS}codes/10/"]
    assert code.findtext(f"{ATOM}title") == "Error 10: No answer"
    assert code.findtext(f"{ATOM}updated") == f"{DAY}T00:00:00Z"
    assert code.findtext(f"{ATOM}summary") == (
        f"Nobody answers within 15 s (Maker) or 19 s (Seller). Compared with its sources on {DAY}."
    )
    link, category = code.find(f"{ATOM}link"), code.find(f"{ATOM}category")
    assert link is not None
    assert link.get("href") == f"{ADDRESS}codes/10/"
    assert category is not None
    assert category.get("term") == "code"
    fact = entries[f"{ADDRESS}facts/#fact-wait"]
    assert str(fact.findtext(f"{ATOM}summary")).startswith(
        "15\u202fs (Maker) or 19\u202fs (Seller). How long one waits."
    )
    assert entries[f"{ADDRESS}support/#support-logs"].findtext(f"{ATOM}title") == "The log"


def test_the_newest_comes_first_and_a_fact_is_as_new_as_its_newest_value(
    write_files: WriteFiles,
) -> None:
    content = kb_files()
    content["kb/causes/asleep.yaml"]["checked"] = "2026-03-01"
    content["kb/facts/wait.yaml"]["values"][1]["checked"] = "2026-05-01"
    text = feed_of(make(write_files(content) / "kb", base=ADDRESS))
    order = [entry.removeprefix(ADDRESS) for entry in entries_of(text)]
    assert order[:4] == ["facts/#fact-wait", "causes/asleep/", "codes/10/", "causes/unplugged/"]
    feed = etree.fromstring(text.encode())
    assert feed.findtext(f"{ATOM}updated") == "2026-05-01T00:00:00Z"


def test_only_the_newest_stay(write_files: WriteFiles) -> None:
    content = kb_files()
    first = date.fromisoformat(DAY)
    for number in range(MOST + 20):
        name = f"cause-{number}"
        content[f"kb/causes/{name}.yaml"] = content["kb/causes/asleep.yaml"] | {
            "id": name,
            "checked": (first + timedelta(days=1 + number)).isoformat(),
        }
    entries = entries_of(feed_of(make(write_files(content) / "kb", base=ADDRESS)))
    newest = [f"{ADDRESS}causes/cause-{number}/" for number in reversed(range(20, MOST + 20))]
    assert list(entries) == newest


def test_a_site_that_does_not_know_its_address_has_no_feed(write_files: WriteFiles) -> None:
    root = write_files(files())
    site = build_site(root / "mkdocs.yml", root / "site")
    assert not (site.folder / FEED).exists()
    assert "atom+xml" not in site.read("codes/10/")


def test_no_text_breaks_the_feed(write_files: WriteFiles, grammar: etree.RelaxNG) -> None:
    content = kb_files()
    content["kb/causes/asleep.yaml"]["title"] = "a\a </title>]]> <b>&amp; \ufffe \U0001f600"
    text = feed_of(make(write_files(content) / "kb", base=ADDRESS))
    assert grammar.validate(etree.fromstring(text.encode()))
    entry = entries_of(text)[f"{ADDRESS}causes/asleep/"]
    assert entry.findtext(f"{ATOM}title") == "a </title>]]> <b>&amp;  \U0001f600"


def test_it_says_the_same_each_time(write_files: WriteFiles) -> None:
    root = write_files(kb_files())
    one, two = (feed_of(make(root / "kb", base=ADDRESS)) for _ in range(2))
    assert one == two
    assert set(re.findall(r"<updated>(.*?)</updated>", one)) == {f"{DAY}T00:00:00Z"}
