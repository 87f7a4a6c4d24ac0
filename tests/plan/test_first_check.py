"""The first check: the one that tells the most about the cause for each minute."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_troubleshooter.model.entries import Check
from mkdocs_troubleshooter.plan import choose_first_check, weigh_outcomes
from mkdocs_troubleshooter.plan.expectations import Suspect, predict
from mkdocs_troubleshooter.plan.first_check import measure_gain
from mkdocs_troubleshooter.rules import examine
from tests.conftest import KB, WriteFiles
from tests.small import kb_files


def make_check(name: str, *outcomes: str, minutes: float = 1) -> Check:
    return Check.model_validate(
        {
            **kb_files()["kb/checks/look.yaml"],
            "id": name,
            "minutes": minutes,
            "outcomes": [{"id": item, "label": item, "means": item} for item in outcomes],
        }
    )


def suspect(cause: str, weight: float = 1, **expects: str) -> Suspect:
    spelled = {name: frozenset(outcomes.split()) for name, outcomes in expects.items()}
    return Suspect(cause, weight, spelled)


def test_a_check_that_splits_the_causes_in_half_tells_one_bit() -> None:
    check = make_check("look", "yes", "no")
    suspects = [suspect("a", look="yes"), suspect("b", look="no")]
    assert measure_gain(suspects, check) == pytest.approx(1)


def test_a_check_that_all_causes_answer_alike_tells_nothing() -> None:
    check = make_check("look", "yes", "no")
    assert measure_gain([suspect("a", look="yes"), suspect("b", look="yes")], check) == 0


def test_silence_of_a_cause_tells_nothing_for_or_against_it() -> None:
    check = make_check("look", "yes", "no", "never")
    suspects = [suspect("a", 3, look="yes"), suspect("b", look="no"), suspect("c", 4)]
    chances = predict(suspects, check)
    assert [row[2] for row in chances.values()] == pytest.approx([0.75, 0.25, 0])
    alone = measure_gain(suspects[:2], check)
    assert measure_gain(suspects, check) == pytest.approx(alone / 2, abs=1e-9)


def test_the_chances_of_every_outcome_add_up() -> None:
    check = make_check("look", "yes", "no", "maybe")
    suspects = [suspect("a", 3, look="yes maybe"), suspect("b", look="no"), suspect("c", 4)]
    for index in range(3):
        assert sum(row[index] for row in predict(suspects, check).values()) == pytest.approx(1)


def test_a_risky_check_is_never_the_first(write_files: WriteFiles) -> None:
    content: dict[str, Any] = kb_files()
    risky = content["kb/checks/look.yaml"] | {
        "id": "break-it",
        "risk": {"level": "opens", "text": "It opens."},
    }
    content["kb/checks/break-it.yaml"] = risky
    for cause, outcome in (("unplugged", "dark"), ("asleep", "lit")):
        content[f"kb/causes/{cause}.yaml"]["expects"] = {"break-it": outcome, "look": outcome}
    knowledge = examine(write_files(content) / "kb").knowledge
    assert knowledge is not None
    first = choose_first_check(knowledge, knowledge.codes["10"])
    assert first is not None
    assert first.id == "look"


def test_an_outcome_names_the_causes_that_it_leaves(write_files: WriteFiles) -> None:
    knowledge = examine(write_files(kb_files()) / "kb").knowledge
    assert knowledge is not None
    weighed = weigh_outcomes(knowledge, knowledge.codes["10"], knowledge.checks["look"])
    left = {outcome.id: causes for outcome, _, causes in weighed}
    assert left == {"dark": ["unplugged"], "lit": ["asleep"]}


@pytest.mark.parametrize(
    ("code", "check"),
    [
        ("500", "origin-error-log"),
        ("520", "request-origin-directly"),
        ("521", "origin-listening"),
        ("522", "request-origin-directly"),
        ("523", "compare-dns-record"),
        ("525", "tls-handshake"),
        ("526", "inspect-certificate"),
        ("530", "read-1xxx-number"),
    ],
)
def test_each_code_begins_where_its_vendors_documents_do(code: str, check: str) -> None:
    knowledge = examine(KB).knowledge
    assert knowledge is not None
    first = choose_first_check(knowledge, knowledge.codes[code])
    assert first is not None
    assert first.id == check
