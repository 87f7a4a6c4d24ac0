"""The small knowledge base that other tests vary has no problem of its own."""

from mkdocs_troubleshooter.rules import examine
from tests.conftest import WriteFiles
from tests.small import kb_files


def test_the_small_base_is_clean(write_files: WriteFiles) -> None:
    root = write_files(kb_files())
    assert [str(problem) for problem in examine(root / "kb").problems] == []
