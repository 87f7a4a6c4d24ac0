"""Facts to scale: longer waits are longer bars, and equal ratios are equal distances."""

from __future__ import annotations

import pytest

from mkdocs_troubleshooter.draw import draw_scale
from mkdocs_troubleshooter.model.entries import Fact
from tests.small import DAY, kb_files


def fact(name: str, *values: tuple[str | None, float | str]) -> Fact:
    stated = [
        {"provider": owner, "value": value, "source": "manual", "checked": DAY}
        for owner, value in values
    ]
    return Fact.model_validate(
        {**kb_files()["kb/facts/wait.yaml"], "id": name, "title": name, "values": stated}
    )


OWNERS: dict[str | None, str] = {"maker": "Maker", "seller": "Seller", None: "usual"}


def test_bars_stand_from_the_shortest_to_the_longest() -> None:
    scale = draw_scale([fact("b", ("maker", 90)), fact("a", ("maker", 15), (None, 5))], OWNERS)
    assert scale is not None
    assert [(bar.fact.id, bar.amount) for bar in scale.bars] == [("a", 5), ("a", 15), ("b", 90)]
    assert [bar.end for bar in scale.bars] == sorted(bar.end for bar in scale.bars)


def test_equal_ratios_are_equal_distances() -> None:
    scale = draw_scale([fact("a", ("maker", 3), ("seller", 30)), fact("b", (None, 300))], OWNERS)
    assert scale is not None
    one, two, three = (bar.end for bar in scale.bars)
    assert two - one == pytest.approx(three - two, abs=0.02)


def test_providers_that_agree_share_a_bar() -> None:
    scale = draw_scale([fact("a", ("maker", 90), ("seller", 90))], OWNERS)
    assert scale is not None
    (bar,) = scale.bars
    assert bar.owners == ("Maker", "Seller")


def test_everything_stays_inside_the_drawing() -> None:
    scale = draw_scale(
        [fact("a", ("maker", 0.003), ("seller", 6000)), fact("b", (None, 1))], OWNERS
    )
    assert scale is not None
    assert all(0 <= place <= 100 for bar in scale.bars for place in (bar.start, bar.end))
    assert all(0 <= tick.at <= 100 for tick in scale.ticks)
    assert scale.bars[0].end > scale.bars[0].start


def test_words_are_not_drawn() -> None:
    assert draw_scale([fact("a", ("maker", "long"))], OWNERS) is None
