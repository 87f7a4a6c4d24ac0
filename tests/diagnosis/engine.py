"""The diagnoser's engine in a JavaScript runtime of its own, as pages load it."""

from __future__ import annotations

import json
from typing import Any

from py_mini_racer import MiniRacer

from mkdocs_troubleshooter.site.diagnosis import write_knowledge
from mkdocs_troubleshooter.site.pages import Site
from mkdocs_troubleshooter.site.scripts import join_script


class Engine:
    """Diagnoses texts with what a site knows."""

    def __init__(self, site: Site) -> None:
        self._runtime = MiniRacer()
        self._runtime.eval(write_knowledge(site))
        self._runtime.eval(join_script("engine"))

    def diagnose(self, text: str = "", **given: Any) -> Any:
        """Return what the engine says of a text, with `answers`, `code` and `reader` as given."""
        return self.call("diagnose", {"text": text, **given})

    def plan(self, code: str, **given: Any) -> Any:
        """Return the steps of a code's plan."""
        return self.call("plan", {"code": code, **given})

    def call(self, name: str, *given: object) -> Any:
        """Return what an entry of the engine returns, which is plain data."""
        words = ", ".join(json.dumps(value) for value in given)
        return json.loads(str(self.run(f"JSON.stringify(troubleshooter.{name}({words}))")))

    def run(self, source: str) -> Any:
        """Return what a script evaluates to, which must be a number or a text."""
        return self._runtime.eval(source)
