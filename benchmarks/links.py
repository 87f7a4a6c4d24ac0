"""How fast links in other people's files are checked: many small files, and the worst of lines."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from mkdocs_troubleshooter.export import Inventory
from mkdocs_troubleshooter.links import Directory, Survey, Surveyor, read_home

FILES = 10_000
LINKS_IN_A_FILE = 5
PAGES = 2_000
RUNS = 3
SITE = "https://guide.example.com/"
RULE = """\
  - alert: ErrorsAtTheEdge{number}
    expr: sum(rate(requests_total{{status="{number}"}}[5m])) > 0.05
    labels:
      severity: page
    annotations:
      summary: "{{{{ $value }}}} of requests fail on {{{{ $labels.host }}}}"
      runbook_url: {link}
"""


def measure_links(folder: Path) -> None:
    """Print how long it takes to check files where links are well, and where all are wrong."""
    pages = {f"codes/{number}/": ("causes", "support") for number in range(PAGES)}
    short = {f"{number}/": (f"codes/{number}/",) for number in range(PAGES)}
    inventory = Inventory(name="Guide", pages=pages, redirects=short, short=tuple(short))
    print("Checking links")
    usual = _write_rules(folder / "usual", lambda number: f"{number % PAGES}/#causes")
    _measure("links that are well", inventory, usual)
    wrong = _write_rules(folder / "wrong", lambda number: f"cods/{number}-gone/")
    _measure("each wrong in its own way", inventory, wrong)
    line = folder / "line.txt"
    line.write_text(f"{SITE}codes/1/,{SITE}{{{{," * 15_000, "utf-8")
    _measure("in one line", inventory, line)


def _write_rules(folder: Path, write: Callable[[int], str]) -> Path:
    """Write rules in folders of a hundred files."""
    numbers = range(FILES * LINKS_IN_A_FILE)
    for file in range(FILES):
        path = folder / f"team-{file // 100}" / f"rules-{file}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        chosen = numbers[file * LINKS_IN_A_FILE : (file + 1) * LINKS_IN_A_FILE]
        rules = (RULE.format(number=number, link=SITE + write(number)) for number in chosen)
        path.write_text("groups:\n" + "".join(rules), "utf-8")
    return folder


def _measure(name: str, inventory: Inventory, path: Path) -> None:
    times: list[float] = []
    survey = Survey((), 0, 0)
    for _ in range(RUNS):
        start = time.perf_counter()
        # What is known of a site is made anew, as it is each time the command runs.
        survey = Surveyor(Directory(inventory), [read_home(SITE)], strict=False).survey([path])
        times.append(time.perf_counter() - start)
    print(
        f"  {survey.files:6,} files, {survey.links:6,} {name:26} {median(times):6.2f} s, "
        f"{len(survey.problems):,} problems"
    )
