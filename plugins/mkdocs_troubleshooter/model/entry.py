"""What entries of every kind have, and the steps that several of them hold."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from mkdocs_troubleshooter.model.former import FormerAddress
from mkdocs_troubleshooter.model.values import Day, Line, Model, Prose, Slug


class Command(Model):
    """Something to do, with the command for it where there is one."""

    text: Prose
    run: str | None = None
    """The command; readers' own values stand as {host}."""
    language: Line = "sh"
    """For highlighting."""


def _read_sentence(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


Step = Annotated[
    Command,
    BeforeValidator(_read_sentence),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {
                    "type": "object",
                    "properties": {
                        "text": {"type": "string"},
                        "run": {"type": "string"},
                        "language": {"type": "string"},
                    },
                    "required": ["text"],
                    "additionalProperties": False,
                },
            ]
        }
    ),
]
"""A sentence, or a sentence with the command to run."""


class Entry(Model):
    """What entries of every kind have."""

    id: Slug
    """The name of the file without its ending."""
    title: Line
    formerly: tuple[FormerAddress, ...] = ()
    """Earlier ids and addresses of it: links to them lead here."""


class SourcedEntry(Entry):
    """An entry that makes claims."""

    sources: tuple[Slug, ...] = Field(min_length=1)
    """Entries of sources/ that carry what is said here."""
    checked: Day
    """The day on which it was last compared with its sources."""


class Risk(Model):
    """What a measure can break or expose."""

    level: Slug
    """One of the base's risks."""
    text: Prose
    """What exactly is exposed or weakened, and for whom."""
