"""From causes and checks to what to do next."""

from mkdocs_troubleshooter.plan.plan import Answer, End, Plan, Question, make_plan

__all__ = ["Answer", "End", "Plan", "Question", "make_plan"]
