"""The pages that list all entries of a kind, as blocks of Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter

from mkdocs_troubleshooter.export.twins.parts import spell_minutes, tag_risk
from mkdocs_troubleshooter.export.twins.pen import Pen
from mkdocs_troubleshooter.export.twins.records import (
    list_cases,
    list_catalogues,
    list_facts,
    list_signs,
    list_sources,
    list_support,
)
from mkdocs_troubleshooter.model.entries import Check, Entry
from mkdocs_troubleshooter.model.kinds import KindName
from mkdocs_troubleshooter.site import Page

FEW = 8
"""Codes that are named beside an entry in a list."""


def write_index(pen: Pen, page: Page) -> Iterator[str]:
    """Yield the page that lists a kind."""
    if page.kind is not None:
        yield from _INDEXES[page.kind](pen)


def _list_codes(pen: Pen) -> Iterator[str]:
    codes = pen.view.knowledge.codes
    yield pen.head("Codes", level=1)
    yield f"{len(codes)} codes, in the order of the places where they fail."
    for phase in pen.view.knowledge.base.phases:
        ids = pen.view.relations.codes_of_phase.get(phase.id, ())
        if not ids:
            continue
        yield pen.head(phase.label, f"phase-{phase.id}")
        yield pen.line(phase.text)
        yield pen.bullets(
            f"{pen.codes([name])}, {pen.line(codes[name].title)}"
            + (f". {pen.prose(codes[name].summary)}" if codes[name].phases[0] == phase.id else "")
            for name in ids
        )


def _list_causes(pen: Pen) -> Iterator[str]:
    causes = pen.view.knowledge.causes.values()
    yield pen.head("Causes", level=1)
    yield (
        f"{len(causes)} faults, by where they sit. One cause can give several codes, and most "
        "codes have several causes."
    )
    codes_of = pen.view.relations.codes_of_cause
    for actor in pen.view.knowledge.base.actors:
        here = sorted((item for item in causes if item.at == actor.id), key=_by_title)
        if here:
            yield pen.head(f"At the {pen.view.continued(actor.label)}", f"at-{actor.id}")
            yield pen.bullets(
                f"{pen.see('cause', item.id)}: {pen.codes(codes_of.get(item.id, ()), FEW)}"
                for item in here
            )


def _list_checks(pen: Pen) -> Iterator[str]:
    checks = pen.view.knowledge.checks.values()
    yield pen.head("Checks", level=1)
    yield (
        f"{len(checks)} things to do that tell causes apart, by who can do them, quickest first."
    )
    for role in pen.view.knowledge.base.roles:
        own = sorted((item for item in checks if item.who == role.id), key=attrgetter("minutes"))
        if own:
            yield pen.head(role.label, f"who-{role.id}")
            yield pen.bullets(_describe_check(pen, check) for check in own)


def _describe_check(pen: Pen, check: Check) -> str:
    codes = pen.codes(pen.view.relations.codes_of_check.get(check.id, ()), FEW)
    effort = spell_minutes(float(check.minutes))
    return f"{pen.see('check', check.id)}{tag_risk(pen, check.risk)}, {effort}: {codes}"


def _list_resolutions(pen: Pen) -> Iterator[str]:
    resolutions = pen.view.knowledge.resolutions.values()
    yield pen.head("Resolutions", level=1)
    yield f"{len(resolutions)} ways out: those that remove a cause, and those that buy time."
    codes_of = pen.view.relations.codes_of_resolution
    for temporary, title, anchor in (
        (False, "Remove the cause", "lasting"),
        (True, "Buy time, then undo", "temporary"),
    ):
        items = [item for item in resolutions if item.temporary is temporary]
        if items or not temporary:
            yield pen.head(title, anchor)
            yield pen.bullets(
                f"{pen.see('resolution', item.id)}{tag_risk(pen, item.risk)}: "
                f"{pen.codes(codes_of.get(item.id, ()), FEW)}"
                for item in sorted(items, key=_by_title)
            )


def _list_topics(pen: Pen) -> Iterator[str]:
    yield pen.head("Background", level=1)
    yield "What several codes have in common, and what to know beyond them."
    topics = pen.view.knowledge.topics.values()
    yield pen.bullets(f"{pen.see('topic', item.id)}: {pen.prose(item.summary)}" for item in topics)


def _by_title(entry: Entry) -> str:
    return entry.title.lower()


_INDEXES: Mapping[KindName, Callable[[Pen], Iterator[str]]] = {
    "code": _list_codes,
    "cause": _list_causes,
    "check": _list_checks,
    "resolution": _list_resolutions,
    "support": list_support,
    "fact": list_facts,
    "case": list_cases,
    "sign": list_signs,
    "topic": _list_topics,
    "source": list_sources,
    "catalogue": list_catalogues,
}
