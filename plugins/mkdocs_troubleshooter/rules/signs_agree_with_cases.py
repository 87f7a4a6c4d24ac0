"""Signs and signatures are seen in cases, and never contradict what a case turned out to be."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_troubleshooter.model.entries import Case, Code, Sign
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.model.links import UNKNOWN
from mkdocs_troubleshooter.model.patterns import Shelf, compile_pattern
from mkdocs_troubleshooter.source import Problem

RULE = "signs-agree-with-cases"


def check(knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Yield a problem for each sign or signature that no case shows or that one belies."""
    shelf = Shelf({case.id: case.text for case in knowledge.cases.values()})
    for sign in knowledge.signs.values():
        yield from _check_sign(sign, knowledge, shelf)
    for code in knowledge.codes.values():
        yield from _check_signatures(code, knowledge, shelf)


def _check_sign(sign: Sign, knowledge: KnowledgeBase, shelf: Shelf) -> Iterator[Problem]:
    document = knowledge.documents["sign", sign.id]
    seen = False
    for number, expression in enumerate(sign.patterns):
        pattern = compile_pattern(expression)
        if pattern is None:
            return
        wrong: dict[str, str] = {}
        for name, match in shelf.find(pattern):
            seen = True
            found = match[1] if pattern.groups else ""
            message = _contradict(sign, knowledge.cases[name], found, knowledge)
            if message:
                wrong.setdefault(name, message)
        for message in wrong.values():
            yield document.problem(("patterns", number), message, rule=RULE)
    if not seen:
        yield document.problem(
            ("patterns",), "is in no case", rule=RULE, hint="add a case whose evidence shows it"
        )


def _contradict(sign: Sign, case: Case, found: str, knowledge: KnowledgeBase) -> str:
    if sign.says not in (UNKNOWN, case.emitted_by) and case.emitted_by is not None:
        return f"says {sign.says}, but the case '{case.id}' was sent by the {case.emitted_by}"
    if sign.foreign and case.code is not None:
        return f"says that there is no code, but the case '{case.id}' has {case.code}"
    if sign.reads != "code" or case.code is None:
        return ""
    owner = knowledge.numbers.get(case.code, case.code)
    read = knowledge.numbers.get(found, found)
    if read == owner or read in _carriers(owner, knowledge) or owner in _carriers(read, knowledge):
        return ""
    return f"reads '{found}', but the case '{case.id}' has {case.code}"


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
    """Return the codes in whose responses one stands, such as its HTTP status."""
    entry = knowledge.codes.get(code)
    if entry is None:
        return frozenset()
    return frozenset(entry.carried_by) | {word for line in entry.status for word in line.split()}
