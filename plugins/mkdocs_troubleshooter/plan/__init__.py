"""From causes and checks to what to do next."""

from mkdocs_troubleshooter.plan.first_check import choose_first_check, weigh_outcomes

__all__ = ["choose_first_check", "weigh_outcomes"]
