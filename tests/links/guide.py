"""A small site for links to lead to, and a way to check a text against it."""

from __future__ import annotations

from mkdocs_troubleshooter.export import Inventory
from mkdocs_troubleshooter.links import Directory, Surveyor, read_home
from mkdocs_troubleshooter.source import Problem

SITE = "https://guide.example.com/"
INVENTORY = Inventory(
    name="Guide",
    site=SITE,
    pages={
        "": ("where",),
        "codes/": ("phase-connect",),
        "codes/522/": ("causes", "first-check", "größe"),
        "codes/1002/": ("variant-ip", "variant-zone", "causes"),
        "causes/": ("cause-a",),
        "causes/port-closed/": ("resolutions",),
        "diagnose/": (),
    },
    redirects={
        "522/": ("codes/522/",),
        "http-522/": ("codes/522/",),
        "1002/": ("codes/1002/#variant-ip", "codes/1002/#variant-zone"),
        "causes/port-shut/": ("causes/port-closed/",),
        "old-page/": (),
    },
    short=("522/", "http-522/", "1002/"),
    anchors={
        "codes/522/#reasons": "codes/522/#causes",
        "./#here": "#where",
        "old-page/#522-error": "codes/522/",
    },
    files=("codes/522/flowchart.mmd", "sitemap.xml"),
)


def check(
    text: str, *addresses: str, inventory: Inventory = INVENTORY, strict: bool = False
) -> list[str]:
    """Return what is said about the links in a text to the guide, or to other addresses."""
    homes = [read_home(address) for address in addresses or (SITE,)]
    problems = Surveyor(Directory(inventory), homes, strict=strict).check("text", text)[1]
    return [f"{problem.line}:{problem.column} {name(problem)}" for problem in problems]


def name(problem: Problem) -> str:
    """Return what a problem is called, with a star if it is advice."""
    return f"{problem.rule}{'' if problem.severity == 'error' else '*'}"


def count(text: str, *addresses: str) -> int:
    """Return how many links to the guide, or to other addresses, a text has."""
    homes = [read_home(address) for address in addresses or (SITE,)]
    return Surveyor(Directory(INVENTORY), homes, strict=False).check("text", text)[0]
