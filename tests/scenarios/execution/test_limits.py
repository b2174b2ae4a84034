"""How much memory there is, as far as the machine and the control groups around us say."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from scenarios.execution.limits import available_memory, kills_for_memory, memory_for_a_solve, speaks_of_memory

ROOT = Path(__file__).resolve().parents[3]
MACHINE = 8_000_000 * 1024


def tree(folder: Path, files: dict[str, str]) -> Path:
    """The folder with these files in it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return folder


def proc(folder: Path, groups: str) -> Path:
    """A /proc with 8,000,000 kB available, and these control groups."""
    meminfo = "MemTotal:       16000000 kB\nMemFree:          100000 kB\nMemAvailable:    8000000 kB\n"
    return tree(folder / "proc", {"meminfo": meminfo, "self/cgroup": groups})


def limited(limit: str, usage: int, cache: int = 0) -> dict[str, str]:
    """The files of a group of version 2."""
    return {
        "memory.max": f"{limit}\n",
        "memory.current": f"{usage}\n",
        "memory.stat": f"anon 5\ninactive_file {cache}\n",
    }


def v2(folder: Path, groups: dict[str, dict[str, str]]) -> Path:
    """Control groups of version 2, by path."""
    files = {f"{path}/{name}": content for path, each in groups.items() for name, content in each.items()}
    return tree(folder / "cgroup", files)


@pytest.mark.parametrize(
    ("groups", "available"),
    [
        ({}, MACHINE),
        ({"a/b": limited("max", 10)}, MACHINE),
        ({"a/b": limited("1000", 300)}, 700),
        ({"a/b": limited("1000", 300, cache=200)}, 900),
        ({"a/b": limited("1000", 1200)}, 0),
        ({"a": limited("500", 100), "a/b": limited("1000", 300)}, 400),
        ({"a": limited("max", 100), "a/b": limited("1000", 300)}, 700),
        ({"a/b": {**limited("1000", 300), "memory.current": "nonsense"}}, MACHINE),
        ({"elsewhere": limited("1", 0)}, MACHINE),
        ({"a/b": limited(str(10**18), 0)}, MACHINE),
    ],
)
def test_the_least_of_what_is_left_counts(groups: dict[str, dict[str, str]], available: int, tmp_path: Path) -> None:
    assert available_memory(proc(tmp_path, "0::/a/b\n"), v2(tmp_path, groups)) == available


def test_groups_of_the_older_kind(tmp_path: Path) -> None:
    older = {
        "memory/a/memory.limit_in_bytes": "1000\n",
        "memory/a/memory.usage_in_bytes": "600\n",
        "memory/a/memory.stat": "cache 300\ntotal_inactive_file 50\n",
    }
    groups = "9:name=systemd:/x\n4:cpu,cpuacct:/x\n3:hugetlb,memory:/a\n"
    assert available_memory(proc(tmp_path, groups), tree(tmp_path / "cgroup", older)) == 450


def test_a_machine_that_does_not_say_is_an_error(tmp_path: Path) -> None:
    where = tree(tmp_path / "proc", {"meminfo": "MemTotal: 5 kB\n", "self/cgroup": ""})
    with pytest.raises(OSError, match="MemAvailable"):
        available_memory(where, tmp_path)


def test_this_machine_has_memory() -> None:
    assert 0 < memory_for_a_solve() < available_memory() * 2


@pytest.mark.parametrize(("vmstat", "kills"), [("pgfault 7\noom_kill 3\n", 3), ("pgfault 7\n", 0), ("oom_kill\n", 0)])
def test_kills_of_the_kernel_are_counted(vmstat: str, kills: int, tmp_path: Path) -> None:
    assert kills_for_memory(tree(tmp_path, {"vmstat": vmstat})) == kills


def test_where_kills_are_not_counted_there_are_none(tmp_path: Path) -> None:
    assert kills_for_memory(tmp_path) == 0


@pytest.mark.parametrize(
    ("words", "of_memory"),
    [
        ("terminate called after throwing an instance of 'std::bad_alloc'", True),
        ("MemoryError", True),
        ("OSError: [Errno 12] Cannot allocate memory", True),
        ("ImportError: libx.so: failed to map segment from shared object", True),
        ("RuntimeError: can't start new thread", True),
        ("Segmentation fault", False),
        ("", False),
    ],
)
def test_last_words_about_memory(words: str, of_memory: bool) -> None:
    assert speaks_of_memory(words) is of_memory


def limits_after(script: str, code: int = 0) -> str:
    """What a process prints that runs this after importing the limits, and ends with this exit code."""
    begin = "import os, resource\nfrom scenarios.execution import limits\n"
    command = [sys.executable, "-c", begin + script]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert ran.returncode == code, ran.stderr
    return ran.stdout.strip()


def test_a_limit_is_set_and_never_lifted() -> None:
    said = limits_after(
        "limits.limit_memory(2 << 30)\n"
        "limits.limit_memory(4 << 30)\n"
        "print(resource.getrlimit(resource.RLIMIT_AS)[0] >> 30, resource.getrlimit(resource.RLIMIT_CORE)[0])"
    )
    assert said == "2 0"


def test_whoever_works_on_the_machine_comes_first() -> None:
    said = limits_after("before = os.nice(0); limits.yield_to_others(); print(os.nice(0) - before)")
    assert int(said) == min(10, 19 - os.nice(0))


def test_a_child_ends_with_its_parent() -> None:
    """The middle process is killed; the child, which would wait for ever, holds the pipe open until it is gone too."""
    child = (
        "import sys, threading\n"
        "from scenarios.execution import limits\n"
        "limits.die_with_parent(int(sys.argv[1]))\n"
        "print('ready', flush=True)\n"
        "threading.Event().wait()\n"
    )
    middle = (
        "import os, subprocess, sys, threading\n"
        f"subprocess.Popen([sys.executable, '-c', {child!r}, str(os.getpid())])\n"
        "threading.Event().wait()\n"
    )
    with subprocess.Popen([sys.executable, "-c", middle], stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        process.send_signal(signal.SIGKILL)
        assert process.communicate(timeout=60)[0] == b""


def test_a_child_whose_parent_is_gone_does_not_begin() -> None:
    assert limits_after("limits.die_with_parent(os.getpid()); print('here')", code=1) == ""
