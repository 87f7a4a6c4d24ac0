"""The `troubleshooter` command: everything about a knowledge base that needs no site."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, cast

import click
from pydantic import TypeAdapter, ValidationError

from mkdocs_troubleshooter.export import (
    EXTENSIONS,
    INVENTORY,
    FolderError,
    explain,
    extend_ledger,
    find_broken,
    find_new,
    materialise,
    read_inventory,
    write_settings,
)
from mkdocs_troubleshooter.links import check_links
from mkdocs_troubleshooter.model.entries import Code
from mkdocs_troubleshooter.model.kinds import KINDS, KindName
from mkdocs_troubleshooter.model.knowledge import KnowledgeBase
from mkdocs_troubleshooter.model.schema import FOLDER as SCHEMA_FOLDER
from mkdocs_troubleshooter.model.schema import describe_schemas
from mkdocs_troubleshooter.model.skeleton import write_skeleton
from mkdocs_troubleshooter.rules import examine
from mkdocs_troubleshooter.rules.report import REPORTS
from mkdocs_troubleshooter.site import load_templates, make_site, read_ledger, write_plan
from mkdocs_troubleshooter.site.ages import list_ageing, read_age
from mkdocs_troubleshooter.site.ledger import LEDGER, Ledger
from mkdocs_troubleshooter.site.names import normalise
from mkdocs_troubleshooter.site.quantities import spell_value
from mkdocs_troubleshooter.source import nearest

KB = click.option(
    "--kb",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("kb"),
    show_default=True,
    help="The folder of the knowledge base.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-troubleshooter")
def main() -> None:
    """Check, extend and read a knowledge base of errors."""
    # Entries hold any character; a terminal or pipe that cannot show one must not stop us.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("kb"))
@click.option("--format", "form", type=click.Choice(list(REPORTS)), default="text")
def check(folder: Path, form: str) -> None:
    """Report everything that is wrong with the knowledge base in FOLDER (kb).

    Exits with 1 if something has to be mended.
    """
    examination = examine(folder)
    report = REPORTS[form](examination.problems)
    if report:
        click.echo(report)
    if form == "text" and not examination.errors:
        click.echo(f"{_count_entries(examination.knowledge)}, no problems")
    sys.exit(1 if examination.errors else 0)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("kb") / SCHEMA_FOLDER)
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit with 1 if outdated.")
def schema(folder: Path, *, only_check: bool) -> None:
    """Write the JSON Schemas of all kinds of entries to FOLDER (kb/schemas)."""
    outdated = []
    for name, content in describe_schemas().items():
        text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
        path = folder / name
        if not path.is_file() or path.read_text("utf-8") != text:
            outdated.append(path.as_posix())
            if not only_check:
                folder.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
    for path_name in outdated:
        click.echo(f"{path_name}: {'outdated' if only_check else 'written'}")
    sys.exit(1 if only_check and outdated else 0)


@main.command()
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.argument("entry_id", metavar="ID")
@KB
def new(kind: str, entry_id: str, kb: Path) -> None:
    """Write a commented first version of an entry: `new code 42`, `new cause port-closed`."""
    knowledge = _read(kb)
    name = cast("KindName", kind)
    path = kb / KINDS[name].folder / f"{entry_id}.yaml"
    if path.exists():
        raise click.ClickException(f"{path.as_posix()} exists already")
    if not _fits(name, entry_id):
        hint = "letters, digits, dots and hyphens" if kind == "code" else "lower-case-with-hyphens"
        raise click.ClickException(f"'{entry_id}' cannot be an id: use {hint}")
    path.parent.mkdir(parents=True, exist_ok=True)
    today = datetime.now(tz=UTC).date()
    path.write_text(write_skeleton(name, entry_id, knowledge, today), "utf-8")
    click.echo(f"{path.as_posix()}: written; `troubleshooter check` says what it still needs")


@main.command(name="explain")
@click.argument("name")
@KB
def explain_entry(name: str, kb: Path) -> None:
    """Print the entry called NAME: a code, an id, a title or an alias."""
    knowledge = _read(kb)
    site = make_site(knowledge, templates=load_templates(), extensions=["tables", "fenced_code"])
    wanted = normalise(name)
    known: dict[str, None] = {}
    for entries in knowledge.entries.values():
        for entry in entries.values():
            names = [entry.id, entry.title, site.view.title(entry), *getattr(entry, "aliases", ())]
            if isinstance(entry, Code):
                names.append(site.view.label(entry.id))
            if wanted in map(normalise, names):
                click.echo(explain(site, entry), nl=False)
                return
            known.update(dict.fromkeys(names))
    hint = nearest(name, known)
    raise click.ClickException(f"nothing is called '{name}'" + (f" ({hint})" if hint else ""))


@main.command()
@click.argument("code")
@KB
def plan(code: str, kb: Path) -> None:
    """Print the flowchart of CODE as text, and why each check was chosen."""
    knowledge = _read(kb)
    entry = knowledge.codes.get(knowledge.numbers.get(code, code))
    if entry is None:
        hint = nearest(code, knowledge.numbers)
        raise click.ClickException(f"there is no code '{code}'" + (f" ({hint})" if hint else ""))
    site = make_site(knowledge, templates=load_templates())
    click.echo(write_plan(site.view, entry), nl=False)


@main.command()
@click.argument(
    "paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path)
)
@click.option(
    "--inventory",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="The site's api/v1/addresses.json, or the folder of a built site.  [default: site]",
)
@click.option(
    "--address",
    "addresses",
    metavar="URL",
    multiple=True,
    help="A further address of the site, such as that of a mirror. Can be given several times.",
)
@click.option("--strict", is_flag=True, help="Take links that merely lead on for errors.")
@click.option("--format", "form", type=click.Choice(list(REPORTS)), default="text")
def links(
    paths: tuple[Path, ...],
    inventory: Path | None,
    addresses: tuple[str, ...],
    *,
    strict: bool,
    form: str,
) -> None:
    """Check the links to a site in files and folders: runbooks, alert rules, any text.

    Needs no network: links are held against the inventory that the site publishes. Exits with 1 if
    a page or anchor does not exist, with 2 if nothing could be checked.
    """
    sys.exit(check_links(paths, inventory, addresses, strict=strict, form=form))


@main.command()
@click.option("--older-than", "age", default="0d", metavar="AGE", help="Such as 365d, 12m or 1y.")
@KB
def facts(age: str, kb: Path) -> None:
    """List what providers state, oldest check first, and so what needs checking again."""
    wanted = read_age(age)
    if wanted is None:
        raise click.ClickException(f"'{age}' is not an age: write 365d, 52w, 12m or 1y")
    knowledge = _read(kb)
    providers = {item.id: item.short for item in knowledge.base.providers}
    ageing = list(list_ageing(knowledge, wanted, datetime.now(tz=UTC).date()))
    for fact, value, days in ageing:
        owner = providers.get(value.provider or "", "usual")
        source = knowledge.sources.get(value.source)
        edition = f"{source.title}, {source.version}" if source else value.source
        stated = f"{fact.id}: {spell_value(fact, value)} ({owner})"
        click.echo(f"{value.checked}  {days:5} days  {stated}, {edition}")
    values = sum(len(fact.values) for fact in knowledge.facts.values())
    click.echo(f"{len(ageing)} of {values} values")


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--docs", type=click.Path(path_type=Path), default=Path("docs"), show_default=True)
@click.option("--html", is_flag=True, help="Keep pages as they look; not every generator can.")
@click.option("--site-url", "base", default="", help="The address of the site, if it is known.")
@click.option("--file-urls", is_flag=True, help="Addresses end in .html, not in a slash.")
@KB
def materialize(  # noqa: PLR0913 - an argument each
    folder: Path, docs: Path, base: str, kb: Path, *, html: bool, file_urls: bool
) -> None:
    """Write all pages to DIR as Markdown with front matter, and all files: for any generator.

    DIR is new, empty, or was written by this command. What else its settings need is printed.
    """
    examination = examine(kb)
    if examination.knowledge is None or examination.errors:
        click.echo(REPORTS["text"](examination.errors), err=True)
        sys.exit(1)
    site = make_site(
        examination.knowledge,
        templates=load_templates(),
        extensions=EXTENSIONS[html],
        directories=not file_urls,
        base=base,
        ledger=read_ledger(kb, kb.as_posix()),
    )
    try:
        kept = materialise(site, folder, docs, html=html)
    except FolderError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"# {folder}: {kept.written} written, {kept.removed} removed, {kept.unchanged} kept")
    click.echo(write_settings(folder, html=html), nl=False)


@main.command()
@click.option("--update", is_flag=True, help="Add what is new to the ledger.")
@click.option(
    "--site",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The folder of a built site; without it, one is built aside.",
)
@KB
def addresses(site: Path | None, kb: Path, *, update: bool) -> None:
    """List the addresses that the site's ledger, addresses.txt in the KB folder, lacks.

    Exits with 1 if there are any, or if a published address would be gone. With --update the new
    ones are added; nothing is ever taken out.
    """
    with TemporaryDirectory() as aside:
        folder = site or _build(Path(aside))
        path = folder / INVENTORY
        if not path.is_file():
            raise click.ClickException(f"{path.as_posix()}: there is no such file; build the site")
        try:
            inventory = read_inventory(path.read_text("utf-8"))
        except ValueError as error:
            raise click.ClickException(f"{path.as_posix()}: {error}") from error
    ledger = read_ledger(kb, kb.as_posix()) or Ledger()
    broken, new = find_broken(ledger, inventory), find_new(ledger, inventory)
    if broken:
        click.echo(REPORTS["text"](broken))
    for address in new:
        click.echo(f"+ {address}")
    if update and new:
        (kb / LEDGER).write_text(extend_ledger(ledger, inventory), "utf-8")
    done = "added to" if update else "missing in"
    click.echo(f"{len(new)} {done} {(kb / LEDGER).as_posix()}, {len(ledger.lines)} were there")
    sys.exit(1 if broken or (new and not update) else 0)


def _build(folder: Path) -> Path:
    """Build the site of the current folder as its own command does, and return where it is."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, env=quiet, check=False, capture_output=True, text=True)  # noqa: S603 - nothing in it comes from elsewhere
    if done.returncode:
        raise click.ClickException(f"the site cannot be built:\n{done.stderr or done.stdout}")
    return folder


def _read(kb: Path) -> KnowledgeBase:
    examination = examine(kb)
    if examination.knowledge is None:
        click.echo(REPORTS["text"](examination.errors), err=True)
        sys.exit(1)
    return examination.knowledge


def _count_entries(knowledge: KnowledgeBase | None) -> str:
    counts = {kind.label: len(knowledge.entries[kind.name]) for kind in KINDS.values() if knowledge}
    return ", ".join(
        f"{number} {label}{'' if number == 1 else 's'}" for label, number in counts.items()
    )


def _fits(kind: KindName, value: str) -> bool:
    """Tell whether a value can be the id of an entry of a kind."""
    field = KINDS[kind].model.model_fields["id"]
    adapter: TypeAdapter[str] = TypeAdapter(Annotated[str, *field.metadata])
    try:
        adapter.validate_python(value)
    except ValidationError:
        return False
    return True
