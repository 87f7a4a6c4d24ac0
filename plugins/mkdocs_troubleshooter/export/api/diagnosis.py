"""Causes and checks as documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mkdocs_troubleshooter.export.api.links import Links, spread
from mkdocs_troubleshooter.export.api.shapes import (
    Command,
    Link,
    Listing,
    Markdown,
    Number,
    Risk,
    Shape,
    Sourced,
    SummarisedItem,
)
from mkdocs_troubleshooter.model import entries


class CauseItem(SummarisedItem):
    """A fault that can produce one or more codes."""

    aliases: tuple[str, ...]
    at: str
    """Where the fault sits: an id of the vocabulary's `actors`."""


class CauseList(Listing[CauseItem]):
    """All causes."""


class CodeOfCause(Link):
    """A code that a cause gives."""

    likelihood: str
    """How often the cause is behind the code: an id of the vocabulary's `likelihoods`."""
    variant: str | None
    """The variant of the code that it gives, where the code has several."""
    note: Markdown | None
    """Why this cause gives this code and not another."""


class CauseDocument(Sourced, CauseItem):
    """A fault: how to recognise it, and how to remove it."""

    symptoms: tuple[str, ...]
    """How people who see it put it."""
    signs: tuple[Markdown, ...]
    """How to recognise it, the decisive sign first."""
    expects: Mapping[str, tuple[str, ...]]
    """The outcomes that each check could show if this were the fault, by the check's id. What a
    code's document says of its causes goes before it."""
    resolutions: tuple[Link, ...]
    """The most fitting first."""
    codes: tuple[CodeOfCause, ...]
    """The codes that it can give."""
    cases: tuple[Link, ...]
    """Worked examples."""


class CheckItem(SummarisedItem):
    """One thing a person can do to tell causes apart."""

    aliases: tuple[str, ...]
    question: str
    """The outcomes are its answers."""
    minutes: Number
    """The effort for somebody who has access."""
    who: str
    """The role that is needed: an id of the vocabulary's `roles`."""
    where: str
    """The machine or place to do it."""


class CheckList(Listing[CheckItem]):
    """All checks."""


class Outcome(Shape):
    """One result that a check can have."""

    id: str
    label: str
    """As an answer to the check's question."""
    sound: bool
    """Whether it is what a sound system shows."""
    means: Markdown
    patterns: tuple[str, ...]
    """Regular expressions by which pasted output is recognised. They know no case, and `^` and `$`
    are ends of lines."""
    example: str | None
    """What the output looks like."""
    causes: tuple[Link, ...]
    """The causes that it points at, those of most codes first."""


class CheckDocument(Sourced, CheckItem):
    """A check: what to do, and what each outcome means."""

    risk: Risk | None
    steps: tuple[Command, ...]
    outcomes: tuple[Outcome, ...]
    codes: tuple[Link, ...]
    """The codes that it helps with."""


def describe_cause(links: Links, cause: entries.Cause) -> CauseDocument:
    """Return the document of a cause."""
    relations = links.site.view.relations
    return CauseDocument(
        **links.item("cause", cause),
        **links.summary(cause.summary),
        **links.sourced(cause),
        aliases=cause.aliases,
        at=cause.at,
        symptoms=cause.symptoms,
        signs=links.texts(cause.signs),
        expects=links.expects(cause),
        resolutions=links.pick("resolution", cause.resolutions),
        codes=tuple(_list_codes(links, cause)),
        cases=links.pick("case", (case.id for case in relations.cases_of_cause.get(cause.id, ()))),
    )


def _list_codes(links: Links, cause: entries.Cause) -> Iterator[CodeOfCause]:
    view = links.site.view
    for code in view.relations.codes_of_cause.get(cause.id, ()):
        link, item = links.find("code", code), view.code_cause(code, cause.id)
        if link and item:
            yield CodeOfCause(
                **spread(link),
                likelihood=item.likelihood,
                variant=item.variant,
                note=links.note(item.note),
            )


def describe_check(links: Links, check: entries.Check) -> CheckDocument:
    """Return the document of a check."""
    view = links.site.view
    return CheckDocument(
        **links.item("check", check),
        **links.summary(check.summary),
        **links.sourced(check),
        aliases=check.aliases,
        question=check.question,
        minutes=check.minutes,
        who=check.who,
        where=check.where,
        risk=links.risk(check.risk) if check.risk else None,
        steps=links.commands(check.steps),
        outcomes=tuple(
            Outcome(
                id=outcome.id,
                label=outcome.label,
                sound=outcome.sound,
                means=links.markdown(outcome.means),
                patterns=outcome.patterns,
                example=outcome.example,
                causes=links.pick(
                    "cause", (cause.id for cause in view.causes_of_outcome(check, outcome))
                ),
            )
            for outcome in check.outcomes
        ),
        codes=links.pick("code", view.relations.codes_of_check.get(check.id, ())),
    )
