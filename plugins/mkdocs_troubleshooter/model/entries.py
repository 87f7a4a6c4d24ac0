"""The entries of a knowledge base, one class a kind.

Ids of other entries are plain text here: whether they resolve is for the rules to say.
"""

from mkdocs_troubleshooter.model.code import (
    Code,
    CodeCause,
    CodeSupport,
    Emitter,
    RelatedCode,
    Tell,
    Variant,
)
from mkdocs_troubleshooter.model.diagnosis import Cause, Check, Outcome
from mkdocs_troubleshooter.model.entry import Command, Entry, Risk, SourcedEntry, Step
from mkdocs_troubleshooter.model.guide import Guide, GuideAnswer, GuideStep
from mkdocs_troubleshooter.model.record import (
    Case,
    Catalogue,
    Evidence,
    Fact,
    FactValue,
    Listed,
    Source,
)
from mkdocs_troubleshooter.model.remedy import Requirement, Resolution
from mkdocs_troubleshooter.model.sign import Sign
from mkdocs_troubleshooter.model.topic import Section, Table, Topic

__all__ = [
    "Case",
    "Catalogue",
    "Cause",
    "Check",
    "Code",
    "CodeCause",
    "CodeSupport",
    "Command",
    "Emitter",
    "Entry",
    "Evidence",
    "Fact",
    "FactValue",
    "Guide",
    "GuideAnswer",
    "GuideStep",
    "Listed",
    "Outcome",
    "RelatedCode",
    "Requirement",
    "Resolution",
    "Risk",
    "Section",
    "Sign",
    "Source",
    "SourcedEntry",
    "Step",
    "Table",
    "Tell",
    "Topic",
    "Variant",
]
