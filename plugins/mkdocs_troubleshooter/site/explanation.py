"""An entry as text for a terminal: the same content as its page, without markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from textwrap import fill, indent

from mkdocs_troubleshooter.model.entries import (
    Cause,
    Check,
    Code,
    Command,
    Entry,
    Fact,
    Requirement,
    Resolution,
    SourcedEntry,
    Topic,
)
from mkdocs_troubleshooter.model.prose import PLACEHOLDER
from mkdocs_troubleshooter.site.view import View

_WIDTH = 88


def explain(view: View, entry: Entry) -> str:
    """Return an entry as text."""
    return "\n".join(_Explanation(view).describe(entry)).rstrip() + "\n"


class _Explanation:
    def __init__(self, view: View) -> None:
        self._view = view
        self._examples = {item.id: item.example for item in view.knowledge.base.placeholders}

    def describe(self, entry: Entry) -> Iterator[str]:
        title = self._view.title(entry)
        yield from (title, "=" * len(title), "")
        summary = getattr(entry, "summary", None) or getattr(entry, "text", None)
        if summary:
            yield from (self._wrap(summary), "")
        match entry:
            case Code():
                yield from self._describe_code(entry)
            case Cause():
                yield from self._list("How to recognise it", entry.signs)
                yield from self._titles("How to remove it", "resolution", entry.resolutions)
            case Check():
                yield from self._steps("How to do it", entry.steps)
                answers = (f"{outcome.label}. {outcome.means}" for outcome in entry.outcomes)
                yield from self._list(entry.question, answers)
            case Resolution():
                yield from self._list("Risk", [entry.risk.text])
                yield from self._steps("Steps", entry.steps)
                yield from self._steps("How to see that it worked", entry.proof)
                yield from self._steps("How to undo it", entry.undo)
            case Requirement():
                yield from self._list("Why", [entry.why])
                yield from self._steps("How to collect it", entry.collect)
            case Fact():
                yield from self._describe_fact(entry)
            case Topic():
                for section in entry.sections:
                    yield from self._list(section.title, [section.text] if section.text else [])
                    yield from self._steps("", section.steps)
            case _:
                pass
        if isinstance(entry, SourcedEntry):
            sources = self._view.sources(entry.sources)
            yield from self._list(
                f"Sources, compared on {entry.checked}",
                [f"{source.publisher}: {source.title}, {source.version}" for source in sources],
            )

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
                lines.append(indent(self._fill_in(step.run), "       "))
        if lines:
            yield from ((heading, "-" * len(heading)) if heading else ())
            yield from (*lines, "")

    def _fill_in(self, command: str) -> str:
        return PLACEHOLDER.sub(
            lambda match: self._examples.get(match["id"], match.group()), command
        )

    def _wrap(self, text: str, first: str = "", following: str = "") -> str:
        words = re.sub(r"\s+", " ", self._view.prose.plain(text))
        return fill(words, _WIDTH, initial_indent=first, subsequent_indent=following)
