"""Every code has at least one worked case."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.source import Problem

RULE = "codes-have-cases"


def check(knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Yield a problem for each code that no case shows."""
    shown = {knowledge.numbers.get(case.code or "") for case in knowledge.cases.values()}
    for code in knowledge.codes.values():
        if code.id not in shown:
            document = knowledge.documents["code", code.id]
            message = f"no case shows the code '{code.id}'"
            hint = f"add one to cases/ with code: '{code.id}'"
            yield document.problem(("id",), message, rule=RULE, hint=hint)
