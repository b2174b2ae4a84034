"""YAML: what JSON would read as a number or a word is one, everything else is the text that was typed."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from models.canonical import canonical_json, content_hash, readable_json
from models.findings import Finding
from models.validation.report import in_order
from models.validation.scanner import NOTHING, scan_json
from models.validation.tree import sound
from scenarios.files import read_document, read_scenario
from scenarios.files.yaml_text import MOST_VALUES_FROM_ALIASES, scan_yaml
from scenarios.generator.tiny import small

EXAMPLE = Path(__file__).resolve().parents[3] / "scenarios" / "examples" / "annual-2027.json"


def value(text: str) -> Any:
    """The one value of a text that can be read."""
    read, findings = scan_yaml(text.encode())
    assert findings == ()
    return read


def refused(text: str) -> Finding:
    """The one finding on a text, on reading it or on what was read."""
    read, findings = scan_yaml(text.encode())
    (finding,) = findings if read is NOTHING else in_order(sound(read).findings, read)
    return finding


@pytest.mark.parametrize(
    "typed",
    [
        *("0012", "+1", "1_000", "0x1F", "0o17", ".5", "5.", "1e", "--1", "1-2", "12:30:45", "1,5", "１２"),
        *("yes", "no", "on", "off", "y", "N", "True", "FALSE", "Null", "~", "NaN", ".inf", "-.inf", "Infinity"),
        *("2027-01", "2027-Q1", "2027-W05", "2027-01-15", "2027-01-15T10:00:00Z", "P-017", "a b", "<<", "=", "."),
    ],
)
def test_what_is_no_json_value_is_text(typed: str) -> None:
    assert value(f"a: {typed}\n") == {"a": typed}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        *(("0", 0), ("-0", 0), ("12", 12), ("-7", -7), ("123456789012345678", 123456789012345678)),
        *(("0.1", Decimal("0.1")), ("-1.50", Decimal("-1.5")), ("1e3", Decimal(1000)), ("2E-1", Decimal("0.2"))),
        *(("true", True), ("false", False), ("null", None), ("", None)),
    ],
)
def test_what_json_knows_is_read_as_json_reads_it(typed: str, read: object) -> None:
    (got,) = value(f"a: {typed}\n").values()
    assert got == read
    assert type(got) is type(read)


@pytest.mark.parametrize("typed", ['"12"', "'true'", '"null"', "''", '"0.1"', "|-\n  12", ">-\n  null"])
def test_what_is_quoted_is_text(typed: str) -> None:
    assert isinstance(value(f"a: {typed}\n")["a"], str)


def test_keys_are_text_whatever_they_look_like() -> None:
    assert value("12: a\ntrue: b\nnull: c\n2027-01: d\n") == {"12": "a", "true": "b", "null": "c", "2027-01": "d"}


def test_aliases_are_written_out() -> None:
    read = value("base: &b {role: pm, effort: 0.5}\nall:\n- *b\n- *b\nword: &w east\nsame: *w\n")
    row = {"role": "pm", "effort": Decimal("0.5")}
    assert read == {"base": row, "all": [row, row], "word": "east", "same": "east"}


def test_the_last_of_two_anchors_counts() -> None:
    assert value("- &a 1\n- *a\n- &a 2\n- *a\n") == [1, 1, 2, 2]


def test_a_merge_key_is_a_key_like_any_other() -> None:
    assert value("a: &a {b: 1}\nc:\n  <<: *a\n") == {"a": {"b": 1}, "c": {"<<": {"b": 1}}}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: !!python/object/apply:os.system ['false']\n", "yaml_tag"),
        ("a: !!int '12'\n", "yaml_tag"),
        ("a: !x {b: 1}\n", "yaml_tag"),
        ("a: !x [1]\n", "yaml_tag"),
        ("!x a: 1\n", "yaml_key_not_text"),
        ("? {a: 1}\n: 1\n", "yaml_key_not_text"),
        ("? [a]\n: 1\n", "yaml_key_not_text"),
        ("a: &x [*x]\n", "yaml_alias"),
        ("a: &x {b: {c: *x}}\n", "yaml_alias"),
        ("a: *none\n", "yaml_alias"),
        ("&k a: 1\n*k : 2\n", "yaml_key_not_text"),
        ("a: 1\n---\nb: 2\n", "not_yaml"),
        ("a: [1, 2\nb: }\n", "not_yaml"),
        ("a: 1\n b: 2\n", "not_yaml"),
        ("a: \x07\n", "not_yaml"),
        ("\tb: 2\n", "not_yaml"),
        ("a: 'open\n", "not_yaml"),
        ("%YAML 9.9\n---\na: 1\n", "not_yaml"),
        ("# nothing\n", "document_empty"),
        ("---\n...\n", "document_empty"),
        ("a: 1\nb: 2\na: 3\n", "duplicate_key"),
        ("- " * 300 + "x\n", "nesting_too_deep"),
        ("[" * 40 + "]" * 40, "nesting_too_deep"),
        ("a: " + "9" * 401 + "\n", "number_too_large"),
        ("a: 1e999999999999999999999\n", "number_too_large"),
        ("- 1\n- null\n", "null_item"),
    ],
)
def test_what_is_refused(text: str, code: str) -> None:
    assert refused(text).code == code


def test_where_yaml_breaks() -> None:
    assert refused("a: 1\nb: ]\n").params == {"line": 2, "column": 4}
    assert refused("a: 1\nb: *none\n").params == {"line": 2, "column": 4}
    assert refused("a: 1\nb: \x07\n").params == {"line": 2, "column": 4}


def test_a_billion_laughs_are_cut_short() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    finding = refused("\n".join(lines))
    assert finding.code == "yaml_alias"
    assert 10 ** (finding.params["line"] - 1) < MOST_VALUES_FROM_ALIASES < 10 ** finding.params["line"]


def test_no_tag_runs_anything(tmp_path: Path) -> None:
    proof = tmp_path / "proof"
    path = tmp_path / "evil.yaml"
    path.write_text(f"name: !!python/object/apply:builtins.open ['{proof}', 'w']\n")
    assert read_document(path)[0] is None
    assert not proof.exists()


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**18), 10**18) | st.text("aé年 0-:#'\"\\\n\t!&*%@,[]{}~", max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("a0 年-:", max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_json_is_yaml_and_reads_the_same(read: Any) -> None:
    content = canonical_json([read])
    assert scan_yaml(content) == scan_json(content)


@given(VALUES)
def test_what_a_yaml_writer_writes_is_read_back(read: Any) -> None:
    """Words that YAML 1.1 holds for numbers or truth values are quoted by its writers, so they stay text here too."""
    assert scan_yaml(yaml.safe_dump([read], allow_unicode=True).encode()) == ([read], ())


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_scenario_in_yaml_is_the_same_scenario(seed: int, tmp_path: Path) -> None:
    made = small(seed)
    as_json, as_yaml = tmp_path / "a.json", tmp_path / "a.yaml"
    as_json.write_text(readable_json(made), "utf-8")
    plain, _ = scan_json(readable_json(made).encode())
    as_yaml.write_text(yaml.safe_dump(_for_yaml(plain), allow_unicode=True, sort_keys=False), "utf-8")
    assert read_scenario(as_yaml) == read_scenario(as_json)
    assert content_hash(read_document(as_yaml)[0]) == content_hash(made)


def _for_yaml(read: Any) -> Any:
    """The document with the numbers that YAML writers know."""
    if isinstance(read, dict):
        return {key: _for_yaml(item) for key, item in read.items()}
    if isinstance(read, list):
        return [_for_yaml(item) for item in read]
    return float(read) if isinstance(read, Decimal) else read


def test_the_example_year_named_yaml_is_the_example_year(tmp_path: Path) -> None:
    path = tmp_path / "year.yaml"
    path.write_bytes(EXAMPLE.read_bytes())
    assert read_scenario(path) == read_scenario(EXAMPLE)
