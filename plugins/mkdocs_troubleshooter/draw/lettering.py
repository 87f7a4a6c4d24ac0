"""Breaking text into lines that fit a box, without knowing the reader's font.

Widths are those of common sans-serif fonts, a little generous: a line may end early, and never
runs over.
"""

from __future__ import annotations

from functools import lru_cache

_NARROW = frozenset("ilj.,:;'|!I ")
_SLIM = frozenset("tfr()[]-/")
_WIDE = frozenset("mwMW@%&")
_MARKS = frozenset("_/-.:")


@lru_cache(maxsize=4096)
def measure(text: str, size: float) -> float:
    """Return about how wide a text is, in the unit of the font's size."""
    return size * sum(map(_width, text))


@lru_cache(maxsize=4096)
def break_lines(text: str, size: float, width: float) -> tuple[str, ...]:
    """Return a text as lines no wider than a width; a word that is wider is cut."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        for piece in _cut(word, size, width):
            longer = f"{line} {piece}" if line else piece
            if line and measure(longer, size) > width:
                lines.append(line)
                line = piece
            else:
                line = longer
    return (*lines, line) if line else tuple(lines)


def _cut(word: str, size: float, width: float) -> list[str]:
    """Return a word in pieces that fit, cut behind a mark such as _ or / where there is one."""
    pieces = []
    start, mark, room = 0, 0, width
    for place, character in enumerate(word):
        room -= size * _width(character)
        if room < 0 and place > start:
            end = mark if mark > start else place
            pieces.append(word[start:end])
            start = end
            room = width - measure(word[start : place + 1], size)
        if character in _MARKS:
            mark = place + 1
    return [*pieces, word[start:]]


@lru_cache(maxsize=1024)
def _width(character: str) -> float:
    if character in _NARROW:
        return 0.34
    if character in _SLIM:
        return 0.42
    if character in _WIDE:
        return 0.9
    if character > "\u2e80":
        return 1.05
    return 0.7 if character.isupper() else 0.58
