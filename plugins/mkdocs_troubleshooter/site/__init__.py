"""Entries to pages, indexes, data files and links. Knows HTML; knows no site generator."""

from mkdocs_troubleshooter.site.addresses import ASSET_FOLDER
from mkdocs_troubleshooter.site.anchors import find_anchors
from mkdocs_troubleshooter.site.embeds import fill_embeds
from mkdocs_troubleshooter.site.explanation import explain
from mkdocs_troubleshooter.site.files import write_files
from mkdocs_troubleshooter.site.ledger import read_ledger
from mkdocs_troubleshooter.site.outline import nest_headings, write_front_matter
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
    "find_anchors",
    "load_templates",
    "make_site",
    "nest_headings",
    "read_ledger",
    "strip_unindexed",
    "write_files",
    "write_front_matter",
    "write_plan",
    "write_scripts",
]
