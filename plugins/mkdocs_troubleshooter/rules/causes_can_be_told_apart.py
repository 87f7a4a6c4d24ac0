"""Any two causes of a code differ in what some check would show, or are declared inseparable."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from mkdocs_troubleshooter.model.expectations import Expectations, merge_expectations
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.source import Problem

RULE = "causes-can-be-told-apart"


def check(knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Yield a problem for each pair that stays together, and for each needless declaration."""
    for code in knowledge.codes.values():
        document = knowledge.documents["code", code.id]
        declared = {
            frozenset(pair): index
            for index, group in enumerate(code.inseparable)
            for pair in combinations(group, 2)
        }
        suspects = [
            (index, item.cause, merge_expectations(knowledge.causes.get(item.cause), item))
            for index, item in enumerate(code.causes)
        ]
        certain = [item for item in suspects if _is_certain(knowledge, item[1], item[2])]
        for (_, one, expected), (index, other, otherwise) in combinations(certain, 2):
            group = declared.get(frozenset((one, other)))
            if differ(expected, otherwise):
                if group is not None:
                    message = f"'{one}' and '{other}' can be told apart"
                    hint = "take one out of the group"
                    yield document.problem(("inseparable", group), message, rule=RULE, hint=hint)
            elif group is None and one != other:
                message = f"no check tells '{other}' from '{one}' for {code.id}"
                hint = "let 'expects' differ, or list both in 'inseparable'"
                location = ("causes", index, "cause")
                yield document.problem(location, message, rule=RULE, hint=hint)


def differ(one: Expectations, other: Expectations) -> bool:
    """Tell whether some check has no outcome that both causes allow."""
    return any(
        check_id in other and not (outcomes & other[check_id]) for check_id, outcomes in one.items()
    )


def _is_certain(knowledge: KnowledgeBase, cause: str, expectations: Expectations) -> bool:
    """Tell whether a cause and its checks exist; if not, that is the problem to report."""
    return cause in knowledge.causes and all(
        knowledge.has_file("check", check) for check in expectations
    )
