"""Which address is suggested in place of one that does not exist, on the real site."""

from __future__ import annotations

import pytest

from mkdocs_troubleshooter.export import INVENTORY, read_inventory
from mkdocs_troubleshooter.links import Directory, Surveyor, read_home
from tests.conftest import BuiltSite
from tests.links.guide import SITE

NEAR = {
    "causes/edge-ip-blocked/": "causes/edge-ips-blocked/",
    "cause/edge-ips-blocked/": "causes/edge-ips-blocked/",
    "cause/cert-expire": "causes/cert-expired/",
    "edge-ips-blocked/": "causes/edge-ips-blocked/",
    "runbooks/http/522.html": "codes/522/",
    "errors/522": "codes/522/",
    "error522/": "error-522/",
    "522x/": "522/",
    "code/": "codes/",
    "resolution/": "resolutions/",
    "topics/edge-origin/": "topics/edge-or-origin/",
    "codes/522/flowchart.png": "codes/522/flowchart.svg",
}


@pytest.mark.parametrize(("wrong", "right"), NEAR.items())
def test_the_nearest_address_is_suggested(real_site: BuiltSite, wrong: str, right: str) -> None:
    inventory = read_inventory(real_site.read(INVENTORY))
    surveyor = Surveyor(Directory(inventory), [read_home(SITE)], strict=False)
    (problem,) = surveyor.check("text", SITE + wrong)[1]
    assert problem.hint == f"did you mean {SITE}{right}"


def test_no_address_is_suggested_that_does_not_exist(real_site: BuiltSite) -> None:
    inventory = read_inventory(real_site.read(INVENTORY))
    surveyor = Surveyor(Directory(inventory), [read_home(SITE)], strict=False)
    known = [*inventory.pages, *inventory.redirects]
    wrong = "\n".join(f"{SITE}{address[:-3]}{address[-2:]}-x" for address in known)
    problems = surveyor.check("text", wrong)[1]
    assert len(problems) > 0.9 * len(known)
    hints = "\n".join(problem.hint for problem in problems)
    assert hints.count(SITE) > 0.9 * len(known)
    # A suggested number can have two meanings, which is advice.
    assert {problem.rule for problem in surveyor.check("text", hints)[1]} <= {"ambiguous"}
