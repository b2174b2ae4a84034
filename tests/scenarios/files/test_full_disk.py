"""A disk that is really full, and an end in the middle of writing: what stood there stands, and nothing beside it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
OVER = """
import sys
from models.errors import NotWritten
from scenarios.files import write_atomically
try:
    write_atomically(sys.argv[1], "x" * (1 << 20))
except NotWritten as failed:
    print(failed)
"""
KILLED = """
import os, signal, sys
from scenarios.files import write_atomically
# By the time it is renamed everything is on the disk already, under another name.
os.replace = lambda *names: os.kill(os.getpid(), signal.SIGKILL)
write_atomically(sys.argv[1], "new")
"""


def private(folder: Path, script: str) -> list[str]:
    """A shell in a file system of its own, which ends with it and has 64 KB of room in this folder ("$0")."""
    mount = f'mount -t tmpfs -o size=64k none "$0" && {script}'
    return ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount, str(folder)]


def can_mount(folder: Path) -> bool:
    """Whether this machine lets us have one."""
    try:
        return subprocess.run(private(folder, "true"), capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.mark.parametrize("before", ["", "old"])
def test_a_disk_that_is_full(before: str, tmp_path: Path) -> None:
    if not can_mount(tmp_path):
        pytest.skip("no file system of our own can be mounted here")
    old = f'printf {before} >"$0/plan.json" && ' if before else ""
    script = f'{old}"$@" && ls -A "$0" && if [ -e "$0/plan.json" ]; then cat "$0/plan.json"; fi'
    command = [*private(tmp_path, script), sys.executable, "-c", OVER, str(tmp_path / "plan.json")]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    failed, *left = ran.stdout.splitlines()
    assert failed == f"{tmp_path / 'plan.json'}: No space left on device"
    assert left == (["plan.json", before] if before else [])


def test_killed_before_the_new_name(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_text("old")
    ran = subprocess.run([sys.executable, "-c", KILLED, str(path)], cwd=ROOT, check=False)
    assert ran.returncode == -signal.SIGKILL
    assert path.read_text() == "old"
    beside = [name for name in os.listdir(tmp_path) if name != "plan.json"]
    assert all(name.endswith(".part") for name in beside)  # never under a name that somebody reads
