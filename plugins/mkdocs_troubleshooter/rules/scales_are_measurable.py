"""Facts that are drawn to scale are positive numbers of one unit."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.source import Problem

RULE = "scales-are-measurable"


def check(knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Yield a problem for each fact that cannot stand on its scale."""
    for topic in knowledge.topics.values():
        document = knowledge.documents["topic", topic.id]
        for index, section in enumerate(topic.sections):
            facts = [knowledge.facts[name] for name in section.scale if name in knowledge.facts]
            units = [fact.unit for fact in facts]
            for fact in facts:
                location = ("sections", index, "scale", section.scale.index(fact.id))
                if fact.unit != units[0]:
                    message = f"'{fact.id}' is in {fact.unit or 'no unit'}"
                    hint = f"the first one is in {units[0] or 'no unit'}"
                    yield document.problem(location, message, rule=RULE, hint=hint)
                elif not any(_is_measure(value.value) for value in fact.values):
                    message = f"'{fact.id}' states no number above zero"
                    yield document.problem(location, message, rule=RULE)


def _is_measure(value: object) -> bool:
    return isinstance(value, (int, float)) and value > 0
