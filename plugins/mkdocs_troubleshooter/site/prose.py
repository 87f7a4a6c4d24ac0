"""Markdown from entries to safe HTML, through the site's own Markdown extensions.

Entries may say anything: raw HTML is shown as text, and whatever extensions make of the rest is
sanitised. References and placeholders are taken out before Markdown sees them and put back as
links and fields afterwards, so that no extension can misread their braces.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from html import escape, unescape
from typing import Any

import nh3
from markdown import Markdown
from markupsafe import Markup

from mkdocs_troubleshooter.model.entries import Fact
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.model.prose import PLACEHOLDER, REFERENCE, Reference
from mkdocs_troubleshooter.site.addresses import Address, address_of
from mkdocs_troubleshooter.site.markdown import escape_line, replace_outside_code, tame
from mkdocs_troubleshooter.site.quantities import spell_fact

_TAG = re.compile(r"<[^>]*>")
_PLAIN = re.compile(r"(?:[\w ,;.()'\"?/%+\u00a0-\uffff-]|:(?= )|`(?!#!|:::)[^`\n]+`)*", re.ASCII)
"""Text in which Markdown finds nothing but code spans."""
_CODE_SPAN = re.compile(r"`([^`]+)`")
_HARMLESS = frozenset(
    """
    abbr admonition attr_list def_list extra fenced_code footnotes md_in_html meta tables toc
    codehilite pymdownx.arithmatex pymdownx.betterem pymdownx.caret pymdownx.critic
    pymdownx.details pymdownx.emoji pymdownx.highlight pymdownx.inlinehilite pymdownx.keys
    pymdownx.mark pymdownx.superfences pymdownx.tabbed pymdownx.tasklist pymdownx.tilde
    """.split()
)
"""Extensions that leave such text alone; with any other, everything goes through Markdown."""

_TAGS = set(
    """
    a abbr b blockquote br caption cite code dd del details div dl dt em hr i ins kbd li mark ol p
    pre q s samp small span strong sub summary sup table tbody td th thead tr u ul var
    """.split()
)
_ATTRIBUTES = {
    "*": {"class", "title", "lang", "dir"},
    "a": {"href"},
    "ol": {"start"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "align", "scope"},
    "details": {"open"},
}
_SCHEMES = {"http", "https", "mailto", "ts"}


class Prose:
    """Renders the texts of one knowledge base; each different text is rendered once."""

    def __init__(
        self,
        knowledge: KnowledgeBase,
        extensions: Sequence[Any] = (),
        configs: Mapping[str, Any] | None = None,
    ) -> None:
        self._knowledge = knowledge
        self._examples = {item.id: item.example for item in knowledge.base.placeholders}
        self._markdown = Markdown(
            extensions=list(extensions), extension_configs=dict(configs or {})
        )
        # Without these two, raw HTML is text like any other.
        self._markdown.preprocessors.deregister("html_block", strict=False)
        self._markdown.inlinePatterns.deregister("html", strict=False)
        # Letters only, so that neither Markdown nor a highlighter takes a token apart, and not to
        # be guessed, so that no entry can hold one.
        self._nonce = "".join(secrets.choice(_CONSONANTS) for _ in range(12))
        self._token = re.compile(f"{self._nonce}([A-J]+)Z")
        self._shortcut = all(str(extension) in _HARMLESS for extension in extensions)
        self._blocks: dict[str, Markup] = {}
        self._texts: dict[str, str] = {}
        self._commands: dict[tuple[str, str, bool], Markup] = {}

    def block(self, text: str) -> Markup:
        """Return paragraphs, lists and code as HTML."""
        if text not in self._blocks:
            self._blocks[text] = self._render(text)
        return self._blocks[text]

    def inline(self, text: str) -> Markup:
        """Return a single paragraph without its tags; anything longer stays a block."""
        html = self.block(text)
        if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
            return Markup(html[3:-4])  # noqa: S704 - sanitised above
        return html

    def command(self, run: str, language: str = "sh", *, values: bool = True) -> Markup:
        """Return highlighted code; with `values`, placeholders become readers' own values."""
        key = (run, language, values)
        if key not in self._commands:
            runs = [len(ticks) for ticks in re.findall(r"`+", run)]
            fence = "`" * max(3, max(runs, default=0) + 1)
            safe = language if re.fullmatch(r"[\w+-]+", language) else "text"
            source = run.strip("\n")
            tokens: list[Token] = []
            if values:
                source = PLACEHOLDER.sub(lambda match: self._take_value(match, tokens), source)
            html = _BARE.sub(r"\1", self._convert(f"{fence}{safe}\n{source}\n{fence}"))
            self._commands[key] = self._put_back(html, tokens)
        return self._commands[key]

    def plain(self, text: str, limit: int | None = None) -> str:
        """Return a text without markup, references spelled out, for descriptions."""
        bare = unescape(_TAG.sub("", self.block(text)))
        words = " ".join(bare.split())
        if limit is not None and len(words) > limit:
            words = words[:limit].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
        return words

    def markdown(self, text: str) -> str:
        """Return a text as Markdown: references are pending links, placeholders examples."""
        if text not in self._texts:
            self._texts[text] = self._write(text.strip())
        return self._texts[text]

    def fill_in(self, command: str) -> str:
        """Return a command with an example in the place of every placeholder."""
        return PLACEHOLDER.sub(
            lambda match: self._examples.get(match["id"], match.group()), command
        )

    def _render(self, text: str) -> Markup:
        tokens: list[Token] = []
        source = text.strip()
        if "{" in source:
            source = REFERENCE.sub(lambda match: self._take_reference(match, tokens), source)
            source = PLACEHOLDER.sub(lambda match: self._take_value(match, tokens), source)
        if self._shortcut and source[:1].isalpha() and _PLAIN.fullmatch(source):
            spans = _CODE_SPAN.sub(r"<code>\1</code>", escape(source, quote=False))
            html = f"<p>{spans}</p>"
        else:
            html = self._convert(source)
        return self._put_back(html, tokens)

    def _write(self, source: str) -> str:
        tokens: list[Token] = []

        def refer(match: re.Match[str]) -> str:
            words, address = self._find(Reference(**match.groupdict()))
            shown = match["label"] or words
            text = escape_line(shown)
            tokens.append((f"[{text}]({address.pending})" if address else text, shown))
            return self._name_last(tokens)

        if "{" in source:
            source = self.fill_in(REFERENCE.sub(refer, source))
        source = tame(source)
        if tokens:
            outside, inside = (partial(self._take_back, tokens, form) for form in (0, 1))
            source = replace_outside_code(self._token, outside, source)
            # Within code a link would be shown as its source.
            source = self._token.sub(inside, source)
        return source

    def _convert(self, source: str) -> str:
        self._markdown.reset()
        html: str = nh3.clean(
            self._markdown.convert(source),
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            url_schemes=_SCHEMES,
            link_rel=None,
        )
        return html.strip()

    def _take_reference(self, match: re.Match[str], tokens: list[Token]) -> str:
        tokens.append(self._resolve(Reference(**match.groupdict())))
        return self._name_last(tokens)

    def _take_value(self, match: re.Match[str], tokens: list[Token]) -> str:
        name = match["id"]
        if name not in self._examples:
            return match.group()
        shown = escape(self._examples[name])
        tokens.append((f'<span class="ts-value" data-ts-value="{name}">{shown}</span>', shown))
        return self._name_last(tokens)

    def _name_last(self, tokens: list[Token]) -> str:
        """Return the token by which the last of some references is put back."""
        return f"{self._nonce}{str(len(tokens) - 1).translate(_LETTERS)}Z"

    def _put_back(self, html: str, tokens: list[Token]) -> Markup:
        if not tokens:
            return Markup(html)  # noqa: S704 - sanitised

        put_back, spell = (partial(self._take_back, tokens, form) for form in (0, 1))
        # A token that ended up inside a tag, such as a link's title, becomes plain text there.
        html = _TAG.sub(lambda tag: self._token.sub(spell, tag.group()), html)
        return Markup(self._token.sub(put_back, html))  # noqa: S704

    def _take_back(self, tokens: list[Token], form: int, match: re.Match[str]) -> str:
        return tokens[int(match[1].translate(_DIGITS))][form]

    def _find(self, reference: Reference) -> tuple[str, Address | None]:
        """Return what a reference says, and where it leads."""
        resolve: Callable[[Reference], tuple[str, Address | None]] = {
            "fact": self._resolve_fact,
            "term": self._resolve_term,
        }.get(reference.kind, self._resolve_entry)
        return resolve(reference)

    def _resolve(self, reference: Reference) -> Token:
        words, address = self._find(reference)
        shown = escape(reference.label or words)
        if address is None:
            return shown, shown
        return f'<a href="{escape(address.pending)}">{shown}</a>', shown

    def _resolve_entry(self, reference: Reference) -> tuple[str, Address | None]:
        knowledge = self._knowledge
        address = address_of(knowledge, reference.kind, reference.id)
        if address and reference.kind == "topic" and reference.part:
            address = Address(address.page, reference.part)
        if reference.kind in ("code", "phase"):
            labels = {phase.id: phase.label for phase in knowledge.base.phases}
            return labels.get(reference.id, reference.id), address
        entry = knowledge.find(reference.kind, reference.id)  # type: ignore[arg-type]
        return (entry.title if entry else reference.id), address

    def _resolve_fact(self, reference: Reference) -> tuple[str, Address | None]:
        fact = self._knowledge.find("fact", reference.id)
        address = address_of(self._knowledge, "fact", reference.id)
        if not isinstance(fact, Fact):
            return reference.id, address
        return spell_fact(fact, self._knowledge.base, reference.part), address

    def _resolve_term(self, reference: Reference) -> tuple[str, Address | None]:
        base = self._knowledge.base
        term = next((item for item in base.terms if item.id == reference.id), None)
        if term is None:
            return reference.id, None
        if reference.part in term.names:
            return term.names[reference.part], None
        names = {item.id: item.short for item in base.providers}
        (_, first), *others = term.names.items()
        also = [f"{names.get(owner, owner)}: {name}" for owner, name in others if name != first]
        return (f"{first} ({', '.join(also)})" if also else first), None


Token = tuple[str, str]
"""What a token stands for, and the same without markup; both fit where they are put."""

_BARE = re.compile(r'<span(?: class="w")?>(\s*)</span>')
"""White space that a highlighter marks: no style tells it from any other."""
_CONSONANTS = "bcdghjkmpqvwxz"
"""Letters that are in no keyword; a JSON highlighter even looks at the letters of `true`."""
_LETTERS = str.maketrans("0123456789", "ABCDEFGHIJ")
_DIGITS = str.maketrans("ABCDEFGHIJ", "0123456789")
