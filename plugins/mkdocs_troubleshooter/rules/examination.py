"""Reads a folder, assembles it and asks every rule: all problems at once, in file order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from mkdocs_troubleshooter.model.knowledge import KnowledgeBase, assemble
from mkdocs_troubleshooter.rules import (
    catalogues_are_covered,
    causes_can_be_told_apart,
    checks_decide,
    codes_have_cases,
    commands_use_placeholders,
    entries_are_used,
    entries_name_their_schema,
    former_ids_are_free,
    guides_lead_on,
    lists_do_not_repeat,
    measures_can_be_undone,
    numbers_are_claimed_once,
    patterns_agree_with_cases,
    patterns_match_their_examples,
    patterns_run_in_linear_time,
    placeholders_are_safe,
    prose_cites_facts,
    references_resolve,
    scales_are_measurable,
    signs_agree_with_cases,
    tables_are_even,
)
from mkdocs_troubleshooter.source import Problem, read_folder
from mkdocs_troubleshooter.source.folder import Memo

Check = Callable[[KnowledgeBase], Iterable[Problem]]


class Rule(NamedTuple):
    """A rule by the name that problems and documentation use."""

    name: str
    summary: str
    check: Check


RULES: tuple[Rule, ...] = tuple(
    Rule(
        module.__name__.rpartition(".")[2].replace("_", "-"),
        (module.__doc__ or "").partition("\n")[0],
        module.check,
    )
    for module in (
        references_resolve,
        entries_are_used,
        lists_do_not_repeat,
        numbers_are_claimed_once,
        former_ids_are_free,
        codes_have_cases,
        checks_decide,
        causes_can_be_told_apart,
        guides_lead_on,
        patterns_match_their_examples,
        patterns_agree_with_cases,
        signs_agree_with_cases,
        patterns_run_in_linear_time,
        measures_can_be_undone,
        prose_cites_facts,
        commands_use_placeholders,
        placeholders_are_safe,
        tables_are_even,
        scales_are_measurable,
        catalogues_are_covered,
        entries_name_their_schema,
    )
)


@dataclass(frozen=True)
class Examination:
    """What a folder holds, and everything that is wrong with it."""

    knowledge: KnowledgeBase | None
    problems: tuple[Problem, ...]
    """Sorted by file, line and column."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def examine(root: Path, *, shown_as: str | None = None, memo: Memo | None = None) -> Examination:
    """Read a knowledge base and return it with all its problems."""
    folder = read_folder(root, shown_as=shown_as, memo=memo)
    knowledge, problems = assemble(folder)
    if knowledge is not None:
        for rule in RULES:
            problems.extend(rule.check(knowledge))
    return Examination(knowledge, tuple(sorted(set(problems))))
