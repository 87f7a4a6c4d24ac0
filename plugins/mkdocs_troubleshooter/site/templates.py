"""The templates of page bodies. A site overrides any of them in its theme's custom directory."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

PACKAGE = Path(__file__).resolve().parent.parent
TEMPLATES = PACKAGE / "templates"
ASSETS = PACKAGE / "assets"


def load_templates(overrides: Sequence[str] = ()) -> Environment:
    """Return an environment that looks into the overriding folders first."""
    return Environment(
        loader=FileSystemLoader([*overrides, str(TEMPLATES)]),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
