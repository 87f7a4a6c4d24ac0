"""What an unquoted YAML scalar means, and the ones that mean different things to programs.

YAML 1.1 (PyYAML, Ruby, Go's older libraries) reads `no`, `010` and `12:30` as a truth value, eight
and 750; YAML 1.2 (editors, JavaScript) reads text, ten and text. Such a scalar is never guessed at.
"""

from __future__ import annotations

import re
from datetime import date

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_AMBIGUOUS = (
    (re.compile(r"(?i:y|n|yes|no|on|off)|TRUE|FALSE|True|False"), "a truth value to some programs"),
    (re.compile(r"NULL|Null"), "nothing to some programs"),
    (re.compile(r"[-+]?0[0-9_]+|[-+]?0[bo][0-7_]+"), "an octal number to some programs"),
    (re.compile(r"[-+]?0x[0-9a-fA-F_]+"), "a hexadecimal number to some programs"),
    (re.compile(r"[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"), "minutes to some programs"),
    (re.compile(r"[-+]?[0-9]+(?:_[0-9]+)+"), "a number to some programs"),
    (re.compile(r"[-+]?(?:[0-9]+\.?|\.?)[0-9]*[eE][-+]?[0-9]+"), "a number to some programs"),
    (re.compile(r"[-+]?\.(?i:inf|nan)"), "a number to some programs"),
    (re.compile(r"\d{4}-\d\d?-\d\d?[Tt ].*"), "a time to some programs"),
    (re.compile(r"="), "a special value to some programs"),
)


def resolve_plain(text: str) -> str | int | float | bool | date | None:
    """Return the value of an unquoted scalar that is not ambiguous."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text) if len(text) <= _LONGEST_INTEGER else text
    if _FLOAT.fullmatch(text):
        return float(text)
    if _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text


def find_ambiguity(text: str) -> str:
    """Return how other programs would read an unquoted scalar, or nothing if they agree."""
    if len(text) > _LONGEST_AMBIGUOUS:
        return ""
    for pattern, meaning in _AMBIGUOUS:
        if pattern.fullmatch(text):
            return meaning
    return ""


_LONGEST_INTEGER = 18
_LONGEST_AMBIGUOUS = 40
