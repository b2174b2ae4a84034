"""Reading files: the suffix decides how, and whatever is wrong with a file is a finding with its cause."""

import io
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models.canonical import readable_json
from models.validation import CATALOGUE
from scenarios.files import read_document, read_scenario
from tests.scenario_builder import document
from tests.scenarios.files.privilege import as_nobody


def _codes(path: str | Path) -> list[str]:
    value, findings = read_document(path)
    assert (value is None) is bool(findings)
    assert {finding.code for finding in findings} <= CATALOGUE.keys()
    return [finding.code for finding in findings]


def _given(monkeypatch: pytest.MonkeyPatch, content: bytes) -> tuple[Any, list[str]]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), "utf-8"))
    value, findings = read_document("-")
    return value, [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", '{"a": [1, 2.50, "x", true]}'),
        ("a.JSON", '{"a": [1, 2.50, "x", true]}'),
        ("a.yaml", "a: [1, 2.50, x, true]"),
        ("a.yml", "a:\n- 1\n- 2.50\n- 'x'\n- true\n"),
        ("a.b.YAML", "{a: [1, 2.50, x, true]}"),
        ("bom.json", '\ufeff{"a": [1, 2.50, "x", true]}'),
        ("bom.yaml", "\ufeffa: [1, 2.50, x, true]"),
    ],
)
def test_the_suffix_says_how(name: str, content: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    assert read_document(path) == ({"a": [1, Decimal("2.50"), "x", True]}, ())
    assert read_document(str(path)) == read_document(path)


@pytest.mark.parametrize("name", ["a.txt", "a", "json", "a.json.gz", "", ".", "a.xlsx"])
def test_other_suffixes_are_not_guessed_at(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("{}")
    assert _codes(f"{tmp_path}/{name}") == ["file_kind_unknown"]


def test_files_that_are_not_there(tmp_path: Path) -> None:
    (tmp_path / "file.json").write_text("{}")
    for name in ("missing.json", "no/such.yaml", "file.json/a.json", "a\0b.json"):
        assert _codes(tmp_path / name) == ["file_missing"]


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "loop.json").symlink_to("loop.json")
    causes = {name: read_document(tmp_path / name)[1][0].params["cause"] for name in ("folder.json", "loop.json")}
    assert causes == {"folder.json": "directory", "loop.json": "failed"}


def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.touch(mode=0o000)
    with as_nobody():
        _, (finding,) = read_document(path)
    assert finding.params["cause"] == "permission"


def test_a_file_that_fails_while_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.json").symlink_to("/proc/self/mem")  # nothing is at its beginning: an input/output error
    assert read_document(tmp_path / "a.json")[1][0].params["cause"] == "failed"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "document_empty"),
        (b"  \n", "document_empty"),
        (b"\xff\xfe{\x00}\x00", "not_utf8"),
        (b'{"a": }', "not_json"),
        (b'{"a": 1, "a": 2}', "duplicate_key"),
        (b"[" * 100_000 + b"]" * 100_000, "nesting_too_deep"),
    ],
)
def test_contents_that_cannot_be_read(content: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    assert _codes(path) == [code]


@pytest.mark.parametrize("suffix", ["json", "yaml"])
def test_an_endless_file_ends_as_one_that_is_too_large(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"endless.{suffix}"
    path.symlink_to("/dev/zero")
    assert _codes(path) == ["document_too_large"]


def test_standard_input_is_json_when_it_begins_like_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _given(monkeypatch, b'\xef\xbb\xbf \n{"a": 1}') == ({"a": 1}, [])
    assert _given(monkeypatch, b"a: 1") == ({"a": 1}, [])
    assert _given(monkeypatch, b"{a: 1}") == (None, ["not_json"])
    assert _given(monkeypatch, b"a: [") == (None, ["not_yaml"])
    assert _given(monkeypatch, b"") == (None, ["document_empty"])


def test_a_pipe_with_a_name(tmp_path: Path) -> None:
    path = tmp_path / "pipe.json"
    os.mkfifo(path)
    with subprocess.Popen(["/bin/sh", "-c", 'printf "{}" >"$1"', "sh", path]) as writing:
        assert read_document(path) == ({}, ())
    assert writing.returncode == 0


def test_a_scenario_with_every_finding(tmp_path: Path) -> None:
    path = tmp_path / "year.json"
    path.write_text(readable_json(document()))
    assert read_scenario(path).scenario is not None
    path.write_text(readable_json(document(unitz=[], horizon=None)))
    read = read_scenario(path)
    assert read.scenario is None
    assert {finding.pointer for finding in read.findings} >= {"/unitz", "/horizon"}
    assert [finding.code for finding in read_scenario(tmp_path / "none.json").findings] == ["file_missing"]
