"""What is shipped is the wheel: it must be whole, and work where there is no checkout."""

import json
import os
import subprocess
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

PACKAGES = ["models", "optimizer", "scenarios", "api"]
CHECKOUT = Path(__file__).resolve().parents[2]
VERSION = version("hilltop")
METADATA = f"hilltop-{VERSION}.dist-info"


def run_from_the_root(command: list[str | Path]) -> str:
    environment = {**os.environ, "PYTHONSAFEPATH": "1"}
    environment.pop("PYTHONPATH", None)
    finished = subprocess.run(command, cwd="/", env=environment, check=False, capture_output=True, text=True)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout


def test_holds_the_packages_and_nothing_else_at_the_top(installed_wheel: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(installed_wheel[0]) as wheel:
        top = {name.split("/")[0] for name in wheel.namelist()}
    assert top == {*PACKAGES, METADATA}


def test_holds_every_file_of_the_packages(installed_wheel: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(installed_wheel[0]) as wheel:
        shipped = set(wheel.namelist())
    ours = {
        path.relative_to(CHECKOUT).as_posix()
        for package in PACKAGES
        for path in (CHECKOUT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert ours <= shipped
    assert "scenarios/examples/annual-2027.json" in shipped


def test_is_marked_against_upload_and_carries_its_licence(installed_wheel: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(installed_wheel[0]) as wheel:
        metadata = wheel.read(f"{METADATA}/METADATA").decode()
        licence = wheel.read(f"{METADATA}/licenses/LICENSE").decode()
    assert "Classifier: Private :: Do Not Upload" in metadata
    assert "Apache License" in licence


@pytest.mark.parametrize("package", PACKAGES)
def test_imports_come_from_the_installed_wheel(installed_wheel: tuple[Path, Path], package: str) -> None:
    python = installed_wheel[1]
    program = f"import json, sys, {package}; print(json.dumps([{package}.__file__, sys.path]))"
    origin, path = json.loads(run_from_the_root([python, "-c", program]))
    assert Path(origin).is_relative_to(python.parents[1])
    assert str(CHECKOUT) not in path


def test_the_command_works(installed_wheel: tuple[Path, Path]) -> None:
    assert VERSION in run_from_the_root([installed_wheel[1].parent / "hilltop", "version"])
