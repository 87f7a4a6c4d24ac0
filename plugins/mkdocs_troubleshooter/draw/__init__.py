"""From data to drawings: the request path, waits to scale, flowcharts. No markup, only places."""

from mkdocs_troubleshooter.draw.chart import (
    ANYTHING_ELSE,
    Arrow,
    Ask,
    Chart,
    Stop,
    Target,
    label_answers,
)
from mkdocs_troubleshooter.draw.flowchart import Drawing, lay_out
from mkdocs_troubleshooter.draw.mermaid import write_mermaid
from mkdocs_troubleshooter.draw.path import Stage, draw_path
from mkdocs_troubleshooter.draw.scale import Scale, draw_scale

__all__ = [
    "ANYTHING_ELSE",
    "Arrow",
    "Ask",
    "Chart",
    "Drawing",
    "Scale",
    "Stage",
    "Stop",
    "Target",
    "draw_path",
    "draw_scale",
    "label_answers",
    "lay_out",
    "write_mermaid",
]
