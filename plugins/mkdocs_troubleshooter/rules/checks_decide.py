"""Every check can rule out a cause, and every outcome leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_troubleshooter.model.entries import Check
from mkdocs_troubleshooter.model.expectations import merge_expectations
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.source import Document, Problem

RULE = "checks-decide"


def check(knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Yield a problem for each check that never decides, and each outcome that leads nowhere."""
    if not _is_complete(knowledge):
        return
    expected: dict[str, set[frozenset[str]]] = {}
    for code in knowledge.codes.values():
        for item in code.causes:
            merged = merge_expectations(knowledge.causes[item.cause], item)
            for check_id, outcomes in merged.items():
                expected.setdefault(check_id, set()).add(outcomes)
    for entry in knowledge.checks.values():
        if entry.id in expected:
            document = knowledge.documents["check", entry.id]
            yield from _check_entry(entry, expected[entry.id], document)


def _check_entry(
    entry: Check, expected: set[frozenset[str]], document: Document
) -> Iterator[Problem]:
    known = frozenset(outcome.id for outcome in entry.outcomes)
    shown = frozenset[str]().union(*expected)
    if shown - known or len(known) < len(entry.outcomes):
        return  # Other rules say what is wrong.
    if all(known <= outcomes for outcomes in expected):
        message = f"'{entry.id}' never rules out a cause: each can show every outcome"
        hint = "let causes expect fewer outcomes"
        yield document.problem(("id",), message, rule=RULE, hint=hint)
    for index, outcome in enumerate(entry.outcomes):
        location = ("outcomes", index, "id")
        if outcome.id not in shown and not outcome.sound:
            message = f"no cause of a code would show '{outcome.id}'"
            hint = "let a cause expect it, or add 'sound: true' if nothing is wrong then"
            yield document.problem(location, message, rule=RULE, hint=hint)


def _is_complete(knowledge: KnowledgeBase) -> bool:
    """Tell whether all causes can be read: one mistake is not to turn up as many."""
    return not any(kind in ("code", "cause") for kind, _ in knowledge.broken) and all(
        item.cause in knowledge.causes for code in knowledge.codes.values() for item in code.causes
    )
