"""No outcome's pattern matches a case whose cause would have shown another outcome."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_troubleshooter.model.entries import Case
from mkdocs_troubleshooter.model.expectations import find_item, merge_expectations
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.model.patterns import compile_pattern
from mkdocs_troubleshooter.source import Problem

RULE = "patterns-agree-with-cases"


def check(knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Yield a problem for each pattern that a case matches by accident."""
    cases = [
        (case, case.text, _expect(case, knowledge))
        for case in knowledge.cases.values()
        if case.causes
    ]
    for entry in knowledge.checks.values():
        document = knowledge.documents["check", entry.id]
        asked = [
            (case, text, expected[entry.id])
            for case, text, expected in cases
            if entry.id in expected
        ]
        for index, outcome in enumerate(entry.outcomes):
            for number, expression in enumerate(outcome.patterns):
                pattern = compile_pattern(expression)
                for case, text, expected in asked:
                    if pattern and outcome.id not in expected and pattern.search(text):
                        message = f"matches the case '{case.id}', which means another outcome"
                        hint = f"its cause expects {' or '.join(sorted(expected))}"
                        location = ("outcomes", index, "patterns", number)
                        yield document.problem(location, message, rule=RULE, hint=hint)


def _expect(case: Case, knowledge: KnowledgeBase) -> dict[str, frozenset[str]]:
    """Return the outcomes that a case allows by check: those of any of its causes."""
    allowed: dict[str, frozenset[str]] = {}
    code = knowledge.codes.get(knowledge.numbers.get(case.code or "", ""))
    causes = [knowledge.causes[name] for name in case.causes if name in knowledge.causes]
    for cause in causes:
        for check_id, outcomes in merge_expectations(cause, find_item(code, cause.id)).items():
            allowed[check_id] = allowed.get(check_id, frozenset()) | outcomes
    for check_id, outcome in case.answers.items():
        allowed[check_id] = allowed.get(check_id, frozenset()) | {outcome}
    return allowed
