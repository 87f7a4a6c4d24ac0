"""Where everything in a drawn flowchart stands.

The questions stand below one another on the left, in the order of their numbers; what each answer
leads to stands on its right. An answer that leads to the very next question runs straight down; one
that leads to another question ends in a connector with its number, as in printed service manuals.
So the drawing stays as narrow as a phone held sideways, however many causes there are, and it reads
from top to bottom. (Drawn as a tree, the same charts are three to five times as wide.)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_troubleshooter.draw.chart import BETWEEN, Arrow, Ask, Box, Chart, Stop, Target
from mkdocs_troubleshooter.draw.lettering import break_lines, measure

WIDTH = 720
QUESTION = 240
"""The width of a question."""
LEFT = 470
"""Where the boxes on the right begin; the labels of answers stand before it."""
RIGHT = WIDTH - LEFT - 2
TITLE, SMALL = 13, 11.5
"""Sizes of letters."""
BOLD = TITLE * 1.17
"""The size of thin letters that are as wide as bold ones."""
LINE, SMALL_LINE = 17, 15
"""Heights of lines."""
PAD = 9
GAP = 10
"""Between what stands below one another on the right."""
STEP = 26
"""Between questions."""


class Lines(NamedTuple):
    """Text at a place: its first baseline, and how far apart the lines are."""

    x: int
    y: int
    step: int
    lines: tuple[str, ...]


class Link(NamedTuple):
    """A part of a box that leads to a page."""

    href: str
    text: Lines


class Shape(NamedTuple):
    """A box of the drawing."""

    kind: str
    """start, question, go (a connector), or the kind of an end."""
    id: str
    x: int
    y: int
    width: int
    height: int
    links: tuple[Link, ...]
    note: Lines | None = None
    warning: Lines | None = None
    number: int | None = None
    """Of a question."""


class Edge(NamedTuple):
    """The label on the line from a question to what an answer leads to."""

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
    lines: str
    """All lines, as the data of one path."""
    tips: str
    """All tips of arrows, as the data of one path."""


def lay_out(chart: Chart) -> Drawing:
    """Return a chart with a place for everything."""
    sheet = _Sheet(chart)
    sheet.place_start()
    for place in range(max(1, len(chart.questions))):
        sheet.place_box(place)
    return sheet.finish()


class _Sheet:
    """The paper, filled from top to bottom."""

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._shapes: list[Shape] = []
        self._edges: list[Edge] = []
        self._lines: list[str] = []
        self._tips: list[str] = []
        self._y = 0
        self._side = 0

    def finish(self) -> Drawing:
        bottoms = [shape.y + shape.height for shape in self._shapes]
        bottoms += [
            edge.label.y + len(edge.label.lines) * edge.label.step - 8 for edge in self._edges
        ]
        height = max(bottoms) + 4
        lines, tips = "".join(self._lines), "".join(self._tips)
        shapes, edges = tuple(self._shapes), tuple(self._edges)
        return Drawing(self._chart, WIDTH, height, shapes, edges, lines, tips)

    def place_start(self) -> None:
        lines = break_lines(self._chart.start, BOLD, QUESTION - 40)
        text = Lines(QUESTION // 2, 20, LINE, lines)
        height = 12 + len(lines) * LINE
        self._shapes.append(Shape("start", "", 10, 1, QUESTION - 20, height, (Link("", text),)))
        self._y = height + STEP
        self._draw_down(QUESTION // 2, height + 1, self._y - 1)

    def place_box(self, place: int) -> None:
        """Place a question and what its answers lead to, or an end that nothing leads to."""
        box = self._chart.boxes[place]
        if isinstance(box, Stop):
            self._shapes.append(_make_stop(box, 1, self._y, QUESTION + 60))
            return
        question = _make_question(box, place, self._y)
        self._shapes.append(question)
        under = question.y + question.height
        right = question.y
        for arrow in box.arrows:
            if not self._is_next(arrow, place):
                right = self._place_exit(arrow, place, question, right) + GAP
        bottom = max(right - GAP, under)
        for arrow in box.arrows:
            if self._is_next(arrow, place):
                label = _break_label(arrow.label, QUESTION - 40)
                text = Lines(30, under + STEP // 2 + 4, SMALL_LINE, label)
                bottom = max(bottom, under + len(label) * SMALL_LINE + 4)
                self._edges.append(Edge(text, place, arrow))
                self._draw_down(18, under, bottom + STEP - 1)
        self._y = bottom + STEP

    def _is_next(self, arrow: Arrow, place: int) -> bool:
        return arrow.leads == place + 1 and isinstance(self._chart.boxes[arrow.leads], Ask)

    def _place_exit(self, arrow: Arrow, place: int, question: Shape, y: int) -> int:
        """Place an answer on the right and what it leads to; return where they end."""
        label = _break_label(arrow.label, LEFT - QUESTION - 46)
        room = len(label) * SMALL_LINE + 4
        target = self._chart.boxes[arrow.leads]
        shape = _make_target(target, arrow.leads + 1, y)
        height = shape.height
        if height < room:
            shape = _make_target(target, arrow.leads + 1, y + (room - height) // 2)
            height = room
        self._shapes.append(shape)
        middle = y + height // 2
        first = middle - (len(label) - 1) * SMALL_LINE // 2 + 4
        text = Lines(QUESTION + 26, first, SMALL_LINE, label)
        self._edges.append(Edge(text, place, arrow))
        if y == question.y:
            # The first line runs straight where it can; the others branch off it.
            straight = question.y + PAD < middle < question.y + question.height - PAD
            self._side = middle if straight else question.y + min(question.height // 2, 30)
        side = self._side
        end = text.x + round(max(measure(line, SMALL) for line in label)) + 4
        self._lines.append(f"M{QUESTION + 1} {side}h11V{middle}h9M{end} {middle}H{LEFT - 5}")
        self._tips.append(f"M{LEFT - 1} {middle}l-8-4v8z")
        return y + height

    def _draw_down(self, x: int, top: int, bottom: int) -> None:
        self._lines.append(f"M{x} {top}V{bottom - 3}")
        self._tips.append(f"M{x} {bottom}l-4-8h8z")


def _break_label(label: str, width: int) -> tuple[str, ...]:
    """Return an answer as lines; each of several outcomes begins on a line of its own."""
    *others, last = label.split(BETWEEN)
    parts = [*(f"{other}{BETWEEN}" for other in others), last]
    return tuple(line for part in parts for line in break_lines(part, SMALL, width))


def _make_question(box: Ask, place: int, y: int) -> Shape:
    title = break_lines(box.target.title, BOLD, QUESTION - 42)
    note = break_lines(box.note, SMALL, QUESTION - 46)
    warning = break_lines(box.warning, SMALL, QUESTION - 46)
    link = Link(box.target.href, Lines(34, y + PAD + 13, LINE, title))
    after = y + PAD + len(title) * LINE + 12
    below = after + len(note) * SMALL_LINE
    return Shape(
        kind="question",
        id=box.id,
        x=1,
        y=y,
        width=QUESTION,
        height=PAD + len(title) * LINE + (len(note) + len(warning)) * SMALL_LINE + PAD,
        links=(link,),
        note=Lines(34, after, SMALL_LINE, note) if note else None,
        warning=Lines(34, below, SMALL_LINE, warning) if warning else None,
        number=place + 1,
    )


def _make_target(box: Box, number: int, y: int) -> Shape:
    """Return an end, or a connector to a question that stands elsewhere."""
    if isinstance(box, Stop):
        return _make_stop(box, LEFT, y, RIGHT)
    text = Lines(LEFT + PAD + 3, y + 19, LINE, (f"Go to {number}",))
    title = break_lines(box.target.title, SMALL, RIGHT - 2 * PAD - 6)
    return Shape(
        kind="go",
        id=box.id,
        x=LEFT,
        y=y,
        width=RIGHT,
        height=PAD + LINE + len(title) * SMALL_LINE + PAD - 2,
        links=(Link(f"#{box.id}", text),),
        note=Lines(LEFT + PAD + 3, y + 20 + SMALL_LINE, SMALL_LINE, title),
    )


def _make_stop(box: Stop, x: int, y: int, width: int) -> Shape:
    links: list[Link] = []
    top = y + PAD + 13
    for target in (Target(box.said, ""), *box.targets) if box.said else box.targets:
        size = TITLE if target.href else BOLD
        lines = break_lines(target.title, size, width - 2 * PAD - 8)
        links.append(Link(target.href, Lines(x + PAD + 3, top, LINE, lines)))
        top += len(lines) * LINE + 4
    height = top - 4 - 13 + PAD - y
    return Shape(box.kind, box.id, x, y, width, height, tuple(links))
