"""uv.lock is the source; pyproject.toml and the exported requirements must say the same."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from dev import LOCKS

CHECKOUT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
LOCKED = {package["name"]: package for package in tomllib.loads((CHECKOUT / "uv.lock").read_text("utf-8"))["package"]}
REMEDY = "run: python3 dev.py lock"


def pins(name: str) -> dict[str, tuple[str, set[str]]]:
    """Package to version and hashes, as a requirements file has them."""
    found: dict[str, tuple[str, set[str]]] = {}
    for entry in re.split(r"\n(?=\S)", (CHECKOUT / name).read_text("utf-8")):
        if pinned := re.match(r"([\w.-]+)==(\S+)", entry):
            found[pinned[1]] = pinned[2], set(re.findall(r"--hash=(sha256:[0-9a-f]{64})", entry))
    return found


def declared(group: str | None) -> list[Requirement]:
    """What pyproject.toml asks for: the run-time dependencies, or those of a group with the groups it includes."""
    if group is None:
        return [Requirement(line) for line in PROJECT["project"]["dependencies"]]
    found = []
    for line in PROJECT["dependency-groups"][group]:
        found += declared(line["include-group"]) if isinstance(line, dict) else [Requirement(line)]
    return found


def with_what_they_need(wanted: list[Requirement]) -> set[str]:
    names: set[str] = set()
    waiting: list[str] = [canonicalize_name(requirement.name) for requirement in wanted]
    while waiting:
        if (name := waiting.pop()) not in names:
            names.add(name)
            waiting += [needed["name"] for needed in LOCKED[name].get("dependencies", [])]
    return names


EXPECTED = {
    "requirements.lock": [*declared(None), *declared("dev")],
    "requirements-runtime.lock": declared(None),
    "requirements-build.lock": declared("build"),
}


def test_every_exported_lock_is_checked() -> None:
    assert EXPECTED.keys() == LOCKS.keys()


@pytest.mark.parametrize("name", EXPECTED)
def test_an_export_has_the_packages_versions_and_hashes_of_the_source(name: str) -> None:
    expected = {}
    for package in with_what_they_need(EXPECTED[name]):
        locked = LOCKED[package]
        files: list[dict[str, Any]] = [*locked.get("wheels", []), *([locked["sdist"]] if "sdist" in locked else [])]
        expected[package] = locked["version"], {file["hash"] for file in files}
    assert pins(name) == expected, REMEDY


@pytest.mark.parametrize("group", [None, "dev", "build"])
def test_locked_versions_are_ones_the_project_asks_for(group: str | None) -> None:
    for requirement in declared(group):
        version = LOCKED[canonicalize_name(requirement.name)]["version"]
        assert requirement.specifier.contains(version), f"{requirement} but {version} is locked; {REMEDY}"


def test_the_source_was_made_from_this_project_file() -> None:
    metadata = LOCKED["hilltop"]["metadata"]
    known = {(entry["name"], entry.get("specifier", "")) for entry in metadata["requires-dist"]}
    extras = [Requirement(line) for lines in PROJECT["project"]["optional-dependencies"].values() for line in lines]
    asked = [*declared(None), *extras]
    assert known == {(canonicalize_name(r.name), str(r.specifier)) for r in asked}, REMEDY
    assert LOCKED["hilltop"]["version"] == PROJECT["project"]["version"], REMEDY


def test_the_solver_is_pinned_to_one_build() -> None:
    (solver,) = [requirement for requirement in declared(None) if requirement.name == "ortools"]
    assert str(solver.specifier) == "==" + LOCKED["ortools"]["version"]


def test_nothing_of_an_extra_is_installed_unasked() -> None:
    assert all("ray" not in pins(name) for name in LOCKS)


def test_no_file_comes_from_a_private_index() -> None:
    for name, package in LOCKED.items():
        if name == "hilltop":
            continue
        assert package["source"] == {"registry": "https://pypi.org/simple"}
        for file in [*package["wheels"], *([package["sdist"]] if "sdist" in package else [])]:
            assert file["url"].startswith("https://files.pythonhosted.org/packages/")
    for name in LOCKS:
        text = (CHECKOUT / name).read_text("utf-8")
        assert "://" not in text
        assert not re.search(r"^-", text, re.MULTILINE)
