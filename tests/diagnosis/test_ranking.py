"""How answers, pastes and words change what is likely, and what the reader is told about it."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from tests.diagnosis.engine import Engine


def chances(said: Any) -> dict[str, float]:
    return {cause["id"]: cause["probability"] for cause in said["causes"]}


def test_causes_stand_in_order_and_leave_room_for_something_else(engine: Engine) -> None:
    ranked = [cause["probability"] for cause in engine.diagnose(code="522")["causes"]]
    assert ranked == sorted(ranked, reverse=True)
    assert 0.8 < sum(ranked) < 1


def test_an_answer_rules_out_and_says_so(engine: Engine) -> None:
    said = engine.diagnose(code="521", answers={"request-origin-directly": "works"})
    ruled_out = [cause for cause in said["causes"] if cause["probability"] == 0]
    assert ruled_out
    for cause in ruled_out:
        assert any(reason.get("fits") is False for reason in cause["because"])


def test_a_paste_speaks_against_a_cause_but_does_not_rule_it_out(engine: Engine) -> None:
    text = "Error 521\ncurl: (7) Failed to connect to 192.0.2.10 port 443 after 12 ms: refused"
    said = engine.diagnose(text)
    against = [
        cause
        for cause in said["causes"]
        if any(reason["kind"] == "outcome" and not reason["fits"] for reason in cause["because"])
    ]
    assert against
    assert all(cause["probability"] > 0 for cause in against)


def test_words_raise_the_cause_that_they_describe(engine: Engine) -> None:
    plain = chances(engine.diagnose("Error 522"))
    said = engine.diagnose("Error 522, and fail2ban runs on the server")
    assert chances(said)["edge-ips-blocked"] > plain["edge-ips-blocked"]
    reasons = next(c for c in said["causes"] if c["id"] == "edge-ips-blocked")["because"]
    assert any("fail2ban" in reason["text"] for reason in reasons if reason["kind"] == "words")


def test_a_paste_answers_its_check_so_that_it_is_not_asked(engine: Engine) -> None:
    first = engine.diagnose(code="522")["next"]["check"]
    assert first == "request-origin-directly"
    text = "Error 522\ncurl: (28) Failed to connect to 192.0.2.10 port 443: Timeout was reached"
    read = engine.diagnose(text)
    answered = engine.diagnose("Error 522", answers={first: "connect-timeout"})
    assert read["next"] == answered["next"]
    assert read["next"]["check"] != first


def test_readings_of_a_text_that_is_gone_count_as_before(engine: Engine) -> None:
    text = "Error 522\ncurl: (28) Failed to connect to 192.0.2.10 port 443: Timeout was reached"
    read = engine.diagnose(text)
    later = engine.diagnose(code="522", seen={"request-origin-directly": ["connect-timeout"]})
    assert later["next"] == read["next"]
    assert max(chances(later).values()) < 1
    assert min(chances(later).values()) > 0


def test_a_host_s_name_says_nothing_about_the_cause(engine: Engine) -> None:
    named = chances(engine.diagnose("Error 522\n> Host: shop.backup.example.org"))
    plain = chances(engine.diagnose("Error 522\n> Host: www.example.org"))
    assert named == plain


def test_a_success_has_no_causes(engine: Engine) -> None:
    said = engine.diagnose("HTTP/2 200\nserver: cloudflare\ncf-cache-status: HIT\nage: 7")
    assert (said["verdict"], said["causes"]) == ("status", [])


def test_a_number_is_a_code_too_and_nothing_at_all_is_no_error(engine: Engine) -> None:
    assert engine.call("diagnose", {"code": 522})["code"] == "522"
    assert engine.run("troubleshooter.diagnose(null).verdict") == "nothing"
    assert engine.run("troubleshooter.plan().length") == 0


def test_the_reader_knows_better_than_the_paste(engine: Engine) -> None:
    text = "Error 522\ncurl: (28) Failed to connect to 192.0.2.10 port 443: Timeout was reached"
    said = engine.diagnose(text, answers={"request-origin-directly": "works"})
    assert (
        said["next"]
        == engine.diagnose("Error 522", answers={"request-origin-directly": "works"})["next"]
    )
    taken_back = engine.diagnose(text, answers={"request-origin-directly": "cannot-tell"})
    kinds = {reason["kind"] for cause in taken_back["causes"] for reason in cause["because"]}
    assert "outcome" not in kinds


def test_without_a_code_only_what_the_text_speaks_for_is_named(engine: Engine) -> None:
    assert engine.diagnose("Hello, is anybody there?")["causes"] == []
    said = engine.diagnose("nf_conntrack: nf_conntrack: table full, dropping packet")
    assert said["code"] is None
    assert said["causes"]


def test_support_items_are_ticked_by_what_the_text_holds(engine: Engine) -> None:
    text = "Error 522 Ray ID: 230b030023ae2822 • 2026-10-14 07:41:09 UTC"
    support = {item["id"]: item["have"] for item in engine.diagnose(text)["support"]}
    assert support["error-and-ray-id"]
    assert support["time-and-zone"]
    assert not support["mtr-from-origin"]


def test_every_code_can_be_diagnosed_and_ends(knowledge: KnowledgeBase, engine: Engine) -> None:
    for code, entry in knowledge.codes.items():
        said = engine.diagnose(code=code)
        assert said["code"] == code
        assert {cause["id"] for cause in said["causes"]} == {item.cause for item in entry.causes}
        assert (said["next"] is None) != (said["end"] is None)


@pytest.mark.parametrize(
    "given",
    [
        {"answers": {"no-such-check": "x", "request-origin-directly": "no-such-outcome"}},
        {"answers": {"__proto__": "x", "constructor": "y", "toString": "z"}},
        {"answers": None},
        {"answers": "text"},
        {"answers": {"request-origin-directly": 5}},
        {"code": None, "reader": 7},
        {"code": "__proto__"},
        {"seen": {"request-origin-directly": ["no-such-outcome"], "constructor": ["x"], "x": 3}},
        {"seen": "text"},
    ],
)
def test_wrong_input_is_ignored(given: dict[str, Any], engine: Engine) -> None:
    said = engine.diagnose("Error 522", **given)
    assert said["code"] == "522"
    assert said["next"]["check"]
