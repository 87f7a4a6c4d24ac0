"""Facts in words: a value with its unit, and who says so."""

from __future__ import annotations

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
    """Return all values, each with who states it; or those of one provider, alone."""
    names = {item.id: item.short for item in base.providers}
    values = [value for value in fact.values if provider is None or value.provider == provider]
    together: dict[str, list[str]] = {}
    for value in values or fact.values:
        owner = names.get(value.provider or "", "")
        together.setdefault(spell_value(fact, value), []).append(owner)
    if provider is not None and values:
        return " or ".join(together)
    if len(together) == 1:
        return next(iter(together))
    spelled = []
    for text, owners in together.items():
        said_by = ", ".join(dict.fromkeys(owner for owner in owners if owner))
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
