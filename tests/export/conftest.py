"""The documents of built sites, read once."""

from __future__ import annotations

import pytest

from tests.conftest import BuiltSite
from tests.export.api import Documents, documents_of


@pytest.fixture(scope="session")
def real_api(real_site: BuiltSite) -> Documents:
    """Return the documents of the project's own site."""
    return documents_of(real_site)


@pytest.fixture(scope="session", params=["real", "postgresql"])
def api(
    request: pytest.FixtureRequest, real_api: Documents, postgresql_site: BuiltSite
) -> tuple[str, Documents]:
    """Return the address of a site and its documents: one that knows its address, one that not."""
    if request.param == "real":
        return "https://example.com/guide/", real_api
    return "", documents_of(postgresql_site)
