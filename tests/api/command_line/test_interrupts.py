"""Signals: before there is a plan the command ends at once with 130; after it the plan is kept and shown."""

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from scenarios.examples import annual_2027
from tests.api.command_line.running import PATIENCE, hilltop, started


def _first_line_with(words: str, running: subprocess.Popen[bytes]) -> None:
    """Read what the command says beside its output until it says so."""
    assert running.stderr is not None
    said = []
    for line in running.stderr:
        said.append(line.decode())
        if words in said[-1]:
            return
    raise AssertionError(f"never said “{words}”, but: {''.join(said)}")


def _reading(path: Path, *arguments: str | Path) -> tuple[subprocess.Popen[bytes], int]:
    """A command that is reading a scenario which never ends, and the descriptor that keeps it waiting."""
    os.mkfifo(path)
    running = started(*arguments)
    held = os.open(path, os.O_WRONLY)  # opens when the command opens it to read
    # A signal that arrives before the read has begun waits for its end, as everywhere in Python.
    while Path(f"/proc/{running.pid}/stat").read_text().rpartition(")")[2].split()[0] != "S":
        os.sched_yield()
    return running, held


@pytest.mark.parametrize(("command", "number"), [("solve", signal.SIGINT), ("validate", signal.SIGTERM)])
def test_while_reading_there_is_nothing_to_keep(command: str, number: int, tmp_path: Path) -> None:
    path = tmp_path / "year.json"
    running, held = _reading(path, command, path)
    try:
        running.send_signal(number)
        out, err = running.communicate(timeout=PATIENCE)
    finally:
        os.close(held)
        running.kill()
    assert (running.returncode, out) == (130, b"")
    assert err.decode() == "Error [interrupted]: Interrupted; there is no plan.\n"


def test_with_json_the_interruption_is_the_document(tmp_path: Path) -> None:
    path = tmp_path / "year.json"
    running, held = _reading(path, "solve", path, "--json", "--lang", "zh")
    try:
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=PATIENCE)
    finally:
        os.close(held)
        running.kill()
    assert (running.returncode, err) == (130, b"")
    assert json.loads(out) == {"error": {"code": "interrupted", "message": "已中断，没有计划。"}}


def test_a_plan_that_was_found_is_kept(tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    running = started("solve", annual_2027.PATH, "--out", plan, "--time-limit", "600", "--workers", "1")
    try:
        _first_line_with("objective", running)
        running.send_signal(signal.SIGINT)
        out, _ = running.communicate(timeout=PATIENCE)
    finally:
        running.kill()
    assert running.returncode in (0, 3)  # found early, it may leave commitments unmet
    assert "The search ended: stopped on request." in out.decode()
    assert f"The plan is in {plan}." in out.decode()
    assert hilltop("check", annual_2027.PATH, plan).code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["plan.json"]
