"""Who points at whom: the way back along every reference between entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mkdocs_troubleshooter.model.entries import Case, Code
from mkdocs_troubleshooter.model.expectations import merge_expectations
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase


@dataclass(frozen=True)
class Relations:
    """Ids by id, each list in the order of the entries that point."""

    codes_of_cause: Mapping[str, tuple[str, ...]]
    codes_of_check: Mapping[str, tuple[str, ...]]
    """Codes of which some cause says what the check would show."""
    codes_of_resolution: Mapping[str, tuple[str, ...]]
    codes_of_support: Mapping[str, tuple[str, ...]]
    codes_of_fact: Mapping[str, tuple[str, ...]]
    codes_of_phase: Mapping[str, tuple[str, ...]]
    causes_of_check: Mapping[str, tuple[str, ...]]
    causes_of_resolution: Mapping[str, tuple[str, ...]]
    cases_of_code: Mapping[str, tuple[Case, ...]]
    cases_of_cause: Mapping[str, tuple[Case, ...]]


class _Index(dict[str, dict[str, None]]):
    """Ordered sets by id; the values of the inner dictionary mean nothing."""

    def add(self, target: str, origin: str) -> None:
        self.setdefault(target, {})[origin] = None

    def freeze(self) -> dict[str, tuple[str, ...]]:
        return {target: tuple(origins) for target, origins in self.items()}


def relate(knowledge: KnowledgeBase) -> Relations:
    """Follow every reference between entries once."""
    codes_of = {name: _Index() for name in _BY_CODE}
    for code in knowledge.codes.values():
        for name, target in _targets_of_code(code, knowledge):
            codes_of[name].add(target, code.id)
    causes_of_check, causes_of_resolution = _Index(), _Index()
    for cause in knowledge.causes.values():
        for check in cause.expects:
            causes_of_check.add(check, cause.id)
        for resolution in cause.resolutions:
            causes_of_resolution.add(resolution, cause.id)
    cases_of_code: dict[str, tuple[Case, ...]] = {}
    cases_of_cause: dict[str, tuple[Case, ...]] = {}
    for case in knowledge.cases.values():
        if case.code is not None:
            code_id = knowledge.numbers.get(case.code, case.code)
            cases_of_code[code_id] = (*cases_of_code.get(code_id, ()), case)
        for cause_id in case.causes:
            cases_of_cause[cause_id] = (*cases_of_cause.get(cause_id, ()), case)
    return Relations(
        codes_of_cause=codes_of["cause"].freeze(),
        codes_of_check=codes_of["check"].freeze(),
        codes_of_resolution=codes_of["resolution"].freeze(),
        codes_of_support=codes_of["support"].freeze(),
        codes_of_fact=codes_of["fact"].freeze(),
        codes_of_phase=codes_of["phase"].freeze(),
        causes_of_check=causes_of_check.freeze(),
        causes_of_resolution=causes_of_resolution.freeze(),
        cases_of_code=cases_of_code,
        cases_of_cause=cases_of_cause,
    )


def _targets_of_code(code: Code, knowledge: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """Yield what a code leads to, directly or through its causes, as kind and id."""
    yield from (("phase", phase) for phase in code.phases)
    for item in code.causes:
        yield "cause", item.cause
        cause = knowledge.causes.get(item.cause)
        yield from (("check", check) for check in merge_expectations(cause, item))
        yield from (("resolution", name) for name in (cause.resolutions if cause else ()))
    yield from (("resolution", name) for name in code.workarounds)
    yield from (("support", wanted.item) for wanted in code.support)
    yield from (("fact", fact) for fact in code.facts)


_BY_CODE = ("cause", "check", "resolution", "support", "fact", "phase")
