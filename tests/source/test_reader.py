"""YAML text to values: positions, encodings, and input that was never meant to be YAML."""

from __future__ import annotations

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_troubleshooter.source import Position, read_document
from mkdocs_troubleshooter.source.reader import LONGEST


def read(text: str) -> object:
    document = read_document("kb/x.yaml", text.encode())
    assert document.problems == ()
    return document.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 12", 12),
        ("a: -3", -3),
        ("a: 1.5", 1.5),
        ("a: true", True),
        ("a: null", None),
        ("a:", None),
        ("a: 2026-01-31", date(2026, 1, 31)),
        ("a: '010'", "010"),
        ("a: '522'", "522"),
        ("a: 1.2.3", "1.2.3"),
        ("a: 08x", "08x"),
        ("a: 9999999999999999999999", "9999999999999999999999"),
    ],
)
def test_a_plain_value_means_what_it_means_everywhere(text: str, value: object) -> None:
    assert read(text) == {"a": value}


@pytest.mark.parametrize(
    "text", ["no", "Yes", "on", "y", "010", "0o17", "0x1f", "12:30:45", "1_000", "1e3", ".inf"]
)
def test_a_plain_value_that_programs_read_differently_is_refused(text: str) -> None:
    (problem,) = read_document("kb/x.yaml", f"a: {text}".encode()).problems
    assert (problem.line, problem.column) == (1, 4)
    assert f"write '{text}' in quotes" in problem.hint


def test_positions_count_characters_also_after_other_alphabets() -> None:
    document = read_document("kb/x.yaml", "é: {ключ: [a, 😀, b]}\n".encode())
    assert document.find(("é", "ключ", 2)) == Position(1, 18)
    assert document.find(("é", "ключ"), at_key=True) == Position(1, 5)


def test_a_location_that_is_not_in_the_file_falls_back_to_its_parent() -> None:
    document = read_document("kb/x.yaml", b"a:\n  b:\n    c: 1\n")
    assert document.find(("a", "b", "missing", 3)) == Position(2, 3)
    assert document.find(("nowhere",)) == Position(1, 1)


@pytest.mark.parametrize(
    ("data", "line", "column", "words"),
    [
        ("a: é".encode("latin-1"), 1, 4, "byte 0xe9 is not UTF-8"),
        ("a: 1\nb: é\n".encode("cp1252"), 2, 4, "byte 0xe9 is not UTF-8"),
        ("a: é".encode("utf-16"), 1, 1, "the file is UTF-16"),
        (b"a: b\x00c", 1, 1, "control characters are not allowed"),
    ],
)
def test_another_encoding_is_named_with_its_place(
    data: bytes, line: int, column: int, words: str
) -> None:
    (problem,) = read_document("kb/x.yaml", data).problems
    assert (problem.line, problem.column) == (line, column)
    assert words in problem.message


def test_a_byte_order_mark_is_let_pass() -> None:
    assert read_document("kb/x.yaml", b"\xef\xbb\xbfa: 1").value == {"a": 1}


def test_a_megabyte_in_one_scalar_is_one_clear_line() -> None:
    (problem,) = read_document("kb/x.yaml", b"a: " + b"x" * 1_000_000).problems
    assert str(problem) == (f"kb/x.yaml:1:4: 1,000,000 characters of text; {LONGEST:,} are allowed")


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 50_000])
def test_no_depth_exhausts_the_stack(text: str) -> None:
    document = read_document("kb/x.yaml", text.encode())
    assert (
        "levels deep" in document.problems[0].message or "not YAML" in document.problems[0].message
    )


@given(st.binary(max_size=300))
def test_any_bytes_give_a_document_and_never_an_exception(data: bytes) -> None:
    document = read_document("kb/x.yaml", data)
    assert document.value is not None or document.problems or _is_null(data)


@given(st.text(max_size=300))
def test_any_text_gives_a_document_and_never_an_exception(text: str) -> None:
    document = read_document("kb/x.yaml", text.encode("utf-8", "surrogatepass"))
    lines = text.count("\n") + text.count("\r") + text.count("\x85") + text.count("\u2028") + 2
    assert all(problem.line <= lines + text.count("\u2029") for problem in document.problems)


_VALUES = st.recursive(
    st.text(max_size=20) | st.integers(-(10**9), 10**9) | st.booleans() | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.text(min_size=1, max_size=8), _VALUES, max_size=4))
def test_what_was_written_is_read_back(value: dict[str, object]) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, default_style='"', sort_keys=False)
    # Quoted dumping gives tags to values that are not text; those are for the next test.
    if "!!" not in text:
        document = read_document("kb/x.yaml", text.encode())
        if not any("levels deep" in problem.message for problem in document.problems):
            assert document.value == value


def _is_null(data: bytes) -> bool:
    return yaml.safe_load(data.decode("utf-8-sig")) is None
