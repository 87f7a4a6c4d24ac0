"""An entry as text for a terminal: what its page says, without links and other markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from textwrap import fill, indent

from mkdocs_troubleshooter.draw import Chart
from mkdocs_troubleshooter.export.twins.pages import write_page, write_record
from mkdocs_troubleshooter.export.twins.pen import MOST_CODES, Pen, join
from mkdocs_troubleshooter.model.entries import Command, Entry
from mkdocs_troubleshooter.model.kinds import KindName
from mkdocs_troubleshooter.site import Site

_WIDTH = 88
_LINES = {1: "=", 2: "-", 3: "~"}
"""What headings are underlined with, by their level."""
_KEPT = "\0"
"""Begins a line that is not to be wrapped."""
_MARKER = re.compile(r" *(?:- |\d+\. )?")


class _Terminal(Pen):
    def line(self, text: str) -> str:
        return text

    def prose(self, text: str) -> str:
        return self.view.prose.plain(text)

    def head(self, title: str, anchor: str = "", level: int = 2) -> str:  # noqa: ARG002 - shows none
        return f"{_KEPT}{title}\n{_KEPT}{_LINES[level] * len(title)}"

    def strong(self, text: str) -> str:
        return f"*{text}*"

    def label(self, words: str, text: str) -> str:
        return f"{words}: {text}"

    def quote(self, text: str) -> str:
        return text

    def literal(self, text: str) -> str:
        return text

    def link(self, words: str, href: str) -> str:  # noqa: ARG002 - shows none
        return words

    def see(self, kind: KindName, entry_id: str, words: str = "", part: str = "") -> str:
        return f"{super().see(kind, entry_id, words, part)} [{entry_id}]"

    def codes(self, ids: Sequence[str], most: int = MOST_CODES) -> str:
        more = f" and {len(ids) - most} more" if len(ids) > most else ""
        return ", ".join(ids[:most]) + more

    def fence(self, code: str, language: str = "text") -> str:  # noqa: ARG002 - shows none
        return indent(code.strip("\n"), f"{_KEPT}    ", lambda _: True)

    def run(self, command: Command) -> str:
        return self.fence(self.view.prose.fill_in(command.run or ""))

    def table(self, columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
        names = list(columns)
        return self.bullets(
            "; ".join(f"{name}: {cell}" for name, cell in zip(names, row, strict=True) if cell)
            for row in rows
        )

    def draw(self, chart: Chart, page: str) -> Iterator[str]:  # noqa: ARG002 - the text says it
        yield from ()


def explain(site: Site, entry: Entry) -> str:
    """Return an entry as text."""
    pen = _Terminal(site)
    page = next((page for page in site.pages.values() if page.entry is entry), None)
    blocks = write_page(pen, page) if page else write_record(pen, entry)
    return "\n".join(_wrap(line) for line in join(blocks).split("\n")) + "\n"


def _wrap(line: str) -> str:
    if _KEPT in line:
        return line.replace(_KEPT, "").rstrip()
    marker = _MARKER.match(line)
    following = " " * (marker.end() if marker else 0)
    return fill(
        line,
        _WIDTH,
        subsequent_indent=following,
        break_long_words=False,
        break_on_hyphens=False,
    )
