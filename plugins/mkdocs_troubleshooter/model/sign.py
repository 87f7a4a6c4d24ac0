"""Signs: what can be read off pasted text before anybody thinks about causes."""

from __future__ import annotations

from pydantic import Field

from mkdocs_troubleshooter.model.entry import SourcedEntry
from mkdocs_troubleshooter.model.values import Flag, Line, Prose, Slug, Whole


class Sign(SourcedEntry):
    """A form of text that shows a code, who wrote the response, or some other fact about it."""

    order: Whole
    """Its place on the ladder: where two signs disagree, the lower number is believed."""
    summary: Prose
    """What it proves, and what can look like it."""
    says: Slug
    """The actor that wrote the response, or unknown where the sign does not tell."""
    reads: Slug | None = None
    """What the first group of each pattern holds: code, or any other word, such as host."""
    foreign: Flag = False
    """Whether it shows that the text is not about a code of this knowledge base."""
    supplies: tuple[Slug, ...] = ()
    """The support requirements that are met where it is found."""
    where: Line
    """In what it is found, such as "Response headers"."""
    patterns: tuple[str, ...] = Field(min_length=1)
    """Regular expressions, tried in turn; they know no case, and ^ and $ are ends of lines."""
    example: str
    """Text that they match."""
