"""All links of all files, held against a site: problems as data."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs_troubleshooter.links.directory import Directory, Verdict
from mkdocs_troubleshooter.links.files import UnreadError, list_files, read_text
from mkdocs_troubleshooter.links.homes import Home
from mkdocs_troubleshooter.links.mentions import Finder, Mention, Target
from mkdocs_troubleshooter.source import Problem

IGNORE = "troubleshooter-ignore"
"""In a line, such as in a comment: its links are not checked."""
UNREAD = "unread"
_SHOWN = 200
"""Characters of a link in a message."""
_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True)
class Survey:
    """What was looked at, and everything that is wrong with it."""

    problems: tuple[Problem, ...]
    """Sorted by file, line and column."""
    links: int
    files: int

    @property
    def has_errors(self) -> bool:
        """Whether anything has to be mended."""
        return any(problem.severity == "error" for problem in self.problems)


class Surveyor:
    """Checks links against one site, and remembers what it has found out about each."""

    def __init__(self, directory: Directory, homes: Sequence[Home], *, strict: bool) -> None:
        """Take a site, its addresses, and whether links that only lead on are errors as well."""
        self._directory = directory
        self._finder = Finder(homes)
        self._strict = strict
        self._known: dict[Target, Verdict | None] = {}

    def survey(self, paths: Sequence[Path], *, skip: Path | None = None) -> Survey:
        """Return what is wrong with the links in files and folders, but for one folder."""
        problems: list[Problem] = []
        links = files = 0
        seen: set[tuple[int, int]] = set()

        def fail(error: OSError) -> None:
            problems.append(_unread(Path(error.filename), error))

        for path in list_files(paths, skip, fail):
            try:
                status = path.stat()
                if (status.st_dev, status.st_ino) in seen:
                    continue
                seen.add((status.st_dev, status.st_ino))
                text = read_text(path)
            except UnreadError as error:
                problems.append(Problem(path.as_posix(), 1, 1, str(error), UNREAD, "", "advice"))
                continue
            except OSError as error:
                fail(error)
                continue
            if text is not None:
                files += 1
                found, wrong = self.check(path.as_posix(), text)
                links += found
                problems.extend(wrong)
        return Survey(tuple(sorted(problems)), links, files)

    def check(self, shown_as: str, text: str) -> tuple[int, list[Problem]]:
        """Return how many links a text has, and what is wrong with them."""
        mentions = list(self._finder.find(text))
        wrong = [(mention, verdict) for mention in mentions if (verdict := self._judge(mention))]
        if not wrong:
            return len(mentions), []
        starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        problems = []
        for mention, verdict in wrong:
            line = bisect_right(starts, mention.start)
            begin = starts[line - 1]
            end = starts[line] if line < len(starts) else len(text)
            if IGNORE not in text[begin:end]:
                place = (shown_as, line, mention.start - begin + 1)
                problems.append(self._report(place, mention, verdict))
        return len(mentions), problems

    def _judge(self, mention: Mention) -> Verdict | None:
        """Return what is wrong with a link in the reading that is best for it."""
        first: Verdict | None = None
        for target in mention.read():
            if target not in self._known:
                self._known[target] = self._directory.judge(target)
            verdict = self._known[target]
            if verdict is None or verdict.severity == "advice":
                return verdict
            first = first or verdict
        return first

    def _report(self, place: tuple[str, int, int], mention: Mention, verdict: Verdict) -> Problem:
        leads = [f"{mention.home.url}{path}" for path in verdict.leads]
        hint = f"{verdict.advises} {' or '.join(leads)}" if leads else ""
        severity = "error" if self._strict else verdict.severity
        link = mention.text if len(mention.text) <= _SHOWN else f"{mention.text[:_SHOWN]}…"
        return Problem(*place, f"{link} {verdict.says}", verdict.rule, hint, severity)


def _unread(path: Path, error: OSError) -> Problem:
    return Problem(path.as_posix(), 1, 1, f"cannot be read: {error.strerror}", UNREAD)
