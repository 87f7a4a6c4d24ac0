"""What must hold beyond the shape of each entry. One rule a module; problems as data."""

from mkdocs_troubleshooter.rules.examination import RULES, Examination, examine

__all__ = ["RULES", "Examination", "examine"]
