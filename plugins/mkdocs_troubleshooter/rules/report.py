"""Problems as text: for people, for programs, and as annotations of a pull request."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict

from mkdocs_troubleshooter.source import Problem


def report_text(problems: Sequence[Problem]) -> str:
    """Return one line a problem, as editors and terminals understand them, and a count."""
    lines = [
        f"{problem} [{problem.rule}{'' if problem.severity == 'error' else ', advice'}]"
        for problem in problems
    ]
    errors = sum(problem.severity == "error" for problem in problems)
    files = len({problem.path for problem in problems if problem.severity == "error"})
    if errors:
        lines.append(f"{_count(errors, 'problem')} in {_count(files, 'file')}")
    return "\n".join(lines)


def report_json(problems: Sequence[Problem]) -> str:
    """Return a JSON document with a list of problems."""
    return json.dumps({"problems": [asdict(problem) for problem in problems]}, indent=2)


def report_github(problems: Sequence[Problem]) -> str:
    """Return workflow commands that GitHub shows beside the lines of a pull request."""
    return "\n".join(
        f"::{'error' if problem.severity == 'error' else 'notice'} "
        f"file={_escape_property(problem.path)},line={problem.line},col={problem.column},"
        f"title={_escape_property(problem.rule)}::{_escape_data(_message(problem))}"
        for problem in problems
    )


REPORTS: Mapping[str, Callable[[Sequence[Problem]], str]] = {
    "text": report_text,
    "json": report_json,
    "github": report_github,
}


def _message(problem: Problem) -> str:
    return f"{problem.message} ({problem.hint})" if problem.hint else problem.message


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
