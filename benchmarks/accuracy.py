"""`make accuracy`: how often the diagnoser is right on worked cases and on further incidents.

Incidents are YAML files with `code`, `emitted_by`, `difficulty`, `evidence`, `description` and
`cause_tags`; ids of causes serve as tags. Nothing of a file but evidence and description is shown
to the engine.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from tests.diagnosis.engine import Engine

from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.rules import examine
from mkdocs_troubleshooter.site import load_templates, make_site

KB = Path(__file__).parents[1] / "kb"
NONE, UNKNOWN = "none", "unknown"
MEASURES = ("code", "emitter", "negatives", "cause first", "cause in first three")
NO_ERROR, NOT_OURS, API = "no-http-error", "not-cloudflare", "api-error-code"


@dataclass(frozen=True)
class Incident:
    """What was seen, and what it was."""

    name: str
    evidence: str
    description: str
    code: str
    sender: str
    tags: frozenset[str]
    negative: bool
    carried: frozenset[str] = frozenset()
    """Codes that its own code can carry: naming one of them is right too."""


def read_incidents(folder: Path) -> Iterator[Incident]:
    """Yield the incidents of a folder."""
    for path in sorted(folder.glob("*.yaml")):
        found = yaml.safe_load(path.read_text("utf-8"))
        yield Incident(
            path.stem,
            found["evidence"],
            found["description"],
            str(found["code"]),
            found["emitted_by"],
            frozenset(found["cause_tags"]),
            found["difficulty"] == "negative",
        )


def read_cases(knowledge: KnowledgeBase) -> Iterator[Incident]:
    """Yield the worked cases of a knowledge base.

    A case may stand under the number that only carries its error, such as a 530 with a 1033.
    """
    for case in knowledge.cases.values():
        yield Incident(
            case.id,
            case.text,
            case.description,
            knowledge.numbers.get(case.code, case.code) if case.code else NONE,
            case.emitted_by or UNKNOWN,
            frozenset(case.causes),
            case.code is None,
            frozenset(code.id for code in knowledge.codes.values() if case.code in code.carriers),
        )


def judge(incident: Incident, said: Any, knowledge: KnowledgeBase) -> dict[str, bool]:
    """Return what was right; what cannot be judged is left out."""
    asides = {code.id for code in knowledge.codes.values() if code.aside}
    code = said["status"] if incident.code in asides else said["code"]
    right = incident.code in {UNKNOWN, code or NONE} or said["code"] in incident.carried
    judged: dict[str, bool] = {}
    if incident.code != UNKNOWN:
        judged["code"] = right
    if incident.sender != UNKNOWN:
        judged["emitter"] = said["emitted_by"] == incident.sender
    if incident.negative:
        invented = said["emitted_by"] == "edge" != incident.sender
        judged["negatives"] = right and not invented
    if incident.tags:
        causes = [cause["id"] for cause in said["causes"]]
        named = set(_say(said))
        judged["cause first"] = bool(incident.tags & {*causes[:1], *named})
        judged["cause in first three"] = bool(incident.tags & {*causes[:3], *named})
    return judged


def _say(said: Any) -> Iterator[str]:
    """Yield what a diagnosis says besides causes: that there is no error, or that it is foreign."""
    foreign = said["verdict"] == "foreign"
    if said["code"] is None:
        yield NO_ERROR
    if foreign:
        yield API
    if foreign or said["emitted_by"] == "origin":
        yield NOT_OURS


def score(
    engine: Engine, knowledge: KnowledgeBase, incidents: Iterable[Incident], *, show: bool
) -> None:
    """Print how often the engine was right, with the description and without it."""
    listed = list(incidents)
    for label, described in (("evidence and description", True), ("evidence alone", False)):
        right, judged = Counter[str](), Counter[str]()
        for incident in listed:
            text = incident.evidence
            said = engine.diagnose(f"{text}\n\n{incident.description}" if described else text)
            results = judge(incident, said, knowledge)
            right.update(name for name, good in results.items() if good)
            judged.update(results.keys())
            wrong = [name for name, good in results.items() if not good]
            if show and described and wrong:
                causes = ", ".join(cause["id"] for cause in said["causes"][:3])
                print(f"    {incident.name}: {', '.join(wrong)} wrong")
                print(f"      said {said['code']} by {said['emitted_by']}; {causes}")
        print(f"  {label}")
        for name in MEASURES:
            if judged[name]:
                share = right[name] / judged[name]
                print(f"    {name:22} {right[name]:4} of {judged[name]:4}  {share:6.1%}")


def main() -> None:
    """Score the engine on the knowledge base's cases and on further folders."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="folders of further incidents")
    parser.add_argument("--failures", action="store_true", help="list what was wrong")
    options = parser.parse_args()
    knowledge = examine(KB).knowledge
    if knowledge is None:
        raise SystemExit("the knowledge base cannot be read: run `troubleshooter check`")
    engine = Engine(make_site(knowledge, templates=load_templates()))
    print(f"{len(knowledge.cases)} worked cases; the knowledge was written with them in view")
    score(engine, knowledge, read_cases(knowledge), show=options.failures)
    for folder in options.folders:
        incidents = list(read_incidents(folder))
        print(f"{len(incidents)} incidents of {folder}")
        score(engine, knowledge, incidents, show=options.failures)


if __name__ == "__main__":
    main()
