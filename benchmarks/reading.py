"""How fast the diagnoser reads: logs of a megabyte, and ten thousand random pastes."""

from __future__ import annotations

import json
import time
from pathlib import Path
from statistics import median

from tests.diagnosis.engine import Engine
from tests.diagnosis.test_fuzz import write_pastes

from mkdocs_troubleshooter.rules import examine
from mkdocs_troubleshooter.site import load_templates, make_site

KB = Path(__file__).parents[1] / "kb"
MEGABYTE = 1_000_000
PASTES = 10_000
ACCESS = (
    '198.51.100.{n} - - [14/Oct/2026:07:{m}:09 +0000] "GET /item/{i} HTTP/1.1" {status} {i} '
    '"https://www.example.com/" "Mozilla/5.0 (X11; Linux x86_64)"\n'
)
ERROR = (
    "2026/10/14 07:{m}:09 [error] 812#812: *{i} connect() failed (111: Connection refused) while "
    'connecting to upstream, client: 198.51.100.{n}, request: "GET /item/{i} HTTP/1.1", '
    'upstream: "http://127.0.0.1:3000/", host: "www.example.com"\n'
)


def write_log(line: str) -> str:
    """Return a megabyte of lines, one in fifty of which is an error."""
    lines: list[str] = []
    size = 0
    while size < MEGABYTE:
        i = len(lines)
        status = 502 if i % 50 == 0 else 200
        lines.append(line.format(i=i, n=i % 250, m=10 + i % 50, status=status))
        size += len(lines[-1])
    return "".join(lines)


def measure_reading() -> None:
    """Print medians for logs, and mean and worst of many pastes."""
    knowledge = examine(KB).knowledge
    assert knowledge is not None
    engine = Engine(make_site(knowledge, templates=load_templates()))
    engine.diagnose("")
    print("Reading a paste")
    for name, line in (("access log", ACCESS), ("error log", ERROR)):
        text = write_log(line)
        times = [measure(engine, f"{text}{number}") for number in range(9)]
        print(
            f"  1 MB of {name:12} {1000 * median(times):7.1f} ms, the first {1000 * times[0]:.1f}"
        )
    times = [measure(engine, text) for text in write_pastes(knowledge, 1, PASTES)]
    mean, worst = 1000 * sum(times) / len(times), 1000 * max(times)
    print(f"  {PASTES:,} mutated pastes {mean:5.1f} ms on average, {worst:.1f} at worst")


def measure(engine: Engine, text: str) -> float:
    """Return the seconds of one diagnosis, the handing over of the text left aside."""
    engine.run(f"globalThis.given = {json.dumps(text)}; 0")
    start = time.perf_counter()
    engine.run("troubleshooter.diagnose({text: given}).found.length")
    return time.perf_counter() - start
