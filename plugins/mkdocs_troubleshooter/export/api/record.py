"""Facts, sources and worked cases as documents."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from mkdocs_troubleshooter.export.api.links import Links
from mkdocs_troubleshooter.export.api.shapes import (
    Item,
    Link,
    Listing,
    Markdown,
    Number,
    Shape,
    Sourced,
    SummarisedItem,
    Url,
)
from mkdocs_troubleshooter.model import entries
from mkdocs_troubleshooter.site.quantities import spell_fact


class FactValue(Shape):
    """The value that one provider states."""

    provider: str | None
    """An id of the vocabulary's `providers`; null where the value belongs to nobody."""
    value: Number | str
    """In the fact's unit; a text where it is no number."""
    upto: Number | None
    """The other end, where the value is a range."""
    spelled: str
    """The value with its unit in words."""
    condition: str | None
    """When it applies, such as a plan."""
    note: Markdown | None
    source: Link | None
    checked: date
    """The day on which it was last compared with its source."""


class FactItem(SummarisedItem):
    """A number or limit. Its summary says what is measured."""

    topic: str
    """Facts are grouped by it."""
    unit: str | None
    spelled: str
    """All values with their unit in words, each with who states it where they differ."""
    providers_differ: bool
    values: tuple[FactValue, ...]


class FactList(Listing[FactItem]):
    """All facts with their values."""


class FactDocument(Sourced, FactItem):
    """A number or limit, with its unit, providers, sources and dates."""

    codes: tuple[Link, ...]
    """The codes for which it matters."""


class SourceItem(Item):
    """A document that claims rest on."""

    publisher: str
    provider: str | None
    """An id of the vocabulary's `providers`, where one of them published it."""
    kind: str
    """Such as documentation, source code or field report."""
    document: str
    """What it is and where in it, such as a repository and a path."""
    document_url: Url | None
    version: str
    """Its own date or commit."""


class SourceList(Listing[SourceItem]):
    """All sources."""


class SourceDocument(SourceItem):
    """A document that claims rest on, and how far to rely on it."""

    trust: Markdown | None


class CaseItem(SummarisedItem):
    """A worked example. Its summary is what a person would say, without the cause."""

    code: Link | None
    """The code that was seen; null where the evidence shows none."""
    causes: tuple[Link, ...]
    """What it was, the best fitting first; empty where the evidence does not decide."""


class CaseList(Listing[CaseItem]):
    """All worked cases."""


class Evidence(Shape):
    """One thing that was seen."""

    kind: str
    """An id of the vocabulary's `evidence`."""
    text: str
    note: Markdown | None


class CaseDocument(Sourced, CaseItem):
    """A worked example: what was seen, and what it was."""

    emitted_by: str | None
    """The actor that wrote the response; null where it cannot be told."""
    evidence: tuple[Evidence, ...]
    story: Markdown
    """What it turned out to be, and how that was found."""
    answers: Mapping[str, str]
    """The outcome of each check that was made, both by id."""


def describe_fact(links: Links, fact: entries.Fact) -> FactDocument:
    """Return the document of a fact."""
    view = links.site.view
    return FactDocument(
        **links.item("fact", fact),
        **links.summary(fact.text),
        topic=fact.topic,
        unit=fact.unit,
        spelled=spell_fact(fact, links.site.knowledge.base),
        providers_differ=view.differs(fact),
        values=tuple(
            FactValue(
                provider=value.provider,
                value=value.value,
                upto=value.upto,
                spelled=view.spell(fact, value),
                condition=value.condition,
                note=links.note(value.note),
                source=links.find("source", value.source),
                checked=value.checked,
            )
            for value in fact.values
        ),
        sources=links.pick("source", dict.fromkeys(value.source for value in fact.values)),
        checked=min(value.checked for value in fact.values),
        codes=links.pick("code", view.relations.codes_of_fact.get(fact.id, ())),
    )


def describe_source(links: Links, source: entries.Source) -> SourceDocument:
    """Return the document of a source."""
    return SourceDocument(
        **links.item("source", source),
        publisher=source.publisher,
        provider=source.provider,
        kind=source.kind,
        document=source.document,
        document_url=source.url,
        version=source.version,
        trust=links.note(source.trust),
    )


def describe_case(links: Links, case: entries.Case) -> CaseDocument:
    """Return the document of a worked case."""
    return CaseDocument(
        **links.item("case", case),
        **links.summary(case.description),
        **links.sourced(case),
        code=links.find("code", case.code) if case.code else None,
        causes=links.pick("cause", case.causes),
        emitted_by=case.emitted_by,
        evidence=tuple(
            Evidence(kind=item.kind, text=item.text, note=links.note(item.note))
            for item in case.evidence
        ),
        story=links.markdown(case.story),
        answers=case.answers,
    )
