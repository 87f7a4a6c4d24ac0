"""The page of a code as blocks of Markdown; templates/troubleshooter/code.html is its HTML."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_troubleshooter.draw import Ask, Chart
from mkdocs_troubleshooter.export.twins.parts import (
    list_resolutions,
    spell_forms,
    spell_minutes,
    spell_stop,
    tag_risk,
    write_about,
    write_evidence,
    write_facts,
    write_flowchart,
)
from mkdocs_troubleshooter.export.twins.pen import Pen
from mkdocs_troubleshooter.model.entries import Case, Check, Code
from mkdocs_troubleshooter.site import Page
from mkdocs_troubleshooter.site.view import Suspicion

SIGNS = 2
"""Signs of a cause that are shown on the page of a code, for as many causes as are open there."""
OPEN = 3
CASES = 7


def write_code(pen: Pen, code: Code, page: Page) -> Iterator[str]:
    """Yield the page of a code."""
    view = pen.view
    chart, suspicions = view.chart(code), view.suspicions(code)
    yield pen.head(page.title, level=1)
    yield pen.prose(code.summary)
    yield f"The way of a request, with the place where it broke marked: {_write_path(pen, code)}"
    yield pen.bullets(_glance(pen, code, suspicions))
    heading = pen.strong(pen.line(view.knowledge.base.visitor.heading))
    yield pen.quote(f"{heading} {pen.prose(view.visitor(code))}")
    first = view.first_check(code)
    if first is not None:
        yield from _write_first_check(pen, first, chart)
    yield from _write_variants(pen, code)
    yield from _write_plan(pen, code, page)
    if code.condition:
        yield pen.head("Exactly when", "condition")
        texts = [pen.prose(text) for text in code.condition]
        yield pen.bullets(texts) if len(texts) > 1 else texts[0]
    yield pen.head("Who sent it, and how to tell", "emitter")
    actors = view.words["actor"]
    yield pen.bullets(
        pen.label(
            pen.word("actor", sign.says) if sign.says in actors else "Cannot tell",
            pen.prose(sign.text),
        )
        for sign in code.emitter.tell
    )
    yield from _write_causes(pen, code, suspicions)
    yield from _write_remedies(pen, code)
    if code.traps:
        yield pen.head("What misleads", "traps")
        yield pen.bullets(map(pen.prose, code.traps))
    yield from _write_examples(pen, code, view.cases_of(code))
    yield from _write_references(pen, code)
    yield from write_about(pen, code, page.source)


def _write_path(pen: Pen, code: Code) -> str:
    names = []
    for stage in pen.view.stages:
        inner = [phase.label for phase in stage.phases if phase.id in code.phases]
        name = pen.line(stage.label)
        if inner:
            name += f" ({pen.line(pen.view.continued(', '.join(inner)))})"
        names.append(pen.strong(name) if inner or stage.id in code.phases else name)
    return " → ".join(names)


def _glance(pen: Pen, code: Code, suspicions: list[Suspicion]) -> Iterator[str]:
    yield pen.label("Where it broke", pen.line("; ".join(pen.view.phases_at(code))))
    actors = " (usually) or ".join(pen.word("actor", actor) for actor in code.emitter.who)
    yield pen.label("Who sent it", f"{actors}, {pen.link('how to tell', '#emitter')}")
    if code.also:
        mean = "mean" if len(code.also) > 1 else "means"
        yield pen.label("Also", f"{pen.line(', '.join(code.also))} {mean} the same")
    if code.status:
        yield pen.label("Comes with", pen.line("; ".join(code.status)))
    if code.carried_by:
        yield pen.label("Inside", pen.codes(code.carried_by))
    if code.acts:
        yield pen.label("Who can act", "; ".join(pen.word("role", role) for role in code.acts))
    if suspicions:
        likely = (pen.link(item.cause.title, f"#cause-{item.cause.id}") for item in suspicions[:2])
        yield pen.label("Most likely", "; ".join(likely))


def _write_first_check(pen: Pen, check: Check, chart: Chart) -> Iterator[str]:
    view = pen.view
    yield pen.head("Check this first", "first-check")
    where = pen.line(view.continued(check.where))
    yield f"{pen.see('check', check.id)}, {spell_minutes(float(check.minutes))}, {where}"
    step = next((step for step in check.steps if step.run), None)
    if step is None:
        yield pen.prose(check.steps[0].text)
    else:
        yield pen.run(step)
        yield pen.ask([step])
    yield pen.line(check.question)
    start = chart.boxes[0]
    answers = []
    for arrow in start.arrows if isinstance(start, Ask) else ():
        box = chart.boxes[arrow.leads]
        if isinstance(box, Ask):
            then = pen.link(view.continued(box.target.title), box.target.href)
            said = f"then {then}, step {arrow.leads + 1} of the flowchart"
        else:
            said = spell_stop(pen, box)
        answers.append(f"{pen.line(arrow.label)}: {said}")
    yield pen.bullets(answers)
    yield pen.see("check", check.id, "What each answer means", "outcomes")


def _write_variants(pen: Pen, code: Code) -> Iterator[str]:
    if code.variants:
        yield pen.head(f"One number, {len(code.variants)} meanings", "variants")
    for variant in code.variants:
        yield pen.head(variant.title, f"variant-{variant.id}", 3)
        yield pen.prose(variant.summary)
        yield f"How to tell: {pen.prose(variant.tell)}"


def _write_plan(pen: Pen, code: Code, page: Page) -> Iterator[str]:
    plan, view = pen.view.plan(code), pen.view
    yield pen.head("Flowchart", "flowchart")
    if len(plan.questions) > 1:
        begin = float(view.knowledge.base.minutes_to_begin)
        said = (
            f"About {view.round(plan.minutes)} minutes to the cause on average, against "
            f"{view.round(plan.minutes_in_order)} when the listed causes are gone through in their "
            f"order. Each check is counted with {begin:g} minutes to begin it."
        )
        if not plan.exact:
            said += " A better order may exist: there are too many to compare them all."
        yield said
    yield from write_flowchart(pen, view.chart(code), page.path)


def _write_causes(pen: Pen, code: Code, suspicions: list[Suspicion]) -> Iterator[str]:
    if suspicions:
        yield pen.head("Causes, most likely first", "causes")
        yield "Each with why it gives this code, and the sign that proves it."
    variants = {variant.id: variant.title for variant in code.variants}
    for place, (item, cause) in enumerate((found.item, found.cause) for found in suspicions):
        yield pen.head(cause.title, f"cause-{cause.id}", 3)
        said = pen.word("likelihood", item.likelihood)
        if item.variant in variants:
            said += f", {pen.line(variants[item.variant])}"
        yield f"{said}. {pen.prose(item.note) if item.note else ''}".rstrip()
        if place < OPEN:
            yield pen.bullets(map(pen.prose, cause.signs[:SIGNS]))
        yield pen.see("cause", cause.id, "How to recognise and remove it")


def _write_remedies(pen: Pen, code: Code) -> Iterator[str]:
    view = pen.view
    remedies = []
    for resolution, causes in view.remedies(code):
        when = ", or ".join(pen.line(view.continued(cause.title)) for cause in causes[:2])
        more = f", or {len(causes) - 2} more" if len(causes) > 2 else ""  # noqa: PLR2004 - two named
        tag = tag_risk(pen, resolution.risk)
        remedies.append(f"{pen.see('resolution', resolution.id)}{tag}, when {when}{more}")
    if remedies:
        yield pen.head("Resolutions", "resolutions")
        yield pen.bullets(remedies)
    resolutions = view.knowledge.resolutions
    workarounds = [resolutions[name] for name in code.workarounds if name in resolutions]
    if workarounds:
        yield pen.head("Workaround, until the cause is removed", "workaround")
        yield list_resolutions(pen, workarounds)


def _write_examples(pen: Pen, code: Code, cases: tuple[Case, ...]) -> Iterator[str]:
    if not cases:
        return
    yield pen.head("What it looks like", "examples")
    yield pen.see("case", cases[0].id)
    for evidence in cases[0].evidence:
        yield from write_evidence(pen, evidence)
    yield pen.prose(cases[0].story)
    others = [f"{pen.see('case', case.id)} ({spell_forms(pen, case)})" for case in cases[1:CASES]]
    if len(cases) > CASES:
        place = f"{pen.view.index('case')}#code-{code.id}"
        others.append(pen.link(f"{len(cases) - CASES} more", place))
    if others:
        yield "More cases:"
        yield pen.bullets(others)


def _write_references(pen: Pen, code: Code) -> Iterator[str]:
    view, knowledge = pen.view, pen.view.knowledge
    facts = [knowledge.facts[name] for name in code.facts if name in knowledge.facts]
    if facts:
        yield pen.head("Facts", "facts")
        yield write_facts(pen, facts)
        for topic, section in view.scales_of(code):
            yield pen.see("topic", topic.id, f"{section.title}, to scale", section.id)
    yield pen.head("If it goes to support", "support")
    if code.support_when:
        yield pen.prose(code.support_when)
    yield pen.bullets(
        pen.see("support", wanted.item) + (f": {pen.prose(wanted.note)}" if wanted.note else "")
        for wanted in code.support
        if wanted.item in knowledge.support
    )
    yield f"And {pen.link('what every case needs', view.index('support') + '#always')}."
    related = [item for item in code.related if item.code in knowledge.codes]
    if related:
        yield pen.head("Related codes", "related")
        yield pen.bullets(f"{pen.codes([item.code])}: {pen.prose(item.why)}" for item in related)
