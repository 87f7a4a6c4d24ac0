"""What is left out of whole pages because no reader sees it: half of what themes put around bodies.

Bodies themselves are left alone, but for the marks that only the search plugin reads.
"""

from __future__ import annotations

import re

_BODY = '<article class="ts-entry'
_END = "</article>"
_INDENTATION = re.compile(r"\n\s+")
_EMPTY_LIST = re.compile(
    r'<input class="md-nav__toggle [^>]*>\s*'
    r'(<div class="md-nav__link md-nav__container">\s*'
    r"<a [^>]*>\s*<span[^>]*>[^<]*</span>\s*</a>\s*</div>)\s*"
    r'<nav class="md-nav" [^>]*>\s*'
    r"<label[^>]*>\s*<span[^>]*>\s*</span>[^<]*</label>\s*"
    r'<ul class="md-nav__list"[^>]*>\s*</ul>\s*</nav>'
)
"""The list of a section that has nothing but an index, as Material writes it.

On narrow screens it would stand in the way: the menu opens there, on an empty list.
"""
_MARKS = ("<ts-unindexed data-search-exclude>", "</ts-unindexed>")


def lighten(html: str) -> str:
    """Return a whole page without blank lines, indentation and empty lists around its body.

    What stands around the body is left alone too where it holds preformatted text.
    """
    before, start, rest = html.partition(_BODY)
    body, end, after = rest.rpartition(_END)
    if not start or not end:
        return html
    return f"{_lighten(before)}{start}{body.rstrip()}{end}{_lighten(after)}"


def drop_marks(html: str) -> str:
    """Return a generated body without the marks by which the search passes over parts of it."""
    for mark in _MARKS:
        html = html.replace(mark, "")
    return html


def _lighten(part: str) -> str:
    if "<pre" in part or "<textarea" in part:
        return part
    lines = _INDENTATION.sub("\n", part)
    # What is left behind each end of an element keeps words apart.
    return _EMPTY_LIST.sub(r"\1", lines).replace("\n</", "</")
