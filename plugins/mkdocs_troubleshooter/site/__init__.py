"""Entries to pages, indexes, data files and links. Knows HTML; knows no site generator."""

from mkdocs_troubleshooter.site.addresses import ASSET_FOLDER
from mkdocs_troubleshooter.site.ages import day_of
from mkdocs_troubleshooter.site.anchors import find_anchors
from mkdocs_troubleshooter.site.embeds import fill_embeds
from mkdocs_troubleshooter.site.files import DRAWING, SOURCE, write_files
from mkdocs_troubleshooter.site.ledger import read_ledger
from mkdocs_troubleshooter.site.not_found import fill_not_found
from mkdocs_troubleshooter.site.outline import nest_headings, write_front_matter
from mkdocs_troubleshooter.site.pages import Heading, Page, Site, make_site
from mkdocs_troubleshooter.site.plan_text import write_plan
from mkdocs_troubleshooter.site.scripts import LOOKUP, write_scripts
from mkdocs_troubleshooter.site.search import boost_names, strip_unindexed
from mkdocs_troubleshooter.site.templates import ASSETS, load_templates
from mkdocs_troubleshooter.site.view import View
from mkdocs_troubleshooter.site.weight import drop_marks, lighten

__all__ = [
    "ASSETS",
    "ASSET_FOLDER",
    "DRAWING",
    "LOOKUP",
    "SOURCE",
    "Heading",
    "Page",
    "Site",
    "View",
    "boost_names",
    "day_of",
    "drop_marks",
    "fill_embeds",
    "fill_not_found",
    "find_anchors",
    "lighten",
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
