"""Every answer of a guide leads to a later step or to an end, and every step is reached."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_troubleshooter.model.entries import Guide
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.source import Document, Problem, nearest

RULE = "guides-lead-on"


def check(knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Yield a problem for each answer that leads nowhere, or back, and each step out of reach."""
    for guide in knowledge.guides.values():
        yield from _check_guide(guide, knowledge.documents["guide", guide.id])


def _check_guide(guide: Guide, document: Document) -> Iterator[Problem]:
    places = {step.id: index for index, step in enumerate(guide.steps)}
    reached = {guide.steps[0].id}
    for index, step in enumerate(guide.steps):
        for number, answer in enumerate(step.answers):
            location = ("steps", index, "answers", number)
            ends = bool(answer.say or answer.see)
            if ends == (answer.next is not None):
                message = "leads nowhere" if not ends else "leads to a step and to an end"
                hint = "give it either 'next', or 'say' and 'see'"
                yield document.problem((*location, "label"), message, rule=RULE, hint=hint)
            if answer.next is None:
                continue
            reached.add(answer.next)
            if answer.next not in places:
                message = f"there is no step '{answer.next}'"
                hint = nearest(answer.next, places)
                yield document.problem((*location, "next"), message, rule=RULE, hint=hint)
            elif places[answer.next] <= index:
                message = f"the step '{answer.next}' stands before this one"
                hint = "answers lead to steps further down"
                yield document.problem((*location, "next"), message, rule=RULE, hint=hint)
    for index, step in enumerate(guide.steps):
        if places[step.id] != index:
            message = f"there is another step '{step.id}'"
            yield document.problem(("steps", index, "id"), message, rule=RULE)
        elif step.id not in reached:
            message = f"nothing leads to the step '{step.id}'"
            yield document.problem(("steps", index, "id"), message, rule=RULE)
