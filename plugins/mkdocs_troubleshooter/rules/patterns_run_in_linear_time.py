"""Patterns run in linear time, whatever is pasted, in Python and in browsers alike.

Both engines backtrack. What makes them slow is known: a repeat inside a repeat, two repeats side by
side that can match the same text, and a repeat without a bound that scans ahead from every place.
Each of these is refused, together with what only one of the two engines understands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.model.patterns import FLAGS, WITH_PATTERNS, patterns_of
from mkdocs_troubleshooter.source import Problem

RULE = "patterns-run-in-linear-time"
SHORT = 24
"""Repeats up to this bound cost no more than a constant."""
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT)
_PROBES = [chr(code) for code in range(9, 127)] + ["é", "漢"]


def check(knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Yield a problem for each pattern that could run away or that browsers refuse."""
    for kind in WITH_PATTERNS:
        for entry in knowledge.entries[kind].values():
            document = knowledge.documents[kind, entry.id]
            for location, pattern in patterns_of(entry):
                for message, hint in judge(pattern):
                    yield document.problem(location, message, rule=RULE, hint=hint)


def judge(pattern: str) -> list[tuple[str, str]]:
    """Return what is wrong with a pattern, each with a hint; nothing for one that is not valid."""
    try:
        tree = parser.parse(pattern, FLAGS)
    except re.error:
        return []
    found: dict[str, str] = {}
    if re.search(r"\(\?[P#iLmsux<>]|\\[AZ]", pattern):
        found["is not read by browsers"] = "no named groups, inline flags, lookbehind, \\A or \\Z"
    for message, hint in _judge_sequence(tree, inside=False):
        found.setdefault(message, hint)
    return list(found.items())


def _judge_sequence(items: Any, *, inside: bool) -> Iterator[tuple[str, str]]:
    before: Any = None
    for name, value in items:
        if name in _REPEATS:
            yield from _judge_repeat(value, before, inside=inside)
            least, most, body = value
            if most > SHORT:
                before = body
            elif least > 0:
                before = None
            continue
        if name is not op.AT:
            before = None
        if name is op.GROUPREF:
            yield "refers back to a group", "spell the text out"
        for part in _parts(name, value):
            yield from _judge_sequence(part, inside=inside)


def _judge_repeat(value: Any, before: Any, *, inside: bool) -> Iterator[tuple[str, str]]:
    _, most, body = value
    long = most > SHORT
    if long and inside:
        yield "repeats a repeat", f"bound the inner one to {SHORT} or fewer"
    if most == op.MAXREPEAT and _is_wide(body):
        yield "scans ahead without a bound", "write {0,200} in place of * or +"
    if long and before is not None and _overlap(before, body):
        yield "has two repeats side by side that match the same text", "let them differ"
    yield from _judge_sequence(body, inside=inside or long)


def _parts(name: Any, value: Any) -> list[Any]:
    """Return the sequences inside an item."""
    if name is op.SUBPATTERN:
        return [value[3]]
    if name is op.BRANCH:
        return list(value[1])
    if name in (op.ASSERT, op.ASSERT_NOT):
        return [value[1]]
    return []


def _is_wide(body: Any) -> bool:
    """Tell whether a repeat's body matches ordinary text of any kind, such as `.` or `[^x]`."""
    return len(_first_characters(body)) > len(_PROBES) * 0.75


def _overlap(one: Any, other: Any) -> bool:
    return bool(_first_characters(one) & _first_characters(other))


def _first_characters(body: Any) -> frozenset[str]:  # noqa: PLR0911 - one a kind of item
    """Return the sample characters with which something can begin."""
    if not body:
        return frozenset()
    name, value = body[0]
    if name is op.ANY:
        return frozenset(_PROBES) - {"\n"}
    if name is op.LITERAL:
        return frozenset({chr(value), chr(value).lower(), chr(value).upper()})
    if name is op.IN:
        return frozenset(probe for probe in _PROBES if _in_class(value, probe))
    if name is op.NOT_LITERAL:
        return frozenset(_PROBES) - {chr(value)}
    if name is op.SUBPATTERN:
        return _first_characters(value[3])
    if name is op.BRANCH:
        return frozenset().union(*(_first_characters(branch) for branch in value[1]))
    if name in _REPEATS:
        rest = _first_characters(body[1:]) if value[0] == 0 else frozenset()
        return _first_characters(value[2]) | rest
    return _first_characters(body[1:])


def _in_class(items: Any, probe: str) -> bool:
    negated = bool(items) and items[0][0] is op.NEGATE
    inside = any(_in_item(name, value, probe) for name, value in items)
    return bool(inside is not negated)


def _in_item(name: Any, value: Any, probe: str) -> bool:
    if name is op.LITERAL:
        return bool(chr(value).lower() == probe.lower())
    if name is op.RANGE:
        return any(value[0] <= ord(case) <= value[1] for case in (probe, probe.swapcase()))
    if name is op.CATEGORY:
        return bool(re.match(_CATEGORIES[value], probe))
    return False


_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d",
    op.CATEGORY_NOT_DIGIT: r"\D",
    op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S",
    op.CATEGORY_WORD: r"\w",
    op.CATEGORY_NOT_WORD: r"\W",
}
