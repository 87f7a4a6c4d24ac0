"""`make bench`: builds and loads side by side in one run; ratios and medians, never verdicts."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.links import measure_links
from benchmarks.reading import measure_reading
from benchmarks.synthetic import write_base, write_markdown
from mkdocs_troubleshooter.rules import examine
from mkdocs_troubleshooter.site import load_templates, make_site, write_files

SIZE = 2_000
RUNS = 3
SCALES = (500, 2_000, 5_000)


def build(root: Path) -> float:
    """Build a site as a user would and return the seconds it took."""
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(root / "mkdocs.yml")]
    start = time.perf_counter()
    subprocess.run(command, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    return time.perf_counter() - start


def compare_builds(folder: Path) -> None:
    """Build both kinds of site in turn, so that both meet the same weather."""
    ours, plain = folder / "ours", folder / "plain"
    write_base(ours, SIZE)
    write_markdown(plain, SIZE)
    pairs = [(build(ours), build(plain)) for _ in range(RUNS)]
    pages = [count_pages(root) for root in (ours, plain)]
    print(f"Build of {SIZE:,} codes, median of {RUNS} runs in turn")
    print(f"  knowledge base       {median(a for a, _ in pairs):7.1f} s   {pages[0]:,} pages")
    print(f"  hand-written pages   {median(b for _, b in pairs):7.1f} s   {pages[1]:,} pages")
    print(f"  ratio                {median(a / b for a, b in pairs):7.2f}")
    per_page = median((a / pages[0]) / (b / pages[1]) for a, b in pairs)
    print(f"  ratio a page         {per_page:7.2f}")
    chart(ours, median(a for a, _ in pairs))
    weigh("knowledge base", ours / "site")
    weigh("hand-written pages", plain / "site")


def count_pages(root: Path) -> int:
    """Return how many pages a site has, those that lead on aside."""
    pages = (root / "site").rglob("index.html")
    return sum('content="noindex"' not in path.read_text("utf-8")[:400] for path in pages)


def chart(root: Path, seconds: float) -> None:
    """Print how much of a build goes into planning flowcharts, drawing and writing them."""
    knowledge = examine(root / "kb").knowledge
    assert knowledge is not None
    site = make_site(knowledge, templates=load_templates())
    start = time.perf_counter()
    plans = [site.view.plan(code) for code in knowledge.codes.values()]
    planned = time.perf_counter()
    drawn = [text for path, text in write_files(site) if path.endswith(".svg")]
    done = time.perf_counter()
    # A build draws each chart once, and shows it in its page and in a file of its own.
    whole = done - start
    print(f"  flowcharts           {whole:7.2f} s   {whole / seconds:.1%} of the build")
    print(f"    planning {planned - start:.2f} s, drawing {done - planned:.2f} s; ", end="")
    questions = median(len(plan.questions) for plan in plans)
    print(f"{questions:.0f} questions, {median(map(len, drawn)) / 1e3:.1f} kB at the median")


def weigh(name: str, site: Path) -> None:
    """Print how heavy pages and the search index are."""
    pages = sorted((site / "codes").glob("*/index.html"))
    sizes = [page.stat().st_size for page in pages]
    index = (site / "search/search_index.json").read_bytes()
    packed = len(gzip.compress(index)) / 1e6
    print(
        f"  {name}: page {median(sizes) / 1e3:.1f} kB (largest {max(sizes) / 1e3:.1f}), "
        f"search index {len(index) / 1e6:.2f} MB ({packed:.2f} MB compressed)"
    )


def scale_builds(folder: Path) -> None:
    """Build at several sizes: the time for a page should stay."""
    print("Time for a page as the knowledge base grows")
    for codes in SCALES:
        root = folder / f"scale-{codes}"
        write_base(root, codes)
        seconds = build(root)
        pages = count_pages(root)
        print(f"  {codes:6,} codes {seconds:7.1f} s {1000 * seconds / pages:6.2f} ms a page")


def load(folder: Path) -> None:
    """Load and check as many entries as a large knowledge base has."""
    root = folder / "entries"
    write_base(root, SIZE // 2)
    entries = len(list((root / "kb").rglob("*.yaml")))
    times = []
    for _ in range(5):
        start = time.perf_counter()
        problems = examine(root / "kb").problems
        times.append(time.perf_counter() - start)
    per = median(times) * SIZE / entries
    print(f"Load and check {entries:,} entries: {median(times):.2f} s, {len(problems)} problems")
    print(f"  for {SIZE:,} entries  {per:7.2f} s")


def main() -> None:
    """Run everything."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        load(folder)
        measure_reading()
        measure_links(folder / "links")
        compare_builds(folder)
        scale_builds(folder)


if __name__ == "__main__":
    main()
