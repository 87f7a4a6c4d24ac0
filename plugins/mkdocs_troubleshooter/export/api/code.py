"""A code as a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mkdocs_troubleshooter.export.api.links import Links, spread
from mkdocs_troubleshooter.export.api.plan import PlanOutline, outline_plan
from mkdocs_troubleshooter.export.api.shapes import (
    Link,
    Listing,
    Markdown,
    Shape,
    Sourced,
    SummarisedItem,
    Url,
)
from mkdocs_troubleshooter.model import entries
from mkdocs_troubleshooter.site.addresses import Address, entry_page


class CodeItem(SummarisedItem):
    """An error code."""

    label: str
    """What it is called, such as "Error 522"."""
    also: tuple[str, ...]
    """Other numbers of the same error. Its document is found under them too."""
    aliases: tuple[str, ...]
    """Other words under which people look for it."""
    phases: tuple[str, ...]
    """Where on the request path it fails, the usual place first: ids of the vocabulary."""


class CodeList(Listing[CodeItem]):
    """All codes."""


class Tell(Shape):
    """Something that tells who wrote the response."""

    text: Markdown
    says: str
    """The actor that it points at, or `unknown`."""


class Emitter(Shape):
    """Who can have written the response that the reader saw."""

    who: tuple[str, ...]
    """Ids of the vocabulary's `actors`, the usual one first."""
    tell: tuple[Tell, ...]
    """How to tell, the most reliable sign first."""


class Variant(Shape):
    """One of several errors that share a number."""

    id: str
    title: str
    url: Url
    tell: Markdown
    """How to tell it from the others."""
    summary: Markdown


class CauseOfCode(Link):
    """A cause, as one code sees it."""

    likelihood: str
    """An id of the vocabulary's `likelihoods`."""
    variant: str | None
    """The variant that it gives, where the code has several."""
    note: Markdown | None
    """Why this cause gives this code and not another."""
    expects: Mapping[str, tuple[str, ...]]
    """The outcomes that each check could show if this were the fault, by the check's id. A check
    that is missing could show anything."""


class ResolutionOfCode(Link):
    """A resolution, with the causes of the code that it removes."""

    causes: tuple[str, ...]
    """Ids of causes in the same document."""


class SupportOfCode(Link):
    """Something that support wants."""

    always: bool
    """Whether it is part of every case, whatever the code."""
    note: Markdown | None


class RelatedCode(Link):
    """Another code worth a look."""

    why: Markdown


class CodeDocument(Sourced, CodeItem):
    """An error code: what it means, where it fails, what causes it and what to do."""

    status: tuple[str, ...]
    """What else the response carries, such as the HTTP status, where it is not the code itself."""
    carried_by: tuple[Link, ...]
    """Codes in whose responses this one stands."""
    signatures: tuple[str, ...]
    """Regular expressions by which pasted text is known to show it, besides its number. They know
    no case, and `^` and `$` are ends of lines."""
    acts: tuple[str, ...]
    """The roles that can do something about it: ids of the vocabulary."""
    condition: tuple[Markdown, ...]
    """Exactly when it is sent."""
    emitter: Emitter
    variants: tuple[Variant, ...]
    """The errors that share this number, where there are several."""
    plan: PlanOutline
    causes: tuple[CauseOfCode, ...]
    """Most likely first."""
    inseparable: tuple[tuple[str, ...], ...]
    """Groups of causes that no check can tell apart for this code."""
    resolutions: tuple[ResolutionOfCode, ...]
    """What removes its causes."""
    workarounds: tuple[Link, ...]
    """Temporary resolutions that help before the cause is known."""
    traps: tuple[Markdown, ...]
    """What misleads, such as outdated advice."""
    facts: tuple[Link, ...]
    support: tuple[SupportOfCode, ...]
    """What support wants: for this code first, then with every case."""
    support_when: Markdown | None
    """When a support case makes sense, and with whom."""
    visitor: Markdown
    """What to tell a reader who only met the error and owns nothing."""
    related: tuple[RelatedCode, ...]
    cases: tuple[Link, ...]
    """Worked examples."""


def describe_code(links: Links, code: entries.Code) -> CodeDocument:
    """Return the document of a code."""
    view = links.site.view
    return CodeDocument(
        **links.item("code", code),
        **links.summary(code.summary),
        **links.sourced(code),
        label=view.label(code.id),
        also=code.also,
        aliases=code.aliases,
        phases=code.phases,
        status=code.status,
        carried_by=links.pick("code", code.carried_by),
        signatures=code.signatures,
        acts=code.acts,
        condition=links.texts(code.condition),
        emitter=_describe_emitter(links, code.emitter),
        variants=tuple(_list_variants(links, code)),
        plan=outline_plan(links, code),
        causes=tuple(_list_causes(links, code)),
        inseparable=code.inseparable,
        resolutions=tuple(
            ResolutionOfCode(**spread(link), causes=tuple(cause.id for cause in causes))
            for resolution, causes in view.remedies(code)
            if (link := links.find("resolution", resolution.id))
        ),
        workarounds=links.pick("resolution", code.workarounds),
        traps=links.texts(code.traps),
        facts=links.pick("fact", code.facts),
        support=tuple(_list_support(links, code)),
        support_when=links.note(code.support_when),
        visitor=links.markdown(view.visitor(code)),
        related=tuple(
            RelatedCode(**spread(link), why=links.markdown(item.why))
            for item in code.related
            if (link := links.find("code", item.code))
        ),
        cases=links.pick("case", (case.id for case in view.cases_of(code))),
    )


def _describe_emitter(links: Links, emitter: entries.Emitter) -> Emitter:
    tell = (Tell(text=links.markdown(item.text), says=item.says) for item in emitter.tell)
    return Emitter(who=emitter.who, tell=tuple(tell))


def _list_variants(links: Links, code: entries.Code) -> Iterator[Variant]:
    for variant in code.variants:
        address = Address(entry_page("code", code.id), f"variant-{variant.id}")
        yield Variant(
            id=variant.id,
            title=variant.title,
            url=links.page(address),
            tell=links.markdown(variant.tell),
            summary=links.markdown(variant.summary),
        )


def _list_causes(links: Links, code: entries.Code) -> Iterator[CauseOfCode]:
    for suspicion in links.site.view.suspicions(code):
        item, cause = suspicion.item, suspicion.cause
        link = links.find("cause", cause.id)
        if link:
            yield CauseOfCode(
                **spread(link),
                likelihood=item.likelihood,
                variant=item.variant,
                note=links.note(item.note),
                expects=links.expects(cause, item),
            )


def _list_support(links: Links, code: entries.Code) -> Iterator[SupportOfCode]:
    support = links.site.knowledge.support
    notes = {item.item: item.note for item in code.support if item.item in support}
    notes |= {name: None for name, item in support.items() if item.always and name not in notes}
    for name, note in notes.items():
        link = links.find("support", name)
        if link:
            yield SupportOfCode(**spread(link), always=support[name].always, note=links.note(note))
