"""From knowledge to drawings."""

from mkdocs_troubleshooter.draw.path import Stage, draw_path

__all__ = ["Stage", "draw_path"]
