"""The plan of a code as a document: what to check first, and what each answer leads to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from mkdocs_troubleshooter.draw import Ask, Stop
from mkdocs_troubleshooter.export.api.links import FOLDER, Links
from mkdocs_troubleshooter.export.api.shapes import Command, Link, Number, Shape, Url
from mkdocs_troubleshooter.model import entries
from mkdocs_troubleshooter.plan import End, Question
from mkdocs_troubleshooter.site.addresses import Address, entry_page, file_path
from mkdocs_troubleshooter.site.files import DRAWING, SOURCE


class PlanOutline(Shape):
    """What the plan of a code costs, and where it is found."""

    url: Url
    """The flowchart on the code's page."""
    api_url: Url
    """The whole plan."""
    drawing_url: Url
    """The flowchart as SVG."""
    mermaid_url: Url
    """The flowchart as Mermaid source."""
    first_check: Link | None
    """The check to begin with; null where no check decides anything."""
    expected_minutes: float
    """What is expected until the cause is known."""
    expected_minutes_in_listed_order: float
    """What is expected when the causes are gone through in the order of the vendors' documents."""
    exact: bool
    """Whether no other order of checks takes fewer minutes."""


class PlanAnswer(Shape):
    """One answer to a question, and where it leads."""

    label: str
    outcomes: tuple[str, ...]
    """The check's outcomes that it stands for."""
    expected: bool
    """Whether one of the code's causes can show them."""
    next: int
    """The number of the step to go on with; always a later one."""


class PlanQuestion(Shape):
    """A check to do."""

    kind: Literal["question"]
    number: int
    """Its place in the plan, from 1."""
    check: Link
    question: str
    minutes: Number
    """The effort for somebody who has access."""
    who: str
    """The role that is needed: an id of the vocabulary's `roles`."""
    where: str
    """The machine or place to do it."""
    warning: str | None
    """Why it was put off until nothing else helped: what it can break, or who has to do it; null
    where it was not put off."""
    command: Command | None
    """The first of the check's steps that has a command."""
    answers: tuple[PlanAnswer, ...]


class PlanEnd(Shape):
    """Where a plan ends."""

    kind: Literal["end"]
    number: int
    """Its place in the plan, from 1."""
    verdict: Literal["found", "left", "none"]
    """`found`: an answer spoke for these causes. `left`: the other causes are ruled out. `none`:
    all listed causes are ruled out, or none is known, and it is time to ask support."""
    label: str
    """The same in words."""
    url: Url
    """Where to read on."""
    causes: tuple[Link, ...]
    """Most likely first; no check tells them apart."""


PlanStep = Annotated[PlanQuestion | PlanEnd, Field(discriminator="kind")]


class PlanDocument(PlanOutline):
    """The order of checks that is expected to reach the cause of a code soonest."""

    code: Link
    steps: tuple[PlanStep, ...]
    """The first one is where to begin. The step of number n stands at place n - 1."""


def outline_plan(links: Links, code: entries.Code) -> PlanOutline:
    """Return what is said of a plan in the document of its code."""
    plan, first = links.site.view.plan(code), links.site.view.first_check(code)
    page = entry_page("code", code.id)
    return PlanOutline(
        url=links.page(Address(page, "flowchart")),
        api_url=links.below_root(f"{FOLDER}/{plan_path(code.id)}"),
        drawing_url=links.below_root(file_path(page, DRAWING)),
        mermaid_url=links.below_root(file_path(page, SOURCE)),
        first_check=links.find("check", first.id) if first else None,
        expected_minutes=_round(plan.minutes),
        expected_minutes_in_listed_order=_round(plan.minutes_in_order),
        exact=plan.exact,
    )


def plan_path(code: str) -> str:
    """Return where the plan of a code lies among the documents."""
    return f"codes/{code}/plan.json"


def describe_plan(links: Links, code: entries.Code) -> PlanDocument:
    """Return the plan of a code, its steps in the order of the flowchart."""
    outline = outline_plan(links, code)
    link = links.find("code", code.id)
    assert link is not None  # noqa: S101 - the code exists
    return PlanDocument(
        **{name: getattr(outline, name) for name in PlanOutline.model_fields},
        code=link,
        steps=tuple(_list_steps(links, code)),
    )


def _list_steps(links: Links, code: entries.Code) -> Iterator[PlanQuestion | PlanEnd]:
    plan, chart = links.site.view.plan(code), links.site.view.chart(code)
    for number, (step, box) in enumerate(zip(plan.steps, chart.boxes, strict=True), 1):
        if isinstance(step, Question) and isinstance(box, Ask):
            yield _describe_question(links, number, step, box)
        elif isinstance(step, End) and isinstance(box, Stop):
            yield _describe_end(links, number, step, box, code)


def _describe_question(links: Links, number: int, step: Question, box: Ask) -> PlanQuestion:
    check = links.site.knowledge.checks[step.check]
    link = links.find("check", check.id)
    assert link is not None  # noqa: S101 - plans ask checks that exist
    expected = {answer.outcomes: answer.expected for answer in step.answers}
    command = next((item for item in check.steps if item.run), None)
    return PlanQuestion(
        kind="question",
        number=number,
        check=link,
        question=check.question,
        minutes=check.minutes,
        who=check.who,
        where=check.where,
        warning=box.warning or None,
        command=links.command(command) if command else None,
        answers=tuple(
            PlanAnswer(
                label=arrow.label,
                outcomes=arrow.outcomes,
                expected=expected[arrow.outcomes],
                next=arrow.leads + 1,
            )
            for arrow in box.arrows
        ),
    )


def _describe_end(links: Links, number: int, step: End, box: Stop, code: entries.Code) -> PlanEnd:
    causes = links.pick("cause", step.causes)
    support = links.page(Address(entry_page("code", code.id), "support"))
    titles = ", or ".join(target.title for target in box.targets)
    return PlanEnd(
        kind="end",
        number=number,
        verdict=box.kind,
        label=f"{box.said} {titles}".strip(),
        url=causes[0].url if causes else support,
        causes=causes,
    )


def _round(minutes: float) -> float:
    """Return minutes as precisely as anybody needs them, and alike on every machine."""
    return round(minutes, 1)
