"""What templates can ask: entries, who points at whom, rendered texts, links and labels."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup

from mkdocs_troubleshooter.draw import Chart, Scale, Stage, draw_path, draw_scale
from mkdocs_troubleshooter.model.entries import (
    Case,
    Cause,
    Check,
    Code,
    CodeCause,
    Command,
    Entry,
    Fact,
    FactValue,
    Guide,
    Outcome,
    Resolution,
    Section,
    Source,
    Topic,
)
from mkdocs_troubleshooter.model.kinds import KindName
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.model.prose import PLACEHOLDER
from mkdocs_troubleshooter.model.relations import Relations, relate
from mkdocs_troubleshooter.plan import Plan, Question, make_plan
from mkdocs_troubleshooter.site.addresses import (
    ASSET_FOLDER,
    DIAGNOSE,
    Address,
    address_of,
    file_link,
    index_page,
)
from mkdocs_troubleshooter.site.charts import chart_guide, chart_plan
from mkdocs_troubleshooter.site.prose import Prose
from mkdocs_troubleshooter.site.quantities import providers_differ, spell_value


@dataclass(frozen=True)
class Suspicion:
    """A cause as one code sees it."""

    item: CodeCause
    cause: Cause


@dataclass(frozen=True)
class View:
    """One knowledge base, ready to be shown."""

    knowledge: KnowledgeBase
    prose: Prose

    @cached_property
    def relations(self) -> Relations:
        """The way back along every reference."""
        return relate(self.knowledge)

    @cached_property
    def words(self) -> dict[str, dict[str, Any]]:
        """The words of the base by kind and id, such as words.role.owner.label."""
        base = self.knowledge.base
        groups: dict[str, Sequence[Any]] = {
            "role": base.roles,
            "likelihood": base.likelihoods,
            "actor": base.actors,
            "phase": base.phases,
            "risk": base.risks,
            "provider": base.providers,
            "evidence": base.evidence,
        }
        return {name: {item.id: item for item in items} for name, items in groups.items()}

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """The request path with every code at the phases where it fails."""
        return draw_path(
            self.knowledge.base, {code.id: code.phases for code in self.knowledge.codes.values()}
        )

    @cached_property
    def _small_paths(self) -> dict[tuple[str, ...], Markup]:
        return {}

    def small_path(self, phases: tuple[str, ...], draw: Callable[..., Markup]) -> Markup:
        """Return the path with some phases marked, drawn once for all codes that fail there."""
        if phases not in self._small_paths:
            self._small_paths[phases] = draw(self.stages, phases, small=True)
        return self._small_paths[phases]

    @cached_property
    def typical_code(self) -> str:
        """The code with the most causes: the example that readers are shown."""
        return max(self.knowledge.codes.values(), key=lambda code: len(code.causes)).id

    def label(self, code: str) -> str:
        """Return what a code is called, such as "Error 522"."""
        return self.knowledge.base.code_label.replace("{code}", code)

    def title(self, entry: Entry) -> str:
        """Return the title of an entry's page."""
        if isinstance(entry, Code):
            return f"{self.label(entry.id)}: {entry.title}"
        return entry.title

    def href(self, kind: str, entry_id: str) -> str:
        """Return the pending link to an entry or phase; nothing if there is none."""
        address = address_of(self.knowledge, kind, entry_id)
        return address.pending if address else ""

    def index(self, kind: KindName) -> str:
        """Return the pending link to the page that lists a kind."""
        return Address(index_page(kind)).pending

    def suspicions(self, code: Code) -> list[Suspicion]:
        """Return a code's causes that exist, most likely first, else in the entry's order."""
        weights = {word.id: float(word.weight) for word in self.knowledge.base.likelihoods}
        found = [
            Suspicion(item, self.knowledge.causes[item.cause])
            for item in code.causes
            if item.cause in self.knowledge.causes
        ]
        return sorted(found, key=lambda found: -weights.get(found.item.likelihood, 0))

    @cached_property
    def _plans(self) -> dict[str, Plan]:
        return {}

    def plan(self, code: Code) -> Plan:
        """Return the plan of a code, computed once."""
        if code.id not in self._plans:
            self._plans[code.id] = make_plan(self.knowledge, code)
        return self._plans[code.id]

    @cached_property
    def _charts(self) -> dict[str, Chart]:
        return {}

    def chart(self, code: Code) -> Chart:
        """Return the plan of a code as a flowchart, made once."""
        if code.id not in self._charts:
            self._charts[code.id] = chart_plan(self.knowledge, code, self.plan(code))
        return self._charts[code.id]

    def chart_guide(self, guide: Guide) -> Chart:
        """Return a guide as a flowchart."""
        return chart_guide(self.knowledge, guide)

    def first_check(self, code: Code) -> Check | None:
        """Return the check to begin with."""
        step = self.plan(code).steps[0]
        return self.knowledge.checks[step.check] if isinstance(step, Question) else None

    def round(self, minutes: float) -> str:
        """Return an effort to the minute."""
        return f"{max(1, round(minutes))}"

    def asset(self, name: str) -> str:
        """Return the pending link to a script or style of the plugin."""
        return file_link(ASSET_FOLDER, name)

    @property
    def diagnoser(self) -> str:
        """The pending link to the page of the diagnoser."""
        return Address(DIAGNOSE).pending

    def file(self, page: str, name: str) -> str:
        """Return the pending link to a file beside a page."""
        return file_link(page, name)

    def asks(self, steps: Iterable[Command] | None) -> bool:
        """Tell whether commands hold a value that readers are asked for; None asks anyway."""
        asked = {item.id for item in self.knowledge.base.placeholders if item.ask}
        if steps is None:
            return bool(asked)
        return any(
            match["id"] in asked
            for step in steps
            for match in PLACEHOLDER.finditer(f"{step.run or ''} {step.text}")
        )

    def remedies(self, code: Code) -> list[tuple[Resolution, list[Cause]]]:
        """Return the resolutions of a code's causes, each with the causes that it removes."""
        found: dict[str, list[Cause]] = {}
        for suspicion in self.suspicions(code):
            for name in suspicion.cause.resolutions:
                resolution = self.knowledge.resolutions.get(name)
                if resolution is not None and name not in code.workarounds:
                    found.setdefault(name, []).append(suspicion.cause)
        return [(self.knowledge.resolutions[name], causes) for name, causes in found.items()]

    def pick(self, kind: KindName, ids: Iterable[str]) -> list[Entry]:
        """Return the entries of a kind that exist among some ids."""
        entries = self.knowledge.entries[kind]
        return [entries[name] for name in ids if name in entries]

    def causes_of_outcome(self, check: Check, outcome: Outcome) -> list[Cause]:
        """Return the causes that a check's outcome points at, those of most codes first."""
        pointed = (
            cause
            for cause in self.knowledge.causes.values()
            if outcome.id in cause.expects.get(check.id, ())
        )
        codes = self.relations.codes_of_cause
        return sorted(pointed, key=lambda cause: -len(codes.get(cause.id, ())))

    def code_cause(self, code: str, cause: str) -> CodeCause | None:
        """Return what a code says about a cause."""
        entry = self.knowledge.codes.get(code)
        return next((item for item in entry.causes if item.cause == cause), None) if entry else None

    def cases_of(self, code: Code) -> tuple[Case, ...]:
        """Return the worked cases of a code: those first that show two more forms, in few words."""
        left = list(self.relations.cases_of_code.get(code.id, ()))
        ordered: list[Case] = []
        seen: set[str] = set()
        while left:
            best = max(left, key=lambda case: _rank(case, seen))
            left.remove(best)
            ordered.append(best)
            seen.update(item.kind for item in best.evidence)
        return tuple(ordered)

    def phases_at(self, code: Code) -> list[str]:
        """Return where a code fails, in words: "Connect, between Edge and Origin"."""
        actors = self.words["actor"]
        spelled = []
        for name in code.phases:
            phase = self.words["phase"].get(name)
            if phase is not None:
                ends = [actors[at].label for at in phase.at if at in actors]
                where = f"between {ends[0]} and {ends[1]}" if len(ends) > 1 else f"at the {ends[0]}"
                spelled.append(f"{phase.label}, {where}")
        return spelled

    def fact_columns(self, facts: Iterable[Fact]) -> list[tuple[str | None, str]]:
        """Return the providers that state a value of some facts, then None for nobody's."""
        stated = {value.provider for fact in facts for value in fact.values}
        columns: list[tuple[str | None, str]] = [
            (item.id, item.short) for item in self.knowledge.base.providers if item.id in stated
        ]
        return [*columns, *([(None, "Usual")] if None in stated else [])]

    def fact_values(self, fact: Fact, provider: str | None) -> list[FactValue]:
        """Return the values that one provider states."""
        return [value for value in fact.values if value.provider == provider]

    def scale(self, ids: Iterable[str]) -> Scale | None:
        """Return facts drawn to scale."""
        facts = [self.knowledge.facts[name] for name in ids if name in self.knowledge.facts]
        owners: dict[str | None, str] = {None: "usual"}
        owners.update({item.id: item.short for item in self.knowledge.base.providers})
        return draw_scale(facts, owners)

    def scales_of(self, code: Code) -> list[tuple[Topic, Section]]:
        """Return the sections in which facts of a code are drawn to scale."""
        return [
            (topic, section)
            for topic in self.knowledge.topics.values()
            for section in topic.sections
            if set(section.scale) & set(code.facts)
        ]

    def spell(self, fact: Fact, value: FactValue) -> str:
        """Return a value with its unit."""
        return spell_value(fact, value)

    def differs(self, fact: Fact) -> bool:
        """Tell whether providers state different values."""
        return providers_differ(fact)

    def sources(self, ids: Iterable[str]) -> list[Source]:
        """Return the sources that exist among some ids."""
        return [self.knowledge.sources[name] for name in ids if name in self.knowledge.sources]

    def visitor(self, code: Code) -> str:
        """Return the sentences for readers who own nothing, as Markdown."""
        return (code.visitor or self.knowledge.base.visitor.text).replace("{code}", code.id)

    def anchor(self, text: str) -> str:
        """Return an anchor for a word of the data that has no id of its own."""
        return "-".join(re.findall(r"[^\W_]+", text.lower())) or "other"

    def continued(self, text: str) -> str:
        """Return a title as it stands inside a sentence; names and abbreviations keep theirs."""
        word = text.partition(" ")[0]
        return text[:1].lower() + text[1:] if word[1:].islower() or len(word) == 1 else text


def _rank(case: Case, seen: set[str]) -> tuple[int, int]:
    """Return how much a case adds to what has been seen; of equals the shorter one wins."""
    new = {item.kind for item in case.evidence} - seen
    return min(len(new), 2), -sum(len(item.text) for item in case.evidence)
