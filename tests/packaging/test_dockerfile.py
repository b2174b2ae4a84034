"""Reads the Dockerfile as a builder would, and really runs the steps that make the environment of the image."""

import fnmatch
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from dev import BASE_PYTHON
from tests.packaging.conftest import Places

CHECKOUT = Path(__file__).resolve().parents[2]


class Step(NamedTuple):
    stage: int
    word: str
    rest: str


def read_steps() -> list[Step]:
    text = re.sub(r"^#.*\n", "", (CHECKOUT / "Dockerfile").read_text("utf-8"), flags=re.MULTILINE)
    steps, stage = [], -1
    for line in re.sub(r"\\\n\s*", "", text).splitlines():
        if line.strip():
            word, rest = line.split(maxsplit=1)
            stage += word == "FROM"
            steps.append(Step(stage, word, rest))
    return steps


STEPS = read_steps()
FINAL = STEPS[-1].stage


def the_final(word: str) -> str:
    (rest,) = [step.rest for step in STEPS if step.stage == FINAL and step.word == word]
    return rest


def copied_from_the_checkout() -> list[tuple[str, str]]:
    """Source and destination of every COPY that reads the build context."""
    pairs = []
    for step in STEPS:
        if step.word == "COPY" and not step.rest.startswith("--from="):
            *sources, destination = step.rest.split()
            pairs += [(source, destination) for source in sources]
    return pairs


def is_let_through(source: str) -> bool:
    """Whether .dockerignore leaves a path of the top level in the build context: its last matching line decides."""
    through = True
    for line in (CHECKOUT / ".dockerignore").read_text("utf-8").splitlines():
        if line and not line.startswith("#") and fnmatch.fnmatch(source, line.removeprefix("!")):
            through = line.startswith("!")
    return through


def test_the_image_is_built_in_stages_and_keeps_only_the_environment() -> None:
    assert FINAL > 0
    assert [step.rest for step in STEPS if step.stage == FINAL and step.word == "COPY"] == [
        "--from=builder /opt/hilltop /opt/hilltop"
    ]


def test_both_stages_have_one_python() -> None:
    images = {step.rest.split()[0] for step in STEPS if step.word == "FROM"}
    assert images == {"python:3.11-slim"}


def test_nothing_comes_from_the_network_but_hashed_wheels() -> None:
    for step in STEPS:
        assert step.word != "ADD"
        assert not re.search(r"\b(curl|wget|git|apt-get)\b|https?://", step.rest)
        for install in re.findall(r"pip (?:--python \S+ )?install (.*?)(?:&&|$)", step.rest):
            assert "--require-hashes" in install or "--no-index" in install


def test_it_runs_as_a_user_with_a_number_of_its_own() -> None:
    user, group = the_final("USER").split(":")
    assert int(user) > 0
    assert int(group) > 0


def test_it_needs_no_writable_root_filesystem() -> None:
    settings = dict(re.findall(r"(\w+)=(\S+)", the_final("ENV")))
    assert settings["HOME"] in json.loads(the_final("VOLUME"))
    assert settings["PYTHONDONTWRITEBYTECODE"] == "1"
    assert settings["PYTHONSAFEPATH"] == "1"
    assert settings["PATH"].startswith("/opt/hilltop/bin:")


def test_it_starts_and_reports_its_health_with_the_one_command() -> None:
    assert json.loads(the_final("ENTRYPOINT")) == ["hilltop"]
    assert json.loads(the_final("HEALTHCHECK").partition("CMD ")[2]) == ["hilltop", "version"]


@pytest.mark.parametrize("source", [source for source, _ in copied_from_the_checkout()])
def test_what_is_copied_is_there_and_not_ignored(source: str) -> None:
    assert (CHECKOUT / source).exists()
    assert is_let_through(source)


@pytest.mark.parametrize("source", [".git", ".venv", "tests", "dev.py"])
def test_what_is_not_copied_stays_out_of_the_build_context(source: str) -> None:
    assert not is_let_through(source)


def run(command: list[str], folder: Path, **settings: str) -> None:
    environment = {**os.environ, **settings}
    ran = subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_builder_makes_a_working_environment(tmp_path: Path, places: Places) -> None:
    if subprocess.run([BASE_PYTHON, "-m", "pip", "--version"], check=False, capture_output=True).returncode:
        pytest.skip("the steps of the Dockerfile need pip, and this machine has uv only")
    # The environments already see the locked packages, so pip compares versions but downloads nothing.
    for name in ("opt/hilltop", "opt/build"):
        places.make(tmp_path / name)
    source, programs = tmp_path / "src", tmp_path / "bin"
    source.mkdir()
    programs.mkdir()
    (programs / "python").symlink_to(BASE_PYTHON)
    for step in STEPS:
        if step.stage == FINAL:
            break
        if step.word == "COPY":
            *names, destination = step.rest.split()
            for name in names:
                if (CHECKOUT / name).is_dir():
                    shutil.copytree(CHECKOUT / name, source / destination, ignore=shutil.ignore_patterns("__pycache__"))
                else:
                    shutil.copy(CHECKOUT / name, source / destination)
        if step.word == "RUN":
            command = step.rest.replace("/opt/", f"{tmp_path}/opt/")
            run(["sh", "-ec", command], source, PATH=f"{programs}:{os.environ['PATH']}")
    run([f"{tmp_path}/opt/hilltop/bin/hilltop", "version"], Path("/"), PYTHONSAFEPATH="1")
