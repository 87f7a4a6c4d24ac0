"""What pydantic says about a document, in words for the person who writes entries."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from mkdocs_troubleshooter.source import Document, Location, Problem, nearest

RULE = "shape"


def describe(error: ValidationError, document: Document, model: type[BaseModel]) -> list[Problem]:
    """Return one problem for each thing that keeps a document from being an entry."""
    seen: dict[Location, Problem] = {}
    short: list[Location] = []
    for details in error.errors(include_url=False):
        location = tuple(part for part in details["loc"] if not _is_union_tag(part))
        message, hint = _phrase(details, location, model)
        at_key = details["type"] == "extra_forbidden"
        problem = document.problem(location, message, rule=RULE, hint=hint, at_key=at_key)
        # A union reports one error for each of its members; the first one names the cause.
        seen.setdefault(location, problem)
        if details["type"] == "too_short":
            short.append(location)
    # A list also counts as too short where its items are wrong; those are the ones to mend.
    for location in short:
        if any(other != location and other[: len(location)] == location for other in seen):
            del seen[location]
    return list(seen.values())


def _is_union_tag(part: str | int) -> bool:
    return isinstance(part, str) and ("[" in part or part in _UNION_TAGS)


_UNION_TAGS = frozenset({"int", "float", "str", "constrained-str", "function-after"})


def _phrase(  # noqa: PLR0911 - one way out for each kind of error
    details: ErrorDetails, location: Location, model: type[BaseModel]
) -> tuple[str, str]:
    """Return the message and hint for one error."""
    name = f"'{location[-1]}'" if location else "the file"
    kind, value = details["type"], details["input"]
    context: dict[str, Any] = details.get("ctx") or {}
    if kind in _PHRASES:
        ending, hint = _PHRASES[kind]
        return f"{name} {ending}", hint
    match kind:
        case "extra_forbidden":
            known = _field_names(model, location[:-1])
            hint = nearest(str(location[-1]), known)
            if known[:1] == ["text"] and hint.startswith("one of"):
                hint += "; a text that holds ': ' needs quotes"
            return f"unknown key {name}", hint
        case "string_type":
            return f"{name} must be text", _hint_for_text(value)
        case "dict_type" | "model_type" | "model_attributes_type":
            return f"{name} must have keys of its own", _hint_for_keys(model, location)
        case "string_pattern_mismatch":
            return _phrase_pattern(name, value, context)
        case "literal_error":
            options = re.findall(r"'([^']*)'", context.get("expected", ""))
            return f"{name} cannot be '{value}'", nearest(str(value), options)
        case "too_short":
            return f"{name} needs {_count(context.get('min_length', 1))}", ""
        case "value_error":
            return f"{name} {context.get('error', details['msg'])}", ""
        case _:
            return f"{name}: {details['msg'][:1].lower()}{details['msg'][1:]}", ""


_NUMBER = ("must be a number", "")
_DAY = ("is not a day", "write it as 2026-01-31")
_PHRASES: dict[str, tuple[str, str]] = {
    "missing": ("is missing", ""),
    "int_type": _NUMBER,
    "float_type": _NUMBER,
    "int_from_float": _NUMBER,
    "bool_type": ("must be true or false", ""),
    "tuple_type": ("must be a list", "each item on its own line, after '- '"),
    "string_too_short": ("must not be empty", ""),
    "date_type": _DAY,
    "date_parsing": _DAY,
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
}


def _count(least: int) -> str:
    return "an item" if least == 1 else f"at least {least} items"


def _phrase_pattern(name: str, value: Any, context: dict[str, Any]) -> tuple[str, str]:
    text = str(value)
    if len(text) > _SHOWN:
        text = text[:_SHOWN] + "..."
    if "a-z0-9]+(-" in context.get("pattern", ""):
        slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
        hint = "lower-case words joined by hyphens"
        return f"'{text}' cannot be an id", f"{hint}, such as {slug}" if slug else hint
    if context.get("pattern", "").startswith("^https"):
        return f"{name} cannot be '{text}'", "it must begin with https:// or http://"
    return f"{name} cannot be '{text}'", f"it must match {context.get('pattern')}"


_SHOWN = 60


def _hint_for_text(value: Any) -> str:
    if isinstance(value, dict):
        return "quote a text that holds ': '"
    if value is None:
        return "it is empty"
    if isinstance(value, list):
        return "it is a list"
    return f'write "{value}" in quotes'


def _hint_for_keys(model: type[BaseModel], location: Location) -> str:
    names = _field_names(model, location)
    return "keys: " + ", ".join(names) if names else ""


def _field_names(model: type[BaseModel], location: Location) -> list[str]:
    """Return the keys that are allowed at a location of a model."""
    current: list[Any] = [model]
    for part in location:
        following: list[Any] = []
        for annotation in current:
            if isinstance(annotation, type) and issubclass(annotation, BaseModel):
                field = annotation.model_fields.get(str(part))
                if field is not None:
                    following.extend(_models_in(field.annotation))
            # A list index or mapping key stays with the models of its container.
        current = following or (current if isinstance(part, int) else following)
    return [
        name
        for annotation in current
        if isinstance(annotation, type) and issubclass(annotation, BaseModel)
        for name in annotation.model_fields
    ]


def _models_in(annotation: Any) -> Iterable[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)
