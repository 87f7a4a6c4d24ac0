"""The kinds of entries: what each is called, where its files lie, and its class."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mkdocs_troubleshooter.model.entries import (
    Case,
    Catalogue,
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

KindName = Literal[
    "code",
    "cause",
    "check",
    "resolution",
    "support",
    "fact",
    "source",
    "case",
    "sign",
    "topic",
    "guide",
    "catalogue",
]


@dataclass(frozen=True)
class Kind:
    """One kind of entry."""

    name: KindName
    """As in references and commands: {cause:port-closed}, `new cause port-closed`."""
    folder: str
    label: str
    """What one entry is called in sentences."""
    model: type[Entry]


KINDS: dict[KindName, Kind] = {
    kind.name: kind
    for kind in (
        Kind("code", "codes", "code", Code),
        Kind("cause", "causes", "cause", Cause),
        Kind("check", "checks", "check", Check),
        Kind("resolution", "resolutions", "resolution", Resolution),
        Kind("support", "support", "support requirement", Requirement),
        Kind("fact", "facts", "fact", Fact),
        Kind("source", "sources", "source", Source),
        Kind("case", "cases", "case", Case),
        Kind("sign", "signs", "sign", Sign),
        Kind("topic", "topics", "topic", Topic),
        Kind("guide", "guides", "guide", Guide),
        Kind("catalogue", "catalogues", "catalogue", Catalogue),
    )
}
FOLDERS: dict[str, Kind] = {kind.folder: kind for kind in KINDS.values()}
BASE_FILE = "base.yaml"
