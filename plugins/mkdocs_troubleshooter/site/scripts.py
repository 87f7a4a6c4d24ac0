"""Scripts that the build makes: data, and the diagnoser from its parts. No bundler is needed.

Parts are plain scripts that share names. They are joined inside one function, so that a page which
loads them gets one global name, and without their comments, which are a third of their weight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_troubleshooter.site.addresses import ASSET_FOLDER
from mkdocs_troubleshooter.site.diagnosis import write_knowledge
from mkdocs_troubleshooter.site.names import write_names
from mkdocs_troubleshooter.site.pages import Site
from mkdocs_troubleshooter.site.templates import ASSETS

LOOKUP = "lookup"
"""The script that every page loads: entries by their names."""
SCRIPTS = {
    LOOKUP: ("table", "box", "search", "address", "lost", "start"),
    "engine": (
        "words",
        "reading",
        "signs",
        "suspects",
        "search",
        "plan",
        "ranking",
        "diagnose",
    ),
    "diagnoser": (
        "elements",
        "har",
        "state",
        "files",
        "evidence",
        "verdict",
        "question",
        "causes",
        "support",
        "chart",
        "summary",
        "page",
    ),
}
"""The parts of each script, in the order in which they need one another."""
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*?(?:[^*]|\*(?!/))*\*/)[ \t]*\n", re.MULTILINE)


def write_scripts(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the path below the site's root and the text of each script and style."""
    yield f"{ASSET_FOLDER}/names.js", write_names(site)
    for path in sorted((ASSETS / "redirect").iterdir()):
        yield f"{ASSET_FOLDER}/{path.name}", path.read_text("utf-8")
    yield f"{ASSET_FOLDER}/{LOOKUP}.js", join_script(LOOKUP)
    if not site.knowledge.codes:
        return
    yield f"{ASSET_FOLDER}/knowledge.js", write_knowledge(site)
    for name in ("engine", "diagnoser"):
        yield f"{ASSET_FOLDER}/{name}.js", join_script(name)
    style = ASSETS / "diagnoser" / "diagnoser.css"
    yield f"{ASSET_FOLDER}/{style.name}", style.read_text("utf-8")


def join_script(name: str) -> str:
    """Return a script as browsers get it."""
    folder = ASSETS / name
    parts = [(folder / f"{part}.js").read_text("utf-8") for part in SCRIPTS[name]]
    body = "\n".join(_COMMENT.sub("", part).strip("\n") for part in parts)
    return f'(() => {{\n"use strict";\n{body}\n}})();\n'
