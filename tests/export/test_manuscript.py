"""The site as sources for another generator: what is written, and what is left alone."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup
from click.testing import CliRunner, Result
from markdown import Markdown
from markdown_it import MarkdownIt

from mkdocs_troubleshooter.cli import main
from mkdocs_troubleshooter.export.folder import LIST
from mkdocs_troubleshooter.export.manuscript import protect
from tests.conftest import WriteFiles
from tests.small import files


@pytest.fixture
def root(write_files: WriteFiles) -> Path:
    content = files()
    content["docs/guide/use.md"] = "---\ntags: [a]\n---\n# Use\n\nSee [home](../index.md).\n"
    content["docs/assets/logo.svg"] = "<svg/>"
    content["docs/.hidden"] = "no"
    return write_files(content)


def materialise(root: Path, *arguments: str, folder: str = "pages") -> Result:
    places = ["--kb", str(root / "kb"), "--docs", str(root / "docs")]
    return CliRunner().invoke(main, ["materialize", str(root / folder), *places, *arguments])


def test_pages_are_markdown_with_front_matter_and_anchors(root: Path) -> None:
    done = materialise(root)
    assert done.exit_code == 0, done.output
    text = (root / "pages/codes/10.md").read_text("utf-8")
    _, front, body = text.split("---\n", 2)
    assert yaml.safe_load(front) == {
        "title": "Error 10: No answer",
        "description": "Nobody answers within 15 s (Maker) or 19 s (Seller).",
        "hide": ["navigation"],
    }
    assert body.startswith("# Error 10: No answer\n")
    assert "\n## Causes, most likely first {#causes}\n" in body
    assert "[The plug is out](../causes/unplugged.md)" in body
    assert "[the drawing](10/flowchart.svg)" in body
    assert "- [10](10.md), No answer." in (root / "pages/codes/index.md").read_text("utf-8")


def test_pages_written_by_hand_are_taken_along(root: Path) -> None:
    materialise(root)
    pages = root / "pages"
    use = (pages / "guide/use.md").read_text("utf-8")
    assert use == "---\ntags: [a]\n---\n# Use\n\nSee [home](../index.md).\n"
    home = (pages / "index.md").read_text("utf-8")
    assert "troubleshooter:" not in home
    assert "- Connect: **[10](codes/10.md)**" in home
    assert (pages / "assets/logo.svg").read_text("utf-8") == "<svg/>"
    assert not (pages / ".hidden").exists()


def test_all_other_files_of_the_site_are_there(root: Path) -> None:
    materialise(root, "--site-url", "https://example.com/guide/")
    pages = root / "pages"
    for path in (
        "10/index.html",
        "assets/troubleshooter/engine.js",
        "assets/troubleshooter/troubleshooter.css",
        "codes/10/flowchart.mmd",
        "codes/10/flowchart.svg",
        "api/v1/codes/10.json",
        "objects.inv",
        "llms-full.txt",
    ):
        assert (pages / path).is_file(), path
    # Twins would be pages of the next generator, so lists lead to the pages themselves.
    assert not (pages / "codes/10/index.md").exists()
    listed = (pages / "llms.txt").read_text("utf-8")
    assert "- [Error 10: No answer](https://example.com/guide/codes/10/):" in listed


def test_addresses_can_end_in_html(root: Path) -> None:
    materialise(root, "--file-urls", "--html")
    assert (root / "pages/10.html").is_file()
    assert 'href="../causes/unplugged.html"' in (root / "pages/codes/10.md").read_text("utf-8")


def test_settings_are_printed_as_yaml(root: Path) -> None:
    settings = yaml.safe_load(materialise(root).output)
    assert settings["docs_dir"] == str(root / "pages")
    assert "attr_list" in settings["markdown_extensions"]
    settings = yaml.safe_load(materialise(root, "--html", folder="html").output)
    scripts = [script["path"] for script in settings["extra_javascript"]]
    assert "assets/troubleshooter/lookup.js" in scripts
    for path in (*settings["extra_css"], *scripts):
        assert (root / "html" / path).is_file(), path


def test_a_second_run_brings_the_folder_up_to_date(root: Path) -> None:
    materialise(root)
    assert ": 0 written, 0 removed," in materialise(root).output
    (root / "docs/guide/use.md").unlink()
    (root / "docs/index.md").write_text("# New\n", "utf-8")
    done = materialise(root).output
    # The page, and the list of pages for language models.
    assert ": 2 written, 1 removed," in done
    assert not (root / "pages/guide").exists()
    subprocess.run(["sha256sum", "--check", "--quiet", LIST], cwd=root / "pages", check=True)


def test_a_folder_of_somebody_else_is_left_alone(root: Path) -> None:
    (root / "pages").mkdir()
    (root / "pages/mine.txt").write_text("mine", "utf-8")
    done = materialise(root)
    assert done.exit_code == 1
    assert "is not empty and was not made by this command" in done.output
    assert [path.name for path in (root / "pages").iterdir()] == ["mine.txt"]


def test_files_that_somebody_changed_or_added_are_left_alone(root: Path) -> None:
    materialise(root)
    mine = root / "pages/codes/mine.md"
    mine.write_text("mine", "utf-8")
    assert materialise(root).exit_code == 0
    assert mine.read_text("utf-8") == "mine"
    (root / "docs/codes").mkdir()
    (root / "docs/codes/mine.md").write_text("# Theirs\n", "utf-8")
    (root / "pages/codes/10.md").write_text("changed", "utf-8")
    done = materialise(root)
    assert done.exit_code == 1
    assert "somebody else wrote or changed: codes/10.md, codes/mine.md" in done.output
    assert mine.read_text("utf-8") == "mine"
    assert (root / "pages/codes/10.md").read_text("utf-8") == "changed"


def test_nothing_is_written_or_removed_through_a_link(root: Path) -> None:
    materialise(root)
    outside = root / "outside"
    (root / "pages/codes").rename(outside)
    (root / "pages/codes").symlink_to(outside)
    secret = root / "secret.txt"
    secret.write_text("secret", "utf-8")
    digest = hashlib.sha256(b"secret").hexdigest()
    with (root / "pages" / LIST).open("a", encoding="utf-8") as file:
        file.write(f"{digest}  ../secret.txt\n")
    done = materialise(root)
    assert done.exit_code == 1
    assert "../secret.txt" in done.output
    assert secret.exists()
    assert (outside / "10.md").is_file()


def test_folders_do_not_lie_in_one_another(root: Path) -> None:
    done = materialise(root, folder="docs/pages")
    assert done.exit_code == 1
    assert "lie in one another" in done.output


def test_a_broken_knowledge_base_is_not_written(root: Path) -> None:
    (root / "kb/causes/asleep.yaml").unlink()
    done = materialise(root)
    assert done.exit_code == 1
    assert "codes/10.yaml:" in done.output
    assert not (root / "pages").exists()


TRICKY = """\
<article class="ts-entry">

<p>a</p>
  \t
<pre><code>one

  \t
```sh
~~~
\ttab &lt;b&gt;

</code></pre>


<svg><path d="M0 0"/></svg>
</article>"""


def test_html_passes_through_markdown_untouched() -> None:
    wanted = BeautifulSoup(TRICKY, "html.parser")
    protected = protect(TRICKY)
    assert not [line for line in protected.splitlines() if not line.strip()]
    extensions = ["attr_list", "md_in_html", "tables", "pymdownx.superfences"]
    python = Markdown(extensions=extensions).convert(f"Before.\n\n{protected}\n\nAfter.")
    common = MarkdownIt("commonmark").render(f"Before.\n\n{protected}\n\nAfter.")
    for html in (python, common):
        found = BeautifulSoup(html, "html.parser")
        code, expected = found.find("code"), wanted.find("code")
        assert code is not None
        assert expected is not None
        assert code.get_text() == expected.get_text()
        assert [tag.name for tag in found.find_all(True)] == [
            "p",
            *(tag.name for tag in wanted.find_all(True)),
            "p",
        ]
