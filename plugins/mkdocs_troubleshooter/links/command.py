"""What `troubleshooter links` does: finds the inventory, has links checked, prints and decides."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from mkdocs_troubleshooter.export import INVENTORY, Inventory, read_inventory
from mkdocs_troubleshooter.links.directory import Directory
from mkdocs_troubleshooter.links.homes import Home, read_home
from mkdocs_troubleshooter.links.survey import Survey, Surveyor
from mkdocs_troubleshooter.rules.report import REPORTS

SITE = Path("site")
"""The folder in which a site is built, and so looked for."""


class UnusableError(click.ClickException):
    """Nothing could be checked; says why in one line."""

    exit_code = 2


def check_links(
    paths: Sequence[Path],
    inventory_path: Path | None,
    addresses: Sequence[str],
    *,
    strict: bool,
    form: str,
) -> int:
    """Check the links in files and folders, print a report, and return the exit code."""
    for path in paths:
        if not path.is_file() and not path.is_dir():
            raise UnusableError(f"{path.as_posix()}: there is no such file or folder")
    folder, inventory = _find_inventory(inventory_path)
    homes = _read_homes(inventory, addresses)
    surveyor = Surveyor(Directory(inventory), homes, strict=strict)
    survey = surveyor.survey(paths, skip=folder)
    report = REPORTS[form](survey.problems)
    if report:
        click.echo(report)
    if form == "text" and not survey.has_errors:
        click.echo(_summarise(survey, homes))
    return 1 if survey.has_errors else 0


def _find_inventory(path: Path | None) -> tuple[Path | None, Inventory]:
    """Return the inventory, and the folder of the site if it was found in one."""
    wanted = path or SITE
    folder = wanted.resolve() if wanted.is_dir() else None
    file = wanted / INVENTORY if folder or path is None else wanted
    try:
        return folder, read_inventory(file.read_text("utf-8"))
    except FileNotFoundError as error:
        advice = "build the site, or name its inventory with --inventory"
        raise UnusableError(f"{file.as_posix()}: there is no such file ({advice})") from error
    except OSError as error:
        raise UnusableError(f"{file.as_posix()}: cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise UnusableError(f"{file.as_posix()}: is no inventory: {error}") from error


def _read_homes(inventory: Inventory, addresses: Sequence[str]) -> list[Home]:
    known = [address for address in (inventory.site, *addresses) if address]
    if not known:
        raise UnusableError("the inventory does not say where the site is: name it with --address")
    try:
        return list(dict.fromkeys(map(read_home, known)))
    except ValueError as error:
        raise UnusableError(str(error)) from error


def _summarise(survey: Survey, homes: Sequence[Home]) -> str:
    links = f"{survey.links:,} link{'' if survey.links == 1 else 's'}"
    files = f"{survey.files:,} file{'' if survey.files == 1 else 's'}"
    return f"{links} to {' and '.join(home.url for home in homes)} in {files}, no problems"
