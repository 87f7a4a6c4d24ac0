"""What stands in hand-written Markdown in the place of fragments of the knowledge base."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from mkdocs_troubleshooter.draw import Stage
from mkdocs_troubleshooter.export.twins.pen import Pen


def write_embed(pen: Pen, name: str) -> Iterator[str]:
    """Yield a fragment by its name; nothing for one that Markdown has no use for."""
    if name in _EMBEDS:
        yield from _EMBEDS[name](pen)


def _write_lookup(pen: Pen) -> Iterator[str]:
    view = pen.view
    listed = pen.link("the list of codes", view.index("code"))
    diagnoser = pen.link("the diagnoser", view.diagnoser)
    example = ""
    if view.knowledge.codes:
        label = pen.line(view.label(view.typical_code))
        example = f", such as {pen.see('code', view.typical_code, label)}"
    yield (
        f"Find the code in {listed}{example}. Anything longer goes to {diagnoser}, which runs in a "
        "browser."
    )


def _write_path(pen: Pen) -> Iterator[str]:
    yield pen.bullets(_describe_stage(pen, stage) for stage in pen.view.stages)
    yield "In bold: the codes that usually fail there."


def _describe_stage(pen: Pen, stage: Stage) -> str:
    if stage.kind == "phase":
        return _describe_phase(pen, stage)
    said = f"{pen.strong(pen.line(stage.label))}, {pen.line(pen.view.continued(stage.text))}"
    inner = pen.bullets(_describe_phase(pen, phase) for phase in stage.phases)
    return f"{said}\n{inner}" if inner else said


def _describe_phase(pen: Pen, phase: Stage) -> str:
    marks = (
        pen.strong(pen.codes([mark.code])) if mark.usual else pen.codes([mark.code])
        for mark in phase.codes
    )
    codes: Sequence[str] = list(marks)
    return pen.line(phase.label) + (f": {', '.join(codes)}" if codes else "")


def _write_values(pen: Pen) -> Iterator[str]:
    yield pen.ask(None)


_EMBEDS: Mapping[str, Callable[[Pen], Iterator[str]]] = {
    "lookup": _write_lookup,
    "path": _write_path,
    "values": _write_values,
}
