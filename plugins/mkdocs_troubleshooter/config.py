"""The plugin's options."""

from __future__ import annotations

from typing import Any

from mkdocs.config import config_options as option
from mkdocs.config.base import Config, ValidationError

from mkdocs_troubleshooter.export import find_wrong_sources


class Sources(option.DictOfItems[list[str]]):
    """Sources that a Content-Security-Policy lets through, as lists by directive."""

    def __init__(self) -> None:
        super().__init__(option.ListOfItems(option.Type(str)), default={})

    def run_validation(self, value: object) -> dict[str, Any]:
        """Return the sources; a wrong one stops the build before anything is made of it."""
        sources = super().run_validation(value)
        wrong = find_wrong_sources(sources)
        if wrong:
            raise ValidationError("; ".join(wrong))
        return sources


class TroubleshooterConfig(Config):
    """Options below `plugins: - troubleshooter:` in mkdocs.yml."""

    enabled = option.Type(bool, default=True)
    """Whether the plugin does anything."""

    kb_dir = option.Type(str, default="kb")
    """The folder of the knowledge base, relative to mkdocs.yml."""

    csp = option.Choice(("header", "page", "none"), default="header")
    """Where the Content-Security-Policy goes: into the files for web servers alone, or also into
    every page, for hosts that send no headers."""

    csp_allow = Sources()
    """What it lets through beyond what the site itself holds: `img-src: [https://example.com]`."""
