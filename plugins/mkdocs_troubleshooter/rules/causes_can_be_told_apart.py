"""Any two causes of a code differ in what some check would show, or are declared inseparable."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from mkdocs_troubleshooter.model.entries import CodeCause
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.source import Problem

RULE = "causes-can-be-told-apart"

Expectations = dict[str, frozenset[str]]


def check(knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Yield a problem for each pair that stays together, and for each needless declaration."""
    for code in knowledge.codes.values():
        document = knowledge.documents["code", code.id]
        declared = {
            frozenset(pair): (index, group)
            for index, group in enumerate(code.inseparable)
            for pair in combinations(group, 2)
        }
        expectations = [expect(knowledge, item) for item in code.causes]
        for (_, one), (later, other) in combinations(
            list(enumerate(zip(code.causes, expectations, strict=True))), 2
        ):
            pair = frozenset((one[0].cause, other[0].cause))
            apart = differ(one[1], other[1])
            if not apart and pair not in declared and not _unknown(knowledge, pair):
                message = f"no check tells '{other[0].cause}' from '{one[0].cause}' for {code.id}"
                hint = (
                    "give one of them another outcome in 'expects', or list both in 'inseparable'"
                )
                yield document.problem(("causes", later, "cause"), message, rule=RULE, hint=hint)
            elif apart and pair in declared:
                index, _ = declared[pair]
                names = " and ".join(sorted(pair))
                message = f"{names} can be told apart, so they are not inseparable"
                yield document.problem(("inseparable", index), message, rule=RULE)


def expect(knowledge: KnowledgeBase, item: CodeCause) -> Expectations:
    """Return what each check would show if one cause were behind one code."""
    cause = knowledge.causes.get(item.cause)
    merged = {**(cause.expects if cause else {}), **item.expects}
    return {
        check_id: frozenset(outcomes)
        for check_id, outcomes in merged.items()
        if check_id in knowledge.checks
    }


def differ(one: Expectations, other: Expectations) -> bool:
    """Tell whether some check has no outcome that both causes allow."""
    return any(
        check_id in other and not (outcomes & other[check_id]) for check_id, outcomes in one.items()
    )


def _unknown(knowledge: KnowledgeBase, pair: frozenset[str]) -> bool:
    return any(cause not in knowledge.causes for cause in pair)
