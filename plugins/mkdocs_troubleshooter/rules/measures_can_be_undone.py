"""Temporary and risky resolutions say how to undo them."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.source import Problem

RULE = "measures-can-be-undone"


def check(knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Yield a problem for each measure without a way back."""
    needing = {risk.id for risk in knowledge.base.risks if risk.undo}
    for entry in knowledge.resolutions.values():
        document = knowledge.documents["resolution", entry.id]
        if entry.undo:
            continue
        if entry.temporary:
            message = "a temporary measure must say how to undo it"
            yield document.problem(("temporary",), message, rule=RULE, hint="add 'undo'")
        elif entry.risk.level in needing:
            message = f"a measure of risk '{entry.risk.level}' must say how to undo it"
            yield document.problem(("risk", "level"), message, rule=RULE, hint="add 'undo'")
    for code in knowledge.codes.values():
        document = knowledge.documents["code", code.id]
        for index, name in enumerate(code.workarounds):
            resolution = knowledge.resolutions.get(name)
            if resolution is not None and not resolution.temporary:
                yield document.problem(
                    ("workarounds", index),
                    f"'{name}' is not temporary, so it is no workaround",
                    rule=RULE,
                    hint="set 'temporary: true' there, or list it with a cause",
                )
