"""The plugin's options."""

from __future__ import annotations

from mkdocs.config import config_options as option
from mkdocs.config.base import Config


class TroubleshooterConfig(Config):
    """Options below `plugins: - troubleshooter:` in mkdocs.yml."""

    enabled = option.Type(bool, default=True)
    """Whether the plugin does anything."""

    kb_dir = option.Type(str, default="kb")
    """The folder of the knowledge base, relative to mkdocs.yml."""
