"""A commented first version of an entry of each kind, one that passes every rule of shape.

What the base offers (phases, roles, likelihoods, ...) is filled in from the base itself, so that a
skeleton is right in any knowledge base.
"""

from __future__ import annotations

from datetime import date

from mkdocs_troubleshooter.model.base import Base
from mkdocs_troubleshooter.model.kinds import KindName
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.model.schema import modeline


def write_skeleton(kind: KindName, entry_id: str, knowledge: KnowledgeBase, today: date) -> str:
    """Return the text of a new entry."""
    body = _BODIES[kind].format(
        id=f'"{entry_id}"' if kind == "code" else entry_id,
        today=today.isoformat(),
        **_words(knowledge.base),
        **_samples(knowledge, entry_id),
    )
    tail = (
        "" if kind in ("fact", "source") else _TAIL.format(today=today, **_samples(knowledge, ""))
    )
    return f"{modeline(kind)}\n{body}{tail}"


def _words(base: Base) -> dict[str, str]:
    def offer(ids: list[str]) -> str:
        return f"{ids[0]} # one of: {', '.join(ids)}"

    return {
        "phase": base.phases[0].id,
        "phases": ", ".join(phase.id for phase in base.phases),
        "actor": offer([actor.id for actor in base.actors]),
        "emitter": next((actor.id for actor in base.actors if actor.sends), base.actors[0].id),
        "role": offer([role.id for role in base.roles]),
        "likelihood": offer([word.id for word in base.likelihoods]),
        "risk": offer([risk.id for risk in base.risks]),
        "evidence": offer([kind.id for kind in base.evidence]),
        "provider": f"provider: {base.providers[0].id}" if base.providers else "provider: null",
    }


def _samples(knowledge: KnowledgeBase, entry_id: str) -> dict[str, str]:
    """Return existing ids for the places where an entry must name another."""

    def first(kind: KindName, otherwise: str) -> str:
        return next(iter(knowledge.entries[kind]), otherwise)

    check = next(iter(knowledge.checks.values()), None)
    return {
        "source": first("source", "my-source"),
        "cause": first("cause", "my-cause"),
        "check": check.id if check else "my-check",
        "outcome": check.outcomes[0].id if check else "yes",
        "resolution": first("resolution", "my-resolution"),
        "item": first("support", "my-item"),
        "code": first("code", entry_id or "1"),
    }


_TAIL = """\
# Entries of sources/ that carry what is said here, and the day it was compared with them.
sources: [{source}]
checked: {today}
"""

_BODIES: dict[KindName, str] = {
    "code": """\
id: {id}
title: What the code is called officially
# Other words under which people look for it.
aliases: []
# Where on the path it fails: {phases}
phases: [{phase}]
summary: >-
  What it means, in two or three sentences. Facts are cited by their id in braces after "fact:",
  never written out.
# Exactly when it is sent; leave it out if the summary says it all.
condition: []
emitter:
  who: {emitter}
  tell:
    - text: How to tell who sent it, the most reliable sign first.
      says: {emitter}
# In the order of the vendors' documents.
causes:
  - cause: {cause}
    likelihood: {likelihood}
    note: Why this cause gives this code and not another.
support:
  - item: {item}
""",
    "cause": """\
id: {id}
title: The fault, as a clause
aliases: []
at: {actor}
summary: >-
  What is wrong, and what follows from it.
# How people who see it put it.
symptoms: []
signs:
  - How to recognise it, the decisive sign first.
# What each check would show if this were the fault; a list where several outcomes are possible.
expects:
  {check}: {outcome}
resolutions: [{resolution}]
""",
    "check": """\
id: {id}
title: What to do, as an order
question: The question that the outcomes answer?
summary: >-
  What is learned, and why it decides.
minutes: 2
who: {role}
where: On which machine
steps:
  - text: What to do.
    run: echo "the command, with placeholders in braces"
outcomes:
  - id: first-answer
    label: What is seen in one case
    means: What follows from it.
    # Regular expressions that recognise it in pasted output; each needs to match the example.
    # patterns: ["^first"]
    # example: first line of output
  - id: second-answer
    label: What is seen in the other case
    means: What follows from it.
""",
    "resolution": """\
id: {id}
title: What to change, as an order
summary: >-
  What this changes, and why that helps.
who: {role}
# A workaround: it has to be undone, so 'undo' is needed.
temporary: false
risk:
  level: {risk}
  text: What it can break or expose, and for whom.
steps:
  - The first step.
proof:
  - How to see that it worked.
undo:
  - How to go back.
""",
    "support": """\
id: {id}
title: What support wants
# Part of every case, whatever the code?
always: false
why: >-
  What support learns from it.
collect:
  - How to get it.
redact: What to remove before sharing it.
""",
    "fact": """\
id: {id}
title: What is measured
topic: Limits
text: >-
  What the number says, and about what.
unit: s
values:
  - {provider}
    value: 1
    source: {source}
    checked: {today}
""",
    "source": """\
id: {id}
title: Title of the document
publisher: Who publishes it
kind: documentation
document: Repository and path, or where to find it
version: {today}
# url: https://example.com/document
""",
    "case": """\
id: {id}
title: What it was, in a few words
# The code that was seen; leave it out if the evidence shows none.
code: "{code}"
causes: [{cause}]
evidence:
  - kind: {evidence}
    text: |-
      What was seen, line by line.
description: >-
  What a person would say next to it, without the cause.
story: >-
  What it turned out to be, and how that was found.
""",
    "sign": """\
id: {id}
title: What is read
# Where two signs disagree, the lower number is believed.
order: 100
summary: >-
  What it proves, and what can look like it.
# The actor that wrote the response, or unknown.
says: {emitter}
where: In what it is found
patterns: ["^first"]
example: first line of output
""",
    "guide": """\
id: {id}
title: What it helps to find out
summary: >-
  Who should follow it, and where it ends.
start: What the reader has seen
steps:
  - id: first
    question: What is there to see?
    hint: Where to look.
    answers:
      - label: One thing
        see: [code:{code}]
      - label: Nothing
        say: It is something else
""",
    "catalogue": """\
id: {id}
title: Whose list it is
{provider}
summary: >-
  What the list is, and where it is published.
codes:
  - code: "{code}"
    title: As the list has it
""",
    "topic": """\
id: {id}
title: What it explains
order: 100
summary: >-
  What the reader learns, in two sentences.
sections:
  - id: overview
    title: Overview
    text: >-
      Markdown, with references such as {{code:{code}}}.
""",
}
