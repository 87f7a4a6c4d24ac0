"""Where everything in a drawn flowchart stands.

The questions stand below one another on the left, in the order of their numbers; what each answer
leads to stands on its right. An answer that leads to the very next question runs straight down; one
that leads to another question ends in a connector with its number, as in printed service manuals.
So the drawing stays as narrow as a phone held sideways, however many causes there are, and it reads
from top to bottom. (Drawn as a tree, the same charts are three to five times as wide.)
"""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_troubleshooter.draw.chart import Arrow, Ask, Chart, Stop, Target
from mkdocs_troubleshooter.draw.lettering import break_lines

WIDTH = 600
QUESTION = 212
"""The width of a question."""
LEFT = 388
"""Where the boxes on the right begin; the labels of answers stand before it."""
RIGHT = WIDTH - LEFT - 2
TITLE, SMALL = 13, 11.5
"""Sizes of letters."""
LINE, SMALL_LINE = 17, 15
"""Heights of lines."""
PAD = 9
GAP = 10
"""Between what stands below one another on the right."""
STEP = 26
"""Between questions."""
START = 30


@dataclass(frozen=True)
class Lines:
    """Text at a place: its first baseline, and how far apart the lines are."""

    x: int
    y: int
    step: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Link:
    """A part of a box that leads to a page."""

    href: str
    text: Lines


@dataclass(frozen=True)
class Shape:
    """A box of the drawing."""

    kind: str
    """start, question, cause, none or go."""
    id: str
    x: int
    y: int
    width: int
    height: int
    links: tuple[Link, ...]
    note: Lines | None = None
    warning: Lines | None = None
    number: int | None = None
    """Of a question: its own, or the one that a connector leads to."""


@dataclass(frozen=True)
class Edge:
    """A line from a question to what an answer leads to."""

    path: str
    label: Lines
    origin: int
    """The place of the question in the chart."""
    arrow: Arrow


@dataclass(frozen=True)
class Drawing:
    """A chart with places for everything."""

    chart: Chart
    width: int
    height: int
    shapes: tuple[Shape, ...]
    edges: tuple[Edge, ...]
    lines: tuple[str, ...]
    """Lines that say nothing, such as the one from the start."""


def lay_out(chart: Chart) -> Drawing:
    """Return a chart with a place for everything."""
    shapes: list[Shape] = [_start(chart)]
    edges: list[Edge] = []
    y = START + STEP
    lines = [f"M{QUESTION // 2} {START}V{y - 1}"]
    for place, box in enumerate(chart.boxes):
        if isinstance(box, Stop):
            if place == 0:
                shapes.append(_stop(box, 1, y, QUESTION + 60))
                y += shapes[-1].height
            continue
        question = _question(box, place, y)
        shapes.append(question)
        bottom = y
        down = None
        for arrow in box.arrows:
            target = chart.boxes[arrow.leads]
            if isinstance(target, Ask) and arrow.leads == place + 1:
                down = arrow
                continue
            shape, edge = _exit(arrow, target, place, question, bottom)
            shapes.append(shape)
            edges.append(edge)
            bottom = max(shape.y + shape.height, edge.label.y + _below(edge.label)) + GAP
        bottom = max(bottom - GAP, question.y + question.height)
        if down is not None:
            label = break_lines(down.label, SMALL, QUESTION - 40)
            top = question.y + question.height
            bottom = max(bottom, top + len(label) * SMALL_LINE + 4)
            text = Lines(30, top + STEP // 2 + 4, SMALL_LINE, label)
            edges.append(Edge(f"M18 {top}V{bottom + STEP - 1}", text, place, down))
        y = bottom + STEP
    height = max(shape.y + shape.height for shape in shapes) + 2
    return Drawing(chart, WIDTH, height, tuple(shapes), tuple(edges), tuple(lines))


def _start(chart: Chart) -> Shape:
    text = Lines(QUESTION // 2, 20, LINE, (chart.start,))
    return Shape("start", "", 30, 1, QUESTION - 60, START - 1, (Link("", text),))


def _question(box: Ask, place: int, y: int) -> Shape:
    title = break_lines(box.target.title, TITLE, QUESTION - 46)
    note = break_lines(box.note, SMALL, QUESTION - 46)
    warning = break_lines(box.warning, SMALL, QUESTION - 46) if box.warning else ()
    link = Link(box.target.href, Lines(34, y + PAD + 13, LINE, title))
    after = y + PAD + len(title) * LINE + 12
    height = PAD + len(title) * LINE + (len(note) + len(warning)) * SMALL_LINE + PAD
    below = after + len(note) * SMALL_LINE
    return Shape(
        "question",
        box.id,
        1,
        y,
        QUESTION,
        height,
        (link,),
        Lines(34, after, SMALL_LINE, note) if note else None,
        Lines(34, below, SMALL_LINE, warning) if warning else None,
        place + 1,
    )


def _exit(
    arrow: Arrow, target: Ask | Stop, place: int, question: Shape, y: int
) -> tuple[Shape, Edge]:
    label = break_lines(arrow.label, SMALL, LEFT - QUESTION - 46)
    room = len(label) * SMALL_LINE + 4
    if isinstance(target, Stop):
        shape = _stop(target, LEFT, y, RIGHT)
    else:
        number = arrow.leads + 1
        text = Lines(LEFT + PAD + 3, y + 19, LINE, (f"Go to {number}",))
        shape = Shape(
            "go", target.id, LEFT, y, 76, 28, (Link(f"#{target.id}", text),), number=number
        )
    height = max(shape.height, room)
    shape = _move(shape, (height - shape.height) // 2)
    middle = y + height // 2
    first = middle - (len(label) - 1) * SMALL_LINE // 2 + 4
    text = Lines(QUESTION + 26, first, SMALL_LINE, label)
    side = question.y + min(question.height // 2, 30)
    path = f"M{QUESTION + 1} {side}H{QUESTION + 12}V{middle}H{LEFT - 2}"
    return shape, Edge(path, text, place, arrow)


def _stop(box: Stop, x: int, y: int, width: int) -> Shape:
    links: list[Link] = []
    top = y + PAD + 13
    for target in box.targets:
        lines = break_lines(target.title, TITLE, width - 2 * PAD - 6)
        links.append(Link(target.href, Lines(x + PAD + 3, top, LINE, lines)))
        top += len(lines) * LINE + 4
    height = top - 4 - 13 + PAD - y
    return Shape("cause" if box.found else "none", box.id, x, y, width, height, tuple(links))


def _move(shape: Shape, down: int) -> Shape:
    if not down:
        return shape
    links = tuple(Link(link.href, _lower(link.text, down)) for link in shape.links)
    return Shape(
        shape.kind,
        shape.id,
        shape.x,
        shape.y + down,
        shape.width,
        shape.height,
        links,
        number=shape.number,
    )


def _lower(text: Lines, down: int) -> Lines:
    return Lines(text.x, text.y + down, text.step, text.lines)


def _below(label: Lines) -> int:
    return (len(label.lines) - 1) * label.step + 6


__all__ = ["Drawing", "Edge", "Lines", "Link", "Shape", "Target", "lay_out"]
