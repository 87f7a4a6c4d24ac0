"""Plans and guides as flowcharts, with titles and links."""

from __future__ import annotations

from mkdocs_troubleshooter.draw import (
    ANYTHING_ELSE,
    Arrow,
    Ask,
    Chart,
    Stop,
    Target,
    label_answers,
)
from mkdocs_troubleshooter.model.entries import Check, Code, Guide, GuideAnswer, Risk
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.plan import End, Plan, Question
from mkdocs_troubleshooter.site.addresses import Address, address_of

NOT_LISTED = "None of these: ask support"
LEFT_OVER = "Left over:"
NOT_KNOWN = "No cause is documented: ask support"


def chart_plan(knowledge: KnowledgeBase, code: Code, plan: Plan) -> Chart:
    """Return the plan of a code as a chart; its links are pending."""
    label = knowledge.base.code_label.replace("{code}", code.id)
    boxes = tuple(
        _ask(knowledge, step, place) if isinstance(step, Question) else _stop(knowledge, code, step)
        for place, step in enumerate(plan.steps)
    )
    count = len(plan.questions)
    checks = f"{count} check{'' if count == 1 else 's'}"
    return Chart(
        title=f"{label}: {code.title}, flowchart",
        description=f"From {label} to its cause in {checks}. The same plan stands as text above it."
        if count
        else f"{label} has no documented cause.",
        start=label,
        boxes=boxes,
    )


def chart_guide(knowledge: KnowledgeBase, guide: Guide) -> Chart:
    """Return a guide as a chart; its links are pending."""
    places = {step.id: place for place, step in enumerate(guide.steps)}
    ends: dict[Stop, int] = {}
    asks = []
    for place, step in enumerate(guide.steps):
        arrows = []
        for answer in step.answers:
            # While a site is served, a step may be missing; the page says so.
            if answer.next in places:
                leads = places[answer.next]
            else:
                stop = _end_guide(knowledge, answer)
                leads = ends.setdefault(stop, len(places) + len(ends))
            arrows.append(Arrow(answer.label, (), leads))
        target = Target(step.question, "")
        asks.append(Ask(f"step-{place + 1}", target, step.hint or "", "", tuple(arrows)))
    return Chart(
        title=f"{guide.title}, flowchart",
        description="The same questions stand as text above it.",
        start=guide.start,
        boxes=(*asks, *ends),
    )


def _end_guide(knowledge: KnowledgeBase, answer: GuideAnswer) -> Stop:
    seen = []
    for pointer in answer.see:
        kind, _, entry_id = pointer.partition(":")
        entry = knowledge.find(kind, entry_id)  # type: ignore[arg-type]
        title = entry.title if entry else entry_id
        if isinstance(entry, Code):
            title = f"{entry_id}: {title}"
        seen.append(Target(title, _link(knowledge, kind, entry_id)))
    name = "-".join(pointer.replace(":", "-") for pointer in answer.see) or "said"
    return Stop(f"end-{name}", answer.say or "", tuple(seen), "found" if seen else "none")


def spell_minutes(minutes: float) -> str:
    """Return an effort in words, such as "2 min"."""
    return f"{minutes:g} min"


def _ask(knowledge: KnowledgeBase, step: Question, place: int) -> Ask:
    check = knowledge.checks[step.check]
    labels = {outcome.id: outcome.label for outcome in check.outcomes}
    spelled = label_answers(
        [([labels[name] for name in answer.outcomes], answer.expected) for answer in step.answers]
    )
    arrows = [
        Arrow(label, answer.outcomes, answer.leads)
        for label, answer in zip(spelled, step.answers, strict=True)
    ]
    arrows.sort(key=lambda arrow: arrow.label == ANYTHING_ELSE)
    return Ask(
        id=f"step-{place + 1}",
        target=Target(check.title, _link(knowledge, "check", check.id)),
        note=f"{spell_minutes(float(check.minutes))}. {check.where}",
        warning=_warn(knowledge, check) if step.last else "",
        arrows=tuple(arrows),
    )


def _warn(knowledge: KnowledgeBase, check: Check) -> str:
    """Return why a check was put off."""
    risks = {level.id: level.label for level in knowledge.base.risks}
    roles = {role.id: role.label for role in knowledge.base.roles}
    risk: Risk | None = check.risk
    if risk is not None:
        return risks.get(risk.level, risk.level)
    return f"Needs: {roles.get(check.who, check.who)}"


def _stop(knowledge: KnowledgeBase, code: Code, end: End) -> Stop:
    support = Address(f"codes/{code.id}", "support").pending
    if not end.causes:
        title = NOT_LISTED if code.causes else NOT_KNOWN
        return Stop("none", "", (Target(title, support),), "none")
    targets = tuple(
        Target(knowledge.causes[name].title, _link(knowledge, "cause", name)) for name in end.causes
    )
    name = f"end-{'-or-'.join(end.causes)}"
    if end.left_over:
        return Stop(name, LEFT_OVER, targets, "left")
    return Stop(name, "", targets, "found")


def _link(knowledge: KnowledgeBase, kind: str, entry_id: str) -> str:
    address = address_of(knowledge, kind, entry_id)
    return address.pending if address else ""
