"""Entries to pages, indexes, data files and links. Knows HTML; knows no site generator."""

from mkdocs_troubleshooter.site.addresses import ASSET_FOLDER
from mkdocs_troubleshooter.site.embeds import fill_embeds
from mkdocs_troubleshooter.site.explanation import explain
from mkdocs_troubleshooter.site.files import write_files
from mkdocs_troubleshooter.site.pages import Heading, Page, Site, drop_indentation, make_site
from mkdocs_troubleshooter.site.plan_text import write_plan
from mkdocs_troubleshooter.site.scripts import write_scripts
from mkdocs_troubleshooter.site.search import boost_names, strip_unindexed
from mkdocs_troubleshooter.site.templates import ASSETS, load_templates

__all__ = [
    "ASSETS",
    "ASSET_FOLDER",
    "Heading",
    "Page",
    "Site",
    "boost_names",
    "drop_indentation",
    "explain",
    "fill_embeds",
    "load_templates",
    "make_site",
    "strip_unindexed",
    "write_files",
    "write_plan",
    "write_scripts",
]
