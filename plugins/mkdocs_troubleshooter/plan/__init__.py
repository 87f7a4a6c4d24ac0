"""From causes and checks to what to do next."""

from mkdocs_troubleshooter.plan.plan import Answer, End, Plan, Question, make_plan
from mkdocs_troubleshooter.plan.reasons import Reason, give_reasons

__all__ = ["Answer", "End", "Plan", "Question", "Reason", "give_reasons", "make_plan"]
