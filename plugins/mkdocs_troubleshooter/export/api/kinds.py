"""The kinds of entries that have documents, with the shapes of these."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from mkdocs_troubleshooter.export.api.code import (
    CodeDocument,
    CodeItem,
    CodeList,
    describe_code,
)
from mkdocs_troubleshooter.export.api.diagnosis import (
    CauseDocument,
    CauseItem,
    CauseList,
    CheckDocument,
    CheckItem,
    CheckList,
    describe_cause,
    describe_check,
)
from mkdocs_troubleshooter.export.api.links import Links
from mkdocs_troubleshooter.export.api.record import (
    CaseDocument,
    CaseItem,
    CaseList,
    FactDocument,
    FactItem,
    FactList,
    SourceDocument,
    SourceItem,
    SourceList,
    describe_case,
    describe_fact,
    describe_source,
)
from mkdocs_troubleshooter.export.api.remedy import (
    ResolutionDocument,
    ResolutionItem,
    ResolutionList,
    SupportDocument,
    SupportItem,
    SupportList,
    describe_resolution,
    describe_support,
)
from mkdocs_troubleshooter.export.api.shapes import Item, Listing
from mkdocs_troubleshooter.model.entries import Code, Entry
from mkdocs_troubleshooter.model.kinds import KINDS, KindName


@dataclass(frozen=True)
class Published:
    """One kind of entry, as documents."""

    kind: KindName
    listing: type[Listing[Any]]
    item: type[Item]
    document: type[Item]
    describe: Callable[[Links, Any], Item]

    @property
    def folder(self) -> str:
        """Where its documents lie, and the name of its list."""
        return KINDS[self.kind].folder

    @property
    def list_path(self) -> str:
        """Where the list lies among the documents."""
        return f"{self.folder}.json"

    def path(self, name: str) -> str:
        """Return where the document of an entry lies, under its id or another name."""
        return f"{self.folder}/{name}.json"

    def shorten(self, document: Item) -> Item:
        """Return what of a document stands in the list."""
        return self.item(**{name: getattr(document, name) for name in self.item.model_fields})


PUBLISHED = (
    Published("code", CodeList, CodeItem, CodeDocument, describe_code),
    Published("cause", CauseList, CauseItem, CauseDocument, describe_cause),
    Published("check", CheckList, CheckItem, CheckDocument, describe_check),
    Published(
        "resolution", ResolutionList, ResolutionItem, ResolutionDocument, describe_resolution
    ),
    Published("support", SupportList, SupportItem, SupportDocument, describe_support),
    Published("fact", FactList, FactItem, FactDocument, describe_fact),
    Published("case", CaseList, CaseItem, CaseDocument, describe_case),
    Published("source", SourceList, SourceItem, SourceDocument, describe_source),
)
"""In the order in which they are described."""


def list_names(entry: Entry) -> Iterator[str]:
    """Yield every name under which the document of an entry is found, its id first."""
    yield entry.id
    if isinstance(entry, Code):
        yield from entry.also
    yield from (former.address for former in entry.formerly if former.is_id)
