"""What stands on a generated page, and of an entry without one, as blocks of Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_troubleshooter.export.twins.code import write_code
from mkdocs_troubleshooter.export.twins.entries import (
    write_cause,
    write_check,
    write_guide,
    write_resolution,
    write_topic,
)
from mkdocs_troubleshooter.export.twins.indexes import write_index
from mkdocs_troubleshooter.export.twins.parts import write_case
from mkdocs_troubleshooter.export.twins.pen import Pen
from mkdocs_troubleshooter.export.twins.records import (
    write_catalogue,
    write_fact,
    write_requirement,
    write_sign,
    write_source,
)
from mkdocs_troubleshooter.model.entries import (
    Case,
    Catalogue,
    Cause,
    Check,
    Code,
    Entry,
    Fact,
    Guide,
    Requirement,
    Resolution,
    Sign,
    Source,
    Topic,
)
from mkdocs_troubleshooter.site import Page
from mkdocs_troubleshooter.site.addresses import DIAGNOSE


def write_page(pen: Pen, page: Page) -> Iterator[str]:
    """Yield a page."""
    match page.entry:
        case Code() as code:
            yield from write_code(pen, code, page)
        case Cause() as cause:
            yield from write_cause(pen, cause, page)
        case Check() as check:
            yield from write_check(pen, check, page)
        case Resolution() as resolution:
            yield from write_resolution(pen, resolution, page)
        case Guide() as guide:
            yield from write_guide(pen, guide, page)
        case Topic() as topic:
            yield from write_topic(pen, topic, page)
        case _ if page.problems:
            yield pen.head(page.title, level=1)
            yield pen.bullets(pen.line(str(problem)) for problem in page.problems)
        case _ if page.path == DIAGNOSE:
            yield from _write_diagnose(pen, page)
        case _:
            yield from write_index(pen, page)


def write_record(pen: Pen, entry: Entry) -> Iterator[str]:
    """Yield an entry that has no page of its own, as it stands on a page with others."""
    match entry:
        case Case() as case:
            yield from write_case(pen, case)
        case Catalogue() as catalogue:
            yield from write_catalogue(pen, catalogue)
        case Fact() as fact:
            yield from write_fact(pen, fact)
        case Requirement() as requirement:
            yield from write_requirement(pen, requirement)
        case Sign() as sign:
            yield from write_sign(pen, sign)
        case Source() as source:
            yield from write_source(pen, source)


def _write_diagnose(pen: Pen, page: Page) -> Iterator[str]:
    view = pen.view
    yield pen.head(page.title, level=1)
    yield pen.line(page.description)
    yield "This page is a program that runs in a browser. Without one:"
    ways = [
        f"{pen.see('guide', guide.id)}: {pen.prose(guide.summary)}"
        for guide in view.knowledge.guides.values()
    ]
    codes = pen.link("The list of codes", view.index("code"))
    ways.append(f"{codes}: every code has a flowchart that asks the same questions.")
    if view.knowledge.signs:
        signs = pen.link("Signs", view.index("sign"))
        ways.append(f"{signs}: what shows a code, and who sent the response.")
    yield pen.bullets(ways)
    data = pen.link("the knowledge", view.asset("knowledge.js"))
    engine = pen.link("the engine", view.asset("engine.js"))
    yield (
        f"A program of your own can use the same engine: load {data} and {engine}, then call "
        "`troubleshooter.diagnose({text, answers})`."
    )
