"""Every place where an entry names something else, by what it names.

Targets are entries ("cause", "fact", ...), words of the base ("phase", "role", ...) or parts of
entries ("outcome" as check/outcome, "section" as topic/section, "variant" as code/variant).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from mkdocs_troubleshooter.model.base import Base
from mkdocs_troubleshooter.model.entries import (
    Case,
    Catalogue,
    Cause,
    Check,
    Code,
    Entry,
    Fact,
    Guide,
    Resolution,
    Sign,
    Source,
    SourcedEntry,
    Topic,
)
from mkdocs_troubleshooter.model.prose import find_references, walk_prose
from mkdocs_troubleshooter.source import Location


class Link(NamedTuple):
    """One mention of a target."""

    location: Location
    kind: str
    target: str
    at_key: bool = False
    """Whether the mention is the key at the location, not its value."""


def links_of(entry: Entry) -> Iterator[Link]:
    """Yield every link of an entry, those in its prose included."""
    if isinstance(entry, SourcedEntry):
        yield from _each(("sources",), "source", entry.sources)
    own = _OWN_LINKS.get(type(entry))
    if own is not None:
        yield from own(entry)
    yield from links_in_prose(entry)


def links_of_base(base: Base) -> Iterator[Link]:
    """Yield every link of the base file."""
    for index, phase in enumerate(base.phases):
        yield from _each(("phases", index, "at"), "actor", phase.at)
    for index, term in enumerate(base.terms):
        for provider in term.names:
            yield Link(("terms", index, "names", provider), "provider", provider, at_key=True)
    yield from links_in_prose(base)


def links_in_prose(model: BaseModel) -> Iterator[Link]:
    """Yield a link for each reference in the Markdown of an entry or of the base."""
    for location, text in walk_prose(model):
        for reference in find_references(text):
            yield Link(location, reference.kind, reference.id)
            if reference.kind == "topic" and reference.part:
                yield Link(location, "section", f"{reference.id}/{reference.part}")
            elif reference.part:
                yield Link(location, "provider", reference.part)


def _links_of_code(code: Code) -> Iterator[Link]:
    yield from _each(("carried_by",), "code", code.carried_by)
    yield from _each(("acts",), "role", code.acts)
    yield from _each(("phases",), "phase", code.phases)
    yield from _each(("emitter", "who"), "actor", code.emitter.who)
    for index, sign in enumerate(code.emitter.tell):
        if sign.says != UNKNOWN:
            yield Link(("emitter", "tell", index, "says"), "actor", sign.says)
    for index, cause in enumerate(code.causes):
        yield Link(("causes", index, "cause"), "cause", cause.cause)
        yield Link(("causes", index, "likelihood"), "likelihood", cause.likelihood)
        if cause.variant is not None:
            yield Link(("causes", index, "variant"), "variant", f"{code.id}/{cause.variant}")
        yield from _expected(("causes", index, "expects"), cause.expects)
    for index, group in enumerate(code.inseparable):
        yield from _each(("inseparable", index), "cause", group)
    yield from _each(("workarounds",), "resolution", code.workarounds)
    yield from _each(("facts",), "fact", code.facts)
    for index, item in enumerate(code.support):
        yield Link(("support", index, "item"), "support", item.item)
    for index, related in enumerate(code.related):
        yield Link(("related", index, "code"), "code", related.code)


def _links_of_cause(cause: Cause) -> Iterator[Link]:
    yield Link(("at",), "actor", cause.at)
    yield from _expected(("expects",), cause.expects)
    yield from _each(("resolutions",), "resolution", cause.resolutions)


def _links_of_check(check: Check) -> Iterator[Link]:
    yield Link(("who",), "role", check.who)
    if check.risk:
        yield Link(("risk", "level"), "risk", check.risk.level)


def _links_of_resolution(resolution: Resolution) -> Iterator[Link]:
    yield Link(("who",), "role", resolution.who)
    yield Link(("risk", "level"), "risk", resolution.risk.level)


def _links_of_fact(fact: Fact) -> Iterator[Link]:
    for index, value in enumerate(fact.values):
        yield Link(("values", index, "source"), "source", value.source)
        if value.provider:
            yield Link(("values", index, "provider"), "provider", value.provider)


def _links_of_source(source: Source) -> Iterator[Link]:
    if source.provider:
        yield Link(("provider",), "provider", source.provider)


def _links_of_sign(sign: Sign) -> Iterator[Link]:
    if sign.says != UNKNOWN:
        yield Link(("says",), "actor", sign.says)
    yield from _each(("supplies",), "support", sign.supplies)


def _links_of_guide(guide: Guide) -> Iterator[Link]:
    for index, step in enumerate(guide.steps):
        for number, answer in enumerate(step.answers):
            for place, pointer in enumerate(answer.see):
                kind, _, target = pointer.partition(":")
                yield Link(("steps", index, "answers", number, "see", place), kind, target)


def _links_of_catalogue(catalogue: Catalogue) -> Iterator[Link]:
    if catalogue.provider:
        yield Link(("provider",), "provider", catalogue.provider)


def _links_of_topic(topic: Topic) -> Iterator[Link]:
    for index, section in enumerate(topic.sections):
        yield from _each(("sections", index, "facts"), "fact", section.facts)
        yield from _each(("sections", index, "scale"), "fact", section.scale)


def _links_of_case(case: Case) -> Iterator[Link]:
    if case.code is not None:
        yield Link(("code",), "code", case.code)
    if case.emitted_by is not None:
        yield Link(("emitted_by",), "actor", case.emitted_by)
    yield from _each(("causes",), "cause", case.causes)
    for index, evidence in enumerate(case.evidence):
        yield Link(("evidence", index, "kind"), "evidence", evidence.kind)
    for check, outcome in case.answers.items():
        yield Link(("answers", check), "check", check, at_key=True)
        yield Link(("answers", check), "outcome", f"{check}/{outcome}")


def _expected(location: Location, expects: dict[str, tuple[str, ...]]) -> Iterator[Link]:
    for check, outcomes in expects.items():
        yield Link((*location, check), "check", check, at_key=True)
        for index, outcome in enumerate(outcomes):
            yield Link((*location, check, index), "outcome", f"{check}/{outcome}")


def _each(location: Location, kind: str, targets: tuple[str, ...]) -> Iterator[Link]:
    for index, target in enumerate(targets):
        yield Link((*location, index), kind, target)


_OWN_LINKS: dict[type[Entry], Callable[[Any], Iterator[Link]]] = {
    Code: _links_of_code,
    Cause: _links_of_cause,
    Check: _links_of_check,
    Resolution: _links_of_resolution,
    Fact: _links_of_fact,
    Source: _links_of_source,
    Case: _links_of_case,
    Topic: _links_of_topic,
    Sign: _links_of_sign,
    Guide: _links_of_guide,
    Catalogue: _links_of_catalogue,
}

UNKNOWN = "unknown"
"""Stands where an actor could, when the evidence does not decide."""
