"""Patterns of an outcome are valid, and recognise its own example and no other outcome's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_troubleshooter.model.entries import Check, Outcome
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.source import Document, Problem

RULE = "patterns-match-their-examples"
FLAGS = re.MULTILINE | re.IGNORECASE


def check(knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Yield a problem for each pattern that is wrong, silent or too eager."""
    for entry in knowledge.checks.values():
        document = knowledge.documents["check", entry.id]
        for index, outcome in enumerate(entry.outcomes):
            yield from _check_outcome(entry, index, outcome, document)


def _check_outcome(
    entry: Check, index: int, outcome: Outcome, document: Document
) -> Iterator[Problem]:
    location = ("outcomes", index, "patterns")
    compiled: list[re.Pattern[str]] = []
    for number, pattern in enumerate(outcome.patterns):
        try:
            compiled.append(re.compile(pattern, FLAGS))
        except re.error as error:
            yield document.problem(
                (*location, number), f"not a regular expression: {error}", rule=RULE
            )
    if len(compiled) < len(outcome.patterns) or not compiled:
        return
    if outcome.example is None:
        message = f"'{outcome.id}' has patterns but no example for them to match"
        yield document.problem(location, message, rule=RULE, at_key=True)
    elif not any(pattern.search(outcome.example) for pattern in compiled):
        yield document.problem(
            location, f"no pattern matches the example of '{outcome.id}'", rule=RULE
        )
    for other in entry.outcomes:
        if other is outcome or other.example is None:
            continue
        for number, expression in enumerate(compiled):
            if expression.search(other.example):
                message = f"matches the example of the outcome '{other.id}' too"
                yield document.problem((*location, number), message, rule=RULE)
