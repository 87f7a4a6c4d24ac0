"""A plan as text for a terminal, with the reason for each check."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from mkdocs_troubleshooter.draw import Ask, Chart
from mkdocs_troubleshooter.model.entries import Code
from mkdocs_troubleshooter.plan import Reason, give_reasons
from mkdocs_troubleshooter.site.view import View

_WIDTH = 88
_NAMED = 5


def write_plan(view: View, code: Code) -> str:
    """Return the plan of a code as text."""
    return "\n".join(_write(view, code)).rstrip() + "\n"


def _write(view: View, code: Code) -> Iterator[str]:
    plan, chart = view.plan(code), view.chart(code)
    title = view.title(code)
    yield from (title, "=" * len(title), "")
    if not plan.questions:
        yield "No check decides anything here."
        yield f"  -> {_name(chart, 0)}"
        return
    how = "No other order takes fewer." if plan.exact else "Found by looking some checks ahead."
    yield _wrap(
        f"About {plan.minutes:.1f} minutes are expected until the cause is known, "
        f"{plan.minutes_in_order:.1f} if the causes are gone through as they are listed. {how}"
    )
    for number, reason in enumerate(give_reasons(view.knowledge, code, plan)):
        box = chart.questions[number]
        yield ""
        yield _wrap(f"{number + 1}. {box.target.title} [{plan.questions[number].check}]", "", "   ")
        yield _wrap(f"{box.note}{f'. {box.warning}' if box.warning else ''}", "   ", "   ")
        yield _wrap(_explain(view, reason), "   Why: ", "        ")
        for arrow in box.arrows:
            yield _wrap(f"{arrow.label}: {_name(chart, arrow.leads)}", "   - ", "     ")


def _name(chart: Chart, place: int) -> str:
    box = chart.boxes[place]
    if isinstance(box, Ask):
        return f"go to {place + 1}"
    titles = ", or ".join(target.title for target in box.targets)
    return f"{box.said} {titles}".strip()


def _explain(view: View, reason: Reason) -> str:
    causes = [f"{name} {round(chance * 100)} %" for name, chance in reason.left[:_NAMED]]
    more = len(reason.left) - _NAMED
    left = ", ".join(causes) + (f" and {more} more" if more > 0 else "")
    if reason.confirms:
        return f"it confirms or refutes the only cause left ({left})."
    text = f"{reason.minutes:.1f} minutes are expected from here; possible are {left}."
    if reason.instead is None:
        return f"{text} No other check decides between them."
    instead = view.knowledge.checks[reason.instead.check].title
    return f"{text} The next best, '{instead}', would take {reason.instead.minutes:.1f}."


def _wrap(text: str, first: str = "", following: str = "") -> str:
    return fill(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=following,
        break_on_hyphens=False,
    )
