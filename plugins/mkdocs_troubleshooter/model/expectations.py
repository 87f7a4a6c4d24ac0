"""What each check would show if a cause were the fault: in general, and behind one code."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_troubleshooter.model.entries import Cause, Code, CodeCause

Expectations = Mapping[str, frozenset[str]]
"""The outcomes that are possible, by check; a check that is missing could show anything."""


def merge_expectations(cause: Cause | None, item: CodeCause | None) -> Expectations:
    """Return what a cause says of checks, as overridden by the code that names it."""
    merged = {**(cause.expects if cause else {}), **(item.expects if item else {})}
    return {check: frozenset(outcomes) for check, outcomes in merged.items()}


def find_item(code: Code | None, cause: str) -> CodeCause | None:
    """Return what a code says of a cause, or None if it does not name it."""
    items = code.causes if code else ()
    return next((item for item in items if item.cause == cause), None)
