"""One plan, four forms: drawn, as text, as Mermaid source and in a terminal, all the same."""

from __future__ import annotations

import gzip
import xml.etree.ElementTree as ET
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from mkdocs_troubleshooter.cli import main
from mkdocs_troubleshooter.plan import End, Question, make_plan
from mkdocs_troubleshooter.rules import examine
from tests.conftest import KB, BuiltSite, WriteFiles, build_site
from tests.pages.forms import Form, read_drawing, read_mermaid, read_text, without_links
from tests.small import files

KNOWLEDGE = examine(KB).knowledge
assert KNOWLEDGE is not None
CODES = list(KNOWLEDGE.codes)
BASE = "https://example.com/guide/"


def read_forms(site: BuiltSite, page: str) -> tuple[Form, Form, Form, Form]:
    url = urljoin(BASE, f"{page}/")
    soup = BeautifulSoup(site.read(f"{page}/index.html"), "html.parser")
    drawing = soup.select_one("svg.ts-chart")
    alone = BeautifulSoup(site.read(f"{page}/flowchart.svg"), "html.parser").select_one("svg")
    assert drawing is not None
    assert alone is not None
    source = site.read(f"{page}/flowchart.mmd")
    return (
        read_text(soup, url),
        read_drawing(drawing, url),
        read_drawing(alone, url),
        read_mermaid(source),
    )


@pytest.mark.parametrize("code", CODES)
def test_text_drawing_and_source_hold_the_plan(code: str, real_site: BuiltSite) -> None:
    assert KNOWLEDGE is not None
    plan = make_plan(KNOWLEDGE, KNOWLEDGE.codes[code])
    text, drawing, alone, source = read_forms(real_site, f"codes/{code}")
    assert text.questions == drawing.questions
    assert [title for title, _ in text.questions] == [
        KNOWLEDGE.checks[step.check].title for step in plan.questions
    ]
    assert text.answers == drawing.answers
    assert without_links(text) == without_links(alone) == without_links(source)
    assert sorted(text.walk()) == sorted(drawing.walk()) == sorted(source.walk())
    for number, step in enumerate(plan.questions):
        shown = list(text.answers[number].values())
        assert len(shown) == len(step.answers)
        for answer in step.answers:
            leads = plan.steps[answer.leads]
            if isinstance(leads, Question):
                assert answer.leads in shown
            else:
                assert tuple(_titles(code, leads)) in [
                    tuple(title for title, _ in end) for end in shown if not isinstance(end, int)
                ]


def _titles(code: str, end: End) -> list[str]:
    assert KNOWLEDGE is not None
    if not end.causes:
        return ["None of these: ask support"]
    return [KNOWLEDGE.causes[cause].title for cause in end.causes]


@pytest.mark.parametrize("code", CODES)
def test_every_path_ends_and_every_cause_is_reached(code: str) -> None:
    assert KNOWLEDGE is not None
    entry = KNOWLEDGE.codes[code]
    plan = make_plan(KNOWLEDGE, entry)
    reached = {cause for step in plan.steps if isinstance(step, End) for cause in step.causes}
    assert reached == {item.cause for item in entry.causes}
    for number, step in enumerate(plan.steps):
        if isinstance(step, Question):
            outcomes = [name for answer in step.answers for name in answer.outcomes]
            check = KNOWLEDGE.checks[step.check]
            assert sorted(outcomes) == sorted(outcome.id for outcome in check.outcomes)
            assert all(answer.leads > number for answer in step.answers)
    asked_together = [
        set(step.causes) for step in plan.steps if isinstance(step, End) and len(step.causes) > 1
    ]
    declared = [set(group) for group in entry.inseparable]
    assert all(any(together <= group for group in declared) for together in asked_together)


@pytest.mark.parametrize("code", CODES)
def test_no_path_asks_a_check_twice(code: str) -> None:
    assert KNOWLEDGE is not None
    plan = make_plan(KNOWLEDGE, KNOWLEDGE.codes[code])

    def walk(number: int, asked: tuple[str, ...]) -> None:
        step = plan.steps[number]
        if isinstance(step, Question):
            assert step.check not in asked
            for answer in step.answers:
                walk(answer.leads, (*asked, step.check))

    walk(0, ())


def test_the_start_guide_is_the_same_in_all_forms(real_site: BuiltSite) -> None:
    text, drawing, alone, source = read_forms(real_site, "start")
    assert text.questions == drawing.questions
    assert text.answers == drawing.answers
    assert len(list(text.walk())) > 50
    assert without_links(text) == without_links(alone)
    assert list(source.answers) == list(text.answers)


@pytest.mark.parametrize("page", [*(f"codes/{code}" for code in CODES), "start"])
def test_a_drawing_that_stands_alone_is_valid_and_small(page: str, real_site: BuiltSite) -> None:
    drawing = real_site.read(f"{page}/flowchart.svg")
    root = ET.fromstring(drawing)  # noqa: S314 - we wrote it ourselves
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.find("{http://www.w3.org/2000/svg}title") is not None
    assert root.find("{http://www.w3.org/2000/svg}desc") is not None
    assert len(gzip.compress(drawing.encode())) < 15_000
    links = [node.get("href", "") for node in root.iter("{http://www.w3.org/2000/svg}a")]
    assert links
    assert all(link.startswith((BASE, "#step-")) for link in links)


def test_files_link_relatively_where_the_address_is_not_known(write_files: WriteFiles) -> None:
    root = write_files(files())
    site = build_site(root / "mkdocs.yml", root / "site")
    assert 'href="../../checks/look/"' in site.read("codes/10/flowchart.svg")
    assert 'click q1 href "../../checks/look/"' in site.read("codes/10/flowchart.mmd")
    flat = build_site(root / "mkdocs.yml", root / "flat", use_directory_urls=False)
    assert 'href="../../checks/look.html"' in flat.read("codes/10/flowchart.svg")
    assert 'href="../codes/10/flowchart.svg"' in flat.read("codes/10.html")


def test_the_page_says_what_the_order_costs(real_site: BuiltSite) -> None:
    soup = BeautifulSoup(real_site.read("codes/502/index.html"), "html.parser")
    section = soup.select_one("#flowchart")
    assert section is not None
    text = section.find_next("p")
    assert text is not None
    assert "minutes to the cause on average, against" in text.get_text()


def test_the_plan_in_a_terminal_gives_reasons() -> None:
    done = CliRunner().invoke(main, ["plan", "502", "--kb", str(KB)])
    assert done.exit_code == 0
    assert "No other order takes fewer." in done.output
    plan = make_plan(KNOWLEDGE, KNOWLEDGE.codes["502"])  # type: ignore[union-attr, arg-type]
    for number, step in enumerate(plan.questions, 1):
        title = KNOWLEDGE.checks[step.check].title  # type: ignore[union-attr]
        assert f"{number}. {title} [{step.check}]"[:60] in done.output
    assert done.output.count("Why:") == len(plan.questions)


def test_the_plan_of_a_code_that_is_not_there_offers_the_nearest() -> None:
    done = CliRunner().invoke(main, ["plan", "5222", "--kb", str(KB)])
    assert done.exit_code == 1
    assert "did you mean '522'?" in done.output
    nothing = CliRunner().invoke(main, ["plan", "1017", "--kb", str(KB)])
    assert "No check decides anything here." in nothing.output
