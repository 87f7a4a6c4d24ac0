"""How twins are written: plain text escaped, links pending, lists and tables that nest safely.

The same titles, texts and links stand on many pages, so each of them is written once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from markupsafe import escape

from mkdocs_troubleshooter.draw import Chart, write_mermaid
from mkdocs_troubleshooter.model.base import Placeholder
from mkdocs_troubleshooter.model.entries import Command
from mkdocs_troubleshooter.model.kinds import KindName
from mkdocs_troubleshooter.model.prose import PLACEHOLDER
from mkdocs_troubleshooter.site import DRAWING, SOURCE, Site, View
from mkdocs_troubleshooter.site.addresses import page_url, write_links_of_file
from mkdocs_troubleshooter.site.markdown import escape_line, fence

DRAWN = "The same as a drawing:"
"""Stands before a flowchart's Mermaid source."""
MOST_CODES = 60
"""Codes that are listed in one line; of the rest, the number is said."""
_NEXT_LINE = re.compile(r"\n(?=[^\n])")
_IN_CELL = re.compile(r"(?P<ticks>`+)(?P<code>.+?)(?P=ticks)|\|")


class Pen:
    """Writes pieces of Markdown for one site."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._lines: dict[str, str] = {}
        self._links: dict[tuple[KindName, str, str, str], str] = {}

    @property
    def view(self) -> View:
        """The knowledge base, ready to be shown."""
        return self.site.view

    def line(self, text: str) -> str:
        """Return plain text."""
        if text not in self._lines:
            self._lines[text] = escape_line(text)
        return self._lines[text]

    def prose(self, text: str) -> str:
        """Return a text of an entry."""
        return self.view.prose.markdown(text)

    def word(self, kind: str, word_id: str) -> str:
        """Return what the base calls a word, such as a role; its id if it has none."""
        word = self.view.words[kind].get(word_id)
        return self.line(word.label if word else word_id)

    def head(self, title: str, anchor: str = "", level: int = 2) -> str:
        """Return a heading with its anchor, as Markdown with attributes has it."""
        place = f" {{#{anchor}}}" if anchor else ""
        return f"{'#' * level} {self.line(title)}{place}"

    def strong(self, text: str) -> str:
        """Return a piece of Markdown that stands out."""
        return f"**{text}**"

    def label(self, words: str, text: str) -> str:
        """Return what a few words say about the text behind them."""
        return f"{self.strong(f'{words}:')} {text}"

    def quote(self, text: str) -> str:
        """Return a quotation."""
        return "> " + text.replace("\n", "\n> ")

    def literal(self, text: str) -> str:
        """Return a value of one line, as it is typed."""
        return f"`{text}`"

    def link(self, words: str, href: str) -> str:
        """Return a link; its words alone where it leads nowhere."""
        return f"[{self.line(words)}]({href})" if href else self.line(words)

    def see(self, kind: KindName, entry_id: str, words: str = "", part: str = "") -> str:
        """Return a link to an entry or a part of it, by its title unless other words are given."""
        key = (kind, entry_id, words, part)
        if key not in self._links:
            entry = None if words else self.view.knowledge.find(kind, entry_id)
            title = words or (entry.title if entry else entry_id)
            href = self.view.href(kind, entry_id)
            self._links[key] = self.link(title, f"{href}#{part}" if href and part else href)
        return self._links[key]

    def see_all(self, kind: KindName, ids: Iterable[str], between: str = "; ") -> str:
        """Return links to the entries of a kind that exist among some ids."""
        entries = self.view.knowledge.entries[kind]
        return between.join(self.see(kind, entry_id) for entry_id in ids if entry_id in entries)

    def codes(self, ids: Sequence[str], most: int = MOST_CODES) -> str:
        """Return links to some codes by their numbers."""
        listed = ", ".join(self.see("code", code, code) for code in ids[:most])
        return f"{listed} and {len(ids) - most} more" if len(ids) > most else listed

    def fence(self, code: str, language: str = "text") -> str:
        """Return code as a block."""
        return fence(code, language)

    def run(self, command: Command) -> str:
        """Return the command of a step, with examples in the place of placeholders."""
        return fence(self.view.prose.fill_in(command.run or ""), command.language)

    def bullets(self, items: Iterable[str]) -> str:
        """Return a list; nothing if there are no items."""
        return "\n".join(f"- {indent(item)}" for item in items)

    def numbered(self, items: Iterable[str]) -> str:
        """Return a list with numbers."""
        return "\n".join(f"{number}. {indent(item)}" for number, item in enumerate(items, 1))

    def table(self, columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
        """Return a table; its cells are Markdown."""
        names = list(columns)
        lines = [names, ["---"] * len(names), *rows]
        return "\n".join(f"| {' | '.join(map(put_in_cell, cells))} |" for cells in lines)

    def draw(self, chart: Chart, page: str) -> Iterator[str]:
        """Yield a flowchart as Mermaid, with the links of the drawing, and where both files are."""
        site = self.site
        url = page_url(page, directories=site.directories)
        text = write_mermaid(chart)
        text = write_links_of_file(text, url, base=site.base, directories=site.directories)
        yield DRAWN
        yield fence(text, "mermaid")
        drawing = self.link("the drawing", self.view.file(page, DRAWING))
        source = self.link("Mermaid source for a runbook", self.view.file(page, SOURCE))
        yield f"Take it along: {drawing}, {source}"

    def ask(self, steps: Iterable[Command] | None) -> str:
        """Return which examples in some commands stand for readers' own values; None: all."""
        placeholders = self._asked
        if steps is not None:
            text = " ".join(f"{step.run or ''} {step.text}" for step in steps)
            used = {match["id"] for match in PLACEHOLDER.finditer(text)}
            placeholders = [item for item in placeholders if item.id in used]
        if not placeholders:
            return ""
        values = (
            f"{self.literal(item.example)} ({self.line(self.view.continued(item.label))})"
            for item in placeholders
        )
        return f"In commands, put your own values in place of {', '.join(values)}."

    @cached_property
    def _asked(self) -> list[Placeholder]:
        return [item for item in self.view.knowledge.base.placeholders if item.ask]


def join(blocks: Iterable[str]) -> str:
    """Return blocks with a blank line between them; empty ones are left out."""
    return "\n\n".join(block for block in blocks if block)


def indent(text: str) -> str:
    """Return what stands in a list so that its further lines belong to the item."""
    return _NEXT_LINE.sub("\n    ", text) if "\n" in text else text


def put_in_cell(text: str) -> str:
    """Return Markdown for a cell of a table, where a line break or a bar would end it."""
    line = " ".join(text.split()) if "\n" in text else text
    return _IN_CELL.sub(_spell_bar, line) if "|" in line else line


def _spell_bar(match: re.Match[str]) -> str:
    code = match["code"]
    if code is None:
        return r"\|"
    # Within code, kinds of Markdown do not agree on how a bar is written.
    spelled = str(escape(code.strip())).replace("|", "&#124;")
    return f"<code>{spelled}</code>" if "|" in code else match.group()
