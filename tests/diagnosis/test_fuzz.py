"""Ten thousand random and mutated pastes: no exception, and always plain data."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from tests.diagnosis.engine import Engine

JUNK = [
    "\0", "\ud800", "\udc00", "<script>alert(1)</script>", "\u202e", '{"a":', '"', "\\", "\x1b[31m",
    "İ", "\r", "\n\n", "Error ", "522", "1" * 50, "[" * 40,
    "\U0001d518", "--connect-to ", "curl: (28) ",
    "failed: Connection refused", "* Connected to x (192.0.2.1)\n", "502 ", "tunnel ", "a" * 300,
]  # fmt: skip
LONG = 1_000_000


def mutate(text: str, others: list[str], source: random.Random) -> str:
    """Return a text with pieces put in, cut out, repeated, joined or turned around."""
    for _ in range(source.randint(1, 6)):
        start = source.randrange(len(text) + 1)
        end = start + source.randrange(80)
        match source.randrange(5):
            case 0:
                text = text[:start] + source.choice(JUNK) + text[start:]
            case 1:
                text = text[:start] + text[end:]
            case 2:
                text = text[:start] + text[start:end] * source.randint(1, 20) + text[end:]
            case 3:
                text = f"{text}\n{source.choice(others)}"
            case _:
                text = text[::-1]
    return text


def list_texts(knowledge: KnowledgeBase) -> list[str]:
    """Return evidence of all kinds: of cases, and of outcomes."""
    cases = [f"{case.text}\n\n{case.description}" for case in knowledge.cases.values()]
    examples = [
        outcome.example
        for check in knowledge.checks.values()
        for outcome in check.outcomes
        if outcome.example
    ]
    return [*cases, *examples]


def write_pastes(knowledge: KnowledgeBase, seed: int, number: int) -> Iterator[str]:
    source = random.Random(seed)  # noqa: S311 - nothing is secret here
    texts = list_texts(knowledge)
    for place in range(number):
        text = mutate(source.choice(texts), texts, source)
        if place % 200 == 7:
            text = (text.replace("\n", " ") or "x") * (LONG // max(1, len(text)) + 1)
        elif place % 200 == 9:
            text = (source.choice(JUNK) + source.choice(JUNK)) * 40_000
        yield text[:LONG]


@pytest.mark.parametrize("seed", range(4))
def test_any_paste_is_survived(seed: int, knowledge: KnowledgeBase, engine: Engine) -> None:
    for text in write_pastes(knowledge, seed, 2_500):
        said = engine.diagnose(text)
        assert said["code"] is None or said["code"] in knowledge.codes
        length = len(text.encode("utf-16-le", "surrogatepass")) // 2
        assert all(0 <= found["from"] <= found["to"] <= length for found in said["found"])
