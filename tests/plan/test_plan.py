"""What a plan says of its ends: found, left over, or none of the listed causes."""

from __future__ import annotations

from typing import Any

from mkdocs_troubleshooter.plan import End, Plan, Question, make_plan
from mkdocs_troubleshooter.rules import examine
from tests.conftest import WriteFiles
from tests.small import kb_files


def plan(write_files: WriteFiles, *, sound: tuple[str, ...] = (), **expects: Any) -> Plan:
    """Return the plan of a code whose causes say these things about looking and listening."""
    content = kb_files()
    look = content["kb/checks/look.yaml"]
    names = ("dark", "lit", "red")
    look["outcomes"] = [
        {"id": name, "label": name, "means": name} | ({"sound": True} if name in sound else {})
        for name in names
    ]
    content["kb/checks/listen.yaml"] = look | {"id": "listen"}
    for name, said in expects.items():
        content[f"kb/causes/{name}.yaml"]["expects"] = said
    root = write_files(content)
    knowledge = examine(root / "kb").knowledge
    assert knowledge is not None
    return make_plan(knowledge, knowledge.codes["10"])


def ends(made: Plan) -> set[tuple[tuple[str, ...], bool]]:
    return {(step.causes, step.left_over) for step in made.steps if isinstance(step, End)}


def test_an_answer_that_one_cause_shows_speaks_for_it(write_files: WriteFiles) -> None:
    made = plan(write_files, unplugged={"look": "dark"}, asleep={"look": "red"})
    assert ends(made) == {(("unplugged",), False), (("asleep",), False), ((), False)}


def test_a_cause_that_a_sound_answer_leaves_is_left_over(write_files: WriteFiles) -> None:
    made = plan(write_files, sound=("lit",), unplugged={"look": "dark"}, asleep={"look": "lit"})
    assert ends(made) == {(("unplugged",), False), (("asleep",), True), ((), False)}


def test_an_answer_that_all_causes_show_speaks_for_none(write_files: WriteFiles) -> None:
    made = plan(
        write_files,
        sound=("lit",),
        unplugged={"look": ["dark", "red"], "listen": "dark"},
        asleep={"look": ["dark", "red"], "listen": "lit"},
    )
    assert (("asleep",), True) in ends(made)
    assert (("unplugged",), False) in ends(made)


def test_outcomes_that_nobody_expects_lead_to_none_together(write_files: WriteFiles) -> None:
    made = plan(write_files, unplugged={"look": "dark"}, asleep={"look": "dark", "listen": "lit"})
    first = made.steps[0]
    assert isinstance(first, Question)
    for answer in first.answers:
        leads = made.steps[answer.leads]
        if isinstance(leads, End) and not leads.causes:
            assert not answer.expected
            assert len(answer.outcomes) > 1


def test_the_same_base_gives_the_same_plan(write_files: WriteFiles) -> None:
    said: dict[str, Any] = {"unplugged": {"look": "dark"}, "asleep": {"look": "lit"}}
    assert plan(write_files, **said) == plan(write_files, **said)
