"""Signs and signatures are seen in cases, and never contradict what a case turned out to be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_troubleshooter.model.entries import Case, Code, Sign
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.model.links import UNKNOWN
from mkdocs_troubleshooter.model.patterns import Shelf, compile_pattern
from mkdocs_troubleshooter.source import Problem

RULE = "signs-agree-with-cases"


class Seen(NamedTuple):
    """A sign in a case; seen ones are sorted as the ladder has them."""

    order: int
    start: int
    sign: Sign
    pattern: int
    value: str


def check(knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Yield a problem for each sign or signature that no case shows or that one belies.

    A sign is belied where it is the first of the ladder to speak and the case was different.
    """
    cases = knowledge.cases.values()
    shelf = Shelf({case.id: f"{case.text}\n\n{case.description}" for case in cases})
    seen: dict[str, list[Seen]] = {}
    for sign in knowledge.signs.values():
        found = list(_find(sign, shelf))
        for name, finding in found:
            seen.setdefault(name, []).append(finding)
        if not found:
            yield knowledge.documents["sign", sign.id].problem(
                ("patterns",), "is in no case", rule=RULE, hint="add a case whose evidence shows it"
            )
    for name, findings in seen.items():
        case = knowledge.cases[name]
        ladder = sorted(findings, key=lambda finding: finding[:2])
        for finding, message in _contradict(ladder, case, knowledge):
            document = knowledge.documents["sign", finding.sign.id]
            yield document.problem(("patterns", finding.pattern), message, rule=RULE)
    for code in knowledge.codes.values():
        yield from _check_signatures(code, knowledge, shelf)


def _find(sign: Sign, shelf: Shelf) -> Iterator[tuple[str, Seen]]:
    for number, expression in enumerate(sign.patterns):
        pattern = compile_pattern(expression)
        if pattern is not None:
            for name, match in shelf.find(pattern):
                value = (match[1] or "") if pattern.groups else ""
                yield name, Seen(sign.order, match.start(), sign, number, value)


def _contradict(
    ladder: list[Seen], case: Case, knowledge: KnowledgeBase
) -> Iterator[tuple[Seen, str]]:
    """Yield the signs that decide something in a case, and decide it wrongly."""
    owner = knowledge.numbers.get(case.code or "", case.code)
    foreign = [finding for finding in ladder if finding.sign.foreign]
    if foreign and case.causes:
        yield (
            foreign[0],
            f"says that this is something foreign, but the case '{case.id}' has a cause",
        )
    numbers = [finding for finding in ladder if finding.sign.reads == "code" and not foreign]
    if owner is not None and numbers:
        read = knowledge.numbers.get(numbers[0].value, numbers[0].value)
        if not _is_alike(read, owner, knowledge):
            message = f"reads '{numbers[0].value}', but the case '{case.id}' has {case.code}"
            yield numbers[0], message
    telling = [
        finding
        for finding in ladder
        if finding.sign.says != UNKNOWN
        and (finding.sign.reads != "code" or _is_alike(finding.value, owner, knowledge))
    ]
    if telling and case.emitted_by not in (None, telling[0].sign.says):
        says = telling[0].sign.says
        yield (
            telling[0],
            f"says {says}, but the case '{case.id}' was sent by the {case.emitted_by}",
        )


def _is_alike(read: str, owner: str | None, knowledge: KnowledgeBase) -> bool:
    """Tell whether a number stands for a code, or stands in its responses."""
    read = knowledge.numbers.get(read, read)
    return (
        owner is None
        or read == owner
        or (read in _carriers(owner, knowledge) or owner in _carriers(read, knowledge))
    )


def _check_signatures(code: Code, knowledge: KnowledgeBase, shelf: Shelf) -> Iterator[Problem]:
    document = knowledge.documents["code", code.id]
    for number, expression in enumerate(code.signatures):
        pattern = compile_pattern(expression)
        if pattern is None:
            continue
        cases = {name: knowledge.cases[name] for name, _ in shelf.find(pattern)}
        owners = {
            knowledge.numbers.get(case.code or "", case.code): case for case in cases.values()
        }
        location = ("signatures", number)
        if code.id not in owners:
            hint = f"add one with code: '{code.id}' whose evidence shows it"
            yield document.problem(location, "is in no case of this code", rule=RULE, hint=hint)
        for owner, case in owners.items():
            if owner is not None and (
                owner in _carriers(code.id, knowledge) or code.id in _carriers(owner, knowledge)
            ):
                continue
            if owner != code.id:
                message = f"matches the case '{case.id}', which has {owner or 'no code'}"
                yield document.problem(location, message, rule=RULE)


def _carriers(code: str, knowledge: KnowledgeBase) -> frozenset[str]:
    entry = knowledge.codes.get(code)
    return entry.carriers if entry else frozenset()
