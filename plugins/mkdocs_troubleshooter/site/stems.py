"""Words without their endings, so that "blocked" and "blocks" count as the same.

The diagnoser cuts what readers type in the same way, in assets/engine/words.js.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

_WORD = re.compile(r"[a-z][a-z0-9]+|[0-9]{1,6}[a-z][a-z0-9]*")
_SHORT = 4
_ENDINGS = (
    (re.compile(r"ie[sd]$"), "y"),
    (re.compile(r"(?<=[^aeious])s$|(?<=e)s$"), ""),
    (re.compile(r"ations?$|ating$|ated$|ate$"), ""),
    (re.compile(r"([bdgkmnprt])\1(?:ing|ed|er)$"), r"\1"),
    (re.compile(r"ions?$|ings?$|ed$|ly$|er$|e$"), ""),
    (re.compile(r"y$"), ""),
)
_STOPS = frozenset(
    """
    about above after again all almost already also although always am an and another any
    anybody anyone anything are around as at away back be became because been before behind
    being below between both but by came can cannot come comes could did do does doing done
    down during each either else enough even ever every everybody everyone everything few
    first for found from further gave get gets getting give gives go goes going gone good got
    had has have having he her here him his how however if in instead into is it its itself
    just keep keeps kept last least less let like little look looks lot made make makes many
    may maybe me might mine more most much must my myself near need needs neither never next
    no nobody none nor not nothing now of off often on once one only onto or other others our
    out over own part people per perhaps put quite rather really right said same saw say says
    see seem seems seen several shall she should show shown shows since so some somebody
    someone something sometimes somewhere soon still such sure take takes tell than that the
    their them then there these they thing things this those though through thus till to
    together too took toward towards tried tries try trying two under until up upon us use
    used uses using very via want wants was way we well went were what whatever when whenever
    where which while who whole whose why will with within without word words would yet you
    your yours
    """.split()
)


def list_stems(text: str) -> list[str]:
    """Return the words of a text without their endings, in their order."""
    return [stem(word) for word in _WORD.findall(text.lower()) if word not in _STOPS]


def stem(word: str) -> str:
    """Return a word of lower case without its ending; short words are left alone."""
    for ending, instead in _ENDINGS:
        if len(word) > _SHORT:
            cut = ending.sub(instead, word)
            if len(cut) >= _SHORT - 1:
                word = cut
    return word


def index_stems(texts: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return the stems of each entry's texts, each once, in order of the alphabet.

    Stems that many entries have tell none of them, so they are left out.
    """
    stems = {
        name: {word for text in some for word in list_stems(text)} for name, some in texts.items()
    }
    spread = Counter(word for words in stems.values() for word in words)
    most = max(_MOST_LEAST, len(stems) * _MOST_SHARE)
    return {
        name: " ".join(sorted(word for word in words if spread[word] <= most))
        for name, words in stems.items()
    }


_MOST_SHARE = 0.4
_MOST_LEAST = 3
