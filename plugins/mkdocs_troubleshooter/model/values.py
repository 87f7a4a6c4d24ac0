"""The kinds of text and numbers that entries are made of."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    StringConstraints,
    WithJsonSchema,
)

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
CODE = r"^[A-Za-z0-9][A-Za-z0-9._-]*$"


class Model(BaseModel):
    """Frozen, with no unknown keys; docstrings below fields become the editor's help."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, hide_input_in_errors=True
    )


class Markup:
    """Marks a text as Markdown with references such as {fact:...}."""


def _refuse_breaks(text: str) -> str:
    if "\n" in text.strip() or "\r" in text.strip():
        raise ValueError("must be one line")
    return text.strip()


def _refuse_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty")
    return text


def _refuse_numbers(value: Any) -> Any:
    if isinstance(value, (int, float)):
        raise ValueError("is a number; write a date such as 2026-01-31")  # noqa: TRY004 - pydantic reports ValueError
    return value


def _spell_day(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _wrap_one(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Line = Annotated[str, AfterValidator(_refuse_blank), AfterValidator(_refuse_breaks)]
"""Plain text on one line; shown as it is, never as markup."""

Prose = Annotated[str, AfterValidator(_refuse_blank), Markup()]
"""Markdown, with references such as {fact:syn-ack-wait} or {cause:port-closed}."""

Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=2000)]
"""An address that a browser may open."""

Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=80)]
"""Lower-case words and numbers joined by hyphens; also the name of a file or an anchor."""

CodeId = Annotated[str, StringConstraints(pattern=CODE, max_length=80)]
"""A code as people write it, such as 522 or ORA-00600."""

Day = Annotated[date, BeforeValidator(_refuse_numbers)]
"""A day, as 2026-01-31."""

Version = Annotated[Line, BeforeValidator(_spell_day)]
"""A date, commit or number by which an edition is known."""

Whole = Annotated[int, Strict()]
Flag = Annotated[bool, Strict()]
Amount = Annotated[int, Strict()] | Annotated[float, Strict()]

OneOrMore = Annotated[
    tuple[Slug, ...],
    BeforeValidator(_wrap_one),
    Field(min_length=1),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": SLUG},
                {"type": "array", "items": {"type": "string", "pattern": SLUG}, "minItems": 1},
            ]
        }
    ),
]
"""One id, or a list of ids."""
