"""Every id that an entry names exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from mkdocs_troubleshooter.model.kinds import KINDS
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.model.links import Link, links_of, links_of_base
from mkdocs_troubleshooter.model.prose import REFERENCE_KINDS, find_unknown_kinds, walk_prose
from mkdocs_troubleshooter.source import Document, Problem, nearest

RULE = "references-resolve"


def check(knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Yield a problem for each mention of something that does not exist."""
    targets = _Targets(knowledge)
    for link in links_of_base(knowledge.base):
        yield from _check_link(link, knowledge.base_document, targets)
    yield from _check_kinds(knowledge.base, knowledge.base_document)
    for kind, entries in knowledge.entries.items():
        for entry in entries.values():
            for link in links_of(entry):
                yield from _check_link(link, knowledge.documents[kind, entry.id], targets)
            yield from _check_kinds(entry, knowledge.documents[kind, entry.id])


def _check_kinds(model: BaseModel, document: Document) -> Iterator[Problem]:
    for location, text in walk_prose(model):
        for name in find_unknown_kinds(text):
            message = f"nothing is referred to as '{{{name}:...}}'"
            hint = nearest(name, REFERENCE_KINDS)
            yield document.problem(location, message, rule=RULE, hint=hint)


def _check_link(link: Link, document: Document, targets: _Targets) -> Iterator[Problem]:
    if not targets.knows(link):
        message = f"there is no {targets.label(link)} '{link.target.rpartition('/')[2]}'"
        hint = nearest(link.target.rpartition("/")[2], targets.near(link))
        yield document.problem(link.location, message, rule=RULE, hint=hint, at_key=link.at_key)


class _Targets:
    """Everything that can be named, by kind."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        base = knowledge.base
        self._knowledge = knowledge
        self._words: dict[str, set[str]] = {
            "phase": {item.id for item in base.phases},
            "role": {item.id for item in base.roles},
            "actor": {item.id for item in base.actors},
            "likelihood": {item.id for item in base.likelihoods},
            "provider": {item.id for item in base.providers},
            "risk": {item.id for item in base.risks},
            "evidence": {item.id for item in base.evidence},
            "term": {item.id for item in base.terms},
        }
        self._parts = {
            **{("outcome", c.id): {o.id for o in c.outcomes} for c in knowledge.checks.values()},
            **{("variant", c.id): {v.id for v in c.variants} for c in knowledge.codes.values()},
            **{("section", t.id): {s.id for s in t.sections} for t in knowledge.topics.values()},
        }

    def knows(self, link: Link) -> bool:
        if link.kind in self._words:
            return link.target in self._words[link.kind]
        if link.kind in KINDS:
            return self._knowledge.has_file(link.kind, link.target)
        owner, _, part = link.target.partition("/")
        # Where the owner itself is missing or broken, that is the problem to report, once.
        parts = self._parts.get((link.kind, owner))
        return parts is None or part in parts

    def near(self, link: Link) -> Iterable[str]:
        if link.kind in self._words:
            return sorted(self._words[link.kind])
        if link.kind in KINDS:
            return self._knowledge.entries[link.kind]
        return sorted(self._parts[link.kind, link.target.partition("/")[0]])

    def label(self, link: Link) -> str:
        if link.kind in KINDS:
            return KINDS[link.kind].label
        if link.kind in _OWNERS:
            owner = _OWNERS[link.kind]
            return f"{link.kind} of the {owner} '{link.target.partition('/')[0]}' called"
        return {"evidence": "kind of evidence"}.get(link.kind, link.kind)


_OWNERS = {"outcome": "check", "section": "topic", "variant": "code"}
