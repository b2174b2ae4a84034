"""Where output goes: files that cannot be written, a full disk, readers that leave early."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.api.command_line.running import COMMAND, PATIENCE, ROOT, environment, hilltop
from tests.api.command_line.samples import QUICK, SAME, files, plan_text

NO_ROOM = "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); " + (
    "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)); from api.command_line import main; main()"
)
"""The command line with room for 100 bytes in any file."""


def _in_shell(script: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """A line of shell in which "$@" is the command."""
    command = ["/bin/sh", "-c", script, "sh", *COMMAND, *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, cwd=ROOT, env=environment(), timeout=PATIENCE, check=False
    )


@pytest.mark.parametrize("option", ["--out", "--save-scenario"])
@pytest.mark.parametrize(
    ("name", "reason"),
    [("no/plan.json", "No such file or directory"), ("folder", "Is a directory"), ("year.json/x", "No such file")],
)
def test_a_file_that_cannot_be_is_refused_before_the_search(
    option: str, name: str, reason: str, tmp_path: Path
) -> None:
    scenario, _ = files(tmp_path)
    (tmp_path / "folder").mkdir()
    ran = hilltop("solve", scenario, option, tmp_path / name)
    assert (ran.code, ran.out) == (5, "")
    assert ran.err.startswith("Error [not_written]: Cannot write")
    assert reason in ran.err.replace("\n", "")


def test_a_full_disk_leaves_the_earlier_plan_and_still_shows_the_new_one(tmp_path: Path) -> None:
    scenario, plan = files(tmp_path)
    command = [COMMAND[0], "-c", NO_ROOM, "solve", str(scenario), "--out", str(plan), "--json", *SAME]
    ran = subprocess.run(command, capture_output=True, cwd=ROOT, env=environment(), timeout=PATIENCE, check=False)
    assert ran.returncode == 5
    assert ran.stdout.decode() == plan_text()
    assert "Error [not_written]: Cannot write" in ran.stderr.decode()
    assert plan.read_text("utf-8") == plan_text()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.json", "year.json"]


@pytest.mark.parametrize("arguments", [["version"], ["generate", "-"]])
def test_standard_output_without_room(arguments: list[str]) -> None:
    ran = _in_shell('"$@" >/dev/full', *arguments)
    assert ran.returncode == 5
    assert ran.stderr == "Error [not_written]: Cannot write standard output: No space left on device\n"


@pytest.mark.parametrize("arguments", [["catalog", "findings"], ["generate", "-"]])
def test_a_reader_that_leaves_early_is_no_error(arguments: list[str]) -> None:
    ran = _in_shell('{ "$@"; echo "code $?" >&2; } | true', *arguments)
    assert ran.stderr == "code 0\n"


def test_all_streams_closed(tmp_path: Path) -> None:
    scenario, plan = files(tmp_path)
    plan.unlink()
    ran = _in_shell('"$@" <&- >&- 2>&-', "solve", scenario, "--out", plan, *QUICK)
    assert ran.returncode == 0
    assert plan.read_text("utf-8") == plan_text()


@pytest.mark.parametrize("closed", [">&-", "2>&-"])
def test_one_stream_closed(closed: str) -> None:
    ran = _in_shell(f'"$@" {closed}', "version")
    assert (ran.returncode, ran.stderr) == (0, "")


def test_standard_input_that_is_closed() -> None:
    ran = _in_shell('"$@" <&-', "validate", "-")
    assert ran.returncode == 2
    assert "document_empty" in ran.stdout


def test_a_plan_is_not_lost_for_want_of_room_beside_the_output(tmp_path: Path) -> None:
    scenario, plan = files(tmp_path)
    ran = _in_shell('"$@" 2>/dev/full', "solve", scenario, "--out", tmp_path / "again.json", *QUICK)
    assert ran.returncode == 0
    assert "Plan: small year" in ran.stdout
    assert (tmp_path / "again.json").read_text("utf-8") == plan.read_text("utf-8")


def test_the_plan_replaces_what_a_link_leads_to(tmp_path: Path) -> None:
    scenario, plan = files(tmp_path)
    plan.write_text("before")
    plan.chmod(0o600)
    link = tmp_path / "latest.json"
    link.symlink_to("plan.json")
    assert hilltop("solve", scenario, "--out", link, *QUICK).code == 0
    assert link.is_symlink()
    assert json.loads(plan.read_text("utf-8"))["scenario"] == "small year"
    assert os.stat(plan).st_mode & 0o777 == 0o600
