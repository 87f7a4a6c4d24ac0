"""The knowledge as JSON documents: static files below `api/v1/`, described by JSON Schemas.

Fields and documents are added, never removed or renamed, below one version. Each module holds the
shapes of some documents beside the functions that make them.
"""

from mkdocs_troubleshooter.export.api.index import DESCRIPTION
from mkdocs_troubleshooter.export.api.links import FOLDER
from mkdocs_troubleshooter.export.api.writing import write_api

__all__ = ["DESCRIPTION", "FOLDER", "write_api"]
