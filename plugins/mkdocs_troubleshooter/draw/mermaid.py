"""A flowchart as Mermaid source, to paste into a runbook on GitHub or GitLab."""

from __future__ import annotations

from mkdocs_troubleshooter.draw.chart import Ask, Chart


def write_mermaid(chart: Chart) -> str:
    """Return the source of a chart; its links are as they stand in the chart."""
    # Questions are called q and their number, ends e and theirs.
    count = len(chart.questions)
    names = [f"q{n + 1}" if n < count else f"e{n + 1 - count}" for n in range(len(chart.boxes))]
    lines = [f"%% {_spell_comment(chart.title)}", "flowchart TD"]
    lines.append(f'  start(["{_spell(chart.start)}"]) --> {names[0]}')
    for place, (name, box) in enumerate(zip(names, chart.boxes, strict=True)):
        if isinstance(box, Ask):
            notes = "".join(f"<br>{_spell(text)}" for text in (box.note, box.warning) if text)
            lines.append(f'  {name}["{place + 1}. {_spell(box.target.title)}{notes}"]')
            lines += [
                f'  {name} -- "{_spell(arrow.label)}" --> {names[arrow.leads]}'
                for arrow in box.arrows
            ]
            href = box.target.href
        else:
            titles = "<br>or: ".join(_spell(target.title) for target in box.targets)
            titles = "<br>".join(filter(None, (_spell(box.said), titles)))
            left, right = ("{{", "}}") if box.kind == "none" else ("([", "])")
            lines.append(f'  {name}{left}"{titles}"{right}')
            href = box.targets[0].href if box.targets else ""
        if href:
            lines.append(f'  click {name} href "{href}"')
    return "\n".join(lines) + "\n"


def _spell(text: str) -> str:
    """Return a text for between quotes: what has a meaning to Mermaid as a numbered character."""
    return text.translate(_SPELLED)


def _spell_comment(text: str) -> str:
    return text.replace("{", "(").replace("}", ")")


_SPELLED = str.maketrans({letter: f"#{ord(letter)};" for letter in '"#<>&`;\\{}[]|*_~'})
