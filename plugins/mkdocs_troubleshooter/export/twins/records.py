"""The pages that list what is known from where: facts, sources, cases, signs, evidence, lists.

Their entries have no pages of their own, so all of them stands here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import TypeVar

from mkdocs_troubleshooter.export.twins.parts import spell_forms, write_case, write_steps
from mkdocs_troubleshooter.export.twins.pen import Pen
from mkdocs_troubleshooter.model.entries import (
    Case,
    Catalogue,
    Entry,
    Fact,
    FactValue,
    Requirement,
    Sign,
    Source,
)
from mkdocs_troubleshooter.site.quantities import spell_value


def list_support(pen: Pen) -> Iterator[str]:
    """Yield all that support asks for."""
    requirements = pen.view.knowledge.support.values()
    yield pen.head("Evidence to collect before you begin", level=1)
    yield pen.prose(pen.view.knowledge.base.support_intro)
    yield pen.ask([step for item in requirements for step in item.collect])
    for always, title, anchor in (
        (True, "With every case", "always"),
        (False, "When the code asks for it", "by-code"),
    ):
        items = [item for item in requirements if item.always is always]
        if items:
            yield pen.head(title, anchor)
        for item in items:
            yield from write_requirement(pen, item)


def write_requirement(pen: Pen, requirement: Requirement) -> Iterator[str]:
    """Yield one thing that support asks for."""
    yield pen.head(requirement.title, f"support-{requirement.id}", 3)
    yield pen.prose(requirement.why)
    yield write_steps(pen, requirement.collect)
    if requirement.redact:
        yield f"Before you share it: {pen.prose(requirement.redact)}"
    if requirement.example:
        yield "For example:"
        yield pen.fence(requirement.example)
    codes = pen.view.relations.codes_of_support.get(requirement.id, ())
    asked = f"Asked for with {pen.codes(codes)}. " if codes else ""
    sources = pen.see_all("source", requirement.sources, ", ")
    yield f"{asked}Checked on {requirement.checked}; {sources}."


def list_facts(pen: Pen) -> Iterator[str]:
    """Yield all facts, by what they are about."""
    facts = pen.view.knowledge.facts.values()
    yield pen.head("Facts", level=1)
    yield (
        f"{len(facts)} numbers and limits, each with who states it and when it was last compared "
        "with the source. Where providers differ, both values stand here; believe the one whose "
        "service you use, and measure."
    )
    days = sorted(value.checked for fact in facts for value in fact.values)
    yield (
        f"All values were compared with their sources on {days[0]}."
        if days[0] == days[-1]
        else "The value that was compared with its source the longest ago was compared on "
        f"{days[0]}, the latest on {days[-1]}."
    )
    for name, group in _group(facts, "topic"):
        yield pen.head(name, f"topic-{pen.view.anchor(name)}")
        for fact in group:
            yield from write_fact(pen, fact)


def write_fact(pen: Pen, fact: Fact) -> Iterator[str]:
    """Yield a fact, with all that state it."""
    yield pen.head(fact.title, f"fact-{fact.id}", 3)
    differ = f" {pen.strong('They differ.')}" if pen.view.differs(fact) else ""
    yield f"{pen.prose(fact.text)}{differ}"
    rows = (_describe_value(pen, fact, value) for value in fact.values)
    yield pen.table(("Stated by", "Value", "Source", "Checked"), rows)
    codes = pen.view.relations.codes_of_fact.get(fact.id, ())
    if codes:
        yield f"Matters for {pen.codes(codes)}"


def _describe_value(pen: Pen, fact: Fact, value: FactValue) -> tuple[str, str, str, str]:
    provider = pen.view.words["provider"].get(value.provider or "")
    amount = pen.strong(pen.line(spell_value(fact, value)))
    condition = f" {pen.line(value.condition)}" if value.condition else ""
    note = f". {pen.prose(value.note)}" if value.note else ""
    source = pen.view.knowledge.sources.get(value.source)
    said = f"{pen.see('source', source.id)}, {pen.line(source.version)}" if source else ""
    stated_by = pen.line(provider.short if provider else "Usual")
    return stated_by, f"{amount}{condition}{note}", said, str(value.checked)


def list_cases(pen: Pen) -> Iterator[str]:
    """Yield all cases, by their codes."""
    knowledge = pen.view.knowledge
    cases = knowledge.cases.values()
    yield pen.head("Cases", level=1)
    yield f"{len(cases)} worked examples: what was seen, and what it turned out to be."

    def name(case: Case) -> str:
        return f"{pen.see('case', case.id)} ({spell_forms(pen, case)})"

    for code, own in pen.view.relations.cases_of_code.items():
        if code in knowledge.codes:
            yield pen.head(pen.view.label(code), f"code-{code}")
            yield pen.bullets(map(name, own))
    others = [case for case in cases if case.code is None]
    if others:
        yield pen.head("Without a code", "without-code")
        yield pen.bullets(map(name, others))
    undecided = [case for case in cases if not case.causes]
    if undecided:
        yield pen.head("Where the evidence does not decide", "undecided")
    for case in undecided:
        yield from write_case(pen, case)


def list_signs(pen: Pen) -> Iterator[str]:
    """Yield all signs."""
    signs = pen.view.knowledge.signs.values()
    yield pen.head("Signs, the most reliable first", level=1)
    yield (
        f"{len(signs)} forms of text that show who wrote a response, which code it is, or that it "
        "is something else. Where two of them disagree, believe the one that stands higher; where "
        "none is there, it cannot be told."
    )
    for sign in signs:
        yield from write_sign(pen, sign)


def write_sign(pen: Pen, sign: Sign) -> Iterator[str]:
    """Yield a sign."""
    actors = pen.view.words["actor"]
    yield pen.head(sign.title, f"sign-{sign.id}")
    says = pen.word("actor", sign.says) if sign.says in actors else "Cannot tell"
    shown = "Not one of these codes" if sign.foreign else says
    yield f"{pen.strong(shown)}, {pen.line(pen.view.continued(sign.where))}"
    yield pen.prose(sign.summary)
    yield pen.fence(sign.example)
    given = pen.see_all("support", sign.supplies, ", ")
    supplies = f"Gives support: {given}. " if given else ""
    sources = pen.see_all("source", sign.sources, ", ")
    yield f"{supplies}Checked on {sign.checked}; {sources}."


def list_sources(pen: Pen) -> Iterator[str]:
    """Yield all sources, by who published them."""
    sources = pen.view.knowledge.sources.values()
    yield pen.head("Sources", level=1)
    yield (
        f"{len(sources)} documents that this knowledge base rests on, each in the edition that "
        "was read."
    )
    for name, group in _group(sources, "publisher"):
        yield pen.head(name, f"publisher-{pen.view.anchor(name)}")
        for source in group:
            yield from write_source(pen, source)


def write_source(pen: Pen, source: Source) -> Iterator[str]:
    """Yield a source."""
    yield pen.head(source.title, f"source-{source.id}", 3)
    edition = pen.line(f"{source.document}, {source.version} ({source.kind})")
    yield edition + (f": <{source.url}>" if source.url else "")
    yield pen.prose(source.trust) if source.trust else ""


def list_catalogues(pen: Pen) -> Iterator[str]:
    """Yield the lists of codes that others publish."""
    knowledge = pen.view.knowledge
    yield pen.head("Coverage", level=1)
    yield (
        "Every code that somebody lists, and the entry that stands for it. Nothing is left out in "
        "silence."
    )
    catalogues = knowledge.entries["catalogue"].values()
    for catalogue in catalogues:
        if isinstance(catalogue, Catalogue):
            yield from write_catalogue(pen, catalogue)


def write_catalogue(pen: Pen, catalogue: Catalogue) -> Iterator[str]:
    """Yield a list of codes, and what stands for each of them here."""
    knowledge = pen.view.knowledge
    yield pen.head(catalogue.title, f"catalogue-{catalogue.id}")
    yield pen.prose(catalogue.summary)
    rows = []
    for listed in catalogue.codes:
        code = knowledge.codes.get(knowledge.numbers.get(listed.code, listed.code))
        here = pen.prose(listed.left_out) if listed.left_out else ""
        if code is not None:
            here = pen.see("code", code.id, pen.view.title(code))
        rows.append((pen.line(listed.code), pen.line(listed.title or ""), here))
    yield pen.table(("Number", "In the list", "Here"), rows)
    sources = pen.see_all("source", catalogue.sources, ", ")
    yield f"{len(catalogue.codes)} numbers. Compared on {catalogue.checked} with {sources}."


def _group(entries: Iterable[E], field: str) -> Iterator[tuple[str, list[E]]]:
    """Yield entries by the text of one of their fields, in the order of the alphabet."""
    read = attrgetter(field)
    ordered = sorted(entries, key=lambda entry: read(entry).lower())
    for _, group in groupby(ordered, key=lambda entry: read(entry).lower()):
        items = list(group)
        yield read(items[0]), items


E = TypeVar("E", bound=Entry)
