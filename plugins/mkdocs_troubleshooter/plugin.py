"""MkDocs events to calls. Nothing is decided here: this and config.py alone import MkDocs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urljoin

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.toc import get_toc

from mkdocs_troubleshooter.config import TroubleshooterConfig
from mkdocs_troubleshooter.export import (
    Document,
    Inventory,
    Shown,
    add_head,
    find_broken,
    find_false_moves,
    find_new,
    make_inventory,
    name_page,
    prepare_hosting,
    write_output,
)
from mkdocs_troubleshooter.rules import examine
from mkdocs_troubleshooter.site import (
    ASSET_FOLDER,
    ASSETS,
    LOOKUP,
    Page,
    Site,
    day_of,
    drop_marks,
    fill_embeds,
    fill_not_found,
    lighten,
    load_templates,
    make_site,
    nest_headings,
    read_ledger,
    strip_unindexed,
    write_front_matter,
    write_scripts,
)
from mkdocs_troubleshooter.source import Problem
from mkdocs_troubleshooter.source.folder import Memo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger(__name__)


class TroubleshooterPlugin(BasePlugin[TroubleshooterConfig]):
    """Adds the pages of a knowledge base to a site."""

    def __init__(self) -> None:
        super().__init__()
        self._serving = False
        self._memo: Memo = {}
        self._site: Site | None = None
        self._pages: dict[str, Page] = {}
        self._bodies: dict[str, str] = {}
        self._documents: dict[str, Document] = {}
        self._inventory: Inventory | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs passes both
        """Remember whether the site is being edited; also keeps this object across rebuilds."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig | None:
        """Watch the knowledge base and add the styles and scripts."""
        self._site, self._pages, self._documents, self._inventory = None, {}, {}, None
        if not self.config.enabled:
            return None
        config.watch.append(str(self._folder(config)))
        for asset in sorted((ASSETS / "troubleshooter").iterdir()):
            address = f"{ASSET_FOLDER}/{asset.name}"
            if asset.suffix == ".css":
                config.extra_css.insert(0, address)
            elif asset.suffix == ".js":
                config.extra_javascript.append(_defer(address))
        config.extra_javascript.append(_defer(f"{ASSET_FOLDER}/{LOOKUP}.js"))
        return config

    @event_priority(50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files | None:
        """Read the knowledge base and add its pages, before plugins that arrange the navigation."""
        if not self.config.enabled:
            return None
        self._site = self._make_site(config, files)
        for asset in sorted((ASSETS / "troubleshooter").iterdir()):
            self._add(files, config, f"{ASSET_FOLDER}/{asset.name}", path=asset)
        if self._site is None:
            return files
        for path, text in write_scripts(self._site):
            self._add(files, config, path, content=text)
        for page in self._site.pages.values():
            uri = f"{page.path}.md"
            if files.get_file_from_path(uri) is not None:
                log.info("%s is written by hand, so it is not generated", uri)
                continue
            self._pages[uri] = page
            file = self._add(
                files, config, uri, content=write_front_matter(page), listed=page.is_index
            )
            if page.source is not None:
                file.edit_uri = self._edit_uri(config, page.source)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs passes both
        """Hang every entry below the section of its index, unlisted; date every page."""
        parents: dict[str, Section] = {
            page.file.src_uri: page.parent for page in nav.pages if isinstance(page.parent, Section)
        }
        dated: set[str] = set()
        for uri, generated in self._pages.items():
            file = files.get_file_from_path(uri)
            page = file.page if file is not None else None
            if page is None or self._site is None:
                continue
            if page.parent is None:
                page.parent = parents.get(f"{uri.rpartition('/')[0]}/index.md")
            day = day_of(self._site, generated)
            if day is not None:
                page.update_date = str(day)
                dated.add(uri)
        if dated and "SOURCE_DATE_EPOCH" not in os.environ:
            # Of the others MkDocs says that they changed today, so no two builds would be the same.
            for file in files.documentation_pages():
                if file.page is not None and file.src_uri not in dated:
                    file.page.update_date = ""

    def on_page_content(
        self,
        html: str,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs passes it
        files: Files,  # noqa: ARG002 - MkDocs passes it
    ) -> str:
        """Put in the bodies of generated pages, and fragments where hand-written ones ask."""
        if self._site is None:
            return html
        generated = self._pages.get(page.file.src_uri)
        if generated is None:
            said = str(page.meta.get("description") or "")
            document = Document(str(page.title), page.markdown or "", said)
            self._documents[name_page(page.file.src_uri)] = document
            filled, wrong = fill_embeds(self._site, html, page.file.src_uri)
            for message in wrong:
                log.warning("%s: %s", page.file.src_uri, message)
            return self._site.finish(filled, page.file.src_uri.removesuffix(".md"))
        if page.edit_url:
            # MkDocs joins the two parts of the address and leaves "docs/.." in the middle.
            page.edit_url = urljoin(page.edit_url, page.edit_url.rpartition("/")[2])
        body, headings = self._site.render(generated)
        page.toc = get_toc(nest_headings(headings))
        page.present_anchor_ids = {heading.anchor for heading in headings}
        return body

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs passes all
        """Before a page is written, hold the addresses of all of them against the promised ones."""
        site = self._site
        if site is None:
            return
        bodies = {
            file.url.removeprefix("./"): file.page.content or ""
            for file in files.documentation_pages()
            if file.page is not None
        }
        self._inventory = make_inventory(site, bodies)
        problems = find_false_moves(site.moves, self._inventory)
        if site.ledger.lines:
            problems += find_broken(site.ledger, self._inventory)
            new = find_new(site.ledger, self._inventory)
            if new:
                log.info("%d addresses are new; `troubleshooter addresses` lists them", len(new))
        self._report(problems, "addresses")

    @event_priority(50)
    def _show_to_search(self, /, context: TemplateContext, *, page: MkDocsPage, **_: Any) -> None:  # noqa: ARG002 - MkDocs passes it
        """Before the search plugin reads the page, leave only what is to be searched."""
        if page.file.src_uri in self._pages and page.content is not None:
            self._bodies[page.file.src_uri] = page.content
            page.content = strip_unindexed(page.content)

    @event_priority(-50)
    def _show_to_readers(self, /, context: TemplateContext, *, page: MkDocsPage, **_: Any) -> None:  # noqa: ARG002 - MkDocs passes it
        """After the search plugin has read the page, put its body back."""
        body = self._bodies.pop(page.file.src_uri, None)
        page.content = page.content if body is None else drop_marks(body)

    on_page_context = CombinedEvent(_show_to_search, _show_to_readers)

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Say in the head what a page is, and drop what nobody sees around generated bodies."""
        if self._site is None:
            return output
        generated = self._pages.get(page.file.src_uri)
        description = page.meta.get("description") or config.site_description or ""
        title = page.meta.get("title") or page.title or ""
        shown = Shown(page.url, str(title), str(description), generated)
        return add_head(self._site, lighten(output) if generated else output, shown)

    def on_post_template(
        self,
        output_content: str,
        *,
        template_name: str,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs passes it
    ) -> str:
        """Let the page of an address that does not exist help whoever got there."""
        if self._site is None or template_name != "404.html":
            return output_content
        return fill_not_found(self._site, output_content)

    @event_priority(-50)
    def _write_files(self, /, *, config: MkDocsConfig) -> None:
        """Write the files beside pages, and let exact codes win in the search index.

        The search plugin has written its index by now.

        Material's offline plugin turns the index into a script later still.
        """
        if self._site is None or self._inventory is None:
            return
        write_output(self._site, self._inventory, self._documents, Path(config.site_dir))

    @event_priority(-100)
    def _write_hosting(self, /, *, config: MkDocsConfig) -> None:
        """Write the files for web servers: of all that other plugins put into pages, too."""
        if self._inventory is None or self._serving:
            return
        root, csp, allowed = Path(config.site_dir), self.config.csp, self.config.csp_allow
        for remark in prepare_hosting(self._inventory, root, csp=csp, allowed=allowed):
            log.info("%s", remark)

    on_post_build = CombinedEvent(_write_files, _write_hosting)

    def _folder(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path or ".").resolve().parent / self.config.kb_dir

    def _make_site(self, config: MkDocsConfig, files: Files) -> Site | None:
        folder, shown_as = self._folder(config), self.config.kb_dir
        examination = examine(folder, shown_as=shown_as, memo=self._memo)
        self._report(examination.problems, "the knowledge base")
        if examination.knowledge is None:
            return None
        overrides = [config.theme.custom_dir] if config.theme.custom_dir else []
        return make_site(
            examination.knowledge,
            templates=load_templates(overrides),
            extensions=config.markdown_extensions,
            configs=config.mdx_configs,
            directories=config.use_directory_urls,
            base=config.site_url or "",
            problems=examination.problems,
            written=[file.src_uri.removesuffix(".md") for file in files.documentation_pages()],
            ledger=read_ledger(folder, shown_as),
        )

    def _report(self, problems: Sequence[Problem], what: str) -> None:
        errors = [problem for problem in problems if problem.severity == "error"]
        for problem in problems:
            if problem.severity == "advice":
                log.info("%s", problem)
            elif self._serving:
                log.warning("%s", problem)
        if errors and not self._serving:
            count = f"{len(errors)} problem{'s' if len(errors) > 1 else ''}"
            lines = "\n".join(f"  {problem}" for problem in errors)
            raise PluginError(f"{count} in {what}:\n{lines}")

    def _edit_uri(self, config: MkDocsConfig, source: str) -> str:
        # MkDocs takes edit links to be relative to the folder of the hand-written pages.
        return Path(os.path.relpath(self._folder(config) / source, config.docs_dir)).as_posix()

    def _add(  # noqa: PLR0913 - one way to add any file
        self,
        files: Files,
        config: MkDocsConfig,
        uri: str,
        *,
        content: str | None = None,
        path: Path | None = None,
        listed: bool = False,
    ) -> File:
        inclusion = InclusionLevel.INCLUDED if listed else InclusionLevel.NOT_IN_NAV
        if path is not None:
            file = File.generated(config, uri, abs_src_path=str(path), inclusion=inclusion)
        else:
            file = File.generated(config, uri, content=content or "", inclusion=inclusion)
        existing = files.get_file_from_path(uri)
        if existing is None:
            files.append(file)
            return file
        return existing


def _defer(address: str) -> ExtraScriptValue:
    """Return a script that runs when the page has been read."""
    script = ExtraScriptValue(address)
    script.defer = True
    return script
