"""The `troubleshooter` command: everything about a knowledge base that needs no site."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_troubleshooter.rules import examine

FOLDER = click.Path(path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-troubleshooter")
def main() -> None:
    """Check, extend and read a knowledge base of errors."""


@main.command()
@click.argument("folder", type=FOLDER, default=Path("kb"))
def check(folder: Path) -> None:
    """Report everything that is wrong with a knowledge base."""
    examination = examine(folder)
    for problem in examination.problems:
        click.echo(str(problem))
    raise SystemExit(1 if examination.errors else 0)
