"""YAML as JSON would read it: plain scalars, keys, aliases, tags, and texts that are no YAML."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from scenarios.files import read_document


def _read(content: str, folder: Path) -> tuple[Any, list[tuple[str, str]]]:
    path = folder / "a.yaml"
    path.write_text(content, "utf-8")
    value, findings = read_document(path)
    return value, [(finding.code, finding.pointer) for finding in findings]


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("0", 0),
        ("-12", -12),
        ("1.50", Decimal("1.50")),
        ("1e3", Decimal(1000)),
        ("true", True),
        ("null", None),
        ("", None),
        ("~", "~"),
        ("True", "True"),
        ("no", "no"),
        ("on", "on"),
        ("0012", "0012"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("0o7", "0o7"),
        ("+1", "+1"),
        (".5", ".5"),
        ("1.", "1."),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("12:30", "12:30"),
        ("2027-01", "2027-01"),
        ("2027-01-01", "2027-01-01"),
        ("'1'", "1"),
        ('"true"', "true"),
        ("''", ""),
        ("|\n  two\n  lines\n", "two\nlines\n"),
        ("山头", "山头"),
        ("<<", "<<"),
        ("=", "="),
    ],
)
def test_scalars(scalar: str, value: object, tmp_path: Path) -> None:
    read, findings = _read(f"a: {scalar}", tmp_path)
    assert (read, findings) == ({"a": value}, [])
    assert type(read["a"]) is type(value)


def test_keys_are_text(tmp_path: Path) -> None:
    assert _read("1: a\ntrue: b\nnull: c\n2027-01: d\n<<: e", tmp_path)[0] == {
        "1": "a",
        "true": "b",
        "null": "c",
        "2027-01": "d",
        "<<": "e",
    }


def test_aliases_are_followed(tmp_path: Path) -> None:
    read, findings = _read("a: &x {b: [1, &y two]}\nc: *x\nd: [*y, *x]", tmp_path)
    assert findings == []
    assert read == {"a": {"b": [1, "two"]}, "c": {"b": [1, "two"]}, "d": ["two", {"b": [1, "two"]}]}


def test_an_anchor_given_again_counts_from_there_on(tmp_path: Path) -> None:
    assert _read("[&x 1, *x, &x 2, *x]", tmp_path) == ([1, 1, 2, 2], [])


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("a: *x", "yaml_alias"),
        ("a: &x [*x]", "yaml_alias"),
        ("a: &x {b: {c: *x}}", "yaml_alias"),
        ("&x a: 1\n*x : 2", "yaml_key_not_text"),
        ("? [a]\n: 1", "yaml_key_not_text"),
        ("? {a: b}\n: 1", "yaml_key_not_text"),
        ("!!str a: 1", "yaml_key_not_text"),
        ("a: !!int '1'", "yaml_tag"),
        ("a: !!python/object/apply:os.system [x]", "yaml_tag"),
        ("!mine {a: 1}", "yaml_tag"),
        ("a: 1\na: 2", "duplicate_key"),
        ("a: 1\n---\nb: 2", "not_yaml"),
        ("a: [1", "not_yaml"),
        ("a: b: c", "not_yaml"),
        ("\ta: 1", "not_yaml"),
        ("a: \x07", "not_yaml"),
        ("", "document_empty"),
        ("# nothing", "document_empty"),
        ("---\n...\n", "document_empty"),
        ("[" * 5_000 + "]" * 5_000, "nesting_too_deep"),
        ("[" * 100_000, "nesting_too_deep"),
    ],
)
def test_what_is_refused(content: str, code: str, tmp_path: Path) -> None:
    value, findings = _read(content, tmp_path)
    assert value is None
    assert [said for said, _ in findings] == [code]


def test_the_place_of_what_is_no_yaml(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: 1\nb: [\nc: ]]\n")
    (finding,) = read_document(path)[1]
    assert (finding.code, finding.params["line"]) == ("not_yaml", 3)


def test_a_few_lines_that_would_be_billions_of_values(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]" for level in range(1, 10)]
    value, findings = _read("\n".join(lines), tmp_path)
    assert (value, [code for code, _ in findings]) == (None, ["yaml_alias"])
