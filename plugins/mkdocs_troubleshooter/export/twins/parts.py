"""Pieces that pages share, as blocks of Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_troubleshooter.draw import Ask, Chart, Stop
from mkdocs_troubleshooter.export.twins.pen import Pen
from mkdocs_troubleshooter.model.entries import (
    Case,
    Command,
    Evidence,
    Fact,
    Resolution,
    Risk,
    Source,
    SourcedEntry,
)
from mkdocs_troubleshooter.site.quantities import spell_value


def spell_minutes(amount: float) -> str:
    """Return an effort in words."""
    return f"{amount:g} minute{'' if amount == 1 else 's'}"


def write_steps(pen: Pen, steps: Sequence[Command]) -> str:
    """Return what to do, with the commands for it."""
    items = [
        f"{pen.prose(step.text)}\n\n{pen.run(step)}\n" if step.run else pen.prose(step.text)
        for step in steps
    ]
    return (pen.numbered(items) if len(items) > 1 else pen.bullets(items)).rstrip("\n")


def tag_risk(pen: Pen, risk: Risk | None) -> str:
    """Return a measure's risk as it stands behind its title; nothing if there is none."""
    level = pen.view.words["risk"].get(risk.level) if risk else None
    return f" ({pen.strong(pen.line(level.label))})" if level and level.tone != "none" else ""


def write_risk(pen: Pen, risk: Risk) -> str:
    """Return what a measure can break."""
    level = pen.view.words["risk"].get(risk.level)
    text = pen.prose(risk.text)
    if level is None or level.tone == "none":
        return text
    return pen.quote(f"{pen.strong(f'{pen.line(level.label)}.')} {text}")


def list_resolutions(pen: Pen, resolutions: Sequence[Resolution]) -> str:
    """Return resolutions with what each of them does."""
    return pen.bullets(
        f"{pen.see('resolution', item.id)}{tag_risk(pen, item.risk)}"
        f"{' (temporary)' if item.temporary else ''}: {pen.prose(item.summary)}"
        for item in resolutions
    )


def spell_stop(pen: Pen, box: Stop) -> str:
    """Return an end of a flowchart."""
    targets = ", or ".join(pen.link(target.title, target.href) for target in box.targets)
    said = pen.strong(pen.line(box.said.rstrip(":"))) if box.said else ""
    return ": ".join(filter(None, (said, targets)))


def write_flowchart(pen: Pen, chart: Chart, page: str) -> Iterator[str]:
    """Yield a flowchart as text and as Mermaid."""
    if chart.questions:
        yield pen.head("The flowchart as text", "plan", 3)
        yield _write_plan(pen, chart)
    yield from pen.draw(chart, page)


def _write_plan(pen: Pen, chart: Chart) -> str:
    known = set()
    items = []
    for box in chart.questions:
        said = [pen.link(box.target.title, box.target.href)]
        if box.target not in known:
            said += [f"({pen.line(box.note)})"] if box.note else []
            said += [pen.strong(pen.line(box.warning))] if box.warning else []
        known.add(box.target)
        answers = pen.bullets(
            f"{pen.line(arrow.label)}: {_spell_next(pen, chart, arrow.leads)}"
            for arrow in box.arrows
        )
        items.append(f"{' '.join(said)}\n{answers}")
    return pen.numbered(items)


def _spell_next(pen: Pen, chart: Chart, place: int) -> str:
    box = chart.boxes[place]
    return f"go to {place + 1}" if isinstance(box, Ask) else spell_stop(pen, box)


def write_evidence(pen: Pen, evidence: Evidence, *, highlighted: bool = False) -> Iterator[str]:
    """Yield one thing that was seen."""
    kind = pen.view.words["evidence"].get(evidence.kind)
    yield f"{pen.word('evidence', evidence.kind)}:"
    yield pen.fence(evidence.text, kind.language if kind and highlighted else "text")
    yield pen.prose(evidence.note) if evidence.note else ""


def spell_forms(pen: Pen, case: Case) -> str:
    """Return the forms in which an error showed itself, in words."""
    kinds = dict.fromkeys(item.kind for item in case.evidence)
    return ", ".join(pen.view.continued(pen.word("evidence", kind)) for kind in kinds)


def write_case(pen: Pen, case: Case) -> Iterator[str]:
    """Yield a worked case."""
    view = pen.view
    yield pen.head(case.title, f"case-{case.id}", 3)
    yield pen.prose(case.description)
    for evidence in case.evidence:
        yield from write_evidence(pen, evidence, highlighted=True)
    answers = []
    for check_id, outcome_id in case.answers.items():
        check = view.knowledge.checks.get(check_id)
        outcomes = check.outcomes if check else ()
        label = next((item.label for item in outcomes if item.id == outcome_id), outcome_id)
        answers.append(f"{pen.see('check', check_id)}: {pen.line(view.continued(label))}")
    if answers:
        yield "What checks showed:"
        yield pen.bullets(answers)
    yield f"What it was: {pen.prose(case.story)}"
    sender = view.words["actor"].get(case.emitted_by or "")
    said = []
    if case.code is not None and case.code in view.knowledge.codes:
        said.append(f"Code: {pen.codes([case.code])}.")
    said.append(
        f"Sent by the {pen.line(view.continued(sender.label))}."
        if sender
        else "Who sent it is unknown."
    )
    causes = pen.see_all("cause", case.causes)
    said += [f"Cause: {causes}."] if causes else []
    sources = [pen.see("source", item.id, item.document) for item in view.sources(case.sources)]
    yield " ".join((*said, f"From {'; '.join(sources)}."))


def write_facts(pen: Pen, facts: Sequence[Fact]) -> str:
    """Return a table of facts, a column for each provider that states any of them."""
    columns = pen.view.fact_columns(facts)
    rows = []
    for fact in facts:
        differ = " (they differ)" if pen.view.differs(fact) else ""
        cells = [f"{pen.see('fact', fact.id)}{differ}"]
        for provider, _ in columns:
            values = (
                " ".join(filter(None, (spell_value(fact, value), value.condition)))
                for value in pen.view.fact_values(fact, provider)
            )
            cells.append("; ".join(map(pen.line, values)) or "not stated")
        rows.append(cells)
    return pen.table(["Fact", *(pen.line(name) for _, name in columns)], rows)


def write_about(pen: Pen, entry: SourcedEntry, made_from: str | None) -> Iterator[str]:
    """Yield what an entry rests on."""
    yield pen.head("Sources", "sources")
    yield pen.bullets(_spell_source(pen, source) for source in pen.view.sources(entry.sources))
    made = f" Made from {pen.literal(made_from)}." if made_from else ""
    yield f"Compared with its sources on {entry.checked}.{made}"


def _spell_source(pen: Pen, source: Source) -> str:
    edition = pen.line(f"{source.publisher}, {source.kind}, {source.version}")
    url = f": <{source.url}>" if source.url else ""
    return f"{pen.see('source', source.id)}, {edition}{url}"
