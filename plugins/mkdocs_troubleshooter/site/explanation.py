"""An entry as text for a terminal: the same content as its page, without markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from textwrap import fill, indent
from typing import Any

from mkdocs_troubleshooter.model.entries import (
    Case,
    Cause,
    Check,
    Code,
    Command,
    Entry,
    Fact,
    Requirement,
    Resolution,
    Source,
    SourcedEntry,
    Topic,
)
from mkdocs_troubleshooter.site.view import View

_WIDTH = 88


def explain(view: View, entry: Entry) -> str:
    """Return an entry as text."""
    return "\n".join(_Explanation(view).describe(entry)).rstrip() + "\n"


class _Explanation:
    def __init__(self, view: View) -> None:
        self._view = view

    def describe(self, entry: Entry) -> Iterator[str]:
        title = self._view.title(entry)
        yield from (title, "=" * len(title), "")
        summary = getattr(entry, "summary", None) or getattr(entry, "text", None)
        if summary:
            yield from (self._wrap(summary), "")
        describe = self._by_kind().get(type(entry))
        if describe is not None:
            yield from describe(entry)
        if isinstance(entry, SourcedEntry):
            sources = self._view.sources(entry.sources)
            yield from self._list(
                f"Sources, compared on {entry.checked}",
                [f"{source.publisher}: {source.title}, {source.version}" for source in sources],
            )

    def _by_kind(self) -> dict[type[Entry], Callable[[Any], Iterator[str]]]:
        return {
            Code: self._describe_code,
            Cause: self._describe_cause,
            Check: self._describe_check,
            Resolution: self._describe_resolution,
            Requirement: self._describe_requirement,
            Fact: self._describe_fact,
            Source: self._describe_source,
            Case: self._describe_case,
            Topic: self._describe_topic,
        }

    def _describe_cause(self, cause: Cause) -> Iterator[str]:
        yield from self._list("How to recognise it", cause.signs)
        yield from self._titles("How to remove it", "resolution", cause.resolutions)

    def _describe_check(self, check: Check) -> Iterator[str]:
        yield from self._steps("How to do it", check.steps)
        answers = (f"{outcome.label}. {outcome.means}" for outcome in check.outcomes)
        yield from self._list(check.question, answers)

    def _describe_resolution(self, resolution: Resolution) -> Iterator[str]:
        yield from self._list("Risk", [resolution.risk.text])
        yield from self._steps("Steps", resolution.steps)
        yield from self._steps("How to see that it worked", resolution.proof)
        yield from self._steps("How to undo it", resolution.undo)

    def _describe_requirement(self, requirement: Requirement) -> Iterator[str]:
        yield from self._list("Why", [requirement.why])
        yield from self._steps("How to collect it", requirement.collect)

    def _describe_source(self, source: Source) -> Iterator[str]:
        document = f"{source.publisher}: {source.document}, {source.version}"
        yield from self._list("Document", filter(None, [document, source.url]))

    def _describe_case(self, case: Case) -> Iterator[str]:
        yield from self._list("What was said", [case.description])
        for evidence in case.evidence:
            yield from (indent(evidence.text, "    "), "")
        yield from self._list("What it was", [case.story])
        yield from self._titles("Causes", "cause", case.causes)

    def _describe_topic(self, topic: Topic) -> Iterator[str]:
        for section in topic.sections:
            yield from self._list(section.title, [section.text] if section.text else [])
            for row in section.table.rows if section.table else ():
                yield self._wrap(" | ".join(row), "- ", "  ")
            yield from self._steps("", section.steps)

    def _describe_code(self, code: Code) -> Iterator[str]:
        yield from self._list("Where it broke", self._view.phases_at(code))
        first = self._view.first_check(code)
        if first is not None:
            yield from self._steps(f"Check this first: {first.title}", first.steps)
        yield from self._list("Exactly when", code.condition)
        yield from self._list("Who sent it", [sign.text for sign in code.emitter.tell])
        labels = self._view.words["likelihood"]
        causes = []
        for found in self._view.suspicions(code):
            word = labels.get(found.item.likelihood)
            note = f" {found.item.note}" if found.item.note else ""
            causes.append(f"{found.cause.title} ({word.label.lower() if word else '?'}).{note}")
        yield from self._list("Causes, most likely first", causes)
        remedies = [resolution.id for resolution, _ in self._view.remedies(code)]
        yield from self._titles("Resolutions", "resolution", remedies)
        yield from self._titles("Workaround", "resolution", code.workarounds)
        yield from self._list("What misleads", code.traps)
        yield from self._titles("Support wants", "support", [item.item for item in code.support])

    def _describe_fact(self, fact: Fact) -> Iterator[str]:
        providers = self._view.words["provider"]
        lines = []
        for value in fact.values:
            owner = providers[value.provider].short if value.provider in providers else "Usual"
            condition = f", {value.condition}" if value.condition else ""
            lines.append(
                f"{owner}: {self._view.spell(fact, value)}{condition}, checked {value.checked}"
            )
        yield from self._list("Values", lines)

    def _titles(self, heading: str, kind: str, ids: Iterable[str]) -> Iterator[str]:
        entries = self._view.pick(kind, ids)  # type: ignore[arg-type]
        yield from self._list(heading, [f"{entry.title} [{entry.id}]" for entry in entries])

    def _list(self, heading: str, texts: Iterable[str]) -> Iterator[str]:
        lines = [self._wrap(text, "- ", "  ") for text in texts]
        if lines:
            yield from (heading, "-" * len(heading), *lines, "")

    def _steps(self, heading: str, steps: Iterable[Command]) -> Iterator[str]:
        lines = []
        for number, step in enumerate(steps, 1):
            lines.append(self._wrap(step.text, f"{number}. ", "   "))
            if step.run:
                lines.append(indent(self._view.prose.fill_in(step.run), "       "))
        if lines:
            yield from ((heading, "-" * len(heading)) if heading else ())
            yield from (*lines, "")

    def _wrap(self, text: str, first: str = "", following: str = "") -> str:
        words = re.sub(r"\s+", " ", self._view.prose.plain(text))
        return fill(words, _WIDTH, initial_indent=first, subsequent_indent=following)
