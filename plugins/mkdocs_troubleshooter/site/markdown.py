"""Texts as plain Markdown that no reader of Markdown takes for more than it is.

Plain text is escaped. Prose is Markdown already: only what its HTML form would not let through is
taken out of it. Code is left alone in both.
"""

from __future__ import annotations

import re
from collections.abc import Callable

CODE = re.compile(
    r"^[ ]{0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?\n)??[ ]{0,3}(?P=fence)[`~]*[ \t]*$"
    r"|(?<![\\`])(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)",
    re.DOTALL | re.MULTILINE,
)
"""Fenced blocks, and code in a line of text."""
_SIGNIFICANT = re.compile(
    r"[\\`*\[\]{}]"
    r"|(?<![^\W_])_|_(?![^\W_])"
    r"|\A(?:[#+>!-]|\d+(?=[.)](?:\s|\Z)))"
)
_MISREAD = re.compile(r"<(?=[A-Za-z/!?])|&(?=#?\w+;)|~")
_ENTITIES = {"<": "&lt;", "&": "&amp;", "~": "&#126;"}
_ALLOWED = ("http", "https", "mailto", "ts")
_ACTIVE = re.compile(
    r"\\(?s:.)"
    r"|(?P<tag><(?=[A-Za-z/!?])(?!https?://[^\s<>]+>))"
    r"|(?P<attributes>\{(?=\s*[:#.%{]))"
    r"|(?P<image>!(?=\[))"
    r"|(?P<link>\](?=(?:\(|:)\s*<?(?P<scheme>[^\s)/?]*):))"
)
_SUSPECT = re.compile(r"[<{!]|\]\(|\]:")


def escape_line(text: str) -> str:
    """Return plain text on one line as Markdown that shows just that text."""
    text = _SIGNIFICANT.sub(_put_backslash, text)
    return _MISREAD.sub(lambda match: _ENTITIES[match.group()], text)


def tame(text: str) -> str:
    """Return Markdown without raw HTML, images, attributes and links that run something."""
    if not _SUSPECT.search(text):
        return text
    return replace_outside_code(_ACTIVE, _disarm, text)


def replace_outside_code(
    pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str], text: str
) -> str:
    """Return Markdown with what matches a pattern replaced, wherever that is not code."""
    parts, end = [], 0
    for code in CODE.finditer(text):
        parts += [pattern.sub(replace, text[end : code.start()]), code.group()]
        end = code.end()
    return "".join((*parts, pattern.sub(replace, text[end:])))


def fence(code: str, language: str) -> str:
    """Return code as a block; its fence is longer than any run of backticks inside."""
    runs = re.findall(r"`+", code) if "`" in code else []
    ticks = "`" * max(3, max(map(len, runs), default=0) + 1)
    safe = language if re.fullmatch(r"[\w+-]+", language) else "text"
    body = code.strip("\n")
    return f"{ticks}{safe}\n{body}\n{ticks}"


def _put_backslash(match: re.Match[str]) -> str:
    found = match.group()
    # Of "1." at the start it is the dot that makes a list.
    return f"{found}\\" if found.isdigit() else f"\\{found}"


def _disarm(match: re.Match[str]) -> str:
    kind = match.lastgroup
    if kind == "tag":
        return "&lt;"
    if kind == "attributes":
        return r"\{"
    if kind == "image":
        return ""
    if kind == "link" and match["scheme"].lower() not in _ALLOWED:
        return r"\]"
    return match.group()
