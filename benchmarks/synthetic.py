"""Knowledge bases of any size, and the same content as hand-written Markdown pages."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import yaml
from tests.small import files

from mkdocs_troubleshooter.model.kinds import FOLDERS
from mkdocs_troubleshooter.model.schema import modeline

WORDS = (
    "connection request response header address record certificate handshake timeout packet route "
    "server process memory limit worker queue upstream proxy cache rule function tunnel log "
    "capture firewall range port name mode answer check cause visitor owner provider support"
)
MKDOCS = """\
site_name: Bench
theme: {name: material, font: false, features: [navigation.indexes]}
plugins: [%s]
markdown_extensions: [admonition, attr_list, tables, pymdownx.highlight, pymdownx.superfences]
"""


CHECKS, ANSWERS = 8, 5
_REPLACED = ("kb/codes/", "kb/causes/", "kb/checks/", "kb/cases/", "kb/guides/")


class Writer:
    """Writes entries with plausible amounts of text; the same seed gives the same text."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.random = random.Random(522)  # noqa: S311 - texts, not secrets
        self.words = WORDS.split()

    def sentence(self, words: int = 14) -> str:
        """Return a sentence."""
        text = " ".join(self.random.choice(self.words) for _ in range(words))
        return f"{text.capitalize()}, see `{self.random.choice(self.words)}`."

    def write(self, name: str, content: Any) -> None:
        """Write a file: text as it is, data as YAML."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not isinstance(content, str):
            kind = FOLDERS.get(path.parent.name)
            body = yaml.dump(content, Dumper=yaml.CSafeDumper, sort_keys=False, width=100)
            content = f"{modeline(kind.name if kind else 'base')}\n{body}"
        path.write_text(content, "utf-8")


def write_base(root: Path, codes: int) -> None:
    """Write a site with a knowledge base of so many codes, each with a case."""
    writer = Writer(root)
    small = files()
    for name, content in small.items():
        if name.startswith("kb/") and not name.startswith(_REPLACED):
            writer.write(name, content)
    causes = _write_causes(writer, max(8, codes // 20), small)
    for number in range(codes):
        code = f"{number + 1000}"
        picked = writer.random.sample(causes, 5)
        writer.write(f"kb/codes/{code}.yaml", _describe_code(writer, code, picked, small))
        case = small["kb/cases/10-dark.yaml"] | {"id": f"{code}-seen", "code": code, "answers": {}}
        seen = [{"kind": "log", "text": f"lamp: off\nerror {code}: {writer.sentence(5)}"}]
        case |= {"causes": [picked[0]], "evidence": seen}
        writer.write(f"kb/cases/{code}-seen.yaml", case)
    writer.write("docs/index.md", "# Bench\n")
    writer.write("mkdocs.yml", MKDOCS % "search, troubleshooter")


def write_markdown(root: Path, pages: int) -> None:
    """Write a site with so many hand-written pages of the same content, out of the navigation."""
    writer = Writer(root)
    small = files()
    causes = [f"cause-{number}" for number in range(max(8, pages // 20))]
    for number in range(pages):
        code = f"{number + 1000}"
        entry = _describe_code(writer, code, writer.random.sample(causes, 5), small)
        writer.write(f"docs/codes/{code}.md", _write_out(writer, entry))
    writer.write("docs/index.md", "# Bench\n")
    writer.write("mkdocs.yml", MKDOCS % "search" + "nav: [index.md]\nnot_in_nav: /codes/*\n")


def _write_causes(writer: Writer, number: int, small: dict[str, Any]) -> list[str]:
    names = [f"cause-{index}" for index in range(number)]
    for check in range(CHECKS):
        outcomes = [
            {"id": f"answer-{index}", "label": writer.sentence(5), "means": writer.sentence()}
            for index in range(ANSWERS)
        ]
        entry = {"id": f"look-{check}", "minutes": 1 + check, "outcomes": outcomes}
        writer.write(f"kb/checks/look-{check}.yaml", small["kb/checks/look.yaml"] | entry)
    for index, name in enumerate(names):
        # Sums of the number's digits, so that any two causes differ in what some check shows.
        digits = [index // ANSWERS**place % ANSWERS for place in range(4)]
        answers = [(sum(digits[: place % 4 + 1]) + place) % ANSWERS for place in range(CHECKS)]
        cause = small["kb/causes/unplugged.yaml"] | {
            "id": name,
            "title": writer.sentence(6),
            "summary": writer.sentence(30),
            "signs": [writer.sentence() for _ in range(3)],
            "expects": {f"look-{n}": f"answer-{answer}" for n, answer in enumerate(answers)},
        }
        writer.write(f"kb/causes/{name}.yaml", cause)
    return names


def _describe_code(
    writer: Writer, code: str, causes: list[str], small: dict[str, Any]
) -> dict[str, Any]:
    return small["kb/codes/10.yaml"] | {
        "id": code,
        "title": writer.sentence(5),
        "aliases": [f"alias {code}"],
        "signatures": [f"^error {code}:"],
        "summary": f"{writer.sentence(30)} It takes {{fact:wait}}.",
        "condition": [writer.sentence() for _ in range(2)],
        "causes": [
            {"cause": cause, "likelihood": "common", "note": writer.sentence()} for cause in causes
        ],
        "traps": [writer.sentence() for _ in range(3)],
    }


def _write_out(writer: Writer, code: dict[str, Any]) -> str:
    """Return what a generated page says, as somebody would write it by hand."""
    lines = [f"# Error {code['id']}: {code['title']}", "", code["summary"], ""]
    lines += ["1. Client", "2. Connect: **here**", "3. Work", "4. Server", ""]
    lines += ["**Where it broke**", ":   Connect, between Client and Server", ""]
    lines += ["**Who sent it**", ":   Server, see [how to tell](#who-sent-it)", ""]
    lines += ["**Most likely**", f":   [{writer.sentence(6)}](#causes)", ""]
    lines += ["!!! note", "    Not yours? Not your fault. Tell the owner the code.", ""]
    lines += ["## Check this first", "", "Look at the lamp.", "", "```sh", "ping www.example.com"]
    lines += ["```", "", *(f"- {writer.sentence(5)} [Cause](#causes)" for _ in range(4)), ""]
    lines += ["## Exactly when", "", *(f"- {text}" for text in code["condition"]), ""]
    lines += ["## Who sent it", "", "- Server: it says so.", ""]
    lines += ["## Causes", ""]
    for cause in code["causes"]:
        lines += [f"### {cause['cause']} {writer.sentence(6)}", "", cause["note"], ""]
        lines += [*(f"- {writer.sentence()}" for _ in range(2)), ""]
        lines += ["See [all about it](#causes) and [the resolution](#resolutions).", ""]
    lines += ["## Resolutions", "", *(f"- [{writer.sentence(4)}](#causes)" for _ in range(3)), ""]
    lines += ["## What misleads", "", *(f"- {text}" for text in code["traps"]), ""]
    lines += ["## What it looks like", "", "```text", "lamp: off", "```", "", writer.sentence(), ""]
    lines += [
        "## Facts",
        "",
        "| Fact | Maker | Seller |",
        "| - | - | - |",
        "| Wait | 15 s | 19 s |",
    ]
    lines += ["", "## Support", "", "- [The log](#causes)", "", "## Sources", "", "- The manual"]
    return "\n".join(lines) + "\n"
