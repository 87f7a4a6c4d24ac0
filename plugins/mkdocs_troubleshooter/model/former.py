"""Addresses that something had before, so that links to them go on working."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, StringConstraints, WithJsonSchema

from mkdocs_troubleshooter.model.values import Line, Model

ADDRESS = (
    r"^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*/?(#[A-Za-z0-9][A-Za-z0-9._-]*)?$"
)
"""Below the root of the site: nothing that matches it leads out of there."""
_SHAPE = re.compile(ADDRESS)


def _refuse_other_places(text: str) -> str:
    if not _SHAPE.match(text):
        raise ValueError(
            "must be an address below the site's root, such as causes/old-name/ or facts/#fact-old"
        )
    return text


SiteAddress = Annotated[
    Line,
    AfterValidator(_refuse_other_places),
    WithJsonSchema({"type": "string", "pattern": ADDRESS}),
]
"""An address as it stands behind the address of the site."""


Anchor = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]
"""A place on a page, as it stands behind the #."""


class Former(Model):
    """One address that an entry had before."""

    address: SiteAddress
    """An earlier id of the entry, or any address that now leads to it."""
    part: Anchor | None = None
    """The anchor on the entry's page that it leads to."""

    @property
    def is_id(self) -> bool:
        """Whether it is an earlier id, so that all addresses made from it are meant."""
        return "/" not in self.address and "#" not in self.address


class Moved(Model):
    """An address that belonged to no entry, or whose entry is gone without a successor."""

    address: SiteAddress
    now: SiteAddress
    """The address that it leads to."""


def _read_address(value: Any) -> Any:
    return {"address": value} if isinstance(value, str) else value


FormerAddress = Annotated[
    Former,
    BeforeValidator(_read_address),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": ADDRESS},
                {
                    "type": "object",
                    "properties": {
                        "address": {"type": "string", "pattern": ADDRESS},
                        "part": {"type": "string"},
                    },
                    "required": ["address"],
                    "additionalProperties": False,
                },
            ]
        }
    ),
]
"""An earlier id or address, or an address with the part of the page that it leads to."""
