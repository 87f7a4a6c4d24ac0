"""Links to a site in other people's files: found, and checked against the site's inventory."""

from mkdocs_troubleshooter.links.command import check_links
from mkdocs_troubleshooter.links.directory import Directory
from mkdocs_troubleshooter.links.homes import read_home
from mkdocs_troubleshooter.links.survey import Survey, Surveyor

__all__ = ["Directory", "Survey", "Surveyor", "check_links", "read_home"]
