"""Patterns are valid, and recognise their own example and no other outcome's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_troubleshooter.model.entries import Check, Outcome, Sign
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.model.patterns import WITH_PATTERNS, compile_pattern, patterns_of
from mkdocs_troubleshooter.source import Document, Problem

RULE = "patterns-match-their-examples"


def check(knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Yield a problem for each pattern that is wrong, silent or too eager."""
    for kind in WITH_PATTERNS:
        for entry in knowledge.entries[kind].values():
            document = knowledge.documents[kind, entry.id]
            for location, pattern in patterns_of(entry):
                wrong = _find_error(pattern)
                if wrong:
                    message = f"not a regular expression: {wrong}"
                    yield document.problem(location, message, rule=RULE)
    for check_ in knowledge.checks.values():
        for index, outcome in enumerate(check_.outcomes):
            document = knowledge.documents["check", check_.id]
            yield from _check_outcome(check_, index, outcome, document)
    for sign in knowledge.signs.values():
        yield from _check_sign(sign, knowledge.documents["sign", sign.id])


def _find_error(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        return str(error)
    return ""


def _check_outcome(
    entry: Check, index: int, outcome: Outcome, document: Document
) -> Iterator[Problem]:
    location = ("outcomes", index, "patterns")
    compiled = [compile_pattern(pattern) for pattern in outcome.patterns]
    if not compiled or None in compiled:
        return
    if outcome.example is None:
        message = f"'{outcome.id}' has patterns but no example for them to match"
        yield document.problem(location, message, rule=RULE, at_key=True)
    elif not any(pattern and pattern.search(outcome.example) for pattern in compiled):
        yield document.problem(
            location, f"no pattern matches the example of '{outcome.id}'", rule=RULE
        )
    for other in entry.outcomes:
        if other is outcome or other.example is None:
            continue
        for number, pattern in enumerate(compiled):
            if pattern and pattern.search(other.example):
                message = f"matches the example of the outcome '{other.id}' too"
                yield document.problem((*location, number), message, rule=RULE)


def _check_sign(sign: Sign, document: Document) -> Iterator[Problem]:
    compiled = [compile_pattern(pattern) for pattern in sign.patterns]
    if not any(pattern is None or pattern.search(sign.example) for pattern in compiled):
        yield document.problem(("patterns",), "no pattern matches the example", rule=RULE)
    for number, pattern in enumerate(compiled):
        if sign.reads is not None and pattern is not None and not pattern.groups:
            message = f"has no group to read the {sign.reads} from"
            hint = "put the part that is wanted in (...)"
            yield document.problem(("patterns", number), message, rule=RULE, hint=hint)
