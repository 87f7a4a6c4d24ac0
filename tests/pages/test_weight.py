"""What is left out of pages: only what no reader sees."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from mkdocs_troubleshooter.site.weight import lighten
from tests.conftest import BuiltSite

SHELL = """\
<nav class="md-nav">
  <ul>
    <li class="md-nav__item md-nav__item--nested">
      <input class="md-nav__toggle md-toggle " type="checkbox" id="__nav_4" >
      <div class="md-nav__link md-nav__container">
        <a href="../causes/" class="md-nav__link ">
          <span class="md-ellipsis">
            Causes
          </span>
        </a>
      </div>
      <nav class="md-nav" data-md-level="1" aria-labelledby="__nav_4_label" aria-expanded="false">
        <label class="md-nav__title" for="__nav_4">
          <span class="md-nav__icon md-icon"></span>
          Causes
        </label>
        <ul class="md-nav__list" data-md-scrollfix>%s</ul>
      </nav>
    </li>
  </ul>
</nav>
<article class="md-content__inner">
<article class="ts-entry"><pre>a
  b
</pre></article>

</article>
<div>
  Made with
  <a href="#">
    Material
  </a>
  and
  <b>care</b>
</div>
"""


def words(html: str) -> list[str]:
    return BeautifulSoup(html, "html.parser").get_text().split()


def test_a_list_without_items_goes_and_its_link_stays() -> None:
    html = lighten(SHELL % "")
    assert 'href="../causes/"' in html
    assert "__nav_4" not in html
    assert html.count("Causes") == 1


def test_a_list_with_items_stays() -> None:
    html = lighten(SHELL % "<li>Case</li>")
    assert "Case" in html
    assert 'id="__nav_4"' in html
    assert words(html) == words(SHELL % "<li>Case</li>")


def test_words_are_not_glued_together_and_the_body_stays_as_it_is() -> None:
    html = lighten(SHELL % "")
    assert words(html)[-5:] == ["Made", "with", "Material", "and", "care"]
    assert "<pre>a\n  b\n</pre>" in html
    assert "\n\n" not in html
    assert len(html) < len(SHELL) * 0.6


@pytest.mark.parametrize("html", ["<p>By hand</p>", "<pre>\n  a\n</pre>" + SHELL])
def test_what_may_be_meant_stays(html: str) -> None:
    kept = html.partition("<nav")[0]
    assert lighten(html).startswith(kept)


def test_marks_for_the_search_do_not_reach_readers(real_site: BuiltSite) -> None:
    assert "ts-unindexed" not in real_site.read("codes/522/")
    index = (real_site.folder / "search/search_index.json").read_text("utf-8")
    assert "About 15 minutes to the cause on average" in real_site.read("codes/522/")
    assert "minutes to the cause on average" not in index
