"""One engine for all tests: reading the knowledge takes longer than using it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.rules import examine
from mkdocs_troubleshooter.site.pages import Site, make_site
from mkdocs_troubleshooter.site.templates import load_templates
from tests.diagnosis.engine import Engine

KB = Path(__file__).parents[2] / "kb"


@pytest.fixture(scope="session")
def knowledge() -> KnowledgeBase:
    found = examine(KB).knowledge
    assert found is not None
    return found


@pytest.fixture(scope="session")
def real_site(knowledge: KnowledgeBase) -> Site:
    return make_site(knowledge, templates=load_templates())


@pytest.fixture(scope="session")
def engine(real_site: Site) -> Engine:
    return Engine(real_site)
