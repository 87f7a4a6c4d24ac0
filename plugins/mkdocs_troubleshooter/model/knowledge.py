"""A knowledge base in memory: its entries by kind and id, and the way from each to its file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, cast

from pydantic import BaseModel, ValidationError

from mkdocs_troubleshooter.model.base import Base
from mkdocs_troubleshooter.model.complaints import describe
from mkdocs_troubleshooter.model.entries import (
    Case,
    Cause,
    Check,
    Code,
    Entry,
    Fact,
    Guide,
    Requirement,
    Resolution,
    Sign,
    Source,
    Topic,
)
from mkdocs_troubleshooter.model.kinds import BASE_FILE, FOLDERS, KINDS, KindName
from mkdocs_troubleshooter.source import Document, Folder, Location, Problem, nearest

Key = tuple[KindName, str]
"""The kind and id of an entry."""


@dataclass(frozen=True)
class KnowledgeBase:
    """All entries that could be read; those that could not are in `broken`."""

    base: Base
    entries: Mapping[KindName, Mapping[str, Entry]]
    documents: Mapping[Key, Document] = field(default_factory=dict)
    base_document: Document = field(default_factory=lambda: Document(BASE_FILE))
    broken: Mapping[Key, tuple[Problem, ...]] = field(default_factory=dict)

    @property
    def codes(self) -> Mapping[str, Code]:
        """Codes by id, in the order that people count in."""
        return cast("Mapping[str, Code]", self.entries["code"])

    @property
    def causes(self) -> Mapping[str, Cause]:
        """Causes by id."""
        return cast("Mapping[str, Cause]", self.entries["cause"])

    @property
    def checks(self) -> Mapping[str, Check]:
        """Checks by id."""
        return cast("Mapping[str, Check]", self.entries["check"])

    @property
    def resolutions(self) -> Mapping[str, Resolution]:
        """Resolutions by id."""
        return cast("Mapping[str, Resolution]", self.entries["resolution"])

    @property
    def support(self) -> Mapping[str, Requirement]:
        """Support requirements by id, those of every case first."""
        return cast("Mapping[str, Requirement]", self.entries["support"])

    @property
    def facts(self) -> Mapping[str, Fact]:
        """Facts by id."""
        return cast("Mapping[str, Fact]", self.entries["fact"])

    @property
    def sources(self) -> Mapping[str, Source]:
        """Sources by id."""
        return cast("Mapping[str, Source]", self.entries["source"])

    @property
    def cases(self) -> Mapping[str, Case]:
        """Cases by id."""
        return cast("Mapping[str, Case]", self.entries["case"])

    @property
    def signs(self) -> Mapping[str, Sign]:
        """Signs by id, the most reliable first."""
        return cast("Mapping[str, Sign]", self.entries["sign"])

    @property
    def topics(self) -> Mapping[str, Topic]:
        """Topics by id, in their own order."""
        return cast("Mapping[str, Topic]", self.entries["topic"])

    @property
    def guides(self) -> Mapping[str, Guide]:
        """Guides by id."""
        return cast("Mapping[str, Guide]", self.entries["guide"])

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """The code whose entry stands for each number, its own and its other ones."""
        owners: dict[str, str] = {}
        for code in self.codes.values():
            for number in code.also:
                owners.setdefault(number, code.id)
        return {**owners, **{code: code for code in self.codes}}

    def find(self, kind: KindName, entry_id: str) -> Entry | None:
        """Return an entry, or None where there is none that could be read."""
        if kind == "code":
            entry_id = self.numbers.get(entry_id, entry_id)
        return self.entries[kind].get(entry_id)

    def has_file(self, kind: KindName, entry_id: str) -> bool:
        """Tell whether a file stands for an id, even one that could not be read."""
        known = self.numbers if kind == "code" else self.entries[kind]
        return entry_id in known or (kind, entry_id) in self.broken


def assemble(folder: Folder) -> tuple[KnowledgeBase | None, list[Problem]]:
    """Turn the files of a folder into a knowledge base and everything that is wrong with them.

    There is no knowledge base where base.yaml is missing or wrong, since nothing else has a
    meaning without it.
    """
    problems = list(folder.problems)
    base, base_document = _read_base(folder, problems)
    entries: dict[KindName, dict[str, Entry]] = {kind: {} for kind in KINDS}
    documents: dict[Key, Document] = {}
    broken: dict[Key, tuple[Problem, ...]] = {}
    for name, document in folder.files.items():
        if name == BASE_FILE:
            continue
        key = _place(name, document, problems)
        if key is None:
            continue
        documents[key] = document
        entry, wrong = _validate(document, KINDS[key[0]].model)
        if entry is not None and entry.id != key[1]:
            wrong = [*wrong, _describe_id(document, entry.id, key[1])]
        problems.extend(wrong)
        if entry is None or wrong:
            broken[key] = tuple(wrong)
        else:
            entries[key[0]][key[1]] = entry
    if base is None:
        return None, problems
    ordered = {kind: _sort(found) for kind, found in entries.items()}
    return KnowledgeBase(base, ordered, documents, base_document, broken), problems


def _read_base(folder: Folder, problems: list[Problem]) -> tuple[Base | None, Document]:
    document = folder.files.get(BASE_FILE)
    if document is None:
        path = f"{folder.shown_as}/{BASE_FILE}"
        if not folder.problems or folder.files:
            problems.append(Problem(path, 1, 1, "this file is missing", "files"))
        return None, Document(path)
    base, wrong = _validate(document, Base)
    problems.extend(wrong)
    return (None if wrong else base), document


def _place(name: str, document: Document, problems: list[Problem]) -> Key | None:
    folder, _, rest = name.partition("/")
    if folder in FOLDERS and rest and "/" not in rest:
        return FOLDERS[folder].name, rest.removesuffix(".yaml")
    message = f"entries lie in one of {', '.join(FOLDERS)}"
    hint = nearest(folder, FOLDERS) if rest else ""
    problems.append(Problem(document.path, 1, 1, message, "files", hint))
    return None


_M = TypeVar("_M", bound=BaseModel)


def _validate(document: Document, model: type[_M]) -> tuple[_M | None, list[Problem]]:
    """Return the entry that a document holds, and what is wrong with it."""
    problems = list(document.problems)
    if document.value is None:
        return None, problems or [Problem(document.path, 1, 1, "the file is empty", "yaml")]
    if not isinstance(document.value, dict):
        return None, [*problems, document.problem((), "must have keys", rule="shape")]
    try:
        entry = model.model_validate(document.value)
    except ValidationError as error:
        return None, [*problems, *describe(error, document, model)]
    return entry, problems


def _describe_id(document: Document, found: str, wanted: str) -> Problem:
    location: Location = ("id",)
    message = f"the id is '{found}' but the file is called '{wanted}'"
    return document.problem(location, message, rule="ids-match-files", hint=f"id: {wanted}")


def _sort(entries: dict[str, Entry]) -> dict[str, Entry]:
    """Return entries by rank, then by id: as numbers, unless leading zeros make them words."""
    padded = any(_PADDED.search(name) for name in entries)

    def key(item: tuple[str, Entry]) -> Any:
        name, entry = item
        return _rank(entry), name.lower() if padded else _split_numbers(name)

    return dict(sorted(entries.items(), key=key))


def _rank(entry: Entry) -> int:
    if isinstance(entry, Topic | Sign):
        return entry.order
    return int(isinstance(entry, Requirement) and not entry.always)


def _split_numbers(text: str) -> tuple[tuple[int, int | str], ...]:
    parts = re.split(r"([0-9]+)", text.lower())
    return tuple((0, int(part)) if part.isdigit() else (1, part) for part in parts if part)


_PADDED = re.compile(r"(?<![0-9])0[0-9]")
