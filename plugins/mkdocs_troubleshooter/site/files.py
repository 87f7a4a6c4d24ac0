"""Files beside pages: short addresses, and what can be taken elsewhere, such as a flowchart."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_troubleshooter.draw import Chart, write_mermaid
from mkdocs_troubleshooter.site.addresses import entry_page, file_path, write_links_of_file
from mkdocs_troubleshooter.site.pages import Site
from mkdocs_troubleshooter.site.redirects import write_redirects
from mkdocs_troubleshooter.site.templates import ASSETS

DRAWING = "flowchart.svg"
SOURCE = "flowchart.mmd"
_DARK = """
@media (prefers-color-scheme: dark) {
  .ts-chart {
    --ts-chart-ink: #e6ebf0; --ts-chart-paper: #161b22; --ts-chart-box: #1f262f;
    --ts-chart-line: #8b97a5; --ts-chart-quiet: #a9b4c0; --ts-chart-warn: #ff9c7d;
    --ts-chart-found: #173a2c; --ts-chart-found-line: #5fb58d;
  }
}
"""


def write_files(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the path below the site's root and the text of each file."""
    yield from write_redirects(site)
    style = (ASSETS / "troubleshooter" / "flowchart.css").read_text("utf-8") + _DARK
    for code in site.knowledge.codes.values():
        yield from _write_chart(site, entry_page("code", code.id), site.view.chart(code), style)
    for guide in site.knowledge.guides.values():
        yield from _write_chart(
            site, entry_page("guide", guide.id), site.view.chart_guide(guide), style
        )


def _write_chart(site: Site, page: str, chart: Chart, style: str) -> Iterator[tuple[str, str]]:
    drawn = site.draw(chart)
    size = f"{drawn.width} {drawn.height}"
    alone = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="ts-chart" viewBox="0 0 {size}"'
        f' width="{drawn.width}" height="{drawn.height}" role="img"'
        f' aria-labelledby="chart-title" aria-describedby="chart-desc">\n<style>{style}</style>\n'
        f'<rect class="paper" width="100%" height="100%"/>\n{drawn.inside}</svg>\n'
    )
    for name, text in ((DRAWING, alone), (SOURCE, write_mermaid(chart))):
        path = file_path(page, name)
        yield (
            path,
            write_links_of_file(text, path, base=site.base, directories=site.directories),
        )
