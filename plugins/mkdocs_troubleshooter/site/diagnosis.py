"""The knowledge base as a script: what the diagnoser needs to read, rank, ask and conclude.

It is a script, not JSON, so that it can be loaded from the file system too. Its shape is described
in the authoring guide's chapter on embedding.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from mkdocs_troubleshooter.model.cues import find_cues
from mkdocs_troubleshooter.model.entries import Cause, Check, Code, Command, Resolution, Sign
from mkdocs_troubleshooter.model.kinds import KindName
from mkdocs_troubleshooter.model.patterns import FLAGS
from mkdocs_troubleshooter.plan.search import AHEAD, EXACT_STATES, WIDTH
from mkdocs_troubleshooter.site.addresses import Address, address_of, address_url
from mkdocs_troubleshooter.site.pages import Site
from mkdocs_troubleshooter.site.stems import index_stems

LINKED: tuple[KindName, ...] = ("code", "cause", "check", "resolution", "support", "sign")
_ANY = "{id}"
_CUE = 5


def write_knowledge(site: Site) -> str:
    """Return the script; its data is in the order of the knowledge base, so builds are alike."""
    content = json.dumps(collect(site), ensure_ascii=False, separators=(",", ":"))
    # Separators of lines end a statement in old engines, and "</" would end a script in a page.
    for character, escape in (("\u2028", "\\u2028"), ("\u2029", "\\u2029"), ("</", "<\\/")):
        content = content.replace(character, escape)
    return f"globalThis.troubleshooterKnowledge={content};\n"


def collect(site: Site) -> dict[str, Any]:
    """Return what the script holds; fields that are empty are left out."""
    knowledge, plain = site.knowledge, site.view.prose.plain
    base = knowledge.base
    stems = index_stems(
        {item.id: (item.title, *item.aliases, *item.symptoms) for item in knowledge.causes.values()}
    )
    return {
        "label": base.code_label,
        "other": _number(base.something_else),
        "begin": _number(base.minutes_to_begin),
        "search": {"states": EXACT_STATES, "ahead": AHEAD, "width": WIDTH},
        "actors": {item.id: item.label for item in base.actors},
        "roles": {
            item.id: _pack(outside=item.outside, visitor=item.visitor) for item in base.roles
        },
        "likelihoods": {
            item.id: {"label": item.label, "weight": _number(item.weight)}
            for item in base.likelihoods
        },
        "risks": {item.id: {"label": item.label, "tone": item.tone} for item in base.risks},
        "placeholders": {item.id: item.example for item in base.placeholders},
        "visitor": {"heading": base.visitor.heading, "text": plain(base.visitor.text)},
        "urls": _list_urls(site),
        "signs": {item.id: _describe_sign(item) for item in knowledge.signs.values()},
        "codes": {item.id: _describe_code(site, item) for item in knowledge.codes.values()},
        "causes": {
            item.id: _describe_cause(site, item, stems[item.id])
            for item in knowledge.causes.values()
        },
        "checks": {item.id: _describe_check(site, item) for item in knowledge.checks.values()},
        "resolutions": {
            item.id: _describe_resolution(site, item) for item in knowledge.resolutions.values()
        },
        "support": {
            item.id: _pack(title=item.title, always=item.always)
            for item in knowledge.support.values()
        },
    }


def _number(amount: float) -> float:
    """Return a number as JavaScript writes it, without a needless .0."""
    return int(amount) if amount == int(amount) else float(amount)


def _pack(**fields: Any) -> dict[str, Any]:
    """Return fields without those that are empty or false; a zero says something."""
    return {
        name: value
        for name, value in fields.items()
        if value or (isinstance(value, int | float) and not isinstance(value, bool))
    }


def _list_urls(site: Site) -> dict[str, str]:
    """Return by kind where its entries are found, below the root; {id} stands for the id."""
    urls: dict[str, str] = {}
    for kind in LINKED:
        for name in site.knowledge.entries[kind]:
            address = address_of(site.knowledge, kind, name)
            if address is not None:
                general = Address(*(part.replace(name, _ANY) for part in address))
                urls[kind] = address_url(general, directories=site.directories)
                break
    return urls


def _describe_patterns(patterns: Iterable[str]) -> list[list[str]]:
    """Return each pattern, and then the cues one of which stands in whatever it matches.

    The beginning of a cue is a cue too, and lighter.
    """
    return [
        [pattern, *sorted({cue[:_CUE] for cue in find_cues(pattern, FLAGS)})]
        for pattern in patterns
    ]


def _describe_sign(sign: Sign) -> dict[str, Any]:
    return _pack(
        title=sign.title,
        order=sign.order,
        says=sign.says,
        reads=sign.reads,
        foreign=sign.foreign,
        supplies=sign.supplies,
        patterns=_describe_patterns(sign.patterns),
    )


def _describe_code(site: Site, code: Code) -> dict[str, Any]:
    numbers = site.knowledge.numbers
    return _pack(
        title=code.title,
        also=code.also,
        aside=code.aside,
        carriers=sorted(name for name in code.carriers if name in numbers),
        who=code.emitter.who,
        signatures=_describe_patterns(code.signatures),
        variants={item.id: item.title for item in code.variants},
        causes=[
            _pack(
                id=item.cause,
                likelihood=item.likelihood,
                variant=item.variant,
                expects=_number_outcomes(site, item.expects),
            )
            for item in code.causes
        ],
        support=[item.item for item in code.support],
        visitor=site.view.prose.plain(code.visitor) if code.visitor else "",
    )


def _describe_cause(site: Site, cause: Cause, words: str) -> dict[str, Any]:
    return _pack(
        title=cause.title,
        words=words,
        expects=_number_outcomes(site, cause.expects),
        resolutions=cause.resolutions,
    )


def _number_outcomes(site: Site, expects: Mapping[str, Iterable[str]]) -> list[list[int]]:
    """Return expectations as the place of each check, and then of the outcomes it can have."""
    checks = list(site.knowledge.checks)
    numbers = []
    for name, wanted in expects.items():
        check = site.knowledge.checks.get(name)
        if check is not None:
            known = [outcome.id for outcome in check.outcomes]
            places = [known.index(outcome) for outcome in wanted if outcome in known]
            numbers.append([checks.index(name), *places])
    return numbers


def _describe_check(site: Site, check: Check) -> dict[str, Any]:
    return _pack(
        title=check.title,
        question=check.question,
        minutes=_number(check.minutes),
        who=check.who,
        where=check.where,
        risk=check.risk.level if check.risk else "",
        do=_describe_steps(site, check.steps),
        more=len(check.steps),
        outcomes={
            item.id: _pack(
                label=item.label, sound=item.sound, patterns=_describe_patterns(item.patterns)
            )
            for item in check.outcomes
        },
    )


def _describe_steps(site: Site, steps: Iterable[Command]) -> dict[str, str]:
    """Return the first step that has a command, else the first one."""
    given = list(steps)
    step = next((item for item in given if item.run), given[0])
    return _pack(text=site.view.prose.plain(step.text), run=step.run)


def _describe_resolution(site: Site, resolution: Resolution) -> Mapping[str, Any]:
    return _pack(
        title=resolution.title,
        risk=resolution.risk.level,
        temporary=resolution.temporary,
        proof=_describe_steps(site, resolution.proof),
    )
