"""From knowledge to drawings."""

from mkdocs_troubleshooter.draw.path import Stage, draw_path
from mkdocs_troubleshooter.draw.scale import Scale, draw_scale

__all__ = ["Scale", "Stage", "draw_path", "draw_scale"]
