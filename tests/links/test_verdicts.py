"""What is said about one link: the table is the specification."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_troubleshooter.export import Inventory
from mkdocs_troubleshooter.links import Directory, Surveyor, read_home
from tests.links.guide import INVENTORY, SITE, check, name

WELL = """\

?q=522
index.html
#where
#
#top
codes
codes/
codes/522/
codes/522
codes/522/index.html
codes/522/?utm_source=alert#causes
codes/522#causes
codes/522/#gr%C3%B6%C3%9Fe
codes/522/#größe
%63odes/522/
codes/522/#causes:~:text=nobody%20answers
codes/522/#:~:text=nobody
codes/522/flowchart.mmd
sitemap.xml
522/
522
http-522/#causes
diagnose/#code=522&a.ping=lost
{{ $labels.code }}/
codes/{{ $labels.code }}/#causes
codes/{{ $labels.code }}/#{{ $labels.part }}
codes/{{ if eq .code "522" }}522{{ else }}1002{{ end }}/
codes/${CODE}/
codes/$CODE/
codes/${{ inputs.code }}/
codes/{code}/
codes/%s/
codes/%(code)s/
codes/{% if x %}522{% endif %}/
?from={{ $labels.host }}#where
codes/{{
"""

TABLE = (Path(__file__).parent / "verdicts.txt").read_text("utf-8")
WRONG = re.findall(r"^([^#\s].*|#\w.*)\n {4}(.+)$", TABLE, re.MULTILINE)


def explain(text: str, *, strict: bool = False, inventory: Inventory = INVENTORY) -> list[str]:
    surveyor = Surveyor(Directory(inventory), [read_home(SITE)], strict=strict)
    problems = surveyor.check("text", text)[1]
    return [
        f"{name(problem)}: {problem.message}" + (f" ({problem.hint})" if problem.hint else "")
        for problem in problems
    ]


@pytest.mark.parametrize("tail", WELL.splitlines())
def test_what_leads_somewhere_is_well(tail: str) -> None:
    assert explain(f"runbook_url: {SITE}{tail}\n") == []


@pytest.mark.parametrize(("tail", "expected"), WRONG)
def test_what_does_not_is_explained(tail: str, expected: str) -> None:
    (said,) = explain(f"runbook_url: {SITE}{tail}\n")
    assert said.replace(f"{SITE}{tail} ", "", 1).replace(SITE, "") == expected


def test_every_line_of_the_table_is_a_case() -> None:
    lines = [line for line in TABLE.splitlines() if line and not line.startswith("# ")]
    assert len(lines) == 2 * len(WRONG)


def test_strictly_speaking_advice_is_wrong_too() -> None:
    assert explain(f"{SITE}causes/port-shut/", strict=True) == [
        f"moved: {SITE}causes/port-shut/ has moved (it is now {SITE}causes/port-closed/)"
    ]
    assert explain(f"{SITE}522/", strict=True) == []


def test_what_to_write_has_the_address_by_which_the_site_was_named() -> None:
    mirror = "http://mirror.example.net:8000/guide/"
    homes = [read_home(SITE), read_home(mirror)]
    surveyor = Surveyor(Directory(INVENTORY), homes, strict=False)
    problem = surveyor.check("text", f"{mirror}codes/52/")[1][0]
    assert problem.hint == f"did you mean {mirror}codes/522/"


@pytest.mark.parametrize("tail", ["", "index.html", "codes/", "codes", "codes/522.html#causes"])
def test_addresses_that_end_in_html_are_well(tail: str) -> None:
    pages = {"index.html": (), "codes/index.html": (), "codes/522.html": ("causes",)}
    inventory = Inventory(name="Guide", pages=pages)
    assert check(f"{SITE}{tail}", inventory=inventory) == []
    assert check(f"{SITE}codes/522/", inventory=inventory) == ["1:1 unknown-page"]
