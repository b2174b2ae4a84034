"""Reading files: whatever is wrong with one is a finding, and what is right with it comes out exactly."""

import io
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models.canonical import content_hash, readable_json
from models.findings import Finding
from scenarios.files import read_document, read_scenario
from tests.scenario_builder import candidate, document

ROOT = Path(__file__).resolve().parents[3]
NOBODY = 65534


def file(path: Path, content: bytes | str) -> Path:
    """The path, this content now in it."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def only(path: Path) -> Finding:
    """The one finding on a file that gives no document."""
    read, findings = read_document(path)
    assert read is None
    (finding,) = findings
    assert finding in read_scenario(path).findings
    return finding


def test_numbers_are_read_exactly(tmp_path: Path) -> None:
    path = file(tmp_path / "a.json", '{"a": 0.1, "b": 12345678901234567890, "c": 1e2, "d": -0.0, "e": true}')
    read, findings = read_document(path)
    assert findings == ()
    assert read == {"a": Decimal("0.1"), "b": 12345678901234567890, "c": Decimal(100), "d": Decimal(0), "e": True}
    assert type(read["b"]) is int
    assert read["e"] is True


@pytest.mark.parametrize("name", ["year.json", "YEAR.JSON", "a.b.json", "年度.json", " .json"])
def test_a_scenario_by_any_name(name: str, tmp_path: Path) -> None:
    validation = read_scenario(file(tmp_path / name, readable_json(document())))
    assert validation.scenario is not None
    assert validation.scenario.content_hash == content_hash(document())


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_order_mark_makes_no_difference(mark: bytes, tmp_path: Path) -> None:
    for name in ("year.json", "year.yaml"):
        validation = read_scenario(file(tmp_path / name, mark + readable_json(document()).encode()))
        assert validation.scenario is not None
        assert validation.scenario.content_hash == content_hash(document())


def test_every_finding_on_the_scenario_of_a_file(tmp_path: Path) -> None:
    broken = document(projects=[candidate("P", "nowhere", needs={"nobody": 1}), candidate("P")])
    validation = read_scenario(file(tmp_path / "year.json", readable_json(broken)))
    assert validation.scenario is None
    assert {finding.pointer for finding in validation.findings} >= {"/projects/0/unit", "/projects/1/id"}


@pytest.mark.parametrize(
    "name", ["none.json", "no folder/year.json", "plain.json/year.json", "nul\0.json", "none.yaml"]
)
def test_no_such_file(name: str, tmp_path: Path) -> None:
    file(tmp_path / "plain.json", "{}")
    assert only(tmp_path / name).code == "file_missing"


@pytest.mark.parametrize("name", ["year", "year.txt", "year.json.bak", ".json", "json", "year.xlsx"])
def test_a_kind_of_file_that_is_not_read(name: str, tmp_path: Path) -> None:
    assert only(file(tmp_path / name, "{}")).code == "file_kind_unknown"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "year.json").mkdir()
    finding = only(tmp_path / "year.json")
    assert (finding.code, finding.params) == ("file_not_readable", {"cause": "directory"})


def test_a_file_that_one_may_not_read(tmp_path: Path) -> None:
    path = file(tmp_path / "secret.json", "{}")
    path.chmod(0)
    script = f"""
import os
from scenarios.files import read_document
if os.geteuid() == 0:  # to root nothing is forbidden
    os.seteuid({NOBODY})
print(read_document({str(path)!r})[1][0].params)
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
    assert ran.stdout.strip() == "{'cause': 'permission'}"


def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a.json").symlink_to(tmp_path / "b.json")
    (tmp_path / "b.json").symlink_to(tmp_path / "a.json")
    finding = only(tmp_path / "a.json")
    assert (finding.code, finding.params) == ("file_not_readable", {"cause": "failed"})


def test_a_file_that_fails_while_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "memory.json").symlink_to("/proc/self/mem")  # its first page is mapped nowhere: an input/output error
    finding = only(tmp_path / "memory.json")
    assert (finding.code, finding.params) == ("file_not_readable", {"cause": "failed"})


def test_a_file_without_end_is_one_that_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "endless.json").symlink_to("/dev/zero")
    assert only(tmp_path / "endless.json").code == "document_too_large"


@pytest.mark.parametrize("name", ["year.json", "year.yaml"])
@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "document_empty"),
        (b" \n \n", "document_empty"),
        ('{"name": "年度"}'.encode("gbk"), "not_utf8"),
        ('{"name": "年度"}'.encode("utf-16"), "not_utf8"),
        (b'{"a": "\xff"}', "not_utf8"),
        (b'{"a": [1, 2}', "not_json"),
        (b'{"a": {"b": 1, "b": 2}}', "duplicate_key"),
        (b'{"a": ' + b"[" * 40 + b"]" * 40 + b"}", "nesting_too_deep"),
        (b"[" * 100_000, "nesting_too_deep"),
        (b'{"a": 1e400}', "number_too_large"),
        (b'{"a": 1e-400}', "too_many_decimals"),
        (b'{"a": ' + b"9" * 5_000 + b"}", "number_too_large"),
        (b'{"a": "\\ud800"}', "lone_surrogate"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_holds_no_document(name: str, content: bytes, code: str, tmp_path: Path) -> None:
    finding = only(file(tmp_path / name, content))
    in_yaml = {"not_json": {"not_yaml"}, "lone_surrogate": {"lone_surrogate", "not_yaml"}}
    assert finding.code in (in_yaml.get(code, {code}) if name.endswith("yaml") else {code})


def test_where_json_breaks(tmp_path: Path) -> None:
    finding = only(file(tmp_path / "a.json", '{\n "a": 1\n "b": 2}'))
    assert (finding.code, finding.params) == ("not_json", {"line": 3, "column": 2})


def test_all_that_is_wrong_inside_a_document(tmp_path: Path) -> None:
    read, findings = read_document(file(tmp_path / "a.json", '{"a": NaN, "b": {"c": -Infinity, "d": 1, "d": 2}}'))
    assert read is None
    assert [(finding.pointer, finding.code) for finding in findings] == [
        ("/a", "number_not_finite"),
        ("/b/c", "number_not_finite"),
        ("/b/d", "duplicate_key"),
    ]


def from_input(content: bytes, monkeypatch: pytest.MonkeyPatch) -> tuple[Any, tuple[Finding, ...]]:
    """What is read when this comes in on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    return read_document("-")


@pytest.mark.parametrize("content", [b'{"a": [1]}', b"a: [1]\n", b"a:\n- 1\n", b'\xef\xbb\xbf \n{"a": [1]}'])
def test_standard_input_is_json_or_yaml(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    assert from_input(content, monkeypatch) == ({"a": [1]}, ())


def test_what_begins_like_json_on_standard_input_is_held_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [finding.code for finding in from_input(b'{"a": 1 "b": 2}', monkeypatch)[1]] == ["not_json"]
