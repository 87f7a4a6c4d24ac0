"""Reading flowcharts back from their forms: who leads where, by what answer, and to which page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag


@dataclass
class Form:
    """A flowchart as one of its forms shows it."""

    questions: list[tuple[str, str]] = field(default_factory=list)
    """Title and address of the check, in the order of the numbers."""
    answers: dict[int, dict[str, int | tuple[tuple[str, str], ...]]] = field(default_factory=dict)
    """By question and label: another question, or the titles and addresses of an end."""

    def walk(self) -> Iterator[tuple[str, ...]]:
        """Yield every path as titles and answers, ends included."""

        def go(number: int, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
            title = self.questions[number][0]
            for label, leads in self.answers[number].items():
                step = (*path, title, label)
                if isinstance(leads, int):
                    assert leads > number, "a flowchart leads on, never back"
                    yield from go(leads, step)
                else:
                    yield (*step, *(title for title, _ in leads))

        if self.questions:
            yield from go(0, ())


def read_text(soup: BeautifulSoup, url: str) -> Form:
    """Read the ordered steps of a page."""
    form = Form()
    items = soup.select("ol.ts-plan > li")
    for number, item in enumerate(items):
        assert item.get("id") == f"plan-{number + 1}"
        form.questions.append(_name(item.find(["a", "strong"]), url))
        form.answers[number] = {}
        for answer in item.select(":scope > ul > li"):
            links = answer.find_all("a")
            label = str(next(answer.strings)).strip().removesuffix(":")
            go = re.fullmatch(r"go to (\d+)", links[0].get_text()) if links else None
            if go:
                form.answers[number][label] = int(go[1]) - 1
            else:
                form.answers[number][label] = tuple(_name(link, url) for link in links)
    return form


def read_drawing(svg: Tag, url: str) -> Form:
    """Read a drawn flowchart: boxes by their ids and places, answers by what they connect."""
    form = Form()
    for group in svg.select("g.question"):
        form.questions.append(_name(group.find("a") or group.find("text", class_="b"), url))
    exits = iter(svg.select("g.found, g.left, g.none, g.go"))
    for label in svg.select("text[data-from]"):
        number, leads = int(str(label["data-from"])), int(str(label["data-to"]))
        answers = form.answers.setdefault(number, {})
        if leads == number + 1 < len(form.questions):
            answers[_text(label)] = leads
            continue
        shape = next(exits)
        if "go" in (shape.get("class") or []):
            link = shape.find("a")
            assert isinstance(link, Tag)
            assert link["href"] == f"#step-{leads + 1}"
            assert _text(link) == f"Go to {leads + 1}"
            answers[_text(label)] = leads
        else:
            answers[_text(label)] = tuple(_name(link, url) for link in shape.find_all("a"))
    assert next(exits, None) is None or not form.questions
    return form


def read_mermaid(source: str) -> Form:
    """Read Mermaid source as its own parser would: nodes, arrows and clicks."""
    boxes: dict[str, str] = {}
    arrows: list[tuple[str, str, str]] = []
    clicks: dict[str, str] = {}
    for line in source.splitlines()[2:]:
        if match := re.fullmatch(r'  (\w+) -- "([^"]*)" --> (\w+)', line):
            arrows.append((match[1], _spell(match[2]), match[3]))
        elif match := re.fullmatch(r'  click (\w+) href "([^"]*)"', line):
            clicks[match[1]] = match[2]
        elif match := re.fullmatch(r'  (\w+)(?:\["|\(\["|\{\{")([^"]*)"(?:\]\)|\}\}|\])', line):
            boxes[match[1]] = match[2]
        else:
            assert re.fullmatch(r'  start\(\["[^"]*"\]\) --> \w+', line), line
    form = Form()
    for name, text in boxes.items():
        if name.startswith("q"):
            assert int(name[1:]) == len(form.questions) + 1
            title = _spell(text.split("<br>")[0]).partition(". ")[2]
            form.questions.append((title, clicks.get(name, "")))
    for origin, label, leads in arrows:
        answers = form.answers.setdefault(int(origin[1:]) - 1, {})
        if leads.startswith("q"):
            answers[label] = int(leads[1:]) - 1
        else:
            text = boxes[leads].removeprefix("Left over:<br>")
            titles = [_spell(title) for title in text.split("<br>or: ")]
            answers[label] = tuple(
                (title, clicks.get(leads, "") if place == 0 else "")
                for place, title in enumerate(titles)
            )
    return form


def without_links(form: Form) -> Mapping[int, Mapping[str, object]]:
    """Return a form's answers with titles only: Mermaid has one link a box."""
    return {
        number: {
            label: leads if isinstance(leads, int) else tuple(title for title, _ in leads)
            for label, leads in answers.items()
        }
        for number, answers in form.answers.items()
    }


def _name(link: Tag | None, url: str) -> tuple[str, str]:
    assert link is not None
    href = link.get("href")
    return _text(link), urljoin(url, str(href)) if href else ""


def _text(tag: Tag) -> str:
    return re.sub(r"\s+", " ", tag.get_text()).strip()


def _spell(text: str) -> str:
    return unescape(re.sub(r"#(\d+);", r"&#\1;", text))
