"""Cues: words that a text must hold for a regular expression to match it.

Looking for a word is far quicker than running an expression, so readers look for the words first.
The idea is that of code search engines; see R. Cox, Regular Expression Matching with a Trigram
Index, 2012.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product
from math import log2
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

MOST = 32
"""Alternatives that a set of cues may have."""
_UNROLLED = 4
_ASCII = 128


class Part(NamedTuple):
    """What is known of the texts that a part of an expression matches."""

    exact: tuple[str, ...]
    """All of them, in lower case; empty where they are too many."""
    cues: tuple[str, ...]
    """Texts one of which each of them holds; empty where nothing is known."""


_ANYTHING = Part((), ())
_NOTHING = Part(("",), ())


@lru_cache(maxsize=4096)
def find_cues(pattern: str, flags: int = 0) -> tuple[str, ...]:
    """Return texts in lower case, one of which stands in whatever matches; none if unknown."""
    try:
        part = _read_sequence(parser.parse(pattern, flags))
    except re.error:
        return ()
    cues = _better(part.cues, part.exact)
    return tuple(cue for cue in cues if not any(o != cue and o in cue for o in cues))


def _read_sequence(tree: Iterable[tuple[Any, Any]]) -> Part:
    run: tuple[str, ...] = ("",)
    cues: tuple[str, ...] = ()
    whole = True
    for name, value in tree:
        part = _read(name, value)
        cues = _better(cues, part.cues)
        if part.exact and len(run) * len(part.exact) <= MOST:
            run = tuple(first + second for first, second in product(run, part.exact))
        else:
            cues = _better(cues, run)
            run = part.exact or ("",)
            whole = False
    return Part(tuple(dict.fromkeys(run)) if whole else (), _better(cues, run))


def _read(name: Any, value: Any) -> Part:
    part = _ANYTHING
    if name is op.LITERAL:
        part = Part((chr(value).lower(),), ())
    elif name is op.IN:
        part = Part(_list_members(value), ())
    elif name is op.SUBPATTERN:
        part = _read_sequence(value[-1])
    elif name is op.BRANCH:
        part = _read_branches([_read_sequence(branch) for branch in value[1]])
    elif name in (op.MAX_REPEAT, op.MIN_REPEAT):
        part = _read_repeat(*value)
    elif name in (op.AT, op.ASSERT, op.ASSERT_NOT):
        part = _NOTHING
    return part


def _read_branches(branches: Sequence[Part]) -> Part:
    exact: tuple[str, ...] = ()
    if all(branch.exact for branch in branches):
        exact = tuple(dict.fromkeys(text for branch in branches for text in branch.exact))
    cues: tuple[str, ...] = ()
    each = [_better(branch.cues, branch.exact) for branch in branches]
    if all(each):
        cues = tuple(dict.fromkeys(cue for some in each for cue in some))
    return Part(exact if len(exact) <= MOST else (), cues if len(cues) <= MOST else ())


def _read_repeat(least: int, most: int, tree: Any) -> Part:
    part = _read_sequence(tree)
    if least == most and least <= _UNROLLED:
        return _read_sequence([(op.SUBPATTERN, (None, 0, 0, tree))] * least)
    if (least, most) == (0, 1) and part.exact:
        return Part(tuple(dict.fromkeys(("", *part.exact))), ())
    return Part((), _better(part.cues, part.exact)) if least else _ANYTHING


def _list_members(items: Iterable[tuple[Any, Any]]) -> tuple[str, ...]:
    """Return the characters of a class; none where they are many, or all but some."""
    members: list[str] = []
    for name, value in items:
        if name is op.LITERAL and value < _ASCII:
            members.append(chr(value).lower())
        elif name is op.RANGE and value[1] < _ASCII and value[1] - value[0] < MOST:
            members.extend(chr(code).lower() for code in range(value[0], value[1] + 1))
        else:
            return ()
    return tuple(dict.fromkeys(members))


def _better(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """Return the set that keeps more texts out: its words are long, and few."""
    return max(first, second, key=_rate)


def _rate(words: tuple[str, ...]) -> float:
    return min(map(len, words)) - log2(len(words)) / 4 if words and all(words) else 0.0
