"""The pages of causes, checks, resolutions, topics and guides as blocks of Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_troubleshooter.export.twins.parts import (
    list_resolutions,
    spell_minutes,
    write_about,
    write_case,
    write_facts,
    write_flowchart,
    write_risk,
    write_steps,
)
from mkdocs_troubleshooter.export.twins.pen import Pen
from mkdocs_troubleshooter.model.entries import Cause, Check, Guide, Resolution, Section, Topic
from mkdocs_troubleshooter.site import Page


def write_cause(pen: Pen, cause: Cause, page: Page) -> Iterator[str]:
    """Yield the page of a cause."""
    view, relations = pen.view, pen.view.relations
    codes = relations.codes_of_cause.get(cause.id, ())
    yield pen.head(page.title, level=1)
    yield pen.prose(cause.summary)
    glance = [pen.label("Where it sits", pen.word("actor", cause.at))]
    glance += [pen.label("Gives", pen.codes(codes))] if codes else []
    glance += (
        [pen.label("Also called", pen.line("; ".join(cause.aliases)))] if cause.aliases else []
    )
    yield pen.bullets(glance)
    yield pen.head("How to recognise it", "signs")
    yield pen.bullets(map(pen.prose, cause.signs))
    if cause.symptoms:
        yield "What people say:"
        yield pen.bullets(f"“{pen.line(symptom)}”" for symptom in cause.symptoms)
    yield pen.head("How to remove it", "resolutions")
    resolutions = view.knowledge.resolutions
    yield list_resolutions(
        pen, [resolutions[name] for name in cause.resolutions if name in resolutions]
    )
    if cause.expects:
        yield pen.head("What checks would show", "checks")
        columns = ("Check", "Answer if this is the cause")
        yield pen.table(columns, _list_expectations(pen, cause))
    if codes:
        yield pen.head("Codes it gives", "codes")
        yield pen.bullets(_describe_code(pen, code, cause) for code in codes)
    cases = relations.cases_of_cause.get(cause.id, ())
    if cases:
        yield pen.head("Seen in", "cases")
    own = [case for case in cases if case.causes[0] == cause.id]
    for case in own:
        yield from write_case(pen, case)
    others = [case for case in cases if case.causes[0] != cause.id]
    if others:
        yield "Also part of:" if own else "Part of:"
        yield pen.bullets(
            pen.see("case", case.id) + (f" ({pen.line(case.code)})" if case.code else "")
            for case in others
        )
    yield from write_about(pen, cause, page.source)


def _list_expectations(pen: Pen, cause: Cause) -> Iterator[tuple[str, str]]:
    for name, expected in cause.expects.items():
        check = pen.view.knowledge.checks.get(name)
        if check is not None:
            labels = [pen.line(item.label) for item in check.outcomes if item.id in expected]
            yield pen.see("check", name), "; or ".join(labels)


def _describe_code(pen: Pen, code: str, cause: Cause) -> str:
    said = f"{pen.codes([code])}, {pen.line(pen.view.knowledge.codes[code].title)}."
    item = pen.view.code_cause(code, cause.id)
    if item is None:
        return said
    note = f" {pen.prose(item.note)}" if item.note else ""
    return f"{said} {pen.word('likelihood', item.likelihood)}.{note}"


def write_check(pen: Pen, check: Check, page: Page) -> Iterator[str]:
    """Yield the page of a check."""
    yield pen.head(page.title, level=1)
    yield pen.line(check.question)
    yield pen.prose(check.summary)
    codes = pen.view.relations.codes_of_check.get(check.id, ())
    yield pen.bullets(
        [
            pen.label("Takes", spell_minutes(float(check.minutes))),
            pen.label("Who", pen.word("role", check.who)),
            pen.label("Where", pen.line(check.where)),
            pen.label("Helps with", pen.codes(codes)),
        ]
    )
    if check.risk:
        yield write_risk(pen, check.risk)
    yield pen.head("How to do it", "steps")
    yield pen.ask(check.steps)
    yield write_steps(pen, check.steps)
    yield pen.head("What the answer means", "outcomes")
    for outcome in check.outcomes:
        yield pen.head(outcome.label, f"outcome-{outcome.id}", 3)
        yield pen.prose(outcome.means)
        if outcome.example:
            yield "For example:"
            yield pen.fence(outcome.example)
        causes = [cause.id for cause in pen.view.causes_of_outcome(check, outcome)]
        if causes:
            yield f"Points at: {pen.see_all('cause', causes)}"
    yield from write_about(pen, check, page.source)


def write_resolution(pen: Pen, resolution: Resolution, page: Page) -> Iterator[str]:
    """Yield the page of a resolution."""
    relations = pen.view.relations
    yield pen.head(page.title, level=1)
    yield pen.prose(resolution.summary)
    lasts = "Only until the cause is removed: undo it" if resolution.temporary else "For good"
    codes = relations.codes_of_resolution.get(resolution.id, ())
    causes = pen.see_all("cause", relations.causes_of_resolution.get(resolution.id, ()))
    yield pen.bullets(
        [
            pen.label("Who", pen.word("role", resolution.who)),
            pen.label("Lasts", lasts),
            pen.label("Helps with", pen.codes(codes)),
            *([pen.label("Removes", causes)] if causes else []),
        ]
    )
    yield write_risk(pen, resolution.risk)
    yield pen.head("Steps", "steps")
    yield pen.ask((*resolution.steps, *resolution.proof, *resolution.undo))
    yield write_steps(pen, resolution.steps)
    yield pen.head("How to see that it worked", "proof")
    yield write_steps(pen, resolution.proof)
    if resolution.undo:
        yield pen.head("How to undo it", "undo")
        yield write_steps(pen, resolution.undo)
    yield from write_about(pen, resolution, page.source)


def write_guide(pen: Pen, guide: Guide, page: Page) -> Iterator[str]:
    """Yield the page of a guide."""
    yield pen.head(page.title, level=1)
    yield pen.prose(guide.summary)
    yield from write_flowchart(pen, pen.view.chart_guide(guide), page.path)
    yield from write_about(pen, guide, page.source)


def write_topic(pen: Pen, topic: Topic, page: Page) -> Iterator[str]:
    """Yield the page of a topic."""
    yield pen.head(page.title, level=1)
    yield pen.prose(topic.summary)
    for section in topic.sections:
        yield from _write_section(pen, section)
    yield from write_about(pen, topic, page.source)


def _write_section(pen: Pen, section: Section) -> Iterator[str]:
    yield pen.head(section.title, section.id)
    if section.text:
        yield pen.prose(section.text)
    if section.steps:
        yield pen.ask(section.steps)
        yield write_steps(pen, section.steps)
    scale = pen.view.scale(section.scale)
    if scale:
        codes_of = pen.view.relations.codes_of_fact
        yield "From the shortest to the longest:"
        yield pen.bullets(
            f"{bar.amount:g} {pen.line(scale.unit)}: {pen.see('fact', bar.fact.id)}"
            + (f" ({pen.line(', '.join(bar.owners))})" if bar.owners else "")
            + (f", {pen.codes(codes_of[bar.fact.id], 4)}" if bar.fact.id in codes_of else "")
            for bar in scale.bars
        )
    if section.table:
        rows = (map(pen.prose, row) for row in section.table.rows)
        yield pen.table(map(pen.line, section.table.columns), rows)
    known = pen.view.knowledge.facts
    facts = [known[name] for name in section.facts if name in known]
    if facts:
        yield write_facts(pen, facts)
