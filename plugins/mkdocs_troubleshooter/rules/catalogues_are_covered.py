"""Every number of a published list has an entry, or a reason why it has none."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_troubleshooter.model.entries import Catalogue
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.source import Problem

RULE = "catalogues-are-covered"


def check(knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Yield a problem for each number that is missing, or left out although it is there."""
    for catalogue in knowledge.entries["catalogue"].values():
        assert isinstance(catalogue, Catalogue)  # noqa: S101 - entries are filed by kind
        document = knowledge.documents["catalogue", catalogue.id]
        for index, listed in enumerate(catalogue.codes):
            covered = knowledge.has_file("code", listed.code)
            location = ("codes", index, "code")
            if not covered and listed.left_out is None:
                message = f"no entry stands for '{listed.code}'"
                hint = "write it, or say in 'left_out' why not"
                yield document.problem(location, message, rule=RULE, hint=hint)
            elif covered and listed.left_out is not None:
                message = f"'{listed.code}' has an entry, so it is not left out"
                yield document.problem(location, message, rule=RULE)
