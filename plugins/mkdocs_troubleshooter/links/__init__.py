"""Links to a site in other people's files: found, and checked against the site's inventory."""
