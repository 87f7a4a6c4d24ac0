"""Placeholders accept their own example, and nothing that a shell would act on.

What readers type stands in commands that they copy into a shell, so the pattern is what keeps a
value from becoming a command.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.source import Problem

RULE = "placeholders-are-safe"
ACTING = "$`\"'\\;&|<>(){}*?!~# \t\n"
"""Characters that mean something to a shell."""


def check(knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Yield a problem for each pattern that is wrong, too narrow or too wide."""
    document = knowledge.base_document
    for index, placeholder in enumerate(knowledge.base.placeholders):
        location = ("placeholders", index, "accepts")
        try:
            pattern = re.compile(placeholder.accepts)
        except re.error as error:
            yield document.problem(location, f"not a regular expression: {error}", rule=RULE)
            continue
        example = placeholder.example
        if not pattern.fullmatch(example):
            message = f"does not match the example '{example}'"
            yield document.problem(location, message, rule=RULE)
            continue
        accepted = sorted(
            {
                character
                for character in ACTING
                for text in _insert(example, character)
                if pattern.fullmatch(text)
            }
        )
        if accepted:
            shown = " ".join(repr(character) for character in accepted)
            message = f"lets through what a shell acts on: {shown}"
            yield document.problem(location, message, rule=RULE, hint="list what is allowed")


def _insert(example: str, character: str) -> Iterator[str]:
    yield character + example
    # Only the first tilde of a word means something, so a path may well hold one.
    if character != "~":
        yield example + character
        yield example[:1] + character + example[1:]
