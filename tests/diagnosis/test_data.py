"""What the build hands to the browser: cues, stems, sizes, and a script that is safe to embed."""

from __future__ import annotations

import gzip
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_troubleshooter.model.cues import find_cues
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.model.patterns import FLAGS, WITH_PATTERNS, patterns_of
from mkdocs_troubleshooter.site.diagnosis import write_knowledge
from mkdocs_troubleshooter.site.pages import Site
from mkdocs_troubleshooter.site.scripts import SCRIPTS, join_script
from mkdocs_troubleshooter.site.stems import list_stems, stem
from tests.diagnosis.engine import Engine

CUES = {
    r"^curl: \(7\)": ("curl: (7)",),
    r"error(?: code)?: 1016": ("error: 1016", "error code: 1016"),
    r"No space left|Disk quota": ("no space left", "disk quota"),
    r"\b52[0-2]\b": ("520", "521", "522"),
    r"(?:a|bc)+xyz": ("xyz",),
    r"[^x]*": (),
    r"time-?out": ("timeout", "time-out"),
    r"(?!no)yes": ("yes",),
    r"a{2}b": ("aab",),
    r"(": (),
}


@pytest.mark.parametrize(("pattern", "cues"), CUES.items())
def test_cues_are_the_words_that_a_match_needs(pattern: str, cues: tuple[str, ...]) -> None:
    assert set(find_cues(pattern, FLAGS)) == set(cues)


def expressions() -> st.SearchStrategy[str]:
    atoms = st.sampled_from(["a", "B", "c ", r"\d", "[ab]", "[0-9]", ".", r"\s", "x-", r"\."])
    return st.recursive(
        atoms,
        lambda inner: st.one_of(
            st.builds("{}{}".format, inner, inner),
            st.builds("(?:{}|{})".format, inner, inner),
            st.builds("(?:{}){}".format, inner, st.sampled_from(["?", "*", "+", "{2}", "{1,3}"])),
        ),
        max_leaves=8,
    )


@given(data=st.data(), pattern=expressions())
@settings(max_examples=300, deadline=None)
def test_whatever_matches_holds_a_cue(data: st.DataObject, pattern: str) -> None:
    text = data.draw(st.from_regex(re.compile(pattern, FLAGS)))
    cues = find_cues(pattern, FLAGS)
    for match in re.finditer(pattern, text, FLAGS):
        assert not cues or any(cue in match[0].lower() for cue in cues)


def test_nearly_every_pattern_has_a_cue_that_keeps_texts_out(knowledge: KnowledgeBase) -> None:
    patterns = [
        pattern
        for kind in WITH_PATTERNS
        for entry in knowledge.entries[kind].values()
        for _, pattern in patterns_of(entry)
    ]
    without = [pattern for pattern in patterns if not find_cues(pattern, FLAGS)]
    assert len(without) < len(patterns) / 50


@given(st.from_regex(r"[a-z][a-z0-9]{1,15}", fullmatch=True))
@settings(max_examples=300, deadline=None)
def test_the_browser_cuts_words_as_the_build_does(engine: Engine, word: str) -> None:
    causes = {f"other-{number}": {"words": "0"} for number in range(300)}
    knowledge = {
        **{name: {} for name in ("signs", "codes", "checks", "likelihoods", "support", "roles")},
        "other": 1,
        "causes": {**causes, "meant": {"words": stem(word)}},
    }
    said = engine.call("diagnose", {"text": word}, knowledge)
    assert [cause["id"] for cause in said["causes"]] == ["meant"]


def test_words_of_one_family_share_a_stem() -> None:
    families = [
        "blocked blocks blocking block",
        "expired expires expiration",
        "caching cached cache",
    ]
    for family in families:
        assert len({stem(word) for word in family.split()}) == 1
    assert list_stems("The firewall was blocking it") == ["firewall", "block"]


def test_the_scripts_and_the_data_are_light(real_site: Site) -> None:
    scripts = "".join(map(join_script, ("engine", "diagnoser"))).encode()
    assert len(gzip.compress(scripts, 9)) < 25_000
    assert len(gzip.compress(write_knowledge(real_site).encode(), 9)) < 60_000


def test_the_data_is_plain_and_ends_no_script(real_site: Site) -> None:
    script = write_knowledge(real_site)
    assert "</" not in script
    assert "\u2028" not in script
    data = json.loads(script.removeprefix("globalThis.troubleshooterKnowledge=").rstrip(";\n"))
    assert data["codes"]["522"]["title"] == "Connection timed out"
    assert data["urls"]["support"].startswith("support/#")


@pytest.mark.parametrize("name", list(SCRIPTS))
def test_scripts_evaluate_no_text_and_write_no_markup(name: str) -> None:
    script = join_script(name)
    for word in ("eval(", "new Function", "innerHTML", "outerHTML", "insertAdjacentHTML", "write("):
        assert word not in script
    assert "fetch(" not in script
    assert "XMLHttpRequest" not in script
