"""YAML text to plain values that know where they stand in their file."""

from mkdocs_troubleshooter.source.document import Document, Location, Position
from mkdocs_troubleshooter.source.folder import Folder, read_folder
from mkdocs_troubleshooter.source.problem import Problem, Severity, nearest
from mkdocs_troubleshooter.source.reader import read_document

__all__ = [
    "Document",
    "Folder",
    "Location",
    "Position",
    "Problem",
    "Severity",
    "nearest",
    "read_document",
    "read_folder",
]
