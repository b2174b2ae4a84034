"""What is written as JSON, or by a writer of YAML, is read from a YAML file as the same values."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from models.canonical import canonical_json, content_hash, readable_json
from models.validation.scanner import scan_json
from scenarios.files import read_document, read_scenario
from scenarios.files.yaml_text import scan_yaml
from scenarios.generator.tiny import small

EXAMPLE = Path(__file__).resolve().parents[3] / "scenarios" / "examples" / "annual-2027.json"
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**18), 10**18) | st.text("aé年 0-:#'\"\\\n\t!&*%@,[]{}~", max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("a0 年-:", max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_json_is_yaml(value: Any) -> None:
    content = canonical_json([value])
    assert scan_yaml(content) == scan_json(content)


@given(VALUES)
def test_what_a_writer_of_yaml_writes_is_read_back(value: Any) -> None:
    """It quotes whatever YAML 1.1 would take for a number or a truth value, so those texts stay texts."""
    assert scan_yaml(yaml.safe_dump([value], allow_unicode=True).encode()) == ([value], ())


def _for_yaml(value: Any) -> Any:
    """The document with numbers that writers of YAML know."""
    if isinstance(value, dict):
        return {key: _for_yaml(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_for_yaml(item) for item in value]
    return float(value) if isinstance(value, Decimal) else value


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_scenario_is_the_same_scenario(seed: int, tmp_path: Path) -> None:
    as_json, as_yaml = tmp_path / "a.json", tmp_path / "a.yaml"
    as_json.write_text(readable_json(small(seed)), "utf-8")
    document, _ = read_document(as_json)
    as_yaml.write_text(yaml.safe_dump(_for_yaml(document), allow_unicode=True, sort_keys=False), "utf-8")
    assert read_scenario(as_yaml) == read_scenario(as_json)
    assert content_hash(read_document(as_yaml)[0]) == content_hash(small(seed))


def test_the_example_year_under_another_name(tmp_path: Path) -> None:
    path = tmp_path / "year.yaml"
    path.write_bytes(EXAMPLE.read_bytes())
    assert read_scenario(path) == read_scenario(EXAMPLE)
