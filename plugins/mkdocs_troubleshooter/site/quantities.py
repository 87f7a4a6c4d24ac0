"""Facts in words: a value with its unit, and who says so."""

from __future__ import annotations

from collections import Counter

from mkdocs_troubleshooter.model.base import Base
from mkdocs_troubleshooter.model.entries import Fact, FactValue

_NARROW = "\u202f"
"""A narrow space that does not break: it stands between a number and its unit."""


def spell_value(fact: Fact, value: FactValue) -> str:
    """Return one provider's value with its unit, such as "15 s" or "1 to 6000 s"."""
    text = _spell_number(value.value)
    if value.upto is not None:
        text = f"{text} to {_spell_number(value.upto)}"
    return f"{text}{_NARROW}{fact.unit}" if fact.unit else text


def spell_fact(fact: Fact, base: Base, provider: str | None = None) -> str:
    """Return all values, each with who states it; or those of one provider, alone.

    Only where one provider states several values does the condition tell them apart.
    """
    names = {item.id: item.short for item in base.providers} if provider is None else {}
    own = [value for value in fact.values if provider is None or value.provider == provider]
    stated = Counter(owner for owner, _ in {(value.provider, value.value) for value in fact.values})
    together: dict[str, list[str]] = {}
    for value in own or fact.values:
        several = stated[value.provider] > 1 and len(value.condition or "") < _SHORT
        parts = (names.get(value.provider or ""), value.condition if several else None)
        owner = ", ".join(filter(None, parts))
        together.setdefault(spell_value(fact, value), []).append(owner)
    if len(together) == 1:
        return next(iter(together))
    spelled = []
    for text, owners in together.items():
        said_by = ", ".join(dict.fromkeys(filter(None, owners)))
        spelled.append(f"{text} ({said_by})" if said_by else text)
    return " or ".join(spelled)


def providers_differ(fact: Fact) -> bool:
    """Tell whether two providers state different values."""
    by_provider: dict[str | None, set[str]] = {}
    for value in fact.values:
        by_provider.setdefault(value.provider, set()).add(spell_value(fact, value))
    return len({frozenset(values) for values in by_provider.values()}) > 1


def _spell_number(value: float | str) -> str:
    if isinstance(value, str):
        return value
    return f"{value:,}".replace(",", _NARROW) if value >= _GROUPED else f"{value:g}"


_GROUPED = 10_000
_SHORT = 20
